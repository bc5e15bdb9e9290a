"""Cases drawn at random, the same each time: to each question some answer, or none."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from poortwachter import Case, InvalidInputError
from poortwachter.case import (
    Day,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Text,
    Weeks,
    YesNo,
    fields_of,
    read_facts,
)
from poortwachter.law import load
from poortwachter.selfcheck import ROLES, WITHOUT_DATE, Submission, is_told

FIRST = "first_sick_day"
# Terms are whole weeks: most days lie beside the end of one.
BESIDE = (-1, 0, 0, 1)
LABELS = "abc XYZ 019 éß€💶 .-/<>&\"'"


def drawn_case(random: Random) -> dict[str, Any]:
    first = date(2014, 1, 1) + timedelta(days=random.randrange(6000))
    kinds = {name: kind for name, kind in fields_of(Case).items() if name != FIRST}
    return {FIRST: str(first), **_answers(random, kinds, first)}


def drawn_submission(random: Random) -> Submission:
    """A case that can be answered, with who tells it and what is not known."""
    facts = None
    while facts is None:
        facts = _facts(drawn_case(random))
    left = [name for name in WITHOUT_DATE if not is_told(name, facts)]
    unknown = random.sample(left, random.randint(0, min(2, len(left))))
    return Submission(facts, random.choice([None, *ROLES]), tuple(unknown))


def drawn_on(random: Random, case: Mapping[str, Any]) -> str:
    """A day of reference: before the first sick day, or up to three years after it."""
    first = date.fromisoformat(str(case[FIRST]))
    return _day(random, first, -2, 160)


def _facts(case: dict[str, Any]) -> Mapping[str, Any] | None:
    try:
        return read_facts(Case, case)
    except InvalidInputError:
        return None


def _answers(random: Random, kinds: Mapping[str, FieldKind], first: date) -> dict[str, Any]:
    return {
        name: _answer(random, kind, first) for name, kind in kinds.items() if random.random() < 0.4
    }


def _answer(random: Random, kind: FieldKind, first: date) -> Any:  # noqa: PLR0911 one each
    match kind:
        case Day():
            return _day(random, first, -20)
        case YesNo():
            return random.choice([True, False, None])
        case Weeks():
            return random.randint(1, load().most_sanction_weeks())
        case Percentage():
            return random.choice([None, random.randint(1, 100)])
        case Text(longest):
            return "".join(random.choices(LABELS, k=random.randint(1, longest))).strip() or None
        case Rows(record):
            return _rows(random, record, first)
        case Nested(record):
            return _answers(random, fields_of(record), first)
        case Steps():
            return _steps(random, first)


def _rows(random: Random, record: type[Any], first: date) -> list[dict[str, Any]]:
    """Periods in order and apart."""
    found, day = [], first
    for _ in range(random.choice([0, 1, 1, 2])):
        start = day + timedelta(days=random.randint(0, 300))
        day = start + timedelta(days=random.choice([random.randint(0, 40), 27, 28, 111]))
        told = _answers(random, fields_of(record), first)
        found.append({**told, "first_day": str(start), "last_day": str(day)})
    return found


def _steps(random: Random, first: date) -> dict[str, Any]:
    names = random.sample(load().can_be_done, random.choice([0, 2, 5, 20]))
    return {name: _said(random, name, first) for name in names}


def _said(random: Random, name: str, first: date) -> Any:
    if random.random() < 0.4:
        return random.choice([True, False, None])
    if load().actionable[name].recurs_until:
        return [_day(random, first, 0) for _ in range(random.randrange(4))]
    return _day(random, first, 0)


def _day(random: Random, first: date, least: int, most: int = 110) -> str:
    """A day so many weeks after the first one, or beside it."""
    days = 7 * random.randint(least, most) + random.choice(BESIDE)
    return str(first + timedelta(days=max(days, 7 * least)))
