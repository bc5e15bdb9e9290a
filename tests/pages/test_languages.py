"""The built site in each language: every page says which it is, leads to the same page in the others, and is whole."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.page_words import editions, languages, page_words
from macros.postbuild import search_index, theme_script
from tests.conftest import built
from tests.pages import manuscript
from tests.pages.built_page import EDITIONS, BuiltPage, in_language, is_external, pages, tagged

LOST = "404.html"
LOADED = {"script": "src", "img": "src", "iframe": "src", "link": "href"}


def of_each_language(edition: str) -> Iterator[tuple[str, BuiltPage]]:
    for language in languages():
        yield from ((language, page) for page in in_language(edition, language))


def alternates(page: BuiltPage) -> dict[str, Path]:
    """Where a page says that it stands in each language."""
    found = tagged(page, "link", rel="alternate")
    return {
        each.attributes["hreflang"]: page.target(each.attributes["href"])
        for each in found
        if "hreflang" in each.attributes
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_page_as_written_is_built_in_its_language(edition: str) -> None:
    for language in languages():
        found = {page.file for page in in_language(edition, language) if page.file.name != LOST}
        root = editions(built(edition))[language]
        own = [
            file.relative_to(manuscript.folder(language)).with_suffix("")
            for file in manuscript.pages(language).values()
        ]
        assert found == {_place(root, name, edition) for name in own}


def _place(root: Path, name: Path, edition: str) -> Path:
    if edition == "site-offline" or name.name == "index":
        return root / name.with_suffix(".html")
    return root / name / "index.html"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_says_in_which_language_it_is(edition: str) -> None:
    for language, page in of_each_language(edition):
        (html,) = tagged(page, "html")
        assert html.attributes["lang"] == language, page
        (locale,) = tagged(page, "meta", property="og:locale")
        assert locale.attributes["content"] == page_words(language).templates["main"]["og_locale"]
    locales = {page_words(each).templates["main"]["og_locale"] for each in languages()}
    assert len(locales) == len(languages())


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_names_itself_and_the_same_page_in_each_language_and_that_one_names_it_back(
    edition: str,
) -> None:
    told = {page.file: alternates(page) for page in pages(edition) if page.file.name != LOST}
    for language, page in of_each_language(edition):
        if page.file.name == LOST:
            assert alternates(page) == {}
            continue
        assert told[page.file].keys() == set(languages()), page
        assert told[page.file][language] == page.file
        for other in told[page.file].values():
            assert told.get(other) == told[page.file], f"{page}: {other}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_head_of_a_page_leads_to_the_same_page_in_each_other_language(edition: str) -> None:
    for language, page in of_each_language(edition):
        found = {
            each.attributes["hreflang"]: page.target(each.attributes["href"])
            for each in tagged(page, "a", **{"class": "pw-language"})
        }
        assert found.keys() == set(languages()) - {language}, page
        start = {each: root / "index.html" for each, root in editions(built(edition)).items()}
        there = alternates(page) or start
        assert found == {each: there[each] for each in found}, page
        assert all(file.is_file() for file in found.values())


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_way_to_another_language_is_told_in_that_language(edition: str) -> None:
    for _, page in of_each_language(edition):
        for link in tagged(page, "a", **{"class": "pw-language"}):
            assert link.attributes["lang"] == link.attributes["hreflang"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_only_the_head_leads_to_another_language(edition: str) -> None:
    """A link that leaves the language would be a mistake in a page, or in what fills it in."""
    for language, page in of_each_language(edition):
        own = {each.file for each in in_language(edition, language)}
        leaving = [
            link
            for each in page.elements
            if each.tag == "a" and "pw-language" not in each.attributes.get("class", "").split()
            for link in [each.attributes.get("href", "")]
            if link and not is_external(link)
            if (file := page.target(link)).suffix == ".html" and file not in own
        ]
        assert leaving == [], page


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_that_a_page_loads_is_there(edition: str) -> None:
    """Also what the self-check is told to load from, and where the search is."""
    missing = []
    for page in pages(edition):
        asked = [each.attributes.get(LOADED.get(each.tag, ""), "") for each in page.elements]
        asked += [each.attributes.get("data-base", "") for each in page.elements]
        asked += search_of(page)
        inside = [each for each in asked if each and not is_external(each)]
        missing += [
            f"{page}: {each}"
            for each in inside
            if not each.startswith("data:") and not there(page, each)
        ]
    assert missing == []


def search_of(page: BuiltPage) -> list[str]:
    return re.findall(r'"search": "([^"]+)"', page.file.read_text(encoding="utf-8"))


def there(page: BuiltPage, link: str) -> bool:
    found = page.target(link)
    return found.is_file() or (link.endswith("/") and found.parent.is_dir())


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_all_languages_share_stands_once_and_is_loaded_from_there(edition: str) -> None:
    """Scripts, engine and licences: a visitor who changes language does not get them again."""
    root = built(edition)
    counting = {"zelfcheck.js", "dossiers.js"}
    shared = counting | {"voor-jou.js", "engine", "onderdelen", "schema"}
    for language in manuscript.OTHERS:
        own = editions(root)[language] / "assets"
        assert shared & {each.name for each in own.iterdir()} == set()
        check = next(
            page
            for page in in_language(edition, language)
            if any(each.attributes.get("id") == "engine" for each in page.elements)
        )
        loaded = {
            check.target(each.attributes["src"])
            for each in tagged(check, "script")
            if "src" in each.attributes
        }
        assert loaded & {root / "assets" / each for each in counting}
        bases = {
            each.attributes["data-base"]
            for each in check.elements
            if "data-base" in each.attributes
        }
        assert {check.target(f"{each}x").parent for each in bases} == {root / "assets/engine"}


def indexed(root: Path) -> set[str]:
    index = json.loads((root / "search/search_index.json").read_text(encoding="utf-8"))
    return {search_index.place(each["location"]).partition("#")[0] for each in index["docs"]}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_search_of_a_language_finds_its_own_pages_and_no_others(edition: str) -> None:
    """All but the page that is made to stand in a frame on somebody else's site."""
    for language, root in editions(built(edition)).items():
        own = {
            search_index.place(str(page.file.relative_to(root)).removesuffix("index.html"))
            for page in in_language(edition, language)
            if page.file.name != LOST
        }
        assert own - indexed(root) == {page_words(language).names["zelfcheck-inbouw"]}
        assert indexed(root) - own == set()
        start = next(
            page for page in in_language(edition, language) if page.file == root / "index.html"
        )
        assert [start.target(each).is_relative_to(root) for each in search_of(start)] == [True]


