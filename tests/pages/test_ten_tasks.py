"""What people come for, done on a phone as somebody who was never here before would do it."""

import re
from dataclasses import dataclass
from re import Pattern

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.conftest import Home
from tests.pages.visitor import PATIENCE, Visitor

PHONE = ViewportSize(width=360, height=740)
FEW_LINKS = 3
FIRST_RESULTS = ".md-search-result__item:nth-child(-n+5) > a"


@dataclass(frozen=True)
class Task:
    """A question; the links that lead on from the first page, or words to search; what answers it."""

    question: str
    way: tuple[str, ...] | str
    page: str
    answer: str


TASKS = [
    Task(
        "Ik ben al weken ziek en heb nog geen plan van aanpak: wat nu?",
        ("Vragen van werknemers", "Wanneer krijg ik het plan van aanpak?", "plan van aanpak"),
        "stappen/plan-van-aanpak",
        "Werkgever: maak het plan nu alsnog met de werknemer.",
    ),
    Task(
        "Mag mijn werkgever vragen wat ik heb?",
        ("Wat mag mijn werkgever vragen?",),
        "stappen/privacy-medisch",
        "Je werkgever mag niet vragen welke ziekte je hebt",
    ),
    Task(
        "Wij hebben nooit iets aan UWV gemeld en week 42 is voorbij",
        ("De ziekmelding bij UWV",),
        "stappen/melding-42-weken",
        "Werkgever: meld de ziekte vandaag nog.",
    ),
    Task(
        "Er is een brief van UWV gekomen",
        ("wat de brief betekent en wat je nu doet",),
        "brief-van-uwv",
        "Zoek eerst de datum in de brief.",
    ),
    Task(
        "Ik ben weer ziek, na drie weken beter",
        ("bijzondere situatie", "Weer ziek na herstel"),
        "situaties/weer-ziek",
        "Was je minder dan 4 weken helemaal hersteld? Dan telt de eerdere ziekte mee.",
    ),
    Task(
        "Ik ben zwanger",
        ("bijzondere situatie", "Zwanger of met verlof"),
        "stappen/zwangerschap-en-verlof",
        "Tijdens het verlof staat de telling stil.",
    ),
    Task(
        "Mijn contract loopt af",
        ("bijzondere situatie", "Contract eindigt"),
        "stappen/uitdiensttreding-ziek",
        "Stopt het contract tijdens ziekte, dan meldt de werkgever dat op de laatste dag aan UWV.",
    ),
    Task(
        "Hoeveel loon krijg ik in het tweede jaar?",
        ("Hoeveel loon krijg ik?",),
        "onderwerpen/loon",
        "Dan betaalt je werkgever meestal minstens 70% van je loon, 104 weken lang.",
    ),
    Task(
        "Mag ik ontslagen worden?",
        "ontslag",
        "stappen/ontslag-langdurig-ao",
        "Loopt het opzegverbod af, dan mag de werkgever UWV om toestemming vragen voor ontslag.",
    ),
    Task(
        "Mijn werkgever heeft geen bedrijfsarts",
        ("bijzondere situatie", "Geen bedrijfsarts"),
        "situaties/geen-bedrijfsarts",
        "Elke werkgever moet zich bij ziekte laten helpen door een bedrijfsarts of arbodienst.",
    ),
    Task(
        "Ik ben het oneens met de bedrijfsarts",
        ("Vragen van werknemers", "Deskundigenoordeel of second opinion?", "second opinion"),
        "stappen/second-opinion",
        "Dan mag hij een andere bedrijfsarts om een mening vragen.",
    ),
    Task(
        "Wij kregen een loonsanctie: hoe wordt die korter?",
        ("wat de brief betekent en wat je nu doet", "kortere loonsanctie vragen"),
        "stappen/bekorting-loonsanctie",
        "Heeft de werkgever hersteld wat er fout ging, dan mag hij UWV om een kortere loonsanctie",
    ),
]

IN_ENGLISH = [
    Task(
        "I have been sick for weeks and there is no plan of action: what now?",
        ("Questions from employees", "When do I get the plan of action?", "plan of action"),
        "en/stappen/plan-van-aanpak",
        "Employer: make the plan now with the employee.",
    ),
    Task(
        "May my employer ask what I have?",
        ("What may my employer ask?",),
        "en/stappen/privacy-medisch",
        "Your employer may not ask which illness you have",
    ),
    Task(
        "We never told UWV anything and week 42 has passed",
        ("The sick report to UWV",),
        "en/stappen/melding-42-weken",
        "Employer: report the sickness today.",
    ),
    Task(
        "A letter from UWV came",
        ("what the letter means and what to do now",),
        "en/brief-van-uwv",
        "First find the date in the letter.",
    ),
    Task(
        "I am sick again, after three weeks of being well",
        ("special situation", "Sick again after recovery"),
        "en/situaties/weer-ziek",
        "Were you fully recovered for less than 4 weeks? Then the earlier sickness counts too.",
    ),
    Task(
        "I am pregnant",
        ("special situation", "Pregnant or on leave"),
        "en/stappen/zwangerschap-en-verlof",
        "During leave the count stops.",
    ),
    Task(
        "My contract is ending",
        ("special situation", "Contract ends"),
        "en/stappen/uitdiensttreding-ziek",
        "If the contract ends during sickness, the employer reports it to UWV on the last day.",
    ),
    Task(
        "How much do I get in wages?",
        ("How much do I get in wages?",),
        "en/onderwerpen/loon",
        "Then your employer usually pays at least 70% of your wages, for 104 weeks.",
    ),
    Task(
        "Can I be dismissed?",
        "dismissal",
        "en/stappen/ontslag-langdurig-ao",
        "When the ban on dismissal is about to end, the employer may ask UWV for permission",
    ),
    Task(
        "My employer has no company doctor",
        ("special situation", "No company doctor"),
        "en/situaties/geen-bedrijfsarts",
        "every employer must get help from a company doctor",
    ),
    Task(
        "I disagree with the company doctor",
        ("Questions from employees", "Expert opinion or second opinion?", "second opinion"),
        "en/stappen/second-opinion",
        "The employee may ask another company doctor for a second opinion.",
    ),
    Task(
        "We got a wage sanction: how does it become shorter?",
        ("what the letter means and what to do now", "asking for a shorter wage sanction"),
        "en/stappen/bekorting-loonsanctie",
        "If the employer has put right what went wrong",
    ),
]


