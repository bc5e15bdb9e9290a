"""A page without the self-check loads nothing of the engine."""

import pytest
from playwright.sync_api import Page

from tests.conftest import Home
from tests.pages.idle import has_nothing_left_to_do
from tests.thorough import also_from_disk


@pytest.mark.parametrize("source", ["index", "stappenplan", "stappen/probleemanalyse", "over"])
def test_a_page_of_the_guide_loads_nothing_of_the_engine(
    page: Page, home: Home, source: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home.address(source))
    has_nothing_left_to_do(page)
    assert len(asked) > 1
    assert [url for url in asked if "/engine/" in url] == []
    assert page.evaluate("typeof poortwachter") == "undefined"


@also_from_disk
def test_the_self_check_would_be_seen(page: Page, home: Home) -> None:
    with page.expect_request(lambda request: "/engine/" in request.url):
        page.goto(home.address("zelfcheck"))
