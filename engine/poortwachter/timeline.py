"""The timeline: each rule laid along the clock of one case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from poortwachter.case import Case
from poortwachter.circumstances import falls_away, is_there
from poortwachter.clock import Clock
from poortwachter.rulebook import Rule, Rulebook, Term
from poortwachter.terms import KINDS, Reached


@dataclass(frozen=True, slots=True)
class Slot:
    """One time that a rule asks for something. `number` counts the times of a recurring one.

    `ends` is the day after which it is not asked for any more, done or not.
    """

    rule: Rule
    opens: date | None
    deadline: Reached
    done: tuple[date | None, ...] = ()
    number: int | None = None
    ends: date | None = None


class Timeline:
    """When each rule of the book falls in a case. Knows nothing of today."""

    def __init__(self, rulebook: Rulebook, case: Case, clock: Clock) -> None:
        self.rulebook = rulebook
        self.case = case
        self.clock = clock
        self.done = {
            name: tuple(day for day in days if day is None or day >= clock.first_day)
            for name, days in case.done.items()
        }
        self._deadlines: dict[str, Reached] = {}

    def rule(self, name: str) -> Rule:
        """Another rule, for its words."""
        return self.rulebook.rules[name]

    def done_on(self, rule: str) -> date | None:
        """When a rule was first done, where that is known."""
        return next(iter(self.done.get(rule, ())), None)

    def reached(self, rule: str) -> Reached:
        """When a rule was done or, while it is not, when it must be."""
        if self.done.get(rule):
            return self._was_done(rule, self.done_on(rule))
        deadline = self.deadline(rule)
        if deadline.day and rule in self.rulebook.steps:
            return deadline.then("not_done", deadline.day, noun=self.rule(rule))
        return deadline

    def deadline(self, rule: str) -> Reached:
        """The last day the law allows, or why there is none."""
        if rule not in self._deadlines:
            self._deadlines[rule] = self._limited(self.rulebook.rules[rule])
        return self._deadlines[rule]

    def slots(self) -> Iterator[Slot]:
        """Every rule but the moments, in the order of the book, a recurring one for each time."""
        for rule in self.rulebook.steps.values():
            if is_there(rule, self.case):
                yield from self._times(rule) if rule.recurs_until else [self._slot(rule)]

    def moments(self) -> Iterator[tuple[Rule, Reached]]:
        """What comes by itself, and when."""
        for rule in self.rulebook.moments.values():
            if is_there(rule, self.case):
                yield rule, self.deadline(rule.id)

    def _slot(self, rule: Rule) -> Slot:
        done = self.done.get(rule.id, ())
        opens, deadline = self._opens(rule), self.deadline(rule.id)
        ends = min(self._aow_end(rule) if deadline.day else self._ends(rule), default=None)
        if opens and deadline.day:
            opens = min(opens, deadline.day)
        if not rule.versions and rule.valid_from > self.clock.first_day:
            opens = max(opens or rule.valid_from, rule.valid_from)
        return Slot(rule, opens, deadline, done, ends=ends)

    def _times(self, rule: Rule) -> Iterator[Slot]:
        first, term = self.deadline(rule.id), rule.term
        if first.day is None or term is None:
            yield Slot(rule, None, first, self.done.get(rule.id, ()), 1)
            return
        days = self._every(term.count, first.day, self._last_time(rule))
        done = _nearest(days, self.done.get(rule.id, ()))
        opens, ends = (
            first.day - timedelta(weeks=term.count),
            min(self._aow_end(rule), default=None),
        )
        for number, day in enumerate(days, start=1):
            deadline = first
            if number > 1:
                deadline = first.then("nth_time", day, number=number, weeks=term.count)
            if self.clock.pauses_before(day):
                deadline = deadline.remark("moved_by_us")
            yield Slot(rule, opens + timedelta(days=1), deadline, done.get(day, ()), number, ends)
            opens = day

    def _last_time(self, rule: Rule) -> date:
        """Until when a recurring rule recurs; what ends the period or the duty ends it too."""
        last = self.deadline(str(rule.recurs_until)).day
        return min([*self._ends(rule), *filter(None, [last])], default=self.clock.first_day)

    def _ends(self, rule: Rule) -> Iterator[date]:
        """The last days before something ends the period, or makes the rule fall away."""
        if self.clock.stopped_on:
            yield self.clock.stopped_on - timedelta(days=1)
        if "after_contract" in rule.falls_away and self.case.contract_end:
            yield self.case.contract_end
        yield from self._aow_end(rule)

    def _aow_end(self, rule: Rule) -> Iterator[date]:
        """The last day before the AOW date, for what an employee with AOW need not do."""
        if "after_aow" in rule.falls_away and self.case.aow_date:
            yield self.case.aow_date - timedelta(days=1)

    def _every(self, weeks: int, first: date, last: date) -> list[date]:
        days, number = [first], self.clock.sick_days(first) + 7 * weeks
        while (day := self.clock.nth_day(number)) <= last:
            days.append(day)
            number += 7 * weeks
        return days

    def _opens(self, rule: Rule) -> date | None:
        return self._count(rule.opens).day if rule.opens else None

    def _count(self, term: Term) -> Reached:
        return KINDS[term.kind](term, self)

    def _was_done(self, rule: str, day: date | None) -> Reached:
        if day is None:
            return Reached().without_date("no_own_date", noun=self.rule(rule))
        return Reached().then("was_done", day, noun=self.rule(rule))

    def _limited(self, rule: Rule) -> Reached:
        """The date as the rule counts it, unless the case or the law has no such date."""
        covers_from = self.rulebook.covers_from
        if self.clock.first_day < covers_from:
            return Reached().without_date("not_covered", covers_from=covers_from)
        reached = self._counted(rule)
        if reached.day and self.clock.stopped_on and reached.day >= self.clock.stopped_on:
            return self._stopped(reached)
        if rule.kind == "right" and "after_aow" in rule.falls_away and self.case.aow_date:
            last = Reached(self.case.aow_date - timedelta(days=1))
            reached = reached.at_most(last, "aow_earlier")
        circumstance = falls_away(rule, reached.day, self) or self._never_begins(rule, reached.day)
        return reached.without_date(circumstance) if circumstance else reached

    def _never_begins(self, rule: Rule, day: date | None) -> str | None:
        opens = self._opens(rule)
        lasts = rule.kind in {"duty", "right"}
        return "never_begins" if lasts and opens and day and day < opens else None

    def _counted(self, rule: Rule) -> Reached:
        """The date by the version of the rule that is the law for that date."""
        if not rule.versions:
            return Reached().without_date("if_it_happens" if rule.kind == "event" else "no_term")
        by_start = self._opens(rule) if rule.dated_by else None
        for version in reversed(rule.versions):
            reached = self._count(version.term)
            if reached.day is None or version.holds_on(by_start or reached.day):
                return reached
        first = rule.versions[0]
        return self._count(first.term).without_date("not_yet_law", valid_from=first.valid_from)

    def _stopped(self, reached: Reached) -> Reached:
        by_leave = self.clock.stopped_by and self.clock.stopped_by.kind == "leave"
        gap = "stopped_by_leave" if by_leave else "stopped"
        return reached.without_date(gap, stopped_on=self.clock.stopped_on)


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
