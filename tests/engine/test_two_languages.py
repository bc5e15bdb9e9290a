"""In each language the same answer: the same steps, dates, statuses and numbers, wherever it is told. Only words differ."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from browser.bridge import answer
from poortwachter import Case
from poortwachter.case import read_facts
from poortwachter.i18n import DUTCH, LOCALES
from poortwachter.law import LANGUAGES, load
from poortwachter.render import Choices, answer_as_ics, answer_as_text
from poortwachter.selfcheck import (
    ROLES,
    Submission,
    answer_to,
    answers_given,
    as_file,
    as_form,
    file_name,
    for_guide,
    page_view,
    read_file,
)
from tests.engine.cases import cases
from tests.thorough import times

OTHERS = [each for each in LANGUAGES if each != DUTCH]
WORDS = {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "NAME"}
# What stands for a thing, in an answer and on the page.
NAMES = {"id", "status", "kind", "certainty", "bwb", "mark", "state", "section", "role"}
NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")


@st.composite
def asked(draw: st.DrawFn) -> tuple[Submission, date]:
    """A case of somebody in some role, on a day before, in or after its two years."""
    case = draw(cases())
    on = date.fromisoformat(case["first_sick_day"]) + timedelta(days=draw(st.integers(0, 1000)))
    role = draw(st.none() | st.sampled_from(ROLES))
    return Submission(read_facts(Case, case), role), on


def days_in(text: str, language: str) -> list[str]:
    """Every day in a text, in words or not, as it is written for a program."""
    months = [month.lower() for month in LOCALES[language]["months"]]
    in_words = re.compile(rf"(\d{{1,2}}) ({'|'.join(months)}) (\d{{4}})", re.IGNORECASE)
    found = [
        f"{year}-{months.index(month.lower()) + 1:02}-{int(day):02}"
        for day, month, year in in_words.findall(text)
    ]
    return sorted([*found, *ISO.findall(text)])


def numbers_in(text: str, language: str) -> list[int]:
    """Every number that stands by itself: what is counted, and not what a Dutch term is made of."""
    thousands = re.escape(LOCALES[language]["thousands"])
    joined = re.sub(rf"(?<=\d){thousands}(?=\d\d\d\b)", "", text)
    return sorted(map(int, NUMBER.findall(joined)))


def says_the_same(dutch: object, other: object, language: str) -> bool:
    # What is never translated: ids, titles of laws, and which text of them was read.
    if dutch == other or not isinstance(dutch, str) or not isinstance(other, str):
        return dutch == other
    return days_in(dutch, DUTCH) == days_in(other, language) and (
        numbers_in(dutch, DUTCH) == numbers_in(other, language)
    )


def parts(told: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """All that is told, each with its place."""
    if isinstance(told, Mapping):
        for name, each in told.items():
            yield from parts(each, f"{place}.{name}")
    elif isinstance(told, list | tuple):
        for n, each in enumerate(told):
            yield from parts(each, f"{place}[{n}]")
    else:
        yield place, told


def differences(dutch: Any, other: Any, language: str) -> list[tuple[str, Any, Any]]:
    """Where the two do not say the same, but for words."""
    ours, theirs = [*parts(dutch)], [*parts(other)]
    assert [place for place, _ in ours] == [place for place, _ in theirs]
    return [
        (place, one, same)
        for (place, one), (_, same) in zip(ours, theirs, strict=True)
        if not says_the_same(one, same, language)
    ]


def named(told: Any) -> list[tuple[str, Any]]:
    """What stands for a thing, and is no words: ids, statuses, kinds."""
    return [
        (place, each)
        for place, each in parts(told)
        if re.sub(r"\[\d+]", "", place).rpartition(".")[2] in NAMES
    ]


@pytest.mark.parametrize("language", OTHERS)
@given(asked())
@times(200)
def test_an_answer_has_the_same_dates_and_statuses(
    language: str, given_on: tuple[Submission, date]
) -> None:
    answered = answer_to(*given_on)
    dutch, other = answered.to_dict(DUTCH), answered.to_dict(language)
    assert differences(dutch, other, language) == []
    assert named(dutch) == named(other)


@pytest.mark.parametrize("language", OTHERS)
@given(asked())
@times(200)
def test_the_page_shows_the_same(language: str, given_on: tuple[Submission, date]) -> None:
    answered = answer_to(*given_on)
    dutch: Any = page_view(answered, given_on[0], DUTCH)
    other: Any = page_view(answered, given_on[0], language)
    assert differences(dutch, other, language) == []
    assert named(dutch) == named(other)


@pytest.mark.parametrize("language", OTHERS)
@given(asked())
@times(200)
def test_what_was_filled_in_and_the_dates_in_the_guide_are_the_same(
    language: str, given_on: tuple[Submission, date]
) -> None:
    answered = answer_to(*given_on)
    pairs = [
        (answers_given(given_on[0], DUTCH), answers_given(given_on[0], language)),
        (for_guide(answered, DUTCH), for_guide(answered, language)),
        (answer_as_text(answered, DUTCH), answer_as_text(answered, language)),
    ]
    for dutch, other in pairs:
        assert differences(dutch, other, language) == []


def events(text: str) -> list[list[tuple[str, str]]]:
    """Of each event and alarm all that is no words."""
    return [
        [(name, str(value.to_ical())) for name, value in each.items() if name not in WORDS]
        for each in Calendar.from_ical(text).walk()
    ]


@pytest.mark.parametrize("language", OTHERS)
@given(asked(), st.booleans(), st.booleans())
@times(200)
def test_a_calendar_has_the_same_appointments_by_the_same_names(
    language: str, given_on: tuple[Submission, date], plain: bool, talks: bool
) -> None:
    """So a file in one language brings the appointments of the other up to date."""
    answered, wanted = answer_to(*given_on), Choices(plain_titles=plain, talks=talks)
    dutch, other = (answer_as_ics(answered, each, wanted) for each in (DUTCH, language))
    assert events(dutch) == events(other)


# What goes from a visitor of one language to one of the other.

CASE = {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}}


def bridged(**request: Any) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(answer(json.dumps({"on": "2026-11-22", **request})))
    return reply


@given(asked())
@times(200)
def test_a_file_and_a_link_are_the_same_in_each_language_but_for_their_names(
    given_on: tuple[Submission, date],
) -> None:
    submission, _ = given_on
    form = as_form(submission)
    all_parts = ["first_sick_day", "done", "happened"]
    on = {"on": "2060-01-01"}
    files = [bridged(form=form, want="file", language=each, **on) for each in LANGUAGES]
    links = [
        bridged(form=form, want="link", parts=all_parts, role="", language=each, **on)
        for each in LANGUAGES
    ]
    assert len({each["text"] for each in files}) == len({each["text"] for each in links}) == 1
    assert read_file(files[0]["text"], date(2060, 1, 1)).facts.keys() <= submission.facts.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_named_in_the_language_of_the_page(language: str) -> None:
    words = load().messages["files"]
    form = as_form(Submission(read_facts(Case, CASE)))
    for want, of, end in (
        ({"want": "file"}, "self_check", "json"),
        ({"want": "calendar"}, "appointments", "ics"),
        ({"want": "calendar", "only": {"id": "wia-aanvraag", "n": None}}, "appointment", "ics"),
    ):
        name = bridged(form=form, language=language, **want)["name"]
        assert name == f"{words[of][language]}-2026-01-05.{end}"


def test_the_names_of_files_in_english() -> None:
    facts = {"label": "Client 7", "first_sick_day": "2026-01-05"}
    assert file_name("self_check", "json", facts, "en") == "self-check-Client-7-2026-01-05.json"
    assert file_name("appointments", "ics", {}, "en") == "appointments.ics"
    assert file_name("appointment", "ics", {}, "en") == "appointment.ics"


@pytest.mark.parametrize("words", list(load().messages["files"].values()))
def test_every_system_takes_the_name_of_a_file(words: Mapping[str, str]) -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each) for each in words.values())


def test_what_a_link_or_a_file_holds_is_told_in_every_language_at_once() -> None:
    """Who looks at it may change to another one, and is told it there without opening it again."""
    told = bridged(file=as_file(Submission(read_facts(Case, CASE))))["answers"]
    assert [*told] == [*LANGUAGES]
    assert told["nl"][0] == {"question": "Eerste ziektedag", "answer": "5 januari 2026"}
    assert told["en"][0] == {"question": "First sick day", "answer": "5 January 2026"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "month", ["6", "juni", "June", "JUN", "jun", "mrt", "March", "maart", "mei"]
)
def test_a_month_may_be_typed_in_any_language(language: str, month: str) -> None:
    typed = {"day": "15", "month": month, "year": "2026"}
    reply = bridged(form={"unknown": [], "first_sick_day": typed}, language=language)
    assert "errors" not in reply
    told = reply["answers"][0]["answer"]
    number = {"m": "3"}.get(month[0].lower(), "6") if month != "mei" else "5"
    assert days_in(told, language) == [f"2026-{int(number):02}-15"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("31", "June", "2026"), "Check the first sick day: 31 June 2026 does not exist."),
        (("15", "jumi", "2026"), "Fill in a month for the first sick day, for example 6 or June."),
        (("15", "6", "26"), "Fill in the year in four digits for the first sick day"),
        (("15", "6", "2027"), "The first sick day cannot be after today."),
        (("15", "", "2026"), "Also fill in the month for the first sick day."),
        (("", "", ""), "Fill in the first sick day."),
    ],
)
def test_what_is_wrong_is_told_in_english_with_what_to_do(
    typed: tuple[str, str, str], told: str
) -> None:
    first_day = dict(zip(("day", "month", "year"), typed, strict=True))
    reply = bridged(form={"unknown": [], "first_sick_day": first_day}, language="en")
    assert reply["errors"][0]["message"].startswith(told)
