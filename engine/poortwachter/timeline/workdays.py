"""Working days: not Saturday, Sunday or a day that the Algemene termijnenwet (art. 3) names."""

from datetime import date, timedelta

from poortwachter.i18n.locales import remembered
from poortwachter.law.rulebook import Rulebook
from poortwachter.timeline.clock import ONE_DAY
from poortwachter.timeline.known import Known
from poortwachter.timeline.trace import Reached

SATURDAY = 5

# In weeks: a term of more than these ends on any day (Algemene termijnenwet art. 4(a)).
LONGEST_MOVED = 12


@remembered
def last_working_day(day: date, rulebook: Rulebook) -> date | None:
    """The last working day on or before `day`; None where the table of public holidays ends.

    Most terms do not move to a later working day (Algemene termijnenwet art. 1(2), 4; those that
    do have moved by then); this is the last day on which the post goes out and an office answers.
    """
    return _working_day(day, -ONE_DAY, rulebook)


def first_working_day(day: date, rulebook: Rulebook) -> date | None:
    """The first working day on or after `day`; None where the table of public holidays ends."""
    return _working_day(day, ONE_DAY, rulebook)


def to_working_day(reached: Reached, known: Known, weeks: int) -> Reached:
    """A term of so many weeks in a law, ending on a working day.

    Algemene termijnenwet art. 1(1); a longer term does not move (art. 4(a)). Beyond the table of
    public holidays it stays.
    """
    moves = reached.day and weeks <= LONGEST_MOVED
    day = known.first_working_day(reached.day) if reached.day and moves else None
    return reached.then("to_working_day", day) if day and day != reached.day else reached


def _working_day(day: date, towards: timedelta, rulebook: Rulebook) -> date | None:
    if not rulebook.covers_from <= day <= rulebook.holidays_until:
        return None
    while day.weekday() >= SATURDAY or day in rulebook.holidays:
        day += towards
    return day
