"""How the law counts: each kind of term is one function that gives the date and how it was reached.

Every function takes the term as the rules state it and what is known of the case.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Protocol, Self

from poortwachter.clock import ONE_DAY, Clock
from poortwachter.rulebook import Term
from poortwachter.sentences import STEPS, fill


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a calculation, in words, with the date it came to."""

    text: str
    day: date | None

    def to_dict(self) -> dict[str, str | None]:
        """An entry of `trace` in the answer."""
        return {"text": self.text, "date": self.day.isoformat() if self.day else None}


def step(name: str, day: date | None = None, **values: object) -> Step:
    """The sentence `name` of sentences.py, filled in."""
    return Step(fill(STEPS[name], {"day": day, **values}), day)


@dataclass(frozen=True, slots=True)
class Reached:
    """A date with its proof; without a date, `gap` says why there is none.

    `gap` is one of `no_term`, `no_own_date`, `stopped`, `not_yet_law` and `not_covered`.
    """

    day: date | None = None
    trace: tuple[Step, ...] = field(default=())
    gap: str | None = None

    def then(self, name: str, day: date, **values: object) -> Self:
        """The next step of the calculation, which comes to `day`."""
        return replace(self, day=day, trace=(*self.trace, step(name, day, **values)))

    def without_date(self, gap: str, *steps: Step) -> Self:
        """No date after all, and why."""
        return replace(self, day=None, gap=gap, trace=(*self.trace, *steps))


class Known(Protocol):
    """What a term may ask about the case."""

    @property
    def clock(self) -> Clock:
        """The period of sickness."""
        ...

    def reached(self, rule: str) -> Reached:
        """When another rule was done or, while it is not, when it must be."""

    def noun(self, rule: str) -> str:
        """What another rule is called within a sentence."""
        ...


def from_first_day(clock: Clock, until: date) -> Reached:
    """Where every count starts, and which days before `until` are left out."""
    first = Reached(clock.first_day, (step("first_day", clock.first_day),))
    pauses = tuple(
        step(
            "pause",
            first_day=pause.first_day,
            last_day=pause.last_day,
            days=pause.length.days,
        )
        for pause in clock.pauses_before(until)
    )
    return replace(first, trace=first.trace + pauses)


def weeks_after_first_day(term: Term, known: Known) -> Reached:
    """Within n weeks after the first day: calendar days, the first day itself not counted.

    Regeling procesgang art. 2(2); it has no rule that adds periods up, so recoveries do not move it.
    """
    clock = known.clock
    day = clock.first_day + timedelta(weeks=term.count)
    reached = from_first_day(clock, clock.first_day).then("weeks_later", day, weeks=term.count)
    if clock.pauses_before(day):
        reached = replace(reached, trace=(*reached.trace, step("not_moved")))
    return reached


def after_sick_weeks(term: Term, known: Known) -> Reached:
    """The first day after the incapacity has lasted n weeks (ZW art. 38(1), WIA art. 23(1))."""
    lasted = _lasted(term.count, known)
    day = known.clock.nth_day(7 * term.count) + ONE_DAY
    return lasted.then("day_after", day)


def last_day_of_sick_week(term: Term, known: Known) -> Reached:
    """The day on which the incapacity has lasted n weeks."""
    return _lasted(term.count, known)


def first_day_of_sick_week(term: Term, known: Known) -> Reached:
    """The first day of the nth week of incapacity; week 1 starts on the first day."""
    day = known.clock.nth_day(7 * (term.count - 1) + 1)
    return from_first_day(known.clock, day).then("week_starts", day, number=term.count)


def weeks_after(term: Term, known: Known) -> Reached:
    """N weeks after another obligation was really done or, while it is not, must be done."""
    other, noun = known.reached(str(term.of)), known.noun(str(term.of))
    if other.day is None or not term.count:
        return other
    day = other.day + timedelta(weeks=term.count)
    return other.then("weeks_after", day, weeks=term.count, noun=noun)


def weeks_before(term: Term, known: Known) -> Reached:
    """At the latest n weeks before the last day of another rule, that day being the last one kept.

    WIA art. 25(3), 64(3) and 25(10) count back from the end of the waiting time.
    """
    end, noun = known.reached(str(term.of)), known.noun(str(term.of))
    if end.day is None:
        return end
    day = end.day - timedelta(weeks=term.count)
    return end.then("weeks_before", day, weeks=term.count, noun=noun)


def years_after_first_day(term: Term, known: Known) -> Reached:
    """The first day after the incapacity has lasted n years (BW art. 7:670(1)(a)).

    Years, not weeks: the same day n years later, moved by the days that do not count.
    29 February becomes 1 March in a year that has no 29 February.
    """
    clock = known.clock
    first = clock.first_day
    try:
        anniversary = first.replace(year=first.year + term.count)
    except ValueError:
        anniversary = date(first.year + term.count, 3, 1)
    day = clock.nth_day((anniversary - first).days) + ONE_DAY
    return from_first_day(clock, day - ONE_DAY).then("years_later", day, years=term.count)


def _lasted(weeks: int, known: Known) -> Reached:
    day = known.clock.nth_day(7 * weeks)
    return from_first_day(known.clock, day).then("lasted", day, weeks=weeks)


KINDS: dict[str, Callable[[Term, Known], Reached]] = {
    count.__name__: count
    for count in (
        weeks_after_first_day,
        after_sick_weeks,
        last_day_of_sick_week,
        first_day_of_sick_week,
        weeks_after,
        weeks_before,
        years_after_first_day,
    )
}
