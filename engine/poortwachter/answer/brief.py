"""The answer in short, for who has many cases: statuses and dates, without words, traces and sources."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple, TypedDict

from poortwachter.answer.check import entries_of, moments_of
from poortwachter.answer.model import Entry, Moment
from poortwachter.answer.status import DONE, Status
from poortwachter.case.model import Case
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rule, Rulebook, load
from poortwachter.timeline.clock import Clock
from poortwachter.timeline.facts import with_steps
from poortwachter.timeline.scenarios import outcomes


class BriefStep(TypedDict):
    """How one step stands, as plain data: a part of what an answer says of it."""

    status: Status
    due: str | None
    done: str | None
    told: bool


class BriefLine(TypedDict):
    """What `Brief.to_dict` gives; moments without a date are left out."""

    label: str | None
    week: int
    obligations: dict[str, BriefStep]
    moments: dict[str, str]


class Brief(NamedTuple):
    """How a case stands on a day; every entry and moment is the one of the whole answer.

    `obligations` are those that must be done, by law or custom: each obligation, and what happens
    (an event) once it has a last day.
    """

    label: str | None
    on: date
    clock: Clock
    obligations: tuple[Entry, ...]
    moments: tuple[Moment, ...]

    def to_dict(self) -> BriefLine:
        """One line of `--format brief`: of what recurs the first time that is not done."""
        return {
            "label": self.label,
            "week": self.clock.week(self.on),
            "obligations": {each.occurrence.rule.id: _step(each) for each in _once(self)},
            "moments": {each.rule.id: str(each.day) for each in self.moments if each.day},
        }


@asks(outcomes, with_steps)
def brief(case: Case, *, on: date, unknown: Collection[str] = ()) -> Brief:
    """How what must be done in a case stands on the day `on`.

    It takes what `check` takes, and stands on the same outcomes.
    """
    rulebook = _rulebook()
    found = outcomes(rulebook, with_steps(rulebook, case, unknown), on)
    entries = tuple(filter(_is_asked, entries_of(found, on)))
    return Brief(case.label, on, found[0].timeline.clock, entries, moments_of(found))


@cache
def _rulebook() -> Rulebook:
    return load().laying(_may_be_asked)


def _may_be_asked(rule: Rule) -> bool:
    return rule.kind == "obligation" or (rule.kind == "event" and bool(rule.versions))


def _is_asked(entry: Entry) -> bool:
    occurrence = entry.occurrence
    return occurrence.rule.kind == "obligation" or occurrence.deadline.day is not None


def _once(brief: Brief) -> Iterator[Entry]:
    """Each step once: of what recurs the first time that is not done, or else the last."""
    chosen: dict[str, Entry] = {}
    for entry in brief.obligations:
        before = chosen.get(entry.occurrence.rule.id)
        if before is None or before.status in DONE:
            chosen[entry.occurrence.rule.id] = entry
    return iter(chosen.values())


def _step(entry: Entry) -> BriefStep:
    due, done = entry.occurrence.deadline.day, entry.occurrence.done
    return {
        "status": entry.status,
        "due": str(due) if due else None,
        "done": str(done[0]) if done and done[0] else None,
        "told": entry.is_told,
    }
