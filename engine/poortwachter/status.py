"""How a rule stands on a day, once its date is known."""

from datetime import date

from poortwachter.clock import Clock
from poortwachter.timeline import Slot

# Why there is no date decides what is said of it.
STATUS_OF_GAP = {
    "stopped": "not_applicable",
    "stopped_by_leave": "not_applicable",
    "never_begins": "not_applicable",
    "no_long_absence": "not_applicable",
    "no_work_possible": "not_applicable",
    "after_aow": "not_applicable",
    "after_contract": "not_applicable",
    "applied_early": "not_applicable",
    "recovered_then": "not_applicable",
    "unclear_after_aow": "unknown",
    "wia_after_aow": "unknown",
    "no_own_date": "unknown",
    "not_yet_law": "unknown",
    "not_covered": "unknown",
    "if_it_happens": "unknown",
    "ask_cause": "unknown",
}


# Nothing is left to be done, whatever the day.
FINISHED = {"done", "done_late", "not_applicable"}


def status_of(slot: Slot, clock: Clock, on: date) -> tuple[str, int | None]:
    """The status and, where there is a last day, the days late or the days left."""
    due = slot.deadline.day
    done = _done_by(slot, on) if slot.done else ()
    if done:
        return _status_when_done(done[0], due)
    if slot.deadline.gap in STATUS_OF_GAP:
        return STATUS_OF_GAP[slot.deadline.gap], None
    if slot.rule.not_during and clock.spell_on(on) in slot.rule.not_during:
        return "not_applicable", None
    if slot.ends and slot.ends < on:
        return "not_applicable", None
    if due and on > due:
        return ("overdue", (on - due).days) if must_be_done(slot) else ("not_applicable", None)
    opened = (slot.opens or clock.first_day) <= on
    return "due" if opened else "upcoming", (due - on).days if due else None


def must_be_done(slot: Slot) -> bool:
    """Whether letting the last day pass is being late: not for a right, nor for a duty that ends."""
    return slot.rule.kind in {"obligation", "event"}


def _done_by(slot: Slot, on: date) -> tuple[date | None, ...]:
    """The dates done up to and including `on`.

    One of an unknown date counts; of a recurring rule, from the last day of each time.
    """
    recurring_later = slot.number and slot.deadline.day and slot.deadline.day > on
    return tuple(day for day in slot.done if (day <= on if day else not recurring_later))


def _status_when_done(done: date | None, due: date | None) -> tuple[str, int | None]:
    if done is None or due is None:
        return "done", None
    if done > due:
        return "done_late", (done - due).days
    return "done", (due - done).days
