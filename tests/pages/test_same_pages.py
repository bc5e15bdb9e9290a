"""Every language has the same guide: the same pages in the same order, that ask and link the same."""

from collections.abc import Callable
from typing import Any

import pytest

from poortwachter.i18n import DUTCH
from tests.pages.manuscript import (
    FRONT_MATTER,
    OTHERS,
    calls,
    config,
    dutch_name,
    levels,
    links,
    pages,
)


@pytest.mark.parametrize("language", OTHERS)
def test_each_page_has_one_in_the_other_language_and_the_other_way_round(language: str) -> None:
    assert len(pages(DUTCH)) > 80
    assert pages(language).keys() ^ pages(DUTCH).keys() == set()


def in_order(nav: Any, language: str) -> Any:
    """The pages of a menu with its folds, without the titles."""
    if isinstance(nav, list):
        return [in_order(each, language) for each in nav]
    if isinstance(nav, dict):
        return [in_order(each, language) for each in nav.values()]
    return dutch_name(nav.removesuffix(".md"), language)


@pytest.mark.parametrize("language", OTHERS)
def test_the_menu_has_the_same_pages_in_the_same_order(language: str) -> None:
    dutch = in_order(config(DUTCH)["nav"], DUTCH)
    assert "index" in dutch[0]
    assert in_order(config(language)["nav"], language) == dutch


def differences(language: str, found: Callable[[str, str], Any]) -> dict[str, tuple[Any, Any]]:
    """Of each page that differs, what is found in Dutch and in the other language."""
    differing = {}
    for name, file in pages(DUTCH).items():
        dutch = found(file.read_text(encoding="utf-8"), DUTCH)
        other = found(pages(language)[name].read_text(encoding="utf-8"), language)
        if dutch != other:
            differing[name] = dutch, other
    return differing


def only_in_one(pairs: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    return {name: (one - other, other - one) for name, (one, other) in pairs.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_asks_the_engine_for_the_same_in_every_language(language: str) -> None:
    assert only_in_one(differences(language, lambda text, _: calls(text))) == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_leads_to_the_same_places_in_every_language(language: str) -> None:
    assert only_in_one(differences(language, links)) == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_has_the_same_headings_in_every_language(language: str) -> None:
    assert differences(language, lambda text, _: levels(text)) == {}


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_says_the_same_of_itself_in_every_language(language: str) -> None:
    """Its keys, such as what it hides; title and description are words."""

    def keys(text: str, _language: str) -> list[str]:
        found = FRONT_MATTER.match(text)
        lines = found[0].splitlines() if found else []
        return [
            line.partition(":")[0] if line.startswith(("title", "description")) else line
            for line in lines
        ]

    assert differences(language, keys) == {}


PAGE = """---
title: Loon
---

# Loon {{ weken("einde-wachttijd") }}

{{ termijn("wia-aanvraag") | hoofdletter }}: {{ elders("week 91") }} of [doe dit](../zelfcheck.md#begin).
"""


@pytest.mark.parametrize(
    ("other", "seen"),
    [
        (PAGE.replace("wia-aanvraag", "wia-beslissing"), calls),
        (PAGE.replace("termijn", "week"), calls),
        (PAGE.replace('{{ elders("week 91") }}', ""), calls),
        (PAGE.replace("#begin", "#eind"), lambda text: links(text, DUTCH)),
        (PAGE.replace("zelfcheck.md", "stappenplan.md"), lambda text: links(text, DUTCH)),
        (PAGE.replace("# Loon", "## Loon"), levels),
    ],
)
def test_a_page_that_says_something_else_would_be_seen(
    other: str, seen: Callable[[str], Any]
) -> None:
    assert other != PAGE
    assert seen(other) != seen(PAGE)


def test_words_may_differ_and_so_may_the_name_of_a_page() -> None:
    english = PAGE.replace('"week 91"', '"Week 91"').replace("zelfcheck.md", "self-check.md")
    assert calls(english) == calls(PAGE)
    assert links(english, "en") == links(PAGE, DUTCH)
