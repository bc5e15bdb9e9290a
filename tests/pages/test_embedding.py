"""The self-check in a frame on somebody else's site."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Silent
from tests.pages.visitor import PATIENCE


@pytest.fixture
def other_site(tmp_path: Path) -> Iterator[str]:
    handler = partial(Silent, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def test_a_frame_answers_tells_its_height_and_nothing_else(
    page: Page, site_url: str, other_site: str, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        f"""<!doctype html><title>Adviesbureau</title><script>
        globalThis.told = []; addEventListener("message", ({{ data }}) => told.push(data));
        </script><iframe title="Zelfcheck" width="400" height="900"
        src="{site_url}zelfcheck-inbouw/#rol=werkgever"></iframe>""",
        encoding="utf-8",
    )
    page.goto(other_site)
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-engine", "ready", timeout=PATIENCE)
    expect(frame.get_by_role("radio", name="(werkgever)")).to_be_checked()
    expect(frame.locator(".md-header, .md-footer").first).to_be_hidden()
    before = page.evaluate("told.at(-1).height")
    first_day = frame.get_by_role("group", name="Eerste ziektedag", exact=True)
    for label, text in (("Dag", "15"), ("Maand", "6"), ("Jaar", "2026")):
        first_day.get_by_label(label).fill(text)
    frame.get_by_role("button", name="Toon mijn overzicht").click()
    expect(frame.locator("[data-slot=week]")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("(before) => told.at(-1).height !== before", arg=before)
    told = page.evaluate("told")
    assert {tuple(sorted(each)) for each in told} == {("height", "type")}
    assert {each["type"] for each in told} == {"poortwachterwijzer:hoogte"}
    assert all(isinstance(each["height"], int) for each in told)
    guide = frame.get_by_role("link", name="Meer over het re-integratieverslag").first
    expect(guide).to_have_attribute("target", "_blank")


@pytest.mark.parametrize("role", ["baas", "<script>", "%00", "__proto__"])
def test_a_role_that_does_not_exist_chooses_nothing(page: Page, site_url: str, role: str) -> None:
    page.goto(f"{site_url}zelfcheck-inbouw/#rol={role}")
    expect(page.get_by_role("radio").first).to_be_visible()
    expect(page.locator("[name=role]:checked")).to_have_count(0)
