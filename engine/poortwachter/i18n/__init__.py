"""Dates, numbers and lists in words, and messages filled in."""

from poortwachter.i18n.locales import (
    DUTCH,
    LOCALES,
    capitalised,
    counted,
    listed,
    measured,
    ordinal,
    uncapitalised,
    written,
)
from poortwachter.i18n.messages import (
    KINDS_IN_A_PAUSE,
    RULE_TEXTS,
    WITH_WEEKDAY,
    people,
    say,
)

__all__ = [
    "DUTCH",
    "KINDS_IN_A_PAUSE",
    "LOCALES",
    "RULE_TEXTS",
    "WITH_WEEKDAY",
    "capitalised",
    "counted",
    "listed",
    "measured",
    "ordinal",
    "people",
    "say",
    "uncapitalised",
    "written",
]
