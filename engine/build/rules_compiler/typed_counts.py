"""Finds what is typed in prose and should be a hole: counts, numbers of weeks, and dates.

A digit is always refused, and a number in words where it counts a unit. `een`, `a` and `an` are
no numbers: a sentence that means the number 1 says `één` or `one`, or better, asks. Neither are
the `eerste` and `first` of something, nor the two years of sickness by their names.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from poortwachter.i18n import LOCALES, measured
from rules_compiler.holes import HOLE
from rules_compiler.languages import lacks
from rules_compiler.numerals import NUMERALS, VALUES


class Typed(NamedTuple):
    """A piece of prose with a number in it: as it stands, and as a hole would tell it."""

    text: str
    plain: str


def typed_counts(text: str, language: str) -> Iterator[Typed]:
    """What is typed in a text and should be a hole, in the order of the text.

    A text in a language that lacks something is not read; the compiler says what it lacks.
    """
    if not _is_known(language):
        return
    names, counts = _names(language), _counts(language)
    bare = HOLE.sub("{}", names.sub(lambda name: "_" * len(name[0]), text))
    for found in counts.finditer(bare):
        yield Typed(found[0].strip(), _plain(found, language))


@cache
def _is_known(language: str) -> bool:
    return not any(lacks(language))


@cache
def _names(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{NUMERALS[language]['names']})", re.IGNORECASE)


@cache
def _counts(language: str) -> re.Pattern[str]:
    words, months = NUMERALS[language], "|".join(LOCALES[language]["months"])
    number = "|".join([r"\d+", *words["numbers"], words["partly"]])
    unit = "|".join(words["units"].values())
    # Not `één`: elke dag één keer.
    after = "|".join([r"\d+", *words["numbers"][1:]])
    # Also with a word between: vier extra weken, two-year.
    between = rf"[ -](?:(?!{words['first']})\w+ )?"
    ways = [
        rf"\b(?:\d+ )?(?:{months}) \d{{4}}",
        rf"\b(?P<numbered>{words['numbered']}) (?P<nth>{after})\b",
        rf"\b(?P<number>{number})(?:{between})?(?P<unit>{unit})(?!\w)",
        rf"\b(?:{number}) (?:{words['to']}) (?=\{{|\d|(?:{number})\b)",
        rf"\b(?:{words['ordinals']})[ -]{words['nth']}\b",
        r"\d[\w.,:%-]*\w|\d",
    ]
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


def _plain(found: re.Match[str], language: str) -> str:
    """The same in digits, the number first: `zes volle weken` is `6 weken`."""
    if found["nth"]:
        return f"{found['numbered']} {_value(found['nth'], language)}"
    unit = _unit(found["unit"] or "", language)
    value = _value(found["number"] or "", language)
    return measured(int(value), unit, language) if unit and value.isdigit() else found[0]


def _value(number: str, language: str) -> str:
    known = dict(zip(NUMERALS[language]["numbers"], map(str, VALUES), strict=False))
    return known.get(number.lower(), number)


def _unit(unit: str, language: str) -> str | None:
    ways = NUMERALS[language]["units"].items()
    return next((name for name, way in ways if re.fullmatch(way, unit, re.IGNORECASE)), None)
