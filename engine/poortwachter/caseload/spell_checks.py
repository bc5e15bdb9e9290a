"""What rows of one dossier cannot say together of its spells."""

from collections.abc import Iterator, Sequence

from poortwachter.case.errors import Problem
from poortwachter.caseload.dossier import DossierRow
from poortwachter.caseload.fields import FIRST_DAY, LAST_DAY, PERCENTAGE, RECOVERED, SPELL
from poortwachter.caseload.labels import quoted
from poortwachter.caseload.places import place
from poortwachter.caseload.spells import Spell, spell_of

# What a spell tells beside its row.
TOLD = slice(1, None)


def wrong_spells(rows: Sequence[DossierRow]) -> Iterator[Problem]:
    """Everything of which no spells can be made, each at its row."""
    first: dict[object, DossierRow] = {}
    has_begun = any(FIRST_DAY in row.cells for row in rows)
    for row in rows:
        spell = spell_of(row.n, row.cells)
        if has_begun and FIRST_DAY not in row.cells and not SPELL.keys().isdisjoint(row.cells):
            yield Problem(place(row.n, FIRST_DAY), "missing", {"expected": "YYYY-MM-DD"})
        yield from _ends_too_early(spell, row)
        if spell.first_day:
            yield from _other_than(first.setdefault(spell.first_day, row), row)
    if spell_of(rows[0].n, rows[0].cells).is_recovery:
        yield Problem(place(rows[0].n, PERCENTAGE), "recovered_first")


def _ends_too_early(spell: Spell, row: DossierRow) -> Iterator[Problem]:
    if spell.first_day and spell.recovered_on and spell.recovered_on <= spell.first_day:
        is_after = RECOVERED in row.cells
        field = RECOVERED if is_after else LAST_DAY
        values = {"given": quoted(row.cells[field]), "expected": quoted(row.cells[FIRST_DAY])}
        code = "pause_too_early" if is_after else "ends_before_it_starts"
        yield Problem(place(row.n, field), code, values)


def _other_than(first: DossierRow, row: DossierRow) -> Iterator[Problem]:
    """Two rows with one first day say one thing of it; what only one of them says, differs too."""
    if spell_of(first.n, first.cells)[TOLD] == spell_of(row.n, row.cells)[TOLD]:
        return
    for field in SPELL:
        if first.cells.get(field) != row.cells.get(field):
            here, other = (row, first) if field in row.cells else (first, row)
            values = {"number": other.n, "given": quoted(here.cells[field])}
            yield Problem(place(here.n, field), "other_than_row", values)
