"""A page of the built guide, read without a browser."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.page_words import editions
from poortwachter.i18n import DUTCH
from tests.conftest import ROOT, built

EDITIONS = ("site", "site-offline")
EXTERNAL = ("http", "https", "mailto")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Element(NamedTuple):
    tag: str
    attributes: dict[str, str]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.headings: list[tuple[str, str]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag in HEADINGS:
            self._heading = tag
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if self._heading:
            tag, text = self.headings[-1]
            self.headings[-1] = (tag, text + data)


@dataclass(frozen=True)
class BuiltPage:
    file: Path
    root: Path
    elements: list[Element] = field(repr=False)
    headings: list[tuple[str, str]] = field(repr=False)

    @property
    def links(self) -> list[str]:
        """All that leads somewhere: an icon that is written out in its own address does not."""
        addresses = [each.attributes.get("href") for each in self.elements]
        return [each for each in addresses if each is not None and not each.startswith("data:")]

    @property
    def ids(self) -> set[str]:
        return {each.attributes["id"] for each in self.elements if "id" in each.attributes}

    def target(self, link: str) -> Path:
        """The file that a link within the guide leads to."""
        path = unquote(urlsplit(link).path)
        start = self.root if path.startswith("/") else self.file.parent
        found = (start / path.lstrip("/")).resolve() if path else self.file
        return found / "index.html" if found.is_dir() else found

    def __str__(self) -> str:
        return str(self.file.relative_to(ROOT))


@cache
def read(file: Path, root: Path) -> BuiltPage:
    reader = Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return BuiltPage(file, root, reader.elements, reader.headings)


def pages(edition: str) -> list[BuiltPage]:
    root = built(edition)
    return [read(file, root) for file in sorted(root.rglob("*.html"))]


def in_language(edition: str, language: str) -> list[BuiltPage]:
    """The pages of one language, in its folder of a built site."""
    return [read(file, built(edition)) for file in files_in(edition, language)]


def files_in(edition: str, language: str) -> list[Path]:
    """The same as files, that for a wrong address too."""
    folders = editions(built(edition))
    others = [folder for each, folder in folders.items() if each not in (language, DUTCH)]
    found = sorted(folders[language].rglob("*.html"))
    return [file for file in found if not any(file.is_relative_to(each) for each in others)]


def tagged(page: BuiltPage, tag: str, **attributes: str) -> list[Element]:
    """The elements with these attributes; of a class, with it among others."""
    return [
        each
        for each in page.elements
        if each.tag == tag
        and all(
            value in each.attributes.get(name, "").split() for name, value in attributes.items()
        )
    ]


def page_of(edition: str, source: str) -> BuiltPage:
    """The page of docs/SOURCE.md."""
    file = f"{source}.html" if edition == "site-offline" else f"{source}/index.html"
    return read(built(edition) / file, built(edition))


def is_external(link: str) -> bool:
    return urlsplit(link).scheme in EXTERNAL or link.startswith("//")
