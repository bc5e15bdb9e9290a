"""WebKitGTK as it is installed, over WebDriver by HTTP, on a screen that nobody sees."""

import json
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.browsers import programs
from tests.browsers.webdriver import Send, WebDriverError, WebDriverTab
from tests.patience import until

COMMANDS = {
    "quit": ("DELETE", ""),
    "navigate": ("POST", "/url"),
    "find": ("POST", "/element"),
    "click": ("POST", "/element/{id}/click"),
    "type": ("POST", "/element/{id}/value"),
    "run": ("POST", "/execute/sync"),
}

# WebKit prints no errors while it is driven, so the page keeps them, from the moment that it is loaded.
KEEP_ERRORS = """() => {
    globalThis.uncaught = [];
    addEventListener("error", ({ message }) => uncaught.push(message));
    addEventListener("unhandledrejection", ({ reason }) => uncaught.push(String(reason)));
}"""
KEPT_ERRORS = "() => globalThis.uncaught ?? []"


class WebKitTab(WebDriverTab):
    def __init__(self, send: Send, downloads: Path) -> None:
        super().__init__(send, downloads)
        self._errors: list[str] = []

    def goes_to(self, address: str) -> None:
        self._errors = self.script_errors()
        super().goes_to(address)
        self.runs(KEEP_ERRORS)

    def script_errors(self) -> list[str]:
        return [*self._errors, *self.runs(KEPT_ERRORS)]


@contextmanager
def opened(folder: Path) -> Iterator[WebKitTab]:
    """A new MiniBrowser, which knows nothing of an earlier one."""
    downloads = folder / "downloads"
    downloads.mkdir()
    with (
        screen() as display,
        driver(environment(folder, downloads, display)) as port,
        closing(HTTPConnection("127.0.0.1", port, timeout=60)) as line,
    ):
        send = session(line)
        yield WebKitTab(send, downloads)
        send("quit", {})


@contextmanager
def screen() -> Iterator[str]:
    command = [programs.screen(), "-displayfd", "1", "-screen", "0", "1280x1024x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        try:
            assert running.stdout
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()


def environment(folder: Path, downloads: Path, display: str) -> dict[str, str]:
    """A home of its own; and no sandbox, which refuses to work for root and in containers."""
    (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', encoding="utf-8")
    return {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    }


@contextmanager
def driver(environment: dict[str, str]) -> Iterator[int]:
    port = free_port()
    command = [programs.webkit_driver(), f"--port={port}"]
    with subprocess.Popen(command, env=environment) as running:
        try:
            until(lambda: listens(port), "WebKitWebDriver to listen")
            yield port
        finally:
            running.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def session(line: HTTPConnection) -> Send:
    options = {"binary": programs.webkit_browser(), "args": ["--automation"]}
    wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
    started = call(line, "POST", "/session", {"capabilities": wanted})

    def send(command: str, given: dict[str, object]) -> Any:
        method, path = COMMANDS[command]
        return call(line, method, f"/session/{started['sessionId']}{path.format_map(given)}", given)

    return send


def call(line: HTTPConnection, method: str, path: str, given: dict[str, object]) -> Any:
    line.request(method, path, json.dumps(given).encode())
    answered = json.load(line.getresponse())["value"]
    if isinstance(answered, dict) and "error" in answered:
        raise WebDriverError(path, given, answered)
    return answered
