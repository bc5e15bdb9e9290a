"""Nobody else's words stand in a page that holds a case: not by a link, a file or an address."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.bridge import answer
from tests.engine.test_words_of_a_sender import SAID, TODAY, texts
from tests.pages.idle import has_nothing_left_to_do
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk, thorough

# Every so many texts of the family that the engine's own test goes through whole.
A_PART = 41

OPENS = """async (link) => {
  const list = document.querySelector("[data-slot=refused] ul");
  list.replaceChildren();
  document.querySelector("[data-slot=refused]").hidden = true;
  location.hash = link;
  await new Promise((done) => addEventListener("hashchange", done, { once: true }));
  // Answers come in the order of the questions.
  await poortwachter.ask({ on: "2026-01-01", form: {} });
  await new Promise((done) => requestAnimationFrame(done));
  return [...list.children].map((each) => each.textContent);
}"""


def refusal_of(link: str) -> list[str]:
    errors = json.loads(answer(json.dumps({"on": TODAY, "link": link}))).get("errors", [])
    return [f"{each['field']}: {each['message']}".removeprefix(": ") for each in errors]


def test_the_page_shows_just_what_the_engine_says_of_a_link(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.sees_engine("ready")
    shown = 0
    for text in [*texts()][::A_PART]:
        link = f"#zaak={quote(text, errors='replace')}"
        expected = refusal_of(link)
        if not expected:
            continue
        assert visitor.page.evaluate(OPENS, link) == expected
        shown += 1
    assert shown > 20
    seen = visitor.page.locator("body").inner_text()
    assert not [each for each in SAID if isinstance(each, str) and "el" in each and each in seen]
    visitor.sees_first_sick_day("15", "6", "2026")


WORDS = "Bel 0900-1234 voor hulp"
Q = f"?q={quote(WORDS)}"
IS_SEARCHING = """() => ({
  open: document.getElementById("__search").checked, menu: document.getElementById("__drawer").checked,
  words: document.querySelector("[data-md-component=search-query]")?.value ?? "", address: location.search,
  marked: document.querySelectorAll("mark").length })"""
QUIET = {"open": False, "menu": False, "words": "", "address": "", "marked": 0}


@also_from_disk
@pytest.mark.parametrize("source", ["zelfcheck", "zelfcheck-inbouw"])
@pytest.mark.parametrize("put", [Q, "?h=Bel", f"?h=UWV&q={quote(WORDS)}#__search", "?Q=Bel&q=x"])
def test_an_address_opens_no_search_where_a_case_stands(
    visitor: Visitor, source: str, put: str
) -> None:
    visitor.opens(source, fragment=put)
    has_nothing_left_to_do(visitor.page)
    assert visitor.page.evaluate(IS_SEARCHING) == QUIET


@pytest.mark.parametrize("place", ["#__search", "#__drawer", "#:~:text=UWV"])
def test_a_place_in_the_address_opens_nothing(visitor: Visitor, place: str) -> None:
    visitor.opens(fragment=place)
    has_nothing_left_to_do(visitor.page)
    assert visitor.page.evaluate(IS_SEARCHING) == QUIET
    for later in ("#__search", "#__drawer"):
        visitor.page.evaluate("(place) => { location.hash = place }", later)
        assert visitor.page.evaluate(IS_SEARCHING) == QUIET


def test_what_is_dropped_takes_no_case_along(online: Visitor) -> None:
    """The link that follows the words is opened all the same, and a reload keeps what was typed."""
    case = quote('{"poortwachter":1,"case":{"first_sick_day":"2026-01-05"}}')
    online.opens(fragment=f"{Q}#zaak={case}")
    expect(online.sender).to_be_focused(timeout=PATIENCE)
    assert online.page.evaluate(IS_SEARCHING) == QUIET
    online.page.evaluate(f"history.replaceState(history.state, '', '{Q}')")
    online.page.reload()
    online.sees_first_sick_day("5", "1", "2026")
    assert online.page.evaluate(IS_SEARCHING) == QUIET


DATES = """sessionStorage.setItem("poortwachterwijzer.gids",
  JSON.stringify({ nl: { probleemanalyse: "Voor jou: uiterlijk maandag 27 juli 2026" } }))"""


@pytest.mark.parametrize("source", ["stappen/probleemanalyse", *thorough("stappenplan")])
def test_beside_own_dates_an_address_opens_no_search(online: Visitor, source: str) -> None:
    online.opens("privacy")
    online.page.evaluate(DATES)
    online.opens(source, fragment=Q)
    expect(online.page.locator(".pw-for-you")).to_be_visible()
    has_nothing_left_to_do(online.page)
    assert online.page.evaluate(IS_SEARCHING) == QUIET


@pytest.mark.parametrize("source", ["begrippen", "stappen/probleemanalyse"])
def test_elsewhere_an_address_may_search(page: Page, online: Visitor, source: str) -> None:
    online.opens(source, at=None, fragment=Q)
    expect(page.locator("[data-md-component=search-query]")).to_have_value(WORDS)
