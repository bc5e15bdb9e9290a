"""The guide's search, from a server and from disk, where a browser allows less."""

import pytest
from playwright.sync_api import expect

from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("probleemanalyse", "probleemanalyse"),
        ("ziek melden", "ziekmelding-werknemer"),
        ("loon", "onderwerpen/loon"),
        ("UWV", "melding-42-weken"),
        ("loonsancties", "loonsanctie"),
        ("mijn salaris", "onderwerpen/loon"),
    ],
)
def test_the_search_finds(visitor: Visitor, words: str, found: str) -> None:
    visitor.page.goto(visitor.home.address("index"))
    visitor.searches(words)
    address = f'[href*="/{found}/"], [href*="/{found}.html"]'
    expect(visitor.results.and_(visitor.page.locator(address)).first).to_be_attached(
        timeout=PATIENCE
    )


@also_from_disk
def test_what_is_found_can_be_opened(visitor: Visitor) -> None:
    visitor.page.goto(visitor.home.address("stappenplan"))
    visitor.searches("probleemanalyse")
    found = visitor.page.locator('[href*="/probleemanalyse"]')
    visitor.results.and_(found).first.click(timeout=PATIENCE)
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Probleemanalyse")


def test_what_was_found_is_marked_and_a_word_that_says_nothing_is_not_missed(
    visitor: Visitor,
) -> None:
    visitor.page.goto(visitor.home.address("index"))
    visitor.searches("van loonsancties")
    first = visitor.results.first
    expect(first.locator("mark").first).to_have_text("Loonsanctie", timeout=PATIENCE)
    expect(first.locator(".md-search-result__terms")).to_have_count(0)
