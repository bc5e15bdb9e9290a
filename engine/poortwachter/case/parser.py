"""Reads a case from plain data, and keeps every problem on the way."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.records import Done, Leave, Outlook, Recovery, WageExtension
from poortwachter.law.rulebook import Rulebook, load

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EARLIEST = date(1950, 1, 1)
LATEST = date(2099, 12, 31)
MOST_PAUSES = 200
MOST_PROBLEMS = 100
MOST_SANCTION_WEEKS = 52


def read_case(data: object) -> dict[str, Any]:
    """The fields of a case, from plain data.

    Raises:
        InvalidInputError: with every problem, each at its field.
    """
    reader = CaseReader(load())
    fields = reader.read(data)
    if reader.problems:
        raise InvalidInputError(_first(sorted(reader.problems, key=lambda each: each.field)))
    return fields


def _first(problems: list[Problem]) -> list[Problem]:
    """As many as somebody can read, and how many more there are."""
    more = len(problems) - MOST_PROBLEMS
    rest = [Problem("", "more_problems", {"given": more})] if more > 0 else []
    return problems[:MOST_PROBLEMS] + rest


class CaseReader:
    """Reads field by field; what it returns is to be used only when it found no problems."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.problems: list[Problem] = []

    def read(self, data: object) -> dict[str, Any]:
        """The fields of a case."""
        given = self._object("", data, FIELDS, "the fields of a case")
        if given is None:
            return {}
        first_sick_day = self.read_date("first_sick_day", given.get("first_sick_day"))
        read = {
            name: READERS[name](self, name, value)
            for name, value in given.items()
            if name in READERS and value is not None
        }
        for where in ("recoveries", "leaves"):
            self._check_pauses(first_sick_day, where, given.get(where))
        return {"first_sick_day": first_sick_day, **read}

    def read_date(self, where: str, value: object) -> date | None:
        """A day written as YYYY-MM-DD, or None and one more problem at `where`."""
        if value is None:
            self._wrong(where, "missing", value, "YYYY-MM-DD")
            return None
        day = _iso(value)
        if day is None:
            self._wrong(where, "not_a_date", value)
            return None
        if not EARLIEST <= day <= LATEST:
            years = {"first_year": EARLIEST.year, "last_year": LATEST.year}
            self._wrong(where, "out_of_range", value, f"{EARLIEST} to {LATEST}", **years)
            return None
        return day

    def recoveries(self, where: str, value: object) -> tuple[Recovery, ...]:
        """Recoveries in order of time; only the last one may be without an end."""
        read = []
        for place, item in self._list(where, value):
            fields = ("first_day", "last_day")
            given = self._object(place, item, fields, " and ".join(fields))
            if given is None:
                continue
            first_day = self.read_date(f"{place}.first_day", given.get("first_day"))
            last_day = self._maybe(self.read_date, f"{place}.last_day", given.get("last_day"))
            if first_day:
                read.append(
                    (first_day, place, given.get("last_day"), Recovery(first_day, last_day))
                )
        read.sort(key=lambda item: item[:2])
        for _, place, last_day_given, _ in read[:-1]:
            if last_day_given is None:
                self._wrong(f"{place}.last_day", "open_recovery_not_last", None)
        return tuple(recovery for *_, recovery in read)

    def leaves(self, where: str, value: object) -> tuple[Leave, ...]:
        """Leaves in order of time."""
        read = []
        for place, item in self._list(where, value):
            fields = ("first_day", "last_day", "same_cause")
            given = self._object(place, item, fields, "first_day, last_day and same_cause")
            if given is None:
                continue
            first_day = self.read_date(f"{place}.first_day", given.get("first_day"))
            last_day = self.read_date(f"{place}.last_day", given.get("last_day"))
            same_cause = self._maybe(self._truth, f"{place}.same_cause", given.get("same_cause"))
            if first_day and last_day:
                read.append(Leave(first_day, last_day, same_cause))
        return tuple(sorted(read, key=lambda leave: (leave.first_day, leave.last_day)))

    def outlook(self, where: str, value: object) -> Outlook:
        """What the bedrijfsarts expects."""
        fields = ("long_absence", "work_possible")
        given = self._object(where, value, fields, " and ".join(fields)) or {}
        return Outlook(
            *(self._maybe(self._truth, f"{where}.{name}", given.get(name)) for name in fields)
        )

    def wage_extension(self, where: str, value: object) -> WageExtension:
        """Why wage goes on after 104 weeks."""
        fields = ("voluntary_until", "sanction_weeks", "sanction_repair_found")
        given = self._object(where, value, fields, ", ".join(fields)) or {}
        until, weeks, found = (given.get(name) for name in fields)
        if found is not None and weeks is None:
            self._wrong(f"{where}.sanction_weeks", "needed_with_repair", None)
        return WageExtension(
            self._maybe(self.read_date, f"{where}.voluntary_until", until),
            self._maybe(self._weeks, f"{where}.sanction_weeks", weeks),
            self._maybe(self.read_date, f"{where}.sanction_repair_found", found),
        )

    def done(self, where: str, value: object) -> Done:
        """What was done, with its dates in order."""
        if not isinstance(value, dict):
            self._wrong(where, "wrong_type", value, "an object with an obligation and its date")
            return {}
        return {
            name: self._done_dates(f"{where}.{echo(name)}", name, value[name]) for name in value
        }

    def _done_dates(self, where: str, name: object, when: object) -> tuple[date | None, ...]:
        known = self.rulebook.can_be_done
        if name not in known:
            self._wrong(where, "unknown_obligation", name, ", ".join(known))
            return ()
        if when is True:
            return (None,)
        if not isinstance(when, list):
            return (self.read_date(where, when),)
        if not self.rulebook.actionable[str(name)].recurs_until:
            self._wrong(where, "not_recurring", when)
            return ()
        days = (self.read_date(place, item) for place, item in self._list(where, when))
        return tuple(sorted(day for day in days if day))

    def _check_pauses(self, first_sick_day: date | None, where: str, pauses: object) -> None:
        """Every pause comes after the first sick day and ends after it began."""
        for i, item in enumerate(pauses if isinstance(pauses, list) else ()):
            if isinstance(item, dict):
                self._check_pause(first_sick_day, f"{where}[{i}]", item)

    def _check_pause(self, first_sick_day: date | None, where: str, item: dict[str, Any]) -> None:
        first_day, last_day = _iso(item.get("first_day")), _iso(item.get("last_day"))
        if first_day and first_sick_day and first_day <= first_sick_day:
            self._wrong(
                f"{where}.first_day", "spell_too_early", str(first_day), str(first_sick_day)
            )
        if first_day and last_day and last_day < first_day:
            self._wrong(f"{where}.last_day", "ends_before_it_starts", str(last_day), str(first_day))

    def _maybe[T](
        self, read: Callable[[str, object], T | None], where: str, value: object
    ) -> T | None:
        return None if value is None else read(where, value)

    def _truth(self, where: str, value: object) -> bool | None:
        if isinstance(value, bool):
            return value
        self._wrong(where, "wrong_type", value, "true, false or null")
        return None

    def _weeks(self, where: str, value: object) -> int | None:
        if (
            isinstance(value, int)
            and not isinstance(value, bool)
            and 1 <= value <= MOST_SANCTION_WEEKS
        ):
            return value
        self._wrong(where, "wrong_type", value, f"a whole number from 1 to {MOST_SANCTION_WEEKS}")
        return None

    def _object(
        self, where: str, value: object, fields: tuple[str, ...], expected: str
    ) -> Mapping[str, Any] | None:
        if not isinstance(value, dict):
            self._wrong(where, "wrong_type", value, f"an object with {expected}")
            return None
        for name in value.keys() - set(fields):
            place = f"{where}.{echo(name)}" if where else echo(name)
            self._wrong(place, "unknown_field", None, ", ".join(fields))
        return value

    def _list(self, where: str, value: object) -> list[tuple[str, object]]:
        if not isinstance(value, list):
            self._wrong(where, "wrong_type", value, f"a list of {where}")
            return []
        if len(value) > MOST_PAUSES:
            self._wrong(where, "too_many", len(value), str(MOST_PAUSES))
            return []
        return [(f"{where}[{i}]", item) for i, item in enumerate(value)]

    def _wrong(
        self, where: str, code: str, given: object, expected: str = "", **more: object
    ) -> None:
        values = {"given": echo(given), "expected": expected, **more}
        self.problems.append(Problem(where, code, values))


def _iso(value: object) -> date | None:
    if not isinstance(value, str) or not ISO_DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


READERS: dict[str, Callable[[CaseReader, str, Any], Any]] = {
    "recoveries": CaseReader.recoveries,
    "leaves": CaseReader.leaves,
    "aow_date": CaseReader.read_date,
    "contract_end": CaseReader.read_date,
    "outlook": CaseReader.outlook,
    "done": CaseReader.done,
    "wage_extension": CaseReader.wage_extension,
}
FIELDS = ("first_sick_day", *READERS)
