"""The case: what is known of one period of sickness, read from plain data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from poortwachter.problems import InvalidInputError, Problem, echo
from poortwachter.rulebook import Rulebook, load

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EARLIEST = date(1950, 1, 1)
LATEST = date(2099, 12, 31)

# Dates on which something was done; None where the date is not known.
Done = Mapping[str, tuple[date | None, ...]]


@dataclass(frozen=True, slots=True)
class Recovery:
    """Whole days of full recovery for the own work, both ends included; None: still recovered."""

    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """First day of incapacity, recoveries in order of time, and what was done.

    `first_sick_day` is the first working day on which, through sickness, no work was done or
    work stopped (WIA art. 23(2)).
    """

    first_sick_day: date
    recoveries: tuple[Recovery, ...] = ()
    done: Done = field(default_factory=dict)

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Read a case as it comes from JSON.

        Raises:
            InvalidInputError: with every problem, each at its field.
        """
        reader = CaseReader(load())
        case = reader.read(data)
        if case is None or reader.problems:
            raise InvalidInputError(reader.problems)
        return cls(**case)


class CaseReader:
    """Reads field by field and keeps every problem on the way."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.problems: list[Problem] = []

    def read(self, data: object) -> dict[str, Any] | None:
        """The fields of a case; to be trusted only when no problems were found."""
        if not isinstance(data, dict):
            self._wrong("", "wrong_type", data, "an object with the fields of a case")
            return None
        fields = ("first_sick_day", "recoveries", "done")
        for name in data.keys() - set(fields):
            self._wrong(echo(name), "unknown_field", None, ", ".join(fields))
        self.problems.sort(key=lambda problem: problem.field)
        first_sick_day = self.read_date("first_sick_day", data.get("first_sick_day"))
        return {
            "first_sick_day": first_sick_day,
            "recoveries": self._read_recoveries(data.get("recoveries"), first_sick_day),
            "done": self._read_done(data.get("done")),
        }

    def _wrong(
        self, where: str, code: str, given: object, expected: str = "", **more: object
    ) -> None:
        values = {"given": echo(given), "expected": expected, **more}
        self.problems.append(Problem(where, code, values))

    def read_date(self, where: str, value: object) -> date | None:
        """A day written as YYYY-MM-DD, or None and one more problem at `where`."""
        if value is None:
            self._wrong(where, "missing", value, "YYYY-MM-DD")
            return None
        if not isinstance(value, str) or not ISO_DATE.fullmatch(value):
            self._wrong(where, "not_a_date", value)
            return None
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self._wrong(where, "not_a_date", value)
            return None
        if not EARLIEST <= day <= LATEST:
            years = {"first_year": EARLIEST.year, "last_year": LATEST.year}
            self._wrong(where, "out_of_range", value, f"{EARLIEST} to {LATEST}", **years)
            return None
        return day

    def _read_recoveries(self, value: object, first_sick_day: date | None) -> tuple[Recovery, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self._wrong("recoveries", "wrong_type", value, "a list of recoveries")
            return ()
        read = [
            self._read_recovery(f"recoveries[{i}]", item, first_sick_day)
            for i, item in enumerate(value)
        ]
        order = sorted(
            (recovery.first_day, i, recovery) for i, recovery in enumerate(read) if recovery
        )
        for _, i, recovery in order[:-1]:
            if recovery.last_day is None:
                self._wrong(f"recoveries[{i}].last_day", "open_recovery_not_last", None)
        return tuple(recovery for _, _, recovery in order)

    def _read_recovery(
        self, where: str, value: object, first_sick_day: date | None
    ) -> Recovery | None:
        if not isinstance(value, dict):
            self._wrong(where, "wrong_type", value, "an object with first_day and last_day")
            return None
        for name in sorted(map(echo, value.keys() - {"first_day", "last_day"})):
            self._wrong(f"{where}.{name}", "unknown_field", None, "first_day, last_day")
        first_day = self.read_date(f"{where}.first_day", value.get("first_day"))
        last_day = value.get("last_day")
        last_day = None if last_day is None else self.read_date(f"{where}.last_day", last_day)
        if first_day is None:
            return None
        if first_sick_day and first_day <= first_sick_day:
            self._wrong(
                f"{where}.first_day", "recovery_too_early", str(first_day), str(first_sick_day)
            )
        if last_day and last_day < first_day:
            self._wrong(f"{where}.last_day", "ends_before_it_starts", str(last_day), str(first_day))
        return Recovery(first_day, last_day)

    def _read_done(self, value: object) -> Done:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self._wrong("done", "wrong_type", value, "an object with an obligation and its date")
            return {}
        return {name: self._read_done_dates(name, when) for name, when in value.items()}

    def _read_done_dates(self, name: object, when: object) -> tuple[date | None, ...]:
        where = f"done.{echo(name)}"
        obligations = self.rulebook.obligations
        if name not in obligations:
            self._wrong(where, "unknown_obligation", name, ", ".join(obligations))
            return ()
        if when is True:
            return (None,)
        if not isinstance(when, list):
            return (self.read_date(where, when),)
        if not obligations[str(name)].recurs_until:
            self._wrong(where, "not_recurring", when)
            return ()
        days = (self.read_date(f"{where}[{i}]", item) for i, item in enumerate(when))
        return tuple(sorted(day for day in days if day))
