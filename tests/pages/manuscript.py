"""The pages of the guide as people write them, in each language, by the Dutch name of each page."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, nodes
from mkdocs.utils.yaml import yaml_load

from macros.page_words import folders, languages, page_words
from poortwachter.i18n import DUTCH
from tests.conftest import ROOT

DOCS = ROOT / "docs"
OTHERS = [each for each in languages() if each != DUTCH]

# Of these macros an argument is text, which is another in each language: how many come before it.
BEFORE_TEXT = {"elders": 0, "schema": 1, "bestand": 1}

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r'\]\(([^)\s]+)\)|\bhref="([^"]+)"')
HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)


class Call(NamedTuple):
    """A macro with the arguments that are the same in every language."""

    name: str
    arguments: tuple[Any, ...]
    options: tuple[tuple[str, Any], ...]


def folder(language: str) -> Path:
    return DOCS / page_words(language).templates["main"]["folder"]


def config(language: str) -> dict[str, Any]:
    """What MkDocs makes the pages with, what is inherited included."""
    name = "mkdocs.yml" if language == DUTCH else f"mkdocs.{language}.yml"
    with (ROOT / name).open(encoding="utf-8") as file:
        return dict(yaml_load(file))


@cache
def pages(language: str) -> dict[str, Path]:
    """The file of each page, by its Dutch name: `stappen/loonstop`."""
    root = folder(language)
    files = {file.relative_to(root).with_suffix(""): file for file in root.rglob("*.md")}
    return {
        dutch_name(str(name), language): file
        for name, file in files.items()
        if not (language == DUTCH and name.parts[0] in _not_dutch())
    }


def _not_dutch() -> set[str]:
    return {"decisions", *(each.strip("/") for each in folders())}


def dutch_name(name: str, language: str) -> str:
    """What a page is called in Dutch: `../self-check` in English is `../zelfcheck`."""
    own = {own: dutch for dutch, own in page_words(language).names.items()}
    before, slash, last = name.rpartition("/")
    return f"{before}{slash}{own.get(last, last)}"


def calls(text: str) -> "Counter[Call]":
    """The macros of a page, in whatever order."""
    found = Environment(autoescape=True).parse(FRONT_MATTER.sub("", text)).find_all(nodes.Call)
    return Counter(_call(each) for each in found)


def _call(call: nodes.Call) -> Call:
    assert isinstance(call.node, nodes.Name)
    name = call.node.name
    given = [each.as_const() for each in call.args]
    options = sorted((each.key, each.value.as_const()) for each in call.kwargs)
    return Call(name, tuple(given[: BEFORE_TEXT.get(name)]), tuple(options))


def links(text: str, language: str) -> "Counter[str]":
    """Where a page leads to, by the Dutch names of pages: `../zelfcheck.md#begin`."""
    return Counter(_links(CODE.sub("", text), language))


def _links(text: str, language: str) -> Iterator[str]:
    for found in LINK.finditer(text):
        page, hash_, anchor = (found[1] or found[2]).partition("#")
        known = f"{dutch_name(page.removesuffix('.md'), language)}.md" if _is_page(page) else page
        yield f"{known}{hash_}{anchor}"


def _is_page(address: str) -> bool:
    return address.endswith(".md") and "://" not in address


def levels(text: str) -> list[int]:
    """How deep each heading stands, in the order of the page."""
    return [len(found[1]) for found in HEADING.finditer(CODE.sub("", text))]
