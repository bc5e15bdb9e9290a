"""Checks what the schema cannot see: languages, versions, sources, and what rules say of others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from poortwachter.case import Case, paths_of
from poortwachter.i18n import DUTCH
from poortwachter.law import LANGUAGES, NOWHERE, asked_by
from poortwachter.timeline import CONDITIONS, KINDS, REPORTED, on_last_day
from rules_compiler.articles import wrong_citation
from rules_compiler.code import Asking
from rules_compiler.complaints import Complaint, nearest
from rules_compiler.languages import unlike
from rules_compiler.lines import Place
from rules_compiler.source import schema
from rules_compiler.values import IN_WEEK

Rule = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule may refer to.

    `names` are the ids of all rules, `rules` those that fit the schema: a mistake inside one file
    is told there, and not again in each file that refers to it. `papers` are the ids of all papers.
    """

    names: frozenset[str]
    rules: Mapping[str, Rule]
    laws: Mapping[str, Mapping[str, Any]] | None
    papers: frozenset[str] = frozenset()


def wrong_rule(rule: Rule, known: Known) -> Iterator[Complaint]:
    """Everything that is wrong with a rule that fits the schema."""
    for check in CHECKS:
        yield from check(rule, known)


def wrong_broken_rule(rule: object, known: Known) -> Iterator[Complaint]:
    """What is wrong beside the schema with a rule that does not fit it, as far as it can be read.

    Else somebody would mend one mistake to be told the next.
    """
    for check in BESIDE_THE_SCHEMA:
        yield from wrong_broken(check, rule, known)


def wrong_broken(check: Callable[..., Iterable[Complaint]], *given: object) -> Iterator[Complaint]:
    """What a check says of something broken; what stands in its way is told by the schema."""
    with suppress(AttributeError, KeyError, TypeError, ValueError):
        yield from check(*given)


def wrong_index(index: Rule, known: Known) -> Iterator[Complaint]:
    """Rules that stand in no phase, in more than one, or that are none."""
    for i, name in enumerate(index.get("pictured", ())):
        if name not in known.names:
            yield ("pictured", i), no_rule(name, known)
    listed: dict[str, str] = {}
    for i, phase in enumerate(index["phases"]):
        for j, name in enumerate(phase["rules"]):
            place = ("phases", i, "rules", j)
            if name not in known.names:
                yield place, no_rule(name, known)
            if name in listed:
                told = f"{name} stands in phase {listed[name]} already"
                yield place, f"{told} (expected in one phase; take one out)"
            listed[name] = phase["id"]
    for name in sorted(known.names - listed.keys()):
        yield ("phases",), f"rule {name} stands in no phase (expected in one; add it to its rules)"


def wrong_figures(figures: Rule, known: Known) -> Iterator[Complaint]:
    """Figures whose sources name no law."""
    for name, figure in figures.items():
        yield from (((name, *place), told) for place, told in wrong_sources(figure, known))


def wrong_constants(constants: Rule, figures: Rule, known: Known) -> Iterator[Complaint]:
    """Constants whose sources or versions are wrong, or that are also the name of a figure."""
    for name, constant in constants.items():
        for check in (wrong_sources, _backwards, _gaps):
            yield from (((name, *place), told) for place, told in check(constant, known))
        if name in figures:
            told = "is also the name of a figure (expected in one of the two; take one out)"
            yield (name,), told


def wrong_changes(changes: Rule, constants: Rule, known: Known) -> Iterator[Complaint]:
    """Changes of rules or constants that are none."""
    for name, change in changes.items():
        for i, rule in enumerate(change.get("rules", ())):
            if rule not in known.names:
                yield (name, "rules", i), no_rule(rule, known)
        for i, constant in enumerate(change.get("constants", ())):
            if constant not in constants:
                hint = f"{nearest(constant, constants)}expected a name of constants.yaml"
                yield (name, "constants", i), f"there is no constant {constant} ({hint})"


def wrong_code(asking: Asking, known: Known) -> Iterator[str]:
    """Rules that the engine asks for and that are none: it would miss them in silence."""
    for name in asking.rules:
        if name not in known.names:
            yield f"{asking.function} asks for a rule: {no_rule(name, known)}"


def no_rule(name: str, known: Known) -> str:
    """That a name is not a rule, and which one may be meant."""
    hint = f"{nearest(name, sorted(known.names))}expected the name of a rule's file, without .yaml"
    return f"there is no rule {name} ({hint})"


def _references(rule: Rule, known: Known) -> Iterator[Complaint]:
    for place, name in [*_counts_from(rule), *_mentions(rule)]:
        if name not in known.names:
            yield place, no_rule(name, known)