@pytest.fixture
def newcomer(page: Page, site_url: str) -> Visitor:
    """Somebody with a phone, on the first page; the clock goes on, as search needs."""
    page.set_viewport_size(PHONE)
    visitor = Visitor(page, Home(site_url, from_disk=False))
    visitor.opens("index", at=None)
    return visitor


@pytest.fixture
def stranger(newcomer: Visitor) -> Visitor:
    """The same, who goes on in English from there."""
    newcomer.page.get_by_role("banner").get_by_role("link", name="English").click()
    newcomer.language = "en"
    expect(newcomer.root).to_have_attribute("lang", "en")
    return newcomer


def address_of(visitor: Visitor, source: str) -> Pattern[str]:
    """A page, at any of its headings, also with the words that search marks in it."""
    return re.compile(rf"{re.escape(visitor.home.address(source))}([?#].*)?$")


def follows(visitor: Visitor, words: str) -> None:
    link = visitor.page.get_by_role("article").get_by_role("link", name=words, exact=True)
    link.first.click(timeout=PATIENCE)


def first_results(visitor: Visitor, words: str) -> Locator:
    """What the search shows first for words that are typed at once, and not letter by letter."""
    visitor.page.locator("header label[for=__search]").first.click()
    box = visitor.page.get_by_role("textbox", name=visitor.seen.search)
    box.fill(words)
    box.press("End")
    return visitor.page.locator(FIRST_RESULTS)


def finds(visitor: Visitor, words: str, source: str) -> Locator:
    address = visitor.home.address(source)
    found = first_results(visitor, words).and_(visitor.page.locator(f'[href^="{address}"]'))
    expect(found.first).to_be_visible(timeout=PATIENCE)
    return found.first


def goes(visitor: Visitor, task: Task) -> None:
    if isinstance(task.way, str):
        finds(visitor, task.way, task.page).click()
    else:
        assert len(task.way) <= FEW_LINKS
        for words in task.way:
            follows(visitor, words)


def finds_the_answer(visitor: Visitor, task: Task) -> None:
    goes(visitor, task)
    expect(visitor.page).to_have_url(address_of(visitor, task.page), timeout=PATIENCE)
    answer = visitor.page.get_by_role("article").get_by_text(task.answer).first
    expect(answer).to_be_visible()


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.question)
def test_a_newcomer_finds_the_answer(newcomer: Visitor, task: Task) -> None:
    finds_the_answer(newcomer, task)


@pytest.mark.parametrize("task", IN_ENGLISH, ids=lambda task: task.question)
def test_who_reads_english_finds_the_answer(stranger: Visitor, task: Task) -> None:
    finds_the_answer(stranger, task)


@pytest.mark.parametrize(
    ("words", "page_needed"),
    [
        ("ziek melden", "stappen/ziekmelding-werknemer"),
        ("ontslag", "stappen/ontslag-langdurig-ao"),
        ("loon", "onderwerpen/loon"),
        ("zwanger", "stappen/zwangerschap-en-verlof"),
        ("brief UWV", "brief-van-uwv"),
    ],
)
def test_an_everyday_word_finds_the_page_that_is_needed(
    newcomer: Visitor, words: str, page_needed: str
) -> None:
    finds(newcomer, words, page_needed)


@pytest.mark.parametrize(
    ("words", "page_needed"),
    [
        ("sick report", "en/stappen/ziekmelding-werknemer"),
        ("dismissal", "en/stappen/ontslag-langdurig-ao"),
        ("wages", "en/onderwerpen/loon"),
        ("pregnant", "en/stappen/zwangerschap-en-verlof"),
        ("letter UWV", "en/brief-van-uwv"),
    ],
)
def test_an_everyday_word_in_english_finds_the_page_that_is_needed(
    stranger: Visitor, words: str, page_needed: str
) -> None:
    finds(stranger, words, page_needed)


def test_a_page_that_is_far_down_is_not_found(newcomer: Visitor) -> None:
    results = first_results(newcomer, "ziek melden")
    expect(results).to_have_count(5, timeout=PATIENCE)
    expect(results.and_(newcomer.page.locator('[href*="toegankelijkheid"]'))).to_have_count(0)
