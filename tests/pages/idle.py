"""When a page has done all it had to do."""

from playwright.sync_api import Page

TWICE_IDLE = """() => new Promise((done) => {
    requestIdleCallback(() => requestIdleCallback(() => done()));
})"""


def has_nothing_left_to_do(page: Page) -> None:
    """Waits until the page is loaded and was idle twice.

    Not until "networkidle": of the script of a worker the browser does not always say that it
    arrived, and then its network is never called idle.
    """
    page.wait_for_load_state()
    page.evaluate(TWICE_IDLE)
