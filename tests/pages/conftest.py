import pytest
from playwright.sync_api import Page

from tests.conftest import Home
from tests.pages.visitor import Visitor


@pytest.fixture
def visitor(page: Page, home: Home) -> Visitor:
    """Reads the guide from a server and from disk in turn, in Amsterdam, on 22 November 2026."""
    return Visitor(page, home)


@pytest.fixture
def online(page: Page, site_url: str) -> Visitor:
    """Reads it from a server only."""
    return Visitor(page, Home(site_url, from_disk=False))


@pytest.fixture
def from_disk(page: Page, offline_url: str) -> Visitor:
    """Reads it from disk only."""
    return Visitor(page, Home(offline_url, from_disk=True))
