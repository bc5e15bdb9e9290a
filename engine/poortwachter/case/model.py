"""The case: what is known of one period of sickness. Everything but the first day may be left out.

Each field of a record is a question; how to add one is told in CONTRIBUTING.md.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, NamedTuple, Self

from poortwachter.case.fields import (
    Day,
    Facts,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Text,
    Weeks,
    YesNo,
    fields_of,
)
from poortwachter.case.parser import read_facts

# The days on which something was done; None where the day is not known.
Days = tuple[date | None, ...]

# What was said of a step: done on these days, False: not done, None: not known whether it was.
Said = Days | Literal[False] | None

# The same without the days.
Told = Literal["done", "not_done", "not_known", "not_told"]

# By the id of a rule. What is not in it, nobody told.
Done = Mapping[str, Said]

# What is in a case when nobody answered a question of which null is an answer.
NOT_TOLD: Final = "not_told"


class Recovery(NamedTuple):
    """Whole days of full recovery for the own work, both ends included.

    Attributes:
        first_day: After the first sick day.
        last_day: On or after the first day. Without one: still recovered.
    """

    first_day: Annotated[date, Day()]
    last_day: Annotated[date | None, Day(ahead=True, may_be_blank=True)] = None


class PartialRecovery(NamedTuple):
    """Days on which part of the work was possible, both ends included: for the record.

    It is no recovery, so it moves no date.

    Attributes:
        first_day: On or after the first sick day.
        last_day: On or after the first day. Without one: still so.
        percentage: How much of the own hours was worked; null: not known.
    """

    first_day: Annotated[date, Day()]
    last_day: Annotated[date | None, Day(ahead=True, may_be_blank=True)] = None
    percentage: Annotated[int | None, Percentage()] = None


class Leave(NamedTuple):
    """Pregnancy and maternity leave (WAZO), both ends included.

    Attributes:
        first_day: After the first sick day.
        last_day: On or after the first day.
        same_cause: Whether the sickness after it has the same cause as before, says the company
            doctor; null: not known.
    """

    first_day: Annotated[date, Day(ahead=True)]
    last_day: Annotated[date, Day(ahead=True)]
    same_cause: Annotated[bool | None, YesNo()] = None


class Outlook(NamedTuple):
    """What the company doctor (bedrijfsarts) expects.

    Attributes:
        long_absence: Whether long absence threatens; null: not known.
        work_possible: Whether any work is possible, now or later; null: not known.
    """

    long_absence: Annotated[bool | None, YesNo()] = None
    work_possible: Annotated[bool | None, YesNo()] = None


class WageExtension(NamedTuple):
    """Why wage goes on after 104 weeks.

    Attributes:
        voluntary_until: Last day of an extension that both parties asked for.
        sanction_weeks: How many weeks a wage sanction (loonsanctie) lasts.
        sanction_repair_found: The day on which UWV found that the shortcoming was repaired;
            needs sanction_weeks.
    """

    voluntary_until: Annotated[date | None, Day(ahead=True, may_be_unknown=True)] = None
    sanction_weeks: Annotated[int | None, Weeks(may_be_unknown=True)] = None
    sanction_repair_found: Annotated[date | None, Day(may_be_blank=True)] = None


class Case(NamedTuple):
    """One case of sickness.

    Attributes:
        first_sick_day: First day of incapacity: the first working day on which, through sickness,
            no work was done or work stopped (WIA art. 23(2)).
        recoveries: Whole days of full recovery for the own work, in any order. Only the last one
            may be without an end.
        leaves: Pregnancy and maternity leave (WAZO), in any order.
        aow_date: The day on which the employee reaches the state pension (AOW) age.
        contract_end: Last day of the employment contract, if it ends.
        outlook: What the company doctor (bedrijfsarts) expects.
        done: What was said of each step, by the id of the rule (`poortwachter rules` lists them):
            done, not done, or not known. What is left out was not told.
        wage_extension: Why wage goes on after 104 weeks.
        uwv_letter: The day on which UWV's letter about the WIA application came (WIA art. 64(2));
            null: none came. What is left out was not told.
        sickness_benefit: Whether UWV pays sickness benefit (ziekengeld) for this sickness while
            the contract runs (ZW art. 29(2)(e), (f) or (g)); null: not known. Never which kind.
        partial_recoveries: Days on which part of the work was possible, in any order, for the
            record: they move no date.
        label: Your own label of the case, of at most 80 characters. It stands in no answer, only
            in a calendar, a list of cases and the names of files, and no link carries it.
    """

    first_sick_day: Annotated[date, Day()]
    recoveries: Annotated[tuple[Recovery, ...], Rows(Recovery, may_be_unknown=True)] = ()
    leaves: Annotated[tuple[Leave, ...], Rows(Leave, may_be_unknown=True)] = ()
    aow_date: Annotated[date | None, Day(ahead=True, may_be_unknown=True)] = None
    contract_end: Annotated[date | None, Day(ahead=True, may_be_unknown=True)] = None
    outlook: Annotated[Outlook, Nested(Outlook)] = Outlook()
    done: Annotated[Done, Steps()] = {}  # noqa: RUF012 nobody changes a Mapping
    wage_extension: Annotated[WageExtension, Nested(WageExtension)] = WageExtension()
    uwv_letter: Annotated[date | Literal["not_told"] | None, Day(may_not_come=True)] = NOT_TOLD
    sickness_benefit: Annotated[bool | None, YesNo()] = None
    partial_recoveries: Annotated[
        tuple[PartialRecovery, ...], Rows(PartialRecovery, from_first_day=True)
    ] = ()
    label: Annotated[str | None, Text(longest=80)] = None

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Read a case as it comes from JSON.

        Raises:
            InvalidInputError: with every problem, each at its field.
        """
        return cls.of(read_facts(cls, data))

    @classmethod
    def of(cls, facts: Facts) -> Self:
        """The case that these facts make, as `read_facts` gives them; days are put in order."""
        kinds = fields_of(cls)
        return cls(**{name: _made(kinds[name], value) for name, value in facts.items()})

    def days_done(self, rule: str) -> Days:
        """When a step was done; nothing where it was not, or where nobody knows or told."""
        return self.done.get(rule) or ()

    def told_of(self, rule: str) -> Told:
        """What was said of a step; that it is not known is something else than nothing."""
        if rule not in self.done:
            return "not_told"
        said = self.done[rule]
        if said is None:
            return "not_known"
        return "done" if said else "not_done"


def _made(kind: FieldKind, value: Any) -> Any:
    match kind:
        case Rows(record):
            rows = [record(**row) for row in value]
            return tuple(sorted(rows, key=lambda row: (row.first_day, row.last_day or date.max)))
        case Nested(record):
            return record(**value)
        case Steps():
            return {name: _said(when) for name, when in value.items() if when != []}
    return value


def _said(when: Any) -> Said:
    if when is True:
        return (None,)
    if isinstance(when, list):
        return tuple(sorted(when))
    return (when,) if isinstance(when, date) else when
