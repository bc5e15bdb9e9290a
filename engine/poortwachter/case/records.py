"""The facts of which a case is made: what happened in between, and what is expected."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

# Dates on which something was done; None where the date is not known.
Done = Mapping[str, tuple[date | None, ...]]


class Recovery(NamedTuple):
    """Whole days of full recovery for the own work, both ends included; None: still recovered."""

    first_day: date
    last_day: date | None = None


class Leave(NamedTuple):
    """Pregnancy and maternity leave (WAZO), both ends included.

    `same_cause`: does the sickness after it come from the same cause as before; None: not known.
    """

    first_day: date
    last_day: date
    same_cause: bool | None = None


class Outlook(NamedTuple):
    """What the bedrijfsarts expects; None: not known."""

    long_absence: bool | None = None
    work_possible: bool | None = None


class WageExtension(NamedTuple):
    """Why wage goes on after 104 weeks: by agreement, or by a sanction of so many weeks."""

    voluntary_until: date | None = None
    sanction_weeks: int | None = None
    sanction_repair_found: date | None = None
