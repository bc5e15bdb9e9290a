"""The self-check as one list on a phone: short, asked and answered in place, and never late before somebody said so."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from poortwachter.i18n import DUTCH, written
from poortwachter.law import load
from poortwachter.selfcheck import ROLES
from tests.pages.visitor import PATIENCE, Visitor

PHONE = ViewportSize(width=390, height=844)
HIGHEST = 3_800
HIGHEST_WHEN_EMPTY = 1_700
MOST_PAGES = 3
MOST_TAPS = 12
# What a screen rounds.
A_PIXEL = 1

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# Before this day the page tells that the clock may be wrong.
TODAY = date.fromisoformat(load().edition)
WEEKS = (3, 8, 30, 47, 60, 90, 103, 110)
ASKING = 60
TOO_LATE = re.compile(r"te laat|later dan|boete|verlopen|verzuimd", re.IGNORECASE)
FIRST_TO_DO = "[data-section=ask] .pw-step:visible, [data-section=now] .pw-step:visible"
HEIGHT = "document.documentElement.scrollHeight"

WAITS_FOR_LAYOUT = "() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))"
COUNTS_TAPS = "globalThis.taps = 0; addEventListener('pointerdown', () => taps++, true)"

# All that is seen, in the order of the page, and what is there to be heard only.
SEEN = "document.querySelector('.pw-selfcheck').innerText"
DRAWN = (
    """() => [...document.querySelectorAll(".pw-line")].map((each) => each.textContent).join()"""
)
HEARD = """() => [...document.querySelectorAll("[role=status], [role=alert], [aria-live]")]
    .map((each) => each.innerText).join()"""
# Also what comes and goes: each text that a region ever held.
LISTENS = """() => {
    globalThis.heard = [];
    const all = { childList: true, characterData: true, subtree: true };
    for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]"))
        new MutationObserver(() => heard.push(region.innerText)).observe(region, all);
}"""
# Whoever waits for longer than this waits for ever.
NO_PATIENCE = """() => {
    const wait = setTimeout;
    globalThis.setTimeout = (act, time = 0, ...more) => (time < 100 ? wait(act, time, ...more) : 0);
}"""


@pytest.fixture
def phone(online: Visitor) -> Visitor:
    online.page.set_viewport_size(PHONE)
    online.page.emulate_media(reduced_motion="reduce")
    return online


def first_day(week: int) -> date:
    """The first sick day when today is the last day of this week."""
    return TODAY - timedelta(weeks=week, days=-1)


def opens_today(visitor: Visitor) -> None:
    visitor.opens(at=datetime.combine(TODAY, time(12), AMSTERDAM))


def asks_in_week(visitor: Visitor, week: int, role: str = "") -> None:
    """Fills in nothing but a first sick day so many weeks ago, and who it is; asks for the list."""
    if not visitor.requests:
        opens_today(visitor)
    if role:
        visitor.opens_question()
        visitor.page.locator(f"[name=role][value={role}]").check()
    first = first_day(week)
    visitor.types_first_sick_day(str(first.day), str(first.month), str(first.year))
    visitor.asks()
    visitor.sees_given(written(first, DUTCH))
    expect(visitor.answer).to_be_focused()
    visitor.page.evaluate(WAITS_FOR_LAYOUT)


def section_of(visitor: Visitor, name: str) -> str | None:
    return (
        visitor.asked(name)
        .locator("xpath=ancestor::*[@data-section]")
        .get_attribute("data-section")
    )


def top(place: Locator) -> float:
    """How far from the top of the screen."""
    box = place.bounding_box()
    assert box
    return box["y"]


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


in_every_role = pytest.mark.parametrize("role", sorted(ROLES))


@in_every_role
def test_the_answer_to_a_first_day_is_short_on_a_phone_and_on_paper(
    phone: Visitor, role: str
) -> None:
    too_much = {}
    for week in WEEKS:
        asks_in_week(phone, week, role)
        first = phone.page.locator(FIRST_TO_DO).first.bounding_box()
        assert first
        assert first["y"] >= 0
        end, whole = first["y"] + first["height"], phone.page.evaluate(HEIGHT)
        sheets = pages_of(phone.page.pdf(format="A4"))
        if end > PHONE["height"] or whole > HIGHEST or sheets > MOST_PAGES:
            too_much[week] = f"first to {end} px, whole {whole} px, {sheets} pages"
    assert too_much == {}


def test_the_empty_page_is_short_and_asks_one_thing(phone: Visitor) -> None:
    opens_today(phone)
    phone.sees_engine("ready")
    assert phone.page.evaluate(HEIGHT) <= HIGHEST_WHEN_EMPTY
    expect(phone.page.locator("[data-slot=checklist] > summary")).to_be_visible()
    button = phone.page.get_by_role("button", name="Toon mijn overzicht")
    expect(button).to_be_visible()
    expect(phone.page.locator(".pw-selfcheck .pw-button:visible")).to_have_count(1)


def test_pages_on_paper_are_counted() -> None:
    assert pages_of(b"<</Type /Pages/Kids[]>> <</Type /Page\n/Parent>> <</Type/Page>>") == 2


@in_every_role
def test_nothing_that_was_not_told_is_called_late_on_screen_on_paper_or_aloud(
    phone: Visitor, role: str
) -> None:
    opens_today(phone)
    page = phone.page
    page.evaluate(LISTENS)
    page.evaluate("delete Navigator.prototype.clipboard")
    for week in (8, 47, 60, 103, 110):
        asks_in_week(phone, week, role)
        page.locator(".pw-picture, .pw-table, .pw-fold, .pw-notices").evaluate_all(
            "(all) => all.forEach((each) => { each.open = true })"
        )
        told = [page.evaluate(each) for each in (SEEN, DRAWN, HEARD)] + page.evaluate("heard")
        phone.presses("Kopieer")
        copied = page.locator("#met-de-hand")
        expect(copied).to_have_value(re.compile("Stand op|stand op"), timeout=PATIENCE)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        told += [copied.input_value(), page.evaluate(SEEN)]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        assert all(len(each) > 50 for each in (*told[:3], *told[-2:]))
        assert [found for each in told for found in TOO_LATE.findall(without_names(each))] == []


def without_names(text: str) -> str:
    """Without what rules are called: one of them is the fine."""
    for rule in load().rules.values():
        text = text.replace(rule.words[DUTCH].name, "")
    return text


def test_it_is_called_late_once_somebody_said_no_and_only_there(phone: Visitor) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    phone.says("melding-42-weken", "Nee")
    row = phone.card("melding-42-weken").first
    expect(row.locator("[data-slot=standing]")).to_contain_text("dagen te laat", timeout=PATIENCE)
    expect(row.locator("[data-slot=late]")).to_be_visible()
    others = phone.page.locator(".pw-step:visible:not([data-obligation=melding-42-weken])")
    assert [each for each in others.all_inner_texts() if TOO_LATE.search(without_names(each))] == []


def test_what_the_visitor_does_not_know_is_not_called_late(phone: Visitor) -> None:
    asks_in_week(phone, ASKING, "werknemer")
    phone.says("melding-42-weken", "Weet ik niet")
    said = phone.page.locator("[data-slot=said]")
    expect(said).to_contain_text("Ziekmelding bij UWV", timeout=PATIENCE)
    assert not TOO_LATE.search(without_names(phone.page.evaluate(SEEN)))
    assert not TOO_LATE.search(without_names(said.inner_text()))


def test_who_did_all_in_time_is_done_in_a_few_taps_and_one_typed_date(phone: Visitor) -> None:
    first = first_day(30)
    opens_today(phone)
    phone.sees_engine("ready")
    page = phone.page
    page.evaluate(COUNTS_TAPS)
    page.get_by_text("Mijn werknemer is ziek (werkgever)").click()
    day = phone.date_fields("Eerste ziektedag").get_by_label("Dag", exact=True)
    day.click()
    page.keyboard.type(str(first.day))
    for part in (first.month, first.year):
        page.keyboard.press("Tab")
        page.keyboard.type(str(part))
    phone.asks()
    phone.sees_answer("Week 30")
    phone.presses("Alles gedaan")
    expect(phone.answer).not_to_contain_text("in te vullen", timeout=PATIENCE)
    assert 3 <= page.evaluate("taps") <= MOST_TAPS
    asked = page.locator("[data-section=ask] .pw-step[data-asked]:visible")
    assert asked.count() > 3
    for row in asked.all():
        assert row.get_attribute("data-status") == "done"
        assert row.get_attribute("data-told") == "true"
    assert not TOO_LATE.search(without_names(page.evaluate(SEEN)))


def test_a_choice_is_answered_without_a_pause_and_what_is_typed_is_not(phone: Visitor) -> None:
    asks_in_week(phone, 8, "werkgever")
    phone.page.evaluate(NO_PATIENCE)
    phone.says("plan-van-aanpak", "Ja")
    row = phone.card("plan-van-aanpak").first
    expect(row).to_have_attribute("data-status", "done", timeout=PATIENCE)
    first = first_day(3)
    phone.types_first_sick_day(str(first.day), str(first.month), str(first.year))
    phone.says("plan-van-aanpak", "Nee")
    expect(phone.answer).to_contain_text("Week 3", timeout=PATIENCE)


def test_one_by_one_takes_no_more_taps_than_there_are_questions(phone: Visitor) -> None:
    asks_in_week(phone, 30, "werkgever")
    phone.page.evaluate(COUNTS_TAPS)
    for asked in phone.page.locator("[data-section=ask] .pw-step[data-asked]:visible").all():
        asked.get_by_role("radio", name="Ja", exact=True).check()
    expect(phone.answer).not_to_contain_text("in te vullen", timeout=PATIENCE)
    assert phone.page.evaluate("taps") <= MOST_TAPS - 4


def places(visitor: Visitor, rows: list[Locator]) -> list[float]:
    visitor.page.evaluate(WAITS_FOR_LAYOUT)
    return [top(row) for row in rows]


@pytest.mark.parametrize("choice", ["Ja", "Nee", "Weet ik niet"])
@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_row_that_is_answered_stays_under_the_finger_and_says_how_it_stands(
    phone: Visitor, choice: str, number: int
) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    page = phone.page
    asked = page.locator("[data-section=ask] .pw-step[data-asked]:visible").all()[number]
    name = str(asked.get_attribute("data-obligation"))
    row = page.locator(f"li[data-obligation={name}].pw-step")
    radio = phone.asked(name).get_by_role("radio", name=choice, exact=True)
    row.evaluate("(row) => row.scrollIntoView({ block: 'center' })")
    row_before, radio_before = places(phone, [row, radio])
    radio.check()
    label = load().actionable[name].words[DUTCH].name
    said = page.locator("[data-slot=said]")
    expect(said).to_have_text(re.compile(rf"^{re.escape(label)}: \S"), timeout=PATIENCE)
    expect(said).to_have_role("status")
    row_after, radio_after = places(phone, [row, radio])
    assert radio_after == pytest.approx(radio_before, abs=A_PIXEL)
    # How it stands may take one more line above the choices.
    assert row_after == pytest.approx(row_before, abs=A_PIXEL)
    expect(radio).to_be_focused()
    expect(radio).to_be_checked()
    assert section_of(phone, name) == "ask"
    expect(row).to_have_attribute("data-told", "true")


def test_what_was_answered_goes_to_its_place_once_the_list_is_asked_anew(phone: Visitor) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    phone.says("probleemanalyse", "Ja")
    phone.sees_status("probleemanalyse", "done")
    assert section_of(phone, "probleemanalyse") == "ask"
    phone.asks()
    done = phone.page.locator("[data-section=done]")
    expect(done.locator("[data-done=probleemanalyse]")).to_have_count(1, timeout=PATIENCE)


def test_all_that_is_asked_is_answered_by_one_button_that_keeps_what_was_said(
    phone: Visitor,
) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    phone.says("melding-42-weken", "Nee")
    phone.sees_status("melding-42-weken", "overdue")
    button = phone.page.get_by_role("button", name="Alles gedaan", exact=True)
    before = top(button)
    button.click()
    expect(phone.answer).not_to_contain_text("in te vullen", timeout=PATIENCE)
    assert places(phone, [button]) == pytest.approx([before], abs=A_PIXEL)
    expect(button).to_be_focused()
    phone.sees_status("melding-42-weken", "overdue")
    expect(phone.asked("melding-42-weken").get_by_role("radio", name="Nee")).to_be_checked()
    yes = phone.page.locator("[data-section=ask] .pw-step[data-asked]:visible [value=yes]:checked")
    assert yes.count() == phone.page.locator("[data-section=ask] [data-asked]:visible").count() - 1


def test_arrows_walk_through_the_choices_and_the_focus_stays(phone: Visitor) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    choices = phone.asked("melding-42-weken")
    choices.get_by_role("radio", name="Ja", exact=True).focus()
    phone.page.keyboard.press("Space")
    for key, choice, status in (
        ("ArrowRight", "Nee", "overdue"),
        ("ArrowRight", "Weet ik niet", "unknown"),
        ("ArrowLeft", "Nee", "overdue"),
        ("ArrowLeft", "Ja", "done"),
    ):
        phone.page.keyboard.press(key)
        phone.sees_status("melding-42-weken", status)
        radio = choices.get_by_role("radio", name=choice, exact=True)
        expect(radio).to_be_focused()
        expect(radio).to_be_checked()


def test_a_day_may_stay_empty_and_counts_once_it_is_typed(phone: Visitor) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    phone.says("probleemanalyse", "Ja")
    phone.sees_status("probleemanalyse", "done")
    expect(phone.page.locator("[data-slot=stale]")).to_be_hidden()
    first = first_day(ASKING)
    late = first + timedelta(days=50)
    phone.has_done("probleemanalyse", (str(late.day), str(late.month), str(late.year)))
    phone.sees_status("probleemanalyse", "done_late")
    expect(phone.card("probleemanalyse")).to_contain_text("8 dagen te laat")


STEPS = """() => [
    ...document.querySelectorAll("[data-slot=result] [data-obligation]:not([hidden])"),
].map((each) => ({
    key: [each.dataset.obligation, each.dataset.n ?? ""].join(" "),
    status: each.dataset.status, told: each.dataset.told,
}))"""


@in_every_role
def test_each_step_stands_in_the_answer_once_with_how_it_stands(phone: Visitor, role: str) -> None:
    for week in (8, 60, 110):
        asks_in_week(phone, week, role)
        steps: list[dict[str, Any]] = phone.page.evaluate(STEPS)
        keys = [each["key"] for each in steps]
        assert len(keys) > 30
        assert len(keys) == len({*keys})
        assert [each for each in steps if not each["status"] or each["told"] != "false"] == []


def test_what_is_asked_is_a_group_with_the_name_of_the_step_and_three_choices(
    phone: Visitor,
) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    rows = phone.page.locator("[data-section=ask] .pw-step[data-asked]:visible").all()
    assert len(rows) > 2
    for row in rows:
        name = load().actionable[str(row.get_attribute("data-obligation"))].words[DUTCH].name
        group = row.get_by_role("group", name=name, exact=True)
        choices = group.get_by_role("radio")
        expect(choices).to_have_count(3)
        for number, choice in enumerate(("Ja", "Nee", "Weet ik niet")):
            expect(choices.nth(number)).to_have_accessible_name(choice)
            expect(choices.nth(number)).to_be_visible()


def test_what_cannot_have_been_done_yet_is_not_asked(phone: Visitor) -> None:
    asks_in_week(phone, 3, "werkgever")
    for name in ("eerstejaarsevaluatie", "wia-aanvraag", "reintegratieverslag"):
        expect(phone.asked(name)).to_be_hidden()
    expect(phone.asked("ziekmelding-werknemer")).to_be_hidden()


def test_a_reload_continues_where_the_visitor_was(phone: Visitor) -> None:
    asks_in_week(phone, ASKING, "werkgever")
    phone.says("melding-42-weken", "Nee")
    phone.sees_status("melding-42-weken", "overdue")
    phone.page.reload(wait_until="domcontentloaded")
    phone.sees_given(written(first_day(ASKING), DUTCH))
    phone.sees_status("melding-42-weken", "overdue")
    expect(phone.asked("melding-42-weken").get_by_role("radio", name="Nee")).to_be_checked()
