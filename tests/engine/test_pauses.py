"""Days that do not count: each kind has its words and places, and a mix says what is in it."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import combinations, permutations
from pathlib import Path
from typing import Any, get_args

import pytest

from macros.page_words import page_words
from poortwachter import Case, check
from poortwachter.case import Rows, fields_of, required
from poortwachter.i18n import KINDS_IN_A_PAUSE, LOCALES, say
from poortwachter.law import LANGUAGES, load
from poortwachter.render import answer_as_text
from poortwachter.timeline import (
    ENDINGS,
    FALLS_IN_PAUSE,
    KINDS_OF_PAUSE,
    MIXED,
    STOPPED,
    PauseGap,
    PauseKind,
)
from tests.engine.examples import examples

ROOT = Path(__file__).parents[2]
KINDS = list(KINDS_OF_PAUSE)
TOUCHING = list(permutations(KINDS, 2))
# The first and the last day, by kind.
Pauses = dict[str, tuple[str, str | None]]

FIRST, LAST = "2026-03-02", "2026-03-15"

# Recovered in the middle of a leave that began before and went on after it.
OVERLAP: dict[str, Any] = {
    "first_sick_day": "2026-01-05",
    "leaves": [{"first_day": "2026-03-02", "last_day": "2026-03-15", "same_cause": True}],
    "recoveries": [{"first_day": "2026-03-09", "last_day": "2026-03-22"}],
}


def answer(on: date, **more: object) -> dict[str, Any]:
    return check(Case.from_dict({**OVERLAP, **more}), on=on).to_dict()


def with_pauses(**days: tuple[str, str | None]) -> dict[str, Any]:
    """A case with one pause of each of these kinds."""
    rows: dict[str, Any] = {
        KINDS_OF_PAUSE[kind].rows: [{"first_day": days[kind][0], "last_day": days[kind][1]}]
        for kind in KINDS
        if kind in days
    }
    return {"first_sick_day": "2026-01-05", **rows}


def in_words(kind: PauseKind) -> Iterator[tuple[str, str]]:
    """What must be said of a kind of pause: where in rules/messages.yaml, and its name there."""
    ending = ENDINGS[kind]
    yield from (("steps", kind), ("steps", ending.gap))
    yield from (("page", f"paused_{kind}"), ("page", f"stopped_{kind}"))
    yield ("texts", ending.new_period)
    yield from (("notices", name) for name in ending.standing_still or ())
    if kind == MIXED:
        return
    told = KINDS_OF_PAUSE[kind]
    yield from (("steps", told.falls_in), ("steps", told.not_moved))
    yield from (("texts", told.falls_in), ("texts", told.head_line))
    yield from (("pauses", f"{name}_{kind}") for name in KINDS_IN_A_PAUSE)


def question(kind: PauseKind) -> Rows:
    """The question that tells the days of a kind."""
    found = fields_of(Case).get(KINDS_OF_PAUSE[kind].rows)
    assert isinstance(found, Rows), f"no question of the case has rows of this name: {found}"
    return found


def may_have_no_end(kind: PauseKind) -> bool:
    return "last_day" not in required(question(kind).record)


@pytest.mark.parametrize("kind", get_args(PauseKind))
def test_every_kind_of_pause_is_told_in_words(kind: PauseKind) -> None:
    assert kind in {*KINDS_OF_PAUSE, MIXED}, "lacks its line in KINDS_OF_PAUSE of pauses.py"
    messages = load().messages
    lacking = [f"{group}.{name}" for group, name in in_words(kind) if name not in messages[group]]
    assert not lacking, f"write in engine/rules/messages.yaml: {', '.join(lacking)}"


def test_every_kind_of_pause_has_gaps_of_its_own() -> None:
    assert {*get_args(PauseGap)} == STOPPED | FALLS_IN_PAUSE
    assert len(get_args(PauseGap)) == len(ENDINGS) + len(KINDS_OF_PAUSE)


@pytest.mark.parametrize("kind", KINDS)
def test_a_pause_is_asked_in_rows_that_begin_after_the_first_sick_day(kind: PauseKind) -> None:
    assert not question(kind).from_first_day
    assert KINDS_OF_PAUSE[kind].notices_at in fields_of(Case)


@pytest.mark.parametrize("kind", KINDS)
def test_a_pause_that_may_have_no_end_is_told_without_its_last_day(kind: PauseKind) -> None:
    if not may_have_no_end(kind):
        return
    told, messages = KINDS_OF_PAUSE[kind], load().messages
    assert told.ending.standing_still, "what is told while it lasts? (standing_still in pauses.py)"
    head_line = messages["texts"][told.head_line]
    assert [each for each in head_line.values() if "{last_day}" in each] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_line_says_which_pause_it_is(kind: PauseKind) -> None:
    answer = check(Case.from_dict(with_pauses(**{kind: (FIRST, LAST)})), on=date(2026, 3, 9))
    values = {"sick_days": 56, "last_day": date(2026, 3, 15)}
    assert say(KINDS_OF_PAUSE[kind].head_line, **values) in answer_as_text(answer)


@pytest.mark.parametrize("kind", KINDS)
def test_a_contract_that_ends_in_a_pause_has_no_day_to_report_and_says_why(
    kind: PauseKind,
) -> None:
    case = {**with_pauses(**{kind: (FIRST, LAST)}), "contract_end": "2026-03-09"}
    answer = check(Case.from_dict(case), on=date(2026, 3, 9))
    [entry] = [each for each in answer.obligations if each.occurrence.rule.id == LEAVING]
    told = f"a condition among falls_away of {LEAVING}.yaml says what holds in this pause"
    assert entry.occurrence.deadline.day is None, told


LEAVING = "uitdiensttreding-ziek"


# A duty of which days of one kind stop the time, and of another not: with the article that says so.
HOLDS_ALL_THE_SAME: dict[tuple[str, PauseKind], str] = {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_that_does_not_hold_in_one_kind_of_pause_says_so_of_each(kind: PauseKind) -> None:
    silent = [
        rule.id
        for rule in load().rules.values()
        if rule.not_during and kind not in rule.not_during
        if (rule.id, kind) not in HOLDS_ALL_THE_SAME
    ]
    assert not silent, f"does it hold in {kind}? Add {kind} to not_during, or a line above"


@pytest.mark.parametrize(
    "kinds", [kinds for count in (1, 2) for kinds in combinations(KINDS, count)], ids="-".join
)
def test_an_example_beside_the_rules_shows_a_pause_alone_and_beside_each_other(
    kinds: tuple[PauseKind, ...],
) -> None:
    rows = {KINDS_OF_PAUSE[kind].rows for kind in kinds}
    every = {each.rows for each in KINDS_OF_PAUSE.values()}
    told = [{name for name in every if each["case"].get(name)} for each in examples()]
    assert rows in told, "write one in engine/rules/examples, with no pause of another kind"


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_beside_the_rules_shows_a_pause_without_an_end(kind: PauseKind) -> None:
    cases = [each["case"] for each in examples()]
    told = [row for case in cases for row in case.get(KINDS_OF_PAUSE[kind].rows) or ()]
    assert not may_have_no_end(kind) or [row for row in told if not row.get("last_day")]


@pytest.mark.parametrize("kinds", TOUCHING, ids="-".join)
@pytest.mark.parametrize("language", LOCALES)
def test_pauses_that_touch_are_told_as_one_of_both(
    kinds: tuple[PauseKind, PauseKind], language: str
) -> None:
    one, other = kinds
    pauses: Pauses = {one: (FIRST, LAST), other: ("2026-03-16", "2026-03-22")}
    case = Case.from_dict(with_pauses(**pauses))
    told = str(check(case, on=date(2026, 5, 1)).to_dict(language)["obligations"]).lower()
    [step] = {part for part in told.split("'") if "2026" in part and "21 da" in part}
    states = [load().messages["pauses"][f"states_{kind}"][language] for kind in KINDS]
    both = [state for kind, state in zip(KINDS, states, strict=True) if kind in kinds]
    assert step.startswith(f" {LOCALES[language]['disjunction']} ".join(both))


@pytest.mark.parametrize("kinds", TOUCHING, ids="-".join)
def test_pauses_that_overlap_are_told_at_the_later_one(
    kinds: tuple[PauseKind, PauseKind],
) -> None:
    one, other = kinds
    pauses: Pauses = {one: (FIRST, LAST), other: ("2026-03-09", "2026-03-22")}
    answer = check(Case.from_dict(with_pauses(**pauses)), on=date(2026, 5, 1))
    overlaps = [each.field for each in answer.notices if each.code == "spells-overlap"]
    assert overlaps == [KINDS_OF_PAUSE[other].rows]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if may_have_no_end(kind)])
@pytest.mark.parametrize(("on", "which"), [(date(2026, 3, 9), 0), (date(2026, 6, 1), 1)])
def test_a_pause_without_an_end_says_that_the_count_stands_still(
    kind: PauseKind, on: date, which: int
) -> None:
    alone: Pauses = {kind: (FIRST, None)}
    for pauses in (alone, *open_mixes(kind)):
        told = ENDINGS[kind if len(pauses) == 1 else MIXED].standing_still
        answer = check(Case.from_dict(with_pauses(**pauses)), on=on)
        assert told
        assert told[which] in [each.code for each in answer.notices]


def open_mixes(kind: PauseKind) -> Iterator[Pauses]:
    """A pause without an end, with one of each other kind before it."""
    for other in KINDS:
        if other != kind:
            yield {other: ("2026-02-23", "2026-03-01"), kind: (FIRST, None)}


@pytest.mark.parametrize("kind", get_args(PauseKind))
def test_the_picture_draws_and_names_every_kind_of_pause(kind: PauseKind) -> None:
    places = {
        "overrides/assets/zelfcheck.css": f"pw-mark--{kind}",
        "macros/templates/check_more.html": f'("{kind}", t.{kind},',
    }
    lacking = [place for place, told in places.items() if told not in text(place)]
    assert not lacking, f"{kind} has no place in {', '.join(lacking)}"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_calls_a_pause_as_a_mix_calls_it(kind: PauseKind, language: str) -> None:
    label = load().messages["pauses"][f"labels_{kind}"][language]
    legend = page_words(language).templates["check_more"]
    assert legend[kind].startswith(f"{label}:")
    assert label in legend[MIXED]


def test_programs_are_told_of_every_kind_that_a_day_may_be() -> None:
    schema = "docs/assets/schema/answer.schema.json"
    told = json.loads(text(schema))["properties"]["clock"]["properties"]["spell"]["enum"]
    assert told == [*KINDS, None], f"enum of spell in {schema}"


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


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
