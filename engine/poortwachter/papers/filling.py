"""Fills the holes of a paper from a case; what was not told, or may still be otherwise, stays a blank.

`{today}`, `{first_sick_day}`, `{contract_end}` and `{week}` stand alone. `{due:<rule>}`, `{done:<rule>}`
and `{day:<moment>}` name what they tell of. `{overview}` is a list of all steps. `{source:<key>}` cites,
and prints nothing where it stands.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from poortwachter.i18n.locales import listed, measured, written
from poortwachter.i18n.messages import phrase
from poortwachter.papers.conditions import Told, open_entries
from poortwachter.papers.overview import blank_overview, day_or_blank, days_done, overview

HOLE = re.compile(r"\{(\w+)(?::([a-z0-9-]+))?\}")
# With the space before it: where it stands nothing is printed.
CITED = re.compile(r" ?\{source:([a-z0-9-]+)\}")


class Hole(NamedTuple):
    """What fills a hole: of a case, of the name in it, in a language; and what that name is of, if it has one."""

    fill: Callable[[Told, str, str], str]
    names: Literal["step", "moment"] | None = None


def filled(text: str, told: Told | None, language: str) -> str:
    """A text of which every hole is filled; without a case each of them is a blank."""

    def fill(found: re.Match[str]) -> str:
        if told is None:
            return (
                blank_overview(language) if found[1] == "overview" else blank_of(found[1], language)
            )
        return HOLES[found[1]].fill(told, found[2], language)

    return HOLE.sub(fill, CITED.sub("", text))


def blank_of(hole: str, language: str) -> str:
    """What is to be filled in by hand: a day, unless it is something else."""
    return phrase("blanks", "week" if hole == "week" else "day", language)


def cited_in(text: str) -> list[str]:
    """The keys of the sources that a text cites, in order, each once."""
    return [*dict.fromkeys(CITED.findall(text))]


def _written(day: date | None, language: str) -> str:
    return written(day, language) if day else blank_of("day", language)


def _week(told: Told, _: str, language: str) -> str:
    """Nothing is said of a week in which no day counts."""
    clock, on = told.answer.clock, told.on
    counts = clock.week(on) and not clock.kind_of_pause_on(on) and not clock.stopped_on
    return measured(clock.week(on), "week", language) if counts else blank_of("week", language)


def _due(told: Told, rule: str, language: str) -> str:
    """The last day of a step; of what recurs that of the first time that is open."""
    entries = told.entries(rule)
    first = next(iter([*open_entries(entries), *reversed(entries)]), None)
    return day_or_blank(first.occurrence.deadline if first else None, language)


def _done(told: Told, rule: str, language: str) -> str:
    days = [day for each in told.entries(rule) for day in days_done(each, told.on)]
    known = [written(day, language) for day in days]
    return listed(known, language) if known else blank_of("day", language)


def _day(told: Told, moment: str, language: str) -> str:
    found = told.moment(moment)
    return day_or_blank(found.reached if found else None, language)


HOLES: Mapping[str, Hole] = {
    "today": Hole(lambda told, _, language: written(told.on, language)),
    "first_sick_day": Hole(
        lambda told, _, language: written(told.answer.clock.first_day, language)
    ),
    "contract_end": Hole(lambda told, _, language: _written(told.case.contract_end, language)),
    "week": Hole(_week),
    "overview": Hole(lambda told, _, language: overview(told.answer, language)),
    "due": Hole(_due, names="step"),
    "done": Hole(_done, names="step"),
    "day": Hole(_day, names="moment"),
}
