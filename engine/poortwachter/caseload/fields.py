"""What a column may hold: a field of the case, a step, or what tells which rows belong together."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from poortwachter.case.fields import Day, FieldKind, Nested, Percentage, Steps, Text, fields_of
from poortwachter.case.model import Case
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import load

# The adviser's own label of a case; the case itself calls it `label`.
REF = "ref"

# What the programs of others count their dossiers and employees by: for grouping, and a label where
# there is no other.
DOSSIER, EMPLOYEE = "dossier_number", "employee_number"

# In this order the first that a row has is what its dossier is called.
LABELS = (REF, EMPLOYEE, DOSSIER)

FIRST_DAY = "first_sick_day"

# What a row of such a program tells of one spell, beside its first day.
RECOVERED, LAST_DAY, PERCENTAGE = "recovered_on", "last_sick_day", "recovery_percentage"
SPELL: Mapping[str, FieldKind] = {
    RECOVERED: Day(),
    LAST_DAY: Day(),
    PERCENTAGE: Percentage(),
}


class Field(NamedTuple):
    """What a column may hold.

    Attributes:
        id: a path such as `outlook.long_absence`, the id of a rule, or a name of this package.
        kind: how its cells are read; None: as they are.
    """

    id: str
    kind: FieldKind | None

    @property
    def is_step(self) -> bool:
        """Whether it says how a step stands."""
        return isinstance(self.kind, Steps)

    def name(self, language: str) -> str:
        """What people call it."""
        if self.is_step:
            return load().rules[self.id].words[language].name
        return phrase("columns", self.id.rpartition(".")[2], language)


@cache
def case_fields() -> dict[str, FieldKind]:
    """The fields of a case that have a column, by their paths; steps have one each."""
    return dict(_paths(Case, ""))


def _paths(record: type, path: str) -> Iterator[tuple[str, FieldKind]]:
    for name, kind in fields_of(record).items():
        if isinstance(kind, Nested):
            yield from _paths(kind.record, f"{path}{name}.")
        elif not isinstance(kind, Steps | Text):
            yield path + name, kind


@cache
def fields() -> dict[str, Field]:
    """Everything that a column may hold, by its id, in the order of our own columns."""
    labels: dict[str, FieldKind | None] = dict.fromkeys(LABELS)
    rules = load().actionable
    # What a question of the case tells is no step here; the form has none either.
    asked = (name for name in load().can_be_done if not rules[name].told_by)
    steps = dict.fromkeys(asked, Steps())
    kinds = {**labels, **SPELL, **case_fields(), **steps}
    return {name: Field(name, kind) for name, kind in kinds.items()}
