"""Reads own.yaml: a file of strangers, of which nothing may take long or run."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from own_layer.texts import tidied
from rules_compiler.source import Source

FILE = "own.yaml"
MOST_BYTES = 100_000
# A step has texts in languages: nothing of it stands deeper.
DEEPEST = 8
MOST_PARTS = 4000
LONGEST = 2000
# With this key YAML takes the keys of another block.
MERGE = "<<"
# Octal, hexadecimal, or of sixties, as times are: nobody means that here.
NUMBER_OF_ANOTHER_KIND = re.compile(r"[-+]?(0[0-9xob_]|[0-9_]+:[0-9])")
# A comment has a space on both sides of its mark.
CUT_OFF = re.compile(r"\s+#\S")


def read_own(source: Source) -> Any:
    """The content of own.yaml, or None where it cannot be used; `source` keeps why."""
    if not source.folder.is_dir():
        source.wrong_outside(FILE, 1, f"{source.folder} is no folder (expected one with {FILE})")
        return None
    for path in sorted([*source.folder.glob("*.y*ml"), *source.folder.glob(f"{FILE}.*")]):
        if path.name != FILE:
            source.wrong_outside(path.name, 1, f"is read by nobody (expected {FILE} alone)")
    dangers = [*_dangers(source.folder / FILE)]
    for line, message in dangers:
        source.wrong_outside(FILE, line, message)
    return None if dangers else tidied(source.read(FILE, "own"))


def _dangers(path: Path) -> Iterator[tuple[int, str]]:
    """What must not be read on; what cannot be read at all is told by who reads it."""
    if path.is_symlink() or not path.is_file():
        yield 1, "is no file in this folder (expected a file of text, not a link to another)"
        return
    if path.stat().st_size > MOST_BYTES:
        yield 1, f"is too large (expected at most {MOST_BYTES} bytes of text)"
        return
    try:
        yield from _dangers_of(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return


def _dangers_of(text: str) -> Iterator[tuple[int, str]]:
    lines, depth = text.splitlines(), 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        yield from ((line, told) for told in _wrong_in(event, lines))
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST or number > MOST_PARTS:
            yield line, f"is too much (expected at most {DEEPEST} levels, and {MOST_PARTS} parts)"
            return


def _wrong_in(event: yaml.Event, lines: list[str]) -> Iterator[str]:
    """What YAML would make more of, or less, than its writer meant."""
    if getattr(event, "anchor", None):
        yield "refers to another place of the file (expected the words themselves; put them in quotes)"
    if tag := getattr(event, "tag", None):
        yield f"{tag} is a type of YAML (expected plain text, lists and keys)"
    if not isinstance(event, yaml.ScalarEvent):
        return
    if len(event.value) > LONGEST or event.value == MERGE:
        yield f"is no text of a guide (expected at most {LONGEST} letters, and no {MERGE})"
    if event.style is None and NUMBER_OF_ANOTHER_KIND.match(event.value):
        yield f"{event.value[:20]} is no plain number (expected one such as 6; text in quotes)"
    end = event.end_mark
    if (
        event.style is None
        and end
        and CUT_OFF.match(lines[end.line][end.column :] if end.line < len(lines) else "")
    ):
        yield "ends before #, which begins a comment (put the text in quotes)"
