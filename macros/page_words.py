"""The words of the pages in one language, but for the rules and the guide itself: `words/<language>.yaml`."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markupsafe import Markup

from poortwachter.i18n import DUTCH

FOLDER = Path(__file__).with_name("words")

Texts = Mapping[str, Mapping[str, Markup]]


class Term(NamedTuple):
    """A term with what it means.

    `dutch` is its name on letters and forms, where the term is another; `never` what others call it, and we do not.
    """

    term: str
    text: str
    dutch: str
    never: Sequence[str] = ()


class SearchWords(NamedTuple):
    """By a word of the guide its other names, and by a page or section what else leads to it."""

    names: Mapping[str, Sequence[str]]
    places: Mapping[str, Sequence[str]]


class PageWords(NamedTuple):
    """What stands in the file of a language.

    Attributes:
        templates: by the name of a template its texts; a text may hold markup and `{values}`.
        terms: the glossary, by the Dutch name of each term.
        dutch_names: what the rules tell in Dutch, in brackets; on a Dutch page nothing.
        components: what each part of the site is for, by its name.
        search: what people call it.
        names: of a page in addresses, by its Dutch name, where it may be another.
        articles: what stands before a place in weeks, by the place's first word.
        goes_on: how a sentence begins that belongs to the one before.
    """

    templates: Texts
    terms: Mapping[str, Term]
    dutch_names: frozenset[str]
    components: Mapping[str, str]
    search: SearchWords
    names: Mapping[str, str]
    articles: Mapping[str, str]
    goes_on: tuple[str, ...]


@cache
def page_words(language: str) -> PageWords:
    """All words of a language.

    Raises:
        ValueError: there is no file for the language (expected `macros/words/<language>.yaml`).
    """
    told = _read(language)
    terms = _terms(told["terms"], _read(DUTCH)["terms"])
    return PageWords(
        templates={name: _marked(texts) for name, texts in told["templates"].items()},
        terms=terms,
        dutch_names=frozenset([*(each.dutch for each in terms.values()), *told["dutch"]]) - {""},
        components=told["components"],
        search=SearchWords(**told["search"]),
        names=told["names"],
        articles=told["articles"],
        goes_on=tuple(f"{word} " for word in told["goes_on"]),
    )


def languages() -> list[str]:
    """Every language that has a file, Dutch first."""
    return sorted((file.stem for file in FOLDER.glob("*.yaml")), key=lambda each: each != DUTCH)


def renamed(language: str, other: str) -> dict[str, str]:
    """The addresses in another language of pages that are called otherwise there."""
    names = page_words(language).names
    pairs = {own: page_words(other).names[name] for name, own in names.items()}
    return {own + end: name + end for own, name in pairs.items() for end in ("/", ".html")}


def folder(language: str) -> str:
    """In which folder of the site a language stands, for example `en/`; of Dutch, the site itself."""
    return page_words(language).templates["main"]["folder"]


def folders() -> list[str]:
    """The folders of all languages, the site itself last."""
    return sorted(map(folder, languages()), reverse=True)


def editions(site: Path) -> dict[str, Path]:
    """Where the pages of each language stand in a built site."""
    return {each: site / folder(each) for each in languages()}


@cache
def _read(language: str) -> dict[str, Any]:
    file = FOLDER / f"{language}.yaml"
    if not file.exists():
        raise ValueError(f"{language} has no words (expected {file})")
    told: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return told


def _marked(texts: Mapping[str, str]) -> dict[str, Markup]:
    """The file is ours: what looks like markup there is meant as markup."""
    return {name: Markup(text) for name, text in texts.items()}  # noqa: S704 (see the sentence above)


def _terms(told: Mapping[str, Any], dutch: Mapping[str, Any]) -> dict[str, Term]:
    return {
        name: Term(**each, dutch="" if each["term"] == dutch[name]["term"] else dutch[name]["term"])
        for name, each in told.items()
    }
