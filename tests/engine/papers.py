"""What the tests of letters and sheets share: reading a day and a blank in one, and the cases for review."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from poortwachter import Case, check
from poortwachter.i18n import LOCALES
from poortwachter.law import LANGUAGES
from poortwachter.papers import Paper, Told, paper_as_text, papers, why_not
from rules_compiler.source import read_text

# Each paper in each language.
PAPERS = [(name, language) for name in papers() for language in LANGUAGES]
# What a paper leaves open; the box of a list holds only a space.
BLANK = re.compile(r"\[[^\]]*[^\] ][^\]]*\]")


@cache
def drawn_cases() -> Mapping[str, Any]:
    """The cases for review, by their names."""
    found: Mapping[str, Any] = read_text(Path(__file__).with_name("paper_cases.yaml"))
    return found


def told(case: Mapping[str, Any], on: date) -> Told:
    known = Case.from_dict(dict(case))
    return Told(known, check(known, on=on))


def offered(case: Told) -> Iterator[Paper]:
    return (paper for paper in papers().values() if not why_not(paper, case))


def read(paper: Paper, case: Told | None, language: str) -> str:
    """The whole of a paper."""
    return paper_as_text(paper, case, language)


def days_in(text: str, language: str) -> list[date]:
    """Every day that stands in words in a text, in order."""
    months = LOCALES[language]["months"]
    written = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(months)}) (\d{{4}})\b")
    return [
        date(int(year), months.index(month) + 1, int(day))
        for day, month, year in written.findall(text)
    ]
