"""Which rows of a table are one case, which spells are one period, and what of that is told."""

import json
from collections.abc import Callable
from time import process_time
from typing import Any

import icalendar
import pytest

from tests.engine.caseloads import asked, caseload, read_by_page

AFAS = "EmployeeId;AbsenceId;StartDate;EndDate\n"
COURSE = "dossiernummer;dateStart;dateEnd;recoveryPercentage\n"


def cases(table: str) -> list[dict[str, Any]]:
    """What is known of each case in a table that is right, in the order of their first days."""
    found = read_by_page(table)
    assert found["errors"] == []
    facts = [json.loads(line["file"])["case"] for line in found["list"]]
    return sorted(facts, key=lambda each: str(each["first_sick_day"]))


def told(table: str) -> list[str]:
    """Everything that the command tells of a table, without what is told of its header."""
    lines = caseload(table).err.splitlines()
    return [line for line in lines if not line.startswith("column ")]


def test_the_same_number_of_another_employee_is_another_dossier() -> None:
    table = (
        "Personeelsnummer;Dossiernummer;Eerste ziektedag\n1;2026;2026-06-15\n2;2026;2026-06-20\n"
    )
    assert [case["label"] for case in cases(table)] == ["1", "2"]


def test_a_row_without_an_employee_goes_with_the_number_of_its_dossier() -> None:
    table = "Personeelsnummer;Dossiernummer;Eerste ziektedag;probleemanalyse\n1;7;2026-06-15;\n;7;;nee\n"
    (case,) = cases(table)
    assert case["done"] == {"probleemanalyse": False}


def test_a_row_of_which_nobody_can_say_whose_it_is_is_told() -> None:
    table = "Personeelsnummer;Dossiernummer;Eerste ziektedag\n1;7;2026-06-15\n;7;2026-06-15\n2;7;2026-06-15\n"
    (line,) = told(table)
    assert line.startswith("row 3, employee_number: is missing (expected that of one of the ")
    assert caseload(table).refs == {"1", "2"}


def test_rows_of_one_dossier_with_different_labels_are_told() -> None:
    table = "ref;Dossiernummer;Eerste ziektedag\nA;7;2026-06-15\nB;7;2026-06-15\n"
    assert told(table) == [
        "row 3, ref: B differs from row 2, of the same dossier (expected one answer)"
    ]


def test_a_header_that_only_says_dossier_is_not_its_number() -> None:
    table = "Personeelsnummer;Dossier;Eerste ziektedag\n1;Griep;2026-06-15\n2;Griep;2026-06-20\n"
    assert caseload(table).refs == {"1", "2"}
    assert "column 2, Dossier: is not known, so it is not read" in caseload(table).err
    assert "Griep" not in str(asked(table=table))


@pytest.mark.parametrize("who", ["employeeNumber", "ref"])
def test_a_course_without_a_number_of_its_dossier_goes_by_who_it_is_about(who: str) -> None:
    head = f"{who};dateStart;dateEnd;recoveryPercentage\n"
    (case,) = cases(head + "7;2026-03-02;;0\n7;2026-06-01;;50\n7;2026-09-01;;100\n")
    assert case["first_sick_day"] == "2026-03-02"
    assert case["recoveries"] == [{"first_day": "2026-09-01"}]
    first, second = cases(head + "7;2026-03-02;;0\n7;2026-06-01;;100\n7;2026-09-01;;0\n")
    assert (first["recoveries"], second["first_sick_day"]) == (
        [{"first_day": "2026-06-01"}],
        "2026-09-01",
    )


def test_a_percentage_with_nothing_that_keeps_its_rows_together_is_told() -> None:
    table = "dateStart;dateEnd;recoveryPercentage\n2026-03-02;;0\n2026-06-01;;50\n"
    assert [line.partition(" has ")[0] for line in told(table)] == [
        "row 2, recovery_percentage:",
        "row 3, recovery_percentage:",
    ]
    assert caseload(table).list == []


def test_a_spell_within_another_does_not_end_it() -> None:
    rows = "2;B;2026-03-02;2026-06-30\n2;B;2026-04-01;2026-04-30\n2;B;2026-07-14;\n"
    (case,) = cases(AFAS + rows)
    assert case["recoveries"] == [{"first_day": "2026-07-01", "last_day": "2026-07-13"}]


