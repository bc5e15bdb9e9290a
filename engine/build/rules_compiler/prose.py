"""Checks and fills the words of rules and sentences: every count in them is asked, none is typed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest
from typing import Any

from poortwachter.law import LANGUAGES
from rules_compiler.checks import Rule
from rules_compiler.complaints import Complaint
from rules_compiler.holes import HOLE, HoleError, answer, faults, filled, is_hole
from rules_compiler.languages import unlike
from rules_compiler.lines import Place
from rules_compiler.typed_counts import typed_counts
from rules_compiler.values import Values

# What can be asked of a rule, each with a form.
OF_RULES = (("term", ""), ("from", ""), ("week", ""), ("term", "|nth"))

# Where a number is an example of what to type.
WITH_EXAMPLES = {"errors"}

# How many holes a message proposes.
MOST_PROPOSED = 3


def wrong_prose(rule: Rule, values: Values | None) -> Iterator[Complaint]:
    """Holes of a rule that cannot be filled, counts that are typed, and what one language lacks."""
    texts = {language: dict(_texts(rule[language])) for language in LANGUAGES if language in rule}
    for place in dict.fromkeys(chain.from_iterable(texts.values())):
        prose = {each: told[place] for each, told in texts.items() if place in told}
        for language, told in _wrong(prose, values, rule["id"]):
            yield (language, *place), told


def wrong_counts(groups: Mapping[str, Any], values: Values | None) -> Iterator[Complaint]:
    """The same for the messages of the engine, in which it fills most braces itself.

    What is wrong with an entry is told with numbers to type, such as a date: they are no law.
    """
    for kind, group in groups.items():
        for name, sentence in group.items():
            prose = {each: _only_holes(text) for each, text in sentence.items()}
            find = _broken if kind in WITH_EXAMPLES else _wrong
            for language, told in find(prose, values, None):
                yield (kind, name, language), told


def wrong_sentence(prose: Mapping[str, str], values: Values | None) -> Iterator[tuple[str, str]]:
    """The same for one text in all its languages, and in which of them."""
    yield from _wrong({each: _only_holes(text) for each, text in prose.items()}, values, None)


def wrong_parts(parts: Iterable[Mapping[str, Any]], values: Values | None) -> Iterator[Complaint]:
    """The same for the words of the parts of the report."""
    for i, part in enumerate(parts):
        prose = {each: part[each] for each in LANGUAGES if each in part}
        for language, told in _wrong(prose, values, None):
            yield ("parts", i, language), told


def filled_parts(report: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """The report with every hole in the words of its parts filled."""
    parts = [
        {**part, **{each: filled(part[each], values, each) for each in LANGUAGES}}
        for part in report["parts"]
    ]
    return {**report, "parts": parts}


def filled_rule(rule: Rule, values: Values) -> Rule:
    """A rule with every hole in its words filled."""
    words = {each: _filled(rule[each], values, each, rule["id"]) for each in LANGUAGES}
    return {**rule, **words}


def filled_messages(groups: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """The sentences, with only the braces that the engine fills."""
    return {
        kind: {
            name: {each: filled_sentence(text, values, each) for each, text in sentence.items()}
            for name, sentence in group.items()
        }
        for kind, group in groups.items()
    }


def _wrong(
    prose: Mapping[str, str], values: Values | None, own: str | None
) -> Iterator[tuple[str, str]]:
    """What is wrong with one text, and in which of its languages."""
    for language, text in prose.items():
        for typed in typed_counts(text, language):
            proposed = [*_same(typed.plain, values, language, own)] if values else []
            yield language, f"{typed.text} is typed by hand ({_hint(proposed)})"
    yield from [*_broken(prose, values, own)] or _unlike(prose)


def _broken(
    prose: Mapping[str, str], values: Values | None, own: str | None
) -> Iterator[tuple[str, str]]:
    """Holes of one text that cannot be filled, and in which of its languages."""
    for language, text in prose.items():
        for told in faults(text, values, language, own) if values else ():
            yield language, told


def _hint(proposed: list[str]) -> str:
    if proposed:
        return f"expected a hole, such as {' or '.join(proposed[:MOST_PROPOSED])}"
    return (
        "expected a hole: {term}, {from} or {week} of a rule, {figure:...} of figures.yaml or "
        "{since:...} of changes.yaml; add there what is missing, or say it without a number"
    )


def _same(plain: str, values: Values, language: str, own: str | None) -> Iterator[str]:
    """Holes that tell the same, those of the rule itself first."""
    for hole in _holes(values, own):
        try:
            told = answer(hole, values, language, own)
        except HoleError:
            continue
        if re.match(rf"{re.escape(told)}(?!\w)", plain, re.IGNORECASE):
            yield f"{{{hole}}}"


def _holes(values: Values, own: str | None) -> Iterator[str]:
    """Every hole that prose may have, but for those that tell a bare number."""
    if own:
        yield from (f"{kind}{form}" for kind, form in OF_RULES)
    yield from (f"figure:{name}" for name in values.figures)
    yield from (f"since:{name}" for name in values.changes)
    others = (name for name in values.rules if name != own)
    yield from (f"{kind}:{name}{form}" for name in others for kind, form in OF_RULES)


def _texts(words: Mapping[str, Any] | list[Any]) -> Iterator[tuple[Place, str]]:
    """Every text among the words of a rule, with its place."""
    pairs = words.items() if isinstance(words, Mapping) else enumerate(words)
    for name, value in pairs:
        if isinstance(value, str):
            yield (name,), value
        else:
            yield from (((name, *place), text) for place, text in _texts(value))


def _unlike(prose: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """All languages say the same, so they ask the same."""
    asked = {language: _asked(text) for language, text in prose.items()}
    for language, hole, other in unlike(asked):
        yield language, f"{{{hole}}} is missing (expected because {other} has it)"


def _asked(text: str) -> set[str]:
    """What the holes of a text ask, whatever their form."""
    return {hole.partition("|")[0] for hole in HOLE.findall(text)}


def _only_holes(text: str) -> str:
    """A sentence without the braces that the engine fills, or that stand alone."""
    pieces = (each[0] if is_hole(each[1]) else "_" for each in HOLE.finditer(text))
    texts = (re.sub("[{}]", "_", each) for each in HOLE.split(text)[::2])
    return "".join(part for pair in zip_longest(texts, pieces, fillvalue="") for part in pair)


def _filled(words: Any, values: Values, language: str, own: str) -> Any:
    if isinstance(words, str):
        return filled(words, values, language, own)
    if isinstance(words, Mapping):
        return {name: _filled(each, values, language, own) for name, each in words.items()}
    return [_filled(each, values, language, own) for each in words]


def filled_sentence(text: str, values: Values, language: str) -> str:
    """A text with only the braces that the engine fills."""

    def fill(found: re.Match[str]) -> str:
        return filled(found[0], values, language) if is_hole(found[1]) else found[0]

    return HOLE.sub(fill, text)
