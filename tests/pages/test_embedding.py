"""The self-check in a frame on somebody else's site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.pages.visitor import PATIENCE
from tests.recorder import recording

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
    framing.evaluate(TAKES_FOCUS, "#rol=werknemer")
    # The answer has folded the question away, in which the role is chosen.
    role = framing.frame_locator("iframe").locator("[id='role.werknemer']")
    expect(role).to_be_checked()


@pytest.mark.parametrize("role", ["baas", "<script>", "%00", "__proto__"])
def test_a_role_that_does_not_exist_chooses_nothing(page: Page, site_url: str, role: str) -> None:
    page.goto(f"{site_url}zelfcheck-inbouw/#rol={role}")
    expect(page.get_by_role("radio").first).to_be_visible()
    expect(page.locator("[name=role]:checked")).to_have_count(0)
