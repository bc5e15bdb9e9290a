"""The answer in short: the statuses and dates of the whole answer, in at most 2 kB a case."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Case, brief, check
from poortwachter.law import load
from tests.engine.cases import cases
from tests.engine.examples import examples
from tests.engine.test_cli import CASE, ON, complaints, run
from tests.thorough import times

DAYS = st.dates(date(2013, 1, 1), date(2034, 1, 1))
DONE = {"done", "done_late"}
MOST = 2048  # bytes, beside the label: that is of who wrote it
TOLD = ("status", "due", "done", "told")


def in_short(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What the line of a whole answer must say, by what the contract says of it."""
    steps: dict[str, Any] = {}
    for entry in answer["obligations"]:
        asked = entry["kind"] == "obligation" or (entry["kind"] == "event" and entry["due"])
        if asked and steps.get(entry["id"], {"status": "done"})["status"] in DONE:
            steps[entry["id"]] = {name: entry[name] for name in TOLD}
    moments = {each["id"]: each["date"] for each in answer["moments"] if each["date"]}
    return {"week": answer["clock"]["week"], "obligations": steps, "moments": moments}


def assert_says_what_the_whole_answer_says(case: Case, on: date) -> None:
    whole = in_short(check(case, on=on).to_dict())
    assert brief(case, on=on).to_dict() == {"label": case.label, **whole}


@given(cases(), DAYS)
@times(400)
def test_it_says_of_any_case_what_the_whole_answer_says(case: dict[str, Any], on: date) -> None:
    assert_says_what_the_whole_answer_says(Case.from_dict(case), on)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["name"])
def test_it_says_of_each_example_what_the_whole_answer_says(example: dict[str, Any]) -> None:
    case, on = Case.from_dict(example["case"]), date.fromisoformat(example["on"])
    assert_says_what_the_whole_answer_says(case, on)


def test_what_applies_without_a_length_moves_the_same_days_as_in_the_whole_answer() -> None:
    case, on = Case.from_dict({"first_sick_day": "2026-01-05"}), date(2027, 12, 1)
    unknown = ("wage_extension.sanction_weeks",)
    whole = in_short(check(case, on=on, unknown=unknown).to_dict())
    told = brief(case, on=on, unknown=unknown).to_dict()
    assert told == {"label": None, **whole} != brief(case, on=on).to_dict()


def test_of_what_recurs_it_tells_the_first_time_that_is_not_done() -> None:
    """The plan was made on 20 February, and each evaluation is due six weeks after the last one."""
    case = {
        "first_sick_day": "2026-01-05",
        "done": {
            "plan-van-aanpak": "2026-02-20",
            "periodieke-evaluatie": ["2026-04-01", "2026-05-15"],
        },
    }
    told = brief(Case.from_dict(case), on=date(2026, 5, 20)).to_dict()["obligations"]
    assert told["periodieke-evaluatie"] == {
        "status": "due",
        "due": "2026-06-26",
        "done": None,
        "told": False,
    }


def all_told() -> dict[str, Any]:
    """A case of which every step was done and every field is filled in."""
    rules, recurring = load().can_be_done, "periodieke-evaluatie"
    return {
        "first_sick_day": "2026-01-05",
        "done": {name: ["2026-03-01"] if name == recurring else "2026-03-01" for name in rules},
        "contract_end": "2029-01-01",
        "aow_date": "2031-01-01",
        "wage_extension": {
            "voluntary_until": "2028-03-01",
            "sanction_weeks": 52,
            "sanction_repair_found": "2028-05-01",
        },
        "uwv_letter": "2027-09-06",
    }


def test_a_line_has_at_most_2_kb_whatever_was_told() -> None:
    given = "".join(f"{json.dumps(case)}\n" for case in [all_told(), *every_case()])
    finished = run("check", "--jsonl", *ON, "--format", "brief", given=given)
    assert max(map(len, finished.stdout.splitlines())) <= MOST
    assert finished.returncode == 0


def every_case() -> list[dict[str, Any]]:
    return [{**example["case"], "label": None} for example in examples()]


def test_a_line_says_which_it_answers_and_of_a_bad_one_what_is_wrong() -> None:
    lines = ['{"first_sick_day": "2026-01-05", "label": "A-12"}', "[]", CASE]
    finished = run("check", "--jsonl", *ON, "--format", "brief", given="\n".join(lines))
    first, wrong, last = map(json.loads, finished.stdout.splitlines())
    assert finished.returncode == 2
    assert (first["line"], first["label"], first["week"]) == (1, "A-12", 46)
    assert (wrong["line"], [*wrong["errors"][0]]) == (2, ["field", "message"])
    assert (last["line"], last["label"]) == (3, None)
    assert {name: last[name] for name in ("week", "obligations", "moments")} == {
        name: first[name] for name in ("week", "obligations", "moments")
    }


def test_one_case_is_answered_as_a_line_is() -> None:
    one = run("check", "-", *ON, "--format", "brief", given=CASE)
    assert one.stdout == run("check", "--jsonl", *ON, "--format", "brief", given=CASE).stdout != b""


def test_lines_have_no_other_format() -> None:
    (line,) = complaints("check", "--jsonl", *ON, "--format", "ics", given=CASE)
    assert line.endswith("(expected no file, --first-day or --done, and no --format but brief)")
