"""Fills in the templates of the guide."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.guidebook import guidebook, load_whole
from poortwachter.i18n import capitalised, people, written
from poortwachter.law import Rule
from poortwachter.render import cited, place, term_in_words, terms_to_come
from poortwachter.selfcheck import LARGEST_BYTES

SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z‘])")
SENTENCES_TOGETHER = 3
# A sentence that begins so belongs to the one before.
GOES_ON = (
    "Anders ",
    "Dan ",
    "Dat ",
    "Die ",
    "Dit ",
    "Daarom ",
    "Daarna ",
    "Maar ",
    "Zij ",
    "Zo ",
    "Hij ",
)

day = date.fromisoformat


def rendered(template: str, **values: Any) -> str:
    """A template of templates/ with these values."""
    return TEMPLATES.get_template(template).render(**values)


def is_checked(rule: Rule) -> bool:
    """Whether somebody read a source of a rule, or what it follows from; of law, the law itself."""
    read = [source for source in rule.sources if source.certainty in {"verified", "derived"}]
    return any(source.bwb for source in read) if rule.strength == "wet" else bool(read)


def paragraphs(text: str) -> str:
    """A long text in short paragraphs: a wall of sentences is not read on a phone."""
    parts: list[list[str]] = [[]]
    for sentence in SENTENCE_END.split(text):
        if len(parts[-1]) >= SENTENCES_TOGETHER and not sentence.startswith(GOES_ON):
            parts.append([])
        parts[-1].append(sentence)
    return "\n\n".join(map(" ".join, parts))


def _people(ids: tuple[str, ...]) -> str:
    """Who must act, for example `Werkgever en bedrijfsarts`."""
    return capitalised(people(ids))


def _when(rule: Rule) -> str:
    """A rule's term, and what it will be where the law is about to change."""
    return ". ".join([term_in_words(rule), *terms_to_come(rule)])


FILTERS: Mapping[str, Callable[..., object]] = {
    "people": _people,
    "paragraphs": paragraphs,
    "capitalised": capitalised,
    "written": written,
    "cited": cited,
    "place": place,
    "day": day,
    "term": _when,
}


def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    environment.tests["checked"] = is_checked
    environment.globals |= {
        "rulebook": load_whole(),
        "messages": load_whole().messages,
        "waiting_weeks": load_whole().waiting_weeks(load_whole().edition_day),
        "new_period_weeks": guidebook().figures["nieuwe-periode"].value,
        "largest_file": LARGEST_BYTES,
        "report_parts": [*zip(load_whole().report_parts, guidebook().report, strict=True)],
    }
    return environment


TEMPLATES = _templates()
