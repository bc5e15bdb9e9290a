"""What a term or a condition may ask about a case."""

from datetime import date
from typing import Protocol

from poortwachter.case.model import Case
from poortwachter.law.rulebook import Constant, Rule
from poortwachter.timeline.clock import Clock
from poortwachter.timeline.trace import Reached, Step


class Known(Protocol):
    """What a term may ask about the case."""

    @property
    def case(self) -> Case:
        """The case itself."""
        ...

    @property
    def clock(self) -> Clock:
        """The period of sickness."""
        ...

    @property
    def beginning(self) -> tuple[Step, ...]:
        """The steps with which every count starts."""
        ...

    @property
    def not_applied_on(self) -> date | None:
        """The day on which there was still no WIA application, where that is counted with."""
        ...

    @property
    def noticed(self) -> bool | None:
        """Whether UWV knew of the sickness in time, where that is counted with and nobody told."""
        ...

    def reached(self, rule: str) -> Reached:
        """When another rule was done or, while it is not, when it must be."""
        ...

    def deadline(self, rule: str) -> Reached:
        """When another rule must be done, whether or not it was."""
        ...

    def counted(self, rule: str) -> Reached:
        """Another rule's date by the law of that date, whatever the case makes of it."""
        ...

    def done_on(self, rule: str) -> date | None:
        """When another rule was done, where that is known."""
        ...

    def first_working_day(self, day: date) -> date | None:
        """The first working day on or after `day`; None where the table of holidays ends."""
        ...

    def rule(self, name: str) -> Rule:
        """Another rule, for its words."""
        ...

    def constant(self, name: str) -> Constant:
        """What is counted with and is no rule's own term, to be asked with a day."""
        ...
