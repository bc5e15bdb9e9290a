"""The calendar file: read back with the icalendar package, and silent about what it is for."""

import re
from copy import copy
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from poortwachter import Answer, Case, check
from poortwachter.i18n import LOCALES
from poortwachter.law import load
from poortwachter.render import Choices, answer_as_ics, legend
from tests.engine.cases import cases
from tests.engine.reviewed import GOLDEN, compare
from tests.engine.test_cli import run
from tests.thorough import times

ON = date(2026, 11, 21)
CASE: dict[str, Any] = {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}}
WITH_PLAN = {**CASE, "done": {**CASE["done"], "plan-van-aanpak": "2026-02-24"}}
TELLING = re.compile(
    "ziek|sick|herstel|recover|integrat|uwv|wia|iva|verzuim|absen|arts|doctor|medi|health|gezond"
    "|arbo|loon|wage|contract|verlof|leave|zwanger|pregnan|aow|pensi|werknemer|employe|werkgever"
)
DAYS_LATER = st.integers(-30, 1000)


def answered(case: dict[str, Any], on: date = ON) -> Answer:
    return check(Case.from_dict(case), on=on)


def after(case: dict[str, Any], days: int) -> date:
    return date.fromisoformat(case["first_sick_day"]) + timedelta(days=days)


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def standing(text: str) -> list[Any]:
    """The events that are to come; the others take away what stood there."""
    return [each for each in events(text) if each.get("STATUS") != "CANCELLED"]


def by_uid(text: str) -> dict[str, tuple[str, date]]:
    return {str(each["UID"]): (str(each["SUMMARY"]), each.start) for each in events(text)}


def lines_of(text: str) -> list[bytes]:
    return text.encode().split(b"\r\n")


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


@given(cases(), DAYS_LATER, st.sampled_from(list(LOCALES)), st.booleans())
def test_every_last_day_ahead_is_an_event_of_a_whole_day(
    case: dict[str, Any], days: int, language: str, plain: bool
) -> None:
    answer = answered(case, after(case, days))
    expected = [
        max(each.occurrence.deadline.day, answer.on)
        for each in answer.obligations
        if each.occurrence.deadline.day
        and each.occurrence.must_be_done
        and each.status in {"overdue", "due", "upcoming", "unknown"}
        and (
            each.occurrence.deadline.day >= answer.on
            or (each.occurrence.told == "not_done" and not each.occurrence.number)
        )
    ]
    found = standing(answer_as_ics(answer, language, choices=Choices(plain_titles=plain)))
    assert [event.start for event in found] == expected
    assert all(event["DTSTART"].params["VALUE"] == "DATE" for event in found)
    assert len({event["UID"] for event in found}) == len(found)


@given(cases(), DAYS_LATER, st.sampled_from(list(LOCALES)))
@times(200)
def test_without_plain_titles_no_word_tells_what_it_is_about(
    case: dict[str, Any], days: int, language: str
) -> None:
    text = unfolded(answer_as_ics(answered(case, after(case, days)), language)).lower()
    text = text.replace("class:private", "")
    assert TELLING.findall(text) == []
    assert [name for name in names(language) if name in text] == []


def names(language: str) -> list[str]:
    """What every rule is called."""
    words = [(rule.id, rule.words[language]) for rule in load().rules.values()]
    return [name.lower() for rule, each in words for name in (rule, each.name, each.noun)]


@given(cases(), DAYS_LATER, st.sampled_from(list(LOCALES)), st.booleans())
def test_lines_are_short_and_end_as_they_should(
    case: dict[str, Any], days: int, language: str, plain: bool
) -> None:
    answer = answered(case, after(case, days))
    text = answer_as_ics(answer, language, choices=Choices(plain_titles=plain))
    assert text == answer_as_ics(answer, language, choices=Choices(plain_titles=plain))
    *lines, end = lines_of(text)
    assert end == b""
    assert all(len(line) <= 75 and not {*b"\r\n"} & {*line} for line in lines)
    assert all(line.decode().strip() for line in lines)


def test_names_are_whole_when_they_are_asked_for() -> None:
    answer = answered(CASE)
    titles = [str(each["SUMMARY"]) for each in events(answer_as_ics(answer, "en"))]
    asked = events(answer_as_ics(answer, "en", choices=Choices(plain_titles=True)))
    rules = {rule.words["en"].name: rule.words["en"] for rule in load().actionable.values()}
    assert all(re.fullmatch(r"Appointment \d+(\.\d+)?", title) for title in titles)
    for event in (each for each in asked if "STATUS" not in each):
        name = re.sub(r" \d+$", "", event["SUMMARY"])
        assert event["DESCRIPTION"].startswith(rules[name].summary)


def test_a_long_name_is_folded_between_characters_and_read_back_whole() -> None:
    name = "é€ 💶 " * 20 + "a, b; c\\n d\ne"
    text = answer_as_ics(
        renamed(answered(CASE, date(2026, 9, 1)), name), choices=Choices(plain_titles=True)
    )
    assert all(len(line) <= 75 for line in lines_of(text))
    assert "a\\, b\\; c" in unfolded(text)
    assert {str(event["SUMMARY"]) for event in events(text)} == {name}


