"""A whole table at once, for who calls the engine from Python."""

from datetime import date
from functools import partial
from typing import NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.caseload.columns import columns_of
from poortwachter.caseload.dossiers import dossiers_of
from poortwachter.caseload.gathering import cases_in, gathered
from poortwachter.caseload.listing import Listed, listed, worst_first
from poortwachter.caseload.table import read_table
from poortwachter.i18n.locales import DUTCH
from poortwachter.law.references import asks


class CaseList(NamedTuple):
    """The list of all cases that could be read, worst first, and what is wrong with the others."""

    lines: list[Listed]
    problems: list[Problem]


@asks(columns_of, listed)
def list_of(data: bytes | str, *, on: date, language: str = DUTCH) -> CaseList:
    """How all cases in a table stand on the day `on`.

    Args:
        data: a table as CSV: the bytes of a file, or a text.
        on: the day of reference.
        language: of the names of steps.

    Raises:
        InvalidInputError: nothing of it can be read.
    """
    table = read_table(data)
    dossiers, problems = dossiers_of(table, columns_of(table))
    line = partial(listed, on=on, language=language)
    found = gathered(cases_in(dossiers, on, language), line)
    return CaseList(worst_first(found.made), problems + found.problems)
