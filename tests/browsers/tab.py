"""What a visitor needs of a browser: few things, so that three kinds can do them alike."""

from typing import Any, Protocol


class Tab(Protocol):
    """One tab of a browser."""

    def goes_to(self, address: str) -> None:
        """Opens a page, and waits until it is loaded."""

    def clicks(self, selector: str) -> None:
        """Clicks an element as a mouse does."""

    def types(self, selector: str, text: str) -> None:
        """Types into a field as a keyboard does."""

    def runs(self, function: str, *given: object) -> Any:
        """Gives what a function of JavaScript gives in the page, after its promise."""

    def saves(self, selector: str, name: str) -> bytes:
        """Clicks what saves a file of this name, and gives its content."""

    def script_errors(self) -> list[str]:
        """Every error that no script of a page caught, since the browser started."""
