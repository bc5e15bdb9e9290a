"""The rows of a table as far as they are read, and whether one can be."""

from collections.abc import Iterator, Mapping

from poortwachter.case.errors import Problem
from poortwachter.caseload.cells import SAID
from poortwachter.caseload.columns import Column
from poortwachter.caseload.dossier import DossierRow
from poortwachter.caseload.fields import LABELS, REF, fields
from poortwachter.caseload.harmless import as_it_was
from poortwachter.caseload.labels import longest_label, wrong_label
from poortwachter.caseload.places import place
from poortwachter.caseload.table import Row

# No field needs more: 200 periods, each with its percentage.
LONGEST_CELL = 4_000


def kept(row: Row, read: Mapping[int, Column]) -> DossierRow:
    """What is kept of a row; `read`: the columns that are read, by their index."""
    cells = {
        column.field: cell
        for index, cell in enumerate(row.cells)
        if cell and (column := read.get(index)) and not _is_unticked(column, cell)
    }
    # Taking apostrophes off takes long of a text that is too long anyway: half of it may be those.
    if REF in cells and len(cells[REF]) <= 2 * longest_label():
        cells[REF] = as_it_was(cells[REF])
    return DossierRow(row.n, cells)


def _is_unticked(column: Column, cell: str) -> bool:
    """Whether a program writes only that a step has no tick: nobody said that it was not done."""
    return (
        column.is_preset
        and fields()[column.field].is_step
        and len(cell) <= LONGEST_CELL
        and SAID.get(cell.casefold()) == "no"
    )


def wrong_row(row: Row, read: DossierRow) -> Iterator[Problem]:
    """Why a row cannot be read; a cell that is too long is told before anything is sought in it."""
    if row.problem:
        yield row.problem._replace(field=place(row.n))
        return
    for field, cell in read.cells.items():
        where = place(row.n, field)
        if field in LABELS:
            yield from wrong_label(where, cell)
        elif len(cell) > LONGEST_CELL:
            values = {"given": len(cell), "expected": LONGEST_CELL}
            yield Problem(where, "too_long", values)
