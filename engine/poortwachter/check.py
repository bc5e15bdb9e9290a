"""The one thing that this package does: from a case and a day to what is outstanding."""

from datetime import date

from poortwachter.answer import Answer, Moment, Obligation
from poortwachter.case import Case
from poortwachter.clock import Clock
from poortwachter.notices import notices
from poortwachter.rulebook import load
from poortwachter.status import status_of
from poortwachter.timeline import Slot, Timeline
from poortwachter.workdays import last_working_day


def check(case: Case, *, on: date) -> Answer:
    """How every obligation of a case stands on the day `on`.

    Args:
        case: what is known of the sickness.
        on: the day of reference; the engine never asks the time.
    """
    rulebook = load()
    clock = Clock.of(case, on)
    timeline = Timeline(rulebook, case, clock)

    def obligation(slot: Slot) -> Obligation:
        status, days = status_of(slot, clock, on)
        due = slot.deadline.day
        safe_due = last_working_day(due, rulebook) if due else None
        return Obligation(slot, status, days, safe_due)

    def moment(name: str) -> Moment:
        reached = timeline.deadline(name)
        return Moment(rulebook.rules[name], reached.day, reached.trace)

    return Answer(
        rules=rulebook.edition,
        on=on,
        clock=clock,
        obligations=tuple(map(obligation, timeline.slots())),
        moments=tuple(map(moment, rulebook.moments)),
        notices=notices(rulebook, case, clock, on),
    )
