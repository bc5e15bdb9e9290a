"""The one thing that this package does: from a case and a day to what is outstanding."""

from datetime import date

from poortwachter.answer import Answer, Moment, Obligation
from poortwachter.case import Case
from poortwachter.clock import Clock
from poortwachter.facts import WageExtension
from poortwachter.notices import notices
from poortwachter.rulebook import Rulebook, load
from poortwachter.status import status_of
from poortwachter.timeline import Slot, Timeline
from poortwachter.undecided import both_moments, both_slots, decided, is_undecided
from poortwachter.workdays import last_working_day


def check(case: Case, *, on: date) -> Answer:
    """How every rule stands in a case on the day `on`.

    Args:
        case: what is known of the sickness.
        on: the day of reference; the engine never asks the time.
    """
    rulebook = load()
    timeline = _timeline(rulebook, decided(case, same_cause=True), on)
    slots, moments = list(timeline.slots()), list(timeline.moments())
    if is_undecided(case):
        other = _timeline(rulebook, decided(case, same_cause=False), on)
        slots = list(both_slots(slots, other.slots()))
        moments = list(both_moments(moments, other.moments()))
    obligations = tuple(_obligation(rulebook, slot, timeline.clock, on) for slot in slots)
    return Answer(
        rules=rulebook.edition,
        on=on,
        clock=timeline.clock,
        obligations=obligations,
        moments=tuple(Moment(rule, reached.day, reached.trace) for rule, reached in moments),
        notices=tuple(notices(case, timeline, obligations, on)),
    )


def _timeline(rulebook: Rulebook, case: Case, on: date) -> Timeline:
    """The period that counts; what extended the wage belongs to the first one."""
    clock = Clock.of(case, on)
    if clock.first_day > case.first_sick_day:
        case = case._replace(wage_extension=WageExtension())
    return Timeline(rulebook, case, clock)


def _obligation(rulebook: Rulebook, slot: Slot, clock: Clock, on: date) -> Obligation:
    status, days = status_of(slot, clock, on)
    due = slot.deadline.day
    return Obligation(slot, status, days, last_working_day(due, rulebook) if due else None)
