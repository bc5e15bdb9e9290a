"""What the text of a cell says, by the kind of its field: as the reader of cases takes it."""

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, Literal

from poortwachter.case.fields import (
    Day,
    FieldKind,
    Rows,
    Steps,
    Weeks,
    YesNo,
    fields_of,
)
from poortwachter.caseload.dates import read_day
from poortwachter.caseload.spells import read_percentage

Said = Literal["yes", "no", "unknown"]

SAID: Mapping[str, Said] = {
    **dict.fromkeys(("ja", "j", "yes", "y", "true", "waar"), "yes"),
    **dict.fromkeys(("nee", "n", "no", "false", "onwaar"), "no"),
    **dict.fromkeys(("?", "onbekend", "niet bekend", "weet niet", "unknown"), "unknown"),
}
TRUTH: Mapping[Said, bool | None] = {"yes": True, "no": False, "unknown": None}

SEVERAL, UNTIL = ";", "/"
ALSO_UNTIL = re.compile(r" (?:t/m|tot en met|tot|to|until|-|–) ", re.IGNORECASE)
WEEKS = re.compile(r"(\d{1,4})(?: (?:weken|week|weeks))?", re.ASCII | re.IGNORECASE)
# In how many pieces slashes cut a date: 2026-01-05 or 05/01/2026.
PIECES_OF_A_DATE = (1, 3)


class Without(Enum):
    """What a cell says that is no value.

    `WHEN`: it applies, but nobody knows when or how long. `ANSWER`: nothing was told.
    """

    WHEN = "when"
    ANSWER = "answer"


class UnreadableError(ValueError):
    """A cell that does not say what its field asks; `code` names the sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def value_of(kind: FieldKind, text: str) -> object:
    """What a cell says, or why there is no value (`Without`).

    Raises:
        UnreadableError: it says nothing that its field takes.
    """
    # One space wherever there is white: a pattern that seeks much of it takes long of a long text.
    text = " ".join(text.split())
    said = SAID.get(text.casefold())
    match kind:
        case Steps():
            return TRUTH[said] if said else _days(text)
        case YesNo():
            return TRUTH[said] if said else _unreadable("not_yes_or_no")
        case Day():
            return _no_day(kind, said) if said else _day(text, "not_a_day")
        case Weeks():
            return _no_weeks(kind, said) if said else _weeks(text)
        case Rows():
            return _no_rows(kind, said) if said else _rows(kind, text)
        case _:
            return _percentage(text)


def _unreadable(code: str) -> object:
    raise UnreadableError(code)


def _no_day(kind: Day, said: Said) -> object:
    """Of a day that may not come, no is an answer, and not known is none."""
    if said == "no":
        return None
    if kind.may_be_unknown:
        return Without.WHEN
    return Without.ANSWER if said == "unknown" else _unreadable("not_a_day")


def _no_weeks(kind: Weeks, said: Said) -> object:
    if said == "no":
        return None
    return Without.WHEN if kind.may_be_unknown else _unreadable("not_weeks")


def _no_rows(kind: Rows, said: Said) -> object:
    if said == "no":
        return []
    if kind.may_be_unknown:
        return Without.WHEN
    return Without.ANSWER if said == "unknown" else _unreadable("not_periods")


def _day(text: str, code: str) -> date:
    day = read_day(text)
    if day is None:
        raise UnreadableError(code)
    return day


def _days(text: str) -> object:
    """The day on which a step was done, or several of what recurs."""
    days = [_day(each, "not_a_step") for each in _several(text)]
    return days[0] if len(days) == 1 else days


def _weeks(text: str) -> int:
    found = WEEKS.fullmatch(text)
    if not found:
        raise UnreadableError("not_weeks")
    return int(found[1])


def _percentage(text: str) -> int:
    found = read_percentage(text)
    if found is None:
        raise UnreadableError("not_a_percentage")
    return found


def _several(text: str) -> list[str]:
    return [each.strip() for each in text.split(SEVERAL) if each.strip()] or [""]


def _rows(kind: Rows, text: str) -> list[dict[str, Any]]:
    return [_row(kind.record, each) for each in _several(text)]


def _row(record: type[Any], text: str) -> dict[str, Any]:
    """A period: its first day, its last day unless it goes on, and what else its record tells."""
    pieces = [each.strip() for each in ALSO_UNTIL.sub(UNTIL, text).split(UNTIL)]
    row: dict[str, Any] = {"first_day": _taken(pieces), "last_day": None}
    if pieces and pieces[0]:
        row["last_day"] = _taken(pieces)
    else:
        del pieces[:1]
    for name, kind in fields_of(record).items():
        if name not in row and pieces:
            row[name] = _rest(kind, pieces.pop(0))
    if any(pieces):
        raise UnreadableError("not_periods")
    return row


def _rest(kind: FieldKind, text: str) -> object:
    try:
        return value_of(kind, text)
    except UnreadableError:
        raise UnreadableError("not_periods") from None


def _taken(pieces: list[str]) -> date:
    """The day with which the pieces begin, which they lose."""
    for number in PIECES_OF_A_DATE:
        day = read_day(UNTIL.join(pieces[:number]))
        if day:
            del pieces[:number]
            return day
    raise UnreadableError("not_periods")
