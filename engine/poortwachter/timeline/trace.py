"""A date with its proof: each step of the calculation, in words when somebody reads it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import Message
from poortwachter.law.rulebook import Condition
from poortwachter.timeline.pauses import PauseGap

# Why there is no date; each is also a step of rules/messages.yaml, and has its status in
# answer/status.py.
Gap = Literal[
    Condition,
    PauseGap,
    "after_contract",
    "report_none",
    "not_in_short_report",
    "waits_for",
    "never_begins",
    "no_term",
    "if_it_happens",
    "no_own_date",
    "not_yet_law",
    "not_covered",
    "applied_too_late",
    "waits_for_repair",
    "no_letter_came",
    "ask_cause",
    "ask_notice",
    "ask_grant",
    "ask_application",
    "ask_early",
]

# With these the first day decides how it stands; every other gap has one status.
LEFT_TO_THE_DAY: frozenset[Gap] = frozenset({"no_term", "applied_too_late"})


class Step:
    """One step of a calculation, with the date it came to.

    `name` is that of a step of rules/messages.yaml, `values` are what its sentence tells. Many
    proofs share a step, so it is put in words once.
    """

    def __init__(self, name: str, day: date | None, values: Mapping[str, object]) -> None:
        self.name = name
        self.day = day
        self.values = values
        self._texts: dict[str, str] = {}

    @property
    def tells_outcome(self) -> bool:
        """Whether it tells one way in which what is open may turn out."""
        return self.name.startswith("if_so")

    def text(self, language: str = DUTCH) -> str:
        """The step in words."""
        if language not in self._texts:
            self._texts[language] = Message("steps", self.name, self.values).text(language)
        return self._texts[language]

    def to_dict(self, language: str = DUTCH) -> dict[str, str | None]:
        """An entry of `trace` in the answer."""
        return {"text": self.text(language), "date": self.day.isoformat() if self.day else None}


class Reached(NamedTuple):
    """A date with its proof; without a date, `gap` says why there is none.

    `at_least`: it is the earliest possible date as things stand, for a delay is still running.
    """

    day: date | None = None
    trace: tuple[Step, ...] = ()
    gap: Gap | None = None
    at_least: bool = False

    def then(self, name: str, day: date, **values: object) -> "Reached":
        """The next step of the calculation, which comes to `day`."""
        values["day"] = day
        return Reached(day, (*self.trace, Step(name, day, values)), self.gap)

    def remark(self, name: str, **values: object) -> "Reached":
        """A step that leaves the date as it is."""
        return self._replace(trace=(*self.trace, _remark(name, values)))

    def without_date(self, gap: Gap, **values: object) -> "Reached":
        """No date after all, and why."""
        return Reached(None, (*self.trace, _remark(gap, values)), gap)

    def at_most(self, other: "Reached", name: str) -> "Reached":
        """The other date where that is earlier, with its proof."""
        if self.day is None or other.day is None or self.day <= other.day:
            return self
        return Reached(self.day, (*self.trace, *other.trace), self.gap).then(name, other.day)


@cache
def undated(gap: Gap) -> Reached:
    """No date in any case, and why."""
    return Reached().without_date(gap)


@cache
def _same_always(name: str) -> Step:
    return Step(name, None, {})


def _remark(name: str, values: Mapping[str, object]) -> Step:
    """A step without a date; where it tells nothing of the case, all cases share it."""
    return Step(name, None, values) if values else _same_always(name)
