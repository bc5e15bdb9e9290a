"""From the rows of a dossier to what was told of its case."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from poortwachter.case.errors import Problem, echo
from poortwachter.case.model import Case
from poortwachter.case.parser import CaseReader
from poortwachter.caseload.cells import UnreadableError, Without, value_of
from poortwachter.caseload.dossiers import FIRST_DAY, Dossier
from poortwachter.caseload.fields import LABELS, REF, SPELL, fields
from poortwachter.caseload.places import place
from poortwachter.caseload.spells import facts_of, spell_of
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.form_parser import lying_ahead
from poortwachter.selfcheck.submission import Submission

# Who fills in a list of cases.
ROLE = "adviseur"

# What may differ from row to row.
OF_A_ROW = frozenset({FIRST_DAY, *SPELL})

# What the spells of a dossier tell together.
MADE_OF_SPELLS = frozenset({"recoveries", "partial_recoveries"})

STEPS = "done."
IN_A_ROW = re.compile(r"\[\d+].*")


def read_dossier(dossier: Dossier, on: date) -> tuple[Submission | None, list[Problem]]:
    """What was told of a case, or all that is wrong with it, each at its row and field."""
    reader = DossierReader(dossier, on)
    submission = reader.read()
    return (None, reader.problems) if reader.problems else (submission, [])


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

    def read(self) -> Submission:
        """What the rows tell together."""
        for row in self.dossier.rows:
            for field, text in row.cells.items():
                if field not in LABELS:
                    self._add(row.n, field, text)
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
            values = {"number": first, "given": echo(text)}
            self.problems.append(Problem(place(row, field), "other_than_row", values))

    def _value(self, row: int, field: str, text: str) -> object:
        kind = fields()[field].kind
        try:
            value = text if kind is None else value_of(kind, text)
        except UnreadableError as error:
            self.problems.append(Problem(place(row, field), error.code, {"given": echo(text)}))
            return Without.ANSWER
        if value is Without.WHEN and field not in self.unknown:
            self.unknown.append(field)
        return value

    def _case(self) -> dict[str, Any]:
        """The case as plain data."""
        case: dict[str, Any] = {"label": self.dossier.ref or None}
        for field, value in self.values.items():
            if not isinstance(value, Without) and field not in SPELL:
                group, _, name = _path(field).rpartition(".")
                (case.setdefault(group, {}) if group else case)[name] = value
        spells = [spell_of(row.cells) for row in self.dossier.rows]
        for name, rows in facts_of(spells).items():
            if rows:
                case[name] = [*case.get(name, []), *rows]
        return case

    def _tell(self, problems: Iterable[Problem]) -> None:
        """Tell problems of the case at the cells from which they came."""
        for problem in problems:
            field = self._column(problem)
            row, _ = self.told.get(field, (self.dossier.rows[0].n, ""))
            self.problems.append(problem._replace(field=place(row, field)))

    def _column(self, problem: Problem) -> str:
        """The field of the column from which something wrong came."""
        field = IN_A_ROW.sub("", problem.field.removeprefix(STEPS)).removesuffix(".day")
        if field == "label":
            return REF
        of_spells = [each for each in SPELL if each in self.told] if field in MADE_OF_SPELLS else []
        return next(iter(of_spells), field) if field not in self.told else field


def _path(field: str) -> str:
    """Where in a case a field stands."""
    return STEPS + field if fields()[field].is_step else field
