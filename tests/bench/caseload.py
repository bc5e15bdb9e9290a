"""A table of many cases: the command beside a loop that only reads and writes it, the page beside reading alone."""

import subprocess
import sys
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser

from tests.bench.pairs import SHORT, in_pairs
from tests.bench.server import Host

ROWS = 500 if SHORT else 10_000
HEADER = "ref,first_sick_day,probleemanalyse,plan-van-aanpak,contract_end"
ON = "2026-11-21"
COMMAND = (sys.executable, "-m", "poortwachter", "caseload", "-", "--on", ON, "--format", "csv")
# Of each row as many cells as the list has columns.
LOOP = """
import csv, sys
csv.writer(sys.stdout).writerows(row + row[:3] for row in csv.reader(sys.stdin))
"""
LOOP_ONLY = (sys.executable, "-c", LOOP)
TIMED = """async ([table, on]) => {
    const ask = (request) => poortwachter.ask({ on, ...request });
    const started = performance.now();
    const { dossiers } = await ask({ table });
    const read = performance.now();
    let listed = 0;
    for (let done = 0; done < dossiers.length; done += 50)
        listed += (await ask({ dossiers: dossiers.slice(done, done + 50) })).list.length;
    return { listed, read: (read - started) / 1000, answered: (performance.now() - read) / 1000 };
}"""


def caseload(browser: Browser, host: Host) -> dict[str, Any]:
    """Seconds for all rows, and how many rows a second."""
    table = "\n".join([HEADER, *map(row, range(ROWS))]) + "\n"
    with TemporaryDirectory() as folder:
        file = Path(folder, "cases.csv")
        file.write_text(table, encoding="utf-8")
        beside = in_pairs(partial(seconds, COMMAND, file), partial(seconds, LOOP_ONLY, file))
    return {
        "rows": ROWS,
        "command, s": beside,
        "command, rows a second": ROWS / beside["ours"],
        "page": in_the_page(browser, host, table),
    }


def row(number: int) -> str:
    day = date(2024, 11, 25) + timedelta(number % 680)
    return f"Client {number},{day},{day + timedelta(40)},{'' if number % 3 else 'nee'},"


def seconds(program: tuple[str, ...], file: Path) -> float:
    started = time.perf_counter()
    with file.open("rb") as given:
        done = subprocess.run(program, stdin=given, capture_output=True, check=False)
    if done.stdout.count(b"\n") != ROWS + 1:
        raise RuntimeError(
            f"{ROWS} rows gave {done.stdout.count(b'\n')} lines: {done.stderr[:300]!r}"
        )
    return time.perf_counter() - started


def in_the_page(browser: Browser, host: Host, table: str) -> dict[str, Any]:
    """The engine in the worker: seconds to read the table, seconds to answer its cases."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{host.url}site/dossiers/")
        page.locator("html[data-engine=ready]").wait_for(state="attached", timeout=180_000)
        page.evaluate(TIMED, [table[: table.index("\n", 2_000)], ON])
        took: dict[str, Any] = page.evaluate(TIMED, [table, ON])
    if took.pop("listed") != ROWS:
        raise RuntimeError(f"the page did not list all of {ROWS} rows")
    whole = took["read"] + took["answered"]
    return {**took, "whole beside reading": whole / took["read"], "rows a second": ROWS / whole}
