"""Which column of a table holds what, and which is never read."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any
from unicodedata import normalize

import pytest

from tests.engine.caseloads import asked, caseload, column, facts, read_by_page


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


LATIN = (*range(0xA0, 0x250), *range(0x1E00, 0x1F00))
PUNCTUATION = (*range(0x2000, 0x2070), 0x2116, 0x3000)
WIDE = range(0xFF01, 0xFF5F)


def read_as(headers: Iterable[str]) -> list[tuple[str, str | None]]:
    """What each column is taken for, and why it is not read."""
    table = io.StringIO()
    csv.writer(table).writerow(["ref", "first_sick_day", *headers])
    told = asked(table=f"{table.getvalue()}A,2026-01-05\n")["columns"][2:]
    return [(column["field"], column["refused"]) for column in told]


@pytest.mark.parametrize("written", [LATIN, PUNCTUATION, WIDE])
@pytest.mark.parametrize("around", ["memo{}", "n{}am", "plan{}van aanpak", "label{}"])
def test_a_header_is_read_without_accents_as_by_the_table_of_all_characters(
    written: Iterable[int], around: str
) -> None:
    letters = [letter for letter in map(chr, written) if letter == "\u3000" or letter.isprintable()]
    headers = [normalize(form, around.format(each)) for each in letters for form in ("NFC", "NFD")]
    bare = [normalize("NFKD", each).encode("ascii", "ignore").decode() for each in headers]
    assert read_as(headers) == read_as(bare)


@pytest.mark.parametrize(
    "header",
    [
        "memo´s",
        "Aard¨verzuim",
        "memo…x",
        "Aard\u202fverzuim",
        "ICD\u2009code",
        "N̈aam",
        "Ｍｅｍｏ",
        "Ṅaam",
        "nạam",
        "NǍme",
        "Werknemer\u3000x",
    ],
)
def test_a_header_of_what_is_never_read_is_refused_however_it_is_written(header: str) -> None:
    assert read_as([header])[0][1]
