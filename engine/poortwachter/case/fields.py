"""What may be asked: the kinds of field of which the records of a case are made.

A record names its fields once, each with the kind of its question:

    aow_date: Annotated[date | None, Day(ahead=True, may_be_unknown=True)] = None

Whatever reads, writes, tells or describes a case walks over these. A kind says what holds for a
question; its words stand in rules/messages.yaml.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

# What was told, by the names of a record's fields, as deep as the records go: days are dates.
Facts = Mapping[str, Any]


class Day(NamedTuple):
    """One day.

    Attributes:
        ahead: whether it may be still to come when somebody fills it in.
        may_be_blank: whether an empty day in the form means that it has not come yet.
        may_be_unknown: whether somebody may say that it applies, without knowing when.
        may_not_come: whether null says that it did not come, which is an answer: what is left out
            was not told.
    """

    ahead: bool = False
    may_be_blank: bool = False
    may_be_unknown: bool = False
    may_not_come: bool = False


class YesNo(NamedTuple):
    """Yes, no, or not known."""


class Weeks(NamedTuple):
    """A number of weeks, at least one.

    Attributes:
        may_be_unknown: whether somebody may say that it applies, without knowing how long.
    """

    may_be_unknown: bool = False


class Percentage(NamedTuple):
    """A whole number from 1 to 100, or not known."""


class Text(NamedTuple):
    """Words of one's own, of characters that can be seen. They stay with who wrote them: no link takes them.

    Attributes:
        longest: how many characters it may have.
    """

    longest: int


class Rows(NamedTuple):
    """Periods, each a record with a `first_day` and a `last_day`.

    Attributes:
        record: what each of them is.
        may_be_unknown: whether somebody may say that there was one, without knowing when.
        from_first_day: whether one may begin on the first sick day itself; else it comes after it,
            and only the last one may lack its end.
    """

    record: type[Any]
    may_be_unknown: bool = False
    from_first_day: bool = False


class Nested(NamedTuple):
    """Questions that belong together, in a record of their own."""

    record: type[Any]


class Steps(NamedTuple):
    """What was said of each step, by the id of its rule.

    A day or several on which it was done, True when that day is not known; False when it was not
    done, None when somebody does not know whether it was. What is left out, nobody told.
    """


FieldKind = Day | YesNo | Weeks | Percentage | Text | Rows | Nested | Steps


def may_not_come(kind: FieldKind) -> bool:
    """Whether null says that the day did not come."""
    return isinstance(kind, Day) and kind.may_not_come


def fields_of(record: type[Any]) -> dict[str, FieldKind]:
    """The fields of a record in its order, each with the kind of its question."""
    return {name: hint.__metadata__[0] for name, hint in record.__annotations__.items()}


def required(record: type[Any]) -> tuple[str, ...]:
    """The fields of a record that must be given."""
    return tuple(name for name in record._fields if name not in record._field_defaults)


def paths_of(record: type[Any], path: str = "") -> Iterator[str]:
    """The paths of all questions of a record, as `wage_extension.sanction_weeks`; rows are one."""
    for name, kind in fields_of(record).items():
        if isinstance(kind, Nested):
            yield from paths_of(kind.record, f"{path}{name}.")
        else:
            yield path + name


def names_of(record: type[Any]) -> Iterator[str]:
    """The names of all fields of a record, as deep as the records go."""
    for name, kind in fields_of(record).items():
        yield name
        if isinstance(kind, Nested | Rows):
            yield from names_of(kind.record)


def without_date(record: type[Any], path: str = "") -> Iterator[str]:
    """The paths of what may apply though nobody knows when, as `wage_extension.sanction_weeks`."""
    for name, kind in fields_of(record).items():
        if isinstance(kind, Nested):
            yield from without_date(kind.record, f"{path}{name}.")
        elif getattr(kind, "may_be_unknown", False):
            yield path + name


def days_of(
    fields: Mapping[str, FieldKind], facts: Facts, path: str = ""
) -> Iterator[tuple[str, Day, date]]:
    """Every day that was told, with its path and what holds for it."""
    for name, kind in fields.items():
        where, value = path + name, facts.get(name)
        match kind:
            case Day() if value is not None:
                yield where, kind, value
            case Rows(record):
                for i, row in enumerate(value or ()):
                    yield from days_of(fields_of(record), row, f"{where}[{i}].")
            case Nested(record):
                yield from days_of(fields_of(record), value or {}, f"{where}.")
            case Steps():
                for step, when in (value or {}).items():
                    yield from _days_done(f"{where}.{step}", when)


def _days_done(where: str, when: Any) -> Iterator[tuple[str, Day, date]]:
    if isinstance(when, list):
        for i, day in enumerate(when):
            yield f"{where}[{i}]", Day(), day
    elif isinstance(when, date):
        yield where, Day(), when
