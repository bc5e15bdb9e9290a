"""`make check`: the spelling of all Dutch and English that ships, by a dictionary of each and our own words."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from poortwachter.i18n import DUTCH
from tests.conftest import ROOT
from tests.spelling.dictionary import PACKAGES, file_of, instead_of, is_ours, is_right, own_words
from tests.spelling.texts import files, said_in

# Addresses are made of words that are none.
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|js|law|net|nl|org)\b[\w/-]*")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# In another language, what letters and forms call it: `the company doctor (bedrijfsarts)`.
BRACKETS = re.compile(r"\([^()]*\)")
# In English any word can have it.
OF_SOMEBODY = re.compile(r"['’]s$")
HINTS = 20

Used = dict[str, set[str]]


def strange_words(text: str, language: str = DUTCH) -> set[str]:
    """Words that the dictionary lacks; those between brackets may be Dutch."""
    text = ADDRESS.sub(" ", text)
    within = " ".join(BRACKETS.findall(text))
    outside = text if language == DUTCH else BRACKETS.sub(" ", text)
    return unknown(outside, language) | {
        word
        for word in unknown(within, language)
        if not (is_right(word, DUTCH) or is_ours(word, DUTCH))
    }


def unknown(text: str, language: str) -> set[str]:
    """What holds a digit is no word."""
    found = (OF_SOMEBODY.sub("", word) if language == "en" else word for word in WORD.findall(text))
    words = (part for word in found for part in without_numbers(word, language))
    return {word for word in words if not is_right(word, language)}


def without_numbers(word: str, language: str) -> list[str]:
    if not re.search(r"\d", word) or is_right(word, language):
        return [word]
    return [part for part in word.split("-") if not re.search(r"\d", part)]


def spelled_wrong(strange: set[str], language: str) -> set[str]:
    return {word for word in strange if not is_ours(word, language)}


def mistakes(file: Path, wrong: set[str], language: str) -> Iterator[tuple[str, str, str]]:
    """Where each word stands, the word and its language."""
    lines = file.read_text(encoding="utf-8").splitlines()
    for word in sorted(wrong):
        places = [n for n, line in enumerate(lines, start=1) if word in WORD.findall(line)]
        yield f"{file.relative_to(ROOT)}:{places[0] if places else 1}", word, language


def told(found: Iterator[tuple[str, str, str]]) -> Iterator[str]:
    """A line each, the first ones with what may be meant."""
    for place, word, language in islice(found, HINTS):
        yield f"{place}: {word}{instead_of(word, language)}"
    yield from (f"{place}: {word}" for place, word, _ in found)


def faults_of_the_list(own: Sequence[str], used: set[str], language: str = DUTCH) -> Iterator[str]:
    name = file_of(language).relative_to(ROOT)
    if [*own] != sorted(set(own), key=lambda word: (word.casefold(), word)):
        yield f"{name}: is not in the order of the alphabet, or names a word twice"
    needed = used | {word[0].lower() + word[1:] for word in used}
    yield from (f"{name}: {word} is not needed" for word in own if word not in needed)


def check(used: Used) -> Iterator[tuple[str, str, str]]:
    """All mistakes; what the dictionaries lack is added to the words that are used."""
    for file in files():
        for language, text in said_in(file).items():
            strange = strange_words(text, language)
            used[language] |= strange
            yield from mistakes(file, spelled_wrong(strange, language), language)


def main() -> int:
    used: Used = {language: set() for language in PACKAGES}
    found = [*told(check(used))]
    for language, strange in used.items():
        found += faults_of_the_list(own_words(language), strange, language)
    print(*found or [f"No word is spelled wrong in {len(files())} files"], sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
