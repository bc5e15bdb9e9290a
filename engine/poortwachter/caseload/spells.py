"""The spells of one dossier: when each began, when it ended, and the recoveries between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from poortwachter.caseload.dates import read_day
from poortwachter.caseload.fields import FIRST_DAY, LAST_DAY, PERCENTAGE, RECOVERED
from poortwachter.timeline.clock import new_period_weeks

ONE_DAY = timedelta(days=1)
LATEST = date.max
WHOLE = 100


class Spell(NamedTuple):
    """What one row tells of its spell.

    Attributes:
        row: its number.
        first_day: when it began.
        recovered_on: the first day of full recovery after it.
        percentage: how much of the work was possible from the first day on; 100 is a recovery.
    """

    row: int
    first_day: date | None
    recovered_on: date | None
    percentage: int | None

    @property
    def is_recovery(self) -> bool:
        """Whether it is no spell at all, but says that who was sick is no more."""
        return self.percentage == WHOLE

    @property
    def recovers(self) -> date | None:
        """The first day of the recovery that this row tells of."""
        return self.first_day if self.is_recovery else self.recovered_on


class End(NamedTuple):
    """Until when spells last, taken together.

    Attributes:
        recovered_on: the first day after the latest of them. None: one of them is open.
        row: which tells so.
    """

    recovered_on: date | None
    row: int


class Made(NamedTuple):
    """A row of the case that spells make, and the row of the table that tells its first day."""

    row: int
    facts: Mapping[str, Any]


def spell_of(row: int, cells: Mapping[str, str]) -> Spell:
    """The spell of a row; what cannot be read is told where its cells are."""
    last_day = read_day(cells.get(LAST_DAY, ""))
    after = last_day + ONE_DAY if last_day and last_day < LATEST else None
    recovered = read_day(cells.get(RECOVERED, "")) or after
    percentage = read_percentage(cells.get(PERCENTAGE, ""))
    return Spell(row, read_day(cells.get(FIRST_DAY, "")), recovered, percentage)


def read_percentage(text: str) -> int | None:
    """A percentage from 0 to 100, also written as 50% or 50,0; None: it is none."""
    whole, _, part = text.removesuffix("%").strip().replace(",", ".").partition(".")
    is_whole = whole.isascii() and whole.isdigit() and len(whole) <= len(str(WHOLE))
    return int(whole) if is_whole and int(whole) <= WHOLE and not part.strip("0") else None


def end_of(spells: Iterable[Spell]) -> End | None:
    """Until when spells in order last together."""
    end = None
    for spell in spells:
        end = longer(end, spell)
    return end


def longer(end: End | None, spell: Spell) -> End:
    """Until when spells last with one more, which does not begin before them.

    A recovery ends what is open. Where an end was told already, that one counts.
    """
    own = End(spell.recovers, spell.row)
    if end is None:
        return own
    if spell.first_day is None:
        return end
    if spell.is_recovery:
        return end if end.recovered_on else own
    if end.recovered_on is None or own.recovered_on is None:
        return end if end.recovered_on is None else own
    return max(end, own, key=lambda each: each.recovered_on or LATEST)


def belongs_to(spell: Spell, end: End) -> bool:
    """Whether a spell is of one period with those that end so, by how long the recovery was.

    Less than that between them, and periods are added up (WIA art. 23(3)). A recovery begins none.
    """
    if spell.is_recovery or spell.first_day is None or end.recovered_on is None:
        return True
    return (spell.first_day - end.recovered_on).days < 7 * new_period_weeks(end.recovered_on)


def facts_of(spells: Sequence[Spell]) -> dict[str, list[Made]]:
    """The recoveries, and the days of part of the work, that spells in order tell."""
    return {"recoveries": [*_recoveries(spells)], "partial_recoveries": [*_partly(spells)]}


def _recoveries(spells: Iterable[Spell]) -> Iterator[Made]:
    end: End | None = None
    for spell in spells:
        if end and end.recovered_on and _comes_after(spell, end.recovered_on):
            yield _made(end.row, end.recovered_on, spell.first_day)
        end = longer(end, spell)
    if end and end.recovered_on:
        yield _made(end.row, end.recovered_on, None)


def _comes_after(spell: Spell, recovered_on: date) -> bool:
    return not spell.is_recovery and spell.first_day is not None and spell.first_day > recovered_on


def _partly(spells: Iterable[Spell]) -> Iterator[Made]:
    """Spells in which part of the work was done; of rows that say the same, the first."""
    once = [*{spell[1:]: spell for spell in reversed([*spells])}.values()][::-1]
    for spell, other in zip_longest(once, once[1:]):
        if spell.first_day and 0 < (spell.percentage or 0) < WHOLE:
            until = spell.recovered_on or (other.first_day if other else None)
            yield _made(spell.row, spell.first_day, until, percentage=spell.percentage)


def _made(row: int, first_day: date, until: date | None, **more: object) -> Made:
    last_day = until - ONE_DAY if until else None
    return Made(row, {"first_day": first_day, "last_day": last_day, **more})
