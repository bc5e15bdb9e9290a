"""A tab over WebDriver: the same few commands, however a browser wants them sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.patience import until

# The name that the standard gives to a reference to an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


Send = Callable[[str, dict[str, object]], Any]


COMES_INTO_VIEW = """(selector) => document.querySelector(selector)
    ?.scrollIntoView({ block: "center", behavior: "instant" })"""


class WebDriverError(Exception):
    """Says what was asked of a browser, and what it answered."""

    def __init__(self, command: str, given: object, answered: object) -> None:
        super().__init__(f"{command} {given}: {answered}")


class WebDriverTab:
    def __init__(self, send: Send, downloads: Path) -> None:
        self._send = send
        self._downloads = downloads

    def goes_to(self, address: str) -> None:
        self._send("navigate", {"url": address})

    def clicks(self, selector: str) -> None:
        # Where a page scrolls smoothly, WebKit clicks before the element has come.
        self.runs(COMES_INTO_VIEW, selector)
        self._send("click", {"id": self._found(selector)})

    def types(self, selector: str, text: str) -> None:
        self._send("type", {"id": self._found(selector), "text": text})

    def runs(self, function: str, *given: object) -> Any:
        return self._send("run", {"script": f"return ({function})(...arguments)", "args": given})

    def saves(self, selector: str, name: str) -> bytes:
        file = self._downloads / name
        file.unlink(missing_ok=True)
        self.clicks(selector)
        until(lambda: file.exists() and file.stat().st_size, f"the file {name}")
        return file.read_bytes()

    def _found(self, selector: str) -> str:
        return str(self._send("find", {"using": "css selector", "value": selector})[ELEMENT])
