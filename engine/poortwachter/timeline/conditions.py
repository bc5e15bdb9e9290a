"""What a case says that makes a rule fall away, or makes it apply at all."""

from collections.abc import Callable
from datetime import date

from poortwachter.case.model import Case
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Condition, Presence, Rule
from poortwachter.timeline.clock import ONE_DAY
from poortwachter.timeline.contract import (
    contract_ends_first,
    is_brought_forward,
    no_sickness_benefit,
    on_leave_then,
    unclear_sickness_benefit,
)
from poortwachter.timeline.known import Known

# What is not needed where there will be no WIA. The report of the end of a contract is for
# ziekengeld (ZW art. 38(2)): it is needed all the same.
FOR_WIA: frozenset[Condition] = frozenset({"wia_after_aow"})


@asks(is_brought_forward)
def falls_away(rule: Rule, day: date | None, known: Known) -> Condition | None:
    """The condition through which a rule that falls on `day` is not needed, or None.

    Its name is also that of the sentence that says so.
    """
    for name in rule.falls_away:
        passed_over = name in FOR_WIA and is_brought_forward(rule, known)
        if not passed_over and CONDITIONS[name](known, day):
            return name
    return None


def applies(rule: Rule, case: Case) -> bool:
    """Whether a rule belongs to this case at all: a sanction's end only where there is one."""
    return rule.only_with is None or PRESENT[rule.only_with](case)


def _no_long_absence(known: Known, _: date | None) -> bool:
    return known.case.outlook.long_absence is False


def _no_work_possible(known: Known, _: date | None) -> bool:
    return known.case.outlook.work_possible is False


def _after_aow(known: Known, day: date | None) -> bool:
    return bool(known.case.aow_date and day and day >= known.case.aow_date)


@asks("einde-aow-termijn")
def _no_wage_after_aow(known: Known, day: date | None) -> bool:
    """Whether the wage of BW art. 7:629(2) is over: the notice of ZW art. 38(1) is for who has it."""
    last = known.deadline("einde-aow-termijn").day if known.case.aow_date else None
    return bool(day and last and day > last)


@asks("einde-verlengde-wachttijd")
def _wia_after_aow(known: Known, day: date | None) -> bool:
    """Whether the first day of WIA, or this day itself, comes with AOW age reached.

    Of the first day of the WIA itself the day counts where the wage has moved it; what leads up to
    it does not hang on how late an application or a sanction makes it.
    """
    if known.case.aow_date is None:
        return False
    end = known.deadline("einde-verlengde-wachttijd").day
    first_day = end + ONE_DAY if end else None
    return _after_aow(known, first_day) or _after_aow(known, day)


@asks("vervroegde-iva-aanvraag")
def _applied_early(known: Known, day: date | None) -> bool:
    """Whether an early application came in time to count as the notice (ZW art. 38(8))."""
    applied = known.case.days_done("vervroegde-iva-aanvraag")
    return any(when is None or (day and when <= day) for when in applied)


def _recovered_then(known: Known, day: date | None) -> bool:
    return bool(day and known.clock.recovered(day))


def _sickness_benefit(known: Known, _: date | None) -> bool:
    """Whether the duties of ZW art. 38 do not hold, but for the report at the end (art. 38(4))."""
    return known.case.sickness_benefit is True


@asks("vervroegde-iva-aanvraag")
def _early_iva(case: Case) -> bool:
    return any(case.days_done("vervroegde-iva-aanvraag"))


@asks("wia-aanvraag", _early_iva)
def _applied(case: Case) -> bool:
    return any(case.days_done("wia-aanvraag")) or _early_iva(case)


@asks("bekorting-loonsanctie")
def _repair_reported(case: Case) -> bool:
    sanctioned = case.wage_extension.sanction_weeks is not None
    return sanctioned and any(case.days_done("bekorting-loonsanctie"))


CONDITIONS: dict[Condition, Callable[[Known, date | None], bool]] = {
    "no_long_absence": _no_long_absence,
    "no_work_possible": _no_work_possible,
    "after_aow": _after_aow,
    "no_wage_after_aow": _no_wage_after_aow,
    "unclear_after_aow": _after_aow,
    "wia_after_aow": _wia_after_aow,
    "no_sickness_benefit": no_sickness_benefit,
    "unclear_sickness_benefit": unclear_sickness_benefit,
    "on_leave_then": on_leave_then,
    "contract_ends_first": contract_ends_first,
    "applied_early": _applied_early,
    "recovered_then": _recovered_then,
    "sickness_benefit": _sickness_benefit,
}

PRESENT: dict[Presence, Callable[[Case], bool]] = {
    "voluntary_extension": lambda case: case.wage_extension.voluntary_until is not None,
    "sanction": lambda case: case.wage_extension.sanction_weeks is not None,
    "aow": lambda case: case.aow_date is not None,
    "contract_end": lambda case: case.contract_end is not None,
    "early_iva": _early_iva,
    "applied": _applied,
    "repair_reported": _repair_reported,
}
