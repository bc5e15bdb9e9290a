"""A law that is announced: cases after its first day count with it, and the guide tells both."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter.case import Case
from poortwachter.law import Rule, Rulebook, read_compiled
from poortwachter.render import term_in_words, terms_to_come
from poortwachter.timeline import Clock, Timeline

ID, NEXT = "wia-aanvraag", date(2027, 1, 1)


def until_then() -> dict[str, Any]:
    """The rules as they are, but without a version of this term that was entered ahead."""
    data: dict[str, Any] = deepcopy(read_compiled("rules.json"))
    [rule] = [each for phase in data["phases"] for each in phase["rules"] if each["id"] == ID]
    if rule["valid_from"] >= str(NEXT):
        rule.update({**rule["earlier"].pop(), "valid_to": str(date.max)})
    return data


def announced(weeks: int) -> dict[str, Any]:
    """The rules as they are, with another term for the WIA application from 2027 on."""
    data = until_then()
    [rule] = [each for phase in data["phases"] for each in phase["rules"] if each["id"] == ID]
    former = {"valid_from": rule["valid_from"], "valid_to": "2026-12-31", "term": rule["term"]}
    rule["earlier"] = [*rule.get("earlier", ()), former]
    rule["valid_from"] = str(NEXT)
    rule["term"] = {**rule["term"], "count": weeks}
    return data


def rule_of(data: dict[str, Any]) -> Rule:
    return Rulebook(data).rules[ID]


def due(data: dict[str, Any], first_day: date) -> date | None:
    case = Case(first_sick_day=first_day)
    return Timeline(Rulebook(data), case, Clock.of(case, first_day)).deadline(ID).day


def test_the_guide_tells_the_term_of_today_and_what_comes() -> None:
    today, coming = rule_of(until_then()), rule_of(announced(9))
    assert term_in_words(coming) == term_in_words(today)
    assert terms_to_come(coming) == [
        "Vanaf 1 januari 2027: uiterlijk 9 weken voor het einde van de wachttijd"
    ]
    assert terms_to_come(today) == []
    assert term_in_words(coming, on=NEXT).startswith("Uiterlijk 9 weken voor")


def test_a_rule_that_is_still_to_come_is_told_so() -> None:
    data = announced(9)
    [rule] = [each for phase in data["phases"] for each in phase["rules"] if each["id"] == ID]
    del rule["earlier"]
    assert term_in_words(Rulebook(data).rules[ID]).startswith("Vanaf 1 januari 2027: ")
    assert terms_to_come(Rulebook(data).rules[ID]) == []


@pytest.mark.parametrize(
    ("first_day", "expected"),
    [
        # The 104 weeks end on 2026-12-31; eleven weeks before that the old law still holds.
        (date(2025, 1, 3), date(2026, 10, 15)),
        # They end on 2027-12-30: nine weeks before, by the law of 2027.
        (date(2026, 1, 2), date(2027, 10, 28)),
    ],
)
def test_a_case_counts_with_the_law_of_its_own_date(first_day: date, expected: date) -> None:
    assert due(announced(9), first_day) == expected


@given(first_day=st.dates(date(2024, 6, 1), date(2026, 6, 1)), weeks=st.integers(1, 20))
def test_no_date_falls_between_two_versions(first_day: date, weeks: int) -> None:
    assert due(announced(weeks), first_day) is not None
