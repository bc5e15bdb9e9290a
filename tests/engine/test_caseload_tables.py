"""What a table of cases may look like, how its cells are read, and what of it is never read."""

import json
from typing import Any

import pytest

from tests.engine.caseloads import asked, caseload, read_by_page

PLAIN = "ref,first_sick_day,probleemanalyse\nCliënt Één,2026-10-05,nee\n"


def facts(table: str) -> dict[str, Any]:
    """What is known of the one case in a table."""
    found = read_by_page(table)
    assert found["errors"] == []
    (line,) = found["list"]
    case: dict[str, Any] = json.loads(line["file"])["case"]
    case.pop("label")
    return case


def column(field: str, text: str) -> str:
    return f"first_sick_day\t{field}\n2026-01-05\t{text}\n"


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
    "header",
    [
        "first_sick_day",
        "Eerste ziektedag",
        "EERSTE  ZIEKTEDAG ",
        "eerste-ziektedag",
        "First sick day",
        "firstSickDay",
        "Éérste ziektedag:",
    ],
)
def test_a_header_may_be_an_id_or_a_name_in_either_language(header: str) -> None:
    assert caseload(f"ref,{header}\nA,2026-01-05\n").refs == {"A"}


@pytest.mark.parametrize(
    "header",
    ["plan-van-aanpak", "Plan van aanpak", "plan_van_aanpak", "Plan of action", "PlanVanAanpak"],
)
def test_a_step_may_be_called_by_its_id_or_its_name(header: str) -> None:
    assert facts(column(header, "nee"))["done"] == {"plan-van-aanpak": False}


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


REFUSED = {
    "naam": ["Naam", "achternaam", "Voorletters", "Employee", "LastName", "Werknemer", "naam_mdw"],
    "BSN": ["BSN", "Burgerservicenummer", "bsn-nummer", "SSN"],
    "geboortedatum": ["Geboortedatum", "GebDat", "Birth date", "dateOfBirth", "DOB"],
    "wat iemand heeft": ["Oorzaak", "AbsenceCause", "Reden verzuim", "diagnose", "ReasonEnd"],
    "tekst over iemand": ["Opmerkingen", "Comment", "Toelichting", "Notes", "Memo"],
}


@pytest.mark.parametrize(("why", "headers"), REFUSED.items())
def test_what_a_list_never_needs_is_refused_with_the_reason_and_not_read(
    why: str, headers: list[str]
) -> None:
    for header in headers:
        told = asked(
            table=f"ref,first_sick_day,{header}\nA,2026-01-05,GEHEIM\n", columns={"3": "ref"}
        )
        assert why in told["columns"][2]["refused"], header
        assert told["columns"][2]["field"] == ""
        assert "GEHEIM" not in str(told)


@pytest.mark.parametrize(
    "header", ["EmployeeId", "Employee number", "Personeelsnummer", "Medewerkernr"]
)
def test_a_number_of_somebody_is_no_name(header: str) -> None:
    told = asked(table=f"ref,first_sick_day,{header}\nA,2026-01-05,12\n")
    assert told["columns"][2]["refused"] is None


def test_a_column_that_is_not_known_is_told_and_not_read_unless_somebody_chooses() -> None:
    table = "ref,first_sick_day,Uit dienst\nA,2026-01-05,2026-12-04\n"
    told = caseload(table)
    assert told.status == 0
    assert told.err == (
        "column 3, Uit dienst: is not known, so it is not read "
        "(expected a field or the name of a step)\n"
    )
    assert "2026-12-04" not in str(asked(table=table))
    chosen = read_by_page(table, columns={"3": "contract_end"})
    assert chosen["columns"][2]["name"] == "Einde contract"
    assert "2026-12-04" in chosen["list"][0]["file"]
    assert asked(table=table, columns={"2": ""})["dossiers"] == []


def test_of_two_columns_that_are_the_same_the_second_is_told_and_not_read() -> None:
    told = asked(table="first_sick_day,Probleemanalyse,probleemanalyse\n2026-01-05,nee,ja\n")
    assert told["columns"][2]["field"] == ""
    (error,) = told["errors"]
    assert (error["row"], error["column"]) == (1, "probleemanalyse")
    assert told["dossiers"][0]["rows"][0]["cells"]["probleemanalyse"] == "nee"


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


