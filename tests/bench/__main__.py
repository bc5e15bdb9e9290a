"""`make bench`: everything side by side, as a table and in bench.json. Name parts to measure only those."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import sync_playwright

from tests.bench.answers import answers
from tests.bench.build import build
from tests.bench.caseload import caseload
from tests.bench.command import command
from tests.bench.guide import guide
from tests.bench.pairs import PAIRS
from tests.bench.server import Host
from tests.bench.tables import tables
from tests.bench.visits import visits, warm
from tests.browser import launch
from tests.conftest import ROOT

OUTPUT = ROOT / "bench.json"
IN_A_BROWSER = {"visits": visits, "answers": answers, "guide": guide, "caseload": caseload}
ELSEWHERE = {"command": command, "tables": tables, "build": build}


def main() -> None:
    """Measure, print a line a figure, and write the same as JSON."""
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    every = [*IN_A_BROWSER, *ELSEWHERE]
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(every))
    chosen = parser.parse_args().parts or every
    figures: dict[str, Any] = {"pairs": PAIRS}
    with (
        sync_playwright() as playwright,
        launch(playwright) as browser,
        host().running() as serving,
    ):
        if any(name in IN_A_BROWSER for name in chosen):
            warm(browser, serving)
        for name in chosen:
            if name in ELSEWHERE:
                figures[name] = ELSEWHERE[name]()
            else:
                figures[name] = IN_A_BROWSER[name](browser, serving)
            sys.stdout.writelines(f"{line}\n" for line in table({name: figures[name]}))
            sys.stdout.flush()
    OUTPUT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def host() -> Host:
    return Host(
        {
            "site": ROOT / "site",
            "bench": ROOT / "tests/bench",
            "pyodide": ROOT / "node_modules/pyodide",
        }
    )


def table(figures: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, value in figures.items():
        label = f"{before}{name}"
        if isinstance(value, dict):
            yield from table(value, f"{label}: ")
        else:
            yield f"{label:<70}{value:>14,.{decimals(value)}f}"


def decimals(value: float) -> int:
    return 0 if value >= 1000 else 2


if __name__ == "__main__":
    main()