def _circle(rule: Rule, known: Known) -> Iterator[Complaint]:
    """Rules that wait for each other; told once, at the first of them by name."""
    for place, name in _waits_for(rule):
        circle = _way_back(rule["id"], name, known.rules)
        if circle and rule["id"] == min(circle):
            way = " -> ".join(circle)
            yield place, f"goes round in a circle: {way} (take one of these references out)"


def _way_back(start: str, through: str, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """The shortest way from a rule through another back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start, through)]
    seen = {through}
    for way in ways:
        if way[-1] == start:
            return way
        for _, name in _waits_for(rules.get(way[-1], {})):
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _waits_for(rule: Rule) -> Iterator[tuple[Place, str]]:
    """The rules whose date this one needs: those that it names, and those that the engine asks."""
    yield from _dated_by(rule)
    for i, condition in enumerate(rule.get("falls_away", ())):
        asked = asked_by(CONDITIONS[condition])
        yield from ((("falls_away", i), name) for name in asked)
    if rule.get("after_contract") in REPORTED:
        yield from ((("after_contract",), name) for name in asked_by(on_last_day))


def _unmoved(rule: Rule, known: Known) -> Iterator[Complaint]:
    """An end that may come later, from which a rule counts without a word of what moves it."""
    follows = {rule["id"], *(name for _, name in _dated_by(rule))}
    for place, name in _dated_by(rule):
        later = _later_ends(name, known.rules)
        if later and not follows.intersection(later) and name not in rule.get("unmoved", ()):
            hint = f"expected {later[-1]}, or by which article it stays: unmoved: {{{name}: ...}}"
            yield place, f"{name} can be moved by {later[0]} ({hint})"


def _later_ends(name: str, rules: Mapping[str, Rule]) -> list[str]:
    """The ends that may come instead of this one, the nearest first."""
    found: list[str] = []
    while (later := rules.get(name, {}).get("moved_by")) and later not in found:
        found.append(later)
        name = later
    return found


def _counted_again(rule: Rule, known: Known) -> Iterator[Complaint]:
    """As many weeks of sickness as an end that may come later, counted anew from the first day."""
    for place, term in _terms(rule):
        for name, end in known.rules.items():
            movable = "moved_by" in end and end is not rule and term["kind"] in IN_WEEK
            if movable and term.get("count") == end.get("term", {}).get("count"):
                hint = f"expected a kind that counts from it: of: {name}"
                yield (
                    (*place, "count"),
                    f"{term['count']} is that of {name}, which can move ({hint})",
                )


def _dated_by(rule: Rule) -> Iterator[tuple[Place, str]]:
    """The rules from which this one counts, as it says and as its kind of term does."""
    yield from _counts_from(rule)
    for place, term in _terms(rule):
        yield from (((*place, "kind"), name) for name in asked_by(KINDS[term["kind"]]))


def _counts_from(rule: Rule) -> Iterator[tuple[Place, str]]:
    """The rules that this one names because it needs their date."""
    yield from (((*place, "of"), term["of"]) for place, term in _terms(rule) if "of" in term)
    if "recurs_until" in rule:
        yield ("recurs_until",), rule["recurs_until"]


def _terms(rule: Rule) -> Iterator[tuple[Place, Any]]:
    yield from (((name,), rule[name]) for name in ("from", "term") if name in rule)
    earlier = enumerate(rule.get("earlier", ()))
    yield from ((("earlier", i, "term"), version["term"]) for i, version in earlier)


def _mentions(rule: Rule) -> Iterator[tuple[Place, str]]:
    """The rules that this one only names."""
    yield from ((("related", i), name) for i, name in enumerate(rule.get("related", ())))
    yield from ((("unmoved", name), name) for name in rule.get("unmoved", ()))
    yield from (((key,), rule[key]) for key in ("moved_by", "matters_from") if key in rule)


def wrong_sources(rule: Rule, known: Known) -> Iterator[Complaint]:
    """Sources that name no law, or what was not read of one."""
    if known.laws is None:
        return
    for i, cited in enumerate(rule["sources"]):
        name = cited["law"]
        law = known.laws.get(name)
        if law is None:
            hint = f"{nearest(name, known.laws)}expected a name of laws.yaml; or add it there"
            yield ("sources", i, "law"), f"there is no law {name} ({hint})"
        elif "{article}" in law["url"] and "article" not in cited:
            hint = 'add it in quotes, such as article: "25"'
            yield ("sources", i, "article"), f"is missing (expected with {name}; {hint})"
        else:
            yield from (
                (("sources", i, *place), told) for place, told in wrong_citation(cited, law)
            )


def _backwards(rule: Rule, _: Known) -> Iterator[Complaint]:
    for place, version in _versions(rule):
        begins, ends = version["valid_from"], version.get("valid_to")
        if ends and ends < begins:
            told = f"{ends} is before valid_from (expected {begins} or later)"
            yield (*place, "valid_to"), told


def _gaps(rule: Rule, _: Known) -> Iterator[Complaint]:
    """One version ends on the day before the next begins: a day has one law, and never none."""
    for (place, version), (_place, later) in pairwise(_versions(rule)):
        ends, begins = version["valid_to"], later["valid_from"]
        days = date.fromisoformat(begins).toordinal() - date.fromisoformat(ends).toordinal()
        if days != 1:
            fault = "leaves a gap before" if days > 1 else "overlaps"
            hint = "expected the day before that one begins; the oldest version stands first"
            yield (*place, "valid_to"), f"{ends} {fault} the version from {begins} ({hint})"


def _versions(rule: Rule) -> Iterator[tuple[Place, Rule]]:
    """The earlier versions and the one of today, each with its place."""
    yield from ((("earlier", i), version) for i, version in enumerate(rule.get("earlier", ())))
    yield (), rule


def wrong_languages_of(rule: Rule, _: Known) -> Iterator[Complaint]:
    """Words that one language has and another one lacks."""
    texts = {language: _texts(rule[language]) for language in LANGUAGES if language in rule}
    for language, place, other in unlike(texts):
        # Of what is missing as a whole no parts.
        if place[:-1] == () or place[:-1] in texts[language]:
            hint = f"expected because {other} has it; translate it, or take it out of {other}"
            yield (language, *place), f"is missing ({hint})"


def _tasks(rule: Rule, known: Known) -> Iterator[Complaint]:
    """What one language lacks of a rule that breaks the schema: of Dutch, that tells all but whose tasks."""
    words = [rule[language] for language in LANGUAGES if language in rule]
    persons = {person for each in words for person in each.get("tasks", ())}
    if persons <= set(schema()["$defs"]["person"]["enum"]):
        lacking = wrong_languages_of(rule, known)
        yield from (each for each in lacking if each[0][0] != DUTCH or "tasks" in each[0])


def _texts(words: Mapping[str, Any]) -> set[Place]:
    """The place of everything that must be there in every language."""
    tasks = {("tasks", person) for person in words.get("tasks", {})}
    return {(name,) for name in words} | tasks


def _contents(rule: Rule, _: Known) -> Iterator[Complaint]:
    words = {language: rule[language] for language in LANGUAGES if language in rule}
    counts = {language: len(each.get("contents", ())) for language, each in words.items()}
    dutch = counts[DUTCH]
    for language, count in counts.items():
        if dutch and count and count != dutch:
            told = f"{count} there, {dutch} in nl (expected as many, in the same order)"
            yield (language, "contents"), told


def _appointment(rule: Rule, known: Known) -> Iterator[Complaint]:
    """A calendar needs a number for what has a last day and must be done, each its own."""
    taken = {
        name: other["appointment"] for name, other in known.rules.items() if "appointment" in other
    }
    free = max(taken.values(), default=0) + 1
    if "appointment" not in rule:
        has_last_day = "term" in rule or rule.get("after_contract") in REPORTED
        if has_last_day and rule["kind"] in {"obligation", "event"}:
            yield ("appointment",), f"is missing (expected the next free number, {free})"
        return
    first = min(name for name, number in taken.items() if number == rule["appointment"])
    if known.rules.get(first) is not rule:
        told = f"{rule['appointment']} is the number of {first} already"
        yield ("appointment",), f"{told} (expected one of its own, such as {free})"


def _told_by(rule: Rule, _: Known) -> Iterator[Complaint]:
    """A fact is told by a question of the case, and only of what somebody could call done."""
    field = rule.get("told_by")
    if field is None:
        return
    if rule["kind"] not in {"right", "event"}:
        told = f"does not go with kind {rule['kind']} (expected with right or event)"
        yield ("told_by",), told
        return
    fields = [*paths_of(Case), NOWHERE]
    if field not in fields:
        told = f"there is no field {field} of a case ({nearest(field, fields)}"
        yield ("told_by",), f"{told}expected one of {', '.join(fields)})"


# What the schema does not tell of a rule that breaks it: a key that is missing, it does.
BESIDE_THE_SCHEMA: tuple[Callable[[Rule, Known], Iterator[Complaint]], ...] = (
    _references,
    wrong_sources,
    _backwards,
    _gaps,
    _tasks,
    _contents,
    _appointment,
    _told_by,
)

CHECKS: tuple[Callable[[Rule, Known], Iterator[Complaint]], ...] = (
    _references,
    _circle,
    _unmoved,
    _counted_again,
    wrong_sources,
    _backwards,
    _gaps,
    wrong_languages_of,
    _contents,
    _appointment,
    _told_by,
)
