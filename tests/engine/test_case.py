"""Wrong input: every problem at once, each at its field, with what was given and expected."""

from typing import Any

import pytest

from poortwachter import Case, InvalidInputError

FIRST_DAY = "2026-01-05"


def problems(data: Any) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        Case.from_dict(data)
    return [problem.line() for problem in caught.value.problems]


def recovery(first_day: object, last_day: object) -> dict[str, Any]:
    recoveries = [{"first_day": first_day, "last_day": last_day}]
    return {"first_sick_day": FIRST_DAY, "recoveries": recoveries}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (
            recovery("2026-02-01", "2026-02-30"),
            "recoveries[0].last_day: 2026-02-30 is not a date (expected YYYY-MM-DD)",
        ),
        ({}, "first_sick_day: is missing (expected YYYY-MM-DD)"),
        (
            {"first_sick_day": "5 jan 2026"},
            "first_sick_day: 5 jan 2026 is not a date (expected YYYY-MM-DD)",
        ),
        (
            {"first_sick_day": "20260105"},
            "first_sick_day: 20260105 is not a date (expected YYYY-MM-DD)",
        ),
        (
            {"first_sick_day": 20260105},
            "first_sick_day: 20260105 is not a date (expected YYYY-MM-DD)",
        ),
        (
            {"first_sick_day": "0026-01-05"},
            "first_sick_day: 0026-01-05 is out of range (expected 1950-01-01 to 2099-12-31)",
        ),
        (
            {"first_sick_day": FIRST_DAY, "colour": "red"},
            f"colour: is not a field of the case (the fields are {', '.join(Case._fields)})",
        ),
        ([], "[] is not an object with the fields of a case"),
        (
            {"first_sick_day": FIRST_DAY, "recoveries": "none"},
            "recoveries: none is not a list of recoveries",
        ),
        (
            {"first_sick_day": FIRST_DAY, "recoveries": [3]},
            "recoveries[0]: 3 is not an object with first_day and last_day",
        ),
        (
            recovery(FIRST_DAY, None),
            "recoveries[0].first_day: 2026-01-05 is not after the first sick day 2026-01-05",
        ),
        (
            recovery("2026-03-02", "2026-03-01"),
            "recoveries[0].last_day: 2026-03-01 is before the first day 2026-03-02",
        ),
        (
            {"first_sick_day": FIRST_DAY, "done": []},
            "done: [] is not an object with an obligation and its date",
        ),
        (
            {"first_sick_day": FIRST_DAY, "done": {"wia-aanvraag": ["2026-02-01"]}},
            (
                'done.wia-aanvraag: ["2026-02-01"] is a list, but this happens once '
                "(expected YYYY-MM-DD or true)"
            ),
        ),
        (
            {"first_sick_day": FIRST_DAY, "done": {"wia-aanvraag": 0}},
            "done.wia-aanvraag: 0 is not a date (expected YYYY-MM-DD)",
        ),
    ],
)
def test_a_problem_is_one_clear_line(data: Any, line: str) -> None:
    assert problems(data) == [line]


def test_all_problems_come_at_once() -> None:
    data = {
        "first_sick_day": "soon",
        "recoveries": [{"first_day": "then"}],
        "done": {"nothing": "2026-01-01", "periodieke-evaluatie": ["2026-13-01"]},
        "name": "J. Jansen",
    }
    fields = [line.partition(":")[0] for line in problems(data)]
    assert sorted(fields) == [
        "done.nothing",
        "done.periodieke-evaluatie[0]",
        "first_sick_day",
        "name",
        "recoveries[0].first_day",
    ]


def test_an_open_recovery_must_be_the_last_one() -> None:
    recoveries = [
        {"first_day": "2026-04-01", "last_day": "2026-04-02"},
        {"first_day": "2026-03-02", "last_day": None},
    ]
    assert problems({"first_sick_day": FIRST_DAY, "recoveries": recoveries}) == [
        "recoveries[1].last_day: is missing, but a later one follows (expected YYYY-MM-DD)"
    ]


def nested(depth: int) -> list[Any]:
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    return inner


def circle() -> list[Any]:
    around: list[Any] = []
    around.append(around)
    return around


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (nested(100_000), "list"),
        (circle(), "list"),
        ({b"2026": 1}, "dict"),
        (10**5_000, "int"),
        ({1, 2}, '"{1, 2}"'),
    ],
    ids=["deep", "a circle", "bytes as a name", "a long number", "a set"],
)
def test_what_no_json_can_say_is_refused_too(value: Any, told: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        Case.from_dict({"first_sick_day": value})
    expected = f"first_sick_day: {told} is not a date (expected YYYY-MM-DD)"
    assert str(caught.value) == expected


def test_a_long_value_is_cut_in_the_message() -> None:
    (line,) = problems({"first_sick_day": "x" * 1_000_000})
    assert len(line) < 150


@pytest.mark.parametrize("label", ["", "  "])
def test_a_label_of_nothing_is_none(label: str) -> None:
    case = Case.from_dict({"first_sick_day": "2026-01-05", "label": label})
    assert case.label is None
    named = Case.from_dict({"first_sick_day": "2026-01-05", "label": " 12 "})
    assert named.label == "12"
