"""The pages of the menu, as the built pages tell of them: whoever built them, in the order of the menu."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from macros.open_data import Page
from macros.postbuild.components import ROOT
from poortwachter.i18n import DUTCH

TITLE = re.compile(r"<title>(.*?) - [^-]*</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">', re.DOTALL)


def menu(pages: Path, language: str) -> list[Page]:
    """Each page of the menu of a language. `pages`: the folder that was built, with a folder for each page."""
    return [
        _page(pages, name, title, section) for name, title, section in _entries(_nav(language), "")
    ]


def tab(file: Path) -> str:
    """What the tab of a page is called: its name in the menu, or else its title."""
    return _told(TITLE, file)


def _nav(language: str) -> Any:
    name = "mkdocs.yml" if language == DUTCH else f"mkdocs.{language}.yml"
    with (ROOT / name).open(encoding="utf-8") as file:
        return yaml_load(file)["nav"]


def _entries(nav: Any, section: str) -> Iterator[tuple[str, str, str]]:
    """The file of each page, its name in the menu if it has one there, and the top of the menu that it is below."""
    for each in nav:
        [(title, value)] = each.items() if isinstance(each, dict) else [("", each)]
        if isinstance(value, str):
            yield value, title, section
        else:
            yield from _entries(value, section or title)


def _page(pages: Path, name: str, title: str, section: str) -> Page:
    address = re.sub(r"(^|/)index/$", r"\1", f"{name.removesuffix('.md')}/")
    file = pages / address / "index.html"
    return Page(title or tab(file), address, _told(DESCRIPTION, file), section)


def _told(pattern: re.Pattern[str], file: Path) -> str:
    found = pattern.search(file.read_text(encoding="utf-8"))
    return html.unescape(found[1]) if found else ""
