"""Whatever the case: a paper says nothing that was not told, and is offered only where it is right."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from poortwachter.law import LANGUAGES, load
from poortwachter.papers import Paper, Told, blocks, papers, why_not
from rules_compiler.source import read_text
from tests.engine.cases import ONCE, cases
from tests.engine.papers import BLANK, PAPERS, days_in, offered, read, told
from tests.engine.test_rules_compiler import RULES

DAYS_LATER = st.integers(-30, 1100)
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Steps of a proof that suppose a day of a step of which none was told.
SUPPOSING = {"not_done", "not_told", "not_known"}

# What would say of the reader that they did not do something: nobody told that.
BLAMES = {
    "nl": re.compile(
        r"\b(u|je|jij|jullie) (heb|hebt|heeft|hebben|bent|was|deed|maakte|gaf|kwam)( \w+)? "
        r"(niet|geen|nooit|nagelaten|verzuimd|vergeten|te laat)\b"
        r"|\b(heb|hebt|heeft|hebben|bent|deed|maakte|gaf|kwam) (u|je|jij|jullie)( \w+)? (niet|geen|nooit)\b"
        r"|\b(nagelaten|verzuimd|in gebreke|nalatig|tekortgeschoten|te laat)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\byou (have|did|were|had) (not|never)\b|\byou (haven|didn|weren|hadn).t\b"
        r"|\b(have|did|were|had) you (not|never)\b|\b(haven|didn|weren).t you\b"
        r"|\b(failed|failure|neglected|in default|overdue|too late|forgot(ten)?)\b",
        re.IGNORECASE,
    ),
}
# What would say of a step that it was not done.
NOT_DONE = {
    "nl": re.compile(
        r"\b(werkgever|werknemer|bedrijfsarts|wij) (heeft|hebben|deed|deden|gaf) (nog )?(niet|geen)\b"
        r"|\b(heeft|hebben) de (werkgever|werknemer|bedrijfsarts) (nog )?(niet|geen)\b"
        r"|\bnog (niet|geen)\b|\bniet (gedaan|gemaakt|gemeld|gevolgd|nagekomen|verschenen)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(employer|employee|doctor|we) (has|have|did) not\b|\bnot (been )?(done|made|followed|kept)\b"
        r"|\b(not|no)\b[^.?]*\byet\b",
        re.IGNORECASE,
    ),
}
# With these words it may be said: as a view, a question, a condition, the name of a blank, or of ourselves.
MAY_BE_SAID = {
    "nl": re.compile(r"\bvolgens (mij|jou)\b|\?$|\bzolang\b|^- is het\b|: \[\]$", re.IGNORECASE),
    "en": re.compile(
        r"\b(as far as I know|(I|you) (think|believe)|as long as|if|we did not check)\b|\?$|: \[\]$",
        re.IGNORECASE,
    ),
}
SENTENCES = re.compile(r"(?<=[.?!]) |\n")
# What a paper may not even leave room for.
MEDICAL = {
    "nl": re.compile(
        r"ziekte|ziek\b|diagnose|klacht|symptoom|symptomen|medicijn|medicatie|behandel|medisch|gezond"
        r"|beperking|aandoening|oorzaak|therap|ziekenhuis|huisarts|specialist|handicap|psych",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"illness|\bill\b|sick|diagnos|complaint|symptom|medicine|medication|treatment|medical|health"
        r"|limitation|disease|disorder|cause|therap|hospital|\bGP\b|specialist|disab|psych",
        re.IGNORECASE,
    ),
}


# The days on which a law changed stand in the rules, not in a case.
DAYS_OF_LAW = {
    date.fromisoformat(change["day"]) for change in read_text(RULES / "changes.yaml").values()
}


def accusations(text: str, language: str) -> list[str]:
    """What says of the reader, or without a reserve of a step, that it was not done."""
    sentences = SENTENCES.split(BLANK.sub("[]", text))
    return [
        each
        for each in sentences
        if BLAMES[language].search(each)
        or (NOT_DONE[language].search(each) and not MAY_BE_SAID[language].search(each))
    ]


def medical_blanks(text: str, language: str) -> list[str]:
    return [blank for blank in BLANK.findall(text) if MEDICAL[language].search(blank)]


def without_sources(paper: Paper, text: str) -> str:
    """A title of what was read may hold the day on which it was written."""
    for source in paper.sources.values():
        text = text.replace(source.law, "")
    return text


def days_of(paper: Paper, case: Told | None, language: str) -> list[date]:
    """The days in a paper, but for those of laws."""
    found = days_in(without_sources(paper, read(paper, case, language)), language)
    return [day for day in found if day not in DAYS_OF_LAW]


def as_it_goes_on(case: Mapping[str, Any], days: int) -> Told:
    return told(case, date.fromisoformat(case["first_sick_day"]) + timedelta(days=days))


def days_told(case: Mapping[str, Any]) -> set[date]:
    return {date.fromisoformat(day) for day in A_DAY.findall(json.dumps(case))}


def days_that_follow(known: Told) -> set[date]:
    """The first sick day, and those of which the proof supposes nothing that was not told."""
    steps = [each.occurrence.deadline for each in known.answer.obligations]
    reached = [*steps, *(each.reached for each in known.answer.moments)]
    return {known.answer.clock.first_day} | {
        each.day
        for each in reached
        if each.day and not SUPPOSING & {step.name for step in each.trace}
    }


@given(cases(), DAYS_LATER)
def test_every_day_in_a_paper_was_told_or_follows_from_what_was(
    case: dict[str, Any], days: int
) -> None:
    known = as_it_goes_on(case, days)
    right = {known.on} | days_told(case) | days_that_follow(known)
    for paper in offered(known):
        assert set(days_of(paper, known, "nl")) <= right, paper.id


@given(cases(), DAYS_LATER)
def test_in_every_language_a_paper_has_the_same_parts_and_days(
    case: dict[str, Any], days: int
) -> None:
    known = as_it_goes_on(case, days)
    for paper in offered(known):
        first, *others = (parts_and_days(paper, known, language) for language in LANGUAGES)
        assert [other for other in others if other != first] == [], paper.id


def parts_and_days(paper: Paper, known: Told, language: str) -> list[tuple[object, ...]]:
    """Of each block what it is, how many lines it has, and the days that stand in it."""
    return [
        (block.kind, len(block.lines), sorted(days_in(" ".join(block.lines), language)))
        for block in blocks(without_sources(paper, read(paper, known, language)))
    ]


@given(cases(), DAYS_LATER)
def test_no_paper_says_that_somebody_did_not_do_it_or_asks_what_is_medical(
    case: dict[str, Any], days: int
) -> None:
    known = as_it_goes_on(case, days)
    for paper in offered(known):
        for language in LANGUAGES:
            text = read(paper, known, language)
            assert accusations(text, language) == [], paper.id
            assert medical_blanks(text, language) == [], paper.id


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_without_a_case_a_paper_holds_no_day_no_accusation_and_no_medical_blank(
    name: str, language: str
) -> None:
    text = read(papers()[name], None, language)
    assert days_of(papers()[name], None, language) == []
    assert accusations(text, language) == []
    assert medical_blanks(text, language) == []


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_a_paper_as_it_is_written_accuses_nobody(name: str, language: str) -> None:
    words = papers()[name].words[language]
    assert accusations("\n".join(filter(None, words)), language) == []


ACCUSATIONS = {
    "nl": (
        "U heeft niet gemeld.",
        "Dat heeft u niet gedaan.",
        "Je hebt nog niet gebeld.",
        "U bent te laat.",
        "Het plan is nog niet klaar.",
        "De werkgever heeft geen plan.",
        "Wij hebben nog niet gepraat.",
        "Dit is niet gedaan.",
    ),
    "en": (
        "You have not reported.",
        "You did not call.",
        "You didn't.",
        "The employer has not called.",
        "There is no plan yet.",
        "The plan was not made.",
        "We have not talked.",
        "You failed to call.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_accusation_would_be_seen(language: str) -> None:
    said = ACCUSATIONS[language]
    assert accusations("\n".join(said), language) == [*said]
    assert accusations(" ".join(said), language) == [*said]


def test_a_day_and_a_medical_blank_would_be_seen() -> None:
    assert days_in("Op maandag 15 juni 2026 en 1 mei 2027.", "nl") == [
        date(2026, 6, 15),
        date(2027, 5, 1),
    ]
    assert medical_blanks("- [ ] [welke klacht] [naam]", "nl") == ["[welke klacht]"]
    assert medical_blanks("[which illness] [name]", "en") == ["[which illness]"]


@given(cases(), DAYS_LATER)
def test_what_was_told_done_needs_no_paper_that_asks_for_it(
    case: dict[str, Any], days: int
) -> None:
    known = as_it_goes_on(case, days)
    # What was done in an earlier period of sickness says nothing of this one.
    told = {name for name in ONCE if all(each.is_told for each in known.entries(name))}
    done = {name for name in told if is_done(case["done"].get(name), known.on)}
    for paper in papers().values():
        if "done" in paper.unless and done.issuperset(paper.steps):
            assert why_not(paper, known), paper.id


def is_done(said: str | bool | None, on: date) -> bool:
    return said is True or (isinstance(said, str) and date.fromisoformat(said) <= on)


@given(cases(), DAYS_LATER)
def test_after_the_contract_no_paper_is_offered_that_needs_one(
    case: dict[str, Any], days: int
) -> None:
    assume(case.get("contract_end"))
    known = as_it_goes_on(case, days)
    assume(known.case.contract_end and known.case.contract_end < known.on)
    assert [paper.id for paper in offered(known) if "contract_over" in paper.unless] == []


@given(cases(), DAYS_LATER, st.data())
def test_a_day_in_a_letter_stays_whatever_is_told_of_another_step(
    case: dict[str, Any], days: int, data: st.DataObject
) -> None:
    """Else it rested on something that nobody told. What only happens tells a fact, which may move days."""
    steps = [name for name in ONCE if load().rules[name].kind == "obligation"]
    open_steps = [name for name in steps if name not in case["done"]]
    step = data.draw(st.sampled_from(open_steps))
    came = date.fromisoformat(case["first_sick_day"]) + timedelta(
        days=data.draw(st.integers(0, max(days, 0)))
    )
    before = as_it_goes_on(case, days)
    after = as_it_goes_on({**case, "done": {**case["done"], step: str(came)}}, days)
    for paper in offered(before):
        if paper.kind != "letter" or step in paper.steps or why_not(paper, after):
            continue
        kept, now = (set(days_of(paper, each, "nl")) for each in (before, after))
        assert kept <= now, (paper.id, step)


@given(cases(), DAYS_LATER, st.text("QXZ", min_size=8, max_size=20))
def test_the_label_of_a_case_stands_in_no_paper(
    case: dict[str, Any], days: int, label: str
) -> None:
    known = as_it_goes_on({**case, "label": label}, days)
    for paper in offered(known):
        assert label not in read(paper, known, "nl"), paper.id
