"""What the page of the self-check shows of an answer."""

from datetime import date, timedelta
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


def entries(view: Any) -> list[dict[str, Any]]:
    """Every row and every further time of one, each with the name of its rule."""
    return [{"id": row["id"], **each} for row in view["rows"] for each in (row, *row["times"])]


def rows_of(view: Any) -> dict[str, Any]:
    return {row["id"]: row for row in view["rows"]}


def section(view: Any, name: str) -> list[str]:
    return [row["id"] for row in view["rows"] if row["section"] == name]


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
    asked_in_list = "to-fill-in"
    told_apart = [each["text"] for each in plain["notices"] if each["code"] != asked_in_list]
    assert shown["notices"] == told_apart
    rows = {(each["id"], each["n"]): each for each in entries(shown)}
    assert len(rows) == len(plain["obligations"]) + len(plain["moments"])
    for said in plain["obligations"]:
        row = rows[said["id"], said.get("n")]
        assert [row[name] for name in ("status", "due", "told")] == [
            said[name] for name in ("status", "due", "told")
        ]
        assert row.get("trace", texts(said)) == texts(said)
    for said in plain["moments"]:
        assert rows[said["id"], None]["due"] == said["date"]
        assert rows[said["id"], None]["trace"] == texts(said)


def texts(said: dict[str, Any]) -> list[str]:
    return [step["text"] for step in said["trace"]]


def test_the_earliest_possible_day_is_called_so_wherever_it_is_shown() -> None:
    case = {"first_sick_day": "2024-11-04", "done": {"wia-aanvraag": False}}
    submission = submitted(case)
    answer = answer_to(submission, ON)
    view: dict[str, Any] = dict(page_view(answer, submission))
    cards = rows_of(view)
    assert cards["einde-loondoorbetaling"]["when"] == "Op zijn vroegst zondag 7 februari 2027"
    assert cards["einde-loondoorbetaling"]["day"] == "op zijn vroegst 7 februari 2027"
    assert cards["einde-wachttijd"]["when"] == "Op zondag 1 november 2026"
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


@given(cases())
def test_every_step_and_day_has_a_row_whatever_was_told(case: dict[str, Any]) -> None:
    """But for what can only be with something else: the page hides the rows that an answer does not hold."""
    always = {rule.id for rule in load().rules.values() if not rule.only_with}
    assert always <= set(rows_of(told(case))) <= set(load().rules)


def test_only_what_a_role_does_not_do_itself_stands_apart() -> None:
    for role in ("werknemer", "werkgever"):
        for name, row in rows_of(told(LATE, role=role)).items():
            rule = load().rules[name]
            acting = (
                rule.who if {"werknemer", "werkgever"} & {*rule.who} else (*rule.who, *rule.helps)
            )
            assert row["mine"] == (role in acting or rule.kind == "moment")
    assert all(row["mine"] for row in told(LATE, role="adviseur")["rows"])


def test_an_employee_reads_first_of_wage_whom_to_call_and_what_to_do() -> None:
    first = [each["answer"] for each in told(LATE, role="werknemer")["for_employee"]]
    assert first == [
        (
            "Blijf je ziek? Dan betaalt je werkgever tot en met zondag 2 januari 2028, "
            "zolang je in dienst bent. Daarna kan er een WIA-uitkering zijn."
        ),
        "Je werkgever of de arbodienst.",
        "Plan van aanpak: 271 dagen te laat",
    ]
    assert told(LATE, role="werkgever")["for_employee"] == []


def test_an_employee_whose_contract_ended_reads_of_uwv() -> None:
    view = told({**LATE, "contract_end": "2026-10-31"}, role="werknemer")
    first = [each["answer"] for each in view["for_employee"]]
    assert first == [
        (
            "Je werkgever moest je loon betalen tot en met zaterdag 31 oktober 2026. "
            "Daarna kan er ziekengeld van UWV zijn."
        ),
        "UWV, of je oude werkgever als die eigenrisicodrager is.",
        "Vul in of dit klaar is: Medische informatie voor de werknemer",
    ]


