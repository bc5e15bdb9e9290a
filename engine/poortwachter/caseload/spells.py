"""The spells of one dossier: when each began, when it ended, and the recoveries between them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from poortwachter.caseload.dates import read_day
from poortwachter.timeline.clock import new_period_weeks

ONE_DAY = timedelta(days=1)
LATEST = date.max
WHOLE = 100


class Spell(NamedTuple):
    """What one row tells of its spell.

    Attributes:
        first_day: when it began.
        recovered_on: the first day of full recovery after it.
        percentage: how much of the work was possible from the first day on; 100 is a recovery.
    """

    first_day: date | None
    recovered_on: date | None
    percentage: int | None

    @property
    def recovers(self) -> date | None:
        """The first day of the recovery that this row tells of."""
        return self.first_day if self.percentage == WHOLE else self.recovered_on


def spell_of(cells: Mapping[str, str]) -> Spell:
    """The spell of a row; what cannot be read is told where its cells are."""
    last_day = read_day(cells.get("last_sick_day", ""))
    after = last_day + ONE_DAY if last_day and last_day < LATEST else None
    recovered = read_day(cells.get("recovered_on", "")) or after
    percentage = read_percentage(cells.get("recovery_percentage", ""))
    return Spell(read_day(cells.get("first_sick_day", "")), recovered, percentage)


def read_percentage(text: str) -> int | None:
    """A percentage from 0 to 100, also written as 50% or 50,0; None: it is none."""
    whole, _, part = text.removesuffix("%").strip().replace(",", ".").partition(".")
    is_whole = whole.isascii() and whole.isdigit() and len(whole) <= len(str(WHOLE))
    return int(whole) if is_whole and int(whole) <= WHOLE and not part.strip("0") else None


def belongs_to(spell: Spell, before: Sequence[Spell]) -> bool:
    """Whether a spell is of the same period as those before it, by how long the recovery was."""
    recovered = before[-1].recovers
    if recovered is None or spell.first_day is None:
        return True
    return (spell.first_day - recovered).days < 7 * new_period_weeks(recovered)


def facts_of(spells: Sequence[Spell]) -> dict[str, list[dict[str, Any]]]:
    """The recoveries, and the days of part of the work, that spells in order tell."""
    partly = [_partly(each, other) for each, other in _with_next(spells) if _is_partly(each)]
    return {"recoveries": [*_recoveries(spells)], "partial_recoveries": partly}


def _with_next(spells: Sequence[Spell]) -> Iterator[tuple[Spell, Spell | None]]:
    return zip_longest(spells, spells[1:])


def _recoveries(spells: Sequence[Spell]) -> Iterator[dict[str, date | None]]:
    for spell, other in _with_next(spells):
        until = other.first_day - ONE_DAY if other and other.first_day else None
        if spell.recovers and (until is None or until >= spell.recovers):
            yield {"first_day": spell.recovers, "last_day": until}


def _is_partly(spell: Spell) -> bool:
    return spell.first_day is not None and 0 < (spell.percentage or 0) < WHOLE


def _partly(spell: Spell, other: Spell | None) -> dict[str, Any]:
    until = spell.recovered_on or (other.first_day if other else None)
    last_day = until - ONE_DAY if until else None
    return {"first_day": spell.first_day, "last_day": last_day, "percentage": spell.percentage}
