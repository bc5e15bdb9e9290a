"""Dates, numbers and lists as Dutch text; the browser's Python knows no Dutch of its own."""

from collections.abc import Sequence
from datetime import date

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def written(day: date) -> str:
    """For example `15 juni 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """For example `maandag 15 juni 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {written(day)}"


def counted(number: int, one: str, many: str) -> str:
    """For example `1 dag` and `3 dagen`."""
    return f"{number} {one if number == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """For example `werkgever, werknemer en bedrijfsarts`."""
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def capitalised(text: str) -> str:
    """The first letter made a capital, the rest as it is."""
    return text[:1].upper() + text[1:]
