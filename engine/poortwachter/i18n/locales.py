"""Dates, numbers and lists in words; the browser's Python knows no Dutch of its own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypedDict


class Language(TypedDict):
    """What differs between the languages in which the engine speaks.

    One that lacks something can be read, so that the compiler of the rules can say what it lacks.
    """

    # What a file says of its language (BCP 47).
    tag: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    conjunction: str
    disjunction: str
    # One and more of what is counted.
    units: Mapping[str, tuple[str, str]]
    # What is measured in a way of its own.
    patterns: Mapping[str, str]
    # What stands between the thousands of such a number.
    thousands: str
    # What stands between the cells of a table that a spreadsheet in this language opens.
    separator: str
    # A number that says which: the 42nd.
    ordinal: Callable[[int], str]


def _english_ordinal(number: int) -> str:
    """The first three of every ten, but for the teens, are written in a way of their own."""
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else ORDINALS.get(number % 10, 'th')}"


ORDINALS = {1: "st", 2: "nd", 3: "rd"}

NL: Language = {
    "tag": "nl-NL",
    "weekdays": (
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ),
    "months": (
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
    ),
    "conjunction": "en",
    "disjunction": "of",
    "units": {
        "days": ("dag", "dagen"),
        "sick_days": ("ziektedag", "ziektedagen"),
        "weeks": ("week", "weken"),
        "months": ("maand", "maanden"),
        "years": ("jaar", "jaar"),
    },
    "patterns": {"percent": "{}%", "euros": "€ {}", "week": "week {}"},
    "thousands": ".",
    "separator": ";",
    "ordinal": "{}e".format,
}

EN: Language = {
    "tag": "en-GB",
    "weekdays": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
    "months": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "conjunction": "and",
    "disjunction": "or",
    "units": {
        "days": ("day", "days"),
        "sick_days": ("day of sickness", "days of sickness"),
        "weeks": ("week", "weeks"),
        "months": ("month", "months"),
        "years": ("year", "years"),
    },
    "patterns": {"percent": "{}%", "euros": "€{}", "week": "week {}"},
    "thousands": ",",
    "separator": ",",
    "ordinal": _english_ordinal,
}

LOCALES = {"nl": NL, "en": EN}
DUTCH = "nl"


# Days come back, within an answer and from one to the next; a few thousand are ten years.
remembered = lru_cache(maxsize=4096)


@remembered
def written(day: date, language: str = DUTCH) -> str:
    """For example `15 juni 2026`."""
    return written_as_typed((f"{day.day}", day.month, day.year), language)


def written_as_typed(typed: tuple[str, int, int], language: str = DUTCH) -> str:
    """A day, a month and a year that need not be a date, for example `31 juni 2026`."""
    day, month, year = typed
    return f"{day} {LOCALES[language]['months'][month - 1]} {year}"


@remembered
def with_weekday(day: date, language: str = DUTCH) -> str:
    """For example `maandag 15 juni 2026`."""
    return f"{LOCALES[language]['weekdays'][day.weekday()]} {written(day, language)}"


def counted(number: int, unit: str, language: str = DUTCH) -> str:
    """For example `1 dag` and `3 dagen`."""
    one, many = LOCALES[language]["units"][unit]
    return f"{number} {one if number == 1 else many}"


def measured(number: int, unit: str, language: str = DUTCH) -> str:
    """A number with any unit, for example `52 weken`, `70%`, `€ 1.000`, `week 8` or `4e dag`."""
    if unit == "nth_day":
        return f"{ordinal(number, language)} {LOCALES[language]['units']['days'][0]}"
    pattern = LOCALES[language]["patterns"].get(unit)
    return (
        pattern.format(_grouped(number, language)) if pattern else counted(number, unit, language)
    )


def _grouped(number: int, language: str) -> str:
    return f"{number:,}".replace(",", LOCALES[language]["thousands"])


def ordinal(number: int, language: str = DUTCH) -> str:
    """For example `42e` and, in English, `42nd`."""
    return LOCALES[language]["ordinal"](number)


def listed(words: Sequence[str], language: str = DUTCH) -> str:
    """For example `werkgever, werknemer en bedrijfsarts`."""
    return _joined(words, LOCALES[language]["conjunction"])


def listed_as_choice(words: Sequence[str], language: str = DUTCH) -> str:
    """For example `hersteld of met verlof`."""
    return _joined(words, LOCALES[language]["disjunction"])


def _joined(words: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def capitalised(text: str) -> str:
    """The first letter made a capital, the rest as it is."""
    return text if text[:1].isupper() else text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The first letter made small, the rest as it is: a sentence within a sentence."""
    return text[:1].lower() + text[1:]
