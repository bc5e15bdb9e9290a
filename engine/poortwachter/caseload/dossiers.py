"""The dossiers in a table: its rows, those of one dossier together, and one dossier for each period."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.caseload.columns import Column
from poortwachter.caseload.dossier import Dossier, DossierRow, dossier_of
from poortwachter.caseload.fields import FIRST_DAY, PERCENTAGE, SPELL
from poortwachter.caseload.grouping import groups_of
from poortwachter.caseload.look_alikes import Member, near, told_apart
from poortwachter.caseload.rows import kept, wrong_row
from poortwachter.caseload.spells import LATEST, End, Spell, belongs_to, longer, spell_of
from poortwachter.caseload.table import Table


class Grouped(NamedTuple):
    """The dossiers in the order of their first rows, and what is wrong with rows that are in none."""

    dossiers: list[Dossier]
    problems: list[Problem]


def dossiers_of(table: Table, columns: Sequence[Column]) -> Grouped:
    """The dossiers of a table; rows are read one by one, and only columns that have a field."""
    told = {each.field for each in columns}
    if FIRST_DAY not in told:
        return Grouped([], [Problem("", "no_first_day_column")])
    rows, problems = _rows(table, columns)
    groups, lost = groups_of(rows, is_course=PERCENTAGE in told)
    members = [
        Member(number, dossier) for number, group in enumerate(groups) for dossier in _apart(group)
    ]
    close = [*near(members, has_ends=not told.isdisjoint(SPELL))]
    dossiers, same = told_apart(members)
    return Grouped(dossiers, [*problems, *lost, *close, *same])


def _rows(table: Table, columns: Sequence[Column]) -> tuple[list[DossierRow], list[Problem]]:
    """The rows that tell something, and what is wrong with the others."""
    read = {each.n - 1: each for each in columns if each.field}
    rows: list[DossierRow] = []
    problems: list[Problem] = []
    for row in table.rows:
        found = kept(row, read)
        wrong = [*wrong_row(row, found)]
        problems += wrong
        if not wrong and found.cells:
            rows.append(found)
    return rows, problems


def _apart(rows: list[DossierRow]) -> Iterator[Dossier]:
    """The dossiers in rows of one: after a long recovery begins a new one."""
    end: End | None = None
    together: list[DossierRow] = []
    for spell, row in sorted(((spell_of(row.n, row.cells), row) for row in rows), key=_order):
        if end and not belongs_to(spell, end):
            yield dossier_of(tuple(together))
            end, together = None, []
        end = longer(end, spell)
        together.append(row)
    yield dossier_of(tuple(together))


def _order(each: tuple[Spell, DossierRow]) -> tuple[date, int]:
    spell, row = each
    return spell.first_day or LATEST, row.n
