"""Lays an own layer over compiled rules: its steps stand among them, and none of the law is changed."""

from binascii import crc32
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from own_layer.checks import Law, Layer, wrong_own
from own_layer.logo import as_svg, wrong_logo
from own_layer.reading import FILE, read_own
from poortwachter.case import echo
from poortwachter.law import AGREED, LANGUAGES
from rules_compiler.complaints import Complaint
from rules_compiler.shipped import rule_for_engine
from rules_compiler.source import Source

# What was given is repeated in it, and may hold what speaks to a terminal.
LONGEST_PROBLEM, MOST_PROBLEMS = 400, 50
# In days: how long after their edition rules are used at most.
LONGEST_AGO = 366
# Numbers under which calendars tell of own steps: those of the law are below.
FIRST_APPOINTMENT, APPOINTMENTS = 1000, 9000


class Compiled(NamedTuple):
    """What the compiler wrote: `rules` is rules.json, which the engine reads, `guide` is guide.json, which pages read."""

    rules: dict[str, Any]
    guide: dict[str, Any]


def laid_over(folder: Path, compiled: Compiled) -> tuple[Compiled, list[str]]:
    """The compiled rules with the own layer of a folder, and every problem; with a problem the rules as they were.

    A problem begins with file and line: `own.yaml:12: ...`.
    """
    source = Source(folder)
    own, law = read_own(source), _law_of(compiled)
    for place, message in _wrong(folder, own, law) if own else ():
        source.wrong(FILE, place, message)
    if source.problems:
        return compiled, [echo(each, LONGEST_PROBLEM) for each in source.problems[:MOST_PROBLEMS]]
    return _laid(folder, own, law), []


def _law_of(compiled: Compiled) -> Compiled:
    """What was compiled, without the steps of a layer that was laid before."""
    rules, guide = ({**each, "phases": _with_law_alone(each["phases"])} for each in compiled)
    return Compiled(rules, guide)


def _with_law_alone(phases: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {**phase, "rules": [rule for rule in phase["rules"] if rule["strength"] != AGREED]}
        for phase in phases
    ]


def _wrong(folder: Path, own: Layer, law: Compiled) -> Iterator[Complaint]:
    yield from wrong_own(own, Law.of(law.rules["phases"]))
    yield from _same_numbers(own)
    yield from _wrong_day(own["checked"], law.rules)
    if "logo" in own and (told := wrong_logo(folder, own["logo"])):
        yield ("logo",), told


def _wrong_day(checked: str, rules: Mapping[str, Any]) -> Iterator[Complaint]:
    """A day on which nobody can have read what stands here: it would be told."""
    last = str(date.fromisoformat(rules["edition"]) + timedelta(days=LONGEST_AGO))
    if not rules["covers_from"] <= checked <= last:
        told = f"{checked} is no day on which this was read"
        yield ("checked",), f"{told} (expected one up to {last}; newer than that needs newer rules)"


def _same_numbers(own: Layer) -> Iterator[Complaint]:
    found: dict[int, str] = {}
    for i, step in enumerate(own.get("steps", ())):
        other = found.setdefault(_appointment(step["id"]), step["id"])
        if other != step["id"]:
            told = f"{step['id']} has the number of {other} in calendars (rename one of them)"
            yield ("steps", i, "id"), told


def _appointment(name: str) -> int:
    """Of the name alone: a new step renames nobody's appointments."""
    return FIRST_APPOINTMENT + crc32(name.encode()) % APPOINTMENTS


def _laid(folder: Path, own: Layer, law: Compiled) -> Compiled:
    rules, guide = law
    places = {step["id"]: step["after"] for step in own.get("steps", ())}
    steps = [_step(step, own, rules) for step in own.get("steps", ())]
    for_engine = [*map(rule_for_engine, steps)]
    phases = _with_steps(guide["phases"], steps, places)
    return Compiled(
        {**rules, "phases": _with_steps(rules["phases"], for_engine, places)},
        {**guide, "phases": phases, "own": _for_pages(folder, own)},
    )


def _with_steps(
    phases: Iterable[dict[str, Any]], steps: Iterable[dict[str, Any]], places: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The phases with each step right after its place; of two with one place, the first goes first."""
    found = [{**phase, "rules": [*phase["rules"]]} for phase in phases]
    for step in steps:
        for rules in (phase["rules"] for phase in found):
            names = [rule["id"] for rule in rules]
            if places[step["id"]] in names:
                rules.insert(_end_of_place(names, step["id"], places), step)
    return found


def _end_of_place(names: list[str], step: str, places: Mapping[str, str]) -> int:
    """Behind the step that it follows, and behind what stands there for the same reason."""
    end = names.index(places[step]) + 1
    while end < len(names) and names[end] in places:
        end += 1
    return end


def _step(step: Layer, own: Layer, rules: Mapping[str, Any]) -> dict[str, Any]:
    """An own step as a rule: an obligation by agreement, whose name says so wherever it stands."""
    return {
        "id": step["id"],
        "kind": "obligation",
        "who": step["who"],
        "strength": AGREED,
        "appointment": _appointment(step["id"]),
        "valid_from": rules["covers_from"],
        "after_contract": "ends",
        "term": step["term"],
        **{language: _words(step, own, language, rules["messages"]) for language in LANGUAGES},
        "sources": [_protocol(step, own, rules["messages"]["own"])],
    }


def _words(step: Layer, own: Layer, language: str, messages: Mapping[str, Any]) -> dict[str, Any]:
    words = _in(step, language)
    named = messages["own"]["named"][language]
    names = {
        kind: named.format(name=words[kind], organisation=own["name"]) for kind in ("name", "noun")
    }
    return {"tasks": {}, "what": words["summary"], **words, **names}


def _protocol(step: Layer, own: Layer, messages: Mapping[str, Any]) -> dict[str, Any]:
    law = {each: messages["protocol"][each].format(organisation=own["name"]) for each in LANGUAGES}
    return {
        "law": law["nl"],
        "bwb": None,
        "article": None,
        "paragraph": None,
        "url": step["protocol"],
        "read": law,
        "checked": own["checked"],
        "certainty": "verified",
    }


def _in(told: Layer, language: str) -> Any:
    """The words in a language; in the other one where they are in one only."""
    return told.get(language) or next(told[each] for each in LANGUAGES if each in told)


def _in_each(told: Layer | None) -> dict[str, str] | None:
    return {language: _in(told, language) for language in LANGUAGES} if told else None


def _for_pages(folder: Path, own: Layer) -> dict[str, Any]:
    """What pages show of the organisation, in every language."""
    return {
        "name": own["name"],
        "contact": _in_each(own.get("contact")),
        "contact_link": own.get("contact_link"),
        "logo": as_svg(folder, own["logo"]) if "logo" in own else None,
        "colours": own.get("colours", {}),
        "home": _in_each(own.get("home")),
        "below": {name: _in_each(text) for name, text in own.get("below", {}).items()},
        "forms": [{**each, "name": _in_each(each["name"])} for each in own.get("forms", ())],
    }
