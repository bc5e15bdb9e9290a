"""The pages of the guide: each rule that somebody can look up has one, and a place in the navigation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

FOLDER = "docs/stappen"
CONFIGURATION = "mkdocs.yml"
IN_NAVIGATION = re.compile(r"\bstappen/([a-z0-9-]+)\.md")

# A moment comes by itself: it stands in the step plan.
WITHOUT_PAGE = "moments"


class Pages(NamedTuple):
    """The text of each step's page by its name, the names in the navigation, and all pages by file."""

    texts: dict[str, str]
    listed: frozenset[str]
    guide: Mapping[str, str] = {}

    @classmethod
    def of(cls, root: Path) -> "Pages":
        """Those of the project in this folder."""
        files = (root / FOLDER).glob("*.md")
        configuration = (root / CONFIGURATION).read_text(encoding="utf-8")
        return cls(
            {file.stem: file.read_text(encoding="utf-8") for file in files},
            frozenset(IN_NAVIGATION.findall(configuration)),
            dict(_guide(root)),
        )


def _guide(root: Path) -> Iterator[tuple[str, str]]:
    """Every page of the guide, in every language; what is for developers asks for nothing."""
    for file in sorted((root / "docs").rglob("*.md")):
        name = file.relative_to(root)
        if "decisions" not in name.parts:
            yield name.as_posix(), file.read_text(encoding="utf-8")


def wrong_pages(files: Iterable[str], pages: Pages) -> Iterator[tuple[str, str]]:
    """Pages that are missing, that are not listed, or that are of no rule: which file, and what."""
    names = {
        PurePosixPath(file).stem
        for file in files
        if PurePosixPath(file).parent.name != WITHOUT_PAGE
    }
    for name in sorted(names):
        yield from _wrong(name, pages)
    for name in sorted(pages.texts.keys() - names):
        yield (
            f"{FOLDER}/{name}.md",
            f"there is no rule {name} (expected one with this name; or move the page)",
        )


def _wrong(name: str, pages: Pages) -> Iterator[tuple[str, str]]:
    page = f"{FOLDER}/{name}.md"
    for macro in ("stap", "bronnen"):
        called = f'{{{{ {macro}("{name}") }}}}'
        if name not in pages.texts:
            yield page, f"is missing (expected a page with {called})"
        elif called not in pages.texts[name]:
            yield page, f"{called} is missing (expected once)"
    if name not in pages.listed:
        hint = "add it to nav where a visitor would look for it"
        yield CONFIGURATION, f"stappen/{name}.md is in no menu ({hint})"
