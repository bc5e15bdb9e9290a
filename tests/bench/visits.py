"""From opening a page to a ready engine, and the bytes that it takes, beside stock Pyodide."""

import time
from functools import partial
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from tests.bench.pairs import in_pairs
from tests.bench.server import Host, Line
from tests.bench.slow import slowed

OURS, STOCK = "site/zelfcheck/", "bench/stock.html"
FAR_AWAY = Line(speed=10e6 / 8, delay=0.04)

# Who asks from outside whether a page is ready yet learns it half a second late.
WHEN_READY = """
globalThis.whenReady = new Promise((resolve) => {
  const look = () => document.documentElement?.dataset.engine === "ready" && resolve(performance.now());
  new MutationObserver(look).observe(document, { subtree: true, attributeFilter: ["data-engine"] });
});
"""
# Seconds in which a new window loads what is the browser's own.
CALM = 3


def visits(browser: Browser, host: Host) -> dict[str, Any]:
    """First and return visits: here, and slowed down at the end of a slow line."""
    figures: dict[str, Any] = {"bytes": bytes_of_a_visit(browser, host)}
    figures["first visit"] = first_visits(browser, host)
    figures["return visit"] = return_visits(browser, host)
    host.line = FAR_AWAY
    with slowed(browser):
        figures["first visit, slowed"] = first_visits(browser, host)
        figures["return visit, slowed"] = return_visits(browser, host)
    host.line = None
    return figures


def warm(browser: Browser, host: Host) -> None:
    """Compress every file before anybody waits for it."""
    for address in (OURS, STOCK):
        first_visit(browser, host.url + address)


def bytes_of_a_visit(browser: Browser, host: Host) -> dict[str, Any]:
    """All that the server sends for a first visit, brotli, also what comes after the start."""
    sizes = {}
    for name, address in (("ours", OURS), ("other", STOCK)):
        host.sent.clear()
        with browser.new_context() as context:
            visit(context, host.url + address)
            time.sleep(2)
        counted = [
            size for path, size in host.sent.items() if name == "ours" or "/pyodide/" in path
        ]
        sizes[name] = float(sum(counted))
    return {**sizes, "ratio": sizes["ours"] / sizes["other"]}


def first_visits(browser: Browser, host: Host) -> dict[str, Any]:
    return in_pairs(
        partial(first_visit, browser, host.url + OURS),
        partial(first_visit, browser, host.url + STOCK),
    )


def return_visits(browser: Browser, host: Host) -> dict[str, Any]:
    with browser.new_context() as ours, browser.new_context() as stock:
        for _ in range(2):
            visit(ours, host.url + OURS)
            visit(stock, host.url + STOCK)
        return in_pairs(
            partial(visit, ours, host.url + OURS), partial(visit, stock, host.url + STOCK)
        )


def first_visit(browser: Browser, url: str) -> float:
    with browser.new_context() as context:
        return visit(context, url)


def visit(context: BrowserContext, url: str) -> float:
    """Seconds from opening a page to `data-engine=ready`, by the clock of the page."""
    page = context.new_page()
    page.add_init_script(WHEN_READY)
    time.sleep(CALM)
    page.goto(url, wait_until="commit")
    milliseconds = page.evaluate("whenReady")
    page.close()
    return float(milliseconds) / 1000
