"""Nobody told anything: then nothing is called late, wherever people read it."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Case, check
from poortwachter.answer import Answer
from poortwachter.case import read_facts
from poortwachter.law import load
from poortwachter.render import answer_as_ics, answer_as_text, group_of
from poortwachter.selfcheck import ROLES, Submission, answer_to, for_guide, page_view
from tests.engine.cases import FIRST_DAYS

FIRST_DAY = date(2024, 1, 8)
WEEKS = range(1, 111)
TOO_LATE = {
    "nl": re.compile(r"\b(te laat|later dan|boete|verlopen|verzuimd)\b", re.IGNORECASE),
    "en": re.compile(r"\b(late|overdue|fined?|missed|later than)\b", re.IGNORECASE),
}


def read_by_people(answer: Answer, submission: Submission, language: str) -> Iterator[str]:
    """All that is told of an answer: text, notices, page with picture and cards, calendar, guide."""
    yield answer_as_text(answer, language)
    yield from (notice.message.text(language) for notice in answer.notices)
    yield json.dumps(shown(answer, submission, language), ensure_ascii=False)
    # Lines of a calendar are folded, also within a word.
    yield answer_as_ics(answer, language).replace("\r\n ", "")
    yield from for_guide(answer, language).values()


def shown(answer: Answer, submission: Submission, language: str) -> dict[str, Any]:
    """What the page shows, without the names of its parts, of which one is called late."""
    view: dict[str, Any] = dict(page_view(answer, submission, language))
    for row in view["rows"]:
        for each in (row, *row["times"]):
            each.pop("status")
            assert not each.pop("late", False)
    return view


def lateness(case: dict[str, Any], on: date, role: str | None = None) -> list[str]:
    submission = Submission(read_facts(Case, case), role)
    answer = answer_to(submission, on)
    return [
        found[0]
        for language, words in TOO_LATE.items()
        for text in read_by_people(answer, submission, language)
        for found in words.finditer(without_names(text, language))
    ]


def without_names(text: str, language: str) -> str:
    """Without what rules are called: one of them is the fine."""
    for rule in load().rules.values():
        text = text.replace(rule.words[language].name, "").replace(f'"{rule.id}"', "")
    return text


@pytest.mark.parametrize("week", WEEKS)
def test_in_no_week_is_a_case_of_which_nothing_was_told_called_late(week: int) -> None:
    on = FIRST_DAY + timedelta(weeks=week, days=-1)
    assert lateness({"first_sick_day": str(FIRST_DAY)}, on) == []


@pytest.mark.parametrize("week", WEEKS)
def test_in_no_week_does_a_step_that_was_not_told_share_the_lateness_of_one_that_was(
    week: int,
) -> None:
    """The list says it of a step only; who answers one in place reads nothing else of the others."""
    case = {"first_sick_day": str(FIRST_DAY), "done": {"melding-42-weken": False}}
    on = FIRST_DAY + timedelta(weeks=week, days=-1)
    for role in ROLES:
        submission = Submission(read_facts(Case, case), role)
        for language, words in TOO_LATE.items():
            for row in page_view(answer_to(submission, on), submission, language)["rows"]:
                if row["told"]:
                    continue
                told = [each["standing"] for each in row["times"]]
                read = [row["standing"], row["day"], *row["outcomes"], *row["trace"], *told]
                assert not words.search(without_names(" ".join(read), language)), row["id"]


@given(FIRST_DAYS, st.integers(0, 900), st.sampled_from([*ROLES, None]))
def test_whoever_opens_the_page_with_only_a_first_day_is_not_called_late(
    first_day: date, days: int, role: str | None
) -> None:
    assert (
        lateness({"first_sick_day": str(first_day)}, first_day + timedelta(days=days), role) == []
    )


@given(FIRST_DAYS, st.integers(0, 900), st.integers(30, 800))
def test_the_end_of_a_contract_calls_nothing_late_that_nobody_told(
    first_day: date, days: int, until: int
) -> None:
    case = {"first_sick_day": str(first_day), "contract_end": str(first_day + timedelta(until))}
    assert lateness(case, first_day + timedelta(days=days)) == []


def test_these_words_are_found_once_somebody_said_that_it_was_not_done() -> None:
    case = {"first_sick_day": str(FIRST_DAY), "done": {"melding-42-weken": False}}
    submission = Submission(read_facts(Case, case))
    answer = answer_to(submission, FIRST_DAY + timedelta(weeks=60))
    for language, words in TOO_LATE.items():
        assert words.search(answer_as_text(answer, language))


STEPS_WITHOUT_A_DAY = {"ziekmelding-werknemer", "melding-arbodienst", "reintegratiedossier"}


def groups_on(day: int, **case: Any) -> dict[str, str]:
    submission = Submission(read_facts(Case, {"first_sick_day": str(FIRST_DAY), **case}))
    answer = answer_to(submission, FIRST_DAY + timedelta(days=day - 1))
    return {entry.occurrence.rule.id: group_of(entry) for entry in answer.obligations}


@pytest.mark.parametrize(("day", "group"), [(1, "now"), (7, "now"), (8, "to_fill_in")])
def test_what_begins_with_the_sickness_is_asked_about_after_the_first_week(
    day: int, group: str
) -> None:
    assert {groups_on(day)[name] for name in STEPS_WITHOUT_A_DAY} == {group}


def test_what_was_said_not_to_be_done_stays_something_to_do() -> None:
    said = groups_on(417, done=dict.fromkeys(STEPS_WITHOUT_A_DAY, False))
    assert {said[name] for name in STEPS_WITHOUT_A_DAY} == {"now"}


@pytest.mark.parametrize(("day", "group"), [(700, "now"), (728, "now"), (729, "to_fill_in")])
def test_what_begins_later_is_asked_about_once_the_waiting_time_is_over(
    day: int, group: str
) -> None:
    assert groups_on(day)["medische-informatie"] == group


def test_all_that_somebody_does_not_know_is_asked_in_one_sentence() -> None:
    steps = [rule.id for rule in load().actionable.values() if rule.kind == "obligation"]
    done: dict[str, Any] = dict.fromkeys(steps)
    case = Case.from_dict({"first_sick_day": str(FIRST_DAY), "done": done})
    answer = check(case, on=FIRST_DAY + timedelta(weeks=100))
    asked = [each for each in answer.notices if each.code == "unknown-done"]
    unknown = {
        each.occurrence.rule.words["nl"].noun
        for each in answer.obligations
        if each.status == "unknown" and each.occurrence.rule.id in steps
    }
    assert len(asked) == 1
    assert len(unknown) > 10
    assert all(noun in asked[0].message.text() for noun in unknown)


def test_one_step_that_somebody_does_not_know_is_asked_at_that_step() -> None:
    case = Case.from_dict({"first_sick_day": str(FIRST_DAY), "done": {"plan-van-aanpak": None}})
    answer = check(case, on=FIRST_DAY + timedelta(weeks=20))
    assert [each.field for each in answer.notices if each.code == "unknown-done"] == [
        "done.plan-van-aanpak"
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("told", [True, False, None, "2024-03-01"])
def test_of_an_event_that_was_told_nobody_says_that_this_guide_does_not_know(
    told: bool | str | None, language: str
) -> None:
    events = [rule.id for rule in load().actionable.values() if rule.kind == "event"]
    case = {"first_sick_day": str(FIRST_DAY), "done": dict.fromkeys(events, told)}
    answer = check(Case.from_dict(case), on=FIRST_DAY + timedelta(weeks=20)).to_dict(language)
    unsaid = {"nl": "Deze gids weet dat niet", "en": "This guide does not know"}[language]
    said = [step["text"] for each in answer["obligations"] for step in each["trace"]]
    assert not [text for text in said if unsaid in text]
