"""One date as people type it in three fields, month names and all."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from poortwachter.i18n.locales import LOCALES
from poortwachter.i18n.messages import Message

PARTS = ("day", "month", "year")
YEAR_DIGITS = 4
SHORTEST_MONTH = 3
MARCH, MRT = 3, "mrt"
MONTHS = 12


class MistypedError(ValueError):
    """What was typed is no date.

    Attributes:
        part: the field to look at.
        code: names its sentence among the `errors` of rules/messages.yaml.
        values: what the sentence needs, but for what the date is called.
    """

    def __init__(self, part: str, code: str, values: Mapping[str, object] | None = None) -> None:
        self.part = part
        self.code = code
        self.values = values or {}
        super().__init__(code)


def is_empty(fields: object) -> bool:
    """Whether nothing was typed at all."""
    return not any(_typed(fields).values())


def typed_date(fields: object, on: date) -> date:
    """The date that was typed.

    Args:
        fields: an object with the texts `day`, `month` and `year`.
        on: today, of which the year is an example.

    Raises:
        MistypedError: with the field to look at and what to do.
    """
    typed = _typed(fields)
    if not any(typed.values()):
        raise MistypedError("day", "not_filled_in")
    for part in PARTS:
        if not typed[part]:
            values = {"part": Message("parts_of_a_day", part)}
            raise MistypedError(part, "part_not_filled_in", values)
    month = _month(typed["month"])
    if not month:
        raise MistypedError("month", "no_month")
    year = typed_number(typed["year"]) if len(typed["year"]) == YEAR_DIGITS else 0
    if not year:
        raise MistypedError("year", "no_year", {"year": on.year})
    try:
        return date(year, month, typed_number(typed["day"]))
    except ValueError:
        given = (typed["day"][:YEAR_DIGITS], month, year)
        raise MistypedError("day", "no_such_day", {"typed_day": given}) from None


def _typed(fields: object) -> dict[str, str]:
    given: Mapping[str, Any] = fields if isinstance(fields, Mapping) else {}
    return {part: str(given.get(part, "")).strip() for part in PARTS}


def typed_number(text: str) -> int:
    """The whole number that was typed, or 0, which is no day, month, year or number of weeks."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= YEAR_DIGITS else 0


def _month(text: str) -> int:
    """The number of a month typed as a number, a name or the beginning of a name; else 0."""
    if text.isdigit():
        return typed_number(text) if typed_number(text) <= MONTHS else 0
    name = text.lower().rstrip(".")
    if name == MRT:
        return MARCH
    found = [number for number, month in _names_of_months() if month.startswith(name)]
    return found[0] if found and len(name) >= SHORTEST_MONTH else 0


def _names_of_months() -> Iterator[tuple[int, str]]:
    """In every language: whoever reads English may still write mei."""
    for language in LOCALES.values():
        for number, month in enumerate(language["months"], start=1):
            yield number, month.lower()
