"""Working days: not Saturday, Sunday or a day that the Algemene termijnenwet (art. 3) names."""

from datetime import date, timedelta

from poortwachter.i18n.locales import remembered
from poortwachter.law.rulebook import Rulebook
from poortwachter.timeline.clock import ONE_DAY

SATURDAY = 5


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


def _working_day(day: date, towards: timedelta, rulebook: Rulebook) -> date | None:
    if not rulebook.covers_from <= day <= rulebook.holidays_until:
        return None
    while day.weekday() >= SATURDAY or day in rulebook.holidays:
        day += towards
    return day
