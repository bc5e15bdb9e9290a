"""A table of cases: which step is first in each, worst first, and out again in every form."""

import csv
import json
import os
from datetime import date
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Case, InvalidInputError, check
from poortwachter.case import read_facts
from poortwachter.caseload import LARGEST_TABLE, SOON_DAYS, list_of
from poortwachter.law import load
from poortwachter.selfcheck import Submission, as_file, read_file, read_fragment
from tests.engine.caseloads import ON, asked, caseload, read_by_page
from tests.engine.cases import cases
from tests.thorough import times

FOLDER = Path(__file__).parent / "caseload"
LIST = "ref,week,status,next_step,next_due,who,late,not_told"
DAY, STEP = "first_sick_day", "probleemanalyse"
TWO = "ref,first_sick_day,probleemanalyse\nA,2026-10-05,nee\nB,2026-10-19,\n"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_the_examples_come_out_as_they_were_worked_out_by_hand() -> None:
    expected = rows((FOLDER / "list.csv").read_text(encoding="utf-8"))
    told = caseload(FOLDER / "cases.csv", form="csv")
    assert told.status == 0
    assert told.out.splitlines()[0] == LIST
    # Which of the papers of a last day is first, the order of the rules decides.
    by_hand = [{name: value for name, value in row.items() if value} for row in expected]
    found = [
        {name: row[name] for name in wanted}
        for row, wanted in zip(rows(told.out), by_hand, strict=True)
    ]
    assert found == by_hand
    assert [row["next_due"] for row in rows(told.out)] == [row["next_due"] for row in expected]


def test_a_page_gets_the_list_of_the_command() -> None:
    table = (FOLDER / "cases.csv").read_text(encoding="utf-8")
    by_page = read_by_page(table)["list"]
    assert [{**line, "file": ...} for line in by_page] == [
        {**line, "file": ...} for line in caseload(table).list
    ]


def test_python_gets_the_list_of_the_command_and_its_problems() -> None:
    table = (FOLDER / "cases.csv").read_bytes() + b"Wrong,2026-02-30\n"
    found, told = list_of(table, on=date.fromisoformat(ON)), caseload(table)
    assert found.lines == told.list
    assert f"{found.problems[0].line()}\n" in told.err
    assert (len(found.problems), told.status) == (1, 2)
    with pytest.raises(InvalidInputError, match="the table is empty"):
        list_of("", on=date.fromisoformat(ON))


def test_what_falls_due_in_the_next_twelve_weeks_is_told_in_days() -> None:
    (line,) = caseload("ref,first_sick_day,probleemanalyse\nB,2026-10-19,nee\n").list
    # The analysis on 30 November, the plan two weeks after it.
    assert line["due_days"] == [3, 17]
    assert line["next"]["due"] == "2026-11-30"
    assert line["status"] == "soon"
    assert line["next"]["n"] is None


def test_soon_is_two_weeks_and_no_day_more() -> None:
    table = "ref,first_sick_day,melding-arbodienst,reintegratiedossier\n{},{},ja,ja\n"
    # Six weeks after 30 October is 11 December, in fourteen days.
    assert SOON_DAYS == 14
    assert caseload(table.format("A", "2026-10-30")).list[0]["status"] == "soon"
    assert caseload(table.format("A", "2026-10-31")).list[0]["status"] == "calm"


@pytest.mark.parametrize(("first_day", "status"), [("2026-10-20", "soon"), ("2026-11-02", "calm")])
def test_what_is_not_known_stands_by_its_day_until_that_is_past(
    first_day: str, status: str
) -> None:
    head = "ref,first_sick_day,melding-arbodienst,reintegratiedossier,probleemanalyse\n"
    (line,), (untold,) = (
        caseload(f"{head}A,{first_day},ja,ja,{said}\n").list for said in ("?", "")
    )
    assert line == untold
    assert (line["status"], line["next"]["id"]) == (status, "probleemanalyse")
    assert line["due_days"]


