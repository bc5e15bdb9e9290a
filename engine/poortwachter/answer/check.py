"""The one thing that this package does: from a case and a day to what is outstanding."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from poortwachter.answer.model import Answer, Entry, Moment
from poortwachter.answer.notices import notices
from poortwachter.answer.status import Status, status_of
from poortwachter.case.model import Case
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rulebook, load
from poortwachter.timeline.clock import Clock
from poortwachter.timeline.facts import with_steps
from poortwachter.timeline.scenarios import (
    ASK,
    Outcome,
    agreed_moments,
    agreed_occurrences,
    outcomes,
)
from poortwachter.timeline.timeline import Key, Occurrence
from poortwachter.timeline.trace import Reached
from poortwachter.timeline.workdays import last_working_day


@asks(outcomes, with_steps)
def check(case: Case, *, on: date, unknown: Collection[str] = ()) -> Answer:
    """How every rule stands in a case on the day `on`.

    Args:
        case: what is known of the sickness.
        on: the day of reference; the engine never asks the time.
        unknown: fields of the case that apply though nobody knows when or how long: what they
            move is told at least.
    """
    rulebook = load()
    found = outcomes(rulebook, with_steps(rulebook, case, unknown), on)
    timeline = found[0].timeline
    entries = entries_of(found, on)
    return Answer(
        rules=rulebook.edition,
        on=on,
        clock=timeline.clock,
        obligations=entries,
        moments=moments_of(found),
        notices=tuple(notices(case, timeline, entries, on)),
    )


def entries_of(found: Sequence[Outcome], on: date) -> tuple[Entry, ...]:
    """How every rule that was laid along these outcomes of a case stands on the day `on`."""
    agreed, timeline = _agreed_statuses(found, on), found[0].timeline
    return tuple(
        _entry(timeline.rulebook, occurrence, timeline.clock, on, agreed.get(occurrence.key))
        for occurrence in agreed_occurrences(found)
    )


def moments_of(found: Sequence[Outcome]) -> tuple[Moment, ...]:
    """When what comes by itself comes, as far as all outcomes agree."""
    return tuple(Moment(rule, reached) for rule, reached in agreed_moments(found))


def _as_it_ended(occurrence: Occurrence, status: Status, days: int | None, on: date) -> Reached:
    """The last day, with what is left of it where the role of who must act has ended."""
    deadline = occurrence.deadline
    is_over = occurrence.ends and occurrence.ends < on
    if status == "not_applicable" and days and occurrence.told == "not_done":
        return deadline.remark("late_when_over", last_day=occurrence.ends, days=days)
    if status == "unknown" and occurrence.is_owed_at_end and is_over:
        return deadline.remark("report_owed")
    return deadline


def _agreed_statuses(found: Sequence[Outcome], on: date) -> Mapping[Key, Status]:
    """How what has more than one outcome stands on the day `on`, where that is the same in all."""
    if len(found) == 1:
        return {}
    first, *others = [
        {one.key: status_of(one, each.timeline.clock, on)[0] for one in each.occurrences}
        for each in found
    ]
    return {
        key: status
        for key, status in first.items()
        if all(other.get(key) == status for other in others)
    }


def _entry(
    rulebook: Rulebook, occurrence: Occurrence, clock: Clock, on: date, agreed: Status | None
) -> Entry:
    """How a rule stands; `agreed`: how it does in every outcome, whatever its date."""
    status, days = status_of(occurrence, clock, on)
    is_open = occurrence.deadline.gap in ASK.values()
    if is_open and agreed and _stands_without_date(occurrence, agreed):
        status = agreed
    passed = is_open and agreed == "overdue" and occurrence.rule.strength != "gebruik"
    deadline = _as_it_ended(occurrence, status, days, on)
    if deadline is not occurrence.deadline:
        occurrence = occurrence._replace(deadline=deadline)
    due = occurrence.deadline.day
    safe_due = last_working_day(due, rulebook) if due else None
    begun = status == "due" and _is_long_open(rulebook, occurrence, clock, on)
    return Entry(occurrence, status, days, safe_due, passed or begun)


def _stands_without_date(occurrence: Occurrence, status: Status) -> bool:
    """Whether a status tells enough where each outcome has its own date: no day is counted with it."""
    goes_on = status == "due" and occurrence.rule.kind in {"duty", "right"}
    return goes_on or status == "not_applicable"


def _is_long_open(rulebook: Rulebook, occurrence: Occurrence, clock: Clock, on: date) -> bool:
    """Whether a step without a last day is asked about, rather than called something to do now.

    Ours, for the law names no day: what holds from the first day after the first week, and what
    begins later once the waiting time is over.
    """
    weeks = rulebook.waiting_weeks(on) if occurrence.rule.opens else 1
    return occurrence.deadline.day is None and clock.week(on) > weeks
