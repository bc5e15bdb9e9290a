"""The command: cases in, answers out, one line a problem, never a traceback."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from poortwachter import Case, check, compare
from tests.engine.examples import examples

CASE = '{"first_sick_day": "2026-01-05"}'
ON_DAY = date(2026, 11, 21)
ON = ("--on", str(ON_DAY))
LONG_AFTER = date(2040, 1, 1)


def run(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[bytes]:
    program = Path(sys.executable).with_name("poortwachter")
    text = given.encode() if isinstance(given, str) else given
    return subprocess.run([program, *arguments], input=text, capture_output=True, check=False)


def complaints(*arguments: str, given: str | bytes = "") -> list[str]:
    finished = run(*arguments, given=given)
    assert finished.returncode == 2
    assert finished.stdout == b""
    return finished.stderr.decode().splitlines()


def test_json_is_what_python_says(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(CASE)
    finished = run("check", str(path), "--on", str(LONG_AFTER), "--format", "json")
    expected = check(Case.from_dict(json.loads(CASE)), on=LONG_AFTER).to_dict()
    assert json.loads(finished.stdout) == expected
    assert (finished.returncode, finished.stderr) == (0, b"")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_line_is_to_the_byte_what_python_writes(language: str) -> None:
    given = [json.dumps(example["case"]) for example in examples()]
    lines = run("check", "--jsonl", *ON, "--lang", language, given="\n".join(given)).stdout
    answers = [check(Case.from_dict(json.loads(each)), on=ON_DAY) for each in given]
    written = [json.dumps(each.to_dict(language), ensure_ascii=False) for each in answers]
    assert lines.decode().splitlines() == written


def test_a_case_is_read_from_standard_input_and_from_options_alike() -> None:
    case = '{"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}}'
    options = ("--first-day", "2026-01-05", "--done", "probleemanalyse=2026-02-10")
    piped = run("check", "-", *ON, "--format", "json", given=case)
    assert piped.stdout == run("check", *options, *ON, "--format", "json").stdout != b""


def test_text_puts_first_what_is_late() -> None:
    case = '{"first_sick_day": "2026-01-05", "done": {"melding-42-weken": false}}'
    text = run("check", "-", *ON, given=case).stdout.decode()
    assert "Week 46, dag 321 van 728" in text
    headings = ["\nTe laat", "\nNog in te vullen", "\nNu doen", "\nStraks"]
    assert sorted(headings, key=text.index) == headings
    assert "uiterlijk maandag 26 oktober 2026 (26 dagen te laat; werkgever; wet)" in text


def both(tmp_path: Path, first: str, second: str) -> list[str]:
    """The paths of two files with these texts."""
    paths = [tmp_path / "A.json", tmp_path / "B.json"]
    for path, text in zip(paths, (first, second), strict=True):
        path.write_text(text)
    return [*map(str, paths)]


def test_two_cases_are_compared_as_python_does(tmp_path: Path) -> None:
    ends = '{"first_sick_day": "2026-01-05", "contract_end": "2026-12-31"}'
    paths = both(tmp_path, CASE, ends)
    finished = run("compare", *paths, *ON, "--format", "json", "--lang", "en")
    cases = [Case.from_dict(json.loads(each)) for each in (CASE, ends)]
    expected = compare(*cases, on=date(2026, 11, 21)).to_dict("en")
    assert json.loads(finished.stdout) == expected
    assert (finished.returncode, finished.stderr) == (0, b"")
    piped = run("compare", paths[0], "-", *ON, "--format", "json", "--lang", "en", given=ends)
    assert piped.stdout == finished.stdout


def test_two_equal_cases_are_said_to_be_so(tmp_path: Path) -> None:
    finished = run("compare", *both(tmp_path, CASE, CASE), *ON, "--lang", "en")
    assert finished.stdout.decode().splitlines()[-1] == "No date differs."
    assert finished.returncode == 0


def test_what_is_wrong_with_two_cases_is_told_of_each_file(tmp_path: Path) -> None:
    paths = both(tmp_path, '{"first_sick_day": "2026-02-30"}', "{")
    first, second = complaints("compare", *paths, *ON)
    assert first == f"{paths[0]}: first_sick_day: 2026-02-30 is not a date (expected YYYY-MM-DD)"
    assert second.startswith(f"{paths[1]}: the input is not JSON: ")
    assert complaints("compare", "nothing.json", "-", *ON, given='{"first_sick_day": 1}') == [
        "nothing.json cannot be read: No such file or directory",
        "-: first_sick_day: 1 is not a date (expected YYYY-MM-DD)",
    ]
    assert complaints("compare", "-", "-", *ON, given=CASE) == [
        "standard input holds one case (expected a file for the other)"
    ]
    assert complaints("compare", "-", *ON, given=CASE)[0].startswith("poortwachter compare: ")
    assert complaints("compare", *both(tmp_path, CASE, CASE), "--on", "today") == [
        "--on: today is not a date (expected YYYY-MM-DD)"
    ]


def test_without_on_the_command_takes_today() -> None:
    finished = run("check", "-", "--format", "json", given=CASE)
    assert json.loads(finished.stdout)["on"] >= "2026-01-01"


def test_lines_are_answered_in_order_and_a_bad_one_does_not_stop_the_rest() -> None:
    lines = [CASE, "nonsense", '{"first_sick_day": "2026-02-30"}', "", CASE]
    finished = run("check", "--jsonl", *ON, given="\n".join(lines))
    answers = [json.loads(line) for line in finished.stdout.splitlines()]
    assert finished.returncode == 2
    assert [answer.get("line") for answer in answers] == [None, 2, 3, 4, None]
    assert answers[0] == answers[4]
    assert answers[2]["errors"] == [
        {
            "field": "first_sick_day",
            "message": "2026-02-30 is not a date (expected YYYY-MM-DD)",
        }
    ]


def test_good_lines_end_with_status_zero() -> None:
    assert run("check", "--jsonl", *ON, given=f"{CASE}\n{CASE}\n").returncode == 0


def test_every_rule_is_listed_with_its_sources() -> None:
    listed = json.loads(run("rules", "--format", "json").stdout)["list"]
    assert {"probleemanalyse", "einde-wachttijd"} <= {rule["id"] for rule in listed}
    assert all(rule["sources"] and rule["valid_from"] for rule in listed)
    assert "BWBR0013540" in run("rules").stdout.decode()


def test_wrong_input_is_told_in_one_line_each() -> None:
    wrong = '{"first_sick_day": "2026-02-30", "colour": 1}'
    assert complaints("check", "-", *ON, given=wrong) == [
        f"colour: is not a field of the case (the fields are {', '.join(Case._fields)})",
        "first_sick_day: 2026-02-30 is not a date (expected YYYY-MM-DD)",
    ]


def test_what_is_no_case_at_all_is_told_too() -> None:
    assert complaints("check", "nothing.json") == [
        "nothing.json cannot be read: No such file or directory"
    ]
    assert complaints("check", "-", given="{")[0].startswith("the input is not JSON: ")
    assert complaints("check", "-", given=b"\xff")[0].startswith("the input is not JSON: ")
    assert complaints("check", "-", given="[" * 100_000) == [
        "the input is not JSON: too deeply nested"
    ]
    assert complaints("check") == [
        "no case was given (expected a file, - for standard input, or --first-day)"
    ]
    assert complaints("check", "-", "--first-day", "2026-01-05", given=CASE) == [
        "a file and --first-day or --done do not go together (expected one of both)"
    ]
    assert complaints("check", "-", "--on", "today", given=CASE) == [
        "--on: today is not a date (expected YYYY-MM-DD)"
    ]
    assert complaints("check", "-", "--format", "xml", given=CASE)[0].startswith(
        "poortwachter check: argument --format: invalid choice"
    )
