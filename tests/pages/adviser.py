"""An adviser with many cases: does what people do with the list, by the names that they see."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from tests.pages.visitor import PATIENCE, Visitor

# Where the list of each language stands.
LISTS = {"nl": "dossiers", "en": "en/cases"}


@dataclass
class Adviser:
    visitor: Visitor

    @property
    def page(self) -> Page:
        return self.visitor.page

    def opens(self, language: str = "nl") -> None:
        self.visitor.language = language
        self.visitor.opens(LISTS[language])

    # What comes in.

    def brings(self, table: str | bytes, name: str = "dossiers.csv") -> None:
        """Chooses a file, and waits until it is read."""
        content = table.encode() if isinstance(table, str) else table
        self.chooses(content, name)
        expect(self.list).to_be_visible(timeout=PATIENCE)

    def chooses(self, content: bytes, name: str = "dossiers.csv") -> None:
        file = self.page.get_by_label("Kies een bestand (CSV)", exact=False)
        file.set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})

    def tries_the_example(self) -> None:
        self.visitor.presses("Probeer een voorbeeld")
        expect(self.rows).to_have_count(40, timeout=PATIENCE)

    # The list.

    @property
    def list(self) -> Locator:
        return self.page.locator('[data-slot="list"]')

    @property
    def rows(self) -> Locator:
        return self.page.locator("tr[data-ref]")

    @property
    def refs(self) -> Sequence[str | None]:
        return [row.get_attribute("data-ref") for row in self.rows.all()]

    def row(self, ref: str) -> Locator:
        return self.page.locator(f'tr[data-ref="{ref}"]')

    def sees_status(self, ref: str, status: str) -> None:
        expect(self.row(ref)).to_have_attribute("data-status", status, timeout=PATIENCE)

    def filters(self, status: str) -> Locator:
        return self.page.locator(f'[data-filter="{status}"]')

    def counts(self, status: str) -> int:
        return int(self.filters(status).locator("b").text_content() or "0")

    # One case.

    def opens_case(self, ref: str) -> None:
        self.row(ref).get_by_role("button").click()
        expect(self.page.get_by_role("heading", name=ref, exact=True)).to_be_visible()
        self.visitor.sees_answer()

    def goes_back(self) -> None:
        self.visitor.presses("Terug naar de lijst")

    # Out again.

    def unfolds_tool(self, name: str) -> None:
        """Opens one of the bar of tools that is in sight: that of the list, or of the case that is open."""
        self.page.locator(".pw-tools > details > summary:visible", has_text=name).click()

    def takes(self, button: str) -> Download:
        with self.page.expect_download() as download:
            self.visitor.presses(button)
        return download.value

    def reads(self, button: str, folder: Path) -> str:
        """The text of a file that a button gives."""
        path = folder / "taken"
        self.takes(button).save_as(path)
        return path.read_text(encoding="utf-8-sig", newline="")

    def reads_rows(self, button: str, folder: Path) -> Sequence[Sequence[str]]:
        """The rows of such a file, as a Dutch spreadsheet opens it."""
        return [*csv.reader(self.reads(button, folder).splitlines(), delimiter=";")]
