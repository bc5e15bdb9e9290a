"""Reads own.yaml: a file of strangers, of which nothing may take long or run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from rules_compiler.source import Source

FILE = "own.yaml"
MOST_BYTES = 100_000
# A step has texts in languages: nothing of it stands deeper.
DEEPEST = 8
LONGEST = 2000
# With this key YAML takes the keys of another block.
MERGE = "<<"


def read_own(source: Source) -> Any:
    """The content of own.yaml, or None where it cannot be used; `source` keeps why."""
    if not source.folder.is_dir():
        source.wrong_outside(FILE, 1, f"{source.folder} is no folder (expected one with {FILE})")
        return None
    for path in sorted(source.folder.glob("*.y*ml")):
        if path.name != FILE:
            source.wrong_outside(path.name, 1, f"is read by nobody (expected {FILE} alone)")
    dangers = [*_dangers(source.folder / FILE)]
    for line, message in dangers:
        source.wrong_outside(FILE, line, message)
    return None if dangers else source.read(FILE, "own")


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
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None):
            yield line, "refers to another place of the file (expected the words themselves)"
        value = getattr(event, "value", "")
        if len(value) > LONGEST or value == MERGE:
            yield (
                line,
                f"is no text of a guide (expected at most {LONGEST} letters, and no {MERGE})",
            )
        if tag := getattr(event, "tag", None):
            yield line, f"{tag} is a type of YAML (expected plain text, lists and keys)"
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            yield line, f"stands too deep (expected at most {DEEPEST} levels)"
            return
