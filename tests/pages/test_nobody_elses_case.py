"""What one person typed never gives way to another's without a word: a link, a file, a second tab, a failure."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.faults import ENGINE_FILE, is_cut_off
from tests.pages.test_carrying import FORM, carried
from tests.pages.visitor import NOON, PATIENCE, Visitor
from tests.patience import until
from tests.thorough import also_from_disk

LINK = carried(role="werknemer", case={"first_sick_day": "2026-01-05"})
SAVED = "localStorage.getItem('poortwachterwijzer.zaak')"


def puts_back(visitor: Visitor) -> None:
    expect(visitor.page.get_by_text("Wat hier eerst was ingevuld, is vervangen.")).to_be_visible()
    visitor.presses("Zet het terug")


@also_from_disk
def test_a_link_over_a_filled_form_gives_it_back(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "juni", "2026")
    before = visitor.page.evaluate(FORM)
    visitor.page.evaluate("(link) => { location.hash = link }", LINK)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    visitor.sees_first_sick_day("5", "1", "2026")
    puts_back(visitor)
    assert visitor.page.evaluate(FORM) == before
    expect(visitor.sender).to_be_hidden()
    expect(visitor.date_fields("Eerste ziektedag").get_by_label("Dag")).to_be_focused()


def test_a_link_over_a_list_gives_it_back_as_it_stood(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.sees_status("probleemanalyse", "done")
    before = visitor.page.evaluate(FORM)
    visitor.page.evaluate("(link) => { location.hash = link }", LINK)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    expect(visitor.page.locator("[data-slot=result]")).to_be_hidden()
    puts_back(visitor)
    visitor.sees_given("15 juni 2026")
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    visitor.sees_status("probleemanalyse", "done")
    assert visitor.page.evaluate(FORM) == before
    expect(visitor.sender).to_be_hidden()


def test_a_file_over_an_answered_form_gives_it_back(visitor: Visitor, tmp_path: Path) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_given("15 juni 2026")
    file = tmp_path / "zelfcheck.json"
    file.write_text(json.dumps({"poortwachter": 1, "case": {"first_sick_day": "2026-01-05"}}))
    visitor.opens_question()
    visitor.unfolds("Verder met een bewaard bestand")
    visitor.page.get_by_label("Kies het bestand").set_input_files(file)
    visitor.sees_given("5 januari 2026")
    puts_back(visitor)
    visitor.sees_given("15 juni 2026")


def test_a_link_to_an_empty_form_asks_nothing(visitor: Visitor) -> None:
    visitor.opens(fragment=LINK)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    expect(visitor.page.get_by_role("button", name="Zet het terug")).to_be_hidden()


def test_a_link_that_meets_a_failure_is_not_lost(visitor: Visitor) -> None:
    visitor.page.route(ENGINE_FILE, is_cut_off)
    visitor.opens(fragment=LINK)
    note = visitor.page.get_by_text("De link of het bestand kon nog niet open.")
    expect(note).to_be_visible(timeout=PATIENCE)
    assert visitor.page.url == visitor.home.address("zelfcheck")
    visitor.page.reload()
    expect(note).to_be_visible(timeout=PATIENCE)
    visitor.page.unroute(ENGINE_FILE)
    visitor.presses("Probeer opnieuw")
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    expect(note).to_be_hidden()
    visitor.sees_first_sick_day("5", "1", "2026")


def keeps(visitor: Visitor, day: str) -> None:
    if visitor.home.from_disk:
        pytest.skip("from disk nothing is kept")
    visitor.opens()
    visitor.types_first_sick_day(day, "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    visitor.unfolds_tool("Bewaar")
    visitor.page.locator("#bewaar-apparaat").check()
    kept(visitor.page, f"2026-06-{day}")


def kept(page: Page, day: str) -> None:
    """Behind the lock a page may not wait for an expression: so it is asked again and again."""
    until(lambda: day in (page.evaluate(SAVED) or ""), f"{day} to be kept")


NOT_KEPT = "wat je hier ziet, wordt niet meer bewaard"


def test_a_link_leaves_alone_what_this_device_keeps(visitor: Visitor) -> None:
    keeps(visitor, "15")
    visitor.page.evaluate("(link) => { location.hash = link }", LINK)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_given("5 januari 2026")
    expect(visitor.page.get_by_text(NOT_KEPT)).to_be_visible()
    assert "2026-06-15" in visitor.page.evaluate(SAVED)

    visitor.page.reload()
    visitor.sees_given("5 januari 2026")
    expect(visitor.page.locator("#bewaar-apparaat")).not_to_be_checked()
    assert "2026-06-15" in visitor.page.evaluate(SAVED)


def test_what_the_engine_could_not_open_yet_stays_kept(online: Visitor) -> None:
    keeps(online, "15")
    online.page.goto("about:blank")
    online.page.route(ENGINE_FILE, is_cut_off)
    online.opens()
    online.sees_engine("failed")
    online.page.unroute(ENGINE_FILE)
    online.types_first_sick_day("3", "3", "2026")
    online.asks()
    online.sees_given("3 maart 2026")
    expect(online.page.get_by_text(NOT_KEPT)).to_be_visible(timeout=PATIENCE)
    assert "2026-06-15" in online.page.evaluate(SAVED)


def test_two_tabs_do_not_overwrite_what_the_other_kept(visitor: Visitor) -> None:
    keeps(visitor, "15")
    second = Visitor(visitor.page.context.new_page(), visitor.home)
    second.page.clock.set_fixed_time(NOON)
    second.page.goto(visitor.home.address("zelfcheck"))
    second.sees_given("15 juni 2026")
    second.types_first_sick_day("16", "6", "2026")
    second.sees_given("16 juni 2026")
    kept(second.page, "2026-06-16")

    visitor.types_first_sick_day("17", "6", "2026")
    visitor.sees_given("17 juni 2026")
    expect(visitor.page.get_by_text(NOT_KEPT)).to_be_visible(timeout=PATIENCE)
    expect(visitor.page.locator("#bewaar-apparaat")).not_to_be_checked()
    assert "2026-06-16" in visitor.page.evaluate(SAVED)

    visitor.unfolds_tool("Bewaar")
    visitor.page.locator("#bewaar-apparaat").check()
    kept(visitor.page, "2026-06-17")
    expect(visitor.page.get_by_text(NOT_KEPT)).to_be_hidden()


def test_what_another_tab_wiped_stays_wiped(visitor: Visitor) -> None:
    keeps(visitor, "15")
    second = Visitor(visitor.page.context.new_page(), visitor.home)
    second.page.goto(visitor.home.address("zelfcheck"))
    second.sees_answer()
    second.wipes()
    expect(second.page.get_by_text("Alles is gewist.")).to_be_visible(timeout=PATIENCE)
    visitor.types_first_sick_day("17", "6", "2026")
    expect(visitor.page.get_by_text(NOT_KEPT)).to_be_visible(timeout=PATIENCE)
    assert visitor.page.evaluate(SAVED) is None


def test_a_link_that_cannot_be_opened_leaves_alone_what_this_device_keeps(visitor: Visitor) -> None:
    keeps(visitor, "15")
    visitor.page.goto("about:blank")
    visitor.opens(fragment="#zaak=x")
    expect(visitor.refusal).to_be_visible(timeout=PATIENCE)
    visitor.types_first_sick_day("3", "3", "2026")
    visitor.asks()
    visitor.sees_given("3 maart 2026")
    expect(visitor.page.get_by_text(NOT_KEPT)).to_be_visible()
    assert "2026-06-15" in visitor.page.evaluate(SAVED)


# What was asked for by the clicks has come when a second question after them has its answer.
TWICE = """async () => {
  const box = document.getElementById("bewaar-apparaat");
  box.click();
  box.click();
  await poortwachter.ask({ on: "2026-01-01", form: {} });
  await poortwachter.ask({ on: "2026-01-01", form: {} });
}"""


def test_who_thinks_better_of_it_at_once_keeps_nothing(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    visitor.page.evaluate(TWICE)
    assert visitor.page.evaluate(SAVED) is None


def test_a_link_is_never_that_of_the_case_before(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    visitor.unfolds_tool("Link")
    link = visitor.page.get_by_label("De link", exact=True)
    expect(link).to_have_value(re.compile("2026-06-15"))
    file = json.dumps({"poortwachter": 1, "case": {"first_sick_day": "2026-01-05"}}).encode()
    visitor.page.locator("#open-bestand").set_input_files(
        {"name": "zelfcheck.json", "mimeType": "application/json", "buffer": file}
    )
    visitor.sees_given("5 januari 2026")
    expect(link).to_have_value(re.compile("2026-01-05"))


def test_what_somebody_else_filled_in_is_still_theirs_after_a_reload(visitor: Visitor) -> None:
    visitor.opens(fragment=LINK)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    visitor.page.reload()
    expect(visitor.sender).to_contain_text("5 januari 2026", timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_given("5 januari 2026")
    visitor.page.reload()
    visitor.sees_given("5 januari 2026")
    expect(visitor.sender).to_be_hidden()
