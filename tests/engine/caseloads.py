"""What the tests of a caseload share: a table asked of the command, and of the bridge."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from browser.bridge import answer
from poortwachter.cli import main

ON = "2026-11-27"


class Told(NamedTuple):
    """How the command ended, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def list(self) -> list[dict[str, Any]]:
        """The lines of the list."""
        lines: list[dict[str, Any]] = json.loads(self.out)["list"]
        return lines

    @property
    def refs(self) -> set[str]:
        return {line["ref"] for line in self.list}


def caseload(table: str | bytes | Path, *options: str, form: str = "json") -> Told:
    """What the command says of a table, in this process."""
    given = b"" if isinstance(table, Path) else table.encode() if isinstance(table, str) else table
    name = str(table) if isinstance(table, Path) else "-"
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = main(["caseload", name, "--on", ON, "--format", form, *options])
    return Told(status, *(stream.buffer.getvalue().decode() for stream in flushed(out, err)))


def flushed(*streams: io.TextIOWrapper) -> Any:
    for stream in streams:
        stream.flush()
    return streams


def asked(**request: Any) -> dict[str, Any]:
    """What the bridge answers to a request of a page."""
    replied: dict[str, Any] = json.loads(
        answer(json.dumps({"on": ON, "language": "nl", **request}))
    )
    return replied


def read_by_page(table: str, **request: Any) -> dict[str, Any]:
    """What a page gets of a table: the list of all its dossiers, and every error."""
    found = asked(table=table, **request)
    listed = asked(dossiers=found["dossiers"], **request)
    return {**found, "list": listed["list"], "errors": [*found["errors"], *listed["errors"]]}


def facts(table: str) -> dict[str, Any]:
    """What is known of the one case in a table."""
    found = read_by_page(table)
    assert found["errors"] == []
    (line,) = found["list"]
    case: dict[str, Any] = json.loads(line["file"])["case"]
    case.pop("label")
    return case


def column(field: str, text: str) -> str:
    """A table of one case with this in one more column."""
    return f"first_sick_day\t{field}\n2026-01-05\t{text}\n"
