"""All that a visitor told: the case, who tells it, and what applies but is not known."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

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
    may_not_come,
    without_date,
)
from poortwachter.case.model import Case
from poortwachter.law.rulebook import load

# Who may fill in the form. It changes words and order; it hides nothing.
ROLES = ("werknemer", "werkgever", "adviseur")

ANSWERS: Mapping[str, bool | None] = {"yes": True, "no": False, "unknown": None}

# What the form calls a day that did not come.
NOT_COME = "none"

# What somebody may say happened without knowing when: fields of the case.
WITHOUT_DATE = tuple(without_date(Case))

# What the form asks first; the rest follows as it stands in the case.
ASKED_FIRST = (
    "first_sick_day",
    "done",
    "recoveries",
    "partial_recoveries",
    "leaves",
    "outlook",
    "contract_end",
)


class Submission(NamedTuple):
    """What was filled in.

    Attributes:
        facts: the case as `Case.of` takes it, with real dates.
        role: one of `ROLES`, or nothing.
        unknown: what applies though its date is not known (`WITHOUT_DATE`).
    """

    facts: Facts
    role: str | None = None
    unknown: tuple[str, ...] = ()


def questions() -> dict[str, FieldKind]:
    """The fields of the case in the order of the form."""
    fields = fields_of(Case)
    return {name: fields[name] for name in dict.fromkeys([*ASKED_FIRST, *fields])}


def answered(kinds: Mapping[str, FieldKind], facts: Facts) -> Iterator[tuple[str, FieldKind, Any]]:
    """What was answered, in this order; that an answer is not known is one too."""
    for name, kind in kinds.items():
        if name in facts and (
            isinstance(kind, YesNo) or may_not_come(kind) or is_given(facts[name])
        ):
            yield name, kind, facts[name]


def is_answer(said: object) -> bool:
    """Whether this was said of a step: also that it was not done, or that it is not known."""
    return said != []


def is_given(value: object) -> bool:
    """Whether there is something; no is an answer."""
    return value is False or bool(value)


def only(submission: Submission, parts: Collection[str]) -> Submission:
    """Only these parts of it: `role`, `first_sick_day`, `done`, and `happened` for the rest."""
    facts = {name: value for name, value in submission.facts.items() if _part_of(name) in parts}
    unknown = submission.unknown if "happened" in parts else ()
    return Submission(facts, submission.role if "role" in parts else None, unknown)


def _part_of(field: str) -> str:
    return field if field in {"first_sick_day", "done"} else "happened"


def may_be_unknown(name: object) -> bool:
    """Whether `unknown` may name this."""
    return isinstance(name, str) and name in WITHOUT_DATE


def is_told(name: str, facts: Facts) -> bool:
    """Whether the case tells what `unknown` may name."""
    where, _, part = name.partition(".")
    value = facts.get(where)
    return is_given(value.get(part) if part and isinstance(value, Mapping) else value)


def as_form(submission: Submission) -> dict[str, Any]:
    """The form with this filled in: its fields as texts, by the names that `read_form` reads."""
    fields = _typed_group(questions(), submission.facts)
    unknown = dict.fromkeys([*submission.unknown, *_told_as_steps(submission.facts)])
    return {"role": submission.role, "unknown": list(unknown), **fields}


def _told_as_steps(facts: Facts) -> Iterator[str]:
    """The questions that take what was called done as if it were a step: the form has no such step."""
    for name, said in (facts.get("done") or {}).items():
        field = load().actionable[name].told_by
        if said and field in WITHOUT_DATE and not is_told(field, facts):
            yield field


def _typed_group(kinds: Mapping[str, FieldKind], facts: Facts) -> dict[str, Any]:
    return {name: _typed(kind, value) for name, kind, value in answered(kinds, facts)}


def _typed(kind: FieldKind, value: Any) -> object:
    match kind:
        case Day():
            return NOT_COME if value is None and kind.may_not_come else _typed_day(value)
        case YesNo():
            return answer_name(value)
        case Weeks() | Percentage() | Text():
            return "" if value is None else str(value)
        case Rows(record):
            return [_typed_row(record, row) for row in value]
        case Nested(record):
            return _typed_group(fields_of(record), value)
        case Steps():
            return {
                name: _typed_step(name, said) for name, said in value.items() if is_answer(said)
            }


def _typed_row(record: type[Any], row: Facts) -> dict[str, Any]:
    """All fields of a row: the form makes it whole, with what is empty left empty."""
    return {name: _typed(kind, row.get(name)) for name, kind in fields_of(record).items()}


def _typed_step(name: str, said: Any) -> dict[str, Any]:
    if said is None or isinstance(said, bool):
        return {"said": answer_name(said)}
    # Of what recurs the form asks for days, also when only one was told.
    if isinstance(said, list) or load().actionable[name].recurs_until:
        days = said if isinstance(said, list) else [said]
        return {"said": answer_name(True), "days": [_typed_day(day) for day in days]}
    return {"said": answer_name(True), **_typed_day(said)}


def _typed_day(day: date | None) -> dict[str, str]:
    parts = (day.day, day.month, day.year) if day else ("", "", "")
    return dict(zip(("day", "month", "year"), map(str, parts), strict=True))


def answer_name(value: bool | None) -> str:
    """What the form calls yes, no or not known."""
    return next(name for name, meant in ANSWERS.items() if meant is value)
