"""What if: what is tried out stands beside the visitor's own case, and never takes its place unasked."""

import json

from playwright.sync_api import Locator, expect

from tests.pages.test_carrying import FORM
from tests.pages.test_nobody_elses_case import SAVED, kept, puts_back
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk

TRYING = "Je probeert iets uit."

# What the page asked of the engine before this, has its answer when this has.
SETTLED = """() => poortwachter.ask({ on: "2026-01-01", form: {} }).then(() => null)"""


def has_a_list(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.sees_due("plan-van-aanpak", "2026-08-03")


def tries_an_end_of_the_contract(visitor: Visitor) -> None:
    visitor.presses("Wat als …")
    expect(visitor.page.locator("[data-slot=trial]")).to_be_focused(timeout=PATIENCE)
    visitor.says_happened("Contract eindigt")
    visitor.types("Laatste dag van het contract", ("31", "12", "2026"))
    expect(compared(visitor)).to_contain_text("31 december 2026", timeout=PATIENCE)


def compared(visitor: Visitor) -> Locator:
    return visitor.page.locator("[data-slot=compared]")


def end_of_contract(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("checkbox", name="Contract eindigt", exact=True)


@also_from_disk
def test_beside_the_own_case_stands_only_what_differs(visitor: Visitor) -> None:
    has_a_list(visitor)
    tries_an_end_of_the_contract(visitor)
    expect(compared(visitor)).not_to_contain_text("Probleemanalyse")
    for row in compared(visitor).locator("tbody tr").all():
        was, becomes = row.locator("td").all_inner_texts()
        assert was != becomes


def test_what_is_tried_out_may_lie_ahead_and_what_is_meant_may_not(visitor: Visitor) -> None:
    has_a_list(visitor)
    visitor.presses("Wat als …")
    expect(visitor.page.locator("[data-slot=trial]")).to_be_focused(timeout=PATIENCE)
    visitor.was_recovered(("1", "3", "2027"), ("31", "3", "2027"))
    expect(compared(visitor)).to_contain_text("2027", timeout=PATIENCE)
    expect(visitor.page.locator("[data-slot=stale]")).to_be_hidden()
    visitor.presses("Neem dit over")
    expect(visitor.page.locator("[data-slot=stale]")).to_contain_text("vandaag", timeout=PATIENCE)


def test_a_mistake_in_what_is_tried_out_says_nothing_of_what_differs(visitor: Visitor) -> None:
    has_a_list(visitor)
    tries_an_end_of_the_contract(visitor)
    visitor.types("Laatste dag van het contract", ("41", "12", "2026"))
    visitor.page.keyboard.press("Tab")
    expect(compared(visitor)).to_be_hidden(timeout=PATIENCE)
    expect(visitor.page.locator("[data-slot=compared-told]")).to_have_text("")


def test_it_is_told_above_the_list_and_nothing_can_be_taken_along(visitor: Visitor) -> None:
    has_a_list(visitor)
    expect(visitor.page.get_by_text(TRYING)).to_be_hidden()
    tries_an_end_of_the_contract(visitor)
    expect(visitor.page.get_by_text(TRYING)).to_be_visible()
    tools = visitor.page.locator(".pw-tools > *, [data-action=calendar-one]")
    for tool in tools.all():
        expect(tool).to_be_hidden()


def test_stopping_gives_back_the_own_case(visitor: Visitor) -> None:
    has_a_list(visitor)
    before = visitor.page.evaluate(FORM)
    tries_an_end_of_the_contract(visitor)
    visitor.types("Probleemanalyse, datum", ("5", "8", "2026"))
    visitor.sees_due("plan-van-aanpak", "2026-08-19")
    visitor.page.locator("[data-slot=trial] [data-action=stop-trying]").click()
    visitor.sees_due("plan-van-aanpak", "2026-08-03")
    assert visitor.page.evaluate(FORM) == before
    expect(end_of_contract(visitor)).not_to_be_checked()
    expect(visitor.page.get_by_text(TRYING)).to_be_hidden()
    expect(visitor.page.get_by_role("button", name="Wat als …")).to_be_focused()
    expect(visitor.page.get_by_role("button", name="Print")).to_be_visible()


def test_what_is_taken_over_is_the_own_case_from_then_on(visitor: Visitor) -> None:
    has_a_list(visitor)
    tries_an_end_of_the_contract(visitor)
    visitor.presses("Neem dit over")
    expect(visitor.page.get_by_text(TRYING)).to_be_hidden()
    expect(visitor.page.get_by_role("button", name="Wat als …")).to_be_focused()
    assert "contract_end" in visitor.page.evaluate(FORM)
    visitor.page.reload()
    visitor.sees_given("15 juni 2026")
    expect(end_of_contract(visitor)).to_be_checked()


def test_a_reload_gives_back_the_own_case(visitor: Visitor) -> None:
    has_a_list(visitor)
    before = visitor.page.evaluate(FORM)
    tries_an_end_of_the_contract(visitor)
    assert visitor.page.evaluate(FORM) == before
    visitor.page.reload()
    visitor.sees_due("plan-van-aanpak", "2026-08-03")
    expect(end_of_contract(visitor)).not_to_be_checked()
    assert visitor.page.evaluate(FORM) == before


def test_this_device_keeps_the_own_case(online: Visitor) -> None:
    has_a_list(online)
    online.unfolds_tool("Bewaar")
    online.page.locator("#bewaar-apparaat").check()
    kept(online.page, "2026-06-15")
    tries_an_end_of_the_contract(online)
    online.page.evaluate(SETTLED)
    assert "contract_end" not in online.page.evaluate(SAVED)
    online.presses("Neem dit over")
    kept(online.page, "contract_end")


def test_what_is_opened_meanwhile_ends_it_and_the_own_case_can_come_back(visitor: Visitor) -> None:
    has_a_list(visitor)
    before = visitor.page.evaluate(FORM)
    tries_an_end_of_the_contract(visitor)
    file = json.dumps({"poortwachter": 1, "case": {"first_sick_day": "2026-01-05"}}).encode()
    visitor.page.locator("#open-bestand").set_input_files(
        {"name": "zelfcheck.json", "mimeType": "application/json", "buffer": file}
    )
    visitor.sees_given("5 januari 2026")
    expect(visitor.page.get_by_text(TRYING)).to_be_hidden()
    assert visitor.page.evaluate(FORM)["first_sick_day"]["month"] == "1"
    puts_back(visitor)
    visitor.sees_given("15 juni 2026")
    assert visitor.page.evaluate(FORM) == before


def test_nothing_is_tried_out_beside_a_mistake(visitor: Visitor) -> None:
    has_a_list(visitor)
    visitor.types("Probleemanalyse, datum", ("31", "6", "2026"))
    visitor.presses("Wat als …")
    expect(visitor.errors).to_be_focused(timeout=PATIENCE)
    expect(visitor.page.get_by_text(TRYING)).to_be_hidden()
