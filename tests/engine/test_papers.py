"""Every letter and sheet, empty and for a row of cases, kept to be reviewed by eye.

After a change on purpose: GOLDEN=write make test, then read the difference before committing it.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from poortwachter.law import LANGUAGES
from poortwachter.papers import Paper, Told, papers, why_not
from tests.engine.papers import drawn_cases, read, told
from tests.engine.reviewed import GOLDEN, compare

PAPERS = GOLDEN / "papers"
EMPTY = "leeg"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_without_a_case_reads_as_it_was_reviewed(language: str) -> None:
    whole = [f"{'=' * 20} {each.id}\n\n{read(each, None, language)}" for each in papers().values()]
    compare(PAPERS / f"{EMPTY}.{language}.txt", "\n".join(whole))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", drawn_cases())
def test_what_a_case_fills_in_reads_as_it_was_reviewed(name: str, language: str) -> None:
    drawn = drawn_cases()[name]
    case = told(drawn["case"], date.fromisoformat(drawn["on"]))
    lines = [
        line
        for each in papers().values()
        for line in (each.id, *_indented(each, case, language), "")
    ]
    compare(PAPERS / f"{name}.{language}.txt", "\n".join(lines))


def _indented(paper: Paper, case: Told, language: str) -> Iterator[str]:
    return (f"    {line}" for line in _beside_the_empty_one(paper, case, language))


def _beside_the_empty_one(paper: Paper, case: Told, language: str) -> list[str]:
    """Why a paper is not offered, or its lines that differ from the one without a case.

    All of them where it has more lines or fewer: then nobody could see which are gone.
    """
    if reason := why_not(paper, case):
        return [f"not offered: {reason.text(language)}"]
    empty, filled = (read(paper, each, language).splitlines() for each in (None, case))
    if len(empty) != len(filled):
        return [line for line in filled if line]
    lines = [line for line, blank in zip(filled, empty, strict=True) if line != blank]
    return lines or ["as without a case"]


def test_no_golden_file_is_left_of_a_case_that_is_gone() -> None:
    kept = {path.name.partition(".")[0] for path in PAPERS.iterdir()}
    assert kept == {EMPTY, *drawn_cases()}
