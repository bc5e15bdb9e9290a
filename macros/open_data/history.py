"""What changed in the rules, one entry a change: from `changes.yaml` and from the former versions of terms."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from macros.guidebook import Change, guidebook, load_law
from macros.page_words import page_words
from macros.templating import SENTENCE_END
from poortwachter.i18n import measured, uncapitalised, written
from poortwachter.render import term_words

Texts = Mapping[str, str]


class Step(NamedTuple):
    """One number or term that became another: of which rule or constant, on which day, from what to what."""

    kind: str
    name: str
    day: date
    title: Texts
    before: Texts
    after: Texts


class Entry(NamedTuple):
    """A change: what it is called by programs, from when, which rules it changed, and what it was in each."""

    id: str
    day: date
    rules: tuple[str, ...]
    steps: tuple[Step, ...]
    change: Change | None = None

    def title(self, language: str) -> str:
        """The first sentence of what changed, or whose term it is."""
        if self.change:
            return SENTENCE_END.split(self.change.what[language])[0].rstrip(".")
        return _words("title", language).format(name=self.steps[0].title[language])

    def day_in_words(self, language: str) -> str:
        """From when it holds, or the year where no more is known."""
        return self.change.day_in_words(language) if self.change else written(self.day, language)

    def sentences(self, language: str, rule: str | None = None) -> list[str]:
        """What changed and what it was; only of one rule, where one is named."""
        steps = [
            each for each in self.steps if rule is None or (each.kind, each.name) == ("term", rule)
        ]
        told = [self.change.what[language]] if self.change else []
        return told + [_told(each, language, named=rule is None) for each in steps]


@cache
def history() -> tuple[Entry, ...]:
    """Every change, the newest first; a plan is none."""
    changes = {name: each for name, each in guidebook().changes.items() if not each.plan}
    steps = [*_terms(), *_constants()]
    told = [_entry(name, change, steps) for name, change in changes.items()]
    known = [each for entry in told for each in entry.steps]
    alone = [_alone(each) for each in steps if each not in known]
    return tuple(sorted([*told, *alone], key=lambda each: (each.day, each.id), reverse=True))


def history_of(rule: str) -> list[Entry]:
    """What changed in one rule, the newest first."""
    return [each for each in history() if rule in each.rules]


def _entry(name: str, change: Change, steps: list[Step]) -> Entry:
    named = {("term", each) for each in change.rules} | {
        ("constant", each) for each in change.constants
    }
    own = tuple(
        each for each in steps if each.day == change.day and (each.kind, each.name) in named
    )
    return Entry(f"change/{name}", change.day, tuple(change.rules), own, change)


def _alone(step: Step) -> Entry:
    """What no change of `changes.yaml` tells."""
    rules = (step.name,) if step.kind == "term" else ()
    return Entry(f"{step.kind}/{step.name}/{step.day}", step.day, rules, (step,))


def _terms() -> Iterator[Step]:
    for name, rule in load_law().rules.items():
        for before, after in pairwise(rule.versions):
            yield Step(
                "term",
                name,
                after.valid_from,
                {language: words.name for language, words in rule.words.items()},
                {language: term_words(before.term, language) for language in rule.words},
                {language: term_words(after.term, language) for language in rule.words},
            )


def _constants() -> Iterator[Step]:
    for name, constant in load_law().constants.items():
        figure = guidebook().figures[name]
        for (_, before), (day, after) in pairwise(constant.versions):
            yield Step(
                "constant",
                name,
                day,
                figure.means,
                {each: measured(before, figure.unit, each) for each in figure.means},
                {each: measured(after, figure.unit, each) for each in figure.means},
            )


def _told(step: Step, language: str, *, named: bool) -> str:
    return _words("step" if named else "step_alone", language).format(
        name=step.title[language],
        day=written(step.day, language),
        before=uncapitalised(step.before[language]),
        after=uncapitalised(step.after[language]),
    )


def _words(name: str, language: str) -> str:
    return str(page_words(language).templates["history"][name])
