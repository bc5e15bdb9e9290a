"""The self-check in a frame on somebody else's site."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect

from tests.pages.test_carrying import carried
from tests.pages.visitor import PATIENCE, Visitor
from tests.patience import until
from tests.recorder import recording
from tests.thorough import thorough

SIZED = """async (width) => {
  document.querySelector("iframe").width = width;
  await new Promise((drawn) => setTimeout(drawn, 300));
}"""

TAKES_FOCUS = """async (place) => {
  const [own, frame] = [document.getElementById("own"), document.querySelector("iframe")];
  own.focus();
  frame.src = frame.src.split("#")[0] + place;
  await new Promise((moved) => setTimeout(moved, 500));
  return document.activeElement !== own;
}"""


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[str]:
    with recording(tmp_path, host="localhost") as server:
        yield server.url


@pytest.fixture
def framing(page: Page, site_url: str, other_site: str, tmp_path: Path) -> Page:
    """A page of another site with the self-check in a frame."""
    (tmp_path / "index.html").write_text(
        f"""<!doctype html><title>Adviesbureau</title><input id="own"><script>
        globalThis.told = []; addEventListener("message", ({{ data }}) => told.push(data));
        </script><iframe title="Zelfcheck" width="400" height="900"
        src="{site_url}zelfcheck-inbouw/#rol=werkgever"></iframe>""",
        encoding="utf-8",
    )
    page.goto(other_site)
    engine = page.frame_locator("iframe").locator("html")
    expect(engine).to_have_attribute("data-engine", "ready", timeout=PATIENCE)
    return page


def test_a_frame_answers_tells_its_height_and_nothing_else(framing: Page) -> None:
    frame = framing.frame_locator("iframe")
    expect(frame.get_by_role("radio", name="(werkgever)")).to_be_checked()
    expect(frame.locator(".md-header, .md-footer").first).to_be_hidden()
    told = framing.evaluate("told")
    assert {tuple(sorted(each)) for each in told} == {("height", "type")}
    assert {each["type"] for each in told} == {"poortwachterwijzer:hoogte"}
    assert all(isinstance(each["height"], int) for each in told)
    guide = frame.get_by_role(
        "link", name="Meer over het re-integratieverslag", include_hidden=True
    ).first
    expect(guide).to_have_attribute("target", "_blank")


def fills_in_a_first_day(frame: FrameLocator) -> None:
    first_day = frame.get_by_role("group", name="Eerste ziektedag", exact=True)
    for label, text in (("Dag", "15"), ("Maand", "6"), ("Jaar", "2026")):
        first_day.get_by_label(label).fill(text)


def test_a_height_tells_nothing_of_what_was_filled_in(framing: Page) -> None:
    frame = framing.frame_locator("iframe")
    fills_in_a_first_day(frame)
    told = framing.evaluate("told.length")
    frame.get_by_role("button", name="Toon mijn overzicht").click()
    expect(frame.locator("[data-slot=week]")).to_be_visible(timeout=PATIENCE)
    for width in (300, 700):
        framing.evaluate(SIZED, width)
    assert framing.evaluate("told.length") == told


def test_a_site_cannot_ask_a_frame_which_fields_are_there(framing: Page) -> None:
    """A place that takes the focus would tell that somebody ticked it."""
    frame = framing.frame_locator("iframe")
    fills_in_a_first_day(frame)
    frame.get_by_role("button", name="Toon mijn overzicht").click()
    frame.locator("[id='done.probleemanalyse.yes']").check(timeout=PATIENCE)
    steps = ("probleemanalyse", "plan-van-aanpak")
    places = [f"#done.{step}.{part}" for step in steps for part in ("day", "yes", "no")]
    assert not any(framing.evaluate(TAKES_FOCUS, place) for place in places)
    # Nor may it choose, after the visitor did anything, who that is.
    framing.evaluate(TAKES_FOCUS, "#rol=werknemer")
    expect(frame.locator("[id='role.werkgever']")).to_be_checked()


# What a visitor does, or the page around the frame does to it: after any of them the frame is silent.
EMPTY_LINK = carried(case={})
ACTS = {
    "a letter": "typed(find(\"[id='first_sick_day.day']\"), '1')",
    "a letter out of sight": "typed(find('#label'), '1')",
    "a choice": "find('[name=role]:not(:checked)').click()",
    "a fold": "find('[data-slot=checklist] > summary').click()",
    "a fold by the browser": "find('details details:not([open])').open = true",
    "a key": "document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))",
    "a focus": "find('[type=submit]').focus({ preventScroll: true })",
    "an empty link": f"location.hash = {EMPTY_LINK!r}",
    "a broken link": "location.hash = '#zaak=x'",
    "a place": "location.hash = '#first_sick_day.day'",
    "a role": "location.hash = '#rol=adviseur'",
    "a form that is emptied": "find('form').reset()",
}
PREPARED = """
    const find = (selector) => document.querySelector(selector);
    const typed = (field, text) => {
        field.value += text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
"""
# Whatever becomes higher or lower is drawn, and so would be told, before the end is.
IN_TURN = """async () => {%s
    for (const act of [%s]) {
        act();
        await drawn();
    }
    for (const width of ["20rem", "45rem", "auto"]) {
        document.body.style.inlineSize = width;
        await drawn();
    }
    parent.postMessage({ type: "end" }, "*");
}"""


def in_turn(frame: Frame, acts: list[str]) -> None:
    steps = ", ".join(f"() => {{ {ACTS[act]}; }}" for act in acts)
    frame.evaluate(IN_TURN % (PREPARED, steps))


def opens_anew(framing: Page, address: str) -> Frame:
    """A new document in the frame, of which a height was told."""
    frame = framing.frames[1]
    frame.evaluate("document.documentElement.id = 'old'")
    framing.evaluate("(address) => { document.querySelector('iframe').src = address; }", address)
    # The old one may tell another height until it is gone.
    expect(framing.frame_locator("iframe").locator("html:not(#old)")).to_be_attached()
    frame.wait_for_load_state()
    return frame


def heights_told(framing: Page) -> list[int]:
    # An untouched frame may tell more after it: letters that come later make a page higher.
    until(lambda: framing.evaluate("told.some(({ type }) => type === 'end')"), "the end")
    told: list[dict[str, Any]] = framing.evaluate("told.splice(0)")
    return [each["height"] for each in told if each["type"] != "end"]


@pytest.mark.parametrize("first", [*list(ACTS)[:4], *thorough(*list(ACTS)[4:])])
def test_once_anything_was_touched_no_height_is_told_in_that_document(
    framing: Page, site_url: str, first: str
) -> None:
    """Ten ways on from each first touch; an empty link makes the form look untouched again."""
    frame = opens_anew(framing, f"{site_url}zelfcheck-inbouw/?{first}#rol=werkgever")
    in_turn(frame, [])
    assert heights_told(framing), "a width told nothing before the first touch"
    in_turn(frame, [first])
    heights_told(framing)
    for n in range(10):
        drawn = random.Random(f"{first} {n}")  # noqa: S311 not a secret
        acts = [*drawn.sample(list(ACTS), 5), "an empty link", "a form that is emptied"]
        in_turn(frame, acts)
        assert heights_told(framing) == [], (first, acts)


def test_an_empty_link_from_around_does_not_make_a_frame_tell_what_was_there(framing: Page) -> None:
    frame = framing.frame_locator("iframe")
    fills_in_a_first_day(frame)
    frame.get_by_role("button", name="Toon mijn overzicht").click()
    expect(frame.locator("[data-slot=week]")).to_be_visible(timeout=PATIENCE)
    told = framing.evaluate("told.length")
    framing.evaluate(
        "(link) => { frames[0].location = document.querySelector('iframe').src.split('#')[0] + link; }",
        EMPTY_LINK,
    )
    expect(frame.locator("[data-slot=replaced]")).to_be_visible(timeout=PATIENCE)
    framing.evaluate(SIZED, 300)
    assert framing.evaluate("told.length") == told


def test_what_a_reload_or_a_wipe_leaves_in_a_frame_tells_no_height(framing: Page) -> None:
    frame = framing.frame_locator("iframe")
    fills_in_a_first_day(frame)
    for leaves in ("location.reload()", "document.querySelector('[data-action=wipe]').click()"):
        told = framing.evaluate("told.length")
        framing.frames[1].evaluate(f"{leaves}, document.documentElement.id = 'old'")
        expect(framing.frame_locator("iframe").locator("html:not(#old)")).to_be_attached()
        framing.frames[1].wait_for_load_state()
        framing.evaluate(SIZED, 300)
        framing.evaluate(SIZED, 700)
        assert framing.evaluate("told.length") == told


# A case in the form, and then what a visitor clicks; the page around is looked at after each.
CLICKED = {
    "the button": "find('[type=submit]').click()",
    "a day of the picture": "all('[data-slot=table] a')[n % all('[data-slot=table] a').length]?.click()",
    "one more row": "find('[data-happened=recoveries] [data-action=add]').click()",
    "one row less": "find('[data-action=remove]')?.click()",
    "all done": "find('[data-action=all-done]').click()",
    "what if": "find('[data-action=try]').click()",
    "no what if": "find('[data-action=stop-trying]').click()",
    "a copy": "find('[data-action=copy]').click()",
    "a mistake": "typed(find(\"[id='first_sick_day.month']\"), 'x'), find('[type=submit]').click()",
    "to the mistake": "find('[data-slot=errors] a')?.click()",
}
CLICKS = """async ({ day, done, happened, n }) => {%s
    const all = (selector) => [...document.querySelectorAll(selector)];
    find("[data-slot=form]").reset();
    for (const [part, text] of Object.entries(day)) {
        find(`[id='first_sick_day.${part}']`).value = "";
        typed(find(`[id='first_sick_day.${part}']`), text);
    }
    for (const id of done) find(`[id='${id}']`).click();
    for (const id of happened) find(`#speelt-${id}`).click();
    find("[data-slot=question]").open = true;
    for (const click of [%s]) {
        click();
        await poortwachter.ask({ on: "2026-01-01", form: {} });
        await drawn();
    }
}"""


@pytest.mark.parametrize("chunk", [0, *thorough(1, 2, 3, 4)])
def test_no_click_moves_the_page_around_a_frame(framing: Page, chunk: int) -> None:
    """A hundred cases in a frame that is as high as all there is: where the page around stands, tells none apart."""
    framing.evaluate("document.querySelector('iframe').height = 40000")
    framing.evaluate("scrollTo(0, 300)")
    frame = framing.frames[1]
    steps = ", ".join(f"() => {{ {act}; }}" for act in CLICKED.values())
    stands = set()
    names = frame.evaluate("[...document.querySelectorAll('[id$=\".yes\"]')].map(({ id }) => id)")
    happened = frame.evaluate(
        "[...document.querySelectorAll('[data-happened]')].map((each) => each.dataset.happened)"
    )
    for n in range(20):
        drawn = random.Random(f"{chunk}.{n}")  # noqa: S311 not a secret
        case = {
            "day": {
                "day": str(drawn.randrange(1, 29)),
                "month": str(drawn.randrange(1, 13)),
                "year": "2025",
            },
            "done": drawn.sample(names, drawn.randrange(8)),
            "happened": [
                each.replace(".", "\\.") for each in drawn.sample(happened, drawn.randrange(3))
            ],
            "n": n,
        }
        frame.evaluate(CLICKS % (PREPARED, steps), case)
        stands.add(framing.evaluate("scrollY"))
    assert stands == {300}


def test_by_keyboard_nothing_moves_around_a_frame_that_is_wholly_in_view(framing: Page) -> None:
    """What the page for advisers says of a frame that fits on a screen: elsewhere the browser moves it."""
    framing.evaluate("document.querySelector('iframe').height = 500")
    framing.evaluate("document.body.style.paddingBlock = '300px 2000px'")
    framing.evaluate("scrollTo(0, 250)")
    frame = framing.frame_locator("iframe")
    frame.locator("[name=role]").first.focus()
    before = framing.evaluate("scrollY")
    for _ in range(8):
        framing.keyboard.press("Tab")
    framing.frames[1].evaluate("document.getElementById('first_sick_day.day').focus()")
    framing.keyboard.type("15")
    expect(frame.locator("[id='first_sick_day.day']")).to_have_value("15")
    assert framing.frames[1].evaluate("scrollY") > 0, "nothing had to move in the frame itself"
    assert framing.evaluate("scrollY") == before


def test_who_opened_the_page_cannot_move_the_focus_of_who_types(
    page: Page, site_url: str, other_site: str, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Elders</title>", encoding="utf-8")
    page.goto(other_site)
    address = f"{site_url}zelfcheck/"
    with page.expect_popup() as opened:
        page.evaluate("(address) => { globalThis.opened = open(address); }", address)
    visitor = opened.value
    expect(visitor.locator("[data-slot=form]")).to_be_visible()
    # Who is typed to sees where it goes.
    month = visitor.locator("[id='first_sick_day.month']")
    month.focus()
    for place in ("first_sick_day.day", "role.werkgever", "checklist", ""):
        page.evaluate("(address) => { opened.location = address; }", f"{address}#{place}")
        visitor.wait_for_url(f"{address}#{place}")
        expect(month).to_be_focused()
        assert visitor.evaluate("scrollY") == 0


def test_the_visitors_own_link_to_a_place_goes_there(online: Visitor) -> None:
    online.opens()
    expect(online.page.locator("[data-slot=form]")).to_be_visible()
    online.page.keyboard.press("Tab")
    online.page.keyboard.press("Enter")
    expect(online.page).to_have_url(online.home.address("zelfcheck") + "#wat-moet-er-nu-gebeuren")
    online.page.keyboard.press("Tab")
    assert online.page.evaluate("document.activeElement.closest('.md-content') !== null")


@pytest.mark.parametrize("role", ["baas", "<script>", "%00", "__proto__"])
def test_a_role_that_does_not_exist_chooses_nothing(page: Page, site_url: str, role: str) -> None:
    page.goto(f"{site_url}zelfcheck-inbouw/#rol={role}")
    expect(page.get_by_role("radio").first).to_be_visible()
    expect(page.locator("[name=role]:checked")).to_have_count(0)
