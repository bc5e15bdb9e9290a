"""Generated cases: whatever a visitor or a program may send that is valid, question by question."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from poortwachter import Case
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
    required,
)
from poortwachter.law import load
from poortwachter.timeline import KINDS_OF_PAUSE

# The questions that tell of days that do not count.
PAUSES = [kind.rows for kind in KINDS_OF_PAUSE.values()]
FIRST_DAYS = st.dates(date(2014, 1, 1), date(2030, 12, 31))
ONCE = [name for name in load().can_be_done if not load().actionable[name].recurs_until]
RECURRING = [name for name in load().can_be_done if load().actionable[name].recurs_until]
LABELS = "abc XYZ 019 éß€💶 .-/<>&\"'"
MAYBE = st.none() | st.booleans()
SAID = MAYBE  # of a step without a day: done, not done, not known


@st.composite
def recoveries(draw: st.DrawFn, first_day: date, longest: int = 45) -> list[dict[str, str]]:
    """Recoveries in order, with at least one day of sickness between them."""
    found, day = [], first_day
    for _ in range(draw(st.integers(0, 3))):
        start = day + timedelta(days=draw(st.integers(1, 300)))
        day = start + timedelta(days=draw(st.integers(1, longest)))
        found.append({"first_day": str(start), "last_day": str(day - timedelta(days=1))})
    return found


@st.composite
def leaves(draw: st.DrawFn, first_day: date) -> list[dict[str, Any]]:
    """At most one leave, of sixteen weeks or any other length."""
    if not draw(st.booleans()):
        return []
    start = first_day + timedelta(days=draw(st.integers(1, 800)))
    last = start + timedelta(days=draw(st.just(111) | st.integers(0, 150)))
    return [{"first_day": str(start), "last_day": str(last), "same_cause": draw(MAYBE)}]


@st.composite
def rows(draw: st.DrawFn, kind: Rows, first_day: date) -> list[dict[str, Any]]:
    """Up to two periods in order and apart, the last one also without an end where it may lack."""
    fields = fields_of(kind.record)
    rest = {name: each for name, each in fields.items() if name not in {"first_day", "last_day"}}
    found, day, gap = list[dict[str, Any]](), first_day, 0 if kind.from_first_day else 1
    for _ in range(draw(st.integers(0, 2))):
        start = day + timedelta(days=draw(st.integers(gap, 300)))
        last = start + timedelta(days=draw(st.integers(0, 150)))
        told = draw(answers(rest, first_day))
        found.append({"first_day": str(start), "last_day": str(last), **told})
        day, gap = last, 2
    if found and "last_day" not in required(kind.record) and draw(st.booleans()):
        found[-1]["last_day"] = None
    return found


@st.composite
def partial_recoveries(draw: st.DrawFn, first_day: date) -> list[dict[str, Any]]:
    """Up to two spells of part of the work, also from the first sick day on, also without an end."""
    found = []
    for _ in range(draw(st.integers(0, 2))):
        start = first_day + timedelta(days=draw(st.integers(0, 300)))
        last = draw(st.none() | days(start, 0, 60))
        part = draw(st.none() | st.integers(1, 100))
        found.append({"first_day": str(start), "last_day": last, "percentage": part})
    return found


# Rows with usual lengths, or that may overlap; all others follow from their record.
ROWS = {"recoveries": recoveries, "leaves": leaves, "partial_recoveries": partial_recoveries}


@st.composite
def cases(draw: st.DrawFn, longest_recovery: int = 45, *, plain: bool = False) -> dict[str, Any]:
    """A case as plain data; a `plain` one has recoveries only and stays one period."""
    first_day = draw(FIRST_DAYS)
    case = {
        "first_sick_day": str(first_day),
        "recoveries": draw(recoveries(first_day, longest_recovery)),
        "done": draw(steps(first_day)),
    }
    rest = {name: kind for name, kind in fields_of(Case).items() if name not in case}
    return case if plain else {**case, **draw(answers(rest, first_day))}


@st.composite
def answers(draw: st.DrawFn, kinds: dict[str, FieldKind], first_day: date) -> dict[str, Any]:
    """An answer to each of these questions, or none."""
    asked = {name: kind for name, kind in kinds.items() if draw(is_answered(kind))}
    found = {name: draw(answer(name, kind, first_day)) for name, kind in asked.items()}
    if not found.get("sanction_weeks", True):
        found["sanction_repair_found"] = None
    return found


def is_answered(kind: FieldKind) -> st.SearchStrategy[bool]:
    """Leaving a question out says the same as null, but where null is an answer of its own."""
    return st.booleans() if isinstance(kind, Day) and kind.may_not_come else st.just(True)


def answer(name: str, kind: FieldKind, first_day: date) -> st.SearchStrategy[Any]:  # noqa: PLR0911 one each
    match kind:
        case Day():
            return st.none() | days(first_day, -400, 1500)
        case YesNo():
            return MAYBE
        case Weeks():
            return st.none() | st.integers(1, load().most_sanction_weeks())
        case Percentage():
            return st.none() | st.integers(1, 100)
        case Text(longest):
            return st.none() | st.text(LABELS, min_size=1, max_size=longest).map(str.strip)
        case Rows():
            return ROWS[name](first_day) if name in ROWS else rows(kind, first_day)
        case Nested(record):
            return answers(fields_of(record), first_day)
        case Steps():
            return steps(first_day)


@st.composite
def steps(draw: st.DrawFn, first_day: date) -> dict[str, Any]:
    """What was done, up to five steps and the one that recurs."""
    after = days(first_day, 0, 800)
    once = draw(st.dictionaries(st.sampled_from(ONCE), after | SAID, max_size=5))
    often = draw(st.dictionaries(st.sampled_from(RECURRING), st.lists(after, max_size=4) | SAID))
    return {**once, **often}


def days(first_day: date, least: int, most: int) -> st.SearchStrategy[str]:
    return st.integers(least, most).map(lambda number: str(first_day + timedelta(days=number)))