def renamed(answer: Answer, name: str) -> Answer:
    """The answer cut down to one obligation, which is called `name`."""
    late = next(
        each for each in answer.obligations if each.occurrence.rule.id == "melding-42-weken"
    )
    rule = copy(late.occurrence.rule)
    rule.words = {"nl": rule.words["nl"]._replace(name=name)}
    return answer._replace(
        obligations=(late._replace(occurrence=late.occurrence._replace(rule=rule)),)
    )


def test_of_what_recurs_the_times_behind_are_left_out_but_not_today() -> None:
    third = next(each for each in answered(WITH_PLAN).obligations if each.occurrence.number == 3)
    day = third.occurrence.deadline.day
    assert day
    on_the_day = events(answer_as_ics(answered(WITH_PLAN, day)))
    the_day_after = events(answer_as_ics(answered(WITH_PLAN, day + timedelta(days=1))))
    assert [event.start for event in on_the_day].count(day) == 1
    assert day not in [event.start for event in the_day_after]


@given(cases(), DAYS_LATER)
def test_alarms_come_two_weeks_and_three_days_before_and_never_in_the_past(
    case: dict[str, Any], days: int
) -> None:
    answer = answered(case, after(case, days))
    for event in events(answer_as_ics(answer)):
        alarms = event.walk("VALARM")
        ahead = (event.start - answer.on).days * (event.get("STATUS") != "CANCELLED")
        expected = [timedelta(days=-before) for before in (14, 3) if before < ahead]
        assert [alarm.TRIGGER for alarm in alarms] == expected
        assert event.start >= answer.on or event["STATUS"] == "CANCELLED"
        assert {alarm["ACTION"] for alarm in alarms} <= {"DISPLAY"}
        assert {alarm["DESCRIPTION"] for alarm in alarms} <= {event["SUMMARY"]}


def test_an_event_takes_no_time_and_is_for_the_owner_only() -> None:
    calendar = Calendar.from_ical(answer_as_ics(answered(CASE)))
    assert (calendar["VERSION"], "METHOD" in calendar) == ("2.0", False)
    for event in calendar.walk("VEVENT"):
        assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


def test_the_time_stamp_is_the_day_of_reference() -> None:
    stamps = {f"{each.DTSTAMP}" for each in events(answer_as_ics(answered(CASE)))}
    assert stamps == {"2026-11-21 00:00:00+00:00"}


def test_reading_it_in_again_updates_what_was_there() -> None:
    before = by_uid(answer_as_ics(answered(CASE)))
    recovered = {**CASE, "recoveries": [{"first_day": "2026-11-02", "last_day": "2026-11-08"}]}
    later = by_uid(answer_as_ics(answered(recovered, on=ON + timedelta(days=1))))
    assert later.keys() == before.keys()
    moved = {later[uid][1] - before[uid][1] for uid in before}
    assert moved == {timedelta(0), timedelta(days=7)}
    assert [title for title, _ in later.values()] == [title for title, _ in before.values()]


def test_uids_do_not_depend_on_language_or_titles_but_on_the_period() -> None:
    answer = answered(CASE)
    uids = by_uid(answer_as_ics(answer)).keys()
    assert by_uid(answer_as_ics(answer, "en", choices=Choices(plain_titles=True))).keys() == uids
    assert all(re.fullmatch("[0-9a-f]{32}@poortwachterwijzer", uid) for uid in uids)
    other = answered({**CASE, "first_sick_day": "2026-01-06"})
    assert not by_uid(answer_as_ics(other)).keys() & uids


def test_the_description_says_the_last_working_day() -> None:
    found = standing(answer_as_ics(answered(CASE)))
    told = {each.start: str(each["DESCRIPTION"]) for each in found}
    assert told[date(2027, 1, 3)] == (
        "Laatste werkdag op of voor deze dag: donderdag 31 december 2026."
    )


def test_beyond_the_table_of_holidays_nothing_is_said_of_working_days() -> None:
    last = load().holidays_until
    case = {"first_sick_day": str(last - timedelta(days=1))}
    found = events(answer_as_ics(answered(case, last)))
    assert found
    assert not any("DESCRIPTION" in event for event in found if event.start > last)


@pytest.mark.parametrize(("name", "plain"), [("agenda", False), ("agenda-met-namen", True)])
def test_the_file_reads_as_it_was_reviewed(name: str, plain: bool) -> None:
    text = answer_as_ics(answered(WITH_PLAN), choices=Choices(plain_titles=plain))
    compare(GOLDEN / f"{name}.txt", text.replace("\r\n", "\n"))


