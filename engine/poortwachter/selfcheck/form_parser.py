"""The form of the self-check: what people fill in becomes a submission.

Problems point at the very field, for example `first_sick_day.month`. A part of the form that was
not opened is not there: only what was opened must be filled in.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from poortwachter.case.errors import InvalidInputError, Problem
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
    days_of,
    fields_of,
    required,
)
from poortwachter.case.model import Case
from poortwachter.case.parser import read_facts
from poortwachter.i18n.messages import Message
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.date_input import MistypedError, is_empty, typed_date, typed_number
from poortwachter.selfcheck.submission import (
    ANSWERS,
    NOT_COME,
    ROLES,
    Submission,
    may_be_unknown,
    questions,
)

NUMBER = re.compile(r"\[\d+]")


def read_form(data: object, on: date, *, ahead: bool = False) -> Submission:
    """All that the form tells; `ahead`: also days to come, for who only tries something out.

    Raises:
        InvalidInputError: with every problem, in the order of the form.
    """
    reader = FormReader(on, ahead=ahead)
    values = reader.read(data)
    if reader.problems:
        raise InvalidInputError(reader.problems)
    given = data if isinstance(data, dict) else {}
    role, unknown = given.get("role"), given.get("unknown")
    names = filter(may_be_unknown, unknown if isinstance(unknown, list) else ())
    facts = read_facts(Case, values)
    return Submission(facts, next((each for each in ROLES if each == role), None), tuple(names))


def lying_ahead(facts: Facts, on: date) -> Iterator[Problem]:
    """What the form would refuse of these facts: days that are still to come."""
    for where, kind, day in days_of(questions(), facts):
        yield from _ahead(where, kind, day, on)


class FormReader:
    """Reads what was typed as values, and keeps every problem, in the order of the form.

    What is not filled in but put together otherwise stays as it is: `read_facts` tells.
    """

    def __init__(self, on: date, *, ahead: bool) -> None:
        self.on = on
        self.ahead = ahead
        self.problems: list[Problem] = []

    def read(self, data: object) -> object:
        """The case as `read_facts` takes it; to be used only when no problems were found."""
        if not isinstance(data, dict):
            return data
        return self._fields("", questions(), required(Case), data)

    def _fields(
        self, path: str, kinds: dict[str, FieldKind], needed: tuple[str, ...], data: dict[str, Any]
    ) -> dict[str, Any]:
        return {
            name: self._field(path + name, kind, data.get(name))
            for name, kind in kinds.items()
            if name in data or name in needed
        }

    def _field(self, where: str, kind: FieldKind, value: object) -> object:  # noqa: PLR0911 one each
        match kind:
            case Day():
                return self._day(where, kind, value)
            case YesNo():
                return _answer(value)
            case Weeks():
                most = load().most_sanction_weeks()
                return None if value is None else self._number(where, value, most)
            case Percentage():
                return self._number(where, value, 100) if _words(value) else None
            case Text():
                return _words(value) or None
            case Rows(record):
                return self._rows(where, record, value)
            case Nested(record):
                return self._record(where, record, value)
            case Steps():
                return self._steps(where, value)

    def _rows(self, where: str, record: type[Any], value: object) -> object:
        if not isinstance(value, list):
            return value
        return [self._record(f"{where}[{i}]", record, row) for i, row in enumerate(value)]

    def _record(self, where: str, record: type[Any], value: object) -> object:
        if not isinstance(value, dict):
            return value
        return self._fields(f"{where}.", fields_of(record), required(record), value)

    def _steps(self, where: str, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            name: self._step(f"{where}.{name}", name, given)
            for name, given in value.items()
            if not _is_blank(given)
        }

    def _step(self, where: str, name: str, given: object) -> object:
        """What was said of a step: done on a day (or days), which may stay empty, not done, or not known."""
        if name not in load().can_be_done or not isinstance(given, dict):
            return given
        said = _answer(given.get("said"))
        if said is not True:
            return said
        if "days" not in given:
            return True if is_empty(given) else self._day(where, Day(), given)
        days = given["days"]
        if not isinstance(days, list):
            return days
        typed = [(i, day) for i, day in enumerate(days) if not is_empty(day)]
        return [self._day(f"{where}.days[{i}]", Day(), day) for i, day in typed] or True

    def _day(self, where: str, kind: Day, typed: object) -> date | None:
        if (kind.may_be_blank and is_empty(typed)) or (kind.may_not_come and typed == NOT_COME):
            return None
        try:
            day = typed_date(typed, self.on)
        except MistypedError as error:
            values = {"what": _noun(where), **error.values}
            self.problems.append(Problem(f"{where}.{error.part}", error.code, values))
            return None
        self.problems += () if self.ahead else _ahead(where, kind, day, self.on)
        return day

    def _number(self, where: str, typed: object, most: int) -> int | None:
        number = typed_number(_words(typed))
        if 1 <= number <= most:
            return number
        values = {"what": _noun(where), "number": most}
        self.problems.append(Problem(where, "no_number", values))
        return None


def _is_blank(given: object) -> bool:
    """Whether a step was left alone: its fields stand in the form all the same."""
    return isinstance(given, dict) and "said" not in given


def _words(typed: object) -> str:
    return str(typed or "").strip()


def _ahead(where: str, kind: Day, day: date, on: date) -> Iterator[Problem]:
    if day > on and not kind.ahead:
        yield Problem(f"{where}.day", "lies_ahead", {"subject": _noun(where)})


def _noun(where: str) -> Message:
    """What is asked at this path, within a sentence."""
    field, _, step = NUMBER.sub("", where).partition(".")
    if field == "done":
        return Message("nouns", field, {"noun": load().actionable[step.removesuffix(".days")]})
    return Message("nouns", f"{field}.{step}" if step else field)


def _answer(value: object) -> object:
    """Yes, no or not known, as the form writes it; anything else stays, to be refused."""
    return ANSWERS.get(value, value) if isinstance(value, str) else value
