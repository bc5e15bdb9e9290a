"""The words that people use find their page: the worker of the built search is asked without a browser."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence

import pytest
import yaml

from macros.guidebook import load_whole
from macros.page_words import editions, languages
from macros.postbuild.search_index import place
from poortwachter.i18n import DUTCH
from tests.conftest import ROOT, built
from tests.pages.built_page import EDITIONS

NODE = ROOT / ".venv/bin/node"
ASKED = {
    language: yaml.safe_load((ROOT / "tests/pages" / name).read_text(encoding="utf-8"))
    for language, name in {"nl": "searches.yaml", "en": "searches.en.yaml"}.items()
}
FIRST = 3
VOWELS = "aeiou"


def answers(
    edition: str, questions: Sequence[str], language: str = DUTCH
) -> list[list[str] | None]:
    """For each question the places that are found, the first one first."""
    done = subprocess.run(
        [NODE, ROOT / "tests/searches.mjs", editions(built(edition))[language]],
        input="\n".join(questions),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [found and [place(each) for each in found] for found in told]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_people_type_finds_its_page_among_the_first_three(edition: str, language: str) -> None:
    asked = ASKED[language]
    assert len(asked) >= 50
    found = dict(zip(asked, answers(edition, [*asked], language), strict=True))
    assert {
        words: (found[words] or [])[:FIRST]
        for words, page in asked.items()
        if page not in (found[words] or [])[:FIRST]
    } == {}


@pytest.mark.parametrize("language", languages())
def test_two_words_find_the_pages_that_have_both(language: str) -> None:
    pairs = [question.split() for question in ASKED[language] if len(question.split()) == 2]
    questions = sorted({each for pair in pairs for each in (*pair, " ".join(pair))})
    found = dict(zip(questions, answers("site", questions, language), strict=True))
    telling = [pair for pair in pairs if all(found[word] is not None for word in pair)]
    assert len(telling) > len(pairs) // 2
    for one, other in telling:
        both = {*(found[one] or [])}.intersection(found[other] or [])
        assert not both or both == {*(found[f"{one} {other}"] or [])}, (one, other)


def dutch_plurals(word: str) -> set[str]:
    """How Dutch makes a plural of a word that ends so: which of them is right, only people know."""
    if word.endswith(("en", "ens")):
        return set()
    if word.endswith("e"):
        return {f"{word}s"}
    if word[-1] in VOWELS:
        return {f"{word}'s"}
    return {f"{word}s"} | {f"{stem}en" for stem in (word, *long(word), *short(word), *soft(word))}


def long(word: str) -> Iterator[str]:
    """A long vowel is written once before one consonant: loon, lonen."""
    if re.search(r"(aa|ee|oo|uu)[^aeiou]$", word):
        yield word[:-2] + word[-1]


def short(word: str) -> Iterator[str]:
    """After a short vowel the consonant is written twice: plan, plannen."""
    if re.search(r"(?<![aeiou])[aeiou][^aeiouj]$", word) and not word.endswith("ig"):
        yield word + word[-1]


def soft(word: str) -> Iterator[str]:
    """An s or f becomes z or v: advies, adviezen; brief, brieven."""
    if re.search(r"[aeiouj][sf]$", word):
        yield from (each[:-1] + {"s": "z", "f": "v"}[word[-1]] for each in (word, *long(word)))


def english_plurals(word: str) -> set[str]:
    """How English makes a plural of a word that ends so, unless it is one: weeks."""
    if re.search("(?<!s)(?<!si)s$", word):
        return set()
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return {f"{word[:-1]}ies"}
    if word.endswith("sis"):
        return {f"{word[:-2]}es"}
    return {f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"}


PLURALS = {"nl": dutch_plurals, "en": english_plurals}


@pytest.mark.parametrize("language", languages())
def test_each_word_of_a_rules_name_finds_its_page_also_in_its_plural(language: str) -> None:
    titles = {name: rule.words[language].name for name, rule in load_whole().actionable.items()}
    words = {name: re.findall(r"(?!\d)[\w-]{3,}", title) for name, title in titles.items()}
    singular = sorted({each.lower() for found in words.values() for each in found})
    asked = {word: {word, *PLURALS[language](word)} for word in singular}
    questions = [each for forms in asked.values() for each in sorted(forms)]
    found = dict(zip(questions, answers("site", questions, language), strict=True))
    # Of a word that says nothing there is no plural: van, bij.
    telling = {word for word in singular if found[word] is not None}
    assert len(telling) > len(titles)
    assert [
        (name, form)
        for name, own in words.items()
        for word in telling.intersection(map(str.lower, own))
        for form in sorted(asked[word])
        if f"stappen/{name}" not in (found[form] or [])
    ] == []
