"""A Markdown extension: on a page, a term explains itself where it is first used, and not again.

A mark on every use would be noise, and with the theme's tooltips each mark is a stop of the Tab key. On a page in
another language the first use also tells the Dutch term: letters and forms have that one.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.treeprocessors import Treeprocessor

from macros.page_words import Term, page_words

# Where a mark would be in the way of a link, or of the name of a section.
NO_PLACE = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "abbr"}

# A tag, or what Markdown puts in its place until the page is done.
MARKUP = "(?:<[^>]*>|\x02[^\x03]*\x03)"

# Lower than that of the abbreviations, which must be there first.
PRIORITY = 1


class FirstUse(Treeprocessor):
    """Takes back the marks of all uses of a term but the first."""

    def __init__(self, md: Markdown, dutch: Mapping[str, str]) -> None:
        """`dutch`: what a term is called there, by what it is called here."""
        super().__init__(md)
        self.dutch = dutch
        self._page = ""

    def run(self, root: Element) -> None:
        """Walk the page once, in the order of reading."""
        blocks = [each for each in self.md.htmlStash.rawHtmlBlocks if isinstance(each, str)]
        self._page = "".join([*root.itertext(), *blocks])
        self._walk(root, set(), marks_here=True)

    def _walk(self, parent: Element, seen: set[str], *, marks_here: bool) -> None:
        for child in [*parent]:
            if child.tag != "abbr":
                self._walk(child, seen, marks_here=marks_here and child.tag not in NO_PLACE)
            elif not marks_here or child.get("title", "") in seen:
                _unwrap(parent, child)
            else:
                seen.add(child.get("title", ""))
                self._tell_dutch(parent, child)

    def _tell_dutch(self, parent: Element, abbr: Element) -> None:
        """Put the Dutch term behind, unless the page itself tells it: once is enough."""
        dutch = self.dutch.get(abbr.text or "")
        if not dutch or re.search(rf"\({MARKUP}?{re.escape(dutch)}{MARKUP}?\)", self._page):
            return
        span = Element("span", lang="nl")
        span.text, span.tail = dutch, f"){abbr.tail or ''}"
        abbr.tail = " ("
        parent.insert([*parent].index(abbr) + 1, span)


def _unwrap(parent: Element, child: Element) -> None:
    """Leave an element's text where the element was."""
    place = [*parent].index(child)
    text = (child.text or "") + (child.tail or "")
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)


class FirstUseExtension(Extension):
    """Named in mkdocs.yml as `macros.first_use`, with the language of the pages."""

    def __init__(self, **options: object) -> None:
        """`language`: whose terms they are."""
        self.config = {"language": ["nl", "the language of the pages"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Register the abbreviations, and behind them the treeprocessor."""
        terms: list[Term] = [*page_words(self.getConfig("language")).terms.values()]
        AbbrExtension(glossary={each.term: each.text for each in terms}).extendMarkdown(md)
        dutch = {each.term: each.dutch for each in terms if each.dutch}
        md.treeprocessors.register(FirstUse(md, dutch), "first_use", PRIORITY)


def makeExtension(**options: object) -> FirstUseExtension:  # noqa: N802 - as above
    """What Markdown asks a module of extensions for."""
    return FirstUseExtension(**options)
