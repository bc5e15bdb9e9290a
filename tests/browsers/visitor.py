"""A visitor of guide and self-check, in any browser: does what people do, and reads what they see."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from playwright.sync_api import Error

from tests.browsers.tab import Tab
from tests.browsers.webdriver import WebDriverError
from tests.conftest import Home
from tests.patience import until

Given = dict[str, Any]

# Not at once: an answer must come before the page goes.
GOES_ON = "(address) => { setTimeout(() => { location.href = address; }); }"
GOES_BACK = "() => { setTimeout(() => history.back()); }"
IS_AT = "(address) => location.href === address && document.readyState === 'complete'"
TEXT = "(selector) => document.querySelector(selector)?.innerText.trim() ?? ''"
SHOWN = "(selector) => Boolean(document.querySelector(selector)?.checkVisibility())"
ADDRESSES = "(selector) => [...document.querySelectorAll(selector)].map(({ href }) => href)"
SEARCH_IS_READY = """() => document.querySelector(".md-search-result__meta").innerText
    === JSON.parse(document.getElementById("__config").textContent).translations["search.result.placeholder"]"""
# Swedes write a date as ISO 8601 does.
TODAY = "() => new Date().toLocaleDateString('sv')"
IN_WORKER = """(script) => new Promise((resolve, reject) => {
    const source = "data:text/javascript," + encodeURIComponent(script);
    const worker = new (globalThis.NativeWorker ?? Worker)(source, { type: "module" });
    worker.onmessage = () => resolve(null);
    worker.onerror = ({ message }) => reject(message);
})"""
CARDS = """() => [...document.querySelectorAll("[data-status]")].map((card) => [
    card.dataset.obligation,
    Number(card.dataset.n ?? 0),
    card.dataset.status,
    card.querySelector(":scope > time, :scope > .pw-step__stand time")?.getAttribute("datetime") ?? "",
])"""


class Card(NamedTuple):
    """How an obligation stands; of one that recurs, which time."""

    id: str
    number: int
    status: str
    due: str


@dataclass(frozen=True)
class Visitor:
    tab: Tab
    home: Home

    def opens(self, source: str, fragment: str = "") -> None:
        # By way of nowhere: an address that differs in its fragment only is no new page.
        self.tab.goes_to("about:blank")
        self.tab.goes_to(self.home.address(source) + fragment)

    def follows(self, source: str) -> None:
        """Goes on as a link does, for only then does a browser keep the page before it alive."""
        self.tab.runs(GOES_ON, self.home.address(source))
        self._comes_to(source)

    def goes_back_to(self, source: str) -> None:
        self.tab.runs(GOES_BACK)
        self._comes_to(source)

    def _comes_to(self, source: str) -> None:
        self.waits_for(IS_AT, self.home.address(source), what=f"the page {source}")

    def waits_for(self, function: str, *given: object, what: str) -> None:
        """Until this is so, also of a page that is still to come."""
        until(lambda: self._is_so(function, *given), what)

    def _is_so(self, function: str, *given: object) -> bool:
        """Between two pages there is none to ask."""
        try:
            return bool(self.tab.runs(function, *given))
        except (Error, WebDriverError):
            return False

    def opens_self_check(self, fragment: str = "") -> None:
        self.opens("zelfcheck", fragment)
        self.sees("html[data-engine=ready]")

    # What is filled in.

    def fills_in(self, case: Given) -> None:
        """First what is asked first; the rest stands in the list, which is put in order once more."""
        self.types_date("first_sick_day", case["first_sick_day"])
        self.asks()
        for name, done in case.get("done", {}).items():
            self.tab.clicks(f"[id='done.{name}.yes']")
            self.tab.clicks(f"[data-done='{name}'] summary")
            self.types_date(f"done.{name}", done)
        for recovery in case.get("recoveries", [])[:1]:
            self.tab.clicks("#speelt-recoveries")
            for field, day in recovery.items():
                self.types_date(f"recoveries[0].{field}", day)

    def types_date(self, field: str, iso: str) -> None:
        day = date.fromisoformat(iso)
        for part, typed in (("day", day.day), ("month", day.month), ("year", day.year)):
            self.tab.types(f'[id="{field}.{part}"]', str(typed))

    def asks(self) -> None:
        """Presses the button, which an answer folds away, and waits for the list as it is then put in order."""
        if not self.tab.runs(SHOWN, "form [type=submit]"):
            self.tab.clicks("[data-slot=question] > summary")
        self.tab.clicks("form [type=submit]")
        self.sees("[data-slot=question]:not([open])")
        self.sees("[data-slot=result]")

    def accepts_what_was_filled_in(self) -> None:
        self.sees("[data-slot=sender]")
        self.tab.clicks("[data-action=accept]")
        self.sees("[data-slot=result]")

    def searches(self, words: str) -> None:
        """Types once the search says that it is there: its index may come last of all."""
        self.tab.clicks(".md-search__input")
        until(lambda: self.tab.runs(SEARCH_IS_READY), "the search")
        self.tab.types(".md-search__input", words)
        self.sees(".md-search-result__link")

    # What nobody does on purpose.

    def plants(self, leaks: str, base: str) -> None:
        """Tries every leak in the page, and in a worker that the page starts."""
        self.tab.runs(f"async (base) => {{ await ({leaks})(base) }}", base)
        self.tab.runs(IN_WORKER, f"{leaks}({base + 'worker/'!r}).then(postMessage)")

    # What is seen.

    def sees(self, selector: str) -> None:
        until(lambda: self.tab.runs(SHOWN, selector), f"{selector} to be shown")

    def reads(self, selector: str) -> str:
        return str(self.tab.runs(TEXT, selector))

    def reads_addresses(self, selector: str) -> list[str]:
        return list(self.tab.runs(ADDRESSES, selector))

    def reads_cards(self) -> list[Card]:
        return sorted(Card(*card) for card in self.tab.runs(CARDS))

    def today(self) -> date:
        """The day of reference: that of the page, which may be another by midnight."""
        return date.fromisoformat(self.tab.runs(TODAY))
