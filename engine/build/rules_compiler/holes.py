"""Holes in prose: what stands between braces is filled with what the rules count with.

A hole names what it wants, of which rule, figure or change, and in which form:
`{term}`, `{term:wia-aanvraag}`, `{figure:loon}`, `{term:melding-42-weken|nth}`. CONTRIBUTING
lists them all.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from poortwachter.i18n import counted, listed, measured, ordinal, written
from poortwachter.law import Term
from rules_compiler.complaints import nearest, options
from rules_compiler.values import Values

HOLE = re.compile(r"\{([^{}]*)\}")
PARTS = re.compile(r"(?P<what>[a-z]+)(:(?P<name>[a-z0-9-]+))?(\|(?P<form>[a-z]+))?")


class HoleError(ValueError):
    """A hole that cannot be filled, and why."""


class Hole(NamedTuple):
    """What stands between braces, taken apart; `own` is the rule in whose words it stands."""

    what: str
    name: str | None
    form: str | None
    own: str | None

    @property
    def rule(self) -> str:
        """The rule that is meant: another one, or the one in whose words this stands."""
        found = self.name or self.own
        if found is None:
            raise HoleError(f"names no rule (expected {self.what}: and the name of a rule)")
        return found


def read(text: str, own: str | None) -> Hole:
    """What stands between two braces as a hole.

    Raises:
        HoleError: where it is none.
    """
    found = PARTS.fullmatch(text)
    if not found or found["what"] not in FILLERS:
        hint = options(text.partition(":")[0], FILLERS)
        raise HoleError(f"is no hole ({hint}; with a name after a colon)")
    if found["form"] and found["form"] not in FORMS:
        raise HoleError(f"has no form {found['form']} ({options(found['form'], FORMS)})")
    return Hole(found["what"], found["name"], found["form"], own)


def is_hole(text: str) -> bool:
    """Whether the compiler fills this, and not the engine: in a sentence, what names something."""
    what, colon, _ = text.partition(":")
    return bool(colon) and what in FILLERS


def filled(text: str, values: Values, language: str, own: str | None = None) -> str:
    """A text of which every hole is filled.

    Raises:
        HoleError: where one of them cannot be.
    """
    return HOLE.sub(lambda found: answer(found[1], values, language, own), text)


def answer(text: str, values: Values, language: str, own: str | None = None) -> str:
    """What to write in place of a hole.

    Raises:
        HoleError: where nothing can be.
    """
    hole = read(text, own)
    return FILLERS[hole.what](hole, values, language)


def faults(text: str, values: Values, language: str, own: str | None) -> Iterator[str]:
    """What is wrong with the holes in a text."""
    for found in HOLE.finditer(text):
        try:
            answer(found[1], values, language, own)
        except HoleError as error:
            if not _of_broken(found[1], values, own):
                yield f"{found[0]} {error}"
    if {"{", "}"} & {*HOLE.sub("", text)}:
        yield "has a brace that stands alone (expected each hole between two, such as {term})"


def _of_broken(text: str, values: Values, own: str | None) -> bool:
    """Whether a hole asks for what a broken rule may give: that rule is told, not each that asks."""
    found = PARTS.fullmatch(text)
    if not found or found["what"] not in OF_RULES:
        return False
    # A week is counted through other rules, any of which may be the broken one.
    through = found["what"] == "week" and (found["name"] or own) in values.rules
    return (found["name"] or own) in values.broken or bool(through and values.broken)


def _term(hole: Hole, values: Values, language: str) -> str:
    return _counted(hole, values.term(_rule(hole, values)), language)


def _from(hole: Hole, values: Values, language: str) -> str:
    return _counted(hole, values.opens(_rule(hole, values)), language)


def _counted(hole: Hole, term: Term | None, language: str) -> str:
    if term is None or not term.count:
        raise HoleError(f"asks for a count that {hole.rule} does not have (take another hole)")
    return _in_form(hole, term.count, term.unit, language)


def _week(hole: Hole, values: Values, language: str) -> str:
    number = values.week(_rule(hole, values))
    if number is None:
        told = f"asks for a week, and the term of {hole.rule} gives none"
        raise HoleError(f"{told} (expected a rule that counts weeks of sickness; or take {{term}})")
    return _in_form(hole, number, "week", language)


def _figure(hole: Hole, values: Values, language: str) -> str:
    figure = _known(hole, values.figures, "figures.yaml or constants.yaml")
    return _in_form(hole, figure["value"], figure["unit"], language)


def _since(hole: Hole, values: Values, language: str) -> str:
    change = _known(hole, values.changes, "changes.yaml")
    day = change["day"]
    return str(day.year) if change.get("only_year") else written(day, language)


def _fine(hole: Hole, values: Values, language: str) -> str:
    steps = values.rules[_rule(hole, values)].get("fine", {}).get("steps")
    if not steps:
        raise HoleError(f"asks for a fine that {hole.rule} does not have (take another hole)")
    return listed([_fine_step(each, values, language) for each in steps], language)


def _fine_step(step: Mapping[str, int], values: Values, language: str) -> str:
    """From how late on which amount is due, in the words of the messages of the engine."""
    texts = values.messages["texts"]
    late = texts["days_late"][language].format(days=counted(step["days_late"], "days", language))
    told: str = texts["fine_step"][language].format(euros=step["euros"], since=late)
    return told


def _rule(hole: Hole, values: Values) -> str:
    if hole.rule not in values.rules:
        near = nearest(hole.rule, values.rules)
        raise HoleError(f"names no rule ({near}expected the name of a rule's file, without .yaml)")
    return hole.rule


def _known(hole: Hole, found: Mapping[str, Any], where: str) -> Any:
    if hole.name is None or hole.name not in found:
        near = nearest(hole.name, found)
        raise HoleError(f"names nothing ({near}expected a name of {where}; or add it there)")
    return found[hole.name]


def _in_form(hole: Hole, number: int, unit: str, language: str) -> str:
    return FORMS[hole.form](number, language) if hole.form else measured(number, unit, language)


# The words that a hole may begin with.
FILLERS: Mapping[str, Callable[[Hole, Values, str], str]] = {
    "term": _term,
    "from": _from,
    "week": _week,
    "figure": _figure,
    "since": _since,
    "fine": _fine,
}

# Those that ask for something of a rule.
OF_RULES = {"term", "from", "week", "fine"}

# In which other form a number can be told than with its unit.
FORMS: Mapping[str, Callable[[int, str], str]] = {
    "number": lambda number, _: str(number),
    "nth": ordinal,
}
