"""Dutch names in brackets, which the rules tell in another language: a voice must read them as Dutch.

The words of the rules hold no markup, for programs read them too; and the theme shows the names of pages. So they are
marked in the pages as they are built, wherever they stand.
"""

import re
from pathlib import Path

from macros.page_words import page_words

# Between these is no markup: programs read it, or it is the name of the page in a tab.
APART = r"<(script|style|title|textarea|option)\b.*?</\1>|<!--.*?-->|<[^>]*>"


def mark(pages: Path, language: str) -> None:
    """Mark them on all pages of a language."""
    names = page_words(language).dutch_names
    for file in sorted(pages.rglob("*.html")) if names else ():
        text = file.read_text(encoding="utf-8")
        file.write_text(marked(text, names), encoding="utf-8")


def marked(html: str, names: frozenset[str]) -> str:
    """The same page with `<span lang="nl">` around each of the names that stands in brackets."""
    longest_first = sorted(names, key=len, reverse=True)
    bracketed = re.compile(rf"{APART}|\(({'|'.join(map(re.escape, longest_first))})\)", re.DOTALL)
    return bracketed.sub(_marked, html)


def _marked(found: re.Match[str]) -> str:
    return f'(<span lang="nl">{found[2]}</span>)' if found[2] else found[0]
