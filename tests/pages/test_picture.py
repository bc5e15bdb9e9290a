"""The picture of the two years: at no width does a word meet another, a line or a mark."""

from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, expect

from tests.pages.test_accessibility import unfold_everything
from tests.pages.test_carrying import carried
from tests.pages.visitor import PATIENCE, Visitor

PHONE = 390
WIDTHS = (320, PHONE, 600, 768, 1280)
# What a phone has room for, and half a page of A4 with the margins that browsers give it.
HIGHEST_ON_A_PHONE = 900
HALF_A_PAGE = 560
PAPER = 680

FIRST = "2026-01-05"
PLAN = {"probleemanalyse": "2026-02-10", "plan-van-aanpak": "2026-03-24"}
SANCTION = {
    "probleemanalyse": "2024-10-10",
    "plan-van-aanpak": "2024-10-24",
    "melding-42-weken": "2025-07-01",
    "wia-aanvraag": "2026-06-10",
    "loonsanctie": "2026-08-03",
}
RECOVERED = (
    ("2026-04-06", "2026-04-12"),
    ("2026-05-18", "2026-05-24"),
    ("2026-07-06", "2026-07-26"),
    ("2026-09-01", "2026-09-01"),
    ("2026-10-12", "2026-10-25"),
)
LEAVE = {"first_day": "2026-11-03", "last_day": "2027-02-22", "same_cause": True}
MIX = {"first_day": "2026-08-03", "last_day": "2026-08-16", "same_cause": True}

# Each with the day of reference: also the first day, and days after all that is drawn.
CASES: dict[str, tuple[dict[str, Any], str]] = {
    "the first day": ({"first_sick_day": "2026-11-22"}, "2026-11-22"),
    "done too late": (
        {"first_sick_day": FIRST, "done": {**PLAN, "melding-42-weken": False}},
        "2026-11-22",
    ),
    "leave": ({"first_sick_day": FIRST, "leaves": [LEAVE], "done": PLAN}, "2026-11-22"),
    "both": (
        {
            "first_sick_day": FIRST,
            "recoveries": [{"first_day": "2026-07-27", "last_day": "2026-08-02"}],
            "leaves": [MIX],
            "done": PLAN,
        },
        "2027-10-03",
    ),
    "the contract ends": (
        {"first_sick_day": FIRST, "contract_end": "2026-12-31", "done": PLAN},
        "2026-12-30",
    ),
    "a sanction": (
        {
            "first_sick_day": "2024-09-02",
            "wage_extension": {"sanction_weeks": 52},
            "done": SANCTION,
        },
        "2026-11-22",
    ),
    "five recoveries": (
        {
            "first_sick_day": FIRST,
            "recoveries": [{"first_day": first, "last_day": last} for first, last in RECOVERED],
            "done": PLAN,
        },
        "2026-11-22",
    ),
    "recovered": (
        {"first_sick_day": FIRST, "recoveries": [{"first_day": "2026-11-02"}], "done": PLAN},
        "2026-11-22",
    ),
    "long after": ({"first_sick_day": "2023-01-02", "aow_date": "2031-05-01"}, "2026-11-22"),
}

# What is in the picture of a case, and how it is called.
TOLD = (
    ("done too late", "done_late", "te laat gedaan"),
    ("leave", "leave", "verlof: telt niet mee"),
    ("five recoveries", "recovery", "hersteld: telt niet mee"),
    ("both", "mixed", "hersteld of verlof: telt niet mee"),
)
# Each of these has a shape of its own, whatever its colour.
MARKS = ("late", "now", "done", "done_late", "to_fill_in", "unknown", "moment", "leave")

# Which words meet other words, a line or a mark, and what lies outside the picture. A line has no
# width of its own here, so it is taken a little wider than it is.
MEETING = """(svg) => {
    const boxes = (which, more) => [...svg.querySelectorAll(which)].map((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        const name = each.textContent || each.getAttribute("class");
        return { name, left: left - more, right: right + more, top: top - more, bottom: bottom + more };
    });
    const meet = (one, other, most = 0.5) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > most
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > most;
    const words = boxes("tspan", 0);
    const drawn = boxes("path[class^=pw-line], path[class^=pw-mark--], g.pw-mark", 1);
    const frame = svg.getBoundingClientRect();
    return [
        ...words.flatMap((one, i) => [...words.slice(i + 1), ...drawn]
            .filter((other) => meet(one, other)).map((other) => `${one.name} | ${other.name}`)),
        ...[...words, ...drawn].filter(({ left, right, top, bottom }) =>
            left < frame.left - 1.5 || right > frame.right + 1.5
            || top < frame.top - 1.5 || bottom > frame.bottom + 1.5).map(({ name }) => `outside: ${name}`),
    ];
}"""


