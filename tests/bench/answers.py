"""From a question of the page to the answer, and the engine's own part of it."""

from statistics import quantiles
from typing import Any

from playwright.sync_api import Browser

from tests.bench.server import Host
from tests.bench.slow import slowed

QUESTIONS = 300

# Each time another day, as someone who is typing changes the form.
ASK = """async (times) => {
    const day = (number) => ({ day: String(1 + (number % 28)), month: "6", year: "2026" });
    const took = [];
    for (let i = 0; i < times; i++) {
        const started = performance.now();
        await poortwachter.ask({ on: "2026-11-21", form: { first_sick_day: day(i), done: { probleemanalyse: true } } });
        took.push(performance.now() - started);
    }
    return took;
}"""

WATCH = """() => {
    const answer = self.onmessage;
    self.took = [];
    self.onmessage = (event) => {
        const started = performance.now();
        answer(event);
        self.took.push(performance.now() - started);
    };
}"""


def answers(browser: Browser, host: Host) -> dict[str, Any]:
    """Milliseconds, half of the answers and nineteen of twenty; also slowed down."""
    figures = measured(browser, host)
    with slowed(browser):
        return figures | {f"{name}, slowed": each for name, each in measured(browser, host).items()}


def measured(browser: Browser, host: Host) -> dict[str, Any]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(host.url + "site/zelfcheck/")
        page.locator("html[data-engine=ready]").wait_for(state="attached", timeout=180_000)
        (engine,) = [each for each in page.workers if each.url.startswith("data:")]
        first = page.evaluate(ASK, 1)[0]
        page.evaluate(ASK, 30)
        engine.evaluate(WATCH)
        whole = page.evaluate(ASK, QUESTIONS)
        own = engine.evaluate("() => self.took")
    return {
        "first answer, ms": first,
        "question to answer, ms": percentiles(whole),
        "of which the engine, ms": percentiles(own),
    }


def percentiles(values: list[float]) -> dict[str, float]:
    cut = quantiles(values, n=20)
    return {"p50": cut[9], "p95": cut[18]}
