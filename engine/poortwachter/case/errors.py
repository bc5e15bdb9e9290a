"""What is wrong with an input: each problem names its field, what was given and what was expected."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from poortwachter.case.program_texts import FOR_PROGRAMS
from poortwachter.i18n.messages import fill, filled

LONGEST_ECHO = 60


def echo(value: object, longest: int = LONGEST_ECHO) -> str:
    """The value as it was given, short enough for one line."""
    text = str(value) if isinstance(value, str | date) else _as_json(value)
    # A lone surrogate, which JSON can escape, cannot be encoded.
    text = " ".join(text.encode(errors="replace").decode().split()) or '""'
    # Marks that cannot be seen turn the words around them, or hide among them.
    text = "".join(each if each.isprintable() else "?" for each in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _as_json(value: object) -> str:
    try:
        return json.dumps(value, default=str)
    except (RecursionError, TypeError, ValueError):
        # Only Python can give this: too deep, in a circle, or with keys or numbers unknown to JSON.
        return type(value).__name__


class Problem(NamedTuple):
    """One thing that is wrong, at `field` (a path such as `recoveries[0].last_day`).

    `code` names its sentence, for programs in program_texts.py and for visitors among the
    `errors` of rules/messages.yaml.
    """

    field: str
    code: str
    values: Mapping[str, Any] = {}

    def message(self, language: str | None = None) -> str:
        """What is wrong: for programmers, or for visitors in a language."""
        if language is None:
            return fill(FOR_PROGRAMS[self.code], "en", self.values)
        return filled("errors", self.code, language, self.values)

    def line(self) -> str:
        """Field and message, as the command prints them."""
        return f"{self.field}: {self.message()}" if self.field else self.message()

    def to_dict(self, language: str | None = None) -> dict[str, str]:
        """An entry of `errors` where an answer was asked for."""
        return {"field": self.field, "message": self.message(language)}


class InvalidInputError(ValueError):
    """The input cannot be answered; `problems` holds every problem, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))
