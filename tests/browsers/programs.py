"""Finds the programs of Firefox and WebKit, and gets them where there are none."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.browser import can_install, install

LIBRARIES = Path("/usr/lib")
PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")


class NotInstalledError(Exception):
    """Says which program was not found, and what brings it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} was not found: on Debian, install the packages {', '.join(PACKAGES)}"
        )


def firefox() -> str:
    return found("firefox-esr", os.environ.get("FIREFOX_BIN"), "firefox-esr", "firefox")


def webkit_driver() -> str:
    return found("WebKitWebDriver", "WebKitWebDriver")


def webkit_browser() -> str:
    """Debian keeps it beside the library."""
    return found("MiniBrowser", *map(str, LIBRARIES.glob("*/webkit*gtk-*/MiniBrowser")))


def screen() -> str:
    return found("Xvfb", "Xvfb")


NEEDED: tuple[Callable[[], str], ...] = (firefox, webkit_driver, webkit_browser, screen)


def found(what: str, *names: str | None) -> str:
    for name in filter(None, names):
        program = shutil.which(name)
        if program:
            return program
    raise NotInstalledError(what)


def missing() -> Iterator[NotInstalledError]:
    for find in NEEDED:
        try:
            find()
        except NotInstalledError as error:
            yield error


def obtain() -> None:
    if any(missing()) and can_install():
        install(*PACKAGES)
    for error in missing():
        raise error


if __name__ == "__main__":
    try:
        obtain()
    except NotInstalledError as error:
        sys.exit(str(error))
