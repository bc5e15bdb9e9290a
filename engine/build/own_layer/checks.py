"""Checks what the schema of own.yaml cannot see: what it says of the law, of itself, and of files beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from own_layer.colours import GROUNDS, LEAST, contrast
from poortwachter.law import LANGUAGES
from rules_compiler.complaints import Complaint, nearest

Own = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Law:
    """What an own layer may refer to: `rules` have a place in the step plan, `dated` a day, `steps` a page."""

    rules: frozenset[str]
    dated: frozenset[str]
    steps: frozenset[str]

    @classmethod
    def of(cls, phases: list[Mapping[str, Any]]) -> "Law":
        """That of compiled rules."""
        rules = [rule for phase in phases for rule in phase["rules"]]
        return cls(
            frozenset(rule["id"] for rule in rules),
            frozenset(rule["id"] for rule in rules if "term" in rule and "only_with" not in rule),
            frozenset(rule["id"] for rule in rules if rule["kind"] != "moment"),
        )


def wrong_own(own: Own, law: Law) -> Iterator[Complaint]:
    """Everything that is wrong with an own.yaml that fits the schema, but for its files."""
    yield from _steps(own, law)
    yield from _pages(own, law)
    yield from _colours(own)


def _steps(own: Own, law: Law) -> Iterator[Complaint]:
    steps = own.get("steps", ())
    names = [step["id"] for step in steps]
    for i, step in enumerate(steps):
        place = ("steps", i)
        if step["id"] in names[:i]:
            yield (*place, "id"), f"{step['id']} stands here twice (expected once; take one out)"
        if step["after"] not in {*law.rules, *names[:i]}:
            hint = f"{nearest(step['after'], law.rules)}expected a step of the law, or one of your own above"
            yield (*place, "after"), f"there is no step {step['after']} to follow ({hint})"
        if not any(language in step for language in LANGUAGES):
            yield place, f"has no words (expected {' or '.join(LANGUAGES)})"
        of = step["term"].get("of")
        if of and of not in law.dated and of not in names:
            hint = f"{nearest(of, [*law.dated, *names])}expected a step with a day"
            yield (*place, "term", "of"), f"nothing can be counted from {of} ({hint})"
    yield from _loop(steps, names)


def _loop(steps: list[Own], names: list[str]) -> Iterator[Complaint]:
    waits = {step["id"]: [step["term"]["of"]] for step in steps if "of" in step["term"]}
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        way = error.args[1]
        told = f"goes round in a circle: {' -> '.join(way)} (take one of these references out)"
        yield ("steps", names.index(min(way)), "term", "of"), told


def _pages(own: Own, law: Law) -> Iterator[Complaint]:
    steps = sorted(law.steps)
    named = [
        *((("below", name), name) for name in own.get("below", ())),
        *((("forms", i, "step"), each["step"]) for i, each in enumerate(own.get("forms", ()))),
    ]
    for place, name in named:
        if name not in law.steps:
            hint = f"{nearest(name, steps)}expected the name of a step's page, as in its address"
            yield place, f"there is no page {name} ({hint})"


def _colours(own: Own) -> Iterator[Complaint]:
    for scheme, colour in own.get("colours", {}).items():
        for ground in GROUNDS[scheme]:
            found = contrast(colour, ground.colour)
            if found < LEAST:
                told = f"{colour} cannot be read with {ground.words}, {ground.colour}"
                hint = f"contrast {found:.1f}, expected {LEAST} or more"
                yield ("colours", scheme), f"{told} ({hint})"
