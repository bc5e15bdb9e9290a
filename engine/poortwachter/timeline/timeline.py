"""The timeline: each rule laid along the clock of one case."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from poortwachter.case.model import Case, Days, Told
from poortwachter.law.rulebook import Constant, Rule, Rulebook, Term, Version
from poortwachter.timeline.application import never_late
from poortwachter.timeline.clock import ONE_DAY, Clock
from poortwachter.timeline.conditions import applies, falls_away
from poortwachter.timeline.contract import (
    REPORTED,
    ends_with_contract,
    is_brought_forward,
    on_last_day,
    opens_before,
)
from poortwachter.timeline.pauses import ENDINGS, KINDS_OF_PAUSE, STOPPED
from poortwachter.timeline.terms import (
    IN_TIME_WITHOUT_LETTER,
    KINDS,
    MAY_FALL_IN_PAUSE,
    beginning,
)
from poortwachter.timeline.trace import Gap, Reached, undated
from poortwachter.timeline.workdays import first_working_day

# What ends a duty. What ends the period does so only where there is no last day as well.
END_OF_PERIOD = "end_of_period"
AOW: Gap = "after_aow"
CONTRACT: Gap = "after_contract"
FOR_GOOD = (AOW, CONTRACT)
ANYTHING = (END_OF_PERIOD, *FOR_GOOD)

# A rule and, where it recurs, the number of the time.
Key = tuple[str, int | None]


class Occurrence(NamedTuple):
    """One time that a rule asks for something. `number` counts the times of a recurring one.

    `ends` is the day after which it is not asked for any more, done or not. `never_late`: whether
    it is in time after its last day as well. `told` is what the case says of it.
    """

    rule: Rule
    opens: date | None
    deadline: Reached
    done: tuple[date | None, ...] = ()
    number: int | None = None
    ends: date | None = None
    never_late: bool = False
    told: Told = "not_told"

    @property
    def key(self) -> Key:
        """Which rule it is of, and which time of it: the same in every outcome of a case."""
        return self.rule.id, self.number

    @property
    def must_be_done(self) -> bool:
        """Whether letting the last day pass is being late: not for a right, nor for a duty that ends."""
        return self.rule.kind in {"obligation", "event"}

    @property
    def late_at_end(self) -> int | None:
        """How many days late it was on the day on which it ended, if nobody had done it by then."""
        due = self.deadline.day
        by_law = self.must_be_done and self.rule.strength == "wet" and not self.deadline.at_least
        late = (self.ends - due).days if self.ends and due and by_law else 0
        return late if late > 0 else None

    @property
    def is_owed_at_end(self) -> bool:
        """Whether it is part of the report of the day on which it ends: UWV asks for one that lacks."""
        return (
            bool(self.ends)
            and self.ends == self.deadline.day
            and self.rule.after_contract in REPORTED
        )

    def title(self, language: str) -> str:
        """The name of the rule, with the number of the time where it recurs."""
        return self.rule.title(self.number, language)


class ByLaw(NamedTuple):
    """A date as a rule counts it, and the term by which it was counted."""

    reached: Reached
    term: Term | None = None


class Timeline:
    """When each rule of the book falls in a case. Knows nothing of today.

    `not_applied_on`: counts as if the WIA application came on this day, for by then it had not.
    `noticed`: counts as if UWV knew of the sickness in time, or not, where nobody told.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        case: Case,
        clock: Clock,
        not_applied_on: date | None = None,
        noticed: bool | None = None,
    ) -> None:
        self.rulebook = rulebook
        self.case = case
        self.clock = clock
        self.not_applied_on = not_applied_on
        self.noticed = noticed
        self.done = {
            name: tuple(day for day in days or () if day is None or day >= clock.first_day)
            for name, days in case.done.items()
        }
        self.beginning = beginning(clock)
        self._endings = list(_endings(case, clock))
        self._not_covered = _not_covered(rulebook, clock)
        self._deadlines: dict[str, Reached] = {}
        self._reached: dict[str, Reached] = {}
        self._counts: dict[Term, Reached] = {}

    def rule(self, name: str) -> Rule:
        """Another rule, for its words."""
        return self.rulebook.rules[name]

    def constant(self, name: str) -> Constant:
        """What is counted with and is no rule's own term, to be asked with a day."""
        return self.rulebook.constant(name)

    def first_working_day(self, day: date) -> date | None:
        """The first working day on or after `day`; None where the table of holidays ends."""
        return first_working_day(day, self.rulebook)

    def done_on(self, rule: str) -> date | None:
        """When a rule was first done, where that is known."""
        return next(iter(self.done.get(rule, ())), None)

    def reached(self, rule: str) -> Reached:
        """When a rule was done or, while it is not, when it must be."""
        if rule not in self._reached:
            self._reached[rule] = self._done_or_due(rule)
        return self._reached[rule]

    def _done_or_due(self, rule: str) -> Reached:
        if self.done.get(rule):
            return self._was_done(rule, self.done_on(rule))
        deadline = self.deadline(rule)
        if deadline.day and rule in self.rulebook.actionable:
            told = self._told_of(rule, ())
            return deadline.then(told, deadline.day, noun=self.rule(rule))
        return deadline

    def deadline(self, rule: str) -> Reached:
        """The last day the law allows, or why there is none."""
        if rule not in self._deadlines:
            self._deadlines[rule] = self._limited(self.rulebook.rules[rule])
        return self._deadlines[rule]

    def counted(self, rule: str) -> Reached:
        """The date by the law of that date, whatever the case makes of it."""
        return self._by_law(self.rulebook.rules[rule]).reached

    def occurrences(self) -> Iterator[Occurrence]:
        """Every rule that is laid, in the order of the book, a recurring one for each time."""
        for rule in self.rulebook.laid:
            if not applies(rule, self.case):
                continue
            found = self._times(rule) if rule.recurs_until else [self._occurrence(rule)]
            yield from found if rule.id not in self.case.done else map(self._as_told, found)

    def moments(self) -> Iterator[tuple[Rule, Reached]]:
        """What comes by itself, and when."""
        for rule in self.rulebook.moments.values():
            if applies(rule, self.case):
                yield rule, self.deadline(rule.id)

    def _occurrence(self, rule: Rule) -> Occurrence:
        deadline, opens = self.deadline(rule.id), self._opening(rule)
        lasting = deadline.day or rule.kind == "event"
        ends = self._ends(rule, FOR_GOOD if lasting else ANYTHING)
        if opens and deadline.day:
            opens = min(opens, deadline.day)
        if not rule.versions and rule.valid_from > self.clock.first_day:
            opens = max(opens or rule.valid_from, rule.valid_from)
        if ends_with_contract(rule, opens, self):
            opens = None
        return Occurrence(
            rule=rule,
            opens=opens,
            deadline=deadline,
            done=self.done.get(rule.id, ()),
            ends=ends,
            never_late=_may_be_never_late(rule) and never_late(self, deadline.day),
        )

    def _as_told(self, occurrence: Occurrence) -> Occurrence:
        """With what the case says of it; nearly always it says nothing."""
        told = self._told_of(occurrence.rule.id, occurrence.done)
        return occurrence._replace(told=told, deadline=_as_told(occurrence.deadline, told))

    def _told_of(self, rule: str, done: Days) -> Told:
        """What was said of a step that was done on these days of the period.

        That another time of what recurs was done, or one in an earlier period, tells nothing.
        """
        told = self.case.told_of(rule)
        return "not_told" if told == "done" and not done else told

    def _times(self, rule: Rule) -> Iterator[Occurrence]:
        first, term = self.deadline(rule.id), self._by_law(rule).term
        if first.day is None or term is None:
            ends = self._ends(rule, ANYTHING)
            yield Occurrence(rule, None, first, self.done.get(rule.id, ()), 1, ends)
            return
        days = self._every(term.count, first.day, self._last_time(rule))
        done = _nearest(days, self.done.get(rule.id, ()))
        before, ends = first.day - timedelta(weeks=term.count), self._ends(rule, FOR_GOOD)
        for number, day in enumerate(days, start=1):
            deadline = self._nth_time(first, day, number, term.count)
            yield Occurrence(rule, before + ONE_DAY, deadline, done.get(day, ()), number, ends)
            before = day

    def _nth_time(self, first: Reached, day: date, number: int, weeks: int) -> Reached:
        if number > 1:
            first = first.then("nth_time", day, number=number, weeks=weeks)
        return first.remark("moved_by_us") if self.clock.pauses_before(day) else first

    def _last_time(self, rule: Rule) -> date:
        """Until when a recurring rule recurs; what ends the period or the duty ends it too."""
        last = self.deadline(str(rule.recurs_until)).day, self._ends(rule, ANYTHING)
        return min(filter(None, last), default=self.clock.first_day)

    def _ends(self, rule: Rule, ending: Collection[str]) -> date | None:
        """The last day before something ends the period, or makes the rule fall away."""
        if not self._endings:
            return None
        names = {END_OF_PERIOD, *rule.falls_away}.intersection(ending)
        if rule.after_contract != "goes_on":
            names |= {CONTRACT}.intersection(ending)
        return min((day for name, day in self._endings if name in names), default=None)

    def _every(self, weeks: int, first: date, last: date) -> list[date]:
        days, number = [first], self.clock.sick_days(first) + 7 * weeks
        while (day := self.clock.nth_day(number)) <= last:
            days.append(day)
            number += 7 * weeks
        return days

    def _opens(self, rule: Rule) -> date | None:
        return self._count(rule.opens).day if rule.opens else None

    def _opening(self, rule: Rule) -> date | None:
        """The first day; as long before the last day as ever, where a contract brings that forward."""
        if not is_brought_forward(rule, self):
            return self._opens(rule)
        return opens_before(self.deadline(rule.id).day, rule, self)

    def _count(self, term: Term) -> Reached:
        if term not in self._counts:
            self._counts[term] = KINDS[term.kind](term, self)
        return self._counts[term]

    def _was_done(self, rule: str, day: date | None) -> Reached:
        if day is None:
            return Reached().without_date("no_own_date", noun=self.rule(rule))
        return Reached().then("was_done", day, noun=self.rule(rule))

    def _limited(self, rule: Rule) -> Reached:
        """The date as the rule counts it, unless the case or the law has no such date."""
        if self._not_covered:
            return self._not_covered
        forward = is_brought_forward(rule, self)
        reached = on_last_day(rule, self) if forward else self._by_law(rule).reached
        stop = self.clock.stopped_by
        if stop and self._falls_from(rule, reached, stop.first_day):
            why = ENDINGS[stop.kind].gap
            return reached.without_date(why, stopped_on=stop.first_day, pauses=stop.kinds)
        if rule.kind == "right" and "after_aow" in rule.falls_away and self.case.aow_date:
            last = Reached(self.case.aow_date - timedelta(days=1))
            reached = reached.at_most(last, "aow_earlier")
        if forward and reached.gap:
            return reached
        gap = (
            self._falls_in_pause(rule, reached.day)
            or falls_away(rule, reached.day, self)
            or self._ended(rule, reached.day)
        )
        return reached.without_date(gap) if gap else reached

    def _falls_from(self, rule: Rule, reached: Reached, first_day: date) -> bool:
        """Whether a rule falls on `first_day` or later, or begins then where it has no last day."""
        if reached.day or reached.gap != "no_term" or rule.opens is None:
            return bool(reached.day and reached.day >= first_day)
        opens = self._count(rule.opens)
        return opens.gap in STOPPED or bool(opens.day and opens.day >= first_day)

    def _falls_in_pause(self, rule: Rule, day: date | None) -> Gap | None:
        """Why nobody can say whether a rule that falls on `day` still has that day.

        What was done by then was in time, whatever the day.
        """
        pause = self.clock.kind_of_pause_on(day) if day else None
        if pause is None:
            return None
        term, done = self._by_law(rule).term, self.done_on(rule.id)
        if term is None or term.kind not in MAY_FALL_IN_PAUSE:
            return None
        return None if done and day and done <= day else KINDS_OF_PAUSE[pause].falls_in

    def _ended(self, rule: Rule, day: date | None) -> Gap | None:
        """Why a rule that would fall on `day` comes too late to be asked."""
        falls = day or self._opens(rule)
        return CONTRACT if ends_with_contract(rule, falls, self) else self._never_begins(rule, day)

    def _never_begins(self, rule: Rule, day: date | None) -> Gap | None:
        if day is None or rule.kind not in {"duty", "right"}:
            return None
        opens = self._opens(rule)
        return "never_begins" if opens and day < opens else None

    def _dating(self, rule: Rule, version: Version, day: date) -> date:
        """The day that decides whether a version is the law for a term that points to `day`."""
        if version.dated_by == "first_sick_day":
            return self.clock.first_day
        return (self._opens(rule) or day) if version.dated_by == "from" else day

    def _by_law(self, rule: Rule) -> ByLaw:
        """The date by the version of the rule that is the law for that date, and its term."""
        if not rule.versions:
            return ByLaw(without_term(rule))
        for version in reversed(rule.versions):
            reached = self._count(version.term)
            if reached.day is None or version.has_begun(self._dating(rule, version, reached.day)):
                return ByLaw(reached, version.term)
        first = rule.versions[0]
        reached = self._count(first.term).without_date("not_yet_law", valid_from=first.valid_from)
        return ByLaw(reached, first.term)


