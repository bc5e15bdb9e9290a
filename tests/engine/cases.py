"""Generated cases: whatever a visitor or a program may send that is valid."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from poortwachter.law.rulebook import load

FIRST_DAYS = st.dates(date(2014, 1, 1), date(2030, 12, 31))
ONCE = [name for name in load().can_be_done if not load().actionable[name].recurs_until]
RECURRING = [name for name in load().can_be_done if load().actionable[name].recurs_until]
MAYBE = st.none() | st.booleans()


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
def cases(draw: st.DrawFn, longest_recovery: int = 45, *, plain: bool = False) -> dict[str, Any]:
    """A case as plain data; a `plain` one has recoveries only and stays one period."""
    first_day = draw(FIRST_DAYS)
    after = st.integers(0, 800).map(lambda days: str(first_day + timedelta(days=days)))
    once = draw(st.dictionaries(st.sampled_from(ONCE), after | st.just(True), max_size=5))
    often = draw(st.dictionaries(st.sampled_from(RECURRING), st.lists(after, max_size=4)))
    case = {
        "first_sick_day": str(first_day),
        "recoveries": draw(recoveries(first_day, longest_recovery)),
        "done": {**once, **often},
    }
    return case if plain else {**case, **draw(circumstances(first_day))}


@st.composite
def circumstances(draw: st.DrawFn, first_day: date) -> dict[str, Any]:
    """Everything that a case may tell beside its days and documents."""
    late = st.integers(-400, 1500).map(lambda days: str(first_day + timedelta(days=days)))
    weeks = draw(st.none() | st.integers(1, 52))
    found = draw(st.none() | late) if weeks else None
    return {
        "leaves": draw(leaves(first_day)),
        "aow_date": draw(st.none() | late),
        "contract_end": draw(st.none() | late),
        "outlook": {"long_absence": draw(MAYBE), "work_possible": draw(MAYBE)},
        "wage_extension": {
            "voluntary_until": draw(st.none() | late),
            "sanction_weeks": weeks,
            "sanction_repair_found": found,
        },
    }
