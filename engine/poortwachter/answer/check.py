"""The one thing that this package does: from a case and a day to what is outstanding."""

from datetime import date

from poortwachter.answer.model import Answer, Entry, Moment
from poortwachter.answer.notices import notices
from poortwachter.answer.status import Status, status_of
from poortwachter.case.model import Case, WageExtension
from poortwachter.law.rulebook import Rulebook, load
from poortwachter.timeline.clock import Clock
from poortwachter.timeline.scenarios import both_moments, both_occurrences, decided, is_undecided
from poortwachter.timeline.timeline import Occurrence, Timeline
from poortwachter.timeline.trace import Reached
from poortwachter.timeline.workdays import last_working_day


def check(case: Case, *, on: date) -> Answer:
    """How every rule stands in a case on the day `on`.

    Args:
        case: what is known of the sickness.
        on: the day of reference; the engine never asks the time.
    """
    rulebook = load()
    timeline = _timeline(rulebook, decided(case, same_cause=True), on)
    occurrences, moments = list(timeline.occurrences()), list(timeline.moments())
    if is_undecided(case):
        other = _timeline(rulebook, decided(case, same_cause=False), on)
        occurrences = list(both_occurrences(occurrences, other.occurrences()))
        moments = list(both_moments(moments, other.moments()))
    entries = tuple(_entry(rulebook, occurrence, timeline.clock, on) for occurrence in occurrences)
    return Answer(
        rules=rulebook.edition,
        on=on,
        clock=timeline.clock,
        obligations=entries,
        moments=tuple(Moment(rule, reached.day, reached.trace) for rule, reached in moments),
        notices=tuple(notices(case, timeline, entries, on)),
    )


def _timeline(rulebook: Rulebook, case: Case, on: date) -> Timeline:
    """The period that counts; what extended the wage belongs to the first one."""
    clock = Clock.of(case, on)
    if clock.first_day > case.first_sick_day:
        case = case._replace(wage_extension=WageExtension())
    return Timeline(rulebook, case, clock)


def _as_it_ended(occurrence: Occurrence, status: Status, days: int | None) -> Reached:
    """The last day, with what is left of it where the role of who must act has ended."""
    deadline = occurrence.deadline
    if status == "not_applicable" and days:
        return deadline.remark("late_when_over", last_day=occurrence.ends, days=days)
    if status == "unknown" and deadline.day and not deadline.gap:
        return deadline.remark("report_owed")._replace(gap="ask_whether_done")
    return deadline


def _entry(rulebook: Rulebook, occurrence: Occurrence, clock: Clock, on: date) -> Entry:
    status, days = status_of(occurrence, clock, on)
    occurrence = occurrence._replace(deadline=_as_it_ended(occurrence, status, days))
    due = occurrence.deadline.day
    return Entry(occurrence, status, days, last_working_day(due, rulebook) if due else None)
