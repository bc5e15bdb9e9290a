"""The clock of sick days, and every rule laid along it."""

from poortwachter.timeline.clock import MIXES, PRECEDENCE, Clock, PauseKind
from poortwachter.timeline.conditions import CONDITIONS, PRESENT
from poortwachter.timeline.contract import REPORTED, on_last_day
from poortwachter.timeline.terms import COUNT_FROM_ANOTHER, FALLS_IN_PAUSE, KINDS
from poortwachter.timeline.timeline import STOPPED_BY, Timeline
from poortwachter.timeline.trace import Gap
from poortwachter.timeline.workdays import last_working_day

__all__ = [
    "CONDITIONS",
    "COUNT_FROM_ANOTHER",
    "FALLS_IN_PAUSE",
    "KINDS",
    "MIXES",
    "PRECEDENCE",
    "PRESENT",
    "REPORTED",
    "STOPPED_BY",
    "Clock",
    "Gap",
    "PauseKind",
    "Timeline",
    "last_working_day",
    "on_last_day",
]
