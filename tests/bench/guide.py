"""What a page of the guide loads beyond stock Material."""

from typing import Any

from playwright.sync_api import Browser

from tests.bench.server import Host

PAGE = "site/stappen/probleemanalyse/"

# Material's own, for every site that is made with it.
MATERIAL = ("/assets/javascripts/", "/assets/stylesheets/", "/search/search_index.json")


def guide(browser: Browser, host: Host) -> dict[str, Any]:
    """Each file with its bytes (brotli); the page itself is not counted."""
    host.sent.clear()
    with browser.new_context() as context:
        context.new_page().goto(host.url + PAGE, wait_until="networkidle")
    beyond = {
        path.removeprefix("/site"): size
        for path, size in host.sent.items()
        if not any(own in path for own in MATERIAL) and not path.endswith(PAGE)
    }
    return {"files": beyond, "bytes": sum(beyond.values())}
