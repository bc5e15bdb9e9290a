"""Whether a paper would be wrong in a case, and why: then it is not offered."""

from collections.abc import Callable, Mapping
from datetime import date

from poortwachter.answer.model import Answer, Entry, Moment
from poortwachter.answer.status import DONE, FINISHED
from poortwachter.case.model import Case
from poortwachter.i18n.messages import Message
from poortwachter.law.references import asks
from poortwachter.law.rulebook import load
from poortwachter.papers.model import Paper, WrongWhen
from poortwachter.timeline.trace import Reached


class Told:
    """What is known of a case: what was told, and what follows from it.

    Every paper asks for the entries of its steps with each answer, so they are put together once.
    """

    def __init__(self, case: Case, answer: Answer) -> None:
        self.case = case
        self.answer = answer
        self._entries: dict[str, list[Entry]] = {}
        for each in answer.obligations:
            self._entries.setdefault(each.occurrence.rule.id, []).append(each)

    @property
    def on(self) -> date:
        """The day of reference."""
        return self.answer.on

    def entries(self, step: str) -> list[Entry]:
        """Each time of a step, in order."""
        return self._entries.get(step, [])

    def moment(self, name: str) -> Moment | None:
        """What comes by itself; None where it does not come in this case."""
        return next((each for each in self.answer.moments if each.rule.id == name), None)


def why_not(paper: Paper, told: Told) -> Message | None:
    """Why a paper would be wrong in a case at each of its steps, or None: then it is offered."""
    reasons = [_wrong_at(step, paper, told) for step in paper.steps or (None,)]
    return reasons[0] if all(reasons) else None


def _wrong_at(step: str | None, paper: Paper, told: Told) -> Message | None:
    """The first reason at a step; at none of them for a paper that is about no step."""
    name = next((name for name in paper.unless if CONDITIONS[name](told, step or "")), None)
    if name is None:
        return None
    return Message("not_offered", name, {"noun": load().rules[step] if step else None})


def _is_done(told: Told, step: str) -> bool:
    """Every time of it was done, as far as it is asked for; or it was told done though nobody asks for it."""
    asked = [each.status for each in told.entries(step) if each.status != "not_applicable"]
    if not told.entries(step):
        return any(day is None or day <= told.on for day in told.case.days_done(step))
    return bool(asked) and all(status in DONE for status in asked)


def _is_not_needed(told: Told, step: str) -> bool:
    entries = told.entries(step)
    return bool(entries) and all(each.status == "not_applicable" for each in entries)


def _is_not_late(told: Told, step: str) -> bool:
    """The last day of what is open is known, and is not past; or is not in each way it may turn out."""
    entries = open_entries(told.entries(step))
    days = [day for each in entries for day in _last_days(each.occurrence.deadline)]
    return bool(days) and all(day is not None and day >= told.on for day in days)


def _is_not_yet(told: Told, step: str) -> bool:
    days = [each.occurrence.opens for each in open_entries(told.entries(step))]
    return bool(days) and all(day is not None and day > told.on for day in days)


def _last_days(deadline: Reached) -> list[date | None]:
    """The last day, or one for each way in which what is open may turn out; None: not known."""
    if deadline.day:
        return [deadline.day]
    told = [step.day or step.values.get("opens") for step in deadline.trace if step.tells_outcome]
    return [day for day in told if isinstance(day, date)] or [None]


def open_entries(entries: list[Entry]) -> list[Entry]:
    """Those that are asked for and were not told to be done."""
    return [each for each in entries if each.status not in FINISHED]


def _is_recovered(told: Told, _: str) -> bool:
    return told.answer.clock.recovered(told.on)


def _is_on_leave(told: Told, _: str) -> bool:
    return told.answer.clock.kind_of_pause_on(told.on) == "leave"


def _is_contract_over(told: Told, _: str) -> bool:
    return told.case.contract_end is not None and told.case.contract_end < told.on


def _is_after_aow(told: Told, _: str) -> bool:
    return told.case.aow_date is not None and told.case.aow_date <= told.on


@asks("einde-loondoorbetaling")
def _is_wage_over(told: Told, _: str) -> bool:
    last = told.moment("einde-loondoorbetaling")
    return last is not None and last.day is not None and not last.at_least and last.day < told.on


CONDITIONS: Mapping[WrongWhen, Callable[[Told, str], bool]] = {
    "done": _is_done,
    "not_needed": _is_not_needed,
    "not_late": _is_not_late,
    "not_yet": _is_not_yet,
    "recovered": _is_recovered,
    "on_leave": _is_on_leave,
    "contract_over": _is_contract_over,
    "after_aow": _is_after_aow,
    "wage_over": _is_wage_over,
}

# What only a step can be; a paper that is about none needs another reason.
OF_A_STEP: frozenset[WrongWhen] = frozenset({"done", "not_needed", "not_late", "not_yet"})
