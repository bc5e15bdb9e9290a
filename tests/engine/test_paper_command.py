"""The command `paper`: a list, a paper with blanks or of a case, a file, and why not."""

import json
from datetime import date
from pathlib import Path

import pytest

from poortwachter.law import LANGUAGES
from poortwachter.papers import paper_as_docx, papers, why_not
from tests.engine.papers import PAPERS, read, told
from tests.engine.test_cli import CASE, ON, ON_DAY, complaints, run

LETTER = "vraag-plan-van-aanpak"
DONE = '{"first_sick_day": "2026-01-05", "done": {"plan-van-aanpak": "2026-03-02"}}'


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_name_it_lists_every_paper_and_who_writes_to_whom(language: str) -> None:
    lines = run("paper", "--lang", language).stdout.decode().splitlines()
    assert [line.partition(": ")[0] for line in lines] == [*papers()]
    for line, paper in zip(lines, papers().values(), strict=True):
        assert line.startswith(f"{paper.id}: {paper.words[language].name} (")
        assert (" > " in line) == (paper.reader is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_case_a_paper_has_blanks(language: str) -> None:
    finished = run("paper", LETTER, "--lang", language)
    assert finished.stdout.decode() == read(papers()[LETTER], None, language)
    assert (finished.returncode, finished.stderr) == (0, b"")


def test_a_case_fills_it_in_from_a_file_and_from_standard_input_alike(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(CASE)
    by_file = run("paper", LETTER, str(path), *ON).stdout
    assert by_file == run("paper", LETTER, "-", *ON, given=CASE).stdout
    assert by_file.decode() == read(papers()[LETTER], told(json.loads(CASE), ON_DAY), "nl")
    assert "5 januari 2026" in by_file.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_for_a_word_processor_goes_through_a_pipe_as_it_is(language: str) -> None:
    asked = ("paper", LETTER, "-", *ON, "--lang", language)
    text = run(*asked, given=CASE).stdout.decode()
    finished = run(*asked, "--format", "docx", given=CASE)
    assert finished.stdout == paper_as_docx(text, language)
    assert (finished.returncode, finished.stderr) == (0, b"")


@pytest.mark.parametrize("form", ["text", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_that_would_be_wrong_is_not_written_and_the_reason_is_told(
    language: str, form: str
) -> None:
    reason = why_not(papers()[LETTER], told(json.loads(DONE), ON_DAY))
    assert reason
    asked = ("paper", LETTER, "-", *ON, "--lang", language, "--format", form)
    assert complaints(*asked, given=DONE) == [f"{LETTER}: {reason.text(language)}"]


def test_whether_it_is_right_depends_on_the_day() -> None:
    name = "vraag-probleemanalyse"
    assert run("paper", name, "-", "--on", "2026-02-17", given=CASE).returncode == 0
    (line,) = complaints("paper", name, "-", "--on", "2026-02-16", given=CASE)
    assert line.startswith(f"{name}: ")


def test_without_a_day_it_is_the_paper_of_today() -> None:
    today = run("paper", "overzicht-dossier", "-", given=CASE).stdout
    asked = ("paper", "overzicht-dossier", "-", "--on", str(date.today()))  # noqa: DTZ011 as the command
    assert today == run(*asked, given=CASE).stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("nothing",), "nothing is not a paper (poortwachter paper lists them)"),
        (
            ("Vraag-Plan-Van-Aanpak",),
            "Vraag-Plan-Van-Aanpak is not a paper (poortwachter paper lists them)",
        ),
        ((LETTER, "nothing.json"), "nothing.json cannot be read: No such file or directory"),
        ((LETTER, "-"), "the input is not JSON"),
        ((LETTER, "-", "--on", "2026-02-30"), "2026-02-30 is not a date"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(arguments: tuple[str, ...], line: str) -> None:
    (found,) = complaints("paper", *arguments, given="{")
    assert line in found


def test_a_case_with_a_mistake_is_told_as_everywhere() -> None:
    wrong = '{"first_sick_day": "2026-02-30"}'
    assert complaints("paper", LETTER, "-", *ON, given=wrong) == complaints(
        "check", "-", *ON, given=wrong
    )


@pytest.mark.parametrize(("name", "language"), PAPERS[::9])
def test_every_paper_can_be_had(name: str, language: str) -> None:
    finished = run("paper", name, "--lang", language)
    assert finished.stdout.decode() == read(papers()[name], None, language)
