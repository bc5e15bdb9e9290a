"""What a visitor sees when the engine cannot come: words, the checklist, and a way on."""

import pytest
from playwright.sync_api import expect

from tests.pages.visitor import PATIENCE, Visitor

# One of those that are fetched, and the one in which all come from disk.
ENGINE_FILE = "**/{memory.*.bin,embedded.js}"


@pytest.fixture
def failed(visitor: Visitor) -> Visitor:
    """A visitor to whom a file of the engine does not come."""
    visitor.page.route(ENGINE_FILE, lambda route: route.abort())
    visitor.opens()
    visitor.sees_engine("failed")
    return visitor


def test_a_failure_is_told_and_leaves_the_checklist(failed: Visitor) -> None:
    expect(failed.failure).to_contain_text("Niet alles kon worden geladen.")
    expect(failed.card("wia-aanvraag")).to_contain_text("WIA-aanvraag")
    expect(failed.card("wia-aanvraag")).to_be_visible()
    expect(failed.errors).to_be_hidden()


def test_after_a_failure_a_second_attempt_answers_what_was_typed(failed: Visitor) -> None:
    failed.types_first_sick_day("15", "juni", "2026")
    failed.page.unroute(ENGINE_FILE)
    failed.page.get_by_role("button", name="Probeer opnieuw").click()
    failed.sees_due("probleemanalyse", "2026-07-27")
    failed.sees_engine("ready")
    expect(failed.failure).to_be_hidden()
    expect(failed.date_fields("Eerste ziektedag").get_by_label("Maand")).to_have_value("juni")


def test_a_second_attempt_asks_nothing_of_who_typed_nothing(failed: Visitor) -> None:
    failed.page.unroute(ENGINE_FILE)
    failed.page.get_by_role("button", name="Probeer opnieuw").click()
    failed.sees_engine("ready")
    expect(failed.failure).to_be_hidden()
    expect(failed.errors).to_be_hidden()


def test_who_asks_after_a_failure_starts_a_second_attempt(failed: Visitor) -> None:
    failed.types_first_sick_day("15", "6", "2026")
    failed.asks()
    expect(failed.failure).to_be_visible(timeout=PATIENCE)
    expect(failed.page.get_by_role("status")).to_be_hidden()

    failed.page.unroute(ENGINE_FILE)
    failed.asks()
    failed.sees_due("probleemanalyse", "2026-07-27")
    expect(failed.failure).to_be_hidden()


def test_a_question_that_meets_a_failure_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.page.route(ENGINE_FILE, lambda route: route.abort())
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.asks()
    visitor.sees_engine("failed")
    expect(visitor.failure).to_contain_text("Wat je invulde, staat er nog.")
    expect(visitor.date_fields("Probleemanalyse, datum").get_by_label("Maand")).to_have_value("7")

    visitor.page.unroute(ENGINE_FILE)
    visitor.page.get_by_role("button", name="Probeer opnieuw").click()
    visitor.sees_due("plan-van-aanpak", "2026-08-03")


def test_an_engine_that_stops_is_told_and_answers_the_next_attempt(visitor: Visitor) -> None:
    visitor.opens()
    visitor.sees_engine("ready")
    for worker in visitor.page.workers:
        worker.evaluate("() => { self.onmessage = () => { throw new Error('stopped') } }")
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_engine("failed")
    expect(visitor.failure).to_contain_text("De zelfcheck stopte onverwacht.")

    visitor.page.get_by_role("button", name="Probeer opnieuw").click()
    visitor.sees_due("probleemanalyse", "2026-07-27")
