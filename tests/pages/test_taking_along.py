"""What a visitor takes along: dates for a calendar, paper, and text."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import ViewportSize, expect

from tests.pages.visitor import Visitor
from tests.thorough import also_from_disk

# Counted by hand from the contract: D+294, D+363, D+636 and D+650.
EXPECTED = {date(2027, 4, 5), date(2027, 6, 13), date(2028, 3, 12), date(2028, 3, 26)}

A4 = (595, 842)  # points
PRINTED: ViewportSize = {
    "width": 718,
    "height": 1000,
}  # what is left of A4 between margins of a centimetre


def answered(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.sees_status("probleemanalyse", "done")
    visitor.sees_given("15 juni 2026")


def events(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


@also_from_disk
def test_a_calendar_takes_in_all_dates_or_one(visitor: Visitor, tmp_path: Path) -> None:
    answered(visitor)
    visitor.unfolds_tool("Agenda")
    with visitor.page.expect_download() as download:
        visitor.presses("Zet de datums in mijn agenda")
    download.value.save_as(tmp_path / "all.ics")
    found = events(tmp_path / "all.ics")
    assert {event.start for event in found} >= EXPECTED
    label = visitor.page.locator("#label").input_value()
    assert re.fullmatch(r"\w{6}", label)
    title = rf"{label}: Afspraak [\d.]+"
    assert all(re.fullmatch(title, event["SUMMARY"]) for event in found)
    assert all(event.walk("VALARM") or event["STATUS"] == "CANCELLED" for event in found)

    visitor.unfolds_at(visitor.card("wia-aanvraag").locator(".pw-step__more"))
    with visitor.page.expect_download() as download:
        visitor.card("wia-aanvraag").get_by_role("button", name="Zet in mijn agenda").click()
    download.value.save_as(tmp_path / "one.ics")
    assert [event.start for event in events(tmp_path / "one.ics")] == [date(2028, 3, 26)]
    expect(visitor.card("probleemanalyse").get_by_text("Zet in mijn agenda")).to_be_hidden()
    assert visitor.page.locator("#label").input_value() == label


def test_a_calendar_names_its_steps_and_takes_in_the_talks_by_choice(
    visitor: Visitor, tmp_path: Path
) -> None:
    answered(visitor)
    visitor.unfolds_tool("Bewaar")
    visitor.page.get_by_label("Eigen naam voor dit dossier").fill("Klant A")
    visitor.unfolds_tool("Agenda")
    visitor.page.get_by_label("Noem in de agenda wel wat er moet gebeuren").check()
    with visitor.page.expect_download() as download:
        visitor.presses("Zet de datums in mijn agenda")
    assert download.value.suggested_filename == "afspraken-Klant-A-2026-06-15.ics"
    download.value.save_as(tmp_path / "named.ics")
    titles = {str(event["SUMMARY"]) for event in events(tmp_path / "named.ics")}
    assert "Klant A: WIA-aanvraag" in titles
    assert not any("Voortgangsgesprek" in title for title in titles)


def test_the_numbers_of_a_calendar_are_explained_on_the_page(visitor: Visitor) -> None:
    answered(visitor)
    legend = visitor.page.locator("[data-slot=appointments]")
    expect(legend.get_by_text("Afspraak 15", exact=True)).to_be_attached()
    expect(legend.get_by_text("WIA-aanvraag", exact=True)).to_be_attached()


def test_the_overview_can_be_copied_as_text(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answered(visitor)
    visitor.presses("Kopieer")
    expect(visitor.page.get_by_text("Gekopieerd.")).to_be_visible()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "Eerste ziektedag: 15 juni 2026. Gedaan: Probleemanalyse." in copied
    assert "WIA-aanvraag: uiterlijk zondag 26 maart 2028" in copied


def test_where_copying_is_not_allowed_the_text_is_shown(visitor: Visitor) -> None:
    visitor.page.add_init_script("delete Navigator.prototype.clipboard")
    answered(visitor)
    visitor.presses("Kopieer")
    by_hand = visitor.page.get_by_label("Kopieer deze tekst zelf")
    expect(by_hand).to_be_focused()
    expect(by_hand).to_have_value(re.compile("WIA-aanvraag: uiterlijk zondag 26 maart 2028"))


def test_the_text_to_copy_stays_when_the_answer_to_the_last_word_comes_after_it(
    online: Visitor,
) -> None:
    online.page.add_init_script("delete Navigator.prototype.clipboard")
    answered(online)
    online.has_done("plan-van-aanpak", ("3", "8", "2026"))
    online.presses("Kopieer")
    online.sees_status("plan-van-aanpak", "done")
    by_hand = online.page.get_by_label("Kopieer deze tekst zelf")
    expect(by_hand).to_have_value(re.compile("Plan van aanpak"))
    online.has_done("plan-van-aanpak", ("4", "8", "2026"))
    expect(by_hand).to_be_hidden()


def test_paper_holds_everything_and_cuts_nothing(visitor: Visitor) -> None:
    answered(visitor)
    page = visitor.page
    pdf = page.pdf(format="A4", print_background=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert 1 <= len(sizes) <= 3
    assert {(int(float(width)), int(float(height))) for width, height in sizes} <= {A4, (594, 841)}

    page.set_viewport_size(PRINTED)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide = """() => [...document.querySelectorAll(".md-content *")].filter((each) =>
        each.getClientRects().length && each.getBoundingClientRect().right > innerWidth + 1
    ).map((each) => each.outerHTML.slice(0, 80))"""
    assert page.evaluate(wide) == []
    expect(page.get_by_text("Wat je hebt ingevuld")).to_be_visible()
    expect(page.locator("[data-slot=answers]")).to_contain_text("15 juni 2026")
    expect(page.locator("[data-slot=drawing] svg:visible")).to_have_count(1)
    expect(page.locator("[data-section=days] time:visible").first).to_be_visible()
    expect(page.locator(".pw-edition")).to_contain_text("Regels van")
    expect(page.locator(".pw-answer")).to_contain_text("Stand op 22 november 2026")
    expect(page.locator("form input:visible, button:visible")).to_have_count(0)
