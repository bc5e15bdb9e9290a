"""The pages hold to WCAG 2.2 AA, as far as axe can see, in both colour schemes and on narrow screens."""

from collections.abc import Callable, Iterable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.conftest import built
from tests.pages.built_page import files_in
from tests.pages.faults import ENGINE_FILE, SCRIPT, is_cut_off
from tests.pages.test_carrying import carried
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import thorough

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BEYOND = ("aria-dialog-name", "heading-order")
OPTIONS = {
    "runOnly": {"type": "tag", "values": LEVELS},
    "rules": {rule: {"enabled": True} for rule in BEYOND},
    "resultTypes": ["violations"],
}
# Nobody scrolls on paper, or presses on it.
OF_SCREENS = ("scrollable-region-focusable", "target-size")

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 1280)

Look = Callable[[Page], list[str]]
# All pages in a few tests of their own, for as many processors.
PARTS = 4


@pytest.fixture
def visitor(online: Visitor) -> Visitor:
    """From a server only: from disk the pages are the same."""
    return online


def violations(
    page: Page, widths: Iterable[int] = WIDTHS, schemes: Iterable[Scheme] = SCHEMES
) -> list[str]:
    told = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            told += [f"{scheme}, {width} px: {each}" for each in found(page)]
    return told


def narrow_and_light(page: Page) -> list[str]:
    return violations(page, WIDTHS[:1], SCHEMES[:1])


def wide_and_dark(page: Page) -> list[str]:
    return violations(page, WIDTHS[1:], SCHEMES[1:])


def pairwise_violations(page: Page) -> list[str]:
    """Each width once and each scheme once: layout does not hang on colour, nor colour on layout."""
    return narrow_and_light(page) + wide_and_dark(page)


def found(page: Page) -> list[str]:
    """What axe sees in the page as it is now."""
    return [
        f"{violation['id']} at {node['target']}"
        for violation in Axe().run(page, options=OPTIONS).response["violations"]
        for node in violation["nodes"]
    ]


def on_paper(page: Page) -> list[str]:
    page.emulate_media(media="print", color_scheme="light")
    told = found(page)
    page.emulate_media(media="screen")
    return [each for each in told if not each.startswith(OF_SCREENS)]


def is_empty(visitor: Visitor) -> None:
    visitor.sees_engine("ready")


def asks_everything(visitor: Visitor) -> None:
    """Each question that can open is open."""
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.asks()
    visitor.sees_answer()
    does(visitor, "all-done")
    visitor.sees_status("plan-van-aanpak", "done")
    does(visitor, "try")
    expect(visitor.page.locator("[data-slot=trial]")).to_be_focused(timeout=PATIENCE)
    visitor.page.locator("[data-happened] > p input").evaluate_all(
        "(all) => all.forEach((one) => one.click())"
    )
    unfold_everything(visitor)
    for add in visitor.page.locator("[data-action=add]:visible").all():
        add.click()


def does(visitor: Visitor, action: str) -> None:
    """Presses a button by what it does, in any language."""
    visitor.page.locator(f"[data-action={action}]:visible").first.click()


def unfold_everything(visitor: Visitor) -> None:
    visitor.page.locator("details").evaluate_all(
        "(all) => all.forEach((one) => { one.open = true })"
    )


def shows_what_is_late_and_unknown(visitor: Visitor) -> None:
    visitor.is_in_role("werknemer")
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.sees_list()
    visitor.page.locator("#speelt-leaves").check()
    visitor.page.locator("#onbekend-leaves").check()
    visitor.says("probleemanalyse", visitor.seen.no)
    visitor.asks()
    visitor.sees_status("probleemanalyse", "overdue")
    unfold_everything(visitor)


def makes_a_link(visitor: Visitor) -> None:
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    visitor.unfolds_tool("Link")
    expect(visitor.page.locator("[data-slot=link-answers]")).to_contain_text("2026")
    visitor.page.evaluate("delete Navigator.prototype.clipboard")
    does(visitor, "copy")
    expect(visitor.page.locator("#met-de-hand")).to_be_visible(timeout=PATIENCE)


def has_a_letter_open(visitor: Visitor) -> None:
    """Which became an old one, beside one that is not offered."""
    shows_what_is_late_and_unknown(visitor)
    does(visitor, "paper")
    expect(visitor.page.locator("#brief-naam")).to_be_focused(timeout=PATIENCE)
    visitor.types_first_sick_day("6", "1", "2026")
    expect(visitor.page.locator("[data-slot=paper-old]")).to_be_visible(timeout=PATIENCE)
    does(visitor, "paper-copy")


def has_a_link_opened_over_what_was_typed(visitor: Visitor) -> None:
    visitor.types_first_sick_day("15", "6", "2026")
    fragment = carried(role="werknemer", case={"first_sick_day": "2026-01-05"})
    visitor.page.evaluate("(link) => { location.hash = link }", fragment)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)


def refuses_a_link(visitor: Visitor) -> None:
    visitor.page.evaluate("location.hash = '#zaak=x'")
    expect(visitor.refusal).to_be_visible(timeout=PATIENCE)


def was_wiped(visitor: Visitor) -> None:
    visitor.wipes()
    expect(visitor.page.locator("[data-slot=wiped]")).to_be_visible(timeout=PATIENCE)


def has_a_wrong_clock(visitor: Visitor) -> None:
    visitor.page.clock.set_fixed_time(0)
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    expect(visitor.errors).to_be_visible(timeout=PATIENCE)


def shows_errors(visitor: Visitor) -> None:
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "jumi", "2026"))
    visitor.was_recovered(("1", "9", "26"), ("", "", ""))
    visitor.types_first_sick_day("31", "6", "2026")
    visitor.asks()
    expect(visitor.errors).to_be_visible(timeout=PATIENCE)


