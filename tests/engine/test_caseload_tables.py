"""What a table of cases may look like, and which of its rows are one case."""

import pytest

from tests.engine.caseloads import caseload

PLAIN = "ref,first_sick_day,probleemanalyse\nCliënt Één,2026-10-05,nee\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_usual_encoding_delimiter_and_end_of_lines(
    encoding: str, delimiter: str, end: str
) -> None:
    table = PLAIN.replace(",", delimiter).replace("\n", end).encode(encoding)
    told = caseload(table)
    assert (told.status, told.refs) == (0, {"Cliënt Één"})


def test_the_first_line_may_tell_the_delimiter_and_keeps_its_number() -> None:
    told = caseload("sep=;\nref;first_sick_day\n\nA;2026-01-05\nB;x\n")
    assert told.refs == {"A"}
    assert told.err.startswith("row 5, first_sick_day: x is not a date")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "the table is empty (expected a header and a row for each case)"),
        ("\n \n,,\n", "the table is empty (expected a header and a row for each case)"),
        (b"PK\x03\x04 a workbook", "this is a spreadsheet (expected CSV: save it as CSV first)"),
        (
            b"\xd0\xcf\x11\xe0 an old one",
            "this is a spreadsheet (expected CSV: save it as CSV first)",
        ),
        (b"%PDF-1.7", "this is not a text (expected CSV)"),
        (bytes(range(256)) * 20, "this is not a text (expected CSV)"),
        (
            "ref,first_sick_day\nA,2026-01-05\n".encode("utf-16-le"),
            "this is not a text (expected CSV)",
        ),
        ("x," * 600, "601 columns are too many (expected at most 500)"),
        ("ref,x\nA,1\n", "no column holds the first sick day (expected a header first_sick_day, "),
    ],
)
def test_what_is_no_table_of_cases_is_refused_in_words(table: str | bytes, message: str) -> None:
    told = caseload(table)
    assert told.status == 2
    assert [line for line in told.err.splitlines() if line.startswith(message)] != []


def test_a_quote_that_is_not_closed_takes_no_other_row_with_it() -> None:
    lost = 'ref,first_sick_day\nA,2026-01-05\n"B,2026-01-05\nC,2026-01-05\n"D",2026-01-05\n'
    told = caseload(lost)
    assert (told.status, told.refs) == (2, {"A", "C", "D"})
    assert told.err.startswith("row 3: has a quote that is not closed")


def test_a_cell_may_hold_quotes_delimiters_and_ends_of_lines() -> None:
    told = caseload('contract_end,ref,first_sick_day\n"\n2026-12-04","A ""x"", y",2026-01-05\n')
    assert (told.status, told.refs) == (0, {'A "x", y'})


def test_a_row_with_more_cells_than_columns_is_told_and_not_read() -> None:
    told = caseload("ref,first_sick_day,contract_end\nA,2026-01-05,x,2026-12-04\nB,2026-01-05\n")
    assert (told.status, told.refs) == (2, {"B"})
    assert told.err == "row 2: 4 cells are more than the header has (expected at most 3)\n"


def test_a_case_without_a_label_is_called_by_its_row() -> None:
    table = "first_sick_day\n\n2026-01-05\n"
    assert caseload(table).refs == {"rij 3"}
    assert caseload(table, "--lang", "en").refs == {"row 3"}


def test_two_cases_with_one_label_and_another_first_day_are_told_and_both_answered() -> None:
    told = caseload("ref,first_sick_day\nA,2026-01-05\nA,2026-02-02\n")
    assert told.status == 2
    assert len(told.list) == 2
    assert told.err == (
        "row 3, ref: is also the label of row 2, which has another first sick day\n"
    )


def test_rows_of_one_case_leave_things_to_each_other_but_do_not_differ() -> None:
    head = "ref,first_sick_day,probleemanalyse,contract_end\nA,2026-01-05,nee,\n"
    told = caseload(head + "A,5-1-2026,,2026-12-04\n")
    assert (told.status, len(told.list)) == (0, 1)
    told = caseload(head + "A,2026-01-05,ja,\n")
    assert (told.status, told.list) == (2, [])
    assert told.err.startswith("row 3, probleemanalyse: ja differs from row 2, of the same dossier")


def test_less_than_four_weeks_join_and_four_weeks_make_another_case() -> None:
    head = "dossiernummer,eerste ziektedag,hersteld vanaf\n7,2026-01-05,2026-02-02\n"
    # Recovered for 27 days, and for 28.
    assert len(caseload(head + "7,2026-03-01,\n").list) == 1
    assert len(caseload(head + "7,2026-03-02,\n").list) == 2
