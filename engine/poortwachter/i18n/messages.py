"""Fills in the sentences with which the engine explains itself; they are written in rules/."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from poortwachter.i18n.locales import (
    DUTCH,
    NL,
    capitalised,
    counted,
    listed,
    listed_as_choice,
    with_weekday,
    written,
    written_as_typed,
)
from poortwachter.law.rulebook import Rule, load

Writer = Callable[[Any, str], object]

VALUE = re.compile(r"\{(\w+)\}")


class Message(NamedTuple):
    """A sentence with its values, to be read in any language.

    `kind` and `name` say where it stands in rules/messages.yaml.
    """

    kind: str
    name: str
    values: Mapping[str, object] = {}

    def text(self, language: str = DUTCH) -> str:
        """The sentence in words, with a capital."""
        return capitalised(self.phrase(language))

    def phrase(self, language: str = DUTCH) -> str:
        """The sentence in words: dates written out, weeks and days counted."""
        return filled(self.kind, self.name, language, self.values)


def phrase(kind: str, name: str, language: str = DUTCH, /, **values: object) -> str:
    """A part of a sentence in words."""
    return filled(kind, name, language, values)


def filled(kind: str, name: str, language: str, values: Mapping[str, object]) -> str:
    """The same, with the values in a mapping."""
    return fill(load().messages[kind][name][language], language, values)


def fill(sentence: str, language: str, values: Mapping[str, object]) -> str:
    """A sentence with its values written in a language."""
    pattern, holes = _pattern(sentence)
    return pattern % tuple([write(values[value], language) for value, write in holes])


def say(name: str, language: str = DUTCH, /, **values: object) -> str:
    """One of the `texts`, with a capital."""
    return capitalised(filled("texts", name, language, values))


def people(ids: Iterable[str], language: str = DUTCH) -> str:
    """Who must act, for example `werkgever en bedrijfsarts`."""
    words = load().messages["people"]
    return listed([words[each][language] for each in ids], language)


@cache
def _pattern(sentence: str) -> tuple[str, list[tuple[str, Writer]]]:
    """A sentence with %s for each value, and which values they are, each with how it is written."""
    holes = [(value, _writer(value)) for value in VALUE.findall(sentence)]
    return VALUE.sub("%s", sentence.replace("%", "%%")), holes


def _writer(name: str) -> Writer:
    """How a value is written: some by their name, all others by what they are."""
    if name in NL["units"]:
        return partial(_counted, name)
    return WRITERS.get(name, _plain)


def _counted(unit: str, number: int, language: str) -> str:
    return counted(number, unit, language)


def _plain(value: object, language: str) -> object:
    if isinstance(value, date):
        return written(value, language)
    if isinstance(value, Message):
        return value.phrase(language)
    if isinstance(value, tuple):
        return ", ".join(str(_plain(item, language)) for item in value)
    return value


WITH_WEEKDAY = {"day", "uwv_day", "safe_day"}

RULE_TEXTS: dict[str, Callable[[Rule, str], str]] = {
    "noun": lambda rule, language: rule.words[language].noun,
    "name": lambda rule, language: rule.words[language].name,
}


def _whether(assumed: Iterable[Message], language: str) -> str:
    return listed([each.phrase(language) for each in assumed], language)


def _nouns(rules: Iterable[Rule], language: str) -> str:
    return listed([RULE_TEXTS["noun"](rule, language) for rule in rules], language)


# How the kinds that are in a pause are called within a sentence, by what stands between braces: the
# words of rules/messages.yaml under pauses, and how they are listed.
KINDS_IN_A_PAUSE: dict[str, Callable[[list[str], str], str]] = {
    "states": listed_as_choice,
    "labels": listed_as_choice,
    "reasons": listed,
    "pauses": listed,
}


def _kinds(name: str, kinds: Iterable[str], language: str) -> str:
    words = [phrase("pauses", f"{name}_{kind}", language) for kind in kinds]
    return KINDS_IN_A_PAUSE[name](words, language)


WRITERS: dict[str, Writer] = {
    **{name: partial(_kinds, name) for name in KINDS_IN_A_PAUSE},
    "whether": _whether,
    "nouns": _nouns,
    **dict.fromkeys(WITH_WEEKDAY, with_weekday),
    **RULE_TEXTS,
    "subject": Message.text,
    "typed_day": written_as_typed,
}
