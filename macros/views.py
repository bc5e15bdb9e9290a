"""The views: what the engine knows, poured into the templates. No date is counted here."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poortwachter import language
from poortwachter.clock import NEW_PERIOD_AFTER
from poortwachter.general import Milestone, milestones, term_in_words
from poortwachter.report import PARTS, contents
from poortwachter.rulebook import Phase, load
from poortwachter.text import cited, place

# Groups of an answer in which the cards stay folded until somebody asks.
FOLDED = ("done", "not_needed", "always", "may", "if")

day = date.fromisoformat


def people(ids: tuple[str, ...]) -> str:
    """Who must act, for example `Werkgever en bedrijfsarts`."""
    words = load().sentences["people"]
    return language.capitalised(language.listed([words[name]["nl"] for name in ids]))


def strength(name: str) -> str:
    """The small label that says whether a date is law, practice of UWV or custom."""
    return _rendered("strength.html", strength=name)


def step_page(name: str) -> str:
    """The page of one obligation, as Markdown."""
    return _rendered("step.md", rule=load().steps[name])


def step_plan() -> str:
    """All rules in the order of the two years, as Markdown; rules that fall together stand together."""
    phases = [
        (phase, [(label, list(group)) for label, group in _by_label(phase)])
        for phase in load().phases
    ]
    return _rendered("step_plan.md", phases=phases)


def fixed_dates() -> str:
    """The obligations for which the law sets a date, as a Markdown list."""
    found = [
        milestone
        for phase in load().phases
        for milestone in milestones(phase)
        if milestone.days is not None
        and milestone.rule.kind == "obligation"
        and milestone.rule.strength == "wet"
        and not milestone.rule.part_of
    ]
    return _rendered("fixed_dates.md", milestones=found)


def self_check(*, folders: bool) -> str:
    """The form and the checklist. `folders`: whether a page's address is a folder or a file."""
    html = _rendered("self_check.html", folders=folders)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _by_label(phase: Phase) -> Iterator[tuple[str, Iterator[Milestone]]]:
    return groupby(milestones(phase), key=lambda milestone: milestone.label)


def _rendered(template: str, **values: Any) -> str:
    return TEMPLATES.get_template(template).render(**values)


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
        "capitalised": language.capitalised,
        "written": language.written,
        "cited": cited,
        "place": place,
        "day": day,
        "term": term_in_words,
    }
    environment.globals |= {
        "rulebook": load(),
        "sentences": load().sentences,
        "folded": FOLDED,
        "new_period_weeks": NEW_PERIOD_AFTER.days // 7,
        "report_parts": list(zip(PARTS, contents(), strict=True)),
    }
    return environment


TEMPLATES = _templates()
