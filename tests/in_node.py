"""The packed engine under Node, asked from here."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryFile

from tests.conftest import ROOT

NODE = ROOT / ".venv/bin/node"


def answers(requests: Iterable[str], packed: Path | None = None) -> Iterator[str]:
    """The answer to each, as it comes; an error stands in its place. Of another engine than that of the site: `packed`."""
    with TemporaryFile("w+", encoding="utf-8") as asked:
        asked.writelines(f"{json.dumps(request)}\n" for request in requests)
        asked.seek(0)
        yield from _told(asked.fileno(), packed)


def _told(asked: int, packed: Path | None) -> Iterator[str]:
    command = [str(NODE), "tests/pyodide_answers.mjs"]
    environment = {**os.environ, "PACKED": str(packed)} if packed else None
    with Popen(
        command, stdin=asked, stdout=PIPE, env=environment, cwd=ROOT, encoding="utf-8"
    ) as node:
        assert node.stdout
        yield from map(_read, node.stdout)
        assert node.wait() == 0


def _read(line: str) -> str:
    """A Python that crashes prints, and that is no answer, but may tell why."""
    try:
        return str(json.loads(line))
    except json.JSONDecodeError:
        return line
