"""A Markdown extension: on a page, a term explains itself where it is first used, and not again.

A mark on every use would be noise, and with the theme's tooltips each mark is a stop of the Tab key.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Where a mark would be in the way of a link, or of the name of a section.
NO_PLACE = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "abbr"}

# Lower than that of the abbreviations, which must be there first.
PRIORITY = 1


class FirstUse(Treeprocessor):
    """Takes back the marks of all uses of a term but the first."""

    def run(self, root: Element) -> None:
        """Walk the page once, in the order of reading."""
        self._walk(root, set(), marks_here=True)

    def _walk(self, parent: Element, seen: set[str], *, marks_here: bool) -> None:
        for child in [*parent]:
            if child.tag != "abbr":
                self._walk(child, seen, marks_here=marks_here and child.tag not in NO_PLACE)
            elif not marks_here or child.get("title", "") in seen:
                _unwrap(parent, child)
            else:
                seen.add(child.get("title", ""))


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
    """Named in mkdocs.yml as `macros.first_use`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Register the treeprocessor."""
        md.treeprocessors.register(FirstUse(md), "first_use", PRIORITY)


def makeExtension(**options: object) -> FirstUseExtension:  # noqa: N802 - as above
    """What Markdown asks a module of extensions for."""
    return FirstUseExtension(**options)
