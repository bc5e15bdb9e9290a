"""How a rule stands on a day, once its date is known."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from poortwachter.timeline.clock import Clock
from poortwachter.timeline.pauses import FALLS_IN_PAUSE, STOPPED
from poortwachter.timeline.timeline import Occurrence
from poortwachter.timeline.trace import LEFT_TO_THE_DAY, Gap, Reached

Status = Literal["done", "done_late", "overdue", "due", "upcoming", "not_applicable", "unknown"]

# Why there is no date decides what is said of it; None leaves that to the day.
STATUS_OF_GAP: Mapping[Gap, Status | None] = {
    **dict.fromkeys(STOPPED, "not_applicable"),
    **dict.fromkeys(FALLS_IN_PAUSE, "unknown"),
    "never_begins": "not_applicable",
    "no_long_absence": "not_applicable",
    "no_work_possible": "not_applicable",
    "after_aow": "not_applicable",
    "after_contract": "not_applicable",
    "report_none": "not_applicable",
    "not_in_short_report": "not_applicable",
    "no_sickness_benefit": "not_applicable",
    "unclear_sickness_benefit": "unknown",
    "on_leave_then": "unknown",
    "contract_ends_first": "not_applicable",
    "applied_early": "not_applicable",
    "recovered_then": "not_applicable",
    "sickness_benefit": "not_applicable",
    "no_wage_after_aow": "not_applicable",
    "unclear_after_aow": "unknown",
    "wia_after_aow": "not_applicable",
    "waits_for": "unknown",
    "no_own_date": "unknown",
    "not_yet_law": "unknown",
    "not_covered": "unknown",
    "waits_for_repair": "unknown",
    "no_letter_came": "not_applicable",
    "if_it_happens": "unknown",
    "ask_cause": "unknown",
    "ask_notice": "unknown",
    "ask_grant": "unknown",
    "ask_application": "unknown",
    "ask_early": "unknown",
    **dict.fromkeys(LEFT_TO_THE_DAY, None),
}


def never_comes(reached: Reached) -> bool:
    """Whether there is no day, and there will be none."""
    return reached.gap is not None and STATUS_OF_GAP[reached.gap] == "not_applicable"


# It was done, in time or late.
DONE: frozenset[Status] = frozenset({"done", "done_late"})

# Nothing is left to be done, whatever the day.
FINISHED: frozenset[Status] = DONE | {"not_applicable"}

# Who does not know whether it was done, does not know this.
HANGS_ON_DONE: frozenset[Status] = frozenset({"overdue", "due"})


def status_of(occurrence: Occurrence, clock: Clock, on: date) -> tuple[Status, int | None]:
    """The status and, where there is a last day, the days late or the days left."""
    status, days = _status_on(occurrence, clock, on)
    if occurrence.told == "not_known" and status in HANGS_ON_DONE:
        return "unknown", None
    return status, days


def _status_on(occurrence: Occurrence, clock: Clock, on: date) -> tuple[Status, int | None]:
    due = occurrence.deadline.day
    done = _done_by(occurrence, on) if occurrence.done else ()
    if done:
        may_be_later = occurrence.never_late or occurrence.deadline.at_least
        return _status_when_done(done[0], None if may_be_later else due)
    gap = occurrence.deadline.gap
    if occurrence.ends and occurrence.ends < on and gap != "not_covered":
        return _status_when_over(occurrence, (on - occurrence.ends).days)
    if gap and (settled := STATUS_OF_GAP[gap]) and not _runs_until_it_stops(occurrence, clock):
        return settled, None
    if occurrence.rule.not_during and clock.kind_of_pause_on(on) in occurrence.rule.not_during:
        return "not_applicable", None
    return _status_by_day(occurrence, clock, on)


def _status_by_day(occurrence: Occurrence, clock: Clock, on: date) -> tuple[Status, int | None]:
    due = occurrence.deadline.day
    if occurrence.deadline.at_least and _earliest(occurrence, clock) < on:
        return "unknown", None
    if due and on > due:
        return _status_when_passed(occurrence, (on - due).days)
    opened = (occurrence.opens or clock.first_day) <= on
    return "due" if opened else "upcoming", (due - on).days if due else None


def _runs_until_it_stops(occurrence: Occurrence, clock: Clock) -> bool:
    """Whether a duty begins before what ends the period, and so holds until then."""
    rule, ends = occurrence.rule, occurrence.ends
    if rule.kind != "duty" or occurrence.deadline.gap not in STOPPED or ends is None:
        return False
    begins = occurrence.opens if rule.opens else clock.first_day
    return bool(begins and begins <= ends)


def _earliest(occurrence: Occurrence, clock: Clock) -> date:
    """The earliest last day, or first day where there is none: what is later, nobody can say yet."""
    return occurrence.deadline.day or occurrence.opens or clock.first_day


def _status_when_passed(occurrence: Occurrence, days: int) -> tuple[Status, int | None]:
    if occurrence.never_late:
        return "due", None
    return ("overdue", days) if occurrence.must_be_done else ("not_applicable", None)


def _status_when_over(occurrence: Occurrence, days: int) -> tuple[Status, int | None]:
    """What the end of a role leaves: nothing to do, and a delay that counts no further.

    A report of the last day that was not made is still owed (ZW art. 38(6)).
    """
    if occurrence.is_owed_at_end:
        return ("overdue", days) if occurrence.told == "not_done" else ("unknown", None)
    return "not_applicable", occurrence.late_at_end


def _done_by(occurrence: Occurrence, on: date) -> tuple[date | None, ...]:
    """The dates done up to and including `on`.

    One of an unknown date counts; of a recurring rule, from the last day of each time.
    """
    recurring_later = occurrence.number and occurrence.deadline.day and occurrence.deadline.day > on
    return tuple(day for day in occurrence.done if (day <= on if day else not recurring_later))


def _status_when_done(done: date | None, due: date | None) -> tuple[Status, int | None]:
    if done is None or due is None:
        return "done", None
    if done > due:
        return "done_late", (done - due).days
    return "done", (due - done).days
