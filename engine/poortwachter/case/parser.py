"""Reads plain data as a record says it must be, and keeps every problem on the way."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from poortwachter.case.consistency import CHECKS, rows_lie_in_order
from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.fields import (
    Day,
    Facts,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Text,
    Weeks,
    YesNo,
    fields_of,
    required,
)
from poortwachter.i18n.locales import listed
from poortwachter.law.rulebook import Rulebook, load

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EARLIEST = date(1950, 1, 1)
LATEST = date(2099, 12, 31)
MOST_ROWS = 200
MOST_PROBLEMS = 100


def read_facts(record: type[Any], data: object) -> Facts:
    """The facts of a case, from plain data.

    Raises:
        InvalidInputError: with every problem, each at its field.
    """
    reader = CaseReader(record, load())
    facts = reader.read(data)
    if reader.problems:
        raise InvalidInputError(first_of(sorted(reader.problems, key=lambda each: each.field)))
    return facts


def first_of(problems: list[Problem], most: int = MOST_PROBLEMS) -> list[Problem]:
    """As many as somebody can read, and how many more there are."""
    more = len(problems) - most
    rest = [Problem("", "more_problems", {"given": more})] if more > 0 else []
    return problems[:most] + rest


class CaseReader:
    """Reads field by field; what it returns is to be used only when it found no problems.

    What cannot be read stays as it was given. What is a date already stays one: a form that was
    typed knows its dates, and is held against the same rules as JSON.

    Attributes:
        repeat: how a problem tells a name or a value that was given. What somebody else wrote, to
            be read by others, is not told as it is.
    """

    def __init__(
        self, record: type[Any], rulebook: Rulebook, repeat: Callable[[object], str] = echo
    ) -> None:
        self.record = record
        self.rulebook = rulebook
        self.repeat = repeat
        self.problems: list[Problem] = []

    def read(self, data: object) -> Facts:
        """The facts of a case."""
        facts = self._record("", self.record, data, "the fields of a case")
        if not isinstance(facts, dict):
            return {}
        for check in CHECKS:
            self.problems += check(facts)
        self.problems += rows_lie_in_order(self.record, facts)
        return facts

    def read_date(self, where: str, value: object) -> object:
        """A day written as YYYY-MM-DD; if it is none, what was given and one more problem."""
        day = value if type(value) is date else _iso(value)
        if value is None:
            self._wrong(where, "missing", value, "YYYY-MM-DD")
        elif day is None:
            self._wrong(where, "not_a_date", value)
        elif not EARLIEST <= day <= LATEST:
            years = {"first_year": EARLIEST.year, "last_year": LATEST.year}
            self._wrong(where, "out_of_range", value, f"{EARLIEST} to {LATEST}", **years)
        else:
            return day
        return value

    def _record(self, where: str, record: type[Any], value: object, expected: str = "") -> Any:
        """What an object tells of a record: what is required first, the rest as it was given.

        Null says that an answer is not known; of rows, a group or all steps it says nothing.
        """
        fields, needed = fields_of(record), required(record)
        if not isinstance(value, dict):
            self._wrong(where, "wrong_type", value, f"an object with {expected or _names(fields)}")
            return value
        known = ", ".join(fields)
        for nth, name in enumerate(value, 1):
            if name not in fields:
                self._unknown(_place(where, self.repeat(name)), "unknown_field", nth, known)
        read = {}
        for name in dict.fromkeys([*needed, *value]):
            kind, given, place = fields.get(name), value.get(name), _place(where, name)
            if kind is not None and given is not None:
                read[name] = self._field(place, kind, given)
            elif name in needed:
                self._wrong(place, "missing", None, "YYYY-MM-DD")
            elif isinstance(kind, Day | YesNo | Weeks | Percentage | Text):
                read[name] = None
        return read

    def _field(self, where: str, kind: FieldKind, value: object) -> object:  # noqa: PLR0911 one each
        match kind:
            case Day():
                return self.read_date(where, value)
            case YesNo():
                return self._truth(where, value)
            case Weeks():
                return self._number(where, value, self.rulebook.most_sanction_weeks())
            case Percentage():
                return self._number(where, value, 100)
            case Text(longest):
                return self._text(where, value, longest)
            case Rows(record):
                return self._each(where, value, lambda place, row: self._record(place, record, row))
            case Nested(record):
                return self._record(where, record, value)
            case Steps():
                return self._steps(where, value)

    def _each(self, where: str, value: object, read: Callable[[str, object], Any]) -> Any:
        if not isinstance(value, list):
            self._wrong(where, "wrong_type", value, f"a list of {where}")
            return value
        if len(value) > MOST_ROWS:
            self._wrong(where, "too_many", len(value), str(MOST_ROWS))
            return []
        return [read(f"{where}[{i}]", item) for i, item in enumerate(value)]

    def _steps(self, where: str, value: object) -> Any:
        if not isinstance(value, dict):
            self._wrong(where, "wrong_type", value, "an object with an obligation and its date")
            return value
        known = self.rulebook.can_be_done
        # One text for all of them: a case may have a hundred thousand names that do not exist.
        every = ", ".join(known)
        for nth, name in enumerate(value, 1):
            if name not in known:
                place = _place(where, self.repeat(name))
                self._unknown(place, "unknown_obligation", nth, every)
        return {
            name: self._step(_place(where, name), name, when) if name in known else when
            for name, when in value.items()
        }

    def _step(self, where: str, name: str, when: object) -> Any:
        if isinstance(when, list):
            if self.rulebook.actionable[name].recurs_until:
                return self._each(where, when, self.read_date)
            self._wrong(where, "not_recurring", when)
        elif when is not None and not isinstance(when, bool):
            return self.read_date(where, when)
        return when

    def _truth(self, where: str, value: object) -> object:
        if not isinstance(value, bool):
            self._wrong(where, "wrong_type", value, "true, false or null")
        return value

    def _text(self, where: str, value: object, longest: int) -> object:
        """A text without spaces around it, which is none when it is empty; a problem never repeats it."""
        if not isinstance(value, str):
            self._wrong(where, "wrong_type", value, f"a text of at most {longest} characters")
        elif len(value) > longest:
            self._wrong(where, "too_long", len(value), str(longest))
        elif not value.isprintable():
            self._wrong(where, "not_printable", None)
        else:
            return value.strip() or None
        return value

    def _number(self, where: str, value: object, most: int) -> object:
        if type(value) is not int or not 1 <= value <= most:
            self._wrong(where, "wrong_type", value, f"a whole number from 1 to {most}")
        return value

    def _unknown(self, where: str, code: str, nth: int, known: str) -> None:
        """A name that does not exist; who may not be told it finds it by its place."""
        self._wrong(where, code, None, known, nth=nth)

    def _wrong(
        self, where: str, code: str, given: object, expected: str = "", **more: object
    ) -> None:
        values = {"given": self.repeat(given), "expected": expected, **more}
        self.problems.append(Problem(where, code, values))


def _iso(value: object) -> date | None:
    if not isinstance(value, str) or not ISO_DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _place(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _names(fields: Iterable[str]) -> str:
    return listed([*fields], "en")
