"""Fills in the templates of the guide, in one language."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.dutch import marked
from macros.guidebook import Change, Figure, guidebook, load_whole
from macros.page_words import page_words
from macros.postbuild.components import Part
from poortwachter.caseload import LOOKED_AHEAD, ORDER, SOON_DAYS
from poortwachter.i18n import (
    DUTCH,
    LOCALES,
    capitalised,
    counted,
    measured,
    people,
    uncapitalised,
    written,
)
from poortwachter.law import Rule, Source, Words
from poortwachter.papers import LISTS, BlockKind, Paper, PaperWords, blocks, paper_as_text, papers
from poortwachter.render import cited, place, term_in_words, terms_to_come
from poortwachter.selfcheck import LARGEST_BYTES, LONGEST_PAPER

SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z‘])")
SENTENCES_TOGETHER = 3

# In bytes. What a slow phone reads within twenty seconds; the command takes more.
LARGEST_TABLE_OF_A_PAGE = 5 * 2**20

day = date.fromisoformat


def rendered(language: str, template: str, **values: Any) -> str:
    """A template of templates/ with these values, in a language."""
    return _templates(language).get_template(template).render(**values)


def is_checked(rule: Rule) -> bool:
    """Whether somebody read a source of a rule, or what it follows from; of law, the law itself."""
    read = [source for source in rule.sources if source.certainty in {"verified", "derived"}]
    return any(source.bwb for source in read) if rule.strength == "wet" else bool(read)


def paragraphs(text: str, language: str = DUTCH) -> str:
    """A long text in short paragraphs: a wall of sentences is not read on a phone."""
    parts: list[list[str]] = [[]]
    for sentence in SENTENCE_END.split(text):
        goes_on = sentence.startswith(page_words(language).goes_on)
        if len(parts[-1]) >= SENTENCES_TOGETHER and not goes_on:
            parts.append([])
        parts[-1].append(sentence)
    return "\n\n".join(map(" ".join, parts))


def cited_in(source: Source, language: str) -> str:
    """Where something stands; the name of a law is Dutch in every language."""
    return marked(cited(source, language), source.law, language)


def _people(ids: tuple[str, ...], language: str) -> str:
    """Who must act, for example `Werkgever en bedrijfsarts`."""
    return capitalised(people(ids, language))


def _when(rule: Rule, language: str) -> str:
    """A rule's term, and what it will be where the law is about to change."""
    return ". ".join([term_in_words(rule, language), *terms_to_come(rule, language)])


def _words(told: Rule | Paper, language: str) -> Words | PaperWords:
    return told.words[language]


def _paper_who(paper: Paper, language: str) -> str:
    """What kind of paper it is: from whom to whom, or for whom."""
    told = page_words(language).templates["letters"]
    if paper.maker is None:
        return str(told["both"])
    names = {
        "maker": people([paper.maker], language),
        "reader": people(filter(None, [paper.reader]), language),
    }
    return str(told["from_to" if paper.reader else "alone"].format(**names))


# Who makes a paper, and who gets it: first what is sent, and last what anybody may make.
IN_ORDER = ("werknemer", "werkgever", "bedrijfsarts", None)


def papers_in_order() -> list[Paper]:
    """The papers by who makes them: the employee's letters first, and what both may make last."""
    return sorted(papers().values(), key=_from_whom)


def paper_groups() -> list[list[Paper]]:
    """The papers by who makes them and who gets them."""
    return [[*group] for _, group in groupby(papers_in_order(), key=_from_whom)]


def _from_whom(paper: Paper) -> tuple[int, int]:
    return IN_ORDER.index(paper.maker), IN_ORDER.index(paper.reader)


def _paper_html(paper: Paper, language: str) -> Markup:
    """A paper with blanks, as it is read on a page."""
    laws = {source.law for source in paper.sources.values()}

    def in_dutch(line: str) -> Markup:
        """A line, in which the name of a law is marked as Dutch."""
        law = next(filter(line.startswith, laws), None)
        return Markup.escape(marked(line, law, language) if law else line)

    found = blocks(paper_as_text(paper, None, language))
    return Markup("\n").join(_block_html(each.kind, map(in_dutch, each.lines)) for each in found)


