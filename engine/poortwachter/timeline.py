"""The timeline: each rule laid along the clock of one case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from poortwachter.case import Case
from poortwachter.clock import NEW_PERIOD_AFTER, Clock
from poortwachter.rulebook import Rule, Rulebook, Term
from poortwachter.terms import KINDS, Reached, step


@dataclass(frozen=True, slots=True)
class Slot:
    """One time that an obligation must be met. `number` counts the times of a recurring one."""

    rule: Rule
    opens: date | None
    deadline: Reached
    done: tuple[date | None, ...] = ()
    number: int | None = None


class Timeline:
    """When each rule of the book falls in a case. Knows nothing of today."""

    def __init__(self, rulebook: Rulebook, case: Case, clock: Clock) -> None:
        self.rulebook = rulebook
        self.clock = clock
        self.done = {
            name: tuple(day for day in days if day is None or day >= clock.first_day)
            for name, days in case.done.items()
        }
        self._deadlines: dict[str, Reached] = {}

    def noun(self, rule: str) -> str:
        """What a rule is called within a sentence."""
        return self.rulebook.rules[rule].words.noun

    def reached(self, rule: str) -> Reached:
        """When a rule was done or, while it is not, when it must be."""
        done = self.done.get(rule)
        if done:
            return self._was_done(rule, done[0])
        deadline = self.deadline(rule)
        if deadline.day and rule in self.rulebook.obligations:
            return deadline.then("not_done", deadline.day, noun=self.noun(rule))
        return deadline

    def deadline(self, rule: str) -> Reached:
        """The last day the law allows, or why there is none."""
        if rule not in self._deadlines:
            self._deadlines[rule] = self._limited(self.rulebook.rules[rule])
        return self._deadlines[rule]

    def slots(self) -> Iterator[Slot]:
        """Every obligation, in the order of the step plan, a recurring one once for each time."""
        for rule in self.rulebook.obligations.values():
            yield from self._times(rule) if rule.recurs_until else [self._slot(rule)]

    def _slot(self, rule: Rule) -> Slot:
        done = self.done.get(rule.id, ())
        opens = self._date(rule.opens) if rule.opens else None
        return Slot(rule, opens, self.deadline(rule.id), done)

    def _times(self, rule: Rule) -> Iterator[Slot]:
        first = self.deadline(rule.id)
        if first.day is None or rule.term is None:
            yield Slot(rule, None, first, self.done.get(rule.id, ()), 1)
            return
        days = self._every(rule.term.count, first.day, self._last_time(rule))
        done = _nearest(days, self.done.get(rule.id, ()))
        opens = first.day - timedelta(weeks=rule.term.count)
        for number, day in enumerate(days, start=1):
            deadline = first
            if number > 1:
                deadline = first.then("nth_time", day, number=number, weeks=rule.term.count)
            yield Slot(rule, opens + timedelta(days=1), deadline, done.get(day, ()), number)
            opens = day

    def _last_time(self, rule: Rule) -> date:
        """Until when a recurring obligation recurs; a recovery that did not end stops it too."""
        last, stopped_on = self.deadline(str(rule.recurs_until)).day, self.clock.stopped_on
        return last or (stopped_on or self.clock.first_day) - timedelta(days=1)

    def _every(self, weeks: int, first: date, last: date) -> list[date]:
        days, number = [first], self.clock.sick_days(first) + 7 * weeks
        while (day := self.clock.nth_day(number)) <= last:
            days.append(day)
            number += 7 * weeks
        return days

    def _date(self, term: Term) -> date | None:
        return KINDS[term.kind](term, self).day

    def _was_done(self, rule: str, day: date | None) -> Reached:
        if day is None:
            return Reached().without_date("no_own_date", step("no_own_date", noun=self.noun(rule)))
        return Reached().then("was_done", day, noun=self.noun(rule))

    def _limited(self, rule: Rule) -> Reached:
        """The date as the rule counts it, unless the case or the law has no such date."""
        if self.clock.first_day < self.rulebook.covers_from:
            covers_from = self.rulebook.covers_from
            return Reached().without_date(
                "not_covered", step("not_covered", covers_from=covers_from)
            )
        if rule.term is None:
            return Reached().without_date("no_term", step("no_term"))
        reached = KINDS[rule.term.kind](rule.term, self)
        if reached.day is None:
            return reached
        if reached.day < rule.valid_from:
            return reached.without_date(
                "not_yet_law", step("not_yet_law", valid_from=rule.valid_from)
            )
        return self._before_recovery(reached, reached.day)

    def _before_recovery(self, reached: Reached, day: date) -> Reached:
        stopped_on = self.clock.stopped_on
        if stopped_on is None or day < stopped_on:
            return reached
        new_period_from = stopped_on + NEW_PERIOD_AFTER
        stopped = step("stopped", stopped_on=stopped_on, new_period_from=new_period_from)
        return reached.without_date("stopped", stopped)


def _nearest(
    days: list[date], done: tuple[date | None, ...]
) -> dict[date, tuple[date | None, ...]]:
    """Which time each date done belongs to: the nearest. A late one leaves the next where it is."""
    if done == (None,):
        return dict.fromkeys(days, done)
    found: dict[date, tuple[date | None, ...]] = {}
    for when in filter(None, done):
        _, nearest = min((abs(day - when), day) for day in days)
        found.setdefault(nearest, (when,))
    return found