@pytest.mark.parametrize("plain", [False, True])
def test_the_command_writes_it_to_the_byte(plain: bool) -> None:
    asked = ["--plain-titles"] * plain
    finished = run("check", "--first-day", "2026-01-05", "--on", str(ON), "--format", "ics", *asked)
    answer = answered({"first_sick_day": "2026-01-05"})
    assert finished.stdout == answer_as_ics(answer, choices=Choices(plain_titles=plain)).encode()
    assert (finished.returncode, finished.stderr) == (0, b"")


def uids(case: dict[str, Any], label: str | None) -> set[str]:
    return set(by_uid(answer_as_ics(answered(case), choices=Choices(label=label))))


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
@times(50)
def test_two_cases_of_the_same_day_share_no_event_when_their_labels_differ(
    one: str, other: str
) -> None:
    assert not uids(CASE, one) & uids(CASE, None)
    assert bool(uids(CASE, one) & uids(CASE, other)) == (one == other)


def test_a_later_export_of_the_same_case_keeps_its_events() -> None:
    later = {**CASE, "done": {**CASE["done"], "melding-42-weken": "2026-11-20"}}
    assert uids(later, "Klant A") >= uids(CASE, "Klant A")


def test_the_label_stands_before_each_title() -> None:
    text = answer_as_ics(answered(CASE), choices=Choices(label="Klant; A"))
    assert all(str(each["SUMMARY"]).startswith("Klant; A: Afspraak ") for each in events(text))
    plain = answer_as_ics(answered(CASE), choices=Choices(plain_titles=True, label="B"))
    assert "B: Eerstejaarsevaluatie" in {str(each["SUMMARY"]) for each in events(plain)}


def test_talks_are_left_out_by_choice_but_not_when_one_is_asked_for() -> None:
    case = {**CASE, "done": {**CASE["done"], "plan-van-aanpak": "2026-03-01"}}
    some = standing(answer_as_ics(answered(case), choices=Choices(talks=False)))
    every = standing(answer_as_ics(answered(case)))
    talks = [each for each in every if "." in each["SUMMARY"]]
    assert len(talks) > 5
    assert len(some) == len(every) - len(talks)
    one = Choices(talks=False, only=("periodieke-evaluatie", 9))
    assert len(events(answer_as_ics(answered(case), choices=one))) == 1


@pytest.mark.parametrize(
    ("said", "days"),
    [({}, []), ({"plan-van-aanpak": None}, []), ({"plan-van-aanpak": False}, [ON])],
)
def test_what_was_let_pass_stands_today_and_only_when_somebody_said_so(
    said: dict[str, Any], days: list[date]
) -> None:
    case = {**CASE, "done": {**CASE["done"], **said}}
    text = answer_as_ics(answered(case), choices=Choices(plain_titles=True))
    found = [each for each in events(text) if each["SUMMARY"] == "Plan van aanpak"]
    assert [each.start for each in found] == days
    assert all(
        "De laatste dag was dinsdag 24 februari 2026." in each["DESCRIPTION"] for each in found
    )
    asked = Choices(only=("plan-van-aanpak", None))
    assert [each.start for each in events(answer_as_ics(answered(case), choices=asked))] == [ON]


def test_what_is_done_is_cancelled_when_it_is_imported_again() -> None:
    waiting = {**CASE, "done": {**CASE["done"], "melding-42-weken": False}}
    done = {**CASE, "done": {**CASE["done"], "melding-42-weken": "2026-11-21"}}
    before, later = (_notice(answer_as_ics(answered(case))) for case in (waiting, done))
    assert before["UID"] == later["UID"]
    assert ("STATUS" in before, later["STATUS"]) == (False, "CANCELLED")
    assert later["SEQUENCE"] > before["SEQUENCE"]
    assert later.walk("VALARM") == []
    the_day_after = _notice(answer_as_ics(answered(waiting, ON + timedelta(days=1))))
    assert the_day_after["SEQUENCE"] > later["SEQUENCE"]


def _notice(text: str) -> Any:
    return next(each for each in events(text) if each["SUMMARY"] == "Afspraak 7")


def test_the_legend_says_what_each_number_is_and_names_what_recurs_once() -> None:
    case = {**CASE, "done": {**CASE["done"], "plan-van-aanpak": "2026-03-01"}}
    answer = answered(case)
    titles = {str(each["SUMMARY"]) for each in standing(answer_as_ics(answer))}
    names = dict(legend(answer))
    assert set(names) <= titles
    assert {title.partition(".")[0] for title in titles} == {
        number.partition(".")[0] for number in names
    }
    assert len([number for number in names if "." in number]) == 1
    assert names["Afspraak 15"] == "WIA-aanvraag"


@pytest.mark.parametrize("contract_end", ["2026-06-30", "2026-12-31", "2027-06-30"])
def test_what_the_end_of_a_contract_gives_a_day_has_a_number_too(contract_end: str) -> None:
    case = Case.from_dict({"first_sick_day": "2026-05-04", "contract_end": contract_end})
    answer = check(case, on=date(2026, 5, 11))
    assert all(re.fullmatch(r"Afspraak [\d.]+", number) for number, _ in legend(answer))
