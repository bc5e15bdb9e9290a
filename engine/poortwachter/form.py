"""The form of the self-check: what people fill in becomes a case.

Problems are told in Dutch and point at the very field, for example `first_sick_day.month`.
"""

from datetime import date
from typing import Any

from poortwachter.language import DUTCH
from poortwachter.rulebook import load
from poortwachter.typed_date import MistypedError, is_empty, typed_date

RECOVERY_STARTS = "de eerste dag van het herstel"
RECOVERY_ENDS = "de laatste dag van het herstel"


class Form:
    """Reads the form and keeps every problem, in the order of the form."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.problems: list[dict[str, str]] = []

    def read(self, data: object) -> Any:
        """The case as `Case.from_dict` takes it; to be used only when no problems were found.

        What is not filled in but put together otherwise stays as it is: `Case.from_dict` tells.
        """
        if not isinstance(data, dict):
            return data
        first_sick_day = data.get("first_sick_day")
        return {
            "first_sick_day": self._date("first_sick_day", "de eerste ziektedag", first_sick_day),
            "done": self._all_done(data.get("done")),
            "recoveries": self._recoveries(data.get("recoveries")),
        }

    def _recoveries(self, data: object) -> object:
        if not isinstance(data, list):
            return data
        return [self._recovery(f"recoveries[{i}]", recovery) for i, recovery in enumerate(data)]

    def _recovery(self, where: str, data: object) -> object:
        if not isinstance(data, dict):
            return data
        last_day = data.get("last_day")
        return {
            "first_day": self._date(f"{where}.first_day", RECOVERY_STARTS, data.get("first_day")),
            "last_day": None
            if is_empty(last_day)
            else self._date(f"{where}.last_day", RECOVERY_ENDS, last_day, future=True),
        }

    def _all_done(self, data: object) -> object:
        if not isinstance(data, dict):
            return data
        return {name: self._done(name, value) for name, value in data.items()}

    def _done(self, name: str, value: object) -> object:
        if name not in load().can_be_done:
            return value
        where, noun = f"done.{name}", f"de datum van {load().steps[name].words[DUTCH].noun}"
        if isinstance(value, list):
            return [self._date(f"{where}[{i}]", noun, item) for i, item in enumerate(value)]
        return value if value is True else self._date(where, noun, value)

    def _date(self, where: str, noun: str, fields: object, *, future: bool = False) -> str | None:
        try:
            return typed_date(fields, noun, self.on, future=future).isoformat()
        except MistypedError as error:
            self.problems.append({"field": f"{where}.{error.part}", "message": str(error)})
            return None
