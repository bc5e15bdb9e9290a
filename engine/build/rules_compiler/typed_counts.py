"""Finds what is typed in prose and should be a hole: counts, numbers of weeks, and dates.

A digit is always refused, and a number in words where it counts a unit. `een`, `a` and `an` are
no numbers: a sentence that means the number 1 says `één` or `one`, or better, asks. Neither are
the `eerste` and `first` of something, nor the two years of sickness by their names.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from poortwachter.i18n import LOCALES, measured
from poortwachter.law import LANGUAGES
from rules_compiler.holes import HOLE

NUMBERS = {
    "nl": (
        "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|"
        "zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|"
        "tachtig|negentig|honderd"
    ),
    "en": (
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
        "ninety|hundred"
    ),
}
VALUES = [*range(1, 21), *range(30, 101, 10)]
PARTLY = {"nl": "half|halve|anderhalf|anderhalve", "en": "half"}

# Also at the end of a longer word: werkdagen, proefmaanden.
UNITS = {
    "nl": {
        r"\w*dag(?:en)?": "days",
        r"\w*we(?:ek|ken)": "weeks",
        r"\w*maand(?:en)?": "months",
        r"\w*jaar|jaren": "years",
        r"procent|%": "percent",
        r"euro|€": "euros",
    },
    "en": {
        r"days?": "days",
        r"weeks?": "weeks",
        r"months?": "months",
        r"years?": "years",
        r"percent|%": "percent",
        r"euros?|€": "euros",
    },
}

# Between a number and its unit: vier extra weken, two-year. Not: één eerste ziektedag.
BETWEEN = r"[ -](?:(?!eerste|first)\w+ )?"
# Between two numbers of which only the second has a unit: zes tot tien weken.
TO = {"nl": "tot(?: en met)?|of|à", "en": "to|or"}

ORDINALS = {
    "nl": "tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde",
    "en": "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth",
}
NTH = {"nl": r"\w*(?:dag|week|maand)", "en": r"(?:day|week|month)"}
NUMBERED = {"nl": "week|dag", "en": "week|day"}
MONTHS = {language: "|".join(words.months) for language, words in LOCALES.items()}

# Numbers that are names: of an article, of a bill, and the day that a year may not have.
NAMES = re.compile(
    r"\b(?:artikel|article|wetsvoorstel|bill) \d[\w:]*|29 februar[iy]\b|1 (?:maart|March)\b",
    re.IGNORECASE,
)


class Typed(NamedTuple):
    """A piece of prose with a number in it: as it stands, and as a hole would tell it."""

    text: str
    plain: str


def typed_counts(text: str, language: str) -> Iterator[Typed]:
    """What is typed in a text and should be a hole, in the order of the text."""
    bare = HOLE.sub("{}", NAMES.sub(lambda name: "_" * len(name[0]), text))
    for found in PATTERNS[language].finditer(bare) if language in PATTERNS else ():
        yield Typed(found[0].strip(), _plain(found, language))


def _pattern(language: str) -> re.Pattern[str]:
    number = "|".join([r"\d+", NUMBERS[language], PARTLY[language]])
    unit = "|".join(UNITS[language])
    # Not `één`: elke dag één keer.
    after = rf"\d+|{NUMBERS[language].partition('|')[2]}"
    ways = [
        rf"\b(?:\d+ )?(?:{MONTHS[language]}) \d{{4}}",
        rf"\b(?P<numbered>{NUMBERED[language]}) (?P<nth>{after})\b",
        rf"\b(?P<number>{number})(?:{BETWEEN})?(?P<unit>{unit})(?!\w)",
        rf"\b(?:{number}) (?:{TO[language]}) (?=\{{|\d|(?:{number})\b)",
        rf"\b(?:{ORDINALS[language]})[ -]{NTH[language]}\b",
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
    known = dict(zip(NUMBERS[language].split("|"), map(str, VALUES), strict=True))
    return known.get(number.lower(), number)


def _unit(unit: str, language: str) -> str | None:
    ways = UNITS[language].items()
    return next((name for way, name in ways if re.fullmatch(way, unit, re.IGNORECASE)), None)


# A language that one of these lacks is not read; the compiler says so.
TABLES = (NUMBERS, PARTLY, UNITS, TO, ORDINALS, NTH, NUMBERED, MONTHS)
PATTERNS = {
    language: _pattern(language)
    for language in LANGUAGES
    if all(language in table for table in TABLES)
}
