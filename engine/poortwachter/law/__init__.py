"""The compiled rules with their versions, and what code asks of them."""

from poortwachter.law.references import ASKED, asked_by
from poortwachter.law.rulebook import (
    LANGUAGES,
    NOWHERE,
    Certainty,
    Condition,
    Constant,
    Kind,
    Person,
    Phase,
    Presence,
    Rule,
    Rulebook,
    Source,
    Strength,
    Term,
    Words,
    load,
    read_compiled,
)

__all__ = [
    "ASKED",
    "LANGUAGES",
    "NOWHERE",
    "Certainty",
    "Condition",
    "Constant",
    "Kind",
    "Person",
    "Phase",
    "Presence",
    "Rule",
    "Rulebook",
    "Source",
    "Strength",
    "Term",
    "Words",
    "asked_by",
    "load",
    "read_compiled",
]
