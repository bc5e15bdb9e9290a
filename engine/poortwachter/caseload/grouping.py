"""Which rows are of one dossier: its number, or else who it is about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.caseload.dates import read_day
from poortwachter.caseload.dossier import DossierRow
from poortwachter.caseload.fields import DOSSIER, EMPLOYEE, FIRST_DAY, PERCENTAGE, REF
from poortwachter.caseload.places import place

Key = tuple[str, ...]


class Grouping(NamedTuple):
    """How rows are grouped.

    Attributes:
        is_course: whether rows tell the course of an absence, step by step: then a first day begins
            no dossier.
        employees: by the number of a dossier whose it is, as all rows tell: some programs count the
            dossiers of each employee from one.
    """

    is_course: bool
    employees: Mapping[str, set[str]]

    @classmethod
    def of(cls, rows: Iterable[DossierRow], *, is_course: bool) -> "Grouping":
        """The grouping for these rows."""
        employees: dict[str, set[str]] = {}
        for row in rows:
            if DOSSIER in row.cells and EMPLOYEE in row.cells:
                employees.setdefault(row.cells[DOSSIER], set()).add(row.cells[EMPLOYEE])
        return cls(is_course, employees)

    def key(self, row: DossierRow) -> Key:
        """What rows of one dossier share."""
        cells = row.cells
        if number := cells.get(DOSSIER):
            employee = cells.get(EMPLOYEE) or next(iter(self.employees.get(number, ())), "")
            return (DOSSIER, number, employee)
        who = next((name for name in (EMPLOYEE, REF) if name in cells), "")
        if who and self.is_course:
            return (who, cells[who])
        if who and FIRST_DAY in cells:
            return (who, cells[who], str(read_day(cells[FIRST_DAY]) or cells[FIRST_DAY]))
        return (str(row.n),)

    def problem(self, row: DossierRow) -> Problem | None:
        """Why nobody can say of which dossier a row is."""
        cells = row.cells
        if number := cells.get(DOSSIER):
            if EMPLOYEE not in cells and len(self.employees.get(number, ())) > 1:
                values = {"expected": "that of one of the employees who have this dossier number"}
                return Problem(place(row.n, EMPLOYEE), "missing", values)
        elif self.is_course and PERCENTAGE in cells and cells.keys().isdisjoint({EMPLOYEE, REF}):
            return Problem(place(row.n, PERCENTAGE), "percentage_alone")
        return None


def groups_of(
    rows: list[DossierRow], *, is_course: bool
) -> tuple[list[list[DossierRow]], list[Problem]]:
    """The rows of each dossier, in the order of their first rows, and what is wrong with the rest."""
    grouping = Grouping.of(rows, is_course=is_course)
    groups: dict[Key, list[DossierRow]] = {}
    problems = []
    for row in rows:
        if problem := grouping.problem(row):
            problems.append(problem)
        else:
            groups.setdefault(grouping.key(row), []).append(row)
    return [*groups.values()], problems
