"""UWV's letter about the WIA: it never brings the application forward, and never speaks for who is silent."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Answer, Case, check
from tests.engine.cases import cases

DAYS_LATER = st.integers(-30, 1000)
NOTICED = {"melding-42-weken": "2025-06-20"}


def answered(on: date, **told: Any) -> Answer:
    return check(Case.from_dict({"first_sick_day": "2024-09-02", **told}), on=on)


def application(answer: Answer) -> Any:
    return next(each for each in answer.obligations if each.occurrence.rule.id == "wia-aanvraag")


def due(case: dict[str, Any], on: date) -> date | None:
    found: date | None = application(check(Case.from_dict(case), on=on)).occurrence.deadline.day
    return found


def codes(answer: Answer) -> list[str]:
    """The notices that are about the letter."""
    return [each.code for each in answer.notices if "letter" in each.code]


@given(cases(), DAYS_LATER, st.integers(-100, 800))
def test_a_letter_never_brings_the_last_day_forward(
    case: dict[str, Any], days: int, came: int
) -> None:
    first_day = date.fromisoformat(case["first_sick_day"])
    on, came_on = first_day + timedelta(days=days), str(first_day + timedelta(days=came))
    without = due({name: case[name] for name in case if name != "uwv_letter"}, on)
    with_letter = due({**case, "uwv_letter": came_on}, on)
    assert without is not None or with_letter is None
    assert not with_letter or not without or with_letter >= without
    assert due({**case, "uwv_letter": None}, on) == without


@given(cases(), DAYS_LATER)
def test_without_a_letter_nobody_who_gave_notice_is_late(case: dict[str, Any], days: int) -> None:
    first_day = date.fromisoformat(case["first_sick_day"])
    told = {**case["done"], "melding-42-weken": True}
    answer = check(
        Case.from_dict({**case, "done": told, "uwv_letter": None}),
        on=first_day + timedelta(days=days),
    )
    assert application(answer).status not in {"overdue", "done_late"}


LATE = date(2026, 7, 24)  # the last day by art. 64(3) is 14 June 2026
DONE = {**NOTICED, "wia-aanvraag": str(LATE)}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"done": DONE}, ["letter-not-told"]),
        ({"done": NOTICED}, ["letter-not-told"]),
        ({"done": {"wia-aanvraag": str(LATE)}}, ["letter-not-told"]),
        ({"done": {"wia-aanvraag": str(LATE), "melding-42-weken": False}}, []),
        ({"done": {"wia-aanvraag": str(LATE), "melding-42-weken": "2026-03-22"}}, []),
        ({"done": {**NOTICED, "wia-aanvraag": "2026-06-14"}}, []),
        ({"done": DONE, "uwv_letter": "2026-05-01"}, []),
        ({"done": DONE, "uwv_letter": "2026-07-06"}, []),
        ({"done": DONE, "uwv_letter": None}, []),
        ({"done": NOTICED, "uwv_letter": None}, ["no-letter"]),
        ({"uwv_letter": "2026-07-06"}, ["letter-if-noticed"]),
        ({"done": NOTICED, "wage_extension": {"voluntary_until": "2026-08-31"}}, []),
    ],
)
def test_what_is_said_of_the_letter_follows_from_what_was_told(
    told: dict[str, Any], expected: list[str]
) -> None:
    assert codes(answered(LATE, **told)) == expected


def test_before_july_2013_the_notice_had_to_be_there_before_79_weeks() -> None:
    """WIA art. 64 as of 1 January 2013: the letter at 87 weeks, the application 13 weeks before the end."""
    first_day = date(2011, 1, 3)
    for made, in_time in ((79 * 7 - 2, True), (79 * 7 - 1, False)):
        notice = str(first_day + timedelta(days=made))
        letter = first_day + timedelta(days=87 * 7)
        case = {
            "first_sick_day": str(first_day),
            "done": {"melding-42-weken": notice},
            "uwv_letter": str(letter),
        }
        last_day = first_day + timedelta(days=91 * 7 - 1)
        expected = letter + timedelta(weeks=4) if in_time else last_day
        assert due(case, date(2013, 1, 1)) == expected
