"""The texts of an organisation are data: on one line, in letters that are seen, and that nothing takes for more."""

import re
from collections.abc import Iterator
from typing import Any
from unicodedata import combining, name, normalize

from rules_compiler.complaints import Complaint
from rules_compiler.lines import Place

# HTML, Markdown, Jinja and our own sentences take these for more than letters.
NOT_IN_TEXTS = frozenset("<>{}[]\\`")
# A name also stands in headings, and brackets behind it tell whose agreement it is.
NOT_IN_NAMES = NOT_IN_TEXTS | frozenset("()*_|#~^$")
# Letters by their kind, and yet nothing is seen of them.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
NAMES = ("name", "noun")
# What a name may not hold: it would speak for others.
OF_OTHERS = frozenset(
    [
        "wet",
        "wetten",
        "uwv",
        "bw",
        "artikel",
        "overheid",
        "rijksoverheid",
        "law",
        "act",
        "article",
        "government",
    ]
)
ARTICLE = re.compile(r"^(de|het|een|the|an|a) ")


def tidied(told: Any) -> Any:
    """The same with each text on one line, and each accent in its letter."""
    if isinstance(told, dict):
        return {key: tidied(each) for key, each in told.items()}
    if isinstance(told, list):
        return [tidied(each) for each in told]
    return normalize("NFC", " ".join(told.split())) if isinstance(told, str) else told


def wrong_texts(told: Any, place: Place = ()) -> Iterator[Complaint]:
    """Letters that may not stand where they stand, in all that was read."""
    if isinstance(told, dict | list):
        for key, each in told.items() if isinstance(told, dict) else enumerate(told):
            yield from wrong_texts(each, (*place, key))
    elif isinstance(told, str):
        in_name = place[-1] in NAMES
        yield from ((place, message) for message in _wrong_letters(told, in_name=in_name))


def compared(text: str) -> str:
    """A name without what does not matter when it is held against another."""
    return "".join(filter(str.isalnum, ARTICLE.sub("", text.casefold())))


def _wrong_letters(text: str, *, in_name: bool) -> Iterator[str]:
    if not text:
        yield "is empty (expected text)"
    for each in text:
        if each in (NOT_IN_NAMES if in_name else NOT_IN_TEXTS) or _is_hidden(each):
            yield f"holds {_shown(each)}, which cannot stand here (expected letters, digits and common marks)"
            return
    if in_name:
        yield from _wrong_name(text)


def _wrong_name(text: str) -> Iterator[str]:
    other = next((each for each in text if each.isalpha() and not _is_latin(each)), None)
    if other:
        yield f"holds {_shown(other)}, which looks like another letter (expected Latin ones)"
    for word in re.findall(r"\w+", text.casefold()):
        if word in OF_OTHERS:
            yield f"holds {word}, as if it were of others (expected a name of your own)"


def _is_hidden(letter: str) -> bool:
    return not letter.isprintable() or letter in BLANK or combining(letter) > 0


def _is_latin(letter: str) -> bool:
    return normalize("NFKC", letter) == letter and name(letter, "").startswith("LATIN")


def _shown(letter: str) -> str:
    number = f"U+{ord(letter):04X}"
    return number if _is_hidden(letter) or not letter.isascii() else f"{letter} ({number})"
