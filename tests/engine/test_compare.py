"""Two cases side by side: what has other dates is told, and nothing else."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.bridge import answer as bridged
from poortwachter import Case, Comparison, check, compare
from poortwachter.case import fields_of, read_facts
from poortwachter.i18n import written
from poortwachter.render import comparison_as_text, comparison_in_short, comparison_view
from poortwachter.selfcheck import Submission, as_form
from tests.engine.cases import answers, cases
from tests.thorough import times

ON = date(2026, 11, 21)
BASE = {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}}
DAYS = st.dates(date(2014, 1, 1), date(2035, 1, 1))
LANGUAGES = st.sampled_from(["nl", "en"])
QUESTIONS = {name: kind for name, kind in fields_of(Case).items() if name != "first_sick_day"}

type Pair = tuple[dict[str, Any], dict[str, Any]]
type Dates = dict[tuple[str, int | None], dict[str, Any]]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """A case, and the same with another answer to a few of its questions."""
    case = draw(cases())
    names = draw(st.lists(st.sampled_from(sorted(QUESTIONS)), max_size=3, unique=True))
    kinds = {name: QUESTIONS[name] for name in names}
    return case, {**case, **draw(answers(kinds, date.fromisoformat(case["first_sick_day"])))}


def between(first: Mapping[str, Any], second: Mapping[str, Any], on: date = ON) -> Comparison:
    return compare(Case.from_dict(first), Case.from_dict(second), on=on)


def what_if(**change: Any) -> dict[str, tuple[str, str]]:
    """What a change makes of the base, in words; of what recurs the first three times."""
    rows = comparison_view(between(BASE, {**BASE, **change}))["rows"]
    told = {(row["id"], row["n"]): (row["was"], row["becomes"]) for row in rows}
    shown = {(name, n): words for (name, n), words in told.items() if (n or 0) < 4}
    return {f"{name}#{n}" if n else name: words for (name, n), words in shown.items()}


def test_what_if_recovered_for_eleven_days_moves_what_comes_after_by_eleven_days() -> None:
    """Of 20 to 30 September; what was due in February stays, so it is not told."""
    told = what_if(recoveries=[{"first_day": "2026-09-20", "last_day": "2026-09-30"}])
    assert told["melding-42-weken"] == (
        "Vanaf 19 oktober 2026, uiterlijk maandag 26 oktober 2026",
        "Vanaf 30 oktober 2026, uiterlijk vrijdag 6 november 2026",
    )
    assert told["einde-wachttijd"] == ("Zondag 2 januari 2028", "Donderdag 13 januari 2028")
    assert told["loon-jaar-1"] == (
        "Uiterlijk zondag 3 januari 2027",
        "Uiterlijk donderdag 14 januari 2027",
    )
    assert not {"probleemanalyse", "plan-van-aanpak"} & told.keys()


def test_what_if_still_recovered_has_no_dates_ahead_any_more() -> None:
    told = what_if(recoveries=[{"first_day": "2026-11-20", "last_day": None}])
    assert told["wia-aanvraag"] == (
        "Vanaf 13 september 2027, uiterlijk zondag 17 oktober 2027",
        "Nu niet nodig",
    )
    assert told["wia-ingang"] == ("Maandag 3 januari 2028", "Komt nu niet")
    # Its last day was in October: the recovery came later.
    assert "melding-42-weken" not in told
    assert not [name for name in told if name in {"passende-arbeid", "casemanager"}]


def test_what_if_sick_again_after_29_days_counts_from_a_new_first_day() -> None:
    """Recovered from 20 September to 18 October: the first sick day is now 19 October."""
    told = what_if(recoveries=[{"first_day": "2026-09-20", "last_day": "2026-10-18"}])
    assert told["probleemanalyse"] == (
        "Uiterlijk maandag 16 februari 2026, klaar op 10 februari 2026",
        "Uiterlijk maandag 30 november 2026",
    )
    assert told["einde-wachttijd"] == ("Zondag 2 januari 2028", "Zondag 15 oktober 2028")


def test_what_if_the_plan_is_ready_tells_its_day_and_the_talks_that_follow() -> None:
    told = what_if(done={**BASE["done"], "plan-van-aanpak": "2026-03-10"})  # type: ignore[dict-item]
    assert told == {
        "plan-van-aanpak": (
            "Uiterlijk dinsdag 24 februari 2026",
            "Uiterlijk dinsdag 24 februari 2026, klaar op 10 maart 2026",
        ),
        "periodieke-evaluatie#1": (
            "Nog niet te zeggen",
            "Vanaf 11 maart 2026, uiterlijk dinsdag 21 april 2026",
        ),
        "periodieke-evaluatie#2": (
            "Nog niet te zeggen",
            "Vanaf 22 april 2026, uiterlijk dinsdag 2 juni 2026",
        ),
        "periodieke-evaluatie#3": (
            "Nog niet te zeggen",
            "Vanaf 3 juni 2026, uiterlijk dinsdag 14 juli 2026",
        ),
    }


def test_a_talk_that_was_done_says_nothing_of_those_after_it() -> None:
    """Without a plan no talk has a day; that one was done does not make it many."""
    talked = {**BASE, "done": {"periodieke-evaluatie": ["2026-04-01"]}}
    planned = {**BASE, "done": {"plan-van-aanpak": "2026-03-10"}}
    rows = comparison_view(between(talked, planned))["rows"]
    was = {row["n"]: row["was"] for row in rows if row["id"] == "periodieke-evaluatie"}
    assert was == {1: "Klaar op 1 april 2026"} | dict.fromkeys(range(2, 16), "Nog niet te zeggen")


def test_a_talk_after_the_contract_is_not_needed() -> None:
    planned = {**BASE, "done": {"plan-van-aanpak": "2026-03-10"}}
    rows = comparison_view(between(planned, {**planned, "contract_end": "2026-12-31"}))["rows"]
    talks = {row["n"]: row["becomes"] for row in rows if row["id"] == "periodieke-evaluatie"}
    # The seventh is due on 29 December, the eighth in February.
    assert talks == dict.fromkeys(range(8, 16), "Nu niet nodig")


def test_what_if_the_contract_ends_brings_the_report_forward_and_takes_away_what_follows() -> None:
    """ZW art. 38(2): the report is there on the last day of the contract."""
    told = what_if(contract_end="2026-12-31")
    assert told["reintegratieverslag"][1].endswith("uiterlijk donderdag 31 december 2026")
    assert told["einde-loondoorbetaling"] == ("Zondag 2 januari 2028", "Donderdag 31 december 2026")
    assert told["uitdiensttreding-ziek"] == (
        "Nu niet nodig",
        "Uiterlijk donderdag 31 december 2026",
    )
    assert told["eerstejaarsevaluatie"] == (
        "Vanaf 16 november 2026, uiterlijk zondag 3 januari 2027",
        "Nu niet nodig",
    )
    assert not {"wia-aanvraag", "einde-wachttijd", "melding-42-weken"} & told.keys()


def test_a_day_that_may_come_later_is_told_as_the_earliest() -> None:
    """The application was to be there on 2 August 2026; on 21 November it is 111 days late."""
    case = {"first_sick_day": "2024-10-21"}
    applied = {**case, "done": {"wia-aanvraag": "2026-08-02"}}
    late = {**case, "done": {"wia-aanvraag": False}}
    rows = {row["id"]: row for row in comparison_view(between(applied, late))["rows"]}
    ends = rows["einde-loondoorbetaling"]
    assert ends["was"] == "Zondag 18 oktober 2026"
    assert ends["becomes"] == "Op zijn vroegst zaterdag 6 februari 2027"


def test_no_day_is_called_done_that_is_still_to_come() -> None:
    told = what_if(done={**BASE["done"], "plan-van-aanpak": "2026-12-01"})  # type: ignore[dict-item]
    assert told["plan-van-aanpak"][1].endswith("klaar op 1 december 2026")


def test_that_nobody_knows_whether_it_was_done_is_no_other_date() -> None:
    unsure = {**BASE, "done": {**BASE["done"], "melding-42-weken": None}}  # type: ignore[dict-item]
    assert between(BASE, unsure).differences == ()


@given(cases(), DAYS, LANGUAGES)
def test_a_case_beside_itself_has_no_difference(
    case: dict[str, Any], on: date, language: str
) -> None:
    found = between(case, case, on)
    assert found.to_dict(language)["differences"] == []
    told = {"nl": "Er verschilt geen enkele datum.", "en": "No date differs."}
    view = comparison_view(found, language)
    assert (view["told"], view["rows"]) == (told[language], [])
    assert len(comparison_as_text(found, language).splitlines()) == 2


@given(pairs(), DAYS, LANGUAGES)
def test_the_other_way_around_what_was_becomes_what_it_becomes(
    pair: Pair, on: date, language: str
) -> None:
    one, other = pair
    there, back = between(one, other, on), between(other, one, on)
    rows, turned = (comparison_view(each, language)["rows"] for each in (there, back))
    by_name = {(row["id"], row["n"]): row for row in turned}
    assert len(rows) == len(turned)
    for row in rows:
        same = by_name[row["id"], row["n"]]
        assert (row["was"], row["becomes"]) == (same["becomes"], same["was"])


def dates(first: dict[str, Any], second: dict[str, Any]) -> tuple[Dates, Dates]:
    """Of two plain answers, what is compared of each step and moment: a first day that both have does not differ."""
    ours, theirs = by_name(first), by_name(second)
    same = {
        name for name in ours.keys() & theirs.keys() if first_days_agree(ours[name], theirs[name])
    }
    sides = ({name: compared_of(each) for name, each in found.items()} for found in (ours, theirs))
    one, other = (
        {**found, **{name: without_from(found[name]) for name in same}} for found in sides
    )
    return one, other


def by_name(found: dict[str, Any]) -> dict[tuple[str, int | None], dict[str, Any]]:
    return {(each["id"], each.get("n")): each for each in entries(found)}


def first_days_agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one.get("from") == other.get("from"))


def without_from(compared: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in compared.items() if name != "from"}


def entries(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from found["obligations"]
    yield from found["moments"]


def compared_of(entry: dict[str, Any]) -> dict[str, Any]:
    names = ("from", "due", "date", "done", "at_least")
    told = {name: entry[name] for name in names if entry.get(name)}
    if not told.keys() & {"due", "date"} and entry.get("status") not in {"due", "upcoming"}:
        # The first day of what is not asked any more, or not to be said, is no date to compare.
        return {"done": told["done"]} if "done" in told else {}
    return told


@given(pairs(), DAYS)
@times(200)
def test_every_date_that_differs_is_told_and_nothing_else(pair: Pair, on: date) -> None:
    first, second = dates(*(check(Case.from_dict(case), on=on).to_dict() for case in pair))
    names = first.keys() | second.keys()
    differ = {name for name in names if first.get(name, {}) != second.get(name, {})}
    rows = comparison_view(between(*pair, on))["rows"]
    told = {(row["id"], row["n"]) for row in rows}
    assert differ <= told
    for row in rows:
        was, becomes = first.get((row["id"], row["n"]), {}), second.get((row["id"], row["n"]), {})
        assert row["was"] != row["becomes"]
        for name in was.keys() | becomes.keys():
            if was.get(name) != becomes.get(name):
                assert in_words(was.get(name)) in row["was"]
                assert in_words(becomes.get(name)) in row["becomes"]


def in_words(day: str | bool | None) -> str:
    return written(date.fromisoformat(day)) if isinstance(day, str) else ""


@given(pairs(), DAYS)
def test_the_rows_stand_by_day(pair: Pair, on: date) -> None:
    days = [each.earliest for each in between(*pair, on).differences]
    assert days == sorted(days)


def form(case: dict[str, Any]) -> dict[str, Any]:
    return as_form(Submission(read_facts(Case, case)))


def asked(**request: Any) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(
        bridged(json.dumps({"on": str(ON), "want": "compare", **request}))
    )
    return reply


def test_of_what_recurs_the_page_gets_the_first_time_and_how_many_more_there_are() -> None:
    """The plan gives fifteen talks a day; the command goes on telling each of them."""
    planned = {**BASE, "done": {"plan-van-aanpak": "2026-03-10"}}
    found = between(BASE, planned)
    rows = comparison_in_short(found)["rows"]
    talks = [row for row in rows if row["id"] == "periodieke-evaluatie"]
    assert [row["name"] for row in talks] == ["Voortgangsgesprek 1 en nog 14"]
    told = comparison_as_text(found)
    assert "Voortgangsgesprek 15: " in told
    assert "en nog" not in told


@given(pairs(), DAYS, LANGUAGES)
def test_in_short_every_step_that_differs_is_told_once_by_its_first_time(
    pair: Pair, on: date, language: str
) -> None:
    found = between(*pair, on)
    whole = comparison_view(found, language)
    short = comparison_in_short(found, language)
    ids = [row["id"] for row in short["rows"]]
    assert short["told"] == whole["told"]
    assert ids == list(dict.fromkeys(row["id"] for row in whole["rows"]))
    for row in short["rows"]:
        first, *more = [each for each in whole["rows"] if each["id"] == row["id"]]
        assert {**row, "name": first["name"]} == first
        assert (row["name"] == first["name"]) == (not more)
        assert not more or str(len(more)) in row["name"].removeprefix(first["name"])


def test_the_page_gets_the_rows_of_two_forms() -> None:
    ended = {**BASE, "contract_end": "2026-12-31"}
    expected = comparison_in_short(between(BASE, ended))
    assert asked(form=form(ended), base=form(BASE)) == dict(expected)
    assert {"id", "n", "name", "was", "becomes"} == set(expected["rows"][0])


@pytest.mark.parametrize(
    ("wrong", "field"), [("base", "base.first_sick_day.day"), ("form", "first_sick_day.day")]
)
def test_the_page_hears_which_form_is_wrong(wrong: str, field: str) -> None:
    nothing = {"first_sick_day": {"day": "", "month": "", "year": ""}}
    reply = asked(**{"form": form(BASE), "base": form(BASE), wrong: nothing})
    assert [each["field"] for each in reply["errors"]] == [field]


def test_what_a_form_does_not_know_counts_in_both() -> None:
    """Who does not know until when the wage goes on is told the earliest days."""
    case = {"first_sick_day": "2024-11-04", "done": {"wia-aanvraag": "2026-08-03"}}
    unknown = {**form(case), "unknown": ["wage_extension.sanction_weeks"]}
    rows = {row["id"]: row for row in asked(form=unknown, base=form(case))["rows"]}
    assert rows["wia-ingang"]["becomes"].startswith("Op zijn vroegst ")
