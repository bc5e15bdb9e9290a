"""The answer: plain data, the same from the command, from Python and in the browser."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from poortwachter.answer.status import FINISHED, Status
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import Message
from poortwachter.law.rulebook import Rule
from poortwachter.timeline.clock import Clock
from poortwachter.timeline.timeline import Occurrence
from poortwachter.timeline.trace import Reached, Step

SCHEMA = 1


def sources_of(rule: Rule) -> list[dict[str, str | None]]:
    """What a rule rests on. Copies, so that who changes an answer changes no other."""
    return [source.copy() for source in _same_sources(rule)]


@cache
def _same_sources(rule: Rule) -> list[dict[str, str | None]]:
    return [source.to_dict() for source in rule.sources]


class Notice(NamedTuple):
    """Something to look at: a code for programs, the field it is about, a sentence for people."""

    code: str
    field: str
    message: Message

    def to_dict(self, language: str = DUTCH) -> dict[str, str]:
        """An entry of `notices` in the answer."""
        return {"code": self.code, "field": self.field, "text": self.message.text(language)}


class Entry(NamedTuple):
    """How one rule stands: status, last day, last working day, and the proof.

    `is_long_open`: it has no last day that is known, and must have been done or begun by now.
    """

    occurrence: Occurrence
    status: Status
    days: int | None
    safe_due: date | None
    is_long_open: bool = False

    @property
    def is_told(self) -> bool:
        """Whether the case says that it was done, that it was not, or that this is not known."""
        return self.occurrence.told != "not_told"

    def is_to_come(self, on: date) -> bool:
        """Whether it has a last day and must still be done; of a recurring rule only the times ahead."""
        due = self.occurrence.deadline.day
        if due is None or self.status in FINISHED or not self.occurrence.must_be_done:
            return False
        return self.occurrence.number is None or due >= on

    def to_dict(
        self, language: str = DUTCH, sources: Callable[[Rule], object] = sources_of
    ) -> dict[str, Any]:
        """An entry of `obligations` in the answer; dates are ISO 8601."""
        rule, occurrence = self.occurrence.rule, self.occurrence
        number = {} if occurrence.number is None else {"n": occurrence.number}
        return {
            "id": rule.id,
            **number,
            "kind": rule.kind,
            "name": rule.words[language].name,
            "status": self.status,
            "told": self.is_told,
            "who": list(rule.who),
            "from": _iso(occurrence.opens),
            "due": _iso(occurrence.deadline.day),
            "safe_due": _iso(self.safe_due),
            "done": _iso(occurrence.done[0]) if occurrence.done else None,
            "days": self.days,
            **_at_least(occurrence.deadline),
            "strength": rule.strength,
            "trace": _trace(occurrence.deadline.trace, language),
            "sources": sources(rule),
            **self._fine(),
        }

    def _fine(self) -> dict[str, Any]:
        fine, due = self.occurrence.rule.fine, self.occurrence.deadline.day
        if fine is None or due is None or due < fine.valid_from:
            return {}
        steps = [
            {"from": _iso(due + timedelta(days=days)), "euros": euros} for days, euros in fine.steps
        ]
        text_of, certainty = fine.valid_from.isoformat(), fine.certainty
        return {"fine": {"text_of": text_of, "certainty": certainty, "steps": steps}}


class Moment(NamedTuple):
    """A day on which something begins or ends by itself."""

    rule: Rule
    reached: Reached

    @property
    def day(self) -> date | None:
        """The day, where there is one."""
        return self.reached.day

    @property
    def trace(self) -> tuple[Step, ...]:
        """The proof."""
        return self.reached.trace

    @property
    def at_least(self) -> bool:
        """Whether it is the earliest possible day, for a delay is still running."""
        return self.reached.at_least

    def to_dict(
        self, language: str = DUTCH, sources: Callable[[Rule], object] = sources_of
    ) -> dict[str, Any]:
        """An entry of `moments` in the answer; dates are ISO 8601."""
        return {
            "id": self.rule.id,
            "name": self.rule.words[language].name,
            "date": _iso(self.day),
            **_at_least(self.reached),
            "strength": self.rule.strength,
            "trace": _trace(self.trace, language),
            "sources": sources(self.rule),
        }


class Answer(NamedTuple):
    """What is outstanding, why, and by when, as it stands on the day `on`."""

    rules: str
    on: date
    clock: Clock
    obligations: tuple[Entry, ...]
    moments: tuple[Moment, ...]
    notices: tuple[Notice, ...]

    def to_dict(
        self, language: str = DUTCH, sources: Callable[[Rule], object] = sources_of
    ) -> dict[str, Any]:
        """The answer as plain data, ready for JSON; `sources` gives what stands for those of a rule."""
        return {
            "schema": SCHEMA,
            "rules": self.rules,
            "on": self.on.isoformat(),
            "clock": clock_to_dict(self.clock, self.on),
            "obligations": [entry.to_dict(language, sources) for entry in self.obligations],
            "moments": [moment.to_dict(language, sources) for moment in self.moments],
            "notices": [notice.to_dict(language) for notice in self.notices],
        }


def clock_to_dict(clock: Clock, on: date) -> dict[str, Any]:
    """The `clock` of an answer: the period of sickness as it stands on the day `on`."""
    return {
        "first_sick_day": clock.first_day.isoformat(),
        "week": clock.week(on),
        "sick_days": clock.sick_days(on),
        "paused_days": clock.paused_days(on),
        "recovered": clock.recovered(on),
        "spell": clock.kind_of_pause_on(on),
    }


def _at_least(reached: Reached) -> dict[str, bool]:
    return {"at_least": True} if reached.at_least else {}


def _trace(steps: tuple[Step, ...], language: str) -> list[dict[str, str | None]]:
    return [step.to_dict(language) for step in steps]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
