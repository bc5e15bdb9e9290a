"""The law as data: what each rule says. It is written in rules/ and compiled to rules.json."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Any, NamedTuple

from poortwachter.law.references import asks


class Source(NamedTuple):
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
        return self._asdict()


class Term(NamedTuple):
    """How a date is reached: `kind` names a function of terms.py, `of` another rule."""

    kind: str
    count: int = 0  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    of: str | None = None


class Version(NamedTuple):
    """A term and the days, both included, between which it gives the date."""

    valid_from: date
    valid_to: date
    term: Term

    def has_begun(self, day: date) -> bool:
        """Whether this version, or a later one, is the law for a term that points to `day`."""
        return self.valid_from <= day


class Fine(NamedTuple):
    """What being late may cost: from how many days late, how many euros, by which text."""

    valid_from: date
    certainty: str
    steps: tuple[tuple[int, int], ...]


class Words(NamedTuple):
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


class Rule:
    """An obligation, a duty that goes on, a right, an event or a moment.

    `versions` are its terms, the oldest first; the last may be still to come, so a term is asked
    with a day. A rule without any has no date. It is read from what the compiler of the rules
    wrote.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.id: str = data["id"]
        self.kind: str = data["kind"]
        self.who: tuple[str, ...] = tuple(data["who"])
        self.helps: tuple[str, ...] = tuple(data.get("helps", ()))
        self.strength: str = data["strength"]
        self.valid_from = date.fromisoformat(data["valid_from"])
        self.opens = _term(data.get("from"))
        self.versions = _versions(data)
        self.dated_by: str | None = data.get("dated_by")
        self.recurs_until: str | None = data.get("recurs_until")
        self.only_with: str | None = data.get("only_with")
        self.falls_away: tuple[str, ...] = tuple(data.get("falls_away", ()))
        self.not_during: tuple[str, ...] = tuple(data.get("not_during", ()))
        self.related: tuple[str, ...] = tuple(data.get("related", ()))
        self.fine = _fine(data.get("fine"))
        self.words = {language: Words(**data[language]) for language in ("nl", "en")}
        self.sources = tuple(Source(**source) for source in data["sources"])

    @property
    def first_known(self) -> date:
        """The first day of which the rules know what it said."""
        return self.versions[0].valid_from if self.versions else self.valid_from

    def term_on(self, day: date) -> Term | None:
        """The term as it is law on `day`; before the first version, that one."""
        begun = [version for version in self.versions if version.has_begun(day)]
        holds = [*self.versions[:1], *begun][-1:]
        return holds[0].term if holds else None

    def versions_after(self, day: date) -> tuple[Version, ...]:
        """The versions that are still to come on `day`."""
        return tuple(version for version in self.versions if not version.has_begun(day))


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


class Phase(NamedTuple):
    """A stretch of the two years, with its rules in the order of the step plan."""

    id: str
    names: Mapping[str, str]
    rules: tuple[Rule, ...]


Messages = Mapping[str, Mapping[str, Mapping[str, str]]]


class Rulebook:
    """All rules of one edition, and the sentences with which the engine explains itself.

    `steps` are the rules that somebody may or must act upon: all but the moments. `can_be_done`
    holds the ids of those that `done` of a case may name. It is read from what the compiler of
    the rules wrote.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.edition: str = data["edition"]
        self.covers_from = date.fromisoformat(data["covers_from"])
        self.phases = tuple(map(_phase, data["phases"]))
        self.rules = {rule.id: rule for phase in self.phases for rule in phase.rules}
        self.actionable = {name: rule for name, rule in self.rules.items() if rule.kind != "moment"}
        self.moments = {name: rule for name, rule in self.rules.items() if rule.kind == "moment"}
        self.can_be_done = [name for name, rule in self.actionable.items() if rule.kind != "duty"]
        self.messages: Messages = data["messages"]
        self.holidays = frozenset(map(date.fromisoformat, data["holidays"]))
        self.holidays_until = date(max(self.holidays).year, 12, 31)

    @property
    def edition_day(self) -> date:
        """The day of the edition: that of which the guide tells the law."""
        return date.fromisoformat(self.edition)

    @asks("einde-wachttijd")
    def waiting_weeks(self, day: date) -> int:
        """How many weeks the waiting time lasts by the law of `day` (WIA art. 23(1))."""
        term = self.rules["einde-wachttijd"].term_on(day)
        return term.count if term else 0


def _phase(data: Mapping[str, Any]) -> Phase:
    return Phase(data["id"], data["names"], tuple(map(Rule, data["rules"])))


@cache
def load() -> Rulebook:
    """The rules that come with the package, read once, with the words that an answer tells.

    Raises:
        FileNotFoundError: in a checkout where the rules were never compiled (`make setup`).
    """
    return Rulebook(read_compiled("rules.json"))


def read_compiled(name: str) -> Any:
    """What the compiler of the rules wrote under this name."""
    compiled = get_data("poortwachter", name)
    if compiled is None:
        raise FileNotFoundError(name)
    return json.loads(compiled)
