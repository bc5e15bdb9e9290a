import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from pyodide_bundle import pack
from tests.browser import launch
from tests.recorder import recording
from tests.thorough import thorough

ROOT = Path(__file__).parent.parent

# How long an example takes says more of the machine than of the engine: make bench measures.
settings.register_profile("always", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=100)


def pytest_configure(config: pytest.Config) -> None:
    """Who runs all tests, by -m "", also wants all generated examples."""
    settings.load_profile("always" if config.option.markexpr else "thorough")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives a browser is tried once more when it fails, and the summary tells so: see record 0015."""
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()) or "browsers" in item.path.parts:
            item.add_marker(pytest.mark.flaky(reruns=1))


@dataclass(frozen=True)
class Home:
    """One of the two ways in which the guide is read: from a server or from disk."""

    base: str
    from_disk: bool

    def address(self, source: str) -> str:
        """Where docs/SOURCE.md is read, for example `zelfcheck` or `stappen/index`."""
        if self.from_disk:
            return f"{self.base}{source}.html"
        return self.base + re.sub(r"(^|/)index/$", r"\1", f"{source}/")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with launch(playwright) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A visitor in the Netherlands, who was never here before."""
    with browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam") as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    with recording(built("site")) as server:
        yield server.url


@pytest.fixture(scope="session")
def offline_url() -> str:
    return built("site-offline").as_uri() + "/"


@pytest.fixture(scope="session", params=["http", *thorough("file")])
def home(request: pytest.FixtureRequest) -> Home:
    if request.param == "file":
        return Home(request.getfixturevalue("offline_url"), from_disk=True)
    return Home(request.getfixturevalue("site_url"), from_disk=False)


def made(name: str) -> Path:
    """A folder that make makes, of the builder that make names."""
    return ROOT / f"{name}{os.environ.get('BUILT_WITH', '')}"


def built(name: str) -> Path:
    """The folder of a built site: the tests read it, and do not build it."""
    folder = made(name)
    if not (folder / "index.html").exists():
        pytest.fail(f"{folder.name}/ is not there: run make build offline, or make test")
    return folder


@pytest.fixture
def packed() -> Path:
    if not (pack.OUTPUT / "manifest.json").is_file():
        pytest.fail("docs/assets/engine/ is not there: run make build, or make test")
    return pack.OUTPUT


def manifest(packed: Path) -> dict[str, Any]:
    """What was packed, with the name of each file."""
    return dict(json.loads((packed / "manifest.json").read_text(encoding="utf-8")))
