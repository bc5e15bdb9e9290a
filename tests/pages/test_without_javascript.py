"""The checklist, read where JavaScript is off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from macros.guidebook import load_whole
from poortwachter.i18n import DUTCH, capitalised, people
from poortwachter.render import cited, term_in_words
from tests.conftest import Home
from tests.pages.visitor import Visitor
from tests.thorough import also_from_disk


@pytest.fixture
def reader(browser: Browser, home: Home) -> Iterator[Visitor]:
    with browser.new_context(locale="nl-NL", java_script_enabled=False) as context:
        yield Visitor(context.new_page(), home)


def test_each_obligation_can_be_read(reader: Visitor) -> None:
    reader.page.goto(reader.home.address("zelfcheck"))
    reader.page.locator("[data-slot=checklist] > summary").click()
    for name, rule in load_whole().actionable.items():
        card = reader.card(name)
        summary = card.locator(".pw-step__more > summary")
        expect(summary).to_have_text(rule.words[DUTCH].name)
        if rule.who:
            expect(card.locator(".pw-step__who")).to_contain_text(capitalised(people(rule.who)))
        term = rule.words[DUTCH].question or f"{capitalised(term_in_words(rule))}."
        summary.click()
        expect(card.get_by_text(term).locator("visible=true").first).to_be_visible()
        expect(card.get_by_text(rule.words[DUTCH].summary, exact=True)).to_be_visible()
        for source in rule.sources:
            link = card.get_by_role("link", name=cited(source), exact=True)
            expect(link).to_be_visible()
            expect(link).to_have_attribute("href", source.url)


@also_from_disk
def test_nothing_is_offered_that_would_not_work(reader: Visitor) -> None:
    reader.page.goto(reader.home.address("zelfcheck"))
    expect(reader.page.locator("noscript p")).to_contain_text("in je browser uit")
    expect(reader.page.locator("noscript p")).to_be_visible()
    expect(reader.page.get_by_text("De zelfcheck is nog niet gestart.")).to_be_hidden()
    expect(reader.page.get_by_text("Vul hierboven de eerste ziektedag in")).to_be_hidden()
    expect(reader.page.locator("form[data-slot=form]")).to_be_hidden()
    expect(reader.page.get_by_role("button", name="Toon mijn overzicht")).to_be_hidden()
    expect(reader.answer.get_by_text("Stand op")).to_be_hidden()
    reader.page.locator("[data-slot=checklist] > summary").click()
    expect(reader.page.locator("[data-section]:visible")).to_have_count(0)
    expect(reader.page.get_by_role("radio")).to_have_count(0)
    expect(reader.page.locator(".pw-selfcheck").get_by_role("button")).to_have_count(0)
