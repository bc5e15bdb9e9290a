"""From a change of the form to the answer, the engine's own part of it, and how long showing it takes."""

import json
import subprocess
from datetime import date, timedelta
from statistics import quantiles
from typing import Any

from playwright.sync_api import Browser

from pyodide_bundle.bundled import bundled
from tests.bench.pairs import SHORT
from tests.bench.server import Host
from tests.bench.slow import slowed
from tests.conftest import ROOT

MEASURED = ROOT / "tests/bench/measured.js"

CHANGES = 5 if SHORT else 150
REHEARSED = 2 if SHORT else 30

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

# Each time another day, after the rest that the page waits for: it asks nothing while someone types.
TIMED = """async ([form, times]) => {
    const rest = () => new Promise((resolve) => setTimeout(resolve, 250));
    const took = { answered: [], shown: [] };
    for (let day = 0; day < times; day++) {
        form.first_sick_day.day = String(1 + (day % 28));
        await rest();
        const asked = performance.now();
        const reply = await poortwachter.ask({ on: "2026-11-21", form });
        const answered = performance.now();
        showResult(reply);
        took.answered.push(answered - asked);
        took.shown.push(performance.now() - answered);
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
    figures = measured(browser, host) | {"the engine under Node, ms": percentiles(under_node())}
    with slowed(browser):
        return figures | {f"{name}, slowed": each for name, each in measured(browser, host).items()}


def measured(browser: Browser, host: Host) -> dict[str, Any]:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(
            "**/assets/zelfcheck.js",
            lambda route: route.fulfill(body=bundled(MEASURED), content_type="text/javascript"),
        )
        page.goto(host.url + "site/zelfcheck/")
        page.locator("html[data-engine=ready]").wait_for(state="attached", timeout=180_000)
        (engine,) = [each for each in page.workers if each.url.startswith("data:")]
        first = page.evaluate(TIMED, [FORM, 1])["answered"][0]
        page.evaluate(TIMED, [FORM, REHEARSED])
        engine.evaluate(WATCH)
        took = page.evaluate(TIMED, [FORM, CHANGES])
        own = engine.evaluate("() => self.took")
    return {
        "first answer, ms": first,
        "change to answer, ms": percentiles(took["answered"]),
        "of which the engine, ms": percentiles(own),
        "answer to page, ms": percentiles(took["shown"]),
    }


def under_node() -> list[float]:
    """The engine alone, each time with a first day that it has not seen."""
    days = [date(2025, 1, 1) + timedelta(number) for number in range(REHEARSED + CHANGES)]
    requests = [json.dumps({"on": "2026-11-21", "form": form(day)}) for day in days]
    done = subprocess.run(
        [ROOT / ".venv/bin/node", "tests/bench/answers.mjs"],
        cwd=ROOT,
        input="\n".join(requests),
        capture_output=True,
        check=True,
        text=True,
    )
    return [float(line) for line in done.stdout.split()][REHEARSED:]


def form(day: date) -> dict[str, Any]:
    typed = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    return {**FORM, "first_sick_day": typed}


def percentiles(values: list[float]) -> dict[str, float]:
    cut = quantiles(values, n=20)
    return {"p50": cut[9], "p95": cut[18]}
