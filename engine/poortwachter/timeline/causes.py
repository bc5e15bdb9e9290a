"""Whether it matters what sickness after a leave comes from: nobody is asked what decides nothing."""

from datetime import date

from poortwachter.case.model import Case, Leave
from poortwachter.timeline.clock import Clock


def cause_matters(case: Case, leave: Leave, on: date) -> bool:
    """Whether the cause of the sickness after a leave decides anything of the period that counts `on`.

    Not after a short leave, nor where a recovery adjoins it (WIA art. 23(3)), nor in a period that is
    over. Leaves of which the cause is open as well are taken to have the same cause, and then another.
    """
    return any(
        _days(_with_cause(rest, leave, same_cause=True), on)
        != _days(_with_cause(rest, leave, same_cause=False), on)
        for rest in (decided(case, same_cause=True), decided(case, same_cause=False))
    )


def _with_cause(case: Case, leave: Leave, *, same_cause: bool) -> Case:
    days = leave.first_day, leave.last_day
    leaves = tuple(
        each._replace(same_cause=same_cause) if (each.first_day, each.last_day) == days else each
        for each in case.leaves
    )
    return case._replace(leaves=leaves)


def decided(case: Case, *, same_cause: bool) -> Case:
    """The case with every cause that is open decided."""
    leaves = tuple(
        each._replace(same_cause=same_cause) if each.same_cause is None else each
        for each in case.leaves
    )
    return case._replace(leaves=leaves)


def _days(case: Case, on: date) -> tuple[object, ...]:
    """The days on which the period that counts begins, stands still and ends."""
    period = Clock.of(case, on)
    pauses = [(each.first_day, each.last_day) for each in period.pauses]
    return period.first_day, period.stopped_on, pauses
