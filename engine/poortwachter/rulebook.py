"""The law as data: what each rule says. It is written in rules/ and compiled to rules.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands; a page of UWV has no BWB id and no article."""

    law: str
    bwb: str | None
    article: str | None
    paragraph: str | None
    url: str
    read: str
    checked: str
    certainty: str

    def to_dict(self) -> dict[str, str | None]:
        """An entry of `sources` in the answer."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Term:
    """How a date is reached: `kind` names a function of terms.py, `of` another rule."""

    kind: str
    count: int = 0
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A term and the days, both included, between which it gives the date."""

    valid_from: date
    valid_to: date
    term: Term

    def holds_on(self, day: date) -> bool:
        """Whether this version is the law for a term that points to `day`."""
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, slots=True)
class Fine:
    """What being late may cost: from how many days late, how many euros, by which text."""

    valid_from: date
    certainty: str
    steps: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What people read of a rule, in one language."""

    name: str
    noun: str
    summary: str
    what: str | None = None
    tasks: Mapping[str, str] | None = None
    document: str | None = None
    contents: tuple[str, ...] = ()
    late: str | None = None
    not_needed: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """An obligation, a duty that goes on, a right, an event or a moment.

    `versions` are its terms, the one of today last; a rule without any has no date.
    """

    id: str
    kind: str
    who: tuple[str, ...]
    helps: tuple[str, ...]
    strength: str
    valid_from: date
    opens: Term | None
    versions: tuple[Version, ...]
    dated_by: str | None
    recurs_until: str | None
    only_with: str | None
    part_of: str | None
    falls_away: tuple[str, ...]
    not_during: tuple[str, ...]
    related: tuple[str, ...]
    fine: Fine | None
    words: Mapping[str, Words]
    sources: tuple[Source, ...]

    @property
    def term(self) -> Term | None:
        """The term of today."""
        return self.versions[-1].term if self.versions else None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A rule as the compiler of the rules wrote it."""
        return cls(
            id=data["id"],
            kind=data["kind"],
            who=tuple(data["who"]),
            helps=tuple(data.get("helps", ())),
            strength=data["strength"],
            valid_from=date.fromisoformat(data["valid_from"]),
            opens=_term(data.get("from")),
            versions=_versions(data),
            dated_by=data.get("dated_by"),
            recurs_until=data.get("recurs_until"),
            only_with=data.get("only_with"),
            part_of=data.get("part_of"),
            falls_away=tuple(data.get("falls_away", ())),
            not_during=tuple(data.get("not_during", ())),
            related=tuple(data.get("related", ())),
            fine=_fine(data.get("fine")),
            words={language: Words(**data[language]) for language in ("nl", "en")},
            sources=tuple(Source(**source) for source in data["sources"]),
        )


def _term(data: Mapping[str, Any] | None) -> Term | None:
    return Term(**data) if data else None


def _versions(data: Mapping[str, Any]) -> tuple[Version, ...]:
    if "term" not in data:
        return ()
    versions = [*data.get("earlier", ()), {"valid_to": str(date.max), **data}]
    return tuple(
        Version(
            date.fromisoformat(version["valid_from"]),
            date.fromisoformat(version["valid_to"]),
            Term(**version["term"]),
        )
        for version in versions
    )


def _fine(data: Mapping[str, Any] | None) -> Fine | None:
    if not data:
        return None
    steps = tuple((step["days_late"], step["euros"]) for step in data["steps"])
    return Fine(date.fromisoformat(data["valid_from"]), data["certainty"], steps)


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the two years, with its rules in the order of the step plan."""

    id: str
    names: Mapping[str, str]
    rules: tuple[Rule, ...]


Sentences = Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of one edition, and the sentences with which the engine explains itself.

    `steps` are the rules that somebody may or must act upon: all but the moments.
    """

    edition: str
    covers_from: date
    phases: tuple[Phase, ...]
    rules: Mapping[str, Rule]
    steps: Mapping[str, Rule]
    moments: Mapping[str, Rule]
    sentences: Sentences
    holidays: frozenset[date]
    holidays_until: date

    @property
    def waiting_weeks(self) -> int:
        """How many weeks the waiting time lasts (WIA art. 23(1))."""
        return self.rules["einde-wachttijd"].versions[-1].term.count

    @property
    def can_be_done(self) -> list[str]:
        """The ids that `done` of a case may name."""
        return [name for name, rule in self.steps.items() if rule.kind != "duty"]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The book as the compiler of the rules wrote it."""
        phases = tuple(
            Phase(phase["id"], phase["names"], tuple(map(Rule.from_dict, phase["rules"])))
            for phase in data["phases"]
        )
        rules = {rule.id: rule for phase in phases for rule in phase.rules}
        holidays = sorted(map(date.fromisoformat, data["holidays"]))
        return cls(
            edition=data["edition"],
            covers_from=date.fromisoformat(data["covers_from"]),
            phases=phases,
            rules=rules,
            steps={name: rule for name, rule in rules.items() if rule.kind != "moment"},
            moments={name: rule for name, rule in rules.items() if rule.kind == "moment"},
            sentences=data["sentences"],
            holidays=frozenset(holidays),
            holidays_until=date(holidays[-1].year, 12, 31),
        )


@cache
def load() -> Rulebook:
    """The rules that come with the package, read once.

    Raises:
        FileNotFoundError: in a checkout where the rules were never compiled (`make setup`).
    """
    compiled = get_data("poortwachter", "rules.json")
    if compiled is None:
        raise FileNotFoundError("rules.json")
    return Rulebook.from_dict(json.loads(compiled))