# The picture of an earlier case goes, so that nobody looks at it in vain.
OTHER_LINK = """(link) => {
    document.querySelector("[data-slot=drawing]").replaceChildren();
    location.hash = link;
}"""

ALONE = "(each) => each.outerHTML.replace(each.getAttribute('class'), '')"


def drawn(visitor: Visitor, name: str) -> Locator:
    """The picture of a case that a link carries, as it shows; each further link in the same page."""
    case, on = CASES[name]
    noon = datetime.fromisoformat(on).replace(hour=12)
    if visitor.requests:
        visitor.page.clock.set_fixed_time(noon)
        visitor.page.evaluate(OTHER_LINK, carried(case=case))
    else:
        visitor.opens(fragment=carried(case=case), at=noon)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    expect(visitor.page.locator(".pw-line")).to_have_count(2, timeout=PATIENCE)
    unfold_everything(visitor)
    return visitor.page.locator(".pw-line:visible")


def height(picture: Locator) -> float:
    box = picture.bounding_box()
    assert box
    return box["height"]


def test_no_word_of_the_picture_meets_another_or_a_line(online: Visitor) -> None:
    found = {}
    for name in CASES:
        picture = drawn(online, name)
        for width in WIDTHS:
            online.page.set_viewport_size({"width": width, "height": 844})
            expect(picture).to_have_count(1)
            assert picture.locator("tspan").count() > 3
            found[name, width] = picture.evaluate(MEETING)
            assert width != PHONE or height(picture) <= HIGHEST_ON_A_PHONE
    assert {where: meeting for where, meeting in found.items() if meeting} == {}


def test_on_paper_the_picture_lies_on_half_a_page(online: Visitor) -> None:
    picture = drawn(online, "a sanction")
    online.page.emulate_media(media="print")
    online.page.set_viewport_size({"width": PAPER, "height": 960})
    expect(picture).to_have_class("pw-line pw-line--lying")
    assert picture.evaluate(MEETING) == []
    assert height(picture) <= HALF_A_PAGE


def test_a_word_that_meets_a_line_is_seen(online: Visitor) -> None:
    picture = drawn(online, "leave")
    picture.evaluate("(svg) => svg.querySelector('.pw-line__now').setAttribute('d', 'M20 0V400')")
    assert any("pw-line__now" in each for each in picture.evaluate(MEETING))


def test_each_rule_has_one_row_and_its_marks_say_what_the_table_says(online: Visitor) -> None:
    picture = drawn(online, "done too late")
    names = picture.locator(".pw-line__label, .pw-line__late").all_text_contents()
    assert names[1:4] == ["Plan van aanpak", "Voortgangsgesprek", "Ziekmelding bij UWV na 42 weken"]
    assert len(names) == len({*names})
    assert picture.locator(".pw-mark").count() > len(names) + 10
    told = "Gedaan op 24 maart 2026, 28 dagen te laat"
    title = picture.locator(".pw-mark--done_late title").text_content()
    assert title == f"Plan van aanpak: 24 maart 2026. {told}"
    expect(online.page.locator("[data-slot=table]")).to_contain_text(told)
    expect(picture).to_have_role("img")


def test_what_is_drawn_is_told_beside_the_picture(online: Visitor) -> None:
    legend = online.page.locator("[data-slot=legend] li")
    for name, state, told in TOLD:
        picture = drawn(online, name)
        assert told in legend.locator("visible=true").all_inner_texts()
        expect(picture.locator(f".pw-mark--{state}").first).to_be_attached()
    shapes = [legend.locator(f".pw-mark--{state}").evaluate(ALONE) for state in MARKS]
    assert len(shapes) == len({*shapes})
    dashes = [
        legend.locator(f".pw-mark--{state} path").evaluate(
            "(each) => getComputedStyle(each).strokeDasharray"
        )
        for state in ("recovery", "leave", "mixed")
    ]
    assert len(dashes) == len({*dashes})