# Sick since Tuesday 6 January 2026: 104 weeks end on Monday 3 January 2028.
SINCE = {"first_sick_day": "2026-01-06"}


@pytest.mark.parametrize(
    ("case", "on", "after"),
    [
        (SINCE, "2026-06-01", "WIA-uitkering"),
        ({**SINCE, "contract_end": "2026-12-31"}, "2026-06-01", "ziekengeld"),
        # A contract that ends with the waiting time: sickness benefit is used up by then.
        ({**SINCE, "contract_end": "2028-01-03"}, "2026-06-01", "WIA-uitkering"),
        # From the AOW age on there is neither (WIA art. 43(g), ZW art. 29(4)).
        ({**SINCE, "aow_date": "2026-08-01"}, "2026-06-01", None),
        (
            {**SINCE, "aow_date": "2026-08-01", "contract_end": "2026-07-31"},
            "2026-06-01",
            None,
        ),
    ],
)
def test_after_the_wage_an_employee_reads_only_of_money_that_may_come(
    case: dict[str, Any], on: str, after: str | None
) -> None:
    submission = submitted(case, role="werknemer")
    answer = answer_to(submission, date.fromisoformat(on))
    wage = page_view(answer, submission)["for_employee"][0]["answer"]
    told = [money for money in ("WIA-uitkering", "ziekengeld") if money in wage]
    assert told == ([after] if after else [])


@pytest.mark.parametrize("pause", ["recoveries", "leaves"])
def test_who_is_not_sick_today_reads_nothing_of_what_to_do_first(pause: str) -> None:
    spell = {"first_day": "2026-11-02", "last_day": "2026-12-13", "same_cause": True}
    if pause == "recoveries":
        del spell["same_cause"]
    assert told({**LATE, pause: [spell]}, role="werknemer")["for_employee"] == []


@pytest.mark.parametrize(
    ("told_of_application", "first"),
    [
        ({}, "Vul in of dit klaar is: WIA-aanvraag"),
        ({"wia-aanvraag": False}, "WIA-aanvraag: 24 dagen te laat"),
    ],
)
def test_the_application_comes_first_for_each_day_that_it_is_late_moves_the_benefit(
    told_of_application: dict[str, bool], first: str
) -> None:
    """Sick since 17 January 2025: 93 weeks end on 29 October 2026, 24 days before 22 November."""
    case = {"first_sick_day": "2025-01-17", "done": told_of_application}
    lines = told(case, role="werknemer")["for_employee"]
    assert lines[-1]["answer"] == first


def test_only_what_the_law_sets_and_somebody_denied_is_late() -> None:
    """Custom and advice of UWV keep their own words when they were not done."""
    first: dict[str, Any] = {
        "first_sick_day": "2024-12-02",
        "done": {"plan-van-aanpak": "2025-01-27"},
    }
    denied: dict[str, object] = {
        "plan-van-aanpak": "2025-01-27",
        "tweede-spoor": False,
        "periodieke-evaluatie": False,
        "wia-aanvraag": False,
    }
    rows = rows_of(told({**first, "done": denied}))
    assert [name for name, row in rows.items() if row["late"]] == ["wia-aanvraag"]
    assert rows["tweede-spoor"]["standing"].endswith("dagen later dan UWV adviseert")
    assert "ingevuld" not in rows["periodieke-evaluatie"]["standing"]
    assert not any(row["late"] for row in rows_of(told(first)).values())


def test_who_does_not_know_is_not_told_that_there_is_nothing_to_do() -> None:
    asked = section(told(CASE), "ask") + section(told(CASE), "now")
    view = told({**CASE, "done": dict.fromkeys(asked)})
    assert "te zeggen" in view["totals"]
    assert "niets te doen" not in view["totals"]


NOTHING_TO_DO = "Er is nu niets te doen."


