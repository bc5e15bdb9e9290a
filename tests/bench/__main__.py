"""`make bench`: from opening a page to a ready engine against stock Pyodide, and cases a second."""

import gzip
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from poortwachter import Case, check
from tests.browser import launch
from tests.conftest import ROOT, Silent

PAIRS = 7
CHANGES = 200
CASES = 2000
OURS, STOCK = "site/zelfcheck/", "tests/bench/stock.html"
SHIPPED = ("engine.js", "manifest.json", "worker.js", "pyodide.mjs", "pyodide.asm.mjs")
PACKED = [
    ROOT / "site/assets/engine" / name for name in (*SHIPPED, "pyodide.asm.wasm", "python.zip")
]
AS_SHIPPED = [
    ROOT / "node_modules/pyodide" / name
    for name in (
        "pyodide.mjs",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "python_stdlib.zip",
        "pyodide-lock.json",
    )
]


def ready_after(browser: Browser, url: str) -> float:
    """Seconds from opening a page, by someone who was never there, to `data-engine=ready`."""
    with browser.new_context() as context:
        page = context.new_page()
        started = time.perf_counter()
        page.goto(url)
        page.locator("html[data-engine=ready]").wait_for()
        return time.perf_counter() - started


def in_pairs(ours: Callable[[], float], stock: Callable[[], float]) -> tuple[float, float]:
    """The medians of two measurements taken in turn."""
    pairs = [(ours(), stock()) for _ in range(PAIRS)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


FORM = {
    "role": "werknemer",
    "first_sick_day": {"day": "5", "month": "januari", "year": "2026"},
    "recoveries": [
        {
            "first_day": {"day": "1", "month": "6", "year": "2026"},
            "last_day": {"day": "7", "month": "6", "year": "2026"},
        }
    ],
    "done": {"probleemanalyse": {"day": "10", "month": "2", "year": "2026"}},
}

# The engine's own time and the way to and from its worker; then what the page does with the answer.
TIMED = """async ([form, times]) => {
    const took = { answered: [], shown: [] };
    for (let day = 0; day < times; day++) {
        form.first_sick_day.day = String(1 + (day % 28));
        const asked = performance.now();
        const reply = await poortwachter.ask({ on: "2026-11-21", form });
        const answered = performance.now();
        zelfcheck.showAnswer(reply);
        took.answered.push(answered - asked);
        took.shown.push(performance.now() - answered);
    }
    return took;
}"""


def changes(browser: Browser, url: str) -> tuple[str, str]:
    """How long a changed form takes to be answered, and the answer to be shown."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(url)
        page.locator("html[data-engine=ready]").wait_for()
        page.evaluate(TIMED, [FORM, CHANGES // 4])
        took = page.evaluate(TIMED, [FORM, CHANGES])
        return spread(took["answered"]), spread(took["shown"])


def spread(milliseconds: list[float]) -> str:
    """The median and the 95th percentile."""
    return f"{median(milliseconds):.1f} ms, p95 {quantiles(milliseconds, n=20)[-1]:.1f} ms"


def compressed(files: Iterable[Path]) -> int:
    """Bytes over the wire when a host compresses with gzip."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def seconds_a_case() -> float:
    """Seconds for one case, answered in full, in CPython."""
    case = Case.from_dict(
        {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}}
    )
    started = time.perf_counter()
    for _ in range(CASES):
        check(case, on=date(2026, 11, 21)).to_dict()
    return (time.perf_counter() - started) / CASES


def main() -> None:
    """Measure, and print one line a figure."""
    handler = partial(Silent, directory=str(ROOT))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever).start()
        base, browser = f"http://127.0.0.1:{server.server_port}/", launch(playwright)
        ours, stock = in_pairs(
            partial(ready_after, browser, base + OURS), partial(ready_after, browser, base + STOCK)
        )
        answered, shown = changes(browser, base + OURS)
        browser.close()
        server.shutdown()
    bytes_ours, bytes_stock = compressed(PACKED), compressed(AS_SHIPPED)
    opened = f"{ours:.2f} s, stock Pyodide {stock:.2f} s, ratio {ours / stock:.2f}"
    sent = f"{bytes_ours:,}, stock Pyodide {bytes_stock:,}, ratio {bytes_ours / bytes_stock:.2f}"
    lines = (
        f"page opened to engine ready, first visit: {opened} (medians of {PAIRS} pairs)",
        f"bytes over the wire, gzip: {sent}",
        f"a change of the form ({CHANGES} times): answered in {answered}; shown in {shown}",
        f"one case in CPython: {1000 * seconds_a_case():.2f} ms (mean of {CASES})",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
