"""Three browsers, each started once."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.browsers import firefox, webkit
from tests.browsers.chromium import ChromiumTab
from tests.browsers.programs import NotInstalledError
from tests.browsers.tab import Tab
from tests.browsers.visitor import Visitor
from tests.conftest import Home
from tests.recorder import Recorder, recording

OTHERS: dict[str, Callable[[Path], AbstractContextManager[Tab]]] = {
    "firefox": firefox.opened,
    "webkit": webkit.opened,
}


NAMES = ["chromium", *OTHERS]


@pytest.fixture(scope="session", params=NAMES)
def tab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    yield from started(request, tmp_path_factory)


def started(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tab]:
    name = request.param
    if name in OTHERS:
        yield from opened(name, tmp_path_factory.mktemp(name))
    else:
        with request.getfixturevalue("browser").new_context() as context:
            yield ChromiumTab(context.new_page())


def opened(name: str, folder: Path) -> Iterator[Tab]:
    """A browser that is not there is left out, unless all are demanded."""
    try:
        with OTHERS[name](folder) as tab:
            yield tab
    except NotInstalledError as error:
        if os.environ.get("BROWSERS") == "all":
            raise
        pytest.skip(str(error))


@pytest.fixture
def visitor(tab: Tab, home: Home) -> Iterator[Visitor]:
    """A visitor, who must not meet an error of a script."""
    before = len(tab.script_errors())
    yield Visitor(tab, home)
    assert tab.script_errors()[before:] == []


@pytest.fixture(params=NAMES)
def visitor_of_another_browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, home: Home
) -> Iterator[Visitor]:
    """For a test that leaves traces in a browser, such as windows and errors of its own making."""
    for tab in started(request, tmp_path_factory):
        yield Visitor(tab, home)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Recorder]:
    """A server of somebody else."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Elders</title>", encoding="utf-8")
    with recording(tmp_path) as recorder:
        yield recorder
