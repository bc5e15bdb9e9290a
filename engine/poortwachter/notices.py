"""What does not fit, and what would settle what is not known. Never an error: the rest is answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from poortwachter.case import Case
from poortwachter.clock import NEW_PERIOD_AFTER, Clock
from poortwachter.rulebook import Rulebook
from poortwachter.sentences import NOTICES, fill


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at: a code for programs, the field it is about, a sentence for people."""

    code: str
    field: str
    text: str

    def to_dict(self) -> dict[str, str]:
        """An entry of `notices` in the answer."""
        return {"code": self.code, "field": self.field, "text": self.text}


def notice(code: str, where: str, **values: object) -> Notice:
    """A notice in words, about the field at `where`."""
    return Notice(code, where, fill(NOTICES[code], values))


def notices(rulebook: Rulebook, case: Case, clock: Clock, on: date) -> tuple[Notice, ...]:
    """Every notice about a case on a day."""
    return (*_of_period(rulebook, case, clock, on), *_of_done(rulebook, case, clock, on))


def _of_period(rulebook: Rulebook, case: Case, clock: Clock, on: date) -> Iterator[Notice]:
    if clock.first_day < rulebook.covers_from:
        yield notice("not-covered", "first_sick_day", covers_from=rulebook.covers_from)
    if case.first_sick_day > on:
        yield notice("first-day-in-future", "first_sick_day", on=on)
    if clock.first_day > case.first_sick_day:
        yield notice("new-period", "recoveries", first_day=clock.first_day)
    if clock.stopped_on and clock.stopped_on <= on:
        new_period_from = clock.stopped_on + NEW_PERIOD_AFTER
        days = {"stopped_on": clock.stopped_on, "new_period_from": new_period_from}
        yield notice("still-recovered", "recoveries", **days)
    for earlier, later in pairwise(case.recoveries):
        if earlier.last_day and later.first_day <= earlier.last_day:
            yield notice("recoveries-overlap", "recoveries")


def _of_done(rulebook: Rulebook, case: Case, clock: Clock, on: date) -> Iterator[Notice]:
    waited_for = {rule.term.of for rule in rulebook.obligations.values() if rule.term}
    for name, days in case.done.items():
        words, where = rulebook.obligations[name].words, f"done.{name}"
        for day in days:
            if day is None and name in waited_for:
                yield notice("date-not-known", where, noun=words.noun)
            if day and day < clock.first_day:
                told = {"name": words.name, "day": day, "first_day": clock.first_day}
                yield notice("done-before-first-day", where, **told)
            if day and day > on:
                yield notice("done-in-future", where, name=words.name, day=day)
