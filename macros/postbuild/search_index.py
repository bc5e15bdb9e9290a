"""The index of the theme's search, with the words that people use: the worker of search-words.js reads it."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from macros.page_words import SearchWords, page_words
from macros.postbuild.menu import tab

Index = dict[str, Any]

# A hyphen stands within a word: the worker reads re-integratie both whole and by its parts.
SEPARATOR = r"""[\s.,:;!?()\[\]/"“”„…]+"""
READING = {"separator": SEPARATOR, "pipeline": ["stopWordFilter", "stemmer"]}
# Among titles with a word, the shorter one is more about it: up to half as much again.
SHORT = 0.5


def bring_words(site: Path, language: str) -> None:
    """Add to the index what the guide does not say, also to the script that a page reads from disk.

    Raises:
        ValueError: words lead to no place, or are names of what the guide does not speak of.
    """
    file = site / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    words = page_words(language)
    terms = [each.term for each in words.terms.values()]
    if wrong := [*problems(index, words.search, terms)]:
        raise ValueError("\n".join(f"macros/words/{language}.yaml: {each}" for each in wrong))
    pages = [entry["location"] for entry in index["docs"] if "#" not in entry["location"]]
    tabs = {place(page): tab(_file(site / page)) for page in pages}
    text = json.dumps(with_words(index, tabs, words.search), separators=(",", ":"))
    file.write_text(text, encoding="utf-8")
    if (script := file.with_suffix(".js")).exists():
        script.write_text(f"var __index = {text}", encoding="utf-8")


def place(location: str) -> str:
    """An address as people write it, served or from disk: `stappen/loonstop`, `onderwerpen/loon#begin`."""
    page, *section = location.split("#")
    page = re.sub(r"(^|/)index$", "", page.removesuffix(".html").rstrip("/"))
    return "#".join([page, *section])


def problems(index: Index, words: SearchWords, terms: Iterable[str]) -> Iterator[str]:
    """What in the words leads to nothing, each with what may be meant. `terms`: of the glossary."""
    places = {place(entry["location"]) for entry in index["docs"]}
    titles = [*(_title(entry) for entry in index["docs"]), *terms]
    for name in sorted(words.places.keys() - places):
        yield f"there is no {name}{_hint(name, places)}"
    for word in words.names:
        if not any(_stands_in(word, title) for title in titles):
            yield f"{word} stands in no title and not in the glossary{_hint(word, titles)}"


def with_words(index: Index, tabs: Mapping[str, str], words: SearchWords) -> Index:
    """The index with a field `words` beside title and text, which is searched and not shown.

    Args:
        index: as the theme's plugin made it.
        tabs: what the tab of each page is called, by its place: its name in the navigation.
        words: what people call it.
    """
    fields = {**index["config"]["fields"], "words": {"boost": 1}}
    docs = [
        {
            **entry,
            **_field(_words(place(entry["location"]), _title(entry), tabs, words)),
            "boost": _weight(entry),
        }
        for entry in index["docs"]
    ]
    return {"config": {**index["config"], **READING, "fields": fields}, "docs": docs}


def _words(where: str, title: str, tabs: Mapping[str, str], words: SearchWords) -> Iterator[str]:
    """What leads to a page or a section; to a page also its address and the name of its tab."""
    if where in tabs:
        yield from (tabs[where], where.rpartition("/")[2])
    yield from words.places.get(where, ())
    for word, names in words.names.items():
        if _stands_in(word, title):
            yield from names


def _field(words: Iterable[str]) -> dict[str, str]:
    text = " ".join(dict.fromkeys(filter(None, words)))
    return {"words": text} if text else {}


def _weight(entry: Mapping[str, Any]) -> float:
    own: float = entry.get("boost", 1)
    return round(own * (1 + SHORT / len(_title(entry).split())), 2)


def _title(entry: Mapping[str, Any]) -> str:
    return re.sub(r"<[^>]*>", "", html.unescape(entry["title"]))


def _stands_in(word: str, title: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", title, re.IGNORECASE))


def _file(page: Path) -> Path:
    return page / "index.html" if page.is_dir() else page


def _hint(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""
