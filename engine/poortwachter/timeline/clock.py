"""The clock: it counts days of sickness, because the law does, and knows on which date each falls."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple, Self

from poortwachter.case.model import Case
from poortwachter.law.rulebook import load
from poortwachter.timeline.pauses import KINDS_OF_PAUSE, MIXED, PauseKind

ONE_DAY = timedelta(days=1)

# The last day of a pause that has not ended; there is a day after it, as after any other.
NO_END = date.max - ONE_DAY


def new_period_weeks(first_day: date) -> int:
    """After how many weeks without sickness, counted from `first_day`, a new period starts.

    Less than that between them, and periods are added up (WIA art. 23(3), BW art. 7:629(10),
    ZW art. 38(1)). The law of the first day without sickness decides.
    """
    return load().constant("nieuwe-periode").on(first_day)


class Pause(NamedTuple):
    """Days in between on which nobody was sick, both ends included.

    `kind` says why. A `mixed` one is made of several kinds that touch or overlap: `parts`, in the
    order in which they began. `joins`: whether the sickness before and after it is one
    period however long it lasts: leave, when the cause is the same (WIA art. 23(3) and (5)).
    """

    kind: PauseKind
    first_day: date
    last_day: date
    joins: bool = False
    parts: "tuple[Pause, ...]" = ()

    @property
    def length(self) -> timedelta:
        """How long it lasts, first and last day included."""
        return self.last_day - self.first_day + ONE_DAY

    @property
    def resumes(self) -> bool:
        """Whether the period goes on after it."""
        return self.joins or self.length.days < 7 * new_period_weeks(self.first_day)

    def kind_on(self, day: date) -> PauseKind | None:
        """Why `day` does not count, by the order of the kinds. None: it counts."""
        if not self.first_day <= day <= self.last_day:
            return None
        kinds = [part.kind_on(day) for part in self.parts] or [self.kind]
        return next((kind for kind in KINDS_OF_PAUSE if kind in kinds), None)

    @property
    def kinds(self) -> tuple[PauseKind, ...]:
        """The kinds that are in it, in their order: one, or several of a mixed one."""
        found = {each.kind for each in self.parts or (self,)}
        return tuple(kind for kind in KINDS_OF_PAUSE if kind in found)

    @property
    def recoveries(self) -> "tuple[Pause, ...]":
        """The recoveries in it, of which it may be one itself."""
        return tuple(each for each in self.parts or (self,) if each.kind == "recovery")


class Clock(NamedTuple):
    """One period of sickness.

    `pauses` are in order and apart from each other. `stopped_by` is the pause that ended the
    period, or that has not ended itself.
    """

    first_day: date
    pauses: tuple[Pause, ...] = ()
    stopped_by: Pause | None = None

    @classmethod
    def of(cls, case: Case, on: date) -> Self:
        """The period that counts on the day `on`: the last one that had begun by then."""
        periods = cls.periods(case)
        begun = [period for period in periods if period.first_day <= on]
        return begun[-1] if begun else periods[0]

    @classmethod
    def periods(cls, case: Case) -> list[Self]:
        """Every period of sickness in a case: enough weeks without sickness end one.

        Leave of which the cause is not known counts as leave of another cause here.
        """
        first_day, pauses, periods = case.first_sick_day, list[Pause](), list[Self]()
        for pause in pauses_of(case):
            if pause.resumes:
                pauses.append(pause)
                continue
            periods.append(cls(first_day, tuple(pauses), pause))
            if pause.last_day == NO_END:
                return periods
            first_day, pauses = pause.last_day + ONE_DAY, []
        return [*periods, cls(first_day, tuple(pauses))]

    @property
    def stopped_on(self) -> date | None:
        """The first day that is not counted any more."""
        return self.stopped_by.first_day if self.stopped_by else None

    def nth_day(self, number: int) -> date:
        """The date of the nth day of sickness; the first day is number 1."""
        day = date.fromordinal(self.first_day.toordinal() + number - 1)
        for pause in self.pauses:
            if pause.first_day > day:
                break
            day += pause.length
        return day

    def sick_days(self, until: date) -> int:
        """How many days of sickness there were up to and including `until`."""
        if self.stopped_on:
            until = min(until, self.stopped_on - ONE_DAY)
        days = (until - self.first_day).days + 1 - self.paused_days(until)
        return max(days, 0)

    def week(self, until: date) -> int:
        """The week of sickness that `until` falls in; 0 before the first day."""
        return (self.sick_days(until) + 6) // 7

    def paused_days(self, until: date) -> int:
        """How many days up to and including `until` did not count."""
        return sum(
            (min(pause.last_day, until) - pause.first_day).days + 1
            for pause in self.pauses_before(until)
        )

    def pauses_before(self, day: date) -> tuple[Pause, ...]:
        """The pauses that began on or before `day`."""
        return tuple([pause for pause in self.pauses if pause.first_day <= day])

    def kind_of_pause_on(self, day: date) -> PauseKind | None:
        """Why `day` does not count; None on a day of sickness."""
        if not self.pauses and not self.stopped_by:
            return None
        found = [*self.pauses, *filter(None, [self.stopped_by])]
        return next(filter(None, (pause.kind_on(day) for pause in found)), None)

    def pause_until(self, day: date) -> date | None:
        """The last day of what `day` is in and of its kind; None on a day of sickness, or without end."""
        found = [*self.pauses, *filter(None, [self.stopped_by])]
        parts = (part for pause in found for part in pause.parts or (pause,))
        kind = self.kind_of_pause_on(day)
        ends = (each.last_day for each in parts if kind and each.kind_on(day) == kind)
        last_day = max(ends, default=NO_END)
        return None if last_day == NO_END else last_day

    def recovered(self, on: date) -> bool:
        """Whether `on` is a day of recovery."""
        return self.kind_of_pause_on(on) == "recovery"


def pauses_of(case: Case) -> list[Pause]:
    """The pauses of a case in order, those that touch or overlap made one.

    Leave joins two periods only when sickness adjoins it on both sides, so not together with
    a recovery.
    """
    return list(_merged(told_pauses(case)))


def told_pauses(case: Case) -> list[Pause]:
    """The pauses as they were told, in order; of one day, in the order of their kinds."""
    found = (
        Pause(kind, row.first_day, row.last_day or NO_END, joins=each.joins(row))
        for kind, each in KINDS_OF_PAUSE.items()
        for row in getattr(case, each.rows)
    )
    return sorted(found, key=lambda pause: pause.first_day)


def _merged(ordered: Iterable[Pause]) -> Iterator[Pause]:
    last: Pause | None = None
    for pause in ordered:
        if last and pause.first_day <= last.last_day + ONE_DAY:
            last = _joined(last, pause)
            continue
        if last:
            yield last
        last = pause
    if last:
        yield last


def _joined(one: Pause, other: Pause) -> Pause:
    """Two that touch or overlap as one; `parts` tells them apart where they differ in kind."""
    last_day = max(one.last_day, other.last_day)
    if one.kind == other.kind:
        return one._replace(joins=one.joins and other.joins, last_day=last_day)
    parts = (*(one.parts or (one,)), other)
    return Pause(MIXED, one.first_day, last_day, parts=parts)