@pytest.mark.parametrize(
    ("same_cause", "status", "due"),
    [("ja", "soon", "2026-12-06"), ("nee", "calm", "2027-04-04"), ("?", "unknown", None)],
)
def test_what_hangs_on_something_that_is_not_known_is_not_called_calm(
    same_cause: str, status: str, due: str | None
) -> None:
    """650 days after 4 November 2024 or after 23 June 2025, and a leave of 112 days does not count."""
    asked_of_all = [each for each in load().can_be_done if load().rules[each].kind == "obligation"]
    told = {
        **dict.fromkeys(asked_of_all, "ja"),
        "wia-aanvraag": "nee",
        "first_sick_day": "2024-11-04",
        "leaves": f"2025-03-03/2025-06-22/{same_cause}",
    }
    (line,) = caseload("\n".join(",".join(each) for each in (told, told.values()))).list
    first = line["next"] or {"due": None}
    assert (line["status"], first["due"], line["late"]) == (status, due, 0)


def test_what_nobody_told_is_never_called_late() -> None:
    told = caseload("ref;eerste ziektedag\nA;5-1-2024\nB;5-1-2026\n")
    assert {line["late"] for line in told.list} == {0}
    assert {line["status"] for line in told.list} == {"to_fill_in"}


def test_text_tells_every_case_once_below_how_it_stands() -> None:
    told = caseload(FOLDER / "cases.csv", form="text")
    headings = [
        "Te laat (1)",
        "Binnen 14 dagen (2)",
        "Nog in te vullen (2)",
        "Nu niets te doen (3)",
    ]
    assert [line for line in told.out.splitlines() if line in headings] == headings
    assert "  Late (week 8): Probleemanalyse, uiterlijk 16 november 2026 (werkgever" in told.out
    english = caseload(FOLDER / "cases.csv", "--lang", "en", form="text").out
    assert "Nothing to do now (3)" in english
    assert "by 16 November 2026 (employer and company doctor)" in english
    assert "Geen dossiers." in caseload("ref,first_sick_day\n", form="text").out


def test_one_calendar_has_the_steps_of_all_cases_with_their_labels() -> None:
    told = caseload(TWO, form="ics")
    calendar = icalendar.Calendar.from_ical(told.out)
    titles = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert {title.partition(":")[0] for title in titles} == {"A", "B"}
    assert len({str(event["UID"]) for event in calendar.walk("VEVENT")}) == len(titles)
    assert "A: Probleemanalyse" in caseload(TWO, "--plain-titles", form="ics").out
    talks, without = (
        caseload(FOLDER / "cases.csv", *options, form="ics").out
        for options in ((), ("--without-talks",))
    )
    assert len(without) < len(talks)


def test_the_calendar_of_a_page_in_pieces_is_that_of_the_command() -> None:
    listed = read_by_page(TWO)["list"]
    pieces = [
        asked(cases=[{"ref": line["ref"], "file": line["file"]}], want="calendar", talks=True)
        for line in listed
    ]
    whole = pieces[0]["head"] + "".join(each["events"] for each in pieces) + pieces[0]["tail"]
    assert whole == caseload(TWO, form="ics").out


@pytest.mark.parametrize("form", ["text", "csv", "json", "ics"])
def test_two_processes_say_what_one_says(form: str) -> None:
    table = (FOLDER / "cases.csv").read_text(encoding="utf-8") + "Wrong,2026-02-30\n"
    assert caseload(table, "--jobs", "2", form=form) == caseload(table, form=form)


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1.5", "²"])
def test_a_number_of_processes_that_is_none_is_refused_in_words(jobs: str) -> None:
    told = caseload(TWO, f"--jobs={jobs}")
    assert (told.status, told.out) == (2, "")
    assert f"{jobs} is not a number of processes (expected such as 2)" in told.err


def test_a_case_that_was_changed_is_answered_again() -> None:
    listed = read_by_page(TWO)["list"]
    changed = json.loads(listed[0]["file"])
    assert changed["case"]["label"] == listed[0]["ref"] == "A"
    changed["case"]["done"] = {"probleemanalyse": "2026-11-10"}
    again = asked(cases=[{"ref": "A", "file": json.dumps(changed)}])
    assert again["errors"] == []
    assert (again["list"][0]["late"], listed[0]["late"]) == (0, 1)


def test_a_save_file_that_cannot_be_read_is_told_with_its_case() -> None:
    told = asked(cases=[{"ref": "A", "file": "{}"}])
    assert told["list"] == []
    assert [(each["ref"], each["row"]) for each in told["errors"]] == [("A", 0)]


