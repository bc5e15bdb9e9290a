"""A visitor of the self-check: does what people do, by the names that they see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, Request, expect

from poortwachter.i18n import DUTCH
from poortwachter.law import load
from tests.conftest import Home
from tests.patience import until

NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
ROOT_ELEMENT = "html"

# A slow machine may take long to start Python; nobody should wait for what goes well.
PATIENCE = 30_000

Typed = tuple[str, str, str]


class Seen(NamedTuple):
    """The words that a visitor goes by, as they stand on the pages of a language."""

    date: tuple[str, str, str]
    roles: Mapping[str, str]
    first_day: str
    ask: str
    overview: str
    state: str
    yes: str
    no: str
    recovered: tuple[str, str, str]
    another_talk: str
    day_of_talk: str
    date_of: str
    wrong: str
    refused: str
    sent: str
    retry: str
    search: str
    to_search: str
    keep: str
    wipe: str


SEEN = {
    "nl": Seen(
        date=("Dag", "Maand", "Jaar"),
        roles={"werknemer": "werknemer", "werkgever": "werkgever"},
        first_day="Eerste ziektedag",
        ask="Toon mijn overzicht",
        overview="Jouw overzicht",
        state="Stand op",
        yes="Ja",
        no="Nee",
        recovered=(
            "Helemaal hersteld",
            "Eerste dag van het herstel",
            "Laatste dag van het herstel (leeg: nog steeds hersteld)",
        ),
        another_talk="Nog een gesprek",
        day_of_talk="Dag van het gesprek",
        date_of="{}, datum",
        wrong="Dit klopt nog niet",
        refused="Dit kunnen we niet openen",
        sent="Dit is voor je ingevuld",
        retry="Probeer opnieuw",
        search="Zoek",
        to_search="Zoeken in de gids (nieuw tabblad)",
        keep="Bewaar",
        wipe="Wis",
    ),
    "en": Seen(
        date=("Day", "Month", "Year"),
        roles={"werknemer": "employee", "werkgever": "employer"},
        first_day="First sick day",
        ask="Show my overview",
        overview="Your overview",
        state="As it is on",
        yes="Yes",
        no="No",
        recovered=(
            "Fully recovered",
            "First day of the recovery",
            "Last day of the recovery (empty: still recovered)",
        ),
        another_talk="Another talk",
        day_of_talk="Day of the talk",
        date_of="{}, date",
        wrong="This is not right yet",
        refused="We cannot open this",
        sent="This was filled in for you",
        retry="Try again",
        search="Search",
        to_search="Search the guide (new tab)",
        keep="Save",
        wipe="Wipe",
    ),
}


@dataclass
class Visitor:
    page: Page
    home: Home
    language: str = DUTCH
    _requests: list[Request] = field(default_factory=list)

    @property
    def seen(self) -> Seen:
        return SEEN[self.language]

    def opens(
        self, source: str = "zelfcheck", *, at: datetime | None = NOON, fragment: str = ""
    ) -> None:
        """Opens a page at a moment that stands still; at `None` the clock goes on, as search needs."""
        if at:
            self.page.clock.set_fixed_time(at)
        self.page.on("request", self._remember)
        self.page.goto(self.home.address(source) + fragment, wait_until="domcontentloaded")

    def _remember(self, request: Request) -> None:
        self._requests.append(request)

    # What is filled in.

    def date_fields(self, legend: str) -> Locator:
        return self.page.get_by_role("group", name=legend, exact=True)

    def types(self, legend: str, typed: Typed) -> None:
        self.type_in(self.date_fields(legend), typed)

    def type_in(self, fields: Locator, typed: Typed) -> None:
        for label, text in zip(self.seen.date, typed, strict=True):
            fields.get_by_label(label, exact=True).fill(text)

    def types_first_sick_day(self, day: str, month: str, year: str) -> None:
        self.opens_question()
        self.types(self.seen.first_day, (day, month, year))

    def opens_question(self) -> None:
        """Unfolds the first question, which an answer folds away."""
        self.unfolds_at(self.page.locator('[data-slot="question"]'))

    def unfolds_at(self, details: Locator) -> None:
        """Unfolds this, and all that is folded around it, when it is not."""
        for each in [*details.locator("xpath=ancestor::details").all(), details]:
            self._unfolds_one(each)

    def _unfolds_one(self, details: Locator) -> None:
        """Again, where the page moved between finger down and finger up: then nothing was clicked."""

        def is_open() -> bool:
            """Also what is not there any more: an answer moves a row out of what was folded around it."""
            if details.evaluate_all("(found) => found.every((each) => each.open)"):
                return True
            details.locator("> summary").click()
            return False

        until(is_open, "what was folded")

    def sees_list(self) -> None:
        """Asks for the list, if it is not there yet: steps are answered in it."""
        if self.page.locator('[data-slot="result"]').is_hidden():
            self.asks()
            self.sees_answer()

    def has_done(self, name: str, *days: Typed) -> None:
        """Says yes to an obligation, and types the day; further days are those of one that recurs."""
        label = load().actionable[name].words[self.language].name
        self.says(name, self.seen.yes)
        asked = self.asked(name)
        if days:
            self.unfolds_at(asked.locator("details"))
        if load().actionable[name].recurs_until:
            for typed in days:
                asked.get_by_role("button", name=self.seen.another_talk).click()
                self.type_in(asked.get_by_role("group", name=self.seen.day_of_talk).last, typed)
        elif days:
            self.types(self.seen.date_of.format(label), days[0])

    def asked(self, name: str) -> Locator:
        """Where a step is asked."""
        return self.page.locator(f'[data-done="{name}"]')

    def says(self, name: str, choice: str) -> None:
        """Answers whether a step was done: Ja, Nee or Weet ik niet; of what may be done only once it is unfolded."""
        self.sees_list()
        row = self.card(name).first
        radio = self.asked(name).get_by_role("radio", name=choice, exact=True, include_hidden=True)
        if not radio.is_visible():
            self.unfolds_at(row.locator(".pw-step__more"))
        radio.check()

    def was_recovered(self, first_day: Typed, last_day: Typed) -> None:
        happened, first, last = self.seen.recovered
        self.says_happened(happened)
        self.types(first, first_day)
        self.types(last, last_day)

    def says_happened(self, what: str) -> None:
        self.sees_list()
        self.page.get_by_role("checkbox", name=what, exact=True).check()

    def is_in_role(self, role: str) -> None:
        self.opens_question()
        self.page.get_by_role("radio", name=f"({self.seen.roles[role]})").check()

    def asks(self) -> None:
        self.opens_question()
        self.page.get_by_role("button", name=self.seen.ask).click()

    def presses(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def unfolds_tool(self, name: str) -> None:
        """Opens one of what the bar of tools holds; it closes the others."""
        summary = self.page.locator(".pw-tools > details > summary", has_text=name)
        self.unfolds_at(summary.locator("xpath=.."))

    def wipes(self) -> None:
        """By the button in the bar of tools, or before there is a list by that beside the question."""
        if self.page.locator('[data-slot="result"]').is_hidden():
            self.unfolds_at(
                self.page.locator('[data-slot="question"] details:has([data-action="wipe"])')
            )
        else:
            self.unfolds_tool(self.seen.wipe)
        self.page.locator('[data-action="wipe"]:visible').first.click()

    def unfolds(self, summary: str) -> None:
        self.unfolds_at(self.page.locator("summary", has_text=summary).first.locator("xpath=.."))

    def sees_first_sick_day(self, day: str, month: str, year: str) -> None:
        fields = self.date_fields(self.seen.first_day)
        for label, text in zip(self.seen.date, (day, month, year), strict=True):
            expect(fields.get_by_label(label, exact=True)).to_have_value(text, timeout=PATIENCE)

    def searches(self, words: str) -> None:
        box = self.page.get_by_role("textbox", name=self.seen.search)
        box.click()
        box.press_sequentially(words)

    # What is seen.

    @property
    def root(self) -> Locator:
        return self.page.locator(ROOT_ELEMENT)

    @property
    def requests(self) -> list[str]:
        """What was asked for, except what the lock refused."""
        return [each.url for each in self._requests if each.failure != "csp"]

    @property
    def answer(self) -> Locator:
        return self.page.get_by_role("region", name=self.seen.overview)

    @property
    def errors(self) -> Locator:
        return self.page.get_by_role("alert", name=self.seen.wrong)

    @property
    def refusal(self) -> Locator:
        return self.page.get_by_role("alert", name=self.seen.refused)

    @property
    def sender(self) -> Locator:
        return self.page.get_by_role("region", name=self.seen.sent)

    @property
    def results(self) -> Locator:
        return self.page.locator(".md-search-result__link")

    @property
    def failure(self) -> Locator:
        return self.page.get_by_role("alert").filter(has_text=self.seen.retry)

    def card(self, name: str) -> Locator:
        return self.page.locator(f'[data-obligation="{name}"]')

    def sees_engine(self, state: str) -> None:
        expect(self.root).to_have_attribute("data-engine", state, timeout=PATIENCE)

    def sees_answer(self, words: str = "") -> None:
        """Waits for an answer that holds these words."""
        expect(self.answer).to_contain_text(words or self.seen.state, timeout=PATIENCE)
        expect(self.answer.get_by_text(self.seen.state)).to_be_visible(timeout=PATIENCE)

    def sees_given(self, first_day: str) -> None:
        """Waits for an answer to this first sick day, as it is written."""
        expect(self.given).to_contain_text(f"{self.seen.first_day}: {first_day}", timeout=PATIENCE)
        self.sees_answer()

    @property
    def given(self) -> Locator:
        """The first sick day as the answer tells it, with the way to change it."""
        return self.page.locator('[data-slot="question"] > summary')

    def sees_status(self, name: str, status: str) -> None:
        expect(self.card(name)).to_have_attribute("data-status", status, timeout=PATIENCE)

    def sees_due(self, name: str, due: str) -> None:
        # A day of the answer before stands there too, while the list is hidden.
        self.sees_answer()
        time = self.card(name).locator("time").first
        expect(time).to_have_attribute("datetime", due, timeout=PATIENCE)
        if time.is_hidden():
            self.unfolds_at(time.locator("xpath=ancestor::details[1]"))
        expect(time).to_be_visible()

    def due(self, names: Iterable[str]) -> dict[str, str | None]:
        """The dates on the cards as they stand now."""
        return {
            name: self.card(name).locator("time").first.get_attribute("datetime") for name in names
        }
