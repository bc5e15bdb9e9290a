"""The self-check in English: from the first sick day to an answer, what is wrong, and what a visitor takes along."""

import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.conftest import Home
from tests.engine.test_words_of_a_sender import SAID, texts
from tests.pages.test_carrying import FORM, WHOLE
from tests.pages.test_nothing_leaves import NOTHING, STORED
from tests.pages.test_self_check import DATES
from tests.pages.test_words_of_a_sender import A_PART, OPENS
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk

DUTCH_CHECK, CHECK, EMBEDDED = "zelfcheck", "en/self-check", "en/self-check-embed"


@pytest.fixture
def reader(visitor: Visitor) -> Visitor:
    """Reads English, from a server and from disk in turn."""
    visitor.language = "en"
    return visitor


def has_an_answer(reader: Visitor) -> None:
    reader.opens(CHECK)
    reader.types_first_sick_day("15", "June", "2026")
    reader.has_done("probleemanalyse", ("20", "July", "2026"))
    reader.sees_status("probleemanalyse", "done")
    reader.sees_given("15 June 2026")


@also_from_disk
def test_a_visitor_goes_from_the_first_sick_day_to_an_answer(reader: Visitor) -> None:
    reader.opens(CHECK)
    expect(reader.root).to_have_attribute("lang", "en")
    typed, _, dates = DATES[0]
    reader.types_first_sick_day(*typed)
    reader.asks()
    reader.sees_given("15 June 2026")
    assert reader.due(dates) == dates
    expect(reader.page.locator("[data-slot=week]")).to_have_text("Week 23, day 161 of 728")
    expect(reader.answer).to_contain_text("As it is on 22 November 2026")
    # The clock of these tests is behind the rules, which the page tells.
    expect(reader.page.locator("[data-slot=clock]")).to_contain_text("22 November 2026")


def test_a_mistake_is_told_in_english_with_what_to_do(reader: Visitor) -> None:
    reader.opens(CHECK)
    for month, told in (
        ("June", "31 June 2026 does not exist"),
        ("jumi", "Fill in a month for the first sick day, for example 6 or June."),
    ):
        reader.types_first_sick_day("31", month, "2026")
        reader.asks()
        expect(reader.errors).to_contain_text(told, timeout=PATIENCE)
        expect(reader.page).to_have_title(re.compile(r"^Error: Self-check"))
    reader.types_first_sick_day("30", "juni", "2026")
    reader.asks()
    reader.sees_given("30 June 2026")


