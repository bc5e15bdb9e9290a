"""Real situations, filled in by hand and worked out by hand from the law; SCREENSHOTS=folder keeps pictures.

On a phone of 320 px, from the first question to the answer.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Home
from tests.pages.test_accessibility import WIDER
from tests.pages.visitor import PATIENCE, Typed, Visitor


@dataclass(frozen=True)
class Situation:
    """What is filled in, and what must come out."""

    name: str
    first_day: Typed
    fill: Callable[[Visitor], None] = lambda _: None
    due: dict[str, str] = field(default_factory=dict)
    status: dict[str, str] = field(default_factory=dict)
    moments: dict[str, str] = field(default_factory=dict)
    given: str = ""
    says: tuple[str, ...] = ()


def recovered(first: Typed, last: Typed) -> Callable[[Visitor], None]:
    return lambda visitor: visitor.was_recovered(first, last)


def applied(typed: Typed, fill: Callable[[Visitor], None]) -> Callable[[Visitor], None]:
    """The same, with the WIA applied for on this day."""

    def filled(visitor: Visitor) -> None:
        fill(visitor)
        visitor.has_done("wia-aanvraag", typed)

    return filled


def leave(first: Typed, last: Typed, same_cause: str) -> Callable[[Visitor], None]:
    def fill(visitor: Visitor) -> None:
        visitor.says_happened("Zwangerschap of bevalling")
        visitor.types("Eerste dag van het verlof", first)
        visitor.types("Laatste dag van het verlof", last)
        question = "Is de ziekte na het verlof door dezelfde oorzaak als ervoor?"
        visitor.date_fields(question).get_by_label(same_cause, exact=True).check()

    return fill


def day(what: str, legend: str, typed: Typed) -> Callable[[Visitor], None]:
    def fill(visitor: Visitor) -> None:
        visitor.says_happened(what)
        visitor.types(legend, typed)

    return fill


def expects(question: str, answer: str) -> Callable[[Visitor], None]:
    def fill(visitor: Visitor) -> None:
        visitor.says_happened("Verwachting bedrijfsarts")
        visitor.date_fields(question).get_by_label(answer, exact=True).check()

    return fill


def sanctioned(visitor: Visitor) -> None:
    visitor.has_done("wia-aanvraag", ("10", "3", "2026"))
    visitor.says_happened("Loonsanctie")
    visitor.page.get_by_label("Hoeveel weken?").fill("26")
    found = "Dag waarop UWV zag dat het hersteld is (leeg: nog niet)"
    visitor.types(found, ("1", "september", "2026"))


EXTENDED = "Langer loon afgesproken"

SITUATIONS = [
    # An example of rviregister.nl: 21 days move the first day after the 104 weeks from 1 to 22 January.
    Situation(
        "drie weken hersteld",
        ("3", "januari", "2022"),
        applied(("2", "10", "2023"), recovered(("4", "7", "2022"), ("24", "7", "2022"))),
        moments={"einde-wachttijd": "2024-01-21", "wia-ingang": "2024-01-22"},
    ),
    # 28 days are a new period. 30 March + 42 is 11 May; + 294 is 18 January.
    Situation(
        "vier weken hersteld",
        ("5", "1", "2026"),
        recovered(("2", "3", "2026"), ("29", "3", "2026")),
        due={"probleemanalyse": "2026-05-11", "melding-42-weken": "2027-01-18"},
        given="30 maart 2026",
        says=("alle termijnen opnieuw",),
    ),
    # Nobody knows whether the count goes on.
    Situation(
        "nog steeds hersteld",
        ("5", "1", "2026"),
        recovered(("9", "11", "2026"), ("", "", "")),
        status={"eerstejaarsevaluatie": "not_applicable", "wia-aanvraag": "not_applicable"},
        says=("Sinds 9 november 2026 helemaal hersteld",),
    ),
    # CRvB 2014:2665: 71 days of leave are left out; 15 November 2010 + 71 is 25 January 2011.
    Situation(
        "bevallingsverlof, dezelfde oorzaak",
        ("18", "11", "2008"),
        leave(("23", "7", "2009"), ("1", "10", "2009"), "Ja"),
        moments={"einde-wachttijd": "2011-01-25"},
    ),
    # Both outcomes, no guess.
    Situation(
        "bevallingsverlof, oorzaak niet bekend",
        ("5", "1", "2026"),
        leave(("1", "6", "2026"), ("20", "9", "2026"), "Weet ik niet"),
        status={"melding-42-weken": "unknown"},
        says=("Welke oorzaak het is, vragen we niet.",),
    ),
    # Six weeks from the AOW date, so 14 September + 41; no second track.
    Situation(
        "AOW tijdens de ziekte",
        ("5", "1", "2026"),
        day(
            "AOW-leeftijd",
            "Dag waarop de AOW begint",
            ("14", "9", "2026"),
        ),
        status={"tweede-spoor": "not_applicable"},
        moments={"einde-loondoorbetaling": "2026-10-25"},
    ),
    # The wage ends with the contract; the WIA application stays at D+650.
    Situation(
        "contract eindigt",
        ("5", "1", "2026"),
        day("Contract eindigt", "Laatste dag van het contract", ("30", "6", "2026")),
        due={"wia-aanvraag": "2027-10-17"},
        status={"eerstejaarsevaluatie": "not_applicable"},
        moments={"einde-loondoorbetaling": "2026-06-30"},
    ),
    # Due 15 March 2026 (D+650), so 14 days late; 31 May + 14 is 14 June.
    Situation(
        "WIA te laat aangevraagd",
        ("3", "6", "2024"),
        lambda visitor: visitor.has_done("wia-aanvraag", ("29", "3", "2026")),
        due={"wia-aanvraag": "2026-03-15"},
        status={"wia-aanvraag": "done_late"},
        moments={"einde-wachttijd": "2026-05-31", "einde-loondoorbetaling": "2026-06-14"},
    ),
    # Repaired on 1 September; six weeks later is 13 October, before the 26 weeks are over.
    Situation(
        "loonsanctie, hersteld",
        ("3", "6", "2024"),
        sanctioned,
        status={"wia-aanvraag": "done"},
        moments={"einde-loonsanctie": "2026-10-13", "einde-loondoorbetaling": "2026-10-13"},
    ),
    # WIA art. 24: 13 and 11 weeks before the end of the extension, 30 November 2026.
    Situation(
        "vrijwillig verlengd",
        ("3", "6", "2024"),
        applied(
            ("14", "9", "2026"),
            day(EXTENDED, "Laatste dag van de verlenging", ("30", "11", "2026")),
        ),
        due={"reintegratieverslag": "2026-08-31", "wia-aanvraag": "2026-09-14"},
        moments={"einde-loondoorbetaling": "2026-11-30"},
    ),
    # No long absence expected, so no problem analysis.
    Situation(
        "geen lang verzuim verwacht",
        ("1", "okt", "2026"),
        expects("Verwacht de bedrijfsarts dat het lang duurt?", "Nee"),
        status={"probleemanalyse": "not_applicable", "plan-van-aanpak": "not_applicable"},
    ),
    # No work possible, so a problem analysis that says so, and no plan. D+42 is 12 November.
    Situation(
        "geen werk mogelijk",
        ("1", "okt", "2026"),
        expects("Is er volgens de bedrijfsarts werk mogelijk, nu of later?", "Nee"),
        due={"probleemanalyse": "2026-11-12"},
        status={"probleemanalyse": "overdue", "plan-van-aanpak": "not_applicable"},
    ),
]


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.name)
def test_a_situation_gets_the_answer_of_the_law(
    page: Page, site_url: str, situation: Situation
) -> None:
    visitor = Visitor(page, Home(site_url, from_disk=False))
    page.set_viewport_size({"width": 320, "height": 640})
    visitor.opens()
    visitor.types_first_sick_day(*situation.first_day)
    situation.fill(visitor)
    visitor.asks()
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    expect(visitor.errors).to_be_hidden()
    assert visitor.due(situation.due) == situation.due
    for name, status in situation.status.items():
        expect(visitor.card(name).first).to_have_attribute("data-status", status)
    for name, expected in situation.moments.items():
        moment = page.locator(f'[data-moment="{name}"] time')
        expect(moment).to_have_attribute("datetime", expected, timeout=PATIENCE)
    if situation.given:
        visitor.sees_given(situation.given)
    for words in situation.says:
        expect(visitor.answer).to_contain_text(words)
    assert page.evaluate(WIDER) == 0
    if "SCREENSHOTS" in os.environ:
        page.screenshot(
            path=Path(os.environ["SCREENSHOTS"], f"{situation.name}.png"), full_page=True
        )
