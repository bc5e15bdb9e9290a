"""The text of a paper as blocks: the one syntax in which papers are written, changed and taken along.

A line that begins with `# ` is the title, with `## ` a heading. Lines that begin with `- [ ] `, `- [x] `, `- ` or
a number and a full stop are items of a list. Any other line is a paragraph.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

BlockKind = Literal["title", "heading", "boxes", "ticked", "bullets", "numbers", "paragraph"]

# By what begins a line; the first that fits.
MARKS: tuple[tuple[BlockKind, str], ...] = (
    ("title", r"# +"),
    ("heading", r"##+ +"),
    ("boxes", r"- \[ ?\] +"),
    ("ticked", r"- \[[xX]\] +"),
    ("bullets", r"[-*•] +"),
    ("numbers", r"\d{1,3}[.)] +"),
    ("paragraph", r""),
)
LISTS: frozenset[BlockKind] = frozenset({"boxes", "ticked", "bullets", "numbers"})


class Block(NamedTuple):
    """A title, heading or paragraph with one line, or a list with one for each item."""

    kind: BlockKind
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order; an empty line only keeps two lists apart."""
    marked = [_marked(line.strip()) for line in text.splitlines()]
    return [block for kind, group in groupby(marked, key=_kind) for block in _block(kind, group)]


def _kind(marked: tuple[BlockKind | None, str]) -> BlockKind | None:
    return marked[0]


def _marked(line: str) -> tuple[BlockKind | None, str]:
    if not line:
        return None, ""
    kind, mark = next((kind, mark) for kind, mark in MARKS if re.match(mark, line))
    return kind, re.sub(f"^{mark}", "", line)


def _block(
    kind: BlockKind | None, group: Iterator[tuple[BlockKind | None, str]]
) -> Iterator[Block]:
    lines = tuple(line for _, line in group)
    if kind in LISTS:
        yield Block(kind, lines)
    elif kind:
        yield from (Block(kind, (line,)) for line in lines)