def has_open_rows(view: Any) -> bool:
    """Whether anything of the law or of UWV is asked, or is to be done now."""
    open_rows = [row for row in view["rows"] if row["section"] in {"ask", "now"}]
    return any(load().rules[row["id"]].strength != "gebruik" for row in open_rows)


@given(cases(), st.sampled_from([*ROLES, None]))
def test_the_first_line_says_that_nothing_is_to_be_done_only_where_the_list_says_so(
    case: dict[str, Any], role: str | None
) -> None:
    view = told(case, role=role)
    assert not (view["totals"] == NOTHING_TO_DO and has_open_rows(view))


@pytest.mark.parametrize("week", [1, 2, 8, 20, 47, 60, 90, 103, 110])
def test_in_every_week_there_is_something_to_do_or_to_fill_in(week: int) -> None:
    first = ON - timedelta(weeks=week, days=-4)
    assert told({"first_sick_day": str(first)})["totals"] != NOTHING_TO_DO


def test_what_may_be_past_in_one_of_two_outcomes_is_asked() -> None:
    """With the same cause the 104 weeks go on during the leave; nobody told whether they did."""
    leave = {"first_day": "2025-06-02", "last_day": "2025-09-21"}
    case = {"first_sick_day": "2025-01-06", "leaves": [leave]}
    submission = submitted(case)
    view: dict[str, Any] = dict(page_view(answer_to(submission, date(2027, 2, 11)), submission))
    assert {"wia-aanvraag", "reintegratieverslag"} <= set(section(view, "ask"))


def test_the_papers_of_the_last_day_are_asked_after_it() -> None:
    view = told({"first_sick_day": "2026-01-05", "contract_end": "2026-10-31"})
    assert "reintegratieverslag" in section(view, "ask")
    assert rows_of(view)["reintegratieverslag"]["asked"]


def test_what_uwv_decides_stands_apart_until_it_was_asked_to_decide() -> None:
    assert "wia-beslissing" in section(told(CASE), "not_needed")
    applied = said(CASE, "vervroegde-iva-aanvraag", "2026-10-01")
    assert "wia-beslissing" not in section(told(applied), "not_needed")


def test_an_event_that_has_its_day_is_asked_where_it_counts() -> None:
    view = told({"first_sick_day": "2026-01-05", "contract_end": "2026-11-20"})
    row = rows_of(view)["uitdiensttreding-ziek"]
    assert (row["section"], row["asked"]) == ("ask", True)


def test_the_employee_hands_in_what_only_the_doctor_makes() -> None:
    assert rows_of(told(LATE, role="werknemer"))["medische-informatie"]["mine"]
    assert not rows_of(told(LATE, role="werkgever"))["medische-informatie"]["mine"]


def test_both_days_of_an_undecided_date_stand_at_the_row() -> None:
    view = told({"first_sick_day": "2024-10-21"})
    row = rows_of(view)["wia-ingang"]
    assert (row["due"], len(row["outcomes"])) == (None, 2)
    assert row["outcomes"][0] == "Kwam de WIA-aanvraag op tijd, dan is het maandag 19 oktober 2026."


def test_the_law_is_asked_before_custom_and_the_first_day_first() -> None:
    rows = [row for row in told(WITH_PLAN)["rows"] if row["section"] == "ask" and row["due"]]
    ranks = [(load().rules[row["id"]].strength == "gebruik", row["due"]) for row in rows]
    assert ranks == sorted(ranks)
    assert rows[-1]["id"] == "periodieke-evaluatie"


def test_talks_that_nobody_told_are_one_line_that_says_how_many() -> None:
    row = rows_of(told(WITH_PLAN))["periodieke-evaluatie"]
    assert (row["n"], row["section"], row["asked"]) == (1, "ask", True)
    assert row["standing"] == "6 keer nog niet ingevuld"
    assert [time["n"] for time in row["times"]] == [*range(2, len(row["times"]) + 2)]


