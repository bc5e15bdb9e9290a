"""The guide's search, from a server and from disk, where a browser allows less."""

import pytest
from playwright.sync_api import expect

from tests.pages.faults import ENGINE_FILE, is_cut_off, never_comes
from tests.pages.visitor import PATIENCE, Visitor
from tests.patience import until
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


# On the page of the self-check the index waits for the engine.

WRITE_DOWN_WHEN = """
globalThis.engineWhenIndexCame = [];
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...more) {
    if (message.data?.docs) engineWhenIndexCame.push(document.documentElement.dataset.engine);
    return post.call(this, message, ...more);
};
"""


def test_the_index_is_made_when_the_engine_is_there(online: Visitor) -> None:
    online.page.add_init_script(WRITE_DOWN_WHEN)
    online.opens(at=None)
    online.sees_engine("ready")
    made = "engineWhenIndexCame"
    until(lambda: online.page.evaluate(made) == ["ready"], "the index to come when it may")
    before = len(online.requests)
    finds_an_obligation(online)
    assert online.requests[before:] == []


def test_who_searches_does_not_wait_for_the_engine(online: Visitor) -> None:
    online.page.route(ENGINE_FILE, never_comes)
    online.opens(at=None)
    finds_an_obligation(online)
    online.sees_engine("loading")


def test_the_index_is_made_when_the_engine_cannot_start(online: Visitor) -> None:
    online.page.add_init_script(WRITE_DOWN_WHEN)
    online.page.route(ENGINE_FILE, is_cut_off)
    online.opens(at=None)
    online.sees_engine("failed")
    until(lambda: online.page.evaluate("engineWhenIndexCame.length") == 1, "the index to come")


def finds_an_obligation(visitor: Visitor) -> None:
    visitor.searches("probleemanalyse")
    expect(visitor.results.first).to_be_visible(timeout=PATIENCE)
