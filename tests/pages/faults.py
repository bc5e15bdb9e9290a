"""How a file goes wrong on its way: handlers for Playwright's routes, and the files that they are for."""

from collections.abc import Callable

from playwright.sync_api import Route

from tests.conftest import ROOT

# One of those that are fetched, and the one in which all come from disk.
ENGINE_FILE = "**/{memory.*.bin,embedded.js}"
SCRIPT = "**/zelfcheck.js"

Fault = Callable[[Route], None]


def is_cut_off(route: Route) -> None:
    route.abort()


def is_not_found(route: Route) -> None:
    route.fulfill(status=404)


def comes_half(route: Route) -> None:
    body = content(route)
    route.fulfill(body=body[: len(body) // 2])


def comes_twice(route: Route) -> None:
    route.fulfill(body=2 * content(route))


def has_a_wrong_byte(route: Route) -> None:
    body = content(route)
    route.fulfill(body=body[:-1] + b"?")


def never_comes(_: Route) -> None:
    """Nobody answers."""


def content(route: Route) -> bytes:
    path = route.request.url.partition("/assets/engine/")[2]
    return (ROOT / "docs/assets/engine" / path).read_bytes()
