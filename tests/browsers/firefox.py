"""Firefox as it is installed, over Marionette: WebDriver in Firefox's own envelope."""

import json
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRWPair
from itertools import count
from pathlib import Path
from typing import Any

from tests.browsers import programs
from tests.browsers.webdriver import Send, WebDriverError, WebDriverTab
from tests.patience import until

COMMANDS = {
    "start": "WebDriver:NewSession",
    "navigate": "WebDriver:Navigate",
    "find": "WebDriver:FindElement",
    "click": "WebDriver:ElementClick",
    "type": "WebDriver:ElementSendKeys",
    "run": "WebDriver:ExecuteScript",
}

type Stream = BufferedRWPair[Any, Any]

# Firefox also prints the errors of its own scripts, whose addresses begin otherwise.
ERROR_MARKS = tuple(f"JavaScript error: {scheme}:" for scheme in ("http", "file", "data"))

# A page was left while its search still loaded.
LEFT = "NS_BINDING_ABORTED"


class FirefoxTab(WebDriverTab):
    def __init__(self, send: Send, folder: Path) -> None:
        super().__init__(send, folder / "downloads")
        self._output = folder / "output"

    def script_errors(self) -> list[str]:
        lines = self._output.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if line.startswith(ERROR_MARKS) and LEFT not in line]


@contextmanager
def opened(folder: Path) -> Iterator[FirefoxTab]:
    """A new Firefox without a screen, with a profile that nobody used before."""
    profile = folder / "profile"
    profile.mkdir()
    (folder / "downloads").mkdir()
    (profile / "user.js").write_text(preferences(folder / "downloads"), encoding="utf-8")
    command = [programs.firefox(), "--headless", "--marionette", "--profile", str(profile)]
    with (
        (folder / "output").open("wb") as printed,
        subprocess.Popen(command, stdout=printed, stderr=printed) as running,
    ):
        try:
            with connected(port_in(profile)) as send:
                send("start", {})
                yield FirefoxTab(send, folder)
        finally:
            running.kill()


def preferences(downloads: Path) -> str:
    """Any free port; errors of scripts are printed; what is saved is saved without a question."""
    preferred = {
        "marionette.port": 0,
        "browser.dom.window.dump.enabled": True,
        "browser.download.folderList": 2,
        "browser.download.dir": str(downloads),
    }
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(to)});" for name, to in preferred.items()]
    return "\n".join(lines)


def port_in(profile: Path) -> int:
    file = profile / "MarionetteActivePort"
    return int(until(lambda: file.exists() and file.read_text(encoding="utf-8"), "Firefox") or 0)


@contextmanager
def connected(port: int) -> Iterator[Send]:
    """Messages are JSON with their length before it: first a greeting, then an answer to each."""
    with socket.create_connection(("127.0.0.1", port)) as line, line.makefile("rwb") as stream:
        read(stream)
        number = count()

        def send(command: str, given: dict[str, object]) -> Any:
            write(stream, [0, next(number), COMMANDS[command], given])
            _, _, error, answered = read(stream)
            if error:
                raise WebDriverError(command, given, error)
            return answered["value"] if set(answered) == {"value"} else answered

        yield send


def write(stream: Stream, message: object) -> None:
    content = json.dumps(message).encode()
    stream.write(b"%d:%s" % (len(content), content))
    stream.flush()


def read(stream: Stream) -> Any:
    length = b"".join(iter(lambda: stream.read(1), b":"))
    return json.loads(stream.read(int(length)))
