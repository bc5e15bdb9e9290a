"""In another language each term of the trade has one word, which stands wherever the term is meant."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from macros.guidebook import load_whole
from macros.page_words import FOLDER, languages, page_words
from poortwachter.i18n import DUTCH
from tests.conftest import ROOT

OTHERS = [each for each in languages() if each != DUTCH]
ADDRESS = re.compile(r"\]\([^)\s]*\)|<[^>]*>|`[^`]*`")
BRACKETS = re.compile(r"\(([^()]+)\)")
# As far before its Dutch name the term may stand: the sick report to the employer (ziekmelding).
NEAR = 80


def told(content: Any) -> Iterator[str]:
    """Every text of a file of words."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        yield from (text for each in content.values() for text in told(each))
    elif isinstance(content, list):
        yield from (text for each in content for text in told(each))


def words_in_file(language: str) -> dict[str, Any]:
    content = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return dict(content)


@cache
def texts(language: str) -> list[tuple[str, str]]:
    """All that we say in a language, by its file, but for what people call it when they search."""
    words = words_in_file(language)
    terms = [{"term": each["term"], "text": each["text"]} for each in words["terms"].values()]
    said = [words["templates"], terms, words["components"]]
    found = [(f"words/{language}.yaml", text) for text in told(said)]
    for file in sorted((ROOT / f"engine/rules/translations/{language}").glob("*.yaml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        found += [(file.name, text) for text in told(content)]
    pages = ROOT / "docs" / words["templates"]["main"]["folder"]
    for file in sorted(pages.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        found += [(str(file.relative_to(pages)), each) for each in text.split("\n\n")]
    return [(file, " ".join(ADDRESS.sub(" ", text).split())) for file, text in found]


def rejected(language: str) -> dict[str, str]:
    """By each word that we do not use the one that we do."""
    terms = page_words(language).terms.values()
    by_term = {word: each.term for each in terms for word in each.never}
    others = words_in_file(language)["never"].items()
    return by_term | {word: ours for ours, words in others for word in words}


def used(text: str, words: dict[str, str]) -> list[str]:
    """Which of these words stand in a text, also as more than one."""
    any_of = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
    return re.findall(rf"(?<![\w-])({any_of})s?(?![\w-])", text, re.IGNORECASE)


def without_brackets(name: str) -> str:
    return BRACKETS.sub("", name).strip()


@pytest.mark.parametrize("language", languages())
def test_a_word_is_used_for_one_term_only(language: str) -> None:
    terms = Counter(each.term.casefold() for each in page_words(language).terms.values())
    assert [term for term, times in terms.items() if times > 1] == []
    names = Counter(each.words[language].name.casefold() for each in load_whole().rules.values())
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_term_has_its_word_in_each_language(language: str) -> None:
    assert page_words(language).terms.keys() == page_words(DUTCH).terms.keys()


@pytest.mark.parametrize("language", OTHERS)
def test_a_word_that_we_do_not_use_for_a_term_stands_nowhere(language: str) -> None:
    words = rejected(language)
    assert len(words) > 50
    found = {
        f"{file}: {word}: {text[:200]}"
        for file, text in texts(language)
        for word in used(text, words)
    }
    assert found == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_both_used_and_not(language: str) -> None:
    ours = [each.term for each in page_words(language).terms.values()]
    assert [each for each in ours if used(each, rejected(language))] == []


def test_a_word_that_we_do_not_use_would_be_seen() -> None:
    words = rejected("en")
    for text in (
        "Make an action plan.",
        "Wage penalty",
        "the occupational physicians",
        "reintegration",
    ):
        assert used(text, words), text
    assert not used("A plan of action, and re-integration after a wage sanction.", words)


@pytest.mark.parametrize("language", OTHERS)
def test_what_stands_before_the_dutch_name_of_a_term_is_the_word_for_it(language: str) -> None:
    terms = {each.dutch: each.term for each in page_words(language).terms.values() if each.dutch}
    wrong = []
    count = 0
    for file, text in texts(language):
        for found in BRACKETS.finditer(text):
            if (name := found[1].strip()) not in terms:
                continue
            count += 1
            before = text[max(0, found.start() - NEAR) : found.start()]
            if terms[name].casefold() not in before.casefold():
                wrong.append(f"{file}: {terms[name]}: {before}{found[0]}")
    assert count > 40
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_rule_that_is_called_as_a_term_is_called_so_in_each_language(language: str) -> None:
    terms = {each.term.casefold(): name for name, each in page_words(DUTCH).terms.items()}
    called = {
        rule.id: (terms[name], without_brackets(rule.words[language].name))
        for rule in load_whole().rules.values()
        if (name := without_brackets(rule.words[DUTCH].name).casefold()) in terms
    }
    assert len(called) > 5
    words = page_words(language).terms
    assert {
        rule: name
        for rule, (term, name) in called.items()
        if name.casefold() != words[term].term.casefold()
    } == {}