def test_what_a_problem_repeats_has_no_number_of_a_person_in_it() -> None:
    table = "ref,first_sick_day,123456782,contract_end\nA,2026-01-05,,123456789\nB,123 456 782,,\n"
    told = caseload(table)
    assert "row 2, contract_end: … is not a date" in told.err
    assert "row 3, first_sick_day: … is not a date" in told.err
    assert "column 3, …: is not known" in told.err
    assert "12345678" not in told.err.replace(" ", "") + str(asked(table=table)["errors"])


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


SICK = "2026-01-05"

PRESETS = {
    "sivi": (
        (
            "VrzmgvlId;DatEerstVrzmdg;DatHrstld;PrcVrzm;WAZOCd;Enddat;Gebdat\n"
            "71;20-7-2026;;100;;31-12-2026;1-1-1980\n"
        ),
        [{"first_sick_day": "2026-07-20", "contract_end": "2026-12-31"}],
    ),
    "visma-course": (
        (
            "dossierNumber,dateStart,dateEnd,recoveryPercentage,absenceReason\n"
            "9,2026-01-05,,0,x\n9,2026-03-02,,50,x\n9,2026-04-01,,100,x\n9,2026-04-20,,0,x\n"
        ),
        [
            {
                "first_sick_day": SICK,
                "recoveries": [{"first_day": "2026-04-01", "last_day": "2026-04-19"}],
                "partial_recoveries": [
                    {"first_day": "2026-03-02", "last_day": "2026-03-31", "percentage": 50}
                ],
            }
        ],
    ),
    "visma-dossier": (
        (
            "dateStart,dateEnd,protocol,pa,pva\n"
            "2026-01-05,,wvp,2026-02-10,true\n2026-01-06,,wvp,false,nee\n"
        ),
        [
            {
                "first_sick_day": SICK,
                "done": {"probleemanalyse": "2026-02-10", "plan-van-aanpak": True},
            },
            # A program writes so what has no tick: nobody said that it was not done.
            {"first_sick_day": "2026-01-06"},
        ],
    ),
    "visma-import": (
        "Intern nummer*\tEerste ziektedag*\n12\t5-1-2026\n12\t5-1-2026\n13\t5-1-2026\n",
        [{"first_sick_day": SICK}, {"first_sick_day": SICK}],
    ),
    # Eight days without sickness are a recovery within one case; seven weeks make another one.
    "afas": (
        (
            "EmployeeId,AbsenceId,StartDate,EndDate,AbsenceTypeDesc,Vangnet\n"
            "12,100,2026-01-05,2026-02-01,griep,1\n12,100,2026-02-10,2026-03-01,griep,1\n"
            "12,100,2026-04-20,,griep,1\n"
        ),
        [
            {
                "first_sick_day": SICK,
                "recoveries": [
                    {"first_day": "2026-02-02", "last_day": "2026-02-09"},
                    {"first_day": "2026-03-02"},
                ],
            },
            {"first_sick_day": "2026-04-20"},
        ],
    ),
    # Of which nobody could tell us what 100 means: it is not read.
    "nmbrs": (
        (
            "AbsenceId,Dossier,Dossiernr,Start,End,Percentage,AbsenceCause,Comment\n"
            "1,true,5,5-1-2026,,100,rug,belt morgen\n"
        ),
        [{"first_sick_day": SICK}],
    ),
}


@pytest.mark.parametrize(("preset", "case"), PRESETS.items())
def test_the_columns_of_a_program_are_known(preset: str, case: tuple[str, list[Any]]) -> None:
    table, expected = case
    told = read_by_page(table)
    assert (told["preset"], told["errors"]) == (preset, [])
    found = [json.loads(line["file"])["case"] for line in told["list"]]
    bare = [{name: each[name] for name in each if name != "label"} for each in found]
    assert sorted(bare, key=lambda each: each["first_sick_day"]) == expected
    assert "griep" not in str(told)
    assert "belt morgen" not in str(told)


def test_less_than_four_weeks_join_and_four_weeks_make_another_case() -> None:
    head = "dossiernummer,eerste ziektedag,hersteld vanaf\n7,2026-01-05,2026-02-02\n"
    # Recovered for 27 days, and for 28.
    assert len(caseload(head + "7,2026-03-01,\n").list) == 1
    assert len(caseload(head + "7,2026-03-02,\n").list) == 2
