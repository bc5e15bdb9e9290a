"""Dossiers that may be one, or whose labels are: told, and answered all the same."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from poortwachter.case.errors import Problem
from poortwachter.caseload.dates import read_day
from poortwachter.caseload.dossier import Dossier
from poortwachter.caseload.fields import DOSSIER, EMPLOYEE, FIRST_DAY, LABELS
from poortwachter.caseload.labels import longest_label, quoted
from poortwachter.caseload.places import place
from poortwachter.caseload.spells import End, belongs_to, end_of, spell_of
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.timeline.clock import new_period_weeks


class Member(NamedTuple):
    """A dossier, and the number of the group of rows that it was cut from."""

    group: int
    dossier: Dossier

    @property
    def n(self) -> int:
        """Its first row."""
        return self.dossier.rows[0].n

    @property
    def first_day(self) -> date | None:
        """Its first day, where one can be read."""
        return read_day(self.dossier.rows[0].cells.get(FIRST_DAY, ""))


def near(members: Iterable[Member], *, has_ends: bool) -> Iterator[Problem]:
    """Dossiers of one employee with less than a recovery that ends a period between them.

    Args:
        members: of all employees, in any order.
        has_ends: whether the table tells when spells end; else a dossier without an end may have one.
    """
    of_one: dict[str, list[Member]] = {}
    for member in members:
        _, employee = member.dossier.first_of(EMPLOYEE)
        if employee and member.first_day:
            of_one.setdefault(employee, []).append(member)
    for found in of_one.values():
        found.sort(key=lambda each: (each.first_day, each.n))
        yield from _near(found, has_ends=has_ends)


def _near(members: Sequence[Member], *, has_ends: bool) -> Iterator[Problem]:
    """The same, of one employee, in order."""
    latest: tuple[End, Member] | None = None
    for member in members:
        spells = [spell_of(row.n, row.cells) for row in member.dossier.rows]
        if latest and latest[1].group != member.group and belongs_to(spells[0], latest[0]):
            weeks = new_period_weeks(latest[0].recovered_on or spells[0].first_day or date.max)
            yield Problem(
                place(member.n, EMPLOYEE), "near", {"number": latest[1].n, "weeks": weeks}
            )
        end = end_of(spells)
        if end and (end.recovered_on or has_ends):
            latest = _later(latest, (end, member))


def _later(one: tuple[End, Member] | None, other: tuple[End, Member]) -> tuple[End, Member]:
    """Which of both ends later; what is open does."""
    ends = (each[0].recovered_on or date.max for each in (one or other, other))
    first, second = ends
    return one if one and first >= second else other


def told_apart(members: Sequence[Member]) -> tuple[list[Dossier], list[Problem]]:
    """The dossiers, of which no two have the same label and first day: those share a calendar's events.

    A label that an earlier dossier has is told; parts of one dossier may share theirs.
    """
    dossiers: list[Dossier] = []
    problems: list[Problem] = []
    taken: dict[tuple[str, date | None], int] = {}
    first: dict[str, Member] = {}
    for member in members:
        dossier, day = member.dossier, member.first_day
        label = dossier.called()
        before = first.setdefault(label, member)
        if day and (label, day) in taken:
            dossier = dossier._replace(ref=_other_name(dossier, day, taken))
            values = {"number": taken[label, day], "given": quoted(dossier.ref)}
            problems.append(_same(member, "same_label_and_day", values))
        elif day and before.first_day and before.group != member.group:
            problems.append(_same(member, "same_label", {"number": before.n}))
        taken[dossier.called(), day] = member.n
        dossiers.append(dossier)
    return dossiers, problems


def _same(member: Member, code: str, values: dict[str, object]) -> Problem:
    field, _ = member.dossier.first_of(*LABELS)
    return Problem(place(member.n, field), code, values)


def _other_name(
    dossier: Dossier, day: date | None, taken: dict[tuple[str, date | None], int]
) -> str:
    """Its label with a number that will be the same in tomorrow's table, or else that of its row."""
    ref, row = dossier.called(), phrase("caseload", "row", DUTCH, number=dossier.rows[0].n)
    numbers = (dossier.first_of(field)[1] for field in (DOSSIER, EMPLOYEE))
    names = (f"{ref} ({number})" for number in numbers if number and number != ref)
    free = (each for each in names if len(each) <= longest_label() and (each, day) not in taken)
    end = f" ({row})"
    return next(free, f"{ref[: longest_label() - len(end)]}{end}")
