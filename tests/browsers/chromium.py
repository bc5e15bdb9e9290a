"""A tab of Chromium, over Playwright."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page


class ChromiumTab:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._errors: list[str] = []
        page.on("pageerror", lambda error: self._errors.append(str(error)))

    def goes_to(self, address: str) -> None:
        self._page.goto(address)

    def clicks(self, selector: str) -> None:
        self._page.locator(selector).first.click()

    def types(self, selector: str, text: str) -> None:
        self._page.locator(selector).first.press_sequentially(text)

    def runs(self, function: str, *given: object) -> Any:
        return self._page.evaluate(f"(given) => ({function})(...given)", given)

    def saves(self, selector: str, name: str) -> bytes:
        with self._page.expect_download() as download:
            self.clicks(selector)
        assert download.value.suggested_filename == name
        return Path(download.value.path()).read_bytes()

    def script_errors(self) -> list[str]:
        return self._errors
