import pytest
from playwright.sync_api import Page

from tests.conftest import Home
from tests.pages.visitor import Visitor


@pytest.fixture
def visitor(page: Page, home: Home) -> Visitor:
    """Reads the guide from a server and from disk in turn, in Amsterdam, on 22 November 2026."""
    return Visitor(page, home)
