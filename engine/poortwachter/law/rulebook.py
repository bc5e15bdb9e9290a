"""The law as data: what each rule says. It is written in rules/ and compiled to rules.json."""

import json
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import date
from functools import cache
from pkgutil import get_data
from typing import Any, Literal, NamedTuple, Self

from poortwachter.law.references import asks

# In which languages the rules must tell all that they tell: what lacks one, the compiler says. In
# which they do so already, `Rulebook.languages` knows.
LANGUAGES = ("nl", "en")

# The values of the rules that mean something to the engine; the schema of the compiler has the same.
Kind = Literal["obligation", "duty", "right", "event", "moment"]
# `afspraak`: of an organisation that laid its own steps over the rules; no rule of ours is one.
Strength = Literal["wet", "uwv", "gebruik", "afspraak"]
AGREED: Strength = "afspraak"
Person = Literal["werkgever", "werknemer", "bedrijfsarts", "uwv"]
Certainty = Literal["verified", "derived", "secondary", "unverified"]
Condition = Literal[
    "no_long_absence",
    "no_work_possible",
    "after_aow",
    "no_wage_after_aow",
    "unclear_after_aow",
    "wia_after_aow",
    "no_sickness_benefit",
    "unclear_sickness_benefit",
    "on_leave_then",
    "contract_ends_first",
    "applied_early",
    "recovered_then",
    "sickness_benefit",
]
# What becomes of a rule after the last day of the contract: it ends, it goes on, or it is a part of
# the report of that day, of every report or of the full one only (ZW art. 38(2)).
AfterContract = Literal["ends", "goes_on", "short_report", "full_report"]
DatedBy = Literal["from", "first_sick_day"]
Presence = Literal[
    "voluntary_extension",
    "sanction",
    "aow",
    "contract_end",
    "early_iva",
    "applied",
    "repair_reported",
]


# What a rule is told by that is a fact of which no field of the case asks.
NOWHERE = "nowhere"


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


class Cited(NamedTuple):
    """Where a sentence of law stands, as far as a letter prints it."""

    law: str
    article: str | None = None
    paragraph: str | None = None


class Term(NamedTuple):
    """How a date is reached: `kind` names a function of terms.py, `of` another rule."""

    kind: str
    count: int = 0  # type: ignore[assignment]  # hides a method of tuples that nobody needs
    of: str | None = None

    @property
    def unit(self) -> str:
        """What `count` counts: most kinds count weeks."""
        return UNITS.get(self.kind, "weeks")


# Kinds that count years, or whose number is that of one week.
UNITS = {
    "end_of_dismissal_ban": "years",
    "first_day_of_sick_week": "week",
    "sick_week_moved_along": "week",
    "letter_of_uwv": "week",
}


class Version(NamedTuple):
    """A term and the days, both included, between which it gives the date.

    `dated_by` says which day must lie between them: that of the term, or another one.
    """

    valid_from: date
    valid_to: date
    term: Term
    dated_by: DatedBy | None = None

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
    wrote, in the languages that it found in all of them.
    """

    def __init__(self, data: Mapping[str, Any], languages: Iterable[str]) -> None:
        self.id: str = data["id"]
        self.kind: Kind = data["kind"]
        self.who: tuple[Person, ...] = tuple(data["who"])
        self.helps: tuple[Person, ...] = tuple(data.get("helps", ()))
        self.strength: Strength = data["strength"]
        self.appointment: int | None = data.get("appointment")
        self.valid_from = date.fromisoformat(data["valid_from"])
        self.after_contract: AfterContract = data["after_contract"]
        self.opens = _term(data.get("from"))
        self.versions = _versions(data)
        self.recurs_until: str | None = data.get("recurs_until")
        self.only_with: Presence | None = data.get("only_with")
        self.matters_from: str | None = data.get("matters_from")
        self.told_by: str | None = data.get("told_by")
        self.falls_away: tuple[Condition, ...] = tuple(data.get("falls_away", ()))
        self.not_during: tuple[str, ...] = tuple(data.get("not_during", ()))
        self.related: tuple[str, ...] = tuple(data.get("related", ()))
        self.fine = _fine(data.get("fine"))
        self.words = {language: Words(**data[language]) for language in languages}
        self.sources = tuple(Source(**source) for source in data["sources"])

    def title(self, number: int | None, language: str) -> str:
        """Its name, with the number of the time where it recurs."""
        return f"{self.words[language].name} {number or ''}".rstrip()

    @property
    def is_agreed(self) -> bool:
        """Whether it is a step of an organisation's own, and no law, practice or custom."""
        return self.strength == AGREED

    @property
    def first_known(self) -> date:
        """The first day of which the rules know what it said."""
        return self.versions[0].valid_from if self.versions else self.valid_from

    def term_on(self, day: date) -> Term | None:
        """The term as it is law on `day`; before the first version, that one."""
        holds = self.version_on(day)
        return holds.term if holds else None

    def version_on(self, day: date) -> Version | None:
        """The version that is law on `day`; before the first, that one; None without any."""
        begun = [version for version in self.versions if version.has_begun(day)]
        return next(reversed([*self.versions[:1], *begun]), None)

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
            version.get("dated_by"),
        )
        for version in versions
    )


