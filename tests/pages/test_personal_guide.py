"""The visitor's own dates in the guide: only when asked, only in this tab, and gone after Wipe."""

from playwright.sync_api import expect

from tests.pages.visitor import PATIENCE, Visitor

MINE = ".pw-for-you"
# What a browser tells a page that it keeps alive for the way back, and takes up again.
KEPT_ALIVE = "(name) => { dispatchEvent(new PageTransitionEvent(name, { persisted: true })) }"


def test_the_guide_shows_dates_only_when_asked(online: Visitor) -> None:
    online.opens()
    online.types_first_sick_day("15", "6", "2026")
    online.has_done("probleemanalyse", ("20", "7", "2026"))
    online.sees_status("probleemanalyse", "done")
    online.page.goto(online.home.address("stappen/wia-aanvraag"))
    expect(online.page.locator(MINE)).to_have_count(0)

    online.page.go_back()
    online.sees_due("wia-aanvraag", "2028-03-26")
    online.unfolds_tool("Bewaar")
    online.page.get_by_label("Laat mijn datums zien op de pagina’s van de gids").check()
    online.page.wait_for_function("sessionStorage.length == 1")
    before = len(online.requests)
    online.page.goto(online.home.address("stappen/wia-aanvraag"))
    expect(online.page.locator(MINE)).to_contain_text("Voor jou: uiterlijk zondag 26 maart 2028.")
    assert not any(
        name in url for name in ("/engine/", "zelfcheck.js") for url in online.requests[before:]
    )
    online.page.goto(online.home.address("stappenplan"))
    expect(online.page.locator("#probleemanalyse")).to_contain_text(
        "Voor jou: gedaan op 20 juli 2026."
    )
    expect(online.page.locator("#einde-wachttijd")).to_contain_text(
        "Voor jou: zondag 11 juni 2028."
    )

    other = online.page.context.new_page()
    other.goto(online.home.address("stappenplan"))
    expect(other.locator(MINE)).to_have_count(0)
    other.close()

    online.page.goto(online.home.address("zelfcheck"))
    online.sees_engine("ready")
    online.wipes()
    expect(online.page.get_by_text("Alles is gewist.")).to_be_visible(timeout=PATIENCE)
    online.page.goto(online.home.address("stappenplan"))
    expect(online.page.locator(MINE)).to_have_count(0)


def test_what_somebody_else_stored_there_is_text_at_most(online: Visitor) -> None:
    online.page.goto(online.home.address("stappenplan"))
    for stored in (
        '{"probleemanalyse": "<img src=x onerror=hacked()>", "__proto__": {}}',
        "{",
        "[1]",
        "null",
    ):
        online.page.evaluate(
            "(text) => sessionStorage.setItem('poortwachterwijzer.gids', text)", stored
        )
        online.page.reload()
        expect(online.page.locator(f"{MINE} img")).to_have_count(0)
        expect(online.page.get_by_role("heading", level=1)).to_be_visible()


def test_a_page_that_is_kept_alive_forgets_the_dates_and_tells_them_anew(online: Visitor) -> None:
    online.page.goto(online.home.address("stappenplan"))
    told = '{"nl": {"probleemanalyse": "uiterlijk maandag 15 juni 2026"}}'
    online.page.evaluate("(told) => sessionStorage.setItem('poortwachterwijzer.gids', told)", told)
    online.page.reload()
    expect(online.page.locator(MINE)).to_have_count(1)
    online.page.evaluate(KEPT_ALIVE, "pagehide")
    expect(online.page.locator(MINE)).to_have_count(0)
    online.page.evaluate(KEPT_ALIVE, "pageshow")
    expect(online.page.locator(MINE)).to_have_count(1)

    online.page.evaluate(KEPT_ALIVE, "pagehide")
    online.page.evaluate("sessionStorage.clear()")
    online.page.evaluate(KEPT_ALIVE, "pageshow")
    expect(online.page.locator(MINE)).to_have_count(0)
