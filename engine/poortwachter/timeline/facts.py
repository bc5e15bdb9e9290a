"""What was called done though it is a fact, of which a field of the case asks the day or the length."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from poortwachter.case.model import NOT_TOLD, Case, Done, WageExtension
from poortwachter.law.references import asks
from poortwachter.law.rulebook import NOWHERE, Presence, Rule, Rulebook
from poortwachter.timeline.clock import ONE_DAY

# The field without which a rule is left out, though somebody called it done.
FIELD_OF: Mapping[Presence, str] = {
    "contract_end": "contract_end",
    "sanction": "wage_extension.sanction_weeks",
}


def lacking(rule: Rule, case: Case) -> str | None:
    """The field that takes what was called done, where it was not filled in; see `told_by`."""
    field = rule.told_by or (FIELD_OF.get(rule.only_with) if rule.only_with else None)
    if field is None or case.told_of(rule.id) != "done":
        return None
    return None if _is_told(case, field) else field


def _is_told(case: Case, field: str) -> bool:
    value: Any = None if field == NOWHERE else attrgetter(field)(case)
    return value not in (None, (), NOT_TOLD)


@asks("loonsanctie", "verlenging-loonperiode")
def with_steps(rulebook: Rulebook, case: Case, unknown: Collection[str]) -> Case:
    """The case in which what applies, nobody knows how long, was told as a step without a day.

    `unknown` names the fields of which that was said.
    """
    extensions = (rulebook.rules[name] for name in ("loonsanctie", "verlenging-loonperiode"))
    told: Done = {rule.id: (None,) for rule in extensions if rule.told_by in unknown}
    return case._replace(done={**told, **case.done})


@asks("loonsanctie", "verlenging-loonperiode")
def least_extension(
    case: Case, end: date | None, *, more: timedelta = timedelta()
) -> WageExtension | None:
    """The shortest that an extension of the wage can be of which only was told that it is there.

    A sanction has at least a week here, for weeks are what is asked (WIA art. 25(9)); `end` is the
    last day of the waiting time; `more`, in whole weeks, makes it as much longer. None where
    nothing lacks.
    """
    told, extension = case.told_of, case.wage_extension
    if told("loonsanctie") == "done" and extension.sanction_weeks is None:
        extension = extension._replace(sanction_weeks=1 + more.days // 7)
    if told("verlenging-loonperiode") == "done" and extension.voluntary_until is None and end:
        extension = extension._replace(voluntary_until=end + ONE_DAY + more)
    return None if extension == case.wage_extension else extension