def _fine(data: Mapping[str, Any] | None) -> Fine | None:
    if not data:
        return None
    steps = tuple((step["days_late"], step["euros"]) for step in data["steps"])
    return Fine(date.fromisoformat(data["valid_from"]), data["certainty"], steps)


class Constant(NamedTuple):
    """A number of weeks that is no rule's own term: from which day on how many, the oldest first."""

    versions: tuple[tuple[date, int], ...]

    def on(self, day: date) -> int:
        """How many weeks by the law of a day; before the first version, that one's."""
        found = self.versions[0][1]
        for begins, weeks in self.versions:
            if begins <= day:
                found = weeks
        return found


class ReportPart(NamedTuple):
    """A part of the re-integration report: who delivers it, and of which rules' documents.

    Without documents it is something that everybody has at hand, or that is not asked here;
    `known`: unless it is filled in here anyway.
    """

    letter: str
    who: tuple[Person, ...]
    documents: tuple[str, ...] = ()
    known: bool = False


class Phase(NamedTuple):
    """A stretch of the two years, with its rules in the order of the step plan."""

    id: str
    names: Mapping[str, str]
    rules: tuple[Rule, ...]


Messages = Mapping[str, Mapping[str, Mapping[str, str]]]


class Rulebook:
    """All rules of one edition, and the sentences with which the engine explains itself.

    `actionable` are the rules that somebody may or must act upon: all but the moments. `laid` are
    those of them that are laid along a case. `can_be_done` holds the ids of those that `done` of a
    case may name, `languages` those in which everything is told. It is read from what the compiler
    of the rules wrote.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.edition: str = data["edition"]
        self.covers_from = date.fromisoformat(data["covers_from"])
        self.phases = tuple(map(_phase, data["phases"]))
        self.languages = tuple(self.phases[0].names)
        self.rules = {rule.id: rule for phase in self.phases for rule in phase.rules}
        self.actionable = {name: rule for name, rule in self.rules.items() if rule.kind != "moment"}
        self.laid = tuple(self.actionable.values())
        self.moments = {name: rule for name, rule in self.rules.items() if rule.kind == "moment"}
        self.can_be_done = [name for name, rule in self.actionable.items() if rule.kind != "duty"]
        self.constants = {name: _constant(each) for name, each in data["constants"].items()}
        self.report_parts = tuple(map(_part, data["report"]))
        self.messages: Messages = data["messages"]
        self.holidays = frozenset(map(date.fromisoformat, data["holidays"]))
        self.holidays_until = date(max(self.holidays).year, 12, 31)

    def laying(self, wanted: Callable[[Rule], bool]) -> Self:
        """The same rules, of which only those that are wanted are laid along a case."""
        fewer = copy(self)
        fewer.laid = tuple(filter(wanted, self.laid))
        return fewer

    def constant(self, name: str) -> Constant:
        """What the engine counts with by this name of rules/constants.yaml, to be asked with a day."""
        return self.constants[name]

    @asks("einde-loonsanctie")
    def most_sanction_weeks(self) -> int:
        """How many weeks a sanction may last by any version of the law (WIA art. 25(9))."""
        return max(version.term.count for version in self.rules["einde-loonsanctie"].versions)

    @property
    def edition_day(self) -> date:
        """The day of the edition: that of which the guide tells the law."""
        return date.fromisoformat(self.edition)

    @asks("einde-wachttijd")
    def waiting_weeks(self, day: date) -> int:
        """How many weeks the waiting time lasts by the law of `day` (WIA art. 23(1))."""
        term = self.rules["einde-wachttijd"].term_on(day)
        return term.count if term else 0


def _part(data: Mapping[str, Any]) -> ReportPart:
    documents = tuple(data.get("documents", ()))
    return ReportPart(data["letter"], tuple(data["who"]), documents, data.get("known", False))


def _constant(versions: list[tuple[str, int]]) -> Constant:
    return Constant(tuple((date.fromisoformat(begins), weeks) for begins, weeks in versions))


def _phase(data: Mapping[str, Any]) -> Phase:
    rules = tuple(Rule(rule, data["names"]) for rule in data["rules"])
    return Phase(data["id"], data["names"], rules)


@cache
def load() -> Rulebook:
    """The rules that come with the package, read once, with the words that an answer tells.

    Raises:
        FileNotFoundError: in a checkout where the rules were never compiled (`make setup`).
    """
    return Rulebook(read_compiled("rules.json"))


# What stands in the place of what comes with the package, by its name.
_LAID_OVER: dict[str, Any] = {}


def lay_over(name: str, content: Any) -> None:
    """Let all that is read from now on find this under a name: the rules with the steps of an organisation."""
    _LAID_OVER[name] = content
    load.cache_clear()


def read_compiled(name: str) -> Any:
    """What the compiler of the rules wrote under this name, or what was laid over it."""
    if name in _LAID_OVER:
        return _LAID_OVER[name]
    compiled = get_data("poortwachter", name)
    if compiled is None:
        raise FileNotFoundError(name)
    return json.loads(compiled)
