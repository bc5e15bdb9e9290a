"""What the guide tells beside the answers: all words of the rules, figures, and changes in the law.

The engine counts with none of it, so the browser does not get it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple, Self

from poortwachter.i18n import DUTCH, written
from poortwachter.law import AGREED, Rulebook, Source, read_compiled


class Law(NamedTuple):
    """A source by its own name; `url` holds `{article}` where it has articles of its own.

    `articles` are those that were read, with their paragraphs; without it nothing is known of them.
    """

    title: str
    read: Mapping[str, str]
    url: str
    bwb: str | None = None
    articles: Mapping[str, list[str]] | None = None

    def has(self, article: str | None, paragraph: str | None) -> bool:
        """Whether this article, and this paragraph of it, may be cited: its text was read."""
        if self.articles is None or article is None:
            return True
        return article in self.articles and paragraph in {None, *self.articles[article]}

    def cited(self, article: str | None = None, paragraph: str | None = None) -> Source:
        """This law as the source of a sentence; without an article the law as a whole."""
        url = self.url.format(article=article) if article else self.url.partition("&artikel=")[0]
        return Source(self.title, self.bwb, article, paragraph, url, self.read[DUTCH], "", "")


class Figure(NamedTuple):
    """A number with its unit, what it means, and where it stands."""

    value: int
    unit: str
    means: Mapping[str, str]
    sources: tuple[Source, ...]


class Change(NamedTuple):
    """From which day something is otherwise, and how sure that is; a `plan` is no law.

    `rules` and `constants` are those that it changed.
    """

    day: date
    what: Mapping[str, str]
    certainty: str
    rules: Sequence[str] = ()
    constants: Sequence[str] = ()
    plan: bool = False
    only_year: bool = False

    def day_in_words(self, language: str = DUTCH) -> str:
        """For example `1 juli 2023`, or the year where no more is known."""
        return str(self.day.year) if self.only_year else written(self.day, language)


class Form(NamedTuple):
    """A form of an organisation's own, for a step."""

    step: str
    name: Mapping[str, str]
    link: str


class Own(NamedTuple):
    """The layer of an organisation: what pages show of it beside its steps, each text in every language.

    `logo` is an SVG, `colours` are by the scheme of the screen, `below` are texts by the page of a step.
    """

    name: str
    contact: Mapping[str, str] | None
    contact_link: str | None
    logo: str | None
    colours: Mapping[str, str]
    home: Mapping[str, str] | None
    below: Mapping[str, Mapping[str, str]]
    forms: Sequence[Form]

    def forms_of(self, step: str) -> list[Form]:
        """Its forms for a step."""
        return [form for form in self.forms if form.step == step]


class Guidebook(NamedTuple):
    """Laws, figures and changes by their ids, and by their names the messages of the scripts.

    `pictured` are the rules in the picture of the two years, `report` the words of each part of
    the re-integration report, `read` by its Dutch words which version of a law was read, `own` is the
    layer of an organisation, if the site is built with one.
    """

    laws: Mapping[str, Law]
    figures: Mapping[str, Figure]
    changes: Mapping[str, Change]
    pictured: tuple[str, ...]
    script: Mapping[str, Mapping[str, str]]
    report: tuple[Mapping[str, str], ...]
    read: Mapping[str, Mapping[str, str]]
    own: Own | None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The guidebook as the compiler of the rules wrote it."""
        return cls(
            {name: Law(**law) for name, law in data["laws"].items()},
            {name: _figure(figure) for name, figure in data["figures"].items()},
            {name: _change(change) for name, change in data["changes"].items()},
            tuple(data["pictured"]),
            data["script"],
            tuple(data["report"]),
            {law["read"][DUTCH]: law["read"] for law in data["laws"].values()},
            _own(data.get("own")),
        )

    def read_in(self, source: Source, language: str) -> str:
        """Which version of a source was read."""
        return self.read[source.read][language]

    def script_in(self, language: str) -> dict[str, str]:
        """What the scripts of a page in this language say; the script fills in the values."""
        return {name: texts[language] for name, texts in self.script.items()}


def _own(data: Mapping[str, Any] | None) -> Own | None:
    return Own(**{**data, "forms": [Form(**each) for each in data["forms"]]}) if data else None


def _figure(data: Mapping[str, Any]) -> Figure:
    sources = tuple(Source(**source) for source in _sources(data["sources"]))
    return Figure(data["value"], data["unit"], data["means"], sources)


def _change(data: Mapping[str, Any]) -> Change:
    return Change(**{**data, "day": date.fromisoformat(data["day"])})


def _sources(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """As an answer has them: which version was read in Dutch, of which `read_in` tells the rest."""
    return [{**source, "read": source["read"][DUTCH]} for source in found]


@cache
def guidebook() -> Guidebook:
    """What comes with the package, read once.

    Raises:
        FileNotFoundError: in a checkout where the rules were never compiled (`make setup`).
    """
    return Guidebook.from_dict(read_compiled("guide.json"))


@cache
def load_whole() -> Rulebook:
    """The same rules as `load` gives, with all their words."""
    return _rulebook(lambda _: True)


@cache
def load_law() -> Rulebook:
    """The same rules without the steps of an organisation's own."""
    return _rulebook(lambda rule: rule["strength"] != AGREED)


def _rulebook(wanted: Callable[[Mapping[str, Any]], bool]) -> Rulebook:
    phases = [
        {
            **phase,
            "rules": [
                {**rule, "sources": _sources(rule["sources"])}
                for rule in phase["rules"]
                if wanted(rule)
            ],
        }
        for phase in read_compiled("guide.json")["phases"]
    ]
    return Rulebook({**read_compiled("rules.json"), "phases": phases})


@cache
def load_current() -> Rulebook:
    """The same rules without the terms that are still to come on the day of the edition."""
    rulebook = Rulebook(read_compiled("rules.json"))
    for rule in rulebook.rules.values():
        begun = rule.versions[: len(rule.versions) - len(rule.versions_after(rulebook.edition_day))]
        rule.versions = begun or rule.versions[:1]
    return rulebook
