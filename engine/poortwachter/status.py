"""How an obligation stands on a day: the only place where today plays a part."""

from datetime import date

from poortwachter.clock import Clock
from poortwachter.timeline import Slot

# Why there is no date decides what is said of it.
STATUS_OF_GAP = {
    "stopped": "not_applicable",
    "no_own_date": "unknown",
    "not_yet_law": "unknown",
    "not_covered": "unknown",
}


def status_of(slot: Slot, clock: Clock, on: date) -> tuple[str, int | None]:
    """The status and, where there is a last day, the days late or the days left."""
    due = slot.deadline.day
    done = _done_by(slot, on)
    if done:
        return _status_when_done(done[0], due)
    if slot.deadline.gap in STATUS_OF_GAP:
        return STATUS_OF_GAP[slot.deadline.gap], None
    if clock.stopped_on and due is None and clock.stopped_on <= on:
        return "not_applicable", None
    if due and on > due:
        return "overdue", (on - due).days
    opened = (slot.opens or clock.first_day) <= on
    return "due" if opened else "upcoming", (due - on).days if due else None


def _done_by(slot: Slot, on: date) -> tuple[date | None, ...]:
    """The dates done up to and including `on`; one of an unknown date counts from the last day."""
    recurring_later = slot.number and slot.deadline.day and slot.deadline.day > on
    return tuple(day for day in slot.done if (day <= on if day else not recurring_later))


def _status_when_done(done: date | None, due: date | None) -> tuple[str, int | None]:
    if done is None or due is None:
        return "done", None
    if done > due:
        return "done_late", (done - due).days
    return "done", (due - done).days
