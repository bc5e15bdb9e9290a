"""Checks what the schema of own.yaml cannot see: what it says of the law, of itself, and of files beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from own_layer.colours import GROUNDS, LEAST, contrast
from own_layer.texts import compared, wrong_texts
from poortwachter.law import LANGUAGES
from rules_compiler.complaints import Complaint, nearest

Layer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Law:
    """What an own layer may refer to: `rules` have a place in the step plan, `dated` a day, `steps` a page.

    `names` are those of all steps in all languages, alone and within a sentence, as they are compared.
    """

    rules: frozenset[str]
    dated: frozenset[str]
    steps: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, phases: list[Mapping[str, Any]]) -> "Law":
        """That of compiled rules."""
        rules = [rule for phase in phases for rule in phase["rules"]]
        return cls(
            frozenset(rule["id"] for rule in rules),
            frozenset(rule["id"] for rule in rules if "term" in rule and "only_with" not in rule),
            frozenset(rule["id"] for rule in rules if rule["kind"] != "moment"),
            frozenset(
                compared(rule[language][kind])
                for rule in rules
                for language in LANGUAGES
                for kind in ("name", "noun")
            ),
        )


def wrong_own(own: Layer, law: Law) -> Iterator[Complaint]:
    """Everything that is wrong with an own.yaml that fits the schema, but for its files."""
    yield from wrong_texts(own)
    yield from _steps(own, law)
    yield from _pages(own, law)
    yield from _colours(own)


def _names(step: Layer, law: Law, names: set[str]) -> Iterator[Complaint]:
    """Names that could be taken for law, or for another step; tasks of who does not act."""
    for language in filter(step.__contains__, LANGUAGES):
        for kind in ("name", "noun"):
            if compared(step[language][kind]) in law.names:
                told = f"{step[language][kind]} is that of a step of the law"
                yield (language, kind), f"{told} (expected one of your own)"
        if compared(step[language]["name"]) in names:
            yield (language, "name"), "is the name of another step (expected one of its own)"
        for person in step[language].get("tasks", {}):
            if person not in step["who"]:
                told = f"{person} has a task and is not in who (add it there, or take the task out)"
                yield (language, "tasks", person), told
    names |= {compared(step[each]["name"]) for each in LANGUAGES if each in step}


def _steps(own: Layer, law: Law) -> Iterator[Complaint]:
    steps = own.get("steps", ())
    names = [step["id"] for step in steps]
    told_names: set[str] = set()
    for i, step in enumerate(steps):
        found = (*_place(step, law, names[:i]), *_term(step, law, names))
        for where, message in (*found, *_names(step, law, told_names)):
            yield ("steps", i, *where), message
    yield from _loop(steps, names)


def _place(step: Layer, law: Law, above: list[str]) -> Iterator[Complaint]:
    if step["id"] in above:
        yield ("id",), f"{step['id']} stands here twice (expected once; take one out)"
    if step["after"] not in {*law.rules, *above}:
        hint = f"{nearest(step['after'], law.rules)}expected a step of the law, or one of your own above"
        yield ("after",), f"there is no step {step['after']} to follow ({hint})"
    if not any(language in step for language in LANGUAGES):
        yield (), f"has no words (expected {' or '.join(LANGUAGES)})"


def _term(step: Layer, law: Law, names: list[str]) -> Iterator[Complaint]:
    if not isinstance(step["term"]["count"], int):
        yield ("term", "count"), "is not a whole number (expected one such as 6)"
    of = step["term"].get("of")
    if of and of not in law.dated and of not in names:
        hint = f"{nearest(of, [*law.dated, *names])}expected a step with a day"
        yield ("term", "of"), f"nothing can be counted from {of} ({hint})"


def _loop(steps: list[Layer], names: list[str]) -> Iterator[Complaint]:
    waits = {step["id"]: [step["term"]["of"]] for step in steps if "of" in step["term"]}
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        way = error.args[1]
        told = f"goes round in a circle: {' -> '.join(way)} (take one of these references out)"
        yield ("steps", names.index(min(way)), "term", "of"), told


def _pages(own: Layer, law: Law) -> Iterator[Complaint]:
    steps = sorted(law.steps)
    named = [
        *((("below", name), name) for name in own.get("below", ())),
        *((("forms", i, "step"), each["step"]) for i, each in enumerate(own.get("forms", ()))),
    ]
    for place, name in named:
        if name not in law.steps:
            hint = f"{nearest(name, steps)}expected the name of a step's page, as in its address"
            yield place, f"there is no page {name} ({hint})"


def _colours(own: Layer) -> Iterator[Complaint]:
    for scheme, colour in own.get("colours", {}).items():
        for ground in GROUNDS[scheme]:
            found = contrast(colour, ground.colour)
            if found < LEAST:
                told = f"{colour} cannot be read with {ground.words}, {ground.colour}"
                hint = f"contrast {found:.1f}, expected {LEAST} or more"
                yield ("colours", scheme), f"{told} ({hint})"
