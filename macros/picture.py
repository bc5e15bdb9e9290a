"""The two years as one picture: each year a line of weeks, each date a numbered mark on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.rendering import rendered
from poortwachter.general import Milestone, milestones
from poortwachter.rulebook import load

PICTURED = (
    "probleemanalyse",
    "plan-van-aanpak",
    "melding-42-weken",
    "eerstejaarsevaluatie",
    "tweede-spoor",
    "uwv-brief-88",
    "reintegratieverslag",
    "wia-aanvraag",
    "einde-wachttijd",
)

# In units of the picture: a phone shows it at about its own size.
LEFT, WIDTH, ROW, MARK = 12, 296, 76, 18


@dataclass(frozen=True, slots=True)
class Mark:
    """A date in the picture: its number, where it stands, and on which side of the line."""

    milestone: Milestone
    number: int
    year: int
    x: float
    above: bool


def two_years() -> str:
    """The picture and the same in words."""
    half = load().waiting_weeks // 2
    ticks = [(week, LEFT + WIDTH * week / half) for week in range(0, half + 1, half // 4)]
    return rendered("two_years.md", marks=list(_marks(7 * half)), ticks=ticks, half=half, row=ROW)


def _marks(days_in_row: int) -> Iterator[Mark]:
    last = Mark(_pictured()[0], 0, 0, -MARK, above=False)
    for number, milestone in enumerate(_pictured(), start=1):
        year, day = divmod(milestone.days or 0, days_in_row)
        x = LEFT + WIDTH * day / days_in_row
        near = year == last.year and x - last.x < MARK
        last = Mark(milestone, number, year, round(x, 1), above=not (near and last.above))
        yield last


def _pictured() -> list[Milestone]:
    found = (each for phase in load().phases for each in milestones(phase))
    return [each for each in found if each.rule.id in PICTURED]
