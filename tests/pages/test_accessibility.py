"""The pages hold to WCAG 2.2 AA, as far as axe can see, in both colour schemes and on narrow screens."""

from collections.abc import Callable, Iterable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.conftest import Home, built
from tests.pages.visitor import PATIENCE, Visitor

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BEYOND = ("aria-dialog-name", "heading-order")
OPTIONS = {
    "runOnly": {"type": "tag", "values": LEVELS},
    "rules": {rule: {"enabled": True} for rule in BEYOND},
    "resultTypes": ["violations"],
}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 1280)


@pytest.fixture
def visitor(page: Page, site_url: str) -> Visitor:
    """From a server only: from disk the pages are the same."""
    return Visitor(page, Home(site_url, from_disk=False))


def violations(
    page: Page, widths: Iterable[int] = WIDTHS, schemes: Iterable[Scheme] = SCHEMES
) -> list[str]:
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [
                f"{scheme}, {width} px: {violation['id']} at {node['target']}"
                for violation in Axe().run(page, options=OPTIONS).response["violations"]
                for node in violation["nodes"]
            ]
    return found


def is_empty(visitor: Visitor) -> None:
    visitor.sees_engine("ready")


def shows_errors(visitor: Visitor) -> None:
    visitor.types_first_sick_day("31", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "jumi", "2026"))
    visitor.has_done("periodieke-evaluatie")
    visitor.was_recovered(("1", "9", "26"), ("", "", ""))
    visitor.asks()
    expect(visitor.errors).to_be_visible(timeout=PATIENCE)


def shows_an_answer(visitor: Visitor) -> None:
    visitor.types_first_sick_day("1", "4", "2026")
    visitor.has_done("probleemanalyse", ("20", "5", "2026"))
    visitor.has_done_but_forgot_when("plan-van-aanpak")
    visitor.asks()
    visitor.sees_status("probleemanalyse", "done_late")
    visitor.page.locator("details").evaluate_all(
        "(all) => all.forEach((one) => { one.open = true })"
    )


@pytest.mark.parametrize("source", ["index", "stappenplan", "stappen/plan-van-aanpak"])
def test_a_page_of_the_guide_has_no_barrier(visitor: Visitor, source: str) -> None:
    visitor.page.goto(visitor.home.address(source))
    assert violations(visitor.page) == []


def test_no_other_page_has_a_barrier(visitor: Visitor) -> None:
    """Each page once narrow and light, once wide and dark."""
    found = {}
    for file in sorted(built("site").rglob("*.html")):
        visitor.page.goto(visitor.home.base + str(file.relative_to(built("site"))))
        for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
            found[file, width] = violations(visitor.page, [width], [scheme])
    assert {place: told for place, told in found.items() if told} == {}


@pytest.mark.parametrize("state", [is_empty, shows_errors, shows_an_answer])
def test_the_self_check_has_no_barrier(visitor: Visitor, state: Callable[[Visitor], None]) -> None:
    visitor.opens()
    state(visitor)
    assert violations(visitor.page) == []


def test_the_self_check_that_failed_has_no_barrier(visitor: Visitor) -> None:
    visitor.page.route("**/memory.*.bin", lambda route: route.abort())
    visitor.opens()
    visitor.sees_engine("failed")
    assert violations(visitor.page) == []


def test_the_open_search_has_no_barrier(visitor: Visitor) -> None:
    visitor.page.goto(visitor.home.address("index"))
    visitor.searches("loon")
    expect(visitor.results.first).to_be_visible(timeout=PATIENCE)
    assert violations(visitor.page) == []


WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_no_page_is_wider_than_a_narrow_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wider = []
    for file in built("site").rglob("*.html"):
        page.goto(site_url + str(file.relative_to(built("site"))))
        if page.evaluate(WIDER):
            wider.append(file)
    assert wider == []


@pytest.mark.parametrize("state", [shows_errors, shows_an_answer])
def test_the_self_check_fits_a_narrow_phone(
    visitor: Visitor, state: Callable[[Visitor], None]
) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    visitor.opens()
    state(visitor)
    assert visitor.page.evaluate(WIDER) == 0
