"""The rows of one case, with only the cells of columns that are read."""

from collections.abc import Mapping
from typing import NamedTuple

from poortwachter.caseload.fields import LABELS
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase


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

    def first_of(self, *names: str) -> tuple[str, str]:
        """The first of these fields that a row tells, with its text; empty where none does."""
        found = (
            (name, row.cells[name]) for name in names for row in self.rows if name in row.cells
        )
        return next(found, ("", ""))


def dossier_of(rows: tuple[DossierRow, ...]) -> Dossier:
    """The dossier of these rows, called as they say."""
    return Dossier(Dossier("", rows).first_of(*LABELS)[1], rows)
