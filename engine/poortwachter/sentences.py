"""Fills in the sentences with which the engine explains itself; they are written in rules/."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from poortwachter.language import DUTCH, LANGUAGES, capitalised, counted, with_weekday, written
from poortwachter.rulebook import Rule, load


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its values, to be read in any language.

    `kind` and `name` say where it stands in rules/sentences.yaml.
    """

    kind: str
    name: str
    values: dict[str, object] = field(default_factory=dict)

    def text(self, language: str = DUTCH) -> str:
        """The sentence in words, with a capital."""
        return capitalised(phrase(self.kind, self.name, language, **self.values))


def phrase(kind: str, name: str, language: str = DUTCH, /, **values: object) -> str:
    """A part of a sentence in words: dates written out, weeks and days counted."""
    template = load().sentences[kind][name][language]
    return template.format(**{name: _text(name, value, language) for name, value in values.items()})


def say(name: str, language: str = DUTCH, /, **values: object) -> str:
    """One of the `texts`, with a capital."""
    return Sentence("texts", name, values).text(language)


def _text(name: str, value: object, language: str) -> object:
    if isinstance(value, date):
        return with_weekday(value, language) if name in WITH_WEEKDAY else written(value, language)
    if isinstance(value, Rule):
        return RULE_TEXTS[name](value, language)
    if isinstance(value, Sentence):
        return phrase(value.kind, value.name, language, **value.values)
    if isinstance(value, int) and name in LANGUAGES[language].units:
        return counted(value, name, language)
    if isinstance(value, tuple):
        return ", ".join(str(_text(name, item, language)) for item in value)
    return value


WITH_WEEKDAY = {"day", "uwv_day", "safe_day"}

RULE_TEXTS: dict[str, Callable[[Rule, str], str]] = {
    "noun": lambda rule, language: rule.words[language].noun,
    "name": lambda rule, language: rule.words[language].name,
}
