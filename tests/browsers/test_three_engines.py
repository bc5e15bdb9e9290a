"""Guide and self-check in Chromium, Firefox and WebKit, from a server and from disk."""

import json
from datetime import date
from urllib.parse import quote

import pytest

from poortwachter import Answer, Case, check
from poortwachter.papers import Told, paper_as_docx, paper_as_text, papers
from poortwachter.render import Choices, answer_as_ics
from tests.browsers.cases import CARRIED, TYPED, Example
from tests.browsers.visitor import GOES_BACK, Card, Given, Visitor
from tests.leaks import LEAKS
from tests.own_case import PLAYS, PUTS_BACK, as_given, visit
from tests.patience import until
from tests.recorder import Recorder
from tests.thorough import thorough
from tests.wiped import FILL_ALL, IS_WIPED, SNAPSHOT

# Each browser is started once.
pytestmark = pytest.mark.xdist_group("three engines")

LOCKED = "Deze pagina kan nu niets meer versturen."


def answer_of_python(case: Given, on: date) -> Answer:
    return check(Case.from_dict(case), on=on)


def cards_of(answer: Answer) -> list[Card]:
    return sorted(
        Card(each["id"], each.get("n") or 0, each["status"], each.get("due") or "")
        for each in answer.to_dict()["obligations"]
    )


@pytest.mark.thorough
def test_the_guide_can_be_read(visitor: Visitor) -> None:
    visitor.opens("stappenplan")
    assert visitor.reads("h1") == "Stappenplan"
    assert visitor.reads("#plan-van-aanpak")
    visitor.opens("stappen/plan-van-aanpak")
    assert visitor.reads("h1") == "Plan van aanpak"


@pytest.mark.thorough
def test_the_search_finds(visitor: Visitor) -> None:
    visitor.opens("index")
    visitor.searches("probleemanalyse")
    found = visitor.reads_addresses(".md-search-result__link")
    assert any("stappen/probleemanalyse" in address for address in found)


@pytest.mark.parametrize(
    "example", [TYPED[0], *thorough(*TYPED[1:])], ids=lambda example: example.name
)
def test_what_is_typed_is_answered_as_python_answers_it(visitor: Visitor, example: Example) -> None:
    visitor.opens_self_check()
    visitor.fills_in(example.case)
    visitor.asks()
    assert visitor.reads_cards() == cards_of(answer_of_python(example.case, visitor.today()))


@pytest.mark.thorough
def test_a_link_is_answered_as_python_answers_it(visitor: Visitor) -> None:
    link = quote(json.dumps({"poortwachter": 1, "case": CARRIED}))
    visitor.opens_self_check(f"#zaak={link}")
    visitor.accepts_what_was_filled_in()
    assert visitor.reads_cards() == cards_of(answer_of_python(CARRIED, visitor.today()))
    assert visitor.tab.runs("() => location.href") == visitor.home.address("zelfcheck")


@pytest.mark.thorough
def test_a_calendar_file_is_that_of_python(visitor: Visitor) -> None:
    visitor.opens_self_check()
    visitor.fills_in(TYPED[0].case)
    visitor.asks()
    visitor.tab.runs("() => { document.getElementById('label').value = 'A'; }")
    visitor.tab.clicks(".pw-tools > details:has([data-action=calendar]) > summary")
    saved = visitor.tab.saves("[data-action=calendar]", "afspraken-A-2026-06-15.ics")
    answer = answer_of_python(TYPED[0].case, visitor.today())
    assert saved.decode() == answer_as_ics(answer, choices=Choices(talks=False, label="A"))


OPENS_LETTER = """() => {
    document.querySelector("[data-slot=papers]").open = true;
    document.querySelector("[data-paper=overzicht-dossier] button").click();
}"""
LETTER = "() => document.getElementById('brief-tekst').value"


@pytest.mark.thorough
def test_a_letter_and_its_file_are_those_of_python(visitor: Visitor) -> None:
    case = TYPED[0].case
    visitor.opens_self_check()
    visitor.fills_in(case)
    visitor.asks()
    visitor.tab.runs(OPENS_LETTER)
    told = Told(Case.from_dict(case), answer_of_python(case, visitor.today()))
    text = paper_as_text(papers()["overzicht-dossier"], told)
    until(lambda: visitor.tab.runs(LETTER) == text, "the letter")
    name = "overzicht-dossier-2026-06-15.docx"
    saved = visitor.tab.saves("[data-action=paper-file]", name)
    assert saved == paper_as_docx(text)


