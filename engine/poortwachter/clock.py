"""The clock: it counts days of sickness, because the law does, and knows on which date each falls."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from poortwachter.case import Case, Recovery

ONE_DAY = timedelta(days=1)

# Periods are added up when less than four weeks lie between them (WIA art. 23(3),
# BW art. 7:629(10), ZW art. 38(1)); after four weeks a new period starts.
NEW_PERIOD_AFTER = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days in between that do not count, both ends included."""

    first_day: date
    last_day: date

    @property
    def length(self) -> timedelta:
        """How long the pause lasts, first and last day included."""
        return self.last_day - self.first_day + ONE_DAY


@dataclass(frozen=True, slots=True)
class Clock:
    """One period of sickness.

    `pauses` are in order, apart from each other, and each shorter than four weeks.
    `stopped_on` is the first day of a recovery that has not ended or that ended the period.
    """

    first_day: date
    pauses: tuple[Pause, ...] = ()
    stopped_on: date | None = None

    @classmethod
    def of(cls, case: Case, on: date) -> Self:
        """The period that counts on the day `on`: the last one that had begun by then."""
        periods = cls.periods(case)
        begun = [period for period in periods if period.first_day <= on]
        return begun[-1] if begun else periods[0]

    @classmethod
    def periods(cls, case: Case) -> list[Self]:
        """Every period of sickness in a case: four weeks of recovery end one."""
        first_day, pauses, periods = case.first_sick_day, list[Pause](), list[Self]()
        for recovery in _merged(case.recoveries):
            pause = Pause(recovery.first_day, recovery.last_day or date.max - ONE_DAY)
            if pause.length < NEW_PERIOD_AFTER:
                pauses.append(pause)
                continue
            periods.append(cls(first_day, tuple(pauses), recovery.first_day))
            if recovery.last_day is None:
                return periods
            first_day, pauses = recovery.last_day + ONE_DAY, []
        return [*periods, cls(first_day, tuple(pauses))]

    def nth_day(self, number: int) -> date:
        """The date of the nth day of sickness; the first day is number 1."""
        day = self.first_day + timedelta(days=number - 1)
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

    def paused_days(self, until: date) -> int:
        """How many days up to and including `until` did not count."""
        return sum(
            (min(pause.last_day, until) - pause.first_day).days + 1
            for pause in self.pauses_before(until)
        )

    def pauses_before(self, day: date) -> tuple[Pause, ...]:
        """The pauses that began on or before `day`."""
        return tuple(pause for pause in self.pauses if pause.first_day <= day)

    def recovered(self, on: date) -> bool:
        """Whether `on` is a day of recovery."""
        if self.stopped_on and self.stopped_on <= on:
            return True
        return any(pause.first_day <= on <= pause.last_day for pause in self.pauses)


def _merged(recoveries: Iterable[Recovery]) -> list[Recovery]:
    """Recoveries in order, those that touch or overlap made one."""
    merged: list[Recovery] = []
    for recovery in sorted(recoveries, key=lambda recovery: recovery.first_day):
        last = merged[-1].last_day if merged else None
        if last and recovery.first_day <= last + ONE_DAY:
            end = recovery.last_day and max(last, recovery.last_day)
            merged[-1] = Recovery(merged[-1].first_day, end)
        else:
            merged.append(recovery)
    return merged