def test_the_page_for_a_wrong_address_stays_in_its_language_at_any_depth() -> None:
    for language in languages():
        root = editions(built("site"))[language]
        (lost,) = [page for page in in_language("site", language) if page.file.name == LOST]
        addresses = [each for each in lost.links if not is_external(each)]
        assert len(addresses) > 6
        assert [each for each in addresses if not each.startswith("/")] == []
        within = [
            lost.target(each.attributes["href"]).is_relative_to(root)
            for each in lost.elements
            if each.tag == "a" and "hreflang" not in each.attributes
            if each.attributes.get("href", "").startswith("/")
        ]
        assert all(within)
        assert page_words(language).templates["not_found"]["title"] in lost.file.read_text("utf-8")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_script_of_the_theme_looks_for_no_map_of_another_language(edition: str) -> None:
    for root in editions(built(edition)).values():
        (script,) = (root / "assets/javascripts").glob("bundle.*.min.js")
        assert theme_script.ALTERNATES not in script.read_text(encoding="utf-8")


def test_a_theme_that_looks_for_maps_in_another_way_is_told(tmp_path: Path) -> None:
    script = tmp_path / "assets/javascripts/bundle.1.min.js"
    script.parent.mkdir(parents=True)
    script.write_text("sitemap()", encoding="utf-8")
    with pytest.raises(ValueError, match="expected once"):
        theme_script.fetch_no_maps(tmp_path)
