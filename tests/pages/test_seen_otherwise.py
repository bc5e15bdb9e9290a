"""The pages as some people set them: enlarged, spaced out, without motion, in their device's own colours."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.pages.test_accessibility import WIDER, shows_an_answer, unfold_everything
from tests.pages.visitor import Visitor
from tests.thorough import thorough

GUIDE = ("index", "stappenplan", "stappen/plan-van-aanpak", "onderwerpen/loon", "begrippen")
PAGES = (*GUIDE, "zelfcheck")

# A window of 1280 by 1024, enlarged four times.
ENLARGED: ViewportSize = {"width": 320, "height": 256}

# WCAG 1.4.12.
TEXT_SPACING = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
# As extensions and browsers do it: a style in the page would meet the policy.
SPACE_OUT = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    return getComputedStyle(document.querySelector(".md-content p")).letterSpacing;
}"""

# What is wider or higher than the place that it is cut to, apart from what is there to be heard only.
CUT = """() => [...document.querySelectorAll(".md-content *")].filter((each) => {
    const { overflowX, overflowY } = getComputedStyle(each);
    if (!each.getClientRects().length || each.closest(".pw-hidden, #link-tekst, #met-de-hand, svg")) return false;
    return (overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1)
        || (overflowY !== "visible" && each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 100))"""


@pytest.fixture
def visitor(online: Visitor) -> Visitor:
    """From a server only: from disk the pages look the same."""
    return online


def opens(visitor: Visitor, source: str) -> None:
    """Opens a page, and the self-check with its answer, with all that folds unfolded."""
    visitor.opens(source)
    if source == "zelfcheck":
        shows_an_answer(visitor)
    unfold_everything(visitor)


@pytest.mark.parametrize("source", PAGES)
def test_nothing_is_cut_off_when_text_is_spaced_out(visitor: Visitor, source: str) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    opens(visitor, source)
    assert visitor.page.evaluate(SPACE_OUT, TEXT_SPACING) != "normal"
    assert visitor.page.evaluate(WIDER) == 0
    assert visitor.page.evaluate(CUT) == []


ABOVE_THE_TEXT = """() => [...Array(16).keys()].filter((row) => {
    const seen = document.elementFromPoint(innerWidth / 2, 16 * row + 8);
    return !seen.closest(".md-main");
})"""


@pytest.mark.parametrize("source", PAGES)
def test_enlarged_four_times_the_screen_is_for_the_text(visitor: Visitor, source: str) -> None:
    visitor.page.set_viewport_size(ENLARGED)
    opens(visitor, source)
    assert visitor.page.evaluate(WIDER) == 0
    assert visitor.page.evaluate(CUT) == []
    visitor.page.evaluate("scrollTo(0, 1500)")
    assert visitor.page.evaluate(ABOVE_THE_TEXT) == []


# The place with the focus: whether it has a line around it, and whether the header lies on it.
FOCUS = """() => {
    const { activeElement: place } = document;
    if (place === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(place);
    const { top, left, bottom, width, height } = place.getBoundingClientRect();
    const header = document.querySelector(".md-header");
    const under = !header.contains(place) && header.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    return {
        name: place.outerHTML.slice(0, 100),
        marked: width < 2 || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1),
        seen: !under && bottom > 0 && top < innerHeight,
    };
}"""


@pytest.mark.parametrize(
    "size", [{"width": 320, "height": 640}, *thorough({"width": 1280, "height": 720})]
)
@pytest.mark.parametrize("source", ["stappen/plan-van-aanpak", "zelfcheck"])
def test_the_focus_is_marked_and_never_under_the_header(
    visitor: Visitor, source: str, size: ViewportSize
) -> None:
    visitor.page.set_viewport_size(size)
    visitor.page.emulate_media(reduced_motion="reduce")
    opens(visitor, source)
    visitor.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    visitor.page.locator("a:visible").last.focus()
    visitor.page.keyboard.press("Shift+Tab")
    lost = []
    steps = 0
    while steps < 120 and (focus := visitor.page.evaluate(FOCUS)):
        steps += 1
        if not (focus["marked"] and focus["seen"]):
            lost.append(focus)
        visitor.page.keyboard.press("Shift+Tab")
    assert steps > 20
    assert lost == []


MOVING = """() => [...document.querySelectorAll("*")].flatMap((each) =>
    [undefined, "::before", "::after"].filter((part) => {
        const { transitionDuration, scrollBehavior } = getComputedStyle(each, part);
        return parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth";
    }).map((part) => each.className + (part ?? "")))"""


@pytest.mark.parametrize("source", ["index", "zelfcheck"])
def test_who_wants_no_motion_gets_none(visitor: Visitor, source: str) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    opens(visitor, source)
    assert visitor.page.evaluate(MOVING) == []


OWN_COLOURS = """() => {
    const style = (place, part) => getComputedStyle(document.querySelector(place), part);
    return {
        text: style("body").color,
        paper: style("body").backgroundColor,
        label: style(".pw-line__label").fill,
        late: style(".pw-mark--late").fill,
        done: style(".pw-mark--done .pw-mark__sign").stroke,
        arrow: style(".pw-fold summary", "::after").backgroundColor,
        bar: style(".pw-bar i").backgroundColor,
    };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_and_signs_take_the_colours_of_the_device(visitor: Visitor, scheme: str) -> None:
    visitor.page.emulate_media(
        forced_colors="active", color_scheme="dark" if scheme == "dark" else "light"
    )
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.says("probleemanalyse", "Nee")
    visitor.asks()
    visitor.sees_answer()
    colours = visitor.page.evaluate(OWN_COLOURS)
    text, paper = colours["text"], colours["paper"]
    assert text != paper
    assert {name: colours[name] for name in ("label", "late", "arrow", "bar")} == dict.fromkeys(
        ("label", "late", "arrow", "bar"), text
    )
    assert colours["done"] == paper


def test_a_state_is_told_in_words_and_not_by_colour_alone(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.has_done("probleemanalyse", ("10", "2", "2026"))
    visitor.says("plan-van-aanpak", "Nee")
    visitor.asks()
    visitor.sees_answer()
    for name, status, words in (
        ("plan-van-aanpak", "overdue", "dagen te laat"),
        ("probleemanalyse", "done", "Gedaan op 10 februari 2026"),
    ):
        visitor.sees_status(name, status)
        expect(visitor.card(name).locator("[data-slot=standing]")).to_contain_text(words)
    expect(visitor.asked("plan-van-aanpak").get_by_role("radio", name="Nee")).to_be_checked()


# A line of text with its box counts as one target: a click on the words is a click on the box.
TOO_SMALL = """() => [...document.querySelectorAll(
    ".md-content :is(button, summary, select, input:not([type=checkbox], [type=radio]), .pw-check, .pw-pill)"
)].filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    return each.getClientRects().length && (width < 24 || height < 24);
}).map((each) => each.outerHTML.slice(0, 100))"""


def test_what_is_pressed_is_large_enough(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    opens(visitor, "zelfcheck")
    assert visitor.page.evaluate(TOO_SMALL) == []
