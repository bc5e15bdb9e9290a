"""Fills in the templates of the guide."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poortwachter import language
from poortwachter.clock import NEW_PERIOD_AFTER
from poortwachter.general import term_in_words
from poortwachter.report import PARTS, contents
from poortwachter.rulebook import Rule, load
from poortwachter.text import cited, place

# Groups of an answer in which the cards stay folded until somebody asks.
FOLDED = ("done", "not_needed", "always", "may", "if")

SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z‘])")
SENTENCES_TOGETHER = 3

day = date.fromisoformat


def rendered(template: str, **values: Any) -> str:
    """A template of templates/ with these values."""
    return TEMPLATES.get_template(template).render(**values)


def people(ids: tuple[str, ...]) -> str:
    """Who must act, for example `Werkgever en bedrijfsarts`."""
    words = load().sentences["people"]
    return language.capitalised(language.listed([words[name]["nl"] for name in ids]))


def is_checked(rule: Rule) -> bool:
    """Whether somebody read at least one of a rule's sources, or what it follows from."""
    return any(source.certainty in {"verified", "derived"} for source in rule.sources)


def paragraphs(text: str) -> str:
    """A long text in short paragraphs: a wall of sentences is not read on a phone."""
    sentences = SENTENCE_END.split(text)
    parts = range(0, len(sentences), SENTENCES_TOGETHER)
    return "\n\n".join(" ".join(sentences[i : i + SENTENCES_TOGETHER]) for i in parts)


def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "people": people,
        "paragraphs": paragraphs,
        "capitalised": language.capitalised,
        "written": language.written,
        "cited": cited,
        "place": place,
        "day": day,
        "term": term_in_words,
    }
    environment.tests["checked"] = is_checked
    environment.globals |= {
        "rulebook": load(),
        "sentences": load().sentences,
        "folded": FOLDED,
        "new_period_weeks": NEW_PERIOD_AFTER.days // 7,
        "report_parts": list(zip(PARTS, contents(), strict=True)),
    }
    return environment


TEMPLATES = _templates()
