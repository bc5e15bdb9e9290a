"""The visitor's own dates in the guide: only when asked, only in this tab, and gone after Wipe."""

from playwright.sync_api import expect

from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk

MINE = ".pw-for-you"


@also_from_disk
def test_the_guide_shows_dates_only_when_asked(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.sees_status("probleemanalyse", "done")
    visitor.page.goto(visitor.home.address("stappen/wia-aanvraag"))
    expect(visitor.page.locator(MINE)).to_have_count(0)

    visitor.page.go_back()
    visitor.sees_due("wia-aanvraag", "2028-03-26")
    visitor.unfolds_tool("Bewaar")
    visitor.page.get_by_label("Laat mijn datums zien op de pagina’s van de gids").check()
    visitor.page.wait_for_function("sessionStorage.length == 1")
    before = len(visitor.requests)
    visitor.page.goto(visitor.home.address("stappen/wia-aanvraag"))
    expect(visitor.page.locator(MINE)).to_contain_text("Voor jou: uiterlijk zondag 26 maart 2028.")
    assert not any(
        name in url for name in ("/engine/", "zelfcheck.js") for url in visitor.requests[before:]
    )
    visitor.page.goto(visitor.home.address("stappenplan"))
    expect(visitor.page.locator("#probleemanalyse")).to_contain_text(
        "Voor jou: gedaan op 20 juli 2026."
    )
    expect(visitor.page.locator("#einde-wachttijd")).to_contain_text(
        "Voor jou: zondag 11 juni 2028."
    )

    other = visitor.page.context.new_page()
    other.goto(visitor.home.address("stappenplan"))
    expect(other.locator(MINE)).to_have_count(0)
    other.close()

    visitor.page.goto(visitor.home.address("zelfcheck"))
    visitor.sees_engine("ready")
    visitor.wipes()
    expect(visitor.page.get_by_text("Alles is gewist.")).to_be_visible(timeout=PATIENCE)
    visitor.page.goto(visitor.home.address("stappenplan"))
    expect(visitor.page.locator(MINE)).to_have_count(0)


def test_what_somebody_else_stored_there_is_text_at_most(visitor: Visitor) -> None:
    visitor.page.goto(visitor.home.address("stappenplan"))
    for stored in (
        '{"probleemanalyse": "<img src=x onerror=hacked()>", "__proto__": {}}',
        "{",
        "[1]",
        "null",
    ):
        visitor.page.evaluate(
            "(text) => sessionStorage.setItem('poortwachterwijzer.gids', text)", stored
        )
        visitor.page.reload()
        expect(visitor.page.locator(f"{MINE} img")).to_have_count(0)
        expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
