"""The form: what people type in three fields, told back in Dutch where it is no date."""

from datetime import date
from typing import Any

import pytest

from poortwachter import InvalidInputError
from poortwachter.case import Facts
from poortwachter.selfcheck import read_form

TODAY = date(2026, 11, 22)


def typed(day: str = "", month: str = "", year: str = "") -> dict[str, str]:
    return {"day": day, "month": month, "year": year}


def read(**form: Any) -> Facts:
    return read_form(form, TODAY).facts


def problems(form: object) -> list[dict[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        read_form(form, TODAY)
    return [problem.to_dict("nl") for problem in caught.value.problems]


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
    assert read(first_sick_day=given) == {"first_sick_day": date.fromisoformat(expected)}


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
    told = [{"field": f"first_sick_day.{field}", "message": message}]
    assert problems({"first_sick_day": given}) == told


def test_done_is_a_date_a_list_of_dates_or_without_a_date() -> None:
    facts = read(
        first_sick_day=typed("5", "1", "2026"),
        done={
            "probleemanalyse": {"said": "yes", **typed("10", "2", "2026")},
            "plan-van-aanpak": {"said": "yes", **typed()},
            "periodieke-evaluatie": {
                "said": "yes",
                "days": [typed("13", "4", "2026"), typed(), typed("1", "juni", "2026")],
            },
            "eindevaluatie": {"said": "no", **typed("1", "2", "2026")},
            "tweede-spoor": typed(),
        },
    )
    assert facts["done"] == {
        "probleemanalyse": date(2026, 2, 10),
        "plan-van-aanpak": True,
        "periodieke-evaluatie": [date(2026, 4, 13), date(2026, 6, 1)],
        "eindevaluatie": False,
    }


def test_a_recovery_without_a_last_day_is_still_going_on() -> None:
    recoveries = [{"first_day": typed("9", "11", "2026"), "last_day": typed()}]
    facts = read(first_sick_day=typed("5", "1", "2026"), recoveries=recoveries)
    assert facts["recoveries"] == [{"first_day": date(2026, 11, 9), "last_day": None}]


def test_all_problems_of_the_form_come_at_once() -> None:
    told = problems(
        {
            "recoveries": [{"first_day": typed(), "last_day": typed("1", "1", "")}],
            "done": {
                "probleemanalyse": {"said": "yes", **typed("10", "2")},
                "periodieke-evaluatie": {"said": "yes", "days": [typed("1")]},
            },
            "first_sick_day": typed("31", "2", "2026"),
        }
    )
    assert [problem["field"] for problem in told] == [
        "first_sick_day.day",
        "done.probleemanalyse.year",
        "done.periodieke-evaluatie.days[0].month",
        "recoveries[0].first_day.day",
        "recoveries[0].last_day.year",
    ]
    assert told[1]["message"] == "Vul bij de datum van de probleemanalyse ook het jaar in."


FIRST_DAY = typed("5", "1", "2026")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (None, ""),
        ([], ""),
        ({"first_sick_day": FIRST_DAY, "done": []}, "done"),
        (
            {"first_sick_day": FIRST_DAY, "done": {"no-such-step": {"said": "yes"}}},
            "done.no-such-step",
        ),
        ({"first_sick_day": FIRST_DAY, "done": {"loon-jaar-1": True}}, "done.loon-jaar-1"),
        ({"first_sick_day": FIRST_DAY, "recoveries": {}}, "recoveries"),
        ({"first_sick_day": FIRST_DAY, "recoveries": ["x"]}, "recoveries[0]"),
    ],
)
def test_what_no_form_sends_is_told_as_in_a_case(form: object, field: str) -> None:
    assert [problem["field"] for problem in problems(form)] == [field]


SANCTION = {"sanction_weeks": "53", "sanction_repair_found": typed("1", "12", "2026")}


@pytest.mark.parametrize(
    ("form", "messages"),
    [
        ({"aow_date": typed()}, ["Vul de dag van de AOW-leeftijd in."]),
        (
            {"contract_end": typed("1")},
            ["Vul bij de laatste dag van het contract ook de maand in."],
        ),
        (
            {"leaves": [{"first_day": typed("1", "12", "2026")}]},
            ["Vul de laatste dag van het verlof in."],
        ),
        (
            {"recoveries": [{"first_day": typed("1", "12", "2026")}]},
            ["De eerste dag van het herstel kan niet na vandaag liggen."],
        ),
        (
            {"wage_extension": SANCTION},
            [
                "Vul in hoeveel weken de loonsanctie duurt: een getal van 1 tot en met 52.",
                "De dag waarop UWV zag dat het hersteld is kan niet na vandaag liggen.",
            ],
        ),
        (
            {"wage_extension": {"voluntary_until": None}},
            ["Vul de laatste dag van de verlenging in."],
        ),
    ],
)
def test_each_question_has_a_noun_of_its_own(form: dict[str, Any], messages: list[str]) -> None:
    told = problems({"first_sick_day": FIRST_DAY, **form})
    assert [problem["message"] for problem in told] == messages


def test_what_may_lie_ahead_is_taken() -> None:
    ahead = typed("1", "12", "2027")
    facts = read(
        first_sick_day=FIRST_DAY,
        leaves=[{"first_day": ahead, "last_day": ahead, "same_cause": "no"}],
        contract_end=ahead,
        aow_date=ahead,
        wage_extension={"voluntary_until": ahead, "sanction_weeks": " 12 "},
    )
    day = date(2027, 12, 1)
    assert facts == {
        "first_sick_day": date(2026, 1, 5),
        "leaves": [{"first_day": day, "last_day": day, "same_cause": False}],
        "contract_end": day,
        "aow_date": day,
        "wage_extension": {"voluntary_until": day, "sanction_weeks": 12},
    }


def test_who_only_tries_something_out_may_type_days_to_come() -> None:
    done = {"probleemanalyse": {"said": "yes", **typed("1", "2", "2027")}}
    form = {"first_sick_day": typed("15", "6", "2026"), "done": done}
    assert [each["field"] for each in problems(form)] == ["done.probleemanalyse.day"]
    tried = read_form(form, TODAY, ahead=True)
    assert tried.facts["done"] == {"probleemanalyse": date(2027, 2, 1)}
