"""What a case may tell for the record, or not know, changes no date and stands in no answer."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Case, check
from poortwachter.render import answer_as_text
from tests.engine.cases import cases, partial_recoveries
from tests.thorough import times

DAYS_LATER = st.integers(-30, 1000)
LABEL = "Zolder 7 (Ω)"


def answered(case: dict[str, Any], days: int) -> dict[str, Any]:
    on = date.fromisoformat(case["first_sick_day"]) + timedelta(days=days)
    return check(Case.from_dict(case), on=on).to_dict()


def without(case: dict[str, Any], name: str) -> dict[str, Any]:
    return {field: case[field] for field in case if field != name}


@given(cases(), DAYS_LATER)
@times(100)
def test_a_label_changes_nothing_and_stands_in_no_answer(case: dict[str, Any], days: int) -> None:
    labelled = {**case, "label": LABEL}
    assert answered(labelled, days) == answered(without(case, "label"), days)
    on = date.fromisoformat(case["first_sick_day"]) + timedelta(days=days)
    answer = check(Case.from_dict(labelled), on=on)
    assert LABEL not in answer_as_text(answer)
    assert LABEL not in json.dumps(answer.to_dict(), ensure_ascii=False)


@given(cases(), DAYS_LATER, st.data())
@times(100)
def test_part_of_the_work_moves_no_date(
    case: dict[str, Any], days: int, data: st.DataObject
) -> None:
    first_day = date.fromisoformat(case["first_sick_day"])
    spells = data.draw(partial_recoveries(first_day))
    found = answered({**case, "partial_recoveries": spells}, days)
    plain = answered(without(case, "partial_recoveries"), days)
    told = [each for each in found["notices"] if each["code"] == "partial-recoveries"]
    assert len(told) == bool(spells)
    found["notices"] = [each for each in found["notices"] if each not in told]
    assert found == plain


@given(cases(), DAYS_LATER)
@times(100)
def test_not_knowing_of_sickness_benefit_is_the_same_as_not_telling(
    case: dict[str, Any], days: int
) -> None:
    unknown = answered({**case, "sickness_benefit": None}, days)
    assert unknown == answered(without(case, "sickness_benefit"), days)


@given(cases(), DAYS_LATER)
@times(100)
def test_sickness_benefit_lifts_one_step_and_moves_no_other(
    case: dict[str, Any], days: int
) -> None:
    case["done"].pop("melding-42-weken", None)
    paid = answered({**case, "sickness_benefit": True}, days)
    plain = answered({**case, "sickness_benefit": None}, days)
    for one, other in zip(paid["obligations"], plain["obligations"], strict=True):
        if one["id"] == "melding-42-weken":
            assert (one["due"], one["status"]) == (None, "not_applicable")
        else:
            assert (one["due"], one["from"]) == (other["due"], other["from"])
    assert paid["moments"] == plain["moments"]
