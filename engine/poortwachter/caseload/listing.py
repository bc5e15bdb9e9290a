"""A case as one line of a list: how it stands, and what is to be done first."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple, TypedDict, get_args

from poortwachter.answer.brief import Brief, brief
from poortwachter.answer.model import Entry
from poortwachter.answer.status import Status
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import people
from poortwachter.law.references import asks
from poortwachter.render.describe import group_of, is_to_fill_in
from poortwachter.selfcheck.asking import is_sick_report
from poortwachter.selfcheck.submission import Submission
from poortwachter.timeline.clock import Clock, new_period_weeks

# Worst first.
ListStatus = Literal["late", "advised", "soon", "to_fill_in", "unknown", "calm", "ended"]
ORDER: tuple[ListStatus, ...] = get_args(ListStatus)

# What falls due within so many days is soon.
SOON_DAYS = 14

# The days to come of which a list tells how much falls due: twelve weeks.
LOOKED_AHEAD = 84

# What is open, now or later; of the rest is not known by when, or it is behind.
TO_BE_DONE: frozenset[Status] = frozenset({"overdue", "due", "upcoming"})


class Next(TypedDict):
    """What is to be done first.

    Attributes:
        n: which time of what recurs.
        due: its last day in ISO 8601, where there is one.
        who: who must act, in words.
        at_least: whether that day is the earliest possible one.
    """

    id: str
    n: int | None
    name: str
    due: str | None
    who: str
    at_least: bool


class Listed(TypedDict):
    """A line of the list.

    Attributes:
        status: `late`: a step was said not to be done, and its last day by law is past. `advised`: the
            same, of a day that UWV advises. `soon`: one falls due within two weeks. `to_fill_in`: one
            should have been done, and nobody told or knows whether it was. `unknown`: of all that may be
            left to be done nobody can say yet when or whether it must. `ended`: nothing is left to be
            done.
        late: how many steps are late.
        not_told: of how many that should have been done nobody told or knows whether they were.
        due_days: for each step that falls due in the next twelve weeks, in how many days.
    """

    ref: str
    status: ListStatus
    week: int
    next: Next | None
    late: int
    not_told: int
    due_days: list[int]


class Standing(NamedTuple):
    """How one step that is open stands in the list."""

    status: ListStatus
    entry: Entry

    @property
    def day(self) -> date:
        """Its last day; without one it comes last."""
        return self.entry.occurrence.deadline.day or date.max

    @property
    def rank(self) -> tuple[int, bool, date, bool]:
        """Its place among the steps of a case: how it stands, agreements last, the earliest day, the law before advice."""
        rule = self.entry.occurrence.rule
        return ORDER.index(self.status), rule.is_agreed, self.day, rule.strength != "wet"


@asks(is_sick_report)
def _is_asked(entry: Entry) -> bool:
    """Whether the list asks for a step: never for what is only custom."""
    rule = entry.occurrence.rule
    is_left_out = rule.strength == "gebruik" or is_sick_report(rule)
    return entry.occurrence.must_be_done and not is_left_out


@asks(_is_asked)
def _status(entry: Entry, on: date) -> ListStatus | None:
    """How a step stands, if it is open."""
    if not _is_asked(entry):
        return None
    due, group = entry.occurrence.deadline.day, group_of(entry)
    if group in {"late", "advised"}:
        return "late" if group == "late" else "advised"
    if is_to_fill_in(entry) or (_is_asked_after(entry) and due and due < on):
        return "to_fill_in"
    if entry.status not in TO_BE_DONE and not _is_asked_after(entry):
        return None
    if due is None or not entry.is_to_come(on):
        return "calm" if group == "now" else None
    return "soon" if (due - on).days <= SOON_DAYS else "calm"


@asks(_status)
def _open(answer: Brief, on: date) -> Iterator[Standing]:
    for entry in answer.obligations:
        status = _status(entry, on)
        if status:
            yield Standing(status, entry)


def _is_asked_after(entry: Entry) -> bool:
    """Whether somebody said not to know whether it was done; until its day it stands as if not told."""
    occurrence = entry.occurrence
    is_dated = occurrence.deadline.day is not None
    return is_dated and occurrence.told == "not_known" and entry.status == "unknown"


@asks(brief, _open)
def listed(ref: str, submission: Submission, on: date, language: str = DUTCH) -> Listed:
    """A case as a line of the list, called `ref`, as it stands on the day `on`."""
    answer = brief(Case.of(submission.facts), on=on, unknown=submission.unknown)
    is_over = _is_over(answer.clock, on)
    open_steps = [] if is_over else sorted(_open(answer, on), key=lambda each: each.rank)
    first = next(iter(open_steps), None)
    days = sorted((each.day - on).days for each in open_steps)
    return {
        "ref": ref,
        "status": first.status if first else "ended" if is_over else _without_steps(answer),
        "week": answer.clock.week(on),
        "next": _next(first.entry, language) if first else None,
        "late": _count(open_steps, "late"),
        "not_told": _count(open_steps, "to_fill_in"),
        "due_days": [each for each in days if 0 <= each < LOOKED_AHEAD],
    }


def _is_over(clock: Clock, on: date) -> bool:
    """Whether nobody was sick for so long that another sickness is another period (WIA art. 23(3))."""
    pause = clock.stopped_by
    return pause is not None and (on - pause.first_day).days >= 7 * new_period_weeks(
        pause.first_day
    )


def worst_first[Line: Listed](found: Iterable[Line]) -> list[Line]:
    """The lines in the order of the list: how it stands, the earliest day, the label."""
    return sorted(found, key=_rank)


def _rank(line: Listed) -> tuple[int, str, str]:
    due = line["next"]["due"] if line["next"] else None
    return ORDER.index(line["status"]), due or str(date.max), line["ref"]


def _count(open_steps: Iterable[Standing], status: ListStatus) -> int:
    """How many steps stand so; what recurs is one."""
    return len({each.entry.occurrence.rule.id for each in open_steps if each.status == status})


@asks(_is_asked)
def _without_steps(answer: Brief) -> ListStatus:
    """Where nothing is open: ended, unless more may come of it or the period goes on."""
    unknown = [each for each in answer.obligations if each.status == "unknown"]
    if any(map(_is_asked, unknown)):
        return "unknown"
    return "calm" if unknown or answer.clock.stopped_by else "ended"


def _next(entry: Entry, language: str) -> Next:
    occurrence = entry.occurrence
    due = occurrence.deadline.day
    return {
        "id": occurrence.rule.id,
        "n": occurrence.number,
        "name": occurrence.title(language),
        "due": due.isoformat() if due else None,
        "who": people(occurrence.rule.who, language),
        "at_least": occurrence.deadline.at_least,
    }
