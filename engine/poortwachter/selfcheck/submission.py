"""All that a visitor told: the case, who tells it, and what applies but is not known."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from poortwachter.law.rulebook import load

# Who may fill in the form. It changes words and order; it hides nothing.
ROLES = ("werknemer", "werkgever", "adviseur")

ANSWERS: Mapping[str, bool | None] = {"yes": True, "no": False, "unknown": None}

# What somebody may say happened without knowing when: fields of the case.
WITHOUT_DATE = (
    "recoveries",
    "leaves",
    "contract_end",
    "aow_date",
    "wage_extension.voluntary_until",
    "wage_extension.sanction_weeks",
)


class Submission(NamedTuple):
    """What was filled in.

    `case` is as `Case.from_dict` takes it, `role` one of `ROLES` or nothing. `unknown` names what
    applies though its date is not known (`WITHOUT_DATE`), and as `done.<id>` each step of which
    somebody does not know whether it was done.
    """

    case: Mapping[str, Any]
    role: str | None = None
    unknown: tuple[str, ...] = ()


def only(submission: Submission, parts: Collection[str]) -> Submission:
    """Only these parts of it: `role`, `first_sick_day`, `done`, and `happened` for the rest."""
    case = {name: value for name, value in submission.case.items() if _part_of(name) in parts}
    unknown = (name for name in submission.unknown if _part_of(name.partition(".")[0]) in parts)
    return Submission(case, submission.role if "role" in parts else None, tuple(unknown))


def _part_of(field: str) -> str:
    return field if field in {"first_sick_day", "done"} else "happened"


def may_be_unknown(name: object) -> bool:
    """Whether `unknown` may name this."""
    if not isinstance(name, str):
        return False
    kind, _, step = name.partition(".")
    return name in WITHOUT_DATE or (kind == "done" and step in load().can_be_done)


def is_told(name: str, case: Mapping[str, Any]) -> bool:
    """Whether the case tells what `unknown` may name."""
    where, _, part = name.partition(".")
    told = case.get(where)
    return bool(told.get(part) if part and isinstance(told, Mapping) else told)


def as_form(submission: Submission) -> dict[str, Any]:
    """The form with this filled in: its fields as texts, by the names that `Form` reads."""
    case = submission.case
    fields = {name: FIELDS[name](value) for name, value in case.items() if value and name in FIELDS}
    return {"role": submission.role, "unknown": list(submission.unknown), **fields}


def _date(value: str) -> dict[str, str]:
    day = date.fromisoformat(value)
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


def _recoveries(pauses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {name: _date(pause[name]) if pause.get(name) else _empty() for name in ENDS}
        for pause in pauses
    ]


def _leaves(pauses: list[dict[str, Any]]) -> list[dict[str, Any]]:
    dates = _recoveries(pauses)
    causes = [_answer(pause.get("same_cause")) for pause in pauses]
    return [{**days, "same_cause": cause} for days, cause in zip(dates, causes, strict=True)]


def _outlook(outlook: dict[str, Any]) -> dict[str, str]:
    return {name: _answer(value) for name, value in outlook.items()}


def _answer(value: bool | None) -> str:
    return next(name for name, meant in ANSWERS.items() if meant is value)


def _done(done: dict[str, Any]) -> dict[str, Any]:
    return {name: _when(value) for name, value in done.items() if value != []}


def _when(value: Any) -> Any:
    if isinstance(value, list):
        return [_date(day) for day in value]
    return value if value is True else _date(value)


def _wage_extension(extension: dict[str, Any]) -> dict[str, Any]:
    return {
        name: str(value) if name == "sanction_weeks" else _date(value)
        for name, value in extension.items()
        if value is not None
    }


def _empty() -> dict[str, str]:
    return dict.fromkeys(("day", "month", "year"), "")


ENDS = ("first_day", "last_day")

FIELDS: Mapping[str, Any] = {
    "first_sick_day": _date,
    "recoveries": _recoveries,
    "leaves": _leaves,
    "aow_date": _date,
    "contract_end": _date,
    "outlook": _outlook,
    "done": _done,
    "wage_extension": _wage_extension,
}
