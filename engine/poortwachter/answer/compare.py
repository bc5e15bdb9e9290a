"""Two cases on one day, side by side: the steps and moments that have other dates, and no others."""

from datetime import date
from typing import Any, Literal, NamedTuple

from poortwachter.answer.check import check
from poortwachter.answer.model import SCHEMA, Answer, Entry, Moment, clock_to_dict
from poortwachter.answer.status import DONE, STATUS_OF_GAP, Status
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rule
from poortwachter.timeline.trace import Reached

# Why there is no last day: it is not asked, or nobody can say. What never has one is neither.
Without = Literal["not_needed", "unknown"]

# What is told of each side: the same fields as in the answer to one case.
TOLD = ("status", "from", "due", "done", "date", "at_least")


class Dates(NamedTuple):
    """What is compared of a step or a moment; `day` is its last day, or the day of a moment.

    The first day of what is not needed, or not to be said, means nothing: it is left out.
    """

    opens: date | None = None
    day: date | None = None
    done: date | None = None
    at_least: bool = False
    without: Without | None = None

    @property
    def earliest(self) -> date | None:
        """Where it stands among others: by its last day where there is one."""
        return self.day or self.opens or self.done


# Of what a case does not have.
NEVER = Dates(without="not_needed")


class Difference(NamedTuple):
    """A step or moment that has other dates in the second case; None where a case does not have it."""

    rule: Rule
    number: int | None
    first: Entry | Moment | None
    second: Entry | Moment | None

    @property
    def dates(self) -> tuple[Dates, Dates]:
        """What is compared, of the first case and of the second."""
        return _dates(self.first), _dates(self.second)

    @property
    def earliest(self) -> date:
        """Where it stands among others, whichever case comes first."""
        return min(filter(None, [each.earliest for each in self.dates]), default=date.max)

    def title(self, language: str) -> str:
        """The name of the rule, with the number of the time where it recurs."""
        return self.rule.title(self.number, language)

    def to_dict(self, language: str) -> dict[str, Any]:
        """An entry of `differences`; dates are ISO 8601."""
        number = {} if self.number is None else {"n": self.number}
        return {
            "id": self.rule.id,
            **number,
            "kind": self.rule.kind,
            "name": self.rule.words[language].name,
            "first": _told(self.first, language),
            "second": _told(self.second, language),
        }


class Comparison(NamedTuple):
    """Both answers, and what differs between them, by day."""

    first: Answer
    second: Answer
    differences: tuple[Difference, ...]

    def to_dict(self, language: str = DUTCH) -> dict[str, Any]:
        """The comparison as plain data, ready for JSON."""
        return {
            "schema": SCHEMA,
            "rules": self.first.rules,
            "on": self.first.on.isoformat(),
            "first": {"clock": clock_to_dict(self.first.clock, self.first.on)},
            "second": {"clock": clock_to_dict(self.second.clock, self.second.on)},
            "differences": [each.to_dict(language) for each in self.differences],
        }


# By the rule and, where that recurs, which time it is.
Found = dict[tuple[Rule, int | None], Entry | Moment]


@asks(check)
def compare(first: Case, second: Case, *, on: date) -> Comparison:
    """What has other dates in the second case, as both stand on the day `on`."""
    return compared(check(first, on=on), check(second, on=on))


def compared(first: Answer, second: Answer) -> Comparison:
    """The same of two answers, which are of the same day."""
    ours, theirs = _by_name(first), _by_name(second)
    pairs = [
        Difference(rule, number, _found(ours, rule, number), _found(theirs, rule, number))
        for rule, number in ours | theirs
    ]
    found = [each for each in pairs if _differs(each)]
    return Comparison(first, second, tuple(sorted(found, key=lambda each: each.earliest)))


def _differs(each: Difference) -> bool:
    """Whether dates differ; of what both cases have without any, whether it is not needed or unknown."""
    first, second = each.dates
    if each.first and each.second and not (first.earliest or second.earliest):
        return {first.without, second.without} == {"not_needed", "unknown"}
    return first != second


def _by_name(answer: Answer) -> Found:
    """Each step, then each moment."""
    found: Found = {
        (each.occurrence.rule, each.occurrence.number): each for each in answer.obligations
    }
    return found | {(each.rule, None): each for each in answer.moments}


def _found(found: Found, rule: Rule, number: int | None) -> Entry | Moment | None:
    """What recurs and has no day for its first time has none for those after it: they stand alike."""
    first = found.get((rule, 1))
    if (rule, number) in found or not isinstance(first, Entry) or first.occurrence.deadline.day:
        return found.get((rule, number))
    occurrence = first.occurrence._replace(number=number, done=())
    return first._replace(occurrence=occurrence, status=_by_gap(first) or first.status)


def _dates(each: Entry | Moment | None) -> Dates:
    if each is None:
        return NEVER
    return _of_moment(each.reached) if isinstance(each, Moment) else _of_step(each)


def _of_moment(reached: Reached) -> Dates:
    if reached.day:
        return Dates(day=reached.day, at_least=reached.at_least)
    never = reached.gap and STATUS_OF_GAP[reached.gap] == "not_applicable"
    return Dates(without="not_needed" if never else "unknown")


def _of_step(entry: Entry) -> Dates:
    occurrence, deadline = entry.occurrence, entry.occurrence.deadline
    without = None if deadline.day else _without(entry)
    opens = None if without else occurrence.opens
    done = next(iter(occurrence.done), None)
    at_least = deadline.at_least and bool(deadline.day or opens)
    return Dates(opens, deadline.day, done, at_least, without)


def _without(entry: Entry) -> Without | None:
    """Why there is no last day: also of what was done, and not because nobody knows whether it was."""
    by_gap = _by_gap(entry)
    status = by_gap if entry.status in DONE else entry.status
    if status == "not_applicable":
        return "not_needed"
    return "unknown" if status == by_gap == "unknown" else None


def _by_gap(entry: Entry) -> Status | None:
    """What the lack of a last day says; of what only may happen it says nothing."""
    gap = entry.occurrence.deadline.gap
    return STATUS_OF_GAP[gap] if gap and gap != "if_it_happens" else None


def _told(each: Entry | Moment | None, language: str) -> dict[str, Any] | None:
    if each is None:
        return None
    return {name: value for name, value in each.to_dict(language).items() if name in TOLD}
