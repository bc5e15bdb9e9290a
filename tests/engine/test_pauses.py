"""Days that do not count: each kind has its words, and a mix says what it is."""

from datetime import date
from itertools import combinations
from typing import Any, get_args

import pytest

from poortwachter import Case, check
from poortwachter.answer import STANDING_STILL, STATUS_OF_GAP
from poortwachter.law import load
from poortwachter.render import answer_as_text
from poortwachter.timeline import FALLS_IN_PAUSE, MIXES, PRECEDENCE, STOPPED_BY, PauseKind

KINDS = get_args(PauseKind)

# Recovered in the middle of a leave that began before and went on after it.
OVERLAP: dict[str, Any] = {
    "first_sick_day": "2026-01-05",
    "leaves": [{"first_day": "2026-03-02", "last_day": "2026-03-15", "same_cause": True}],
    "recoveries": [{"first_day": "2026-03-09", "last_day": "2026-03-22"}],
}


def answer(on: date, **more: object) -> dict[str, Any]:
    return check(Case.from_dict({**OVERLAP, **more}), on=on).to_dict()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_pause_has_its_words(kind: PauseKind) -> None:
    messages = load().messages
    assert kind in messages["steps"]
    assert STOPPED_BY[kind] in messages["steps"]
    assert STATUS_OF_GAP[STOPPED_BY[kind]] == "not_applicable"
    assert {f"paused_{kind}", f"stopped_{kind}"} <= messages["page"].keys()
    assert {*PRECEDENCE} == FALLS_IN_PAUSE.keys()
    assert all(STATUS_OF_GAP[gap] == "unknown" for gap in FALLS_IN_PAUSE.values())
    assert {*FALLS_IN_PAUSE.values()} <= messages["steps"].keys()
    assert {*STANDING_STILL.get(kind, ())} <= messages["notices"].keys()


def test_every_mix_of_kinds_is_a_kind_with_words_of_its_own() -> None:
    assert {*PRECEDENCE, *MIXES.values()} == {*KINDS}
    together = {
        frozenset(mix)
        for size in range(2, len(PRECEDENCE) + 1)
        for mix in combinations(PRECEDENCE, size)
    }
    assert MIXES.keys() == together
    assert len({*MIXES.values()}) == len(MIXES)


def test_a_recovery_that_overlaps_a_leave_is_told_as_both() -> None:
    [told] = {
        step["text"]
        for entry in answer(date(2026, 5, 1))["obligations"]
        for step in entry["trace"]
        if "maart 2026 tot" in step["text"]
    }
    assert told.startswith(
        "Hersteld of met verlof van 2 maart 2026 tot en met 22 maart 2026: 21 dagen"
    )


@pytest.mark.parametrize(
    ("on", "recovered"),
    [
        (date(2026, 3, 1), False),
        (date(2026, 3, 8), False),
        (date(2026, 3, 9), True),
        (date(2026, 3, 22), True),
        (date(2026, 3, 23), False),
    ],
)
def test_only_the_days_of_recovery_count_as_recovered(on: date, recovered: bool) -> None:
    assert answer(on)["clock"]["recovered"] is recovered


def test_leave_and_recovery_that_together_last_four_weeks_end_the_period_in_words() -> None:
    told = answer(date(2026, 4, 20), recoveries=[{"first_day": "2026-03-09", "last_day": None}])
    [notice] = [each for each in told["notices"] if each["code"].startswith("not-sick")]
    assert notice["code"] == "not-sick-for-good"
    assert "door herstel en verlof samen" in notice["text"]
    assert "Hersteld sinds" not in str(told)


@pytest.mark.parametrize(
    ("leave", "recoveries", "asked"),
    [
        (("2026-06-01", "2026-09-20"), [], True),
        # Less than four weeks: the periods are added up whatever the cause (WIA art. 23(3)).
        (("2026-06-01", "2026-06-27"), [], False),
        (("2026-06-01", "2026-06-28"), [], True),
        # The sickness adjoins the leave on one side only: a new period, whatever the cause.
        (("2026-06-01", "2026-09-20"), [("2026-09-21", "2026-09-25")], False),
        (("2026-06-01", "2026-09-20"), [("2026-05-22", "2026-05-31")], False),
        (("2026-06-01", "2026-06-20"), [("2026-06-21", "2026-06-25")], False),
        # The period in which it fell is over: twenty-eight days of recovery came after it.
        (("2026-02-02", "2026-05-24"), [("2026-06-01", "2026-06-28")], False),
        # A recovery of four weeks long before it leaves the question as it was.
        (("2026-09-01", "2026-12-20"), [("2026-03-02", "2026-03-31")], True),
    ],
)
def test_the_cause_after_a_leave_is_asked_only_where_it_decides_something(
    leave: tuple[str, str], recoveries: list[tuple[str, str]], asked: bool
) -> None:
    case = {
        "first_sick_day": "2026-01-05",
        "leaves": [{"first_day": leave[0], "last_day": leave[1]}],
        "recoveries": [{"first_day": each[0], "last_day": each[1]} for each in recoveries],
    }
    told = check(Case.from_dict(case), on=date(2027, 2, 1)).to_dict()
    assert ("cause-not-known" in [each["code"] for each in told["notices"]]) is asked


DURING_AND_AFTER = (date(2026, 7, 5), date(2026, 9, 21))
LEAVE = {"first_day": "2026-06-01", "last_day": "2026-09-20", "same_cause": True}


@pytest.mark.parametrize(
    "pauses",
    [
        {"leaves": [LEAVE]},
        {"leaves": [LEAVE], "recoveries": [{"first_day": "2026-05-25", "last_day": "2026-05-31"}]},
        {
            "leaves": [LEAVE, LEAVE | {"last_day": "2026-07-12"}],
            "recoveries": [{"first_day": "2026-05-25", "last_day": "2026-05-31"}],
        },
    ],
    ids=["alone", "after a recovery", "told twice"],
)
def test_during_leave_the_answer_says_until_when_it_lasts(pauses: dict[str, Any]) -> None:
    case = Case.from_dict({"first_sick_day": "2026-01-05", **pauses})
    during, after = (answer_as_text(check(case, on=day)) for day in DURING_AND_AFTER)
    assert "Met verlof tot en met 20 september 2026" in during
    assert "Met verlof tot en met" not in after
