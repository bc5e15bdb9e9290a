"""One date as people type it in three fields, month names and all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from poortwachter.i18n.locales import NL, capitalised

PARTS = {"day": "de dag", "month": "de maand", "year": "het jaar"}
YEAR_DIGITS = 4
SHORTEST_MONTH = 3
MARCH, MRT = 3, "mrt"


class MistypedError(ValueError):
    """What was typed is no date; `part` is the field to look at."""

    def __init__(self, part: str, message: str) -> None:
        self.part = part
        super().__init__(message)


def is_empty(fields: object) -> bool:
    """Whether nothing was typed at all."""
    return not any(_typed(fields).values())


def typed_date(fields: object, noun: str, on: date, *, future: bool = False) -> date:
    """The date that was typed.

    Args:
        fields: an object with the texts `day`, `month` and `year`.
        noun: what the date is called within a sentence.
        on: today; later dates are refused unless `future`.
        future: whether the date may be later than `on`.

    Raises:
        MistypedError: with the field to look at and what to do, in Dutch.
    """
    typed = _typed(fields)
    if is_empty(typed):
        raise MistypedError("day", f"Vul {noun} in.")
    for part, name in PARTS.items():
        if not typed[part]:
            raise MistypedError(part, f"Vul bij {noun} ook {name} in.")
    day = _whole_date(typed, noun, on)
    if day > on and not future:
        raise MistypedError("day", f"{capitalised(noun)} kan niet na vandaag liggen.")
    return day


def _whole_date(typed: Mapping[str, str], noun: str, on: date) -> date:
    month = _month(typed["month"])
    if not month:
        raise MistypedError("month", f"Vul bij {noun} een maand in, bijvoorbeeld 6 of juni.")
    year = typed_number(typed["year"]) if len(typed["year"]) == YEAR_DIGITS else 0
    if not year:
        example = f"bijvoorbeeld {on.year}"
        raise MistypedError("year", f"Vul bij {noun} het jaar in vier cijfers in, {example}.")
    try:
        return date(year, month, typed_number(typed["day"]))
    except ValueError:
        given = f"{typed['day'][:YEAR_DIGITS]} {NL.months[month - 1]} {year}"
        raise MistypedError("day", f"Controleer {noun}: {given} bestaat niet.") from None


def _typed(fields: object) -> dict[str, str]:
    given: Mapping[str, Any] = fields if isinstance(fields, Mapping) else {}
    return {part: str(given.get(part, "")).strip() for part in PARTS}


def typed_number(text: str) -> int:
    """The whole number that was typed, or 0, which is no day, month, year or number of weeks."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= YEAR_DIGITS else 0


def _month(text: str) -> int:
    """The number of a month typed as a number, a name or the beginning of a name; else 0."""
    if text.isdigit():
        return typed_number(text) if typed_number(text) <= len(NL.months) else 0
    name = text.lower().rstrip(".")
    if name == MRT:
        return MARCH
    found = [number for number, month in enumerate(NL.months, start=1) if month.startswith(name)]
    return found[0] if found and len(name) >= SHORTEST_MONTH else 0