def _in_language(texts: Mapping[str, str], language: str) -> str:
    return texts[language]


def _read(source: Source, language: str) -> str:
    return guidebook().read_in(source, language)


def _figure(figure: Figure, language: str) -> str:
    return measured(figure.value, figure.unit, language)


def _day_of_change(change: Change, language: str) -> str:
    return change.day_in_words(language)


def _what(part: Part, language: str) -> str:
    return page_words(language).components[part.name]


def _dutch(name: str, language: str) -> str:
    """The name of a law, or of a page of UWV."""
    return marked(name, name, language)


def _days(number: int, language: str) -> str:
    return counted(number, "days", language)


def _amount(number: int, language: str) -> str:
    return measured(number, "euros", language)


def _fill(text: Markup, **values: object) -> Markup:
    """A text with its values; what is no markup yet is made so."""
    return text.format(**values)


# How each kind of block is marked; a title stands above it already.
BLOCK_TAGS: Mapping[BlockKind, tuple[str, str]] = {
    "heading": ('<p class="pw-sheet__heading">', "</p>"),
    "paragraph": ("<p>", "</p>"),
    "bullets": ("<ul>", "</ul>"),
    "boxes": ('<ul class="pw-sheet__boxes">', "</ul>"),
    "ticked": ('<ul class="pw-sheet__ticked">', "</ul>"),
    "numbers": ("<ol>", "</ol>"),
}


def _block_html(kind: BlockKind, lines: Iterable[Markup]) -> Markup:
    if kind == "title":
        return Markup()
    before, after = map(Markup, BLOCK_TAGS[kind])
    is_list = kind in LISTS
    items = [Markup("<li>{}</li>").format(line) for line in lines] if is_list else lines
    return before + Markup().join(items) + after


IN_A_LANGUAGE: Mapping[str, Callable[..., object]] = {
    "people": _people,
    "paragraphs": paragraphs,
    "paper_who": _paper_who,
    "paper_html": _paper_html,
    "written": written,
    "cited": cited_in,
    "place": place,
    "term": _when,
    "words": _words,
    "in_language": _in_language,
    "read": _read,
    "measured": _figure,
    "day_of_change": _day_of_change,
    "what": _what,
    "dutch": _dutch,
    "days": _days,
    "amount": _amount,
}
IN_ANY: Mapping[str, Callable[..., object]] = {
    "capitalised": capitalised,
    "uncapitalised": uncapitalised,
    "day": day,
    "fill": _fill,
}


@cache
def _templates(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    in_language = {name: partial(each, language=language) for name, each in IN_A_LANGUAGE.items()}
    environment.filters |= {**IN_ANY, **in_language}
    environment.tests["checked"] = is_checked
    environment.globals |= _globals(language)
    return environment


def _globals(language: str) -> dict[str, object]:
    return {
        "texts": page_words(language).templates,
        "names": page_words(language).names,
        "rulebook": load_whole(),
        "own": guidebook().own,
        "messages": load_whole().messages,
        "waiting_weeks": load_whole().waiting_weeks(load_whole().edition_day),
        "new_period_weeks": guidebook().figures["nieuwe-periode"].value,
        "largest_file": LARGEST_BYTES,
        "largest_table": LARGEST_TABLE_OF_A_PAGE,
        "list_order": [*ORDER],
        "separator": LOCALES[language]["separator"],
        "soon_days": SOON_DAYS,
        "weeks_ahead": LOOKED_AHEAD // 7,
        "papers": papers_in_order(),
        "paper_groups": paper_groups(),
        "longest_paper": LONGEST_PAPER,
        "report_parts": [*zip(load_whole().report_parts, guidebook().report, strict=True)],
    }
