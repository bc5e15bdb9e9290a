"""From the rows of a dossier to what was told of its case."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.case.model import Case
from poortwachter.case.parser import CaseReader
from poortwachter.caseload.cells import UnreadableError, Without, value_of
from poortwachter.caseload.dossier import Dossier
from poortwachter.caseload.fields import FIRST_DAY, REF, SPELL, fields
from poortwachter.caseload.labels import quoted
from poortwachter.caseload.places import place
from poortwachter.caseload.spell_checks import wrong_spells
from poortwachter.caseload.spells import Made, facts_of, spell_of
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.form_parser import lying_ahead
from poortwachter.selfcheck.submission import Submission

# Who fills in a list of cases.
ROLE = "adviseur"

# What may differ from row to row.
OF_A_ROW = frozenset({FIRST_DAY, *SPELL})

STEPS = "done."
IN_A_ROW = re.compile(r"\[(\d+)].*")

# Of these `given` is how many there are, not what stands in the cell.
COUNTS = frozenset({"too_many"})


class ReadDossier(NamedTuple):
    """What was told of a dossier, or all that is wrong with it, each at its row and field."""

    dossier: Dossier
    submission: Submission | None
    problems: list[Problem]


def read_dossiers(dossiers: Iterable[Dossier], on: date) -> Iterator[ReadDossier]:
    """What was told in each of these dossiers until the day `on`, one by one."""
    for dossier in dossiers:
        reader = DossierReader(dossier, on)
        submission = reader.read()
        yield ReadDossier(dossier, None if reader.problems else submission, reader.problems)


class DossierReader:
    """Reads cell by cell; what it returns is to be used only when it found no problems."""

    def __init__(self, dossier: Dossier, on: date) -> None:
        self.dossier = dossier
        self.on = on
        self.problems: list[Problem] = []
        self.unknown: list[str] = []
        # By field: the row and the text of the cell that tells it, and what it says.
        self.told: dict[str, tuple[int, str]] = {}
        self.values: dict[str, object] = {}
        # By field of the case: what spells make of it, behind what its own column tells.
        self.made: dict[str, list[Made]] = {}

    def read(self) -> Submission:
        """What the rows tell together."""
        for row in self.dossier.rows:
            for field, text in row.cells.items():
                self._add(row.n, field, text)
        self.problems += wrong_spells(self.dossier.rows)
        reader = CaseReader(Case, load())
        facts = reader.read(self._case())
        # What cannot be read in a cell is told already.
        if not self.problems:
            self._tell(reader.problems)
        if not self.problems:
            self._tell(lying_ahead(facts, self.on))
        return Submission(facts, ROLE, tuple(self.unknown))

    def _add(self, row: int, field: str, text: str) -> None:
        """A cell: rows of one dossier leave things to each other, and do not speak against each other."""
        first, told = self.told.get(field, (row, text))
        if told == text or field in OF_A_ROW:
            value = self._value(row, field, text)
            self.values.setdefault(field, value)
            self.told.setdefault(field, (row, text))
        else:
            values = {"number": first, "given": quoted(text)}
            self.problems.append(Problem(place(row, field), "other_than_row", values))

    def _value(self, row: int, field: str, text: str) -> object:
        kind = fields()[field].kind
        try:
            value = text if kind is None else value_of(kind, text)
        except UnreadableError as error:
            self.problems.append(Problem(place(row, field), error.code, {"given": quoted(text)}))
            return Without.ANSWER
        if value is Without.WHEN and field not in self.unknown:
            self.unknown.append(field)
        return value

    def _case(self) -> dict[str, Any]:
        """The case as plain data."""
        case: dict[str, Any] = {"label": self.dossier.ref or None}
        for field, value in self.values.items():
            if not isinstance(value, Without) and _is_of_the_case(field):
                group, _, name = _path(field).rpartition(".")
                (case.setdefault(group, {}) if group else case)[name] = value
        self.made = facts_of([spell_of(row.n, row.cells) for row in self.dossier.rows])
        for name, rows in self.made.items():
            if rows:
                case[name] = [*case.get(name, []), *(row.facts for row in rows)]
        return case

    def _tell(self, problems: Iterable[Problem]) -> None:
        """Tell problems of the case at the cells from which they came, as these are written."""
        for problem in problems:
            row, field = self._cell(problem)
            cells = next(each.cells for each in self.dossier.rows if each.n == row)
            values = dict(problem.values)
            if field in cells and "given" in values and problem.code not in COUNTS:
                values["given"] = quoted(cells[field])
            self.problems.append(problem._replace(field=place(row, field), values=values))

    def _cell(self, problem: Problem) -> tuple[int, str]:
        """The row and the field from which something wrong came."""
        path = problem.field.removeprefix(STEPS)
        field = IN_A_ROW.sub("", path).removesuffix(".day")
        made, nth = self.made.get(field, []), IN_A_ROW.search(path)
        # What spells make stands last.
        from_end = len(self._values_of(field)) + len(made) - int(nth[1]) if nth else len(made)
        if made and from_end <= len(made):
            return self._cell_of_spell(made[-from_end])
        field = REF if field == "label" else field
        row, _ = self.told.get(field, (self.dossier.rows[0].n, ""))
        return row, field

    def _values_of(self, field: str) -> Sequence[object]:
        value = self.values.get(field)
        return value if isinstance(value, list) else []

    def _cell_of_spell(self, made: Made) -> tuple[int, str]:
        """The cell that tells the first day of what a spell made."""
        cells = next(row.cells for row in self.dossier.rows if row.n == made.row)
        is_recovery = "percentage" not in made.facts and spell_of(made.row, cells).recovered_on
        fields_of_it = [name for name in SPELL if name in cells] if is_recovery else []
        return made.row, next(iter(fields_of_it), FIRST_DAY)


def _is_of_the_case(field: str) -> bool:
    """Whether the case has a place for it; labels and spells have none of their own."""
    return field not in SPELL and fields()[field].kind is not None


def _path(field: str) -> str:
    """Where in a case a field stands."""
    return STEPS + field if fields()[field].is_step else field