def test_what_is_taken_along_is_in_english(reader: Visitor, tmp_path: Path) -> None:
    has_an_answer(reader)
    reader.unfolds_tool("Save")
    reader.page.get_by_label("Your own name for this file").fill("Client A")
    with reader.page.expect_download() as download:
        reader.presses("Save as a file")
    assert download.value.suggested_filename == "self-check-Client-A-2026-06-15.json"
    expect(reader.page.get_by_text("self-check-Client-A-2026-06-15.json")).to_be_visible()

    reader.unfolds_tool("Calendar")
    reader.page.get_by_label("Do say in the calendar what has to be done").check()
    with reader.page.expect_download() as download:
        reader.presses("Put the dates in my calendar")
    assert download.value.suggested_filename == "appointments-Client-A-2026-06-15.ics"
    download.value.save_as(tmp_path / "all.ics")
    events = list[Any](Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT"))
    titles = {event.start: str(event["SUMMARY"]) for event in events}
    assert titles[date(2028, 3, 26)].startswith("Client A: WIA application")

    reader.page.evaluate("delete Navigator.prototype.clipboard")
    reader.presses("Copy")
    by_hand = reader.page.locator("#met-de-hand")
    expect(by_hand).to_have_value(re.compile("First sick day: 15 June 2026"))
    expect(by_hand).to_have_value(re.compile("Sunday 26 March 2028"))


def test_paper_is_in_english(online: Visitor) -> None:
    online.language = "en"
    has_an_answer(online)
    online.page.emulate_media(media="print")
    online.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(online.page.get_by_text("What you filled in", exact=True).first).to_be_visible()
    expect(online.page.locator("[data-slot=answers]")).to_contain_text("15 June 2026")
    expect(online.page.locator(".pw-edition")).to_contain_text("Rules of")
    expect(online.page.locator("form input:visible, button:visible")).to_have_count(0)


# From one language to the other.

EACH_WAY = pytest.mark.parametrize("made_in", ["nl", "en"])
CHECKS = {"nl": DUTCH_CHECK, "en": CHECK}
WRITTEN = {"nl": "5 januari 2026", "en": "5 January 2026"}
ACCEPT = {"nl": "Ik heb het nagekeken, ga verder", "en": "I have checked it, go on"}


def other(language: str) -> str:
    return {"nl": "en", "en": "nl"}[language]


def due(visitor: Visitor) -> dict[str, str | None]:
    return visitor.due(["plan-van-aanpak", "melding-42-weken", "wia-aanvraag"])


@EACH_WAY
def test_a_link_and_a_file_open_in_the_other_language_with_the_same_dates(
    visitor: Visitor, made_in: str, tmp_path: Path
) -> None:
    visitor.language = made_in
    visitor.opens(CHECKS[made_in], fragment=WHOLE)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses(ACCEPT[made_in])
    visitor.sees_given(WRITTEN[made_in])
    before, dates = visitor.page.evaluate(FORM), due(visitor)
    visitor.unfolds_tool(visitor.seen.keep)
    with visitor.page.expect_download() as download:
        visitor.page.locator("[data-action=file]").click()
    download.value.save_as(tmp_path / "case.json")
    visitor.unfolds_tool("Link")
    for part in ("done", "happened"):
        visitor.page.locator(f"#link-{part}").check()
    made = visitor.page.locator("#link-tekst")
    expect(made).to_have_value(re.compile("probleemanalyse"))
    address, _, case = made.input_value().partition("#")
    assert address == visitor.home.address(CHECKS[made_in])

    visitor.language = other(made_in)
    visitor.page.goto("about:blank")
    visitor.opens(CHECKS[visitor.language], fragment=f"#{case}")
    expect(visitor.sender).to_contain_text(WRITTEN[visitor.language], timeout=PATIENCE)
    visitor.presses(ACCEPT[visitor.language])
    visitor.sees_given(WRITTEN[visitor.language])
    assert due(visitor) == dates
    visitor.wipes()
    visitor.sees_first_sick_day("", "", "")
    visitor.page.locator("#open-bestand").set_input_files(tmp_path / "case.json")
    visitor.sees_given(WRITTEN[visitor.language])
    assert visitor.page.evaluate(FORM) == before
    assert due(visitor) == dates


def test_own_dates_stand_in_the_guide_in_the_language_of_each_page(online: Visitor) -> None:
    online.language = "en"
    has_an_answer(online)
    online.unfolds_tool("Save")
    online.page.locator("#toon-in-gids").check()
    online.page.wait_for_function("sessionStorage.length == 1")
    for source, told in (
        ("en/stappen/wia-aanvraag", "Sunday 26 March 2028"),
        ("stappen/wia-aanvraag", "Voor jou: uiterlijk zondag 26 maart 2028."),
    ):
        online.page.goto(online.home.address(source))
        expect(online.page.locator(".pw-for-you")).to_contain_text(told)
    online.page.goto(online.home.address(DUTCH_CHECK))
    online.language = "nl"
    online.sees_engine("ready")
    online.wipes()
    expect(online.page.get_by_text("Alles is gewist.")).to_be_visible(timeout=PATIENCE)
    online.page.goto(online.home.address("en/stappenplan"))
    expect(online.page.locator(".pw-for-you")).to_have_count(0)


def test_a_refusal_in_english_says_only_what_we_say(reader: Visitor) -> None:
    reader.opens(CHECK)
    reader.types_first_sick_day("15", "6", "2026")
    reader.sees_engine("ready")
    shown = []
    for text in [*texts()][:: 5 * A_PART]:
        link = f"#zaak={quote(text, errors='replace')}"
        shown += reader.page.evaluate(OPENS, link)
    assert len(shown) > 5
    assert not [told for told in shown if re.search(r"\b(?:het|een|niet|kan)\b", told)]
    seen = reader.page.locator("body").inner_text()
    assert not [each for each in SAID if isinstance(each, str) and "el" in each and each in seen]
    reader.sees_first_sick_day("15", "6", "2026")


def test_the_embedded_self_check_answers_in_english_without_a_header(reader: Visitor) -> None:
    reader.opens(EMBEDDED, fragment="#rol=werkgever")
    expect(reader.page.get_by_role("radio", name="(employer)")).to_be_checked()
    expect(reader.page.locator(".md-header, .md-footer, .pw-language").first).to_be_hidden()
    reader.types_first_sick_day("15", "June", "2026")
    reader.asks()
    reader.sees_given("15 June 2026")


@pytest.mark.parametrize(("locale", "stands_out"), [("en-GB", True), ("nl-NL", False)])
def test_the_language_of_the_browser_stands_out_and_is_not_kept(
    browser: Browser, site_url: str, locale: str, stands_out: bool
) -> None:
    with browser.new_context(locale=locale) as context:
        visitor = Visitor(context.new_page(), Home(site_url, from_disk=False))
        visitor.opens("stappenplan")
        link = visitor.page.get_by_role("banner").get_by_role("link", name="English")
        assert ("pw-language--yours" in (link.get_attribute("class") or "")) == stands_out
        link.click()
        expect(visitor.page).to_have_url(visitor.home.address("en/stappenplan"))
        assert visitor.page.evaluate(STORED) == NOTHING
