"""Rows of one dossier together, with only the cells of columns that are read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.case.fields import Text, fields_of
from poortwachter.case.model import Case
from poortwachter.caseload.columns import Column
from poortwachter.caseload.dates import read_day
from poortwachter.caseload.fields import DOSSIER, EMPLOYEE, LABELS, REF
from poortwachter.caseload.harmless import as_it_was
from poortwachter.caseload.places import place
from poortwachter.caseload.spells import LATEST, Spell, belongs_to, spell_of
from poortwachter.caseload.table import Row, Table
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase

FIRST_DAY = "first_sick_day"

BSN_DIGITS = 9


class DossierRow(NamedTuple):
    """A row: its number in the file, and what it tells, as texts by the ids of fields."""

    n: int
    cells: Mapping[str, str]


class Dossier(NamedTuple):
    """The rows of one case. Without a `ref` it is called by its first row."""

    ref: str
    rows: tuple[DossierRow, ...]

    def called(self, language: str = DUTCH) -> str:
        """What a list calls it."""
        return self.ref or phrase("caseload", "row", language, number=self.rows[0].n)


class Grouped(NamedTuple):
    """The dossiers in the order of their first rows, and what is wrong with rows that are in none."""

    dossiers: list[Dossier]
    problems: list[Problem]


def dossiers_of(table: Table, columns: Sequence[Column]) -> Grouped:
    """The dossiers of a table; rows are read one by one, and only columns that have a field."""
    read = {each.n - 1: each.field for each in columns if each.field}
    if FIRST_DAY not in read.values():
        return Grouped([], [Problem("", "no_first_day_column")])
    groups: dict[tuple[str, ...], list[DossierRow]] = {}
    problems: list[Problem] = []
    for row in table.rows:
        kept = _kept(row, read)
        wrong = [*_wrong(row, kept)]
        problems += wrong
        if not wrong and kept.cells:
            groups.setdefault(_key(kept), []).append(kept)
    dossiers = [dossier for rows in groups.values() for dossier in _apart(rows)]
    return Grouped(dossiers, [*problems, *_same_label(dossiers)])


def _kept(row: Row, read: Mapping[int, str]) -> DossierRow:
    cells = {field: cell for i, cell in enumerate(row.cells) if cell and (field := read.get(i))}
    if REF in cells:
        cells[REF] = as_it_was(cells[REF])
    return DossierRow(row.n, cells)


def _wrong(row: Row, kept: DossierRow) -> Iterator[Problem]:
    if row.problem:
        yield row.problem._replace(field=place(row.n))
        return
    longest = fields_of(Case)["label"]
    for field in LABELS:
        label = kept.cells.get(field, "")
        where = place(row.n, field)
        if looks_like_bsn(label):
            yield Problem(where, "looks_like_bsn")
        elif isinstance(longest, Text) and len(label) > longest.longest:
            values = {"given": len(label), "expected": longest.longest}
            yield Problem(where, "too_long", values)
        elif not label.isprintable():
            yield Problem(where, "not_printable")


def looks_like_bsn(text: str) -> bool:
    """Whether a text may be a citizen service number: its digits pass the eleven test."""
    digits = "".join(filter(str.isdigit, text))
    marks = text.translate(str.maketrans("", "", ".- "))
    if marks != digits or not digits.isascii() or len(digits) != BSN_DIGITS:
        return False
    weighed = (
        int(digit) * weight
        for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
    )
    return int(digits) > 0 and sum(weighed) % 11 == 0


def _key(row: DossierRow) -> tuple[str, ...]:
    """What rows of one dossier share: its number, or else who it is about and the first day."""
    cells = row.cells
    if number := cells.get(DOSSIER):
        return (DOSSIER, number)
    who = cells.get(EMPLOYEE) or cells.get(REF)
    if who and FIRST_DAY in cells:
        day = read_day(cells[FIRST_DAY])
        return (who, str(day or cells[FIRST_DAY]))
    return (str(row.n),)


def _apart(rows: list[DossierRow]) -> Iterator[Dossier]:
    """The dossiers in rows that share a number: after a long recovery begins a new one.

    Less than that between them, and periods are added up (WIA art. 23(3)): the rows stay together.
    """
    together: list[tuple[Spell, DossierRow]] = []
    for spell, row in sorted(((spell_of(row.cells), row) for row in rows), key=_order):
        if together and not belongs_to(spell, [each for each, _ in together]):
            yield _dossier(row for _, row in together)
            together = []
        together.append((spell, row))
    yield _dossier(row for _, row in together)


def _order(each: tuple[Spell, DossierRow]) -> tuple[date, int]:
    spell, row = each
    return spell.first_day or LATEST, row.n


def _dossier(rows: Iterator[DossierRow]) -> Dossier:
    found = tuple(rows)
    labels = (row.cells[field] for field in LABELS for row in found if field in row.cells)
    return Dossier(next(labels, ""), found)


def _same_label(dossiers: Sequence[Dossier]) -> Iterator[Problem]:
    """Rows that have the label of an earlier one but another first day: it may be a mistake."""
    first: dict[str, DossierRow] = {}
    for dossier in dossiers:
        row = dossier.rows[0]
        label = row.cells.get(REF)
        if label and label in first:
            yield Problem(place(row.n, REF), "same_label", {"number": first[label].n})
        elif label:
            first[label] = row
