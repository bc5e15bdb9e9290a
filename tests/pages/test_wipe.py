"""Wipe leaves nothing: not in a field, whichever it is, and not in an older page of the tab."""

import json
import random
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import built
from tests.pages.test_carrying import carried
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import thorough
from tests.wiped import FILL, SNAPSHOT

# Nothing is fetched for who only reads on such a connection: a page is there at once.
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"

STATE = "(dispatchEvent(new Event('pagehide')), history.state)"

PAGES = ("zelfcheck", "zelfcheck-inbouw")
OF_THE_MENU = "md-nav__toggle"

PER_CHUNK = 20
CLICKS = [
    "[data-slot=question] details summary",
    "[id='role.adviseur']",
    "[id='role.werknemer']",
    "#speelt-recoveries",
    "#speelt-leaves",
    "#speelt-partial_recoveries",
    "[data-happened=recoveries] [data-action=add]",
    "[data-action=remove]",
    "[data-slot=checklist] summary",
    "[id='done.probleemanalyse.yes']",
    "[data-done=periodieke-evaluatie] [data-action=add]",
    "#bewaar-apparaat",
    "#toon-in-gids",
    "[data-slot=link] summary",
]
# What is asked of the engine once there is an answer.
ASKED = ["copy", "try", "copy-link", "all-done"]


class Fields(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("input", "textarea", "select", "form"):
            self.found.append(dict(attrs))


def fields_of(file: Path) -> list[dict[str, str | None]]:
    parser = Fields()
    parser.feed(file.read_text(encoding="utf-8"))
    return [each for each in parser.found if OF_THE_MENU not in (each.get("class") or "")]


@pytest.mark.parametrize("name", PAGES)
def test_no_browser_is_to_fill_in_any_field_again(name: str) -> None:
    fields = fields_of(built("site") / name / "index.html")
    assert len(fields) > 100
    assert [each for each in fields if each.get("autocomplete") != "off"] == []


def is_wiped(page: Page) -> None:
    expect(page.locator("[data-slot=wiped]")).to_be_focused(timeout=PATIENCE)


@pytest.mark.parametrize("chunk", [0, *thorough(1, 2, 3, 4)])
def test_after_a_wipe_the_page_is_as_it_came(online: Visitor, chunk: int) -> None:
    """A hundred states: any fields, folds and rows; of each chunk one is answered, copied and tried out too."""
    page = online.page
    # Without a clipboard the text is copied by hand, from a field outside the form.
    page.add_init_script(f"{SAVING}; Object.defineProperty(navigator, 'clipboard', {{}})")
    online.opens()
    expect(page.locator("[data-slot=form]")).to_be_visible()
    fresh = page.evaluate(SNAPSHOT)
    for n in range(PER_CHUNK):
        drawn = random.Random(f"{chunk}.{n}")  # noqa: S311 not a secret
        if not n:
            is_answered_and_taken_along(online, drawn.sample(ASKED, 3))
        page.evaluate(FILL, state(drawn))
        page.evaluate("document.querySelector('[data-action=wipe]').click()")
        is_wiped(page)
        assert page.evaluate(SNAPSHOT) == fresh, (chunk, n)


def state(drawn: random.Random) -> dict[str, Any]:
    return {
        "clicks": drawn.sample(CLICKS, drawn.randrange(len(CLICKS))),
        "texts": [(drawn.randrange(500), f"Klant {n}-7f3") for n in range(drawn.randrange(1, 40))],
    }


def is_answered_and_taken_along(online: Visitor, actions: list[str]) -> None:
    page = online.page
    online.types_first_sick_day("15", "6", "2026")
    online.asks()
    online.sees_answer()
    page.evaluate("document.querySelector('[data-slot=link]').open = true")
    for action in ["copy", *actions]:
        page.evaluate(f"document.querySelector('[data-action={action}]').click()")
    expect(page.locator("#met-de-hand")).not_to_have_value("", timeout=PATIENCE)


def test_the_way_back_after_a_wipe_brings_nothing_back(online: Visitor) -> None:
    """Neither to an entry of the same page, nor to an older page of the self-check in this tab."""
    page = online.page
    page.add_init_script(SAVING)
    online.opens()
    online.types_first_sick_day("15", "6", "2026")
    assert page.evaluate(STATE)["form"]["first_sick_day"]["day"] == "15"
    page.goto(online.home.address("stappenplan"))
    online.opens()
    online.types_first_sick_day("16", "6", "2026")
    page.evaluate(
        "(link) => { location.hash = link; }", carried(case={"first_sick_day": "2026-01-05"})
    )
    expect(online.sender).to_be_visible(timeout=PATIENCE)
    online.presses("Wis alles")
    is_wiped(page)
    page.go_back()
    holds_nothing(page)
    page.reload()
    holds_nothing(page)
    page.go_back()
    page.wait_for_url("**/stappenplan/")
    page.go_back()
    holds_nothing(page)


def holds_nothing(page: Page) -> None:
    page.wait_for_url("**/zelfcheck/")
    expect(page.locator("[data-slot=form]")).to_be_visible()
    for part in ("day", "month", "year"):
        expect(page.locator(f"[id='first_sick_day.{part}']")).to_have_value("")
    kept = json.dumps(page.evaluate("history.state"))
    assert not any(typed in kept for typed in ("15", "16", "2026"))


def test_what_is_typed_after_a_wipe_is_kept_as_ever(online: Visitor) -> None:
    page = online.page
    page.add_init_script(SAVING)
    online.opens()
    online.types_first_sick_day("15", "6", "2026")
    page.evaluate("document.querySelector('[data-action=wipe]').click()")
    is_wiped(page)
    online.types_first_sick_day("16", "6", "2026")
    page.goto(online.home.address("stappenplan"))
    page.go_back()
    online.sees_first_sick_day("16", "6", "2026")
    page.reload()
    online.sees_first_sick_day("16", "6", "2026")
