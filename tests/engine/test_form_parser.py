"""The form: what people type in three fields, told back in Dutch where it is no date."""

from datetime import date
from typing import Any

import pytest

from poortwachter import Case, InvalidInputError
from poortwachter.selfcheck.form_parser import Form

TODAY = date(2026, 11, 22)


def typed(day: str = "", month: str = "", year: str = "") -> dict[str, str]:
    return {"day": day, "month": month, "year": year}


def read(**form: Any) -> tuple[dict[str, Any], list[dict[str, str]]]:
    reader = Form(TODAY)
    return reader.read(form), reader.problems


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (typed("15", "6", "2026"), "2026-06-15"),
        (typed("15", "06", "2026"), "2026-06-15"),
        (typed(" 15 ", "Juni", "2026"), "2026-06-15"),
        (typed("1", "mrt", "2026"), "2026-03-01"),
        (typed("1", "sept.", "2026"), "2026-09-01"),
        (typed("1", "Aug", "2026"), "2026-08-01"),
        (typed("29", "februari", "2024"), "2024-02-29"),
        (typed("22", "11", "2026"), "2026-11-22"),
    ],
)
def test_a_date_is_read_as_people_type_it(given: dict[str, str], expected: str) -> None:
    case, problems = read(first_sick_day=given)
    assert (case["first_sick_day"], problems) == (expected, [])


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        (typed(), "day", "Vul de eerste ziektedag in."),
        (typed("15", "", "2026"), "month", "Vul bij de eerste ziektedag ook de maand in."),
        (typed("15", "6", ""), "year", "Vul bij de eerste ziektedag ook het jaar in."),
        (typed("", "6", "2026"), "day", "Vul bij de eerste ziektedag ook de dag in."),
        (
            typed("31", "februari", "2026"),
            "day",
            "Controleer de eerste ziektedag: 31 februari 2026 bestaat niet.",
        ),
        (
            typed("15", "13", "2026"),
            "month",
            "Vul bij de eerste ziektedag een maand in, bijvoorbeeld 6 of juni.",
        ),
        (
            typed("15", "ju", "2026"),
            "month",
            "Vul bij de eerste ziektedag een maand in, bijvoorbeeld 6 of juni.",
        ),
        (
            typed("15", "6", "26"),
            "year",
            "Vul bij de eerste ziektedag het jaar in vier cijfers in, bijvoorbeeld 2026.",
        ),
        (
            typed("15", "6", "²⁰²⁶"),
            "year",
            "Vul bij de eerste ziektedag het jaar in vier cijfers in, bijvoorbeeld 2026.",
        ),
        (
            typed("1", "12", "2026"),
            "day",
            "De eerste ziektedag kan niet na vandaag liggen.",
        ),
    ],
)
def test_what_is_no_date_is_told_at_its_field(
    given: dict[str, str], field: str, message: str
) -> None:
    _, problems = read(first_sick_day=given)
    assert problems == [{"field": f"first_sick_day.{field}", "message": message}]


def test_done_is_a_date_a_list_of_dates_or_not_known() -> None:
    case, problems = read(
        first_sick_day=typed("5", "1", "2026"),
        done={
            "probleemanalyse": typed("10", "2", "2026"),
            "plan-van-aanpak": True,
            "periodieke-evaluatie": [typed("13", "4", "2026"), typed("1", "juni", "2026")],
        },
    )
    assert problems == []
    assert case["done"] == {
        "probleemanalyse": "2026-02-10",
        "plan-van-aanpak": True,
        "periodieke-evaluatie": ["2026-04-13", "2026-06-01"],
    }


def test_a_recovery_without_a_last_day_is_still_going_on() -> None:
    recoveries = [{"first_day": typed("9", "11", "2026"), "last_day": typed()}]
    case, problems = read(first_sick_day=typed("5", "1", "2026"), recoveries=recoveries)
    assert problems == []
    assert case["recoveries"] == [{"first_day": "2026-11-09", "last_day": None}]


def test_all_problems_of_the_form_come_at_once() -> None:
    _, problems = read(
        first_sick_day=typed("31", "2", "2026"),
        done={"probleemanalyse": typed(), "periodieke-evaluatie": [typed("1")]},
        recoveries=[{"first_day": typed(), "last_day": typed("1", "1", "")}],
    )
    assert [problem["field"] for problem in problems] == [
        "first_sick_day.day",
        "done.probleemanalyse.day",
        "done.periodieke-evaluatie[0].month",
        "recoveries[0].first_day.day",
        "recoveries[0].last_day.year",
    ]
    assert problems[1]["message"] == "Vul de datum van de probleemanalyse in."


FIRST_DAY = typed("5", "1", "2026")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (None, ""),
        ([], ""),
        ({"first_sick_day": FIRST_DAY, "done": []}, "done"),
        ({"first_sick_day": FIRST_DAY, "done": {"no-such-step": FIRST_DAY}}, "done.no-such-step"),
        ({"first_sick_day": FIRST_DAY, "done": {"loon-jaar-1": True}}, "done.loon-jaar-1"),
        ({"first_sick_day": FIRST_DAY, "recoveries": {}}, "recoveries"),
        ({"first_sick_day": FIRST_DAY, "recoveries": ["x"]}, "recoveries[0]"),
    ],
)
def test_what_no_form_sends_is_told_as_in_a_case(form: object, field: str) -> None:
    reader = Form(TODAY)
    case = reader.read(form)
    assert reader.problems == []
    with pytest.raises(InvalidInputError) as caught:
        Case.from_dict(case)
    assert [problem.field for problem in caught.value.problems] == [field]
