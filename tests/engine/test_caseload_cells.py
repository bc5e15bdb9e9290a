"""How the cells of a table are read, which labels there may be, and that none comes out as a formula."""

from typing import Any

import pytest

from tests.engine.caseloads import asked, caseload, column, facts, read_by_page


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "5-3-2026",
        "05/03/2026",
        "5.3.2026",
        "5 maart 2026",
        "5 March 2026",
        "5 mrt 2026",
        "5-mrt-2026",
        "donderdag 5 maart 2026",
        "2026-03-05T00:00:00",
        "5-3-2026 0:00:00",
        "2026/03/05",
    ],
)
def test_a_date_may_be_written_in_many_ways_with_the_day_before_the_month(text: str) -> None:
    assert facts(column("contract_end", text))["contract_end"] == "2026-03-05"


@pytest.mark.parametrize(
    "text", ["31-2-2026", "3/13/2026", "5-3-26", "46086", "vóór 5-3-2026", "maart 2026", "=1+1"]
)
def test_what_is_no_date_is_told_and_never_guessed(text: str) -> None:
    told = read_by_page(column("contract_end", text))
    assert told["list"] == []
    (error,) = told["errors"]
    assert (error["row"], error["column"]) == (2, "Einde contract")
    assert error["message"].startswith(f"{text} is geen datum.")


@pytest.mark.parametrize(
    ("field", "text", "known"),
    [
        ("probleemanalyse", "ja", {"done": {"probleemanalyse": True}}),
        ("probleemanalyse", "NEE", {"done": {"probleemanalyse": False}}),
        ("probleemanalyse", "?", {"done": {"probleemanalyse": None}}),
        ("probleemanalyse", "yes", {"done": {"probleemanalyse": True}}),
        ("probleemanalyse", "", {}),
        ("probleemanalyse", "5-3-2026", {"done": {"probleemanalyse": "2026-03-05"}}),
        (
            "periodieke-evaluatie",
            "5-3-2026; 16-4-2026",
            {"done": {"periodieke-evaluatie": ["2026-03-05", "2026-04-16"]}},
        ),
        (
            "recoveries",
            "2026-03-01/2026-03-10;2026-05-01/",
            {
                "recoveries": [
                    {"first_day": "2026-03-01", "last_day": "2026-03-10"},
                    {"first_day": "2026-05-01"},
                ]
            },
        ),
        (
            "herstel",
            "01/03/2026/10/03/2026",
            {"recoveries": [{"first_day": "2026-03-01", "last_day": "2026-03-10"}]},
        ),
        ("recoveries", "nee", {}),
        (
            "verlof",
            "1-6-2026 t/m 20-9-2026/ja",
            {"leaves": [{"first_day": "2026-06-01", "last_day": "2026-09-20", "same_cause": True}]},
        ),
        (
            "partial_recoveries",
            "2026-02-01//50%",
            {"partial_recoveries": [{"first_day": "2026-02-01", "percentage": 50}]},
        ),
        ("long_absence", "nee", {"outlook": {"long_absence": False}}),
        ("outlook.long_absence", "?", {"outlook": {"long_absence": None}}),
        ("uwv_letter", "nee", {"uwv_letter": None}),
        ("uwv_letter", "?", {}),
        ("contract_end", "nee", {}),
        ("sanction_weeks", "52 weken", {"wage_extension": {"sanction_weeks": 52}}),
    ],
)
def test_a_cell_says_what_the_form_would_say(field: str, text: str, known: dict[str, Any]) -> None:
    assert facts(column(field, text)) == {"first_sick_day": "2026-01-05", **known}


