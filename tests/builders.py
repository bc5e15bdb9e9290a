"""Compare the pages of another builder with those of MkDocs: `python -m tests.builders`, or `make compare WITH=zensical`.

A page is the same if its article has the same text, leads to the same places and tells the same days, and if what
stands around it leads to the same pages. How that looks is the builder's own.
"""

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from tests.conftest import ROOT, made

MKDOCS = ROOT / "site"
DAY = re.compile(r"\b\d{1,2} [a-z]{3,9} \d{4}\b|\b\d{4}-\d\d-\d\d\b", re.IGNORECASE)
# Two ways to write the same place.
ROOT_OF_HOST = re.compile(r"/\.$")
NO_TEXT = {"script", "style"}


class Told(NamedTuple):
    """What a page tells, without the markup."""

    text: str
    links: list[str]
    days: list[str]
    menu: list[str]


class Reader(HTMLParser):
    """Collects what stands in the article of a page, and where the rest leads to; of a script or a style nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.menu: set[str] = set()
        self._inside = False
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside |= tag == "article"
        self._silent = tag in NO_TEXT
        address = dict(attrs).get("href") or ""
        if self._inside and address:
            self.links.append(ROOT_OF_HOST.sub("/", address))
        elif tag == "a" and not address.startswith("#"):
            self.menu.add(normpath(address))

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "article"
        self._silent = False

    def handle_data(self, data: str) -> None:
        if self._inside and not self._silent:
            self.texts.append(data)


def read(file: Path) -> Told:
    reader = Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    text = " ".join("".join(reader.texts).split())
    return Told(text, reader.links, DAY.findall(text), sorted(reader.menu - {"."}))


def pages(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


def differences(site: Path) -> Iterator[tuple[str, str]]:
    """Of another site than that of MkDocs each page that differs, and in what."""
    yield from ((page, "page") for page in pages(MKDOCS) ^ pages(site))
    for page in pages(MKDOCS) & pages(site):
        ours, other = read(MKDOCS / page), read(site / page)
        yield from (
            (page, part) for part in Told._fields if getattr(ours, part) != getattr(other, part)
        )


def main() -> None:
    site = made("site")
    found = sorted(differences(site))
    for page, part in found:
        print(f"{page}: another {part}")
    differing = {part: sum(each == part for _, each in found) for part in ("page", *Told._fields)}
    told = ", ".join(f"{count} with another {part}" for part, count in differing.items())
    print(f"Of {len(pages(MKDOCS))} pages: {told}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
