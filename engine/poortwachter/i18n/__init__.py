"""Dates, numbers and lists in words, and messages filled in."""

from poortwachter.i18n.locales import (
    DUTCH,
    LANGUAGES,
    capitalised,
    counted,
    listed,
    measured,
    ordinal,
    uncapitalised,
    written,
)
from poortwachter.i18n.messages import RULE_TEXTS, WITH_WEEKDAY, people, say

__all__ = [
    "DUTCH",
    "LANGUAGES",
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