@pytest.mark.parametrize("want", [None, "csv", "calendar", "links"])
def test_a_case_that_comes_back_without_its_first_sick_day_stops_no_other(want: str | None) -> None:
    """A save file may lack it, for somebody else to fill in."""
    lacking = {"ref": "B", "file": '{"poortwachter": 1, "case": {}}'}
    whole = {"ref": "A", "file": '{"poortwachter": 1, "case": {"first_sick_day": "2026-06-15"}}'}
    more = {"want": want, "page": "https://x.example/", "parts": list[str]()}
    told = asked(cases=[lacking, whole], **more)
    alone = asked(cases=[whole], **more)
    wrong = {"ref": "B", "row": 0, "column": "", "message": "Vul dit in."}
    assert told == ({**alone, "errors": [wrong]} if want is None else alone)


@pytest.mark.parametrize(
    ("language", "name", "separator"), [("nl", "lijst.csv", ";"), ("en", "list.csv", ",")]
)
def test_a_list_goes_out_whole_and_worst_first_as_a_spreadsheet_of_its_language_opens_it(
    language: str, name: str, separator: str
) -> None:
    """Whatever the order of its pieces; the command writes the same with commas in every language."""
    table = (FOLDER / "cases.csv").read_text(encoding="utf-8")
    listed = read_by_page(table, language=language)["list"]
    file = asked(list=listed[::-1], language=language)
    assert file["name"] == name
    found = [*csv.reader(file["text"].removeprefix("\ufeff").splitlines(), delimiter=separator)]
    by_command = caseload(table, "--lang", language, form="csv").out
    assert found == [*csv.reader(by_command.splitlines())]


def test_a_link_of_each_case_carries_what_was_chosen_and_no_label() -> None:
    given_back = [{"ref": each["ref"], "file": each["file"]} for each in read_by_page(TWO)["list"]]
    for parts, done in (([DAY], {}), ([DAY, "done"], {"done": {STEP: False}})):
        file = asked(cases=given_back, want="links", page="https://x.example/", parts=parts)
        heading, (ref, link), _ = csv.reader(file["text"].splitlines(), delimiter=";")
        assert (file["name"], heading) == ("links.csv", ["\ufeffref", "link"])
        page, _, fragment = link.partition("#")
        carried = read_fragment(fragment, date.fromisoformat(ON))
        assert (ref, page, carried.role) == ("A", "https://x.example/", None)
        assert carried.facts == {"first_sick_day": date(2026, 10, 5), **done}


@given(drawn=st.lists(cases(), min_size=1, max_size=3))
@times(60)
def test_whatever_a_case_tells_comes_back_from_our_own_table(
    drawn: list[dict[str, object]],
) -> None:
    told = [
        as_file(Submission(read_facts(Case, {**each, "label": f"K{i}"})))
        for i, each in enumerate(drawn)
    ]
    given_back = [{"ref": f"K{i}", "file": file} for i, file in enumerate(told)]
    # What the form refuses is no case of a list either, such as a day to come.
    kept = [each for each in given_back if not asked(cases=[each])["errors"]]
    table = asked(cases=kept, want="csv")["text"]
    again = read_by_page(table)
    assert again["errors"] == []
    files = {line["ref"]: line["file"] for line in again["list"]}
    for each in kept:
        assert known(files[each["ref"]]) == known(each["file"])


def known(file: str) -> tuple[Case, tuple[str, ...]]:
    """What a save file tells, but for steps that a question of the case tells."""
    submission = read_file(file, date.fromisoformat(ON))
    steps = {choice["field"] for choice in asked(table="x")["choices"]}
    case = Case.of(submission.facts)
    done = {name: said for name, said in case.done.items() if name in steps}
    return case._replace(done=done), submission.unknown


@given(drawn=cases())
@times(500)
def test_a_step_in_the_list_has_the_day_of_the_whole_answer(drawn: dict[str, object]) -> None:
    file = as_file(Submission(read_facts(Case, drawn)))
    told = asked(cases=[{"ref": "A", "file": file}])["list"]
    if told and (first := told[0]["next"]):
        on = date.fromisoformat(ON)
        found = check(Case.from_dict(drawn), on=on).to_dict()["obligations"]
        same = [each for each in found if (each["id"], each.get("n")) == (first["id"], first["n"])]
        assert [each["due"] for each in same] == [first["due"]]
        assert same[0]["status"] in {"overdue", "due", "upcoming", "unknown"}


def test_a_table_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.touch()
    os.truncate(path, LARGEST_TABLE + 1)
    told = caseload(path)
    assert (told.status, told.out) == (2, "")
    assert told.err == "the table is too large (expected at most 64 MB)\n"
