"""The clock of sick days, and every rule laid along it."""

from poortwachter.timeline.clock import Clock
from poortwachter.timeline.conditions import CONDITIONS, PRESENT
from poortwachter.timeline.contract import REPORTED, on_last_day
from poortwachter.timeline.pauses import (
    ENDINGS,
    FALLS_IN_PAUSE,
    KINDS_OF_PAUSE,
    MIXED,
    STOPPED,
    PauseGap,
    PauseKind,
)
from poortwachter.timeline.terms import COUNT_FROM_ANOTHER, KINDS
from poortwachter.timeline.timeline import Timeline
from poortwachter.timeline.trace import Gap
from poortwachter.timeline.workdays import last_working_day

__all__ = [
    "CONDITIONS",
    "COUNT_FROM_ANOTHER",
    "ENDINGS",
    "FALLS_IN_PAUSE",
    "KINDS",
    "KINDS_OF_PAUSE",
    "MIXED",
    "PRESENT",
    "REPORTED",
    "STOPPED",
    "Clock",
    "Gap",
    "PauseGap",
    "PauseKind",
    "Timeline",
    "last_working_day",
    "on_last_day",
]