@pytest.mark.parametrize("text", ["?", "ja"])
def test_what_applies_without_a_day_that_is_known_is_kept_so(text: str) -> None:
    (line,) = read_by_page(column("contract_end", text))["list"]
    assert '"unknown": [\n    "contract_end"\n  ]' in line["file"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("probleemanalyse", "misschien"),
        ("uwv_letter", "ja"),
        ("long_absence", "5-3-2026"),
        ("sanction_weeks", "een jaar"),
        ("recoveries", "2026-03-01/2026-03-10/ja"),
        ("recoveries", "maart"),
        ("partial_recoveries", "2026-03-01//half"),
        ("sanction_weeks", "53"),
        ("recoveries", "2025-03-01/2025-03-10"),
        ("probleemanalyse", "2027-01-01"),
        ("verlof", "2026-06-01"),
    ],
)
def test_a_cell_that_cannot_be_is_told_by_row_and_field_and_the_other_row_is_answered(
    field: str, text: str
) -> None:
    told = caseload(f"ref\tfirst_sick_day\t{field}\nA\t2026-01-05\t{text}\nB\t2026-01-05\t\n")
    assert (told.status, told.refs) == (2, {"B"})
    (line,) = told.err.splitlines()
    where = {"long_absence": "outlook.", "sanction_weeks": "wage_extension."}.get(field, "") + field
    assert line.startswith(f"row 2, {where.replace('verlof', 'leaves')}: ")


def test_every_mistake_of_a_row_is_told_at_once() -> None:
    told = caseload("first_sick_day,probleemanalyse,contract_end\n31-2-2026,x,z\n")
    assert [line.partition(":")[0] for line in told.err.splitlines()] == [
        "row 2, first_sick_day",
        "row 2, probleemanalyse",
        "row 2, contract_end",
    ]


@pytest.mark.parametrize(
    "number",
    [
        "111222333",
        "123456782",
        "1234.56.782",
        "123 456 782",
        "BSN 123456782",
        "123456782 Jansen",
        "K7 123-456-782",
        "12345672",
    ],
)
def test_a_label_that_may_be_a_bsn_is_refused_and_never_repeated(number: str) -> None:
    told = caseload(f"ref,first_sick_day\n{number},2026-01-05\nB,2026-01-05\n")
    assert (told.status, told.refs) == (2, {"B"})
    assert told.err.startswith("row 2, ref: may be a citizen service number (BSN)")
    assert number not in told.out + told.err


@pytest.mark.parametrize("label", ["111222334", "12345678", "000000000", "1111222333", "2026-1234"])
def test_a_label_that_is_no_bsn_is_one(label: str) -> None:
    assert caseload(f"ref,first_sick_day\n{label},2026-01-05\n").refs == {label}


@pytest.mark.parametrize(
    ("label", "told"), [("x" * 81, "81 characters"), ("a\u202eb", "cannot be seen")]
)
def test_a_label_that_is_too_long_or_cannot_be_seen_is_told(label: str, told: str) -> None:
    found = caseload(f"ref,first_sick_day\n{label},2026-01-05\n")
    assert (found.status, found.list) == (2, [])
    assert told in found.err


def test_what_a_problem_repeats_has_no_number_of_a_person_in_it() -> None:
    table = "ref,first_sick_day,123456782,contract_end\nA,2026-01-05,,123456789\nB,123 456 782,,\n"
    told = caseload(table)
    assert "row 2, contract_end: … is not a date" in told.err
    assert "row 3, first_sick_day: … is not a date" in told.err
    assert "column 3, …: is not known" in told.err
    assert "12345678" not in told.err.replace(" ", "") + str(asked(table=table)["errors"])


@pytest.mark.parametrize("label", ["=1+1", "+31", "-1", "@SUM(A1)", "a;=1+1", "a, -1", "'=1"])
def test_no_label_begins_a_formula_and_every_one_comes_back(label: str) -> None:
    table = f'ref\tfirst_sick_day\n"{label}"\t2026-01-05\n'
    listed = read_by_page(table)["list"]
    out = asked(cases=[{"ref": each["ref"], "file": each["file"]} for each in listed], want="csv")
    for text in (out["text"], caseload(table, form="csv").out):
        cells = text.replace('"', "").replace(";", ",").replace("\r\n", ",").split(",")
        assert [cell for cell in cells if cell.strip()[:1] in {"=", "+", "-", "@"} and cell] == []
    again = read_by_page(out["text"])["list"]
    assert {line["ref"] for line in again} == {line["ref"] for line in listed}