@cache
def _may_be_never_late(rule: Rule) -> bool:
    return any(version.term.kind == IN_TIME_WITHOUT_LETTER for version in rule.versions)


def without_term(rule: Rule) -> Reached:
    """Why a rule without a term has no date."""
    return undated("if_it_happens" if rule.kind == "event" else "no_term")


# What is said of an event without a day of its own, by what the case tells of it.
HAPPENS: Mapping[Told, str] = {
    "done": "it_happens",
    "not_done": "it_does_not_happen",
    "not_known": "it_may_happen",
}


def _as_told(deadline: Reached, told: Told) -> Reached:
    """Of an event that somebody told of, nobody says that this guide does not know."""
    if deadline.gap != "if_it_happens" or told == "not_told":
        return deadline
    return deadline._replace(trace=()).remark(HAPPENS[told])


def _endings(case: Case, clock: Clock) -> Iterator[tuple[str, date]]:
    """The last days before what ends something in this case, by what ends it."""
    if clock.stopped_on:
        yield END_OF_PERIOD, clock.stopped_on - ONE_DAY
    if case.contract_end:
        yield CONTRACT, case.contract_end
    if case.aow_date:
        yield AOW, case.aow_date - ONE_DAY


def _not_covered(rulebook: Rulebook, clock: Clock) -> Reached | None:
    """No date for a period that began before the first day that the rules cover."""
    covers_from = rulebook.covers_from
    if clock.first_day >= covers_from:
        return None
    return Reached().without_date("not_covered", covers_from=covers_from)


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