def test_while_one_spell_is_open_whatever_follows_belongs_to_it() -> None:
    (case,) = cases(AFAS + "2;B;2026-03-02;\n2;B;2026-04-01;2026-04-30\n2;B;2026-09-01;\n")
    assert case == {"label": "2", "first_sick_day": "2026-03-02"}


def test_four_weeks_after_the_latest_end_of_all_begins_another_case() -> None:
    rows = "2;B;2026-03-02;2026-06-30\n2;B;2026-04-01;2026-04-30\n2;B;2026-07-29;\n"
    assert [case["first_sick_day"] for case in cases(AFAS + rows)] == ["2026-03-02", "2026-07-29"]


@pytest.mark.parametrize("ends", [("2026-10-10", ""), ("", "2026-10-10")])
def test_one_first_day_with_two_ends_is_told_also_where_one_is_empty(ends: tuple[str, str]) -> None:
    (line,) = told(AFAS + "".join(f"1;C;2026-06-01;{end}\n" for end in ends))
    here, other = (2, 3) if ends[0] else (3, 2)
    assert line.startswith(f"row {here}, last_sick_day: 2026-10-10 differs from row {other}, ")


def test_one_first_day_with_two_percentages_is_told() -> None:
    (line,) = told(COURSE + "1;2026-06-01;;0\n1;2026-06-01;;50\n")
    assert line.startswith("row 3, recovery_percentage: 50 differs from row 2, ")


def test_a_row_that_is_there_twice_counts_once() -> None:
    (case,) = cases(COURSE + "1;2026-06-01;;0\n" + "1;2026-07-01;;50\n" * 2)
    assert case["partial_recoveries"] == [{"first_day": "2026-07-01", "percentage": 50}]


def test_an_end_of_which_the_first_day_is_not_told_is_told() -> None:
    assert told(COURSE + "1;2026-06-01;;\n1;;2026-07-01;\n") == [
        "row 3, first_sick_day: is missing (expected YYYY-MM-DD)"
    ]


def test_a_row_of_full_recovery_never_begins_a_period() -> None:
    (case,) = cases(COURSE + "3;2026-06-15;;0\n3;2026-08-01;;100\n3;2026-10-01;;100\n")
    assert case["recoveries"] == [{"first_day": "2026-08-01"}]
    (line,) = told(COURSE + "9;2026-10-02;;100\n")
    assert line.startswith("row 2, recovery_percentage: is a recovery, but no row before it ")


def test_what_is_wrong_in_a_spell_is_told_at_its_row_as_it_is_written() -> None:
    table = AFAS + "1;A;1-6-2026;1-7-2026\n1;A;5-7-2026;4-7-2026\n"
    assert told(table) == ["row 3, last_sick_day: 4-7-2026 is before the first day 5-7-2026"]
    table = AFAS + "1;A;1-6-2026;1-7-2026\n1;A;5-7-2026;31-12-2099\n"
    (line,) = told(table)
    assert line.startswith("row 3, last_sick_day: 31-12-2099 is out of range ")


def test_what_is_wrong_in_a_period_is_told_as_it_is_written() -> None:
    (line,) = told("first_sick_day\trecoveries\n2026-06-15\t9-9-2026/8-9-2026\n")
    assert line.startswith("row 2, recoveries: 9-9-2026/8-9-2026 is before the first day ")


@pytest.mark.parametrize(
    ("rows", "is_near"),
    [
        ("1;A;2026-05-04;2026-06-10\n1;B;2026-06-20;\n", True),
        ("1;A;2026-05-04;\n1;B;2026-09-20;\n", True),
        ("1;A;2026-05-04;2026-06-10\n1;B;2026-07-08;\n", True),
        ("1;A;2026-05-04;2026-06-10\n1;B;2026-07-09;\n", False),
        ("1;A;2026-05-04;2026-06-10\n2;B;2026-06-20;\n", False),
        ("1;A;2026-05-04;2026-06-10\n1;B;2026-05-05;2026-05-08\n1;A;2026-09-10;\n", True),
    ],
)
def test_dossiers_of_one_employee_that_may_be_one_period_are_told_and_answered(
    rows: str, *, is_near: bool
) -> None:
    found = caseload(AFAS + rows)
    assert (
        "row 3, employee_number: is that of row 2 too, with less than 4 weeks " in found.err
    ) == (is_near)
    assert len(found.list) == rows.count("\n")


