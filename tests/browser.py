"""Finds a Chromium that starts, and gets one where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

# Without these a browser looks for updates and talks to its maker.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

NONE_FOUND = (
    "The tests need Chromium or Chrome: install one"
    " (or say where it is with CHROME_BIN=/path/to/chrome) and try again."
)


class NoBrowserError(Exception):
    """Says what to install."""

    def __init__(self) -> None:
        super().__init__(NONE_FOUND)


def launch(playwright: Playwright, *more: str) -> Browser:
    """The first browser that really starts: some systems put a placeholder in its place."""
    for program in programs():
        browser = started(playwright, program, more)
        if browser:
            return browser
    raise NoBrowserError


def programs() -> Iterator[str | None]:
    """Where a browser may be; None is the one that Playwright downloads."""
    chosen = os.environ.get("CHROME_BIN")
    yield from filter(None, [chosen, *map(shutil.which, NAMES), shutil.which(ON_A_MAC)])
    yield None


def started(playwright: Playwright, program: str | None, more: Iterable[str]) -> Browser | None:
    try:
        return playwright.chromium.launch(executable_path=program, args=[*arguments(), *more])
    except Error:
        return None


def arguments() -> list[str]:
    """Chromium's sandbox refuses to work for root."""
    return [*QUIET, "--no-sandbox"] if is_root() else [*QUIET]


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def obtain() -> None:
    """Gets a browser in the gentlest way that works."""
    for install in (download, install_package):
        if applies():
            return
        install()
    if not applies():
        raise NoBrowserError


def applies() -> bool:
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except NoBrowserError:
            return False
    return True


def download() -> None:
    print("Downloading a Chromium for the tests")
    quietly([sys.executable, "-m", "playwright", "install", "chromium"])


def install_package() -> None:
    if can_install():
        install("chromium")


def can_install() -> bool:
    return is_root() and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    print(f"Installing for the tests, of the system's packages: {', '.join(packages)}")
    quietly(["apt-get", "update"])
    quietly(["apt-get", "install", "--yes", *packages])


def quietly(command: list[str]) -> None:
    """Whether it worked shows when a browser is looked for again."""
    subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


if __name__ == "__main__":
    try:
        obtain()
    except NoBrowserError as error:
        sys.exit(str(error))
