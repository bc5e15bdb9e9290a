"""No page asks anything of another host, and a page with an answer asks nothing at all."""

from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Home, built
from tests.pages.idle import has_nothing_left_to_do
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk, thorough

LINKS = "(links) => links.map((link) => link.href)"

STORED = """async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookies: document.cookie,
    // A page from disk may not even ask for these.
    caches: await (globalThis.caches?.keys() ?? Promise.resolve([])).catch(() => []),
    workers: ((await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? []).length,
})"""
NOTHING = {
    "local": [],
    "session": [],
    "databases": [],
    "cookies": "",
    "caches": [],
    "workers": 0,
}
# Only how often: an older page of the tab is then emptied when somebody comes back to it.
WIPED = NOTHING | {"session": ["poortwachterwijzer.gewist"]}


def every_page(home: Home) -> list[str]:
    """All pages, but from disk not the one that a server shows for a wrong address."""
    folder = built("site-offline" if home.from_disk else "site")
    pages = [str(file.relative_to(folder)) for file in sorted(folder.rglob("*.html"))]
    return [
        home.base + page for page in pages if not (home.from_disk and page.endswith("404.html"))
    ]


def fills_in_a_case(visitor: Visitor) -> None:
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))


def looks_around(page: Page) -> None:
    """Opens everything that opens, scrolls to the end, and goes back and forth by keyboard."""
    page.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    page.mouse.wheel(0, 100_000)
    for _ in range(5):
        page.keyboard.press("Tab")
    page.locator("[data-slot=question] > summary").click()


@also_from_disk
def test_no_page_asks_anything_of_another_host(page: Page, home: Home) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in every_page(home):
        page.goto(address)
    assert len(asked) > len(every_page(home))
    assert [url for url in asked if not url.startswith((home.base, "data:"))] == []


@also_from_disk
def test_after_the_answer_nothing_is_requested(visitor: Visitor) -> None:
    visitor.opens()
    fills_in_a_case(visitor)
    visitor.asks()
    visitor.sees_status("probleemanalyse", "done")
    before = len(visitor.requests)
    looks_around(visitor.page)
    visitor.types_first_sick_day("1", "4", "2026")
    visitor.asks()
    visitor.sees_given("1 april 2026")
    visitor.page.emulate_media(color_scheme="dark")
    has_nothing_left_to_do(visitor.page)
    assert visitor.requests[before:] == []


@also_from_disk
def test_behind_the_lock_the_search_still_finds(visitor: Visitor) -> None:
    visitor.opens(at=None)
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    before = len(visitor.requests)
    in_another_tab = searching_from(visitor)
    in_another_tab.searches("probleemanalyse")
    expect(in_another_tab.results.first).to_be_visible(timeout=PATIENCE)
    assert visitor.requests[before:] == []
    visitor.sees_answer()


@also_from_disk
@pytest.mark.parametrize(
    ("language", "source"),
    [("en", "en/cases"), *thorough(("nl", "dossiers"), ("en", "en/self-check"))],
)
def test_a_page_of_cases_leads_to_the_search_of_its_language_and_loads_nothing_of_it(
    visitor: Visitor, language: str, source: str
) -> None:
    visitor.language = language
    visitor.opens(source, at=None)
    in_another_tab = searching_from(visitor)
    assert in_another_tab.root.get_attribute("lang") == language
    visitor.sees_engine("ready")
    loads_no_search(visitor)


def test_a_frame_loads_nothing_of_a_search(online: Visitor) -> None:
    online.opens("zelfcheck-inbouw", at=None)
    online.sees_engine("ready")
    loads_no_search(online)


def searching_from(visitor: Visitor) -> Visitor:
    """In the tab of a guide that is ready for words."""
    with visitor.page.expect_popup() as opened:
        visitor.page.get_by_role("link", name=visitor.seen.to_search, exact=True).click()
    tab = Visitor(opened.value, visitor.home, visitor.language)
    box = tab.page.get_by_role("textbox", name=tab.seen.search)
    expect(box).to_be_focused(timeout=PATIENCE)
    assert tab.page.evaluate("opener") is None
    return tab


def loads_no_search(visitor: Visitor) -> None:
    has_nothing_left_to_do(visitor.page)
    assert [url for url in visitor.requests if "search" in url] == []
    assert [each.url for each in visitor.page.workers if "search" in each.url] == []


def test_no_request_and_no_link_holds_what_was_typed(visitor: Visitor) -> None:
    visitor.opens()
    before = set(visitor.page.locator("a").evaluate_all(LINKS))
    fills_in_a_case(visitor)
    visitor.asks()
    visitor.sees_status("probleemanalyse", "done")
    address = visitor.home.address("zelfcheck")
    assert visitor.page.url == address
    # The table of the picture leads to the rows by script: its links all have one address.
    assert set(visitor.page.locator("a").evaluate_all(LINKS)) - before == {f"{address}#checklist"}
    link = visitor.page.get_by_role(
        "link", name="Meer over de probleemanalyse", include_hidden=True
    )
    visitor.unfolds_at(link.locator("xpath=ancestor::details[1]"))
    link.click()
    visitor.page.wait_for_url(visitor.home.address("stappen/probleemanalyse"))
    has_nothing_left_to_do(visitor.page)
    for url in visitor.requests:
        assert url.startswith((visitor.home.base, "data:"))
        assert "2026" not in urldefrag(url).url.removeprefix(address)


@also_from_disk
def test_nothing_is_stored(visitor: Visitor) -> None:
    """Not by the self-check, and not by the rest of a visit."""
    visitor.opens(at=None)
    fills_in_a_case(visitor)
    visitor.asks()
    visitor.sees_answer()
    looks_around(visitor.page)
    assert visitor.page.evaluate(STORED) == NOTHING
    for source in ("index", "stappenplan", "stappen/probleemanalyse"):
        visitor.page.goto(visitor.home.address(source))
        visitor.searches("loon")
        expect(visitor.results.first).to_be_visible(timeout=PATIENCE)
        assert visitor.page.evaluate(STORED) == NOTHING
    assert visitor.page.context.cookies() == []