CANNOT_COPY = "() => { delete Navigator.prototype.clipboard; }"
IS_FULL = "() => Boolean(document.getElementById('met-de-hand')?.value)"
SHOWS_DATES = (
    "() => { const box = document.getElementById('toon-in-gids'); box.checked || box.click(); }"
)
STORES_DATES = "() => Boolean(sessionStorage.getItem('poortwachterwijzer.gids'))"
MINE = ".pw-for-you"
IS_NAMED = "(name) => { document.documentElement.id = name; }"
IS_NEW = """() => !document.documentElement.id && location.pathname.includes("zelfcheck")
    && Boolean(document.querySelector("form#zelfcheck")?.checkVisibility())"""


@pytest.mark.thorough
def test_after_a_wipe_no_browser_brings_anything_back(visitor_of_another_browser: Visitor) -> None:
    """Each restores fields in its own way: after a reload, and on the way back to an older page."""
    visitor = visitor_of_another_browser
    tab = visitor.tab
    visitor.opens_self_check()
    fresh = tab.runs(SNAPSHOT)
    is_full_of_a_case(visitor)
    visitor.follows("stappenplan")
    assert visitor.reads(MINE) or visitor.home.from_disk
    visitor.follows("zelfcheck")
    visitor.sees("html[data-engine=ready]")
    is_full_of_a_case(visitor)
    tab.runs("() => document.querySelector('[data-action=wipe]').click()")
    visitor.waits_for(IS_NEW, what="the page after the wipe")
    assert tab.runs(IS_WIPED)
    visitor.sees("html[data-engine=ready]")
    assert tab.runs(SNAPSHOT) == fresh
    visitor.goes_back_to("stappenplan")
    assert visitor.reads(MINE) == ""
    tab.runs(GOES_BACK)
    visitor.waits_for(IS_NEW, what="the older page")
    visitor.sees("html[data-engine=ready]")
    assert tab.runs(SNAPSHOT) == fresh


def is_full_of_a_case(visitor: Visitor) -> None:
    """Answered, copied by hand, and then something in every field that there is."""
    tab = visitor.tab
    visitor.fills_in(TYPED[0].case)
    tab.runs(CANNOT_COPY)
    tab.clicks("[data-action=copy]")
    until(lambda: tab.runs(IS_FULL), "the text to copy by hand")
    if not visitor.home.from_disk:
        tab.runs(SHOWS_DATES)
        until(lambda: tab.runs(STORES_DATES), "the dates for the guide")
    tab.runs(FILL_ALL)
    tab.runs(IS_NAMED, "before the wipe")


# Firefox takes no more than some 200 changes of its history in a row.
VISITS = range(3)


@pytest.mark.thorough
def test_what_was_typed_comes_back_after_whatever_came_from_elsewhere(visitor: Visitor) -> None:
    visitor.opens_self_check()
    for seed in VISITS:
        before, after = visitor.tab.runs(PLAYS, as_given(visit(seed)))
        if visit(seed).replaced:
            after = visitor.tab.runs(PUTS_BACK)
        for kind in ("form", "shown", "theirs"):
            assert after[kind] == before[kind], visit(seed)


FILLED_IN = """() => [...document.querySelectorAll("form#zelfcheck input:not([type=file])")].map(
    ({ id, value, checked }) => [id, value, checked],
)"""


@pytest.mark.parametrize("asked", [False, True])
def test_what_was_filled_in_stands_there_on_the_way_back(visitor: Visitor, asked: bool) -> None:
    """WebKit keeps the page alive, and empties the fields that a browser may not fill in."""
    visitor.opens_self_check()
    if asked:
        visitor.fills_in(TYPED[2].case)
    else:
        visitor.types_date("first_sick_day", "2026-03-02")
    before = visitor.tab.runs(FILLED_IN)
    visitor.follows("stappenplan")
    visitor.goes_back_to("zelfcheck")
    until(lambda: visitor.tab.runs(FILLED_IN) == before, "all that was filled in")
    visitor.follows("stappenplan")
    visitor.goes_back_to("zelfcheck")
    until(lambda: visitor.tab.runs(FILLED_IN) == before, "all that was filled in, once more")


