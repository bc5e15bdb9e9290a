"""The case: what is known of one period of sickness. Everything but the first day may be left out."""

from datetime import date
from typing import NamedTuple, Self

from poortwachter.case.parser import read_case
from poortwachter.case.records import Done, Leave, Outlook, Recovery, WageExtension


class Case(NamedTuple):
    """One case of sickness.

    `first_sick_day` is the first working day on which, through sickness, no work was done or
    work stopped (WIA art. 23(2)). `contract_end` is the last day of the contract.
    """

    first_sick_day: date
    recoveries: tuple[Recovery, ...] = ()
    leaves: tuple[Leave, ...] = ()
    aow_date: date | None = None
    contract_end: date | None = None
    outlook: Outlook = Outlook()
    done: Done = {}  # noqa: RUF012 nobody changes a Mapping
    wage_extension: WageExtension = WageExtension()

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Read a case as it comes from JSON.

        Raises:
            InvalidInputError: with every problem, each at its field.
        """
        return cls(**read_case(data))
