"""The table of public holidays is what the Algemene termijnenwet says, and what holidays says."""

from datetime import date, timedelta

from holidays import OPTIONAL, PUBLIC, country_holidays

from poortwachter.law import load
from poortwachter.timeline import last_working_day


def test_the_table_agrees_with_the_library_on_every_working_day() -> None:
    years = range(2004, load().holidays_until.year + 1)
    table = country_holidays("NL", years=years, categories={PUBLIC, OPTIONAL})
    assert load().holidays == {day for day in table if day.weekday() < 5}


def test_a_year_has_the_days_that_the_law_names() -> None:
    assert sorted(day for day in load().holidays if day.year == 2026) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
    ]


def test_the_last_working_day_jumps_back_over_weekend_and_holidays() -> None:
    assert last_working_day(date(2027, 1, 3), load()) == date(2026, 12, 31)
    assert last_working_day(date(2026, 4, 6), load()) == date(2026, 4, 2)
    assert last_working_day(date(2026, 11, 20), load()) == date(2026, 11, 20)


def test_beyond_the_table_no_working_day_is_given() -> None:
    after = load().holidays_until + timedelta(days=1)
    assert last_working_day(after, load()) is None
    assert last_working_day(date(2003, 12, 31), load()) is None