# More than Firefox takes into its history.
LARGE = 20 * 2**20

CHOOSES = """(size) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File(["x".repeat(size)], "zelfcheck.json"));
    const field = document.getElementById("open-bestand");
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
}"""
TYPES = """(id, text) => {
    const field = document.getElementById(id);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
KEPT_DAY = "() => history.state?.form?.first_sick_day?.day"


def is_kept(visitor: Visitor, day: str) -> None:
    until(lambda: visitor.tab.runs(KEPT_DAY) == day, f"{day} to be kept")


@pytest.mark.thorough
def test_a_file_of_any_size_is_told_and_what_is_typed_after_it_is_kept(visitor: Visitor) -> None:
    visitor.opens_self_check()
    for day in ("4", "9"):
        visitor.tab.runs(CHOOSES, LARGE)
        visitor.sees("[data-slot=refused]")
        assert "Dit is te groot." in visitor.reads("[data-slot=refused]")
        visitor.tab.runs(TYPES, "first_sick_day.day", day)
        is_kept(visitor, day)


@pytest.mark.thorough
def test_what_is_too_large_to_remember_stops_nothing(visitor: Visitor) -> None:
    """Firefox says so; the others take it."""
    visitor.opens_self_check()
    visitor.tab.runs(
        "(size) => { document.getElementById('label').value = 'x'.repeat(size) }", LARGE
    )
    visitor.tab.runs(TYPES, "first_sick_day.day", "4")
    told = "() => !document.querySelector('[data-slot=forgets]').hidden"
    until(
        lambda: visitor.tab.runs(told) or visitor.tab.runs(KEPT_DAY) == "4",
        "it to be kept, or told",
    )
    visitor.tab.runs(TYPES, "label", "")
    is_kept(visitor, "4")
    assert not visitor.tab.runs(told)
    assert visitor.tab.runs("() => document.documentElement.dataset.engine") == "ready"


# What every browser must let through from a page without a lock: else the test below proves nothing.
ORDINARY = {"fetch", "xhr", "websocket", "beacon", "image", "script", "stylesheet", "iframe"}


def test_what_is_planted_gets_out_before_the_lock_and_not_after_it(
    visitor_of_another_browser: Visitor, elsewhere: Recorder
) -> None:
    visitor = visitor_of_another_browser
    visitor.tab.goes_to(elsewhere.url)
    visitor.plants(LEAKS, elsewhere.url + "before/")
    until(lambda: elsewhere.arrived("/before/") >= ORDINARY, "every ordinary request")
    until(lambda: "fetch" in elsewhere.arrived("/before/worker/"), "a request of a worker")

    visitor.opens_self_check()
    assert LOCKED in visitor.reads("[data-slot=lock]")
    visitor.plants(LEAKS, elsewhere.url + "after/")
    # What was on its way would come before this.
    visitor.tab.goes_to(elsewhere.url + "end")
    assert elsewhere.arrived("/end")
    assert elsewhere.arrived("/after/") == set()


CASES = "ref;first_sick_day;plan-van-aanpak\nA;2026-06-15;nee\n"
READS = "() => document.querySelector('[data-action=read-pasted]').click()"
OPENS = "() => document.querySelector('[data-action=open-case]').click()"
IS_STORED = "() => localStorage.length + sessionStorage.length + document.cookie.length"


def test_a_list_of_cases_stays_where_it_is(
    visitor_of_another_browser: Visitor, elsewhere: Recorder
) -> None:
    visitor = visitor_of_another_browser
    visitor.opens("dossiers")
    visitor.sees("html[data-engine=ready]")
    visitor.tab.runs(TYPES, "dossiers-plak", CASES)
    visitor.tab.runs(READS)
    visitor.sees("tr[data-ref=A]")
    visitor.tab.runs(OPENS)
    visitor.sees("[data-slot=result]")
    assert LOCKED in visitor.reads("[data-slot=lock]")
    assert visitor.tab.runs(IS_STORED) == 0
    visitor.plants(LEAKS, elsewhere.url + "list/")
    visitor.tab.goes_to(elsewhere.url + "end")
    assert elsewhere.arrived("/end")
    assert elsewhere.arrived("/list/") == set()