def test_what_nobody_told_is_asked_and_not_called_late() -> None:
    view = told(CASE)
    asked = ["plan-van-aanpak", "melding-42-weken"]
    assert section(view, "ask") == [*asked, "melding-arbodienst", "reintegratiedossier"]
    cards = rows_of(view)
    for name in section(view, "ask"):
        shown = cards[name]
        assert (shown["told"], shown["asked"], shown["standing"]) == (False, True, "")
    assert {cards[name]["status"] for name in asked} == {"overdue"}
    states = {mark["id"]: mark["state"] for mark in view["picture"]["marks"]}
    assert {states[name] for name in asked} == {"to_fill_in"}


@pytest.mark.parametrize(
    ("what", "where", "standing"),
    [
        (False, "ask", "27 dagen te laat"),
        (None, "ask", "Vraag na of dit klaar is"),
        (True, "done", "Gedaan"),
        ("2026-10-26", "done", "Gedaan op 26 oktober 2026"),
        ("2026-12-01", "ask", "27 dagen te laat"),
    ],
)
def test_what_was_said_decides_what_is_shown(what: object, where: str, standing: str) -> None:
    row = rows_of(told(said(CASE, "melding-42-weken", what)))["melding-42-weken"]
    assert (row["told"], row["asked"]) == (True, True)
    assert (row["section"], row["standing"]) == (where, standing)


def test_a_habit_is_never_late_whatever_was_said() -> None:
    for what, standing in ((False, "Nog niet gedaan"), ([], "Nog niet ingevuld")):
        talks = rows_of(told(said(WITH_PLAN, "periodieke-evaluatie", what)))["periodieke-evaluatie"]
        assert talks["section"] == "ask"
        assert talks["times"][0]["standing"] == standing


def test_after_the_contract_a_delay_is_told_as_it_stood_on_the_last_day() -> None:
    case = {**said(CASE, "melding-42-weken", False), "contract_end": "2026-11-10"}
    cards = rows_of(told(case))
    card = cards["melding-42-weken"]
    assert (card["section"], card["due"]) == ("not_needed", "2026-10-26")
    assert card["standing"] == "Was op 10 november 2026 15 dagen te laat"
    assert cards["probleemanalyse"]["standing"] == "Gedaan op 10 februari 2026"


def test_a_doubt_is_no_delay() -> None:
    doubt = said(LATE, "melding-42-weken", None)
    certain, doubting = told(LATE), told(doubt, "aow_date")
    assert rows_of(certain)["melding-42-weken"]["status"] == "overdue"
    assert rows_of(doubting)["melding-42-weken"]["status"] == "unknown"
    assert rows_of(doubting)["plan-van-aanpak"]["status"] == "overdue"
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


def test_what_comes_next_is_of_the_law_before_it_is_custom() -> None:
    coming = section(told(said(WITH_PLAN, "periodieke-evaluatie", True)), "next")
    assert coming == ["uwv-brief-88", "actueel-oordeel", "eindevaluatie"]


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


@pytest.mark.parametrize("week", [3, 8, 30, 60])
def test_what_is_to_be_filled_in_is_counted_as_it_is_asked(week: int) -> None:
    submission = submitted({"first_sick_day": str(ON - timedelta(weeks=week, days=-1))})
    view = page_view(answer_to(submission, ON), submission)
    rules = load().rules
    asked = [
        row
        for row in view["rows"]
        if row["section"] == "ask" and rules[row["id"]].strength != "gebruik"
    ]
    assert view["totals"].startswith(f"{len(asked)} nog in te vullen")


def test_a_step_that_counts_from_a_day_that_was_not_told_stays_asked() -> None:
    """Who says that the problem analysis was made, and not when, may have made the plan too."""
    undated = {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": True}}
    for case in (undated, said(undated, "plan-van-aanpak", False)):
        assert "plan-van-aanpak" in section(told(case), "ask")
        assert rows_of(told(case))["plan-van-aanpak"]["asked"]
    with_plan = told(said(undated, "plan-van-aanpak", True))
    assert "plan-van-aanpak" in section(with_plan, "done")
    assert "periodieke-evaluatie" in section(with_plan, "later")
