"""Generated cases: whatever a visitor or a program may send that is valid."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from poortwachter.rulebook import load

FIRST_DAYS = st.dates(date(2014, 1, 1), date(2030, 12, 31))
ONCE = [name for name, rule in load().obligations.items() if not rule.recurs_until]
RECURRING = [name for name, rule in load().obligations.items() if rule.recurs_until]


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
def cases(draw: st.DrawFn, longest_recovery: int = 45) -> dict[str, Any]:
    """A case as plain data."""
    first_day = draw(FIRST_DAYS)
    after = st.integers(0, 800).map(lambda days: str(first_day + timedelta(days=days)))
    once = draw(st.dictionaries(st.sampled_from(ONCE), after | st.just(True), max_size=5))
    often = draw(st.dictionaries(st.sampled_from(RECURRING), st.lists(after, max_size=4)))
    return {
        "first_sick_day": str(first_day),
        "recoveries": draw(recoveries(first_day, longest_recovery)),
        "done": {**once, **often},
    }


@st.composite
def days_of_reference(draw: st.DrawFn, case: dict[str, Any]) -> date:
    """A day on which someone may ask, from well before the case to well after."""
    first_day = date.fromisoformat(case["first_sick_day"])
    return first_day + timedelta(days=draw(st.integers(-30, 1200)))
