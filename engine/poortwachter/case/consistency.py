"""What one answer says of another: checks of a whole case, beside those of each field.

What could not be read is no date here, so that one mistake is told once.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from poortwachter.case.errors import Problem
from poortwachter.case.fields import Facts, Rows, fields_of, required

Row = Mapping[str, Any]


def repair_ends_a_sanction(facts: Facts) -> Iterator[Problem]:
    """A sanction that was repaired had a length."""
    extension = facts.get("wage_extension")
    told: Row = extension if isinstance(extension, Mapping) else {}
    if told.get("sanction_repair_found") is not None and told.get("sanction_weeks") is None:
        yield _problem("wage_extension.sanction_weeks", "needed_with_repair")


def rows_lie_in_order(record: type[Any], facts: Facts) -> Iterator[Problem]:
    """Whatever comes in rows begins after the first sick day, or on it, and ends after it began."""
    kinds = fields_of(record).items()
    found = ((name, kind) for name, kind in kinds if isinstance(kind, Rows))
    for name, kind in found:
        for place, row in _rows(facts, name):
            yield from _wrong_row(place, row, kind, _day(facts, "first_sick_day"))
        if not kind.from_first_day and "last_day" not in required(kind.record):
            yield from _only_the_last_is_open(facts, name)


def _wrong_row(place: str, row: Row, kind: Rows, first_sick_day: date | None) -> Iterator[Problem]:
    first_day, last_day = _day(row, "first_day"), _day(row, "last_day")
    if first_day and first_sick_day and first_day <= first_sick_day:
        if not kind.from_first_day:
            yield _problem(f"{place}.first_day", "pause_too_early", first_day, first_sick_day)
        elif first_day < first_sick_day:
            yield _problem(f"{place}.first_day", "partly_too_early", first_day, first_sick_day)
    if first_day and last_day and last_day < first_day:
        yield _problem(f"{place}.last_day", "ends_before_it_starts", last_day, first_day)


def _only_the_last_is_open(facts: Facts, where: str) -> Iterator[Problem]:
    """Who is still recovered cannot recover once more; so it is with whatever does not count."""
    dated = [each for each in _rows(facts, where) if _day(each[1], "first_day")]
    dated.sort(key=lambda each: each[1]["first_day"])
    for place, row in dated[:-1]:
        if row.get("last_day") is None:
            yield _problem(f"{place}.last_day", "open_row_not_last")


def _rows(facts: Facts, where: str) -> Iterator[tuple[str, Row]]:
    rows = facts.get(where)
    for i, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping):
            yield f"{where}[{i}]", row


def _day(facts: Facts, name: str) -> date | None:
    value = facts.get(name)
    return value if isinstance(value, date) else None


def _problem(where: str, code: str, given: object = None, expected: object = "") -> Problem:
    return Problem(where, code, {"given": str(given), "expected": str(expected)})


CHECKS: tuple[Callable[[Facts], Iterator[Problem]], ...] = (repair_ends_a_sanction,)
