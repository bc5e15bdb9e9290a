"""From disk nothing is kept in the browser: whatever else is opened from disk may read it, and write it."""

from pathlib import Path

from playwright.sync_api import expect

from tests.pages.test_nothing_leaves import NOTHING, STORED
from tests.pages.visitor import Visitor

WHY = "Bewaren in de browser kan dan niet"
OFFERS = "#bewaar-apparaat, #toon-in-gids"

LEAVES_BOTH = """(words) => {
  localStorage.setItem("poortwachterwijzer.zaak", JSON.stringify({
    poortwachter: 1, case: { first_sick_day: "2026-06-15", label: words } }));
  sessionStorage.setItem("poortwachterwijzer.gids", JSON.stringify({ probleemanalyse: words }));
}"""
WORDS = "Bel nu 06-12345678"


def asks_for_a_list(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.sees_list()
    visitor.unfolds_tool("Bewaar")


def test_keeping_is_not_offered_from_disk_and_the_page_says_why(from_disk: Visitor) -> None:
    asks_for_a_list(from_disk)
    expect(from_disk.page.get_by_text(WHY)).to_be_visible()
    expect(from_disk.page.get_by_role("button", name="Bewaar als bestand")).to_be_visible()
    for offer in from_disk.page.locator(OFFERS).all():
        expect(offer).to_be_hidden()
    # Not by a script either, such as one that an older copy of the page left behind.
    from_disk.page.evaluate(f"document.querySelectorAll('{OFFERS}').forEach((box) => box.click())")
    from_disk.page.evaluate("poortwachter.ask({ on: '2026-01-01', form: {} })")
    from_disk.types_first_sick_day("16", "6", "2026")
    from_disk.sees_given("16 juni 2026")
    assert from_disk.page.evaluate(STORED) == NOTHING


def test_from_a_server_it_is_offered(online: Visitor) -> None:
    asks_for_a_list(online)
    for offer in online.page.locator(OFFERS).all():
        expect(offer).to_be_visible()
    expect(online.page.get_by_text(WHY)).to_be_hidden()


def test_what_was_kept_from_disk_is_neither_read_nor_left(
    from_disk: Visitor, tmp_path: Path
) -> None:
    """The other file stands in another folder; what it writes, or an older copy of the guide, is gone."""
    other = tmp_path / "other.html"
    other.write_text("<!doctype html><title>Other</title>")
    for source in ("zelfcheck", "stappen/probleemanalyse"):
        from_disk.page.goto(other.as_uri())
        from_disk.page.evaluate(LEAVES_BOTH, WORDS)
        from_disk.opens(source)
        if source == "zelfcheck":
            from_disk.sees_engine("ready")
            from_disk.sees_first_sick_day("", "", "")
            assert from_disk.page.evaluate(STORED) == NOTHING
        expect(from_disk.page.locator(".pw-for-you")).to_have_count(0)
        assert WORDS not in from_disk.page.content()
        assert from_disk.page.evaluate("sessionStorage.length") == 0


def test_a_reload_from_disk_still_gives_back_what_was_typed(from_disk: Visitor) -> None:
    asks_for_a_list(from_disk)
    # As an older copy of the page left it in the tab: with what it knew to be on the device.
    known = "history.replaceState({ ...history.state, known: 'a file' }, '')"
    from_disk.page.add_init_script(known)
    from_disk.page.reload()
    from_disk.sees_given("15 juni 2026")
    expect(from_disk.page.locator(OFFERS).first).not_to_be_checked()
    from_disk.types_first_sick_day("16", "6", "2026")
    from_disk.sees_given("16 juni 2026")
    expect(from_disk.page.get_by_text("wordt niet meer bewaard")).to_be_hidden()
