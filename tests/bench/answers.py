"""From a tap in the list to the drawn answer, and the engine's own part of it."""

import json
import subprocess
import time
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from statistics import quantiles
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from tests.bench.pairs import SHORT
from tests.bench.server import Host
from tests.bench.slow import slowed
from tests.conftest import ROOT

TAPS = ROOT / "tests/bench/taps.js"

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

# Steps that such a case asks, answered one way and the other.
CHOICES = [
    f"done.{step}.{said}"
    for said in ("yes", "no")
    for step in ("probleemanalyse", "plan-van-aanpak")
]
WEEKS = 45
A_PHONE: ViewportSize = {"width": 390, "height": 844}
# Seconds between taps, in which all else that a page does after an answer is done.
REST = 0.4
# Seconds that an answer may take.
PATIENCE = 8

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
    with browser.new_context(viewport=A_PHONE) as context:
        page = context.new_page()
        page.add_init_script(path=TAPS)
        page.goto(host.url + "site/zelfcheck/")
        page.locator("html[data-engine=ready]").wait_for(state="attached", timeout=180_000)
        (engine,) = [each for each in page.workers if each.url.startswith("data:")]
        open_list(page)
        answer_steps(page, REHEARSED)
        engine.evaluate(WATCH)
        answer_steps(page, CHANGES)
        own = engine.evaluate("() => self.took")
        first, *others = page.evaluate("taps")
    # On a busy machine a tap may fall beside a choice that moved, or be overtaken by the next.
    if len(others) < (REHEARSED + CHANGES) / 2:
        raise RuntimeError(f"{REHEARSED + CHANGES} taps gave {len(others)} answers")
    taps = others[-CHANGES:] if len(others) > CHANGES else others
    return {
        "first answer, ms": first["waited"],
        "tap to drawn, ms": percentiles([each["drawn"] for each in taps]),
        "until it is answered, ms": percentiles([each["answered"] for each in taps]),
        "of which the engine, ms": percentiles(own),
        "until it stands in the page, ms": percentiles([each["shown"] for each in taps]),
    }


def open_list(page: Page) -> None:
    """The list of somebody who has been ill for most of a year."""
    first_day = datetime.now(UTC).date() - timedelta(weeks=WEEKS)
    for part in ("day", "month", "year"):
        page.locator(f'[name="first_sick_day.{part}"]').fill(str(getattr(first_day, part)))
    page.locator('[data-slot="form"] [type="submit"]').click()
    page.locator('[data-slot="result"]').wait_for()


def answer_steps(page: Page, times: int) -> None:
    """By the mouse alone: what looks into the page shares its processor."""
    for choice in islice(cycle(CHOICES), times):
        place = page.locator(f'[id="{choice}"]')
        place.scroll_into_view_if_needed()
        box = place.bounding_box()
        if not box:
            raise RuntimeError(f"{choice} is not on the page")
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        time.sleep(REST)
        seen = page.evaluate("taps.length")
        page.mouse.down()
        page.mouse.up()
        await_answer(page, seen)


def await_answer(page: Page, seen: int) -> None:
    """Until one more than those that were seen is drawn, if it comes: looked at seldom, after it should be there."""
    for _ in range(int(PATIENCE / REST)):
        time.sleep(REST)
        if page.evaluate("taps.length") > seen:
            return


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
