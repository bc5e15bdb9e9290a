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
    checked: str
    certainty: str

    def cited(self) -> str:
        """For example `Ziektewet, artikel 38, lid 1 (BWBR0001888)`."""
        article = f", artikel {self.article}" if self.article else ""
        paragraph = f", lid {self.paragraph}" if self.paragraph else ""
        bwb = f" ({self.bwb})" if self.bwb else ""
        return f"{self.law}{article}{paragraph}{bwb}"

    def to_dict(self) -> dict[str, str | None]:
        """An entry of `sources` in the answer."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Term:
    """How a date is reached: `kind` names a function of terms.py, `of` another rule."""

    kind: str
    count: int
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What people read of a rule, in one language."""

    name: str
    noun: str
    summary: str
    what: str | None = None
    tasks: Mapping[str, str] | None = None
    document: str | None = None
    late: str | None = None
    not_needed: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """An obligation, with its term where the law or custom gives one, or a moment."""

    id: str
    kind: str
    who: tuple[str, ...]
    strength: str
    valid_from: date
    opens: Term | None
    term: Term | None
    recurs_until: str | None
    words: Words
    sources: tuple[Source, ...]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A rule as the compiler of the rules wrote it."""
        return cls(
            id=data["id"],
            kind=data["kind"],
            who=tuple(data["who"]),
            strength=data["strength"],
            valid_from=date.fromisoformat(data["valid_from"]),
            opens=_term(data.get("from")),
            term=_term(data.get("term")),
            recurs_until=data.get("recurs_until"),
            words=Words(**data["nl"]),
            sources=tuple(Source(**source) for source in data["sources"]),
        )


def _term(data: Mapping[str, Any] | None) -> Term | None:
    return Term(**data) if data else None


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the two years, with its rules in the order of the step plan."""

    id: str
    name: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of one edition."""

    edition: str
    covers_from: date
    phases: tuple[Phase, ...]
    rules: Mapping[str, Rule]
    obligations: Mapping[str, Rule]
    moments: Mapping[str, Rule]
    holidays: frozenset[date]
    holidays_until: date

    @property
    def waiting_weeks(self) -> int:
        """How many weeks the waiting time lasts (WIA art. 23(1))."""
        term = self.rules["einde-wachttijd"].term
        return term.count if term else 0

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The book as the compiler of the rules wrote it."""
        phases = tuple(
            Phase(phase["id"], phase["name"], tuple(map(Rule.from_dict, phase["rules"])))
            for phase in data["phases"]
        )
        rules = {rule.id: rule for phase in phases for rule in phase.rules}
        holidays = sorted(map(date.fromisoformat, data["holidays"]))
        return cls(
            edition=data["edition"],
            covers_from=date.fromisoformat(data["covers_from"]),
            phases=phases,
            rules=rules,
            obligations={name: rule for name, rule in rules.items() if rule.kind == "obligation"},
            moments={name: rule for name, rule in rules.items() if rule.kind == "moment"},
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