def shows_an_answer(visitor: Visitor) -> None:
    visitor.types_first_sick_day("1", "4", "2026")
    visitor.has_done("probleemanalyse", ("20", "5", "2026"))
    visitor.has_done("plan-van-aanpak")
    visitor.asks()
    visitor.sees_status("probleemanalyse", "done_late")
    unfold_everything(visitor)


in_each_look = pytest.mark.parametrize("look", [pairwise_violations, *thorough(violations)])


# Where the self-check of each language stands. The English pages are made by the same templates.
CHECKS = {"nl": "zelfcheck", "en": "en/self-check"}
in_each_language = pytest.mark.parametrize("language", ["nl", *thorough("en")])


def opens_check(visitor: Visitor, language: str, fragment: str = "") -> None:
    visitor.language = language
    visitor.opens(CHECKS[language], fragment=fragment)


@in_each_look
@pytest.mark.parametrize(
    "source",
    [
        *("index", "stappenplan", "stappen/plan-van-aanpak", "en/stappen/plan-van-aanpak"),
        *thorough("en/index", "en/stappenplan"),
    ],
)
def test_a_page_of_the_guide_has_no_barrier(visitor: Visitor, look: Look, source: str) -> None:
    visitor.page.goto(visitor.home.address(source))
    assert look(visitor.page) == []


# English differs by its words, so one look is enough: colours and paper are those of the Dutch pages.
LOOKS = [
    (narrow_and_light, "nl"),
    *thorough((wide_and_dark, "nl"), (on_paper, "nl"), (narrow_and_light, "en")),
]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(("look", "language"), LOOKS)
def test_no_other_page_has_a_barrier(
    visitor: Visitor, look: Look, part: int, language: str
) -> None:
    barriers = {}
    for file in files_in("site", language)[part::PARTS]:
        visitor.page.goto(visitor.home.base + str(file.relative_to(built("site"))))
        barriers[file] = look(visitor.page)
    assert {file: told for file, told in barriers.items() if told} == {}


STATES = [
    asks_everything,
    shows_what_is_late_and_unknown,
    makes_a_link,
    has_a_letter_open,
    has_a_link_opened_over_what_was_typed,
    refuses_a_link,
    was_wiped,
    has_a_wrong_clock,
]


@in_each_look
@pytest.mark.parametrize("state", [is_empty, shows_errors, shows_an_answer])
@in_each_language
def test_the_self_check_has_no_barrier(
    visitor: Visitor, look: Look, state: Callable[[Visitor], None], language: str
) -> None:
    opens_check(visitor, language)
    state(visitor)
    assert look(visitor.page) == []


@pytest.mark.parametrize("state", STATES)
def test_the_self_check_has_no_barrier_in_any_other_state(
    visitor: Visitor, state: Callable[[Visitor], None]
) -> None:
    opens_check(visitor, "nl")
    state(visitor)
    assert pairwise_violations(visitor.page) == []


@in_each_language
def test_the_self_check_that_loads_has_no_barrier(visitor: Visitor, language: str) -> None:
    visitor.page.route("**/memory.*.bin", lambda _: None)
    opens_check(visitor, language)
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    expect(visitor.page.get_by_role("progressbar")).to_be_visible()
    assert pairwise_violations(visitor.page) == []


@in_each_language
def test_the_self_check_that_failed_has_no_barrier(visitor: Visitor, language: str) -> None:
    visitor.page.route(ENGINE_FILE, is_cut_off)
    opens_check(visitor, language, carried(case={"first_sick_day": "2026-01-05"}))
    visitor.sees_engine("failed")
    assert pairwise_violations(visitor.page) == []


@in_each_language
def test_the_self_check_that_did_not_start_has_no_barrier(visitor: Visitor, language: str) -> None:
    visitor.page.route(SCRIPT, is_cut_off)
    opens_check(visitor, language)
    visitor.page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    expect(visitor.page.locator("[data-slot=not-started]")).to_be_visible()
    unfold_everything(visitor)
    assert pairwise_violations(visitor.page) == []


@pytest.mark.parametrize(
    ("language", "source"), [("nl", "zelfcheck-inbouw"), *thorough(("en", "en/self-check-embed"))]
)
def test_the_self_check_in_a_frame_has_no_barrier(
    visitor: Visitor, language: str, source: str
) -> None:
    visitor.language = language
    visitor.opens(source)
    shows_an_answer(visitor)
    assert pairwise_violations(visitor.page) == []


@pytest.mark.parametrize("state", [shows_an_answer, shows_what_is_late_and_unknown])
@in_each_language
def test_the_self_check_on_paper_has_no_barrier(
    visitor: Visitor, state: Callable[[Visitor], None], language: str
) -> None:
    opens_check(visitor, language)
    state(visitor)
    assert on_paper(visitor.page) == []


@in_each_look
@pytest.mark.parametrize(
    ("language", "source", "words"),
    [("nl", "index", "loon"), *thorough(("en", "en/index", "wages"))],
)
def test_the_open_search_has_no_barrier(
    visitor: Visitor, look: Look, language: str, source: str, words: str
) -> None:
    visitor.language = language
    visitor.page.goto(visitor.home.address(source))
    visitor.searches(words)
    expect(visitor.results.first).to_be_visible(timeout=PATIENCE)
    assert look(visitor.page) == []


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
@pytest.mark.parametrize("language", CHECKS)
def test_the_self_check_fits_a_narrow_phone(
    visitor: Visitor, state: Callable[[Visitor], None], language: str
) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    opens_check(visitor, language)
    state(visitor)
    assert visitor.page.evaluate(WIDER) == 0
