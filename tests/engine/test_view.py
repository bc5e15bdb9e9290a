"""What the page of the self-check shows of an answer."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Case
from poortwachter.case import read_facts
from poortwachter.law import load
from poortwachter.render import answer_as_ics, answer_as_text
from poortwachter.selfcheck import ROLES, Submission, answer_to, answers_given, for_guide, page_view
from tests.engine.cases import cases

ON = date(2026, 11, 22)
CASE = {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}}
NOT_DONE = dict.fromkeys(["plan-van-aanpak", "melding-42-weken"], False)
LATE = {**CASE, "done": {"probleemanalyse": "2026-02-10", **NOT_DONE}}
WITH_PLAN = {**CASE, "done": {"probleemanalyse": "2026-02-10", "plan-van-aanpak": "2026-02-24"}}


NOT_ASKED = {"not_asked", "not_needed"}


def submitted(case: dict[str, Any], *unknown: str, role: str | None = None) -> Submission:
    return Submission(read_facts(Case, case), role, unknown)


def said(case: dict[str, Any], step: str, what: object) -> dict[str, Any]:
    """The case with this said of one step."""
    return {**case, "done": {**case["done"], step: what}}


def told(case: dict[str, Any], *unknown: str, role: str | None = None) -> dict[str, Any]:
    submission = submitted(case, *unknown, role=role)
    return dict(page_view(answer_to(submission, ON), submission))


@given(cases(), st.sampled_from([*ROLES, None]), st.sampled_from(["nl", "en"]))
def test_the_picture_holds_every_mark_and_pause(
    case: dict[str, Any], role: str | None, language: str
) -> None:
    submission = submitted(case, role=role)
    words = page_view(answer_to(submission, ON), submission, language)
    picture = words["picture"]
    days = [mark["day"] for mark in picture["marks"]]
    assert days == sorted(days)
    assert all(0 <= day <= picture["days"] for day in [*days, picture["today"]["day"]])
    assert all(0 <= each["from"] < each["to"] <= picture["days"] + 1 for each in picture["pauses"])
    assert all(week["day"] <= picture["days"] + 1 for week in picture["weeks"])
    terms = [mark["term"] for mark in picture["marks"] if mark["term"]]
    assert all(0 <= term["from"] < term["to"] <= picture["days"] for term in terms)
    rules = list(dict.fromkeys(mark["id"] for mark in picture["marks"]))
    assert [rules[mark["row"]] for mark in picture["marks"]] == [
        mark["id"] for mark in picture["marks"]
    ]
    assert picture["rows"] == [load().rules[name].words[language].name for name in rules]


@given(cases(), st.sampled_from(["nl", "en"]))
def test_the_page_shows_of_each_entry_what_the_answer_says(
    case: dict[str, Any], language: str
) -> None:
    submission = submitted(case)
    answer = answer_to(submission, ON)
    shown: dict[str, Any] = dict(page_view(answer, submission, language))
    plain = answer.to_dict(language)
    assert shown["sick_days"] == plain["clock"]["sick_days"]
    assert shown["notices"] == [notice["text"] for notice in plain["notices"]]
    for kind, names in (("obligations", ["id", "status", "due"]), ("moments", ["id", "date"])):
        for entry, said in zip(shown[kind], plain[kind], strict=True):
            assert [entry[name] for name in names] == [said[name] for name in names]
            assert entry["trace"] == [step["text"] for step in said["trace"]]
            assert entry.get("n") == said.get("n")


def test_the_earliest_possible_day_is_called_so_wherever_it_is_shown() -> None:
    case = {"first_sick_day": "2024-11-04", "done": {"wia-aanvraag": False}}
    submission = submitted(case)
    answer = answer_to(submission, ON)
    view: dict[str, Any] = dict(page_view(answer, submission))
    shown = {each["id"]: each["when"] for each in view["moments"]}
    assert shown["einde-loondoorbetaling"] == "op zijn vroegst zondag 7 februari 2027"
    assert shown["einde-wachttijd"] == "zondag 1 november 2026"
    cards = {each["id"]: each for each in view["obligations"]}
    assert cards["loon-jaar-2"]["when"] == "Op zijn vroegst zondag 7 februari 2027"
    assert cards["ontslag-langdurig-ao"]["standing"] == "Op zijn vroegst vanaf 13 januari 2027"
    marks = {each["id"]: each["when"] for each in view["picture"]["marks"]}
    assert marks["wia-ingang"] == "op zijn vroegst 8 februari 2027"
    guided = for_guide(answer)
    assert guided["wia-ingang"] == "Voor jou: op zijn vroegst maandag 8 februari 2027"
    lines = [line for line in answer_as_text(answer).splitlines() if "7 februari 2027" in line]
    assert lines
    assert all("op zijn vroegst zondag 7 februari 2027" in line for line in lines)


def test_a_report_of_which_the_day_may_come_later_was_not_due_yet() -> None:
    done = {"verlenging-loonperiode": True, "reintegratieverslag": False}
    case = {"first_sick_day": "2024-11-04", "done": done}
    submission = submitted(case)
    answer = answer_to(submission, date(2026, 8, 20))
    ready = page_view(answer, submission)["report"]["ready"]
    assert ready.endswith("op zijn vroegst maandag 3 augustus 2026.")
    # The lines of a calendar file are folded.
    calendar = answer_as_ics(answer).replace("\r\n ", "")
    assert "De laatste dag is op zijn vroegst maandag 3 augustus 2026." in calendar
    assert "De laatste dag was" not in calendar


def test_what_is_done_lies_on_the_day_it_was_done() -> None:
    marks = {mark["id"]: mark for mark in told(LATE)["picture"]["marks"]}
    assert (marks["probleemanalyse"]["date"], marks["probleemanalyse"]["state"]) == (
        "2026-02-10",
        "done",
    )
    assert (marks["melding-42-weken"]["day"], marks["melding-42-weken"]["state"]) == (294, "late")


@pytest.mark.parametrize(
    ("step", "done", "state", "term"),
    [
        # The analysis of 10 February is day 36; two weeks after it is 24 February, day 50.
        ("plan-van-aanpak", "2026-02-24", "done", {"from": 36, "to": 50}),
        ("plan-van-aanpak", "2026-03-24", "done_late", {"from": 36, "to": 50}),
        ("plan-van-aanpak", True, "done", {"from": 36, "to": 50}),
        ("melding-42-weken", "2026-10-27", "done_late", {"from": 287, "to": 294}),
        # The first talk was custom by 7 April (day 92): what is only custom is never late.
        ("periodieke-evaluatie", ["2026-04-20"], "done", {"from": 51, "to": 92}),
    ],
)
def test_the_picture_tells_done_late_apart_from_done_in_time(
    step: str, done: object, state: str, term: dict[str, int]
) -> None:
    marks = told(said(WITH_PLAN, step, done))["picture"]["marks"]
    mark = next(mark for mark in marks if mark["id"] == step)
    assert (mark["state"], mark["term"]) == (state, term)
    assert ("te laat" in mark["standing"]) == (state == "done_late")


def test_a_step_that_nobody_told_is_never_done_late_in_the_picture() -> None:
    states = {mark["state"] for mark in told(CASE)["picture"]["marks"]}
    assert states.isdisjoint({"late", "done_late"})


def test_talks_share_a_row_of_the_picture() -> None:
    picture = told(WITH_PLAN)["picture"]
    talks = [mark for mark in picture["marks"] if mark["id"] == "periodieke-evaluatie"]
    assert len(talks) > 10
    assert {picture["rows"][mark["row"]] for mark in talks} == {"Voortgangsgesprek"}


@pytest.mark.parametrize(("aow_date", "shown"), [("2028-06-01", True), ("2041-05-01", False)])
def test_a_day_that_lies_decades_ahead_takes_no_room_from_the_rest(
    aow_date: str, shown: bool
) -> None:
    picture = told({**CASE, "aow_date": aow_date})["picture"]
    assert ("einde-aow-termijn" in {mark["id"] for mark in picture["marks"]}) == shown
    assert picture["days"] <= 4 * 52 * 7


def test_what_is_mine_stands_first() -> None:
    for role in ("werknemer", "werkgever"):
        first = told(LATE, role=role)["first"]
        for entries in (first["late"], first["now"]):
            mine = [entry["mine"] for entry in entries]
            assert mine == sorted(mine, reverse=True)
            assert any(mine)
    assert not any(entry["mine"] for entry in told(LATE, role="adviseur")["first"]["late"])


def test_what_nobody_told_is_asked_and_not_called_late() -> None:
    view = told(CASE)
    asked = ["plan-van-aanpak", "melding-42-weken"]
    assert view["first"]["late"] == []
    first = view["first"]["to_fill_in"]
    begun = ["ziekmelding-werknemer", "melding-arbodienst", "reintegratiedossier"]
    assert [each["id"] for each in first] == [*asked, *begun]
    assert {each["standing"] for each in first} == {"Nog niet ingevuld"}
    cards = {each["id"]: each for each in view["obligations"]}
    shown = [(cards[name]["status"], cards[name]["told"], cards[name]["group"]) for name in asked]
    assert shown == [("overdue", False, "to_fill_in")] * 2
    states = {mark["id"]: mark["state"] for mark in view["picture"]["marks"]}
    assert {states[name] for name in asked} == {"to_fill_in"}


@pytest.mark.parametrize(
    ("what", "group", "standing"),
    [
        (False, "late", "27 dagen te laat"),
        (None, "unknown", "Vraag na of dit klaar is"),
        (True, "done", "Gedaan"),
        ("2026-10-26", "done", "Gedaan op 26 oktober 2026"),
        ("2026-12-01", "late", "27 dagen te laat"),
    ],
)
def test_what_was_said_decides_what_is_shown(what: object, group: str, standing: str) -> None:
    cards = {each["id"]: each for each in told(said(CASE, "melding-42-weken", what))["obligations"]}
    card = cards["melding-42-weken"]
    assert (card["told"], card["group"], card["standing"]) == (True, group, standing)


def test_a_habit_is_never_late_whatever_was_said() -> None:
    for what, standing in ((False, "Nog niet gedaan"), ([], "Nog niet ingevuld")):
        cards = told(said(WITH_PLAN, "periodieke-evaluatie", what))["obligations"]
        talks = [each for each in cards if each["id"] == "periodieke-evaluatie"]
        assert talks[0]["group"] == "custom"
        assert talks[0]["standing"] == standing


def test_after_the_contract_a_delay_is_told_as_it_stood_on_the_last_day() -> None:
    case = {**said(CASE, "melding-42-weken", False), "contract_end": "2026-11-10"}
    cards = {each["id"]: each for each in told(case)["obligations"]}
    card = cards["melding-42-weken"]
    assert (card["group"], card["due"]) == ("not_needed", "2026-10-26")
    assert card["standing"] == "Was op 10 november 2026 15 dagen te laat"
    assert cards["probleemanalyse"]["standing"] == "Gedaan op 10 februari 2026"


def test_a_doubt_is_no_delay() -> None:
    doubt = said(LATE, "melding-42-weken", None)
    certain, doubting = told(LATE), told(doubt, "aow_date")
    assert [entry["id"] for entry in certain["first"]["late"]] == [
        "plan-van-aanpak",
        "melding-42-weken",
    ]
    assert [entry["id"] for entry in doubting["first"]["late"]] == ["plan-van-aanpak"]
    answer = answer_to(submitted(doubt, "aow_date"), ON).to_dict()
    found = next(each for each in answer["obligations"] if each["id"] == "melding-42-weken")
    assert (found["status"], found["due"], found["days"]) == ("unknown", "2026-10-26", None)
    codes = [notice["code"] for notice in answer["notices"]]
    assert codes == ["unknown-aow_date", "unknown-done"]


def test_a_doubt_about_what_is_still_to_come_changes_nothing() -> None:
    answer = answer_to(submitted(said(CASE, "wia-aanvraag", None)), ON).to_dict()
    found = next(each for each in answer["obligations"] if each["id"] == "wia-aanvraag")
    assert found["status"] == "upcoming"


def test_the_report_counts_what_is_done() -> None:
    done = {
        **CASE["done"],  # type: ignore[dict-item]
        "plan-van-aanpak": True,
        "eindevaluatie": "2026-11-01",
    }
    report = told(said({**CASE, "done": done}, "actueel-oordeel", None))["report"]
    states = {part["letter"]: part["state"] for part in report["parts"]}
    assert states == {
        **dict.fromkeys("abcd", "not_asked"),
        **dict.fromkeys("efg", "there"),
        "h": "partly",
        **dict.fromkeys("ijk", "not_known"),
        "l": "not_told",
    }
    not_done = dict.fromkeys(["actueel-oordeel", "oordeel-werknemer"], False)
    report = told({**CASE, "done": {**done, **not_done}})["report"]
    states = {part["letter"]: part["state"] for part in report["parts"]}
    assert "missing" in states.values()
    assert report["ready"] == "Het verslag moet uiterlijk op zondag 3 oktober 2027 klaar zijn."
    assert report["counted"] == "3 van de 6 stukken zijn klaar."


def test_without_a_day_the_report_says_why() -> None:
    report = told({**CASE, "contract_end": "2026-02-10"})["report"]
    assert report["ready"].startswith("Voor dit verslag is er nu geen datum. Tussen de eerste")
    assert report["counted"] == "1 van de 1 stukken zijn klaar."


def test_a_sanction_of_an_unknown_length_gives_the_earliest_days() -> None:
    case = {"first_sick_day": "2024-11-04", "done": {"wia-aanvraag": "2026-08-03"}}
    answer = answer_to(submitted(case, "wage_extension.sanction_weeks"), ON).to_dict()
    moments = {each["id"]: each for each in answer["moments"]}
    for name, day in (("einde-loondoorbetaling", "2026-11-08"), ("wia-ingang", "2026-11-09")):
        assert (moments[name]["date"], moments[name]["at_least"]) == (day, True)
    assert "at_least" not in moments["einde-wachttijd"]


def test_the_guide_gets_one_sentence_a_rule() -> None:
    dates = for_guide(answer_to(submitted(WITH_PLAN), ON))
    assert dates["probleemanalyse"] == "Voor jou: gedaan op 10 februari 2026"
    assert dates["wia-aanvraag"] == "Voor jou: uiterlijk zondag 17 oktober 2027"
    assert dates["einde-wachttijd"] == "Voor jou: zondag 2 januari 2028"
    assert dates["periodieke-evaluatie"] == "Voor jou: uiterlijk dinsdag 7 april 2026"
    assert set(dates) <= set(load().rules)


@given(cases(), st.sampled_from(["nl", "en"]))
def test_every_answer_that_was_given_is_told(case: dict[str, Any], language: str) -> None:
    pairs = answers_given(submitted(case, role="adviseur"), language)
    assert len(pairs) >= 2 + len(case["recoveries"]) + len(case.get("leaves", ()))
    assert all(pair["question"] and pair["answer"] for pair in pairs)


def test_what_comes_next_names_a_recurring_step_once() -> None:
    coming = [entry["id"] for entry in told(WITH_PLAN)["first"]["next"]]
    assert coming == ["periodieke-evaluatie", "uwv-brief-88", "actueel-oordeel"]


LEAVING = {
    "first_sick_day": "2026-05-04",
    "contract_end": "2026-12-31",
    "done": {"probleemanalyse": "2026-06-12", "plan-van-aanpak": "2026-06-20"},
}


@pytest.mark.parametrize(
    ("case", "counted", "needed"),
    [
        (LEAVING, "2 van de 6 stukken zijn klaar.", "efghijkl"),
        # Seven weeks: the short report has the opinion of the employee and the medical part.
        (
            {"first_sick_day": "2026-05-04", "contract_end": "2026-06-22"},
            "0 van de 2 stukken zijn klaar.",
            "el",
        ),
        (
            {**LEAVING, "done": {}, "outlook": {"long_absence": False}},
            "0 van de 2 stukken zijn klaar.",
            "el",
        ),
        # Three weeks, and no WIA to come: there is no report.
        (
            {"first_sick_day": "2026-05-04", "contract_end": "2026-05-24"},
            "Er zijn nu geen stukken voor nodig.",
            "e",
        ),
        (
            {"first_sick_day": "2026-05-04", "aow_date": "2026-12-31"},
            "Er zijn nu geen stukken voor nodig.",
            "e",
        ),
    ],
)
def test_the_report_of_the_last_day_counts_the_papers_that_belong_to_it(
    case: dict[str, Any], counted: str, needed: str
) -> None:
    report = told(case)["report"]
    letters = [each["letter"] for each in report["parts"] if each["state"] not in NOT_ASKED]
    assert (report["counted"], "".join(letters)) == (counted, needed)


def test_a_paper_that_was_missed_before_the_contract_ended_still_lacks_in_the_report() -> None:
    case = {**LEAVING, "contract_end": "2026-11-20", "done": {"probleemanalyse": False}}
    report = told(case)["report"]
    states = {each["letter"]: each["state"] for each in report["parts"]}
    assert (states["f"], states["g"], states["i"]) == ("missing", "not_told", "not_known")
    assert report["counted"] == "0 van de 6 stukken zijn klaar."
    assert report["ready"] == "Het verslag moest uiterlijk op vrijdag 20 november 2026 klaar zijn."
