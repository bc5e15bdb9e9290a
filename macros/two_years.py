"""The two years as one picture: each year a line of weeks, each date a numbered mark on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.guidebook import guidebook, load_whole
from macros.outline import Milestone, milestones
from macros.templating import rendered

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


def two_years(language: str) -> str:
    """The picture and the same in words."""
    half = load_whole().waiting_weeks(load_whole().edition_day) // 2
    ticks = [(week, LEFT + WIDTH * week / half) for week in range(0, half + 1, half // 4)]
    sizes = {"left": LEFT, "right": LEFT + WIDTH, "row": ROW}
    marks = list(_marks(_pictured(language), 7 * half))
    return rendered(language, "two_years.md", marks=marks, ticks=ticks, half=half, **sizes)


def _marks(pictured: list[tuple[Milestone, int]], days_in_row: int) -> Iterator[Mark]:
    last: Mark | None = None
    for number, (milestone, days) in enumerate(pictured, start=1):
        year, day = divmod(days, days_in_row)
        x = LEFT + WIDTH * day / days_in_row
        near = last is not None and last.above and year == last.year and x - last.x < MARK
        last = Mark(milestone, number, year, round(x, 1), above=not near)
        yield last


def _pictured(language: str) -> list[tuple[Milestone, int]]:
    """What is pictured, in the order of the step plan, with its days after the first day."""
    found = {
        each.rule.id: each for phase in load_whole().phases for each in milestones(phase, language)
    }
    wanted = guidebook().pictured
    missing = [name for name in wanted if name not in found or found[name].days is None]
    if missing:
        raise ValueError(f"no date to picture: {', '.join(missing)}")
    return [(each, each.days or 0) for each in found.values() if each.rule.id in wanted]