def test_where_a_table_tells_no_ends_nobody_is_told_that_dossiers_are_near() -> None:
    table = "Personeelsnummer;Eerste ziektedag\n12;2026-01-05\n12;2026-09-07\n"
    assert told(table) == [
        "row 3, employee_number: is also the label of row 2, which has another first sick day"
    ]


def test_dossiers_that_are_near_are_told_to_a_visitor_with_the_weeks_of_the_law() -> None:
    table = AFAS + "1;A;2026-05-04;2026-06-10\n1;B;2026-06-20;\n"
    (near, *_) = asked(table=table)["errors"]
    assert near["message"].startswith("Deze en rij 2 zijn van één personeelsnummer, met minder dan")
    (near, *_) = asked(table=table, language="en")["errors"]
    assert "less than 4 weeks between them" in near["message"]


def test_one_label_and_first_day_of_two_dossiers_are_told_apart_in_every_calendar() -> None:
    table = "AbsenceId,EmployeeId,StartDate,ref\n1,5,2026-06-15,Jan\n2,6,2026-06-15,Jan\n"
    (line,) = told(table)
    assert line == (
        "row 3, ref: is also the label of row 2, with the same first sick day, "
        "so this one is called Jan (2)"
    )
    assert caseload(table).refs == {"Jan", "Jan (2)"}
    events = icalendar.Calendar.from_ical(caseload(table, form="ics").out).walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events) > 0
    by_page = asked(dossiers=asked(table=table)["dossiers"])["list"]
    labels = {json.loads(line["file"])["case"]["label"] for line in by_page}
    assert labels == {"Jan", "Jan (2)"}


def test_a_label_told_apart_is_the_same_when_rows_come_before_it() -> None:
    head = "AbsenceId,EmployeeId,StartDate,ref\n"
    rows = "1,5,2026-06-15,Jan\n2,6,2026-06-15,Jan\n"
    assert caseload(head + "9,9,2026-11-20,Piet\n" + rows).refs == {"Jan", "Jan (2)", "Piet"}


def test_a_label_that_only_a_later_row_of_a_dossier_tells_is_told_too() -> None:
    table = "ref;Dossiernummer;Eerste ziektedag\nA;1;2026-01-05\n;2;2026-02-02\nA;2;2026-02-02\n"
    assert told(table) == [
        "row 3, ref: is also the label of row 2, which has another first sick day"
    ]


def rows_of_one(count: int) -> str:
    return AFAS + "".join(f"1;A;2026-0{1 + n % 9}-1{n % 9};\n" for n in range(count))


def tabs(count: int) -> str:
    return 'ref;first_sick_day;recoveries\n"a' + "\t" * count + 'b";2026-06-15;\n'


def spaces(count: int) -> str:
    return "ref;first_sick_day;recoveries\nx;2026-06-15;a" + " " * count + "b\n"


@pytest.mark.parametrize(("table", "count"), [(rows_of_one, 2_000), (tabs, 8_000), (spaces, 8_000)])
def test_four_times_as_much_takes_about_four_times_as_long(
    table: Callable[[int], str], count: int
) -> None:
    def seconds(text: str) -> float:
        begun = process_time()
        caseload(text)
        return process_time() - begun

    seconds(table(10))
    # Squared it would be sixteen times.
    assert seconds(table(4 * count)) < 9 * seconds(table(count)) + 0.2


@pytest.mark.parametrize("field", ["recoveries", "probleemanalyse", "first_sick_day", "ref"])
def test_a_cell_that_is_far_too_long_is_told(field: str) -> None:
    cells = {"first_sick_day": "2026-06-15", field: "x" * 4_001}
    (line,) = told("\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n")
    assert line.startswith(f"row 2, {field}: 4001 characters are too many (expected at most ")


def test_a_cell_that_is_long_and_not_read_is_no_matter() -> None:
    assert caseload("ref,first_sick_day,Afdeling\nA,2026-01-05," + "x" * 9_000 + "\n").status == 0
