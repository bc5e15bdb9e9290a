"""`llms.txt` (llmstxt.org): the site for programs that read text, with one line a page."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from macros.page_words import folder, page_words

# What a program that reads text may want beside the pages.
API = {name: f"api/{name}.json" for name in ("index", "rules", "examples", "holidays")}


class Page(NamedTuple):
    """What is told of a page of the menu. `section`: the part of the menu that it stands in; at the top nothing."""

    title: str
    url: str
    description: str = ""
    section: str = ""


def llms_txt(language: str, pages: Iterable[Page], site: str) -> str:
    """The whole file.

    Args:
        language: of the pages.
        pages: in the order of the menu.
        site: where the site stands, with a slash at the end; empty where nobody said.
    """
    told = page_words(language).templates["open_data"]
    home = f"{site}{folder(language)}" if site else ""
    whole = site or "../" * folder(language).count("/")
    lines = [f"# {told['name']}", "", f"> {told['about']}", "", str(told["no_advice"])]
    for section, found in groupby(pages, key=lambda page: page.section):
        lines += ["", f"## {section or told['pages']}", ""]
        lines += [_line(each, home) for each in found]
    lines += ["", f"## {told['data']}", ""]
    lines += [f"- [{file}]({whole}{file}): {told[name]}" for name, file in API.items()]
    return "\n".join([*lines, ""])


def _line(page: Page, home: str) -> str:
    """A page with what it says of itself. The first page has no way from where it stands."""
    told = f": {page.description}" if page.description else ""
    return f"- [{page.title}]({home}{page.url or './'}){told}"
