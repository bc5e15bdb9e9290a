"""The form of the self-check: what people fill in becomes a case.

Problems are told in Dutch and point at the very field, for example `first_sick_day.month`.
A part of the form that was not opened is not there: only what was opened must be filled in.
"""

from datetime import date
from typing import Any

from poortwachter.case.parser import MOST_SANCTION_WEEKS
from poortwachter.i18n.locales import DUTCH
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.date_input import MistypedError, is_empty, typed_date, typed_number
from poortwachter.selfcheck.submission import ANSWERS, ROLES, Submission, may_be_unknown

RECOVERY_STARTS = "de eerste dag van het herstel"
RECOVERY_ENDS = "de laatste dag van het herstel"
LEAVE_STARTS = "de eerste dag van het verlof"
LEAVE_ENDS = "de laatste dag van het verlof"

# The dates that may lie ahead, and what each is called within a sentence.
AHEAD = {
    "aow_date": "de dag van de AOW-leeftijd",
    "contract_end": "de laatste dag van het contract",
    "voluntary_until": "de laatste dag van de verlenging",
}
REPAIR_FOUND = "de dag waarop UWV zag dat het hersteld is"


class Form:
    """Reads the form and keeps every problem, in the order of the form."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.problems: list[dict[str, str]] = []

    def submission(self, data: object) -> Submission:
        """All that the form tells; to be used only when no problems were found."""
        given = data if isinstance(data, dict) else {}
        role, unknown = given.get("role"), given.get("unknown")
        names = filter(may_be_unknown, unknown if isinstance(unknown, list) else ())
        return Submission(
            self.read(data), next((each for each in ROLES if each == role), None), tuple(names)
        )

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
            "outlook": _answers(data.get("outlook")),
            "recoveries": self._pauses("recoveries", data.get("recoveries"), self._recovery),
            "leaves": self._pauses("leaves", data.get("leaves"), self._leave),
            "contract_end": self._ahead("contract_end", data),
            "aow_date": self._ahead("aow_date", data),
            "wage_extension": self._wage_extension(data.get("wage_extension")),
        }

    def _pauses(self, where: str, data: object, read: Any) -> object:
        if not isinstance(data, list):
            return data
        return [
            read(f"{where}[{i}]", pause) if isinstance(pause, dict) else pause
            for i, pause in enumerate(data)
        ]

    def _recovery(self, where: str, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "first_day": self._date(f"{where}.first_day", RECOVERY_STARTS, data.get("first_day")),
            "last_day": self._maybe(f"{where}.last_day", RECOVERY_ENDS, data.get("last_day")),
        }

    def _leave(self, where: str, data: dict[str, Any]) -> dict[str, Any]:
        first_day, last_day = data.get("first_day"), data.get("last_day")
        return {
            "first_day": self._date(f"{where}.first_day", LEAVE_STARTS, first_day, future=True),
            "last_day": self._date(f"{where}.last_day", LEAVE_ENDS, last_day, future=True),
            "same_cause": _answer(data.get("same_cause")),
        }

    def _wage_extension(self, data: object) -> object:
        if not isinstance(data, dict):
            return data
        where, weeks = "wage_extension", data.get("sanction_weeks")
        found = data.get("sanction_repair_found")
        return {
            "voluntary_until": self._ahead("voluntary_until", data, f"{where}."),
            "sanction_weeks": None if weeks is None else self._weeks(weeks),
            "sanction_repair_found": None
            if is_empty(found)
            else self._date(f"{where}.sanction_repair_found", REPAIR_FOUND, found),
        }

    def _weeks(self, typed: object) -> int | None:
        weeks = typed_number(str(typed).strip())
        if 1 <= weeks <= MOST_SANCTION_WEEKS:
            return weeks
        message = (
            "Vul in hoeveel weken de loonsanctie duurt: een getal van 1 tot en met "
            f"{MOST_SANCTION_WEEKS}."
        )
        self.problems.append({"field": "wage_extension.sanction_weeks", "message": message})
        return None

    def _all_done(self, data: object) -> object:
        if not isinstance(data, dict):
            return data
        return {name: self._done(name, value) for name, value in data.items()}

    def _done(self, name: str, value: object) -> object:
        if name not in load().can_be_done:
            return value
        where, noun = f"done.{name}", f"de datum van {load().actionable[name].words[DUTCH].noun}"
        if isinstance(value, list):
            return [self._date(f"{where}[{i}]", noun, item) for i, item in enumerate(value)]
        return value if value is True else self._date(where, noun, value)

    def _ahead(self, name: str, data: dict[str, Any], path: str = "") -> str | None:
        if name not in data:
            return None
        return self._date(f"{path}{name}", AHEAD[name], data[name], future=True)

    def _maybe(self, where: str, noun: str, fields: object) -> str | None:
        return None if is_empty(fields) else self._date(where, noun, fields, future=True)

    def _date(self, where: str, noun: str, fields: object, *, future: bool = False) -> str | None:
        try:
            return typed_date(fields, noun, self.on, future=future).isoformat()
        except MistypedError as error:
            self.problems.append({"field": f"{where}.{error.part}", "message": str(error)})
            return None


def _answers(data: object) -> object:
    if not isinstance(data, dict):
        return data
    return {name: _answer(value) for name, value in data.items()}


def _answer(value: object) -> object:
    """Yes, no or not known, as the form writes it; anything else stays, for `Case` to refuse."""
    return ANSWERS.get(value, value) if isinstance(value, str) else value
