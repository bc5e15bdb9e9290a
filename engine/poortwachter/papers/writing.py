"""A paper as text, filled in from a case, or with blanks."""

from collections.abc import Iterator

from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import Cited
from poortwachter.papers.conditions import Told
from poortwachter.papers.filling import cited_in, filled
from poortwachter.papers.model import Paper
from poortwachter.render.citations import place


def paper_as_text(paper: Paper, told: Told | None, language: str = DUTCH) -> str:
    """A whole letter or sheet in the syntax of blocks.py, with the sources of its sentences of law.

    Args:
        paper: which one.
        told: the case that fills it in; without one, every day is a blank.
        language: that of the paper.
    """
    around = _letter if paper.kind == "letter" else _sheet
    parts = [*around(paper, told, language), *_sources(paper, language)]
    return "\n\n".join(parts) + "\n"


def _letter(paper: Paper, told: Told | None, language: str) -> Iterator[str]:
    words = paper.words[language]
    yield phrase("paper", "place_and_day", language, when=filled("{today}", told, language))
    yield phrase("paper", f"to_{paper.reader}", language)
    yield phrase("paper", "subject", language, what=words.subject)
    yield phrase("paper", "greeting", language)
    yield filled(words.text.strip(), told, language)
    yield phrase("paper", "closing", language)
    yield phrase("paper", "name", language)


def _sheet(paper: Paper, told: Told | None, language: str) -> Iterator[str]:
    words = paper.words[language]
    yield f"# {words.name}"
    yield filled(words.text.strip(), told, language)


def _sources(paper: Paper, language: str) -> Iterator[str]:
    keys = cited_in(paper.words[language].text)
    if keys:
        cited = [f"- {_cited(paper.sources[key], language)}" for key in keys]
        yield "\n".join([phrase("paper", "sources", language), "", *cited])


def _cited(source: Cited, language: str) -> str:
    return ", ".join(filter(None, [source.law, place(source, language)]))
