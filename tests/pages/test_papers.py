"""Letters and sheets: made in the page, changed, taken along, and kept nowhere."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.pages.adviser import Adviser
from tests.pages.test_nothing_leaves import NOTHING, STORED
from tests.pages.test_taking_along import PRINTED
from tests.pages.test_wipe import is_wiped
from tests.pages.visitor import NOON, PATIENCE, Visitor
from tests.thorough import also_from_disk

LETTER = "vraag-plan-van-aanpak"
SHEET = "contactlog"
CASE = '{"first_sick_day": "2026-06-15", "done": {"plan-van-aanpak": null}}'
OWN = "Geachte mevrouw De Vries-7f3,"

TWO_CASES = "ref;eerste ziektedag;plan van aanpak\nA;2026-06-15;nee\nB;2026-06-15;nee\n"


def misses_the_plan(visitor: Visitor, source: str = "zelfcheck") -> None:
    """An employee whose plan was due on 3 August, and was not made."""
    visitor.opens(source)
    visitor.is_in_role("werknemer")
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.says("plan-van-aanpak", "Nee")
    visitor.sees_status("plan-van-aanpak", "overdue")


def in_the_list(visitor: Visitor, name: str) -> Locator:
    return visitor.page.locator(f'[data-paper="{name}"]')


def opens_a_paper(visitor: Visitor, name: str = LETTER) -> None:
    visitor.unfolds_at(visitor.page.locator('[data-slot="papers"]'))
    in_the_list(visitor, name).get_by_role("button").first.click()
    expect(visitor.page.locator("#brief-naam")).to_be_focused(timeout=PATIENCE)


def opens_the_letter_at_its_step(visitor: Visitor) -> None:
    at_step = visitor.card("plan-van-aanpak").locator(".pw-step__papers")
    at_step.locator("> summary").click()
    at_step.get_by_role("button", name="Ik mis het plan van aanpak").click()
    expect(visitor.page.locator("#brief-naam")).to_be_focused(timeout=PATIENCE)


def text_of(visitor: Visitor) -> Locator:
    return visitor.page.get_by_label("Tekst van de brief")


def changes_the_letter(visitor: Visitor) -> str:
    changed = text_of(visitor).input_value().replace("Beste [naam],", OWN)
    text_of(visitor).fill(changed)
    assert OWN in changed
    return changed


def sees_gone(visitor: Visitor) -> None:
    """No trace of what was written, also not in what cannot be seen."""
    fields = visitor.page.locator("textarea, input")
    values = fields.evaluate_all("(all) => all.map(({ value }) => value).join()")
    assert OWN not in values + visitor.page.content()
    assert OWN not in visitor.page.evaluate("JSON.stringify([history.state, location.href])")


@also_from_disk
def test_a_letter_is_made_and_saved_without_a_request_and_kept_nowhere(visitor: Visitor) -> None:
    misses_the_plan(visitor)
    before = len(visitor.requests)
    opens_the_letter_at_its_step(visitor)
    changes_the_letter(visitor)
    with visitor.page.expect_download():
        visitor.presses("Bestand voor Word")
    # The file is a blob of the page itself.
    assert [url for url in visitor.requests[before:] if not url.startswith("blob:")] == []
    assert visitor.page.evaluate(STORED) == NOTHING
    visitor.presses("Sluit")
    visitor.page.reload()
    visitor.sees_answer()
    sees_gone(visitor)


@also_from_disk
def test_the_file_is_to_the_byte_that_of_the_command(visitor: Visitor, tmp_path: Path) -> None:
    misses_the_plan(visitor)
    opens_a_paper(visitor)
    with visitor.page.expect_download() as download:
        visitor.presses("Bestand voor Word")
    expect(visitor.page.get_by_text(f"‘{download.value.suggested_filename}’")).to_be_visible()
    given = tmp_path / "case.json"
    given.write_text(CASE, encoding="utf-8")
    asked = ["paper", LETTER, str(given), "--on", f"{NOON:%F}", "--format", "docx"]
    made = subprocess.run(
        [sys.executable, "-m", "poortwachter", *asked], capture_output=True, check=True
    )
    assert Path(download.value.path()).read_bytes() == made.stdout


def test_a_keyboard_is_enough_from_the_first_day_to_a_file(online: Visitor) -> None:
    page = online.page
    online.opens()
    online.sees_engine("ready")
    page.locator("[id='first_sick_day.day']").focus()
    for typed in ("15", "6", "2026"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.locator("[id='first_sick_day.year']").focus()
    page.keyboard.press("Enter")
    expect(online.answer).to_be_focused(timeout=PATIENCE)
    page.locator("[data-slot=papers] > summary").focus()
    page.keyboard.press("Enter")
    first = page.locator("[data-slot=papers] button:visible").first
    tabs_to(online, first)
    page.keyboard.press("Enter")
    expect(page.locator("#brief-naam")).to_be_focused(timeout=PATIENCE)
    expect(first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(text_of(online)).to_be_focused()
    page.keyboard.press("Tab")
    with page.expect_download():
        page.keyboard.press("Enter")
    tabs_to(online, page.get_by_role("button", name="Sluit", exact=True))
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-expanded", "false")


def tabs_to(visitor: Visitor, place: Locator) -> None:
    for _ in range(5):
        if place.evaluate("(place) => place === document.activeElement"):
            return
        visitor.page.keyboard.press("Tab")
    expect(place).to_be_focused()


def test_what_is_not_offered_can_be_reached_and_says_why(online: Visitor) -> None:
    misses_the_plan(online)
    online.says("plan-van-aanpak", "Ja")
    online.sees_status("plan-van-aanpak", "done")
    online.unfolds_at(online.page.locator('[data-slot="papers"]'))
    button = in_the_list(online, LETTER).get_by_role("button")
    expect(button).to_be_disabled()
    expect(button).to_have_accessible_description(re.compile("klaar is: het plan van aanpak"))
    button.focus()
    expect(button).to_be_focused()
    online.page.keyboard.press("Enter")
    opens_a_paper(online, SHEET)
    online.unfolds_at(online.card("plan-van-aanpak").locator(".pw-step__more"))
    at_step = online.card("plan-van-aanpak").locator(f'[data-id="{LETTER}"]')
    expect(at_step).to_be_hidden()


def test_what_was_changed_is_there_when_it_is_opened_again(online: Visitor) -> None:
    misses_the_plan(online)
    opens_the_letter_at_its_step(online)
    changed = changes_the_letter(online)
    opens_a_paper(online, SHEET)
    expect(text_of(online)).not_to_have_value(changed)
    online.presses("Sluit")
    opens_a_paper(online)
    expect(text_of(online)).to_have_value(changed)
    online.wipes()
    is_wiped(online.page)
    sees_gone(online)


def test_a_letter_tells_when_it_would_be_another_one_now(online: Visitor) -> None:
    misses_the_plan(online)
    opens_a_paper(online)
    changed = changes_the_letter(online)
    old = online.page.get_by_text("Je antwoorden zijn veranderd.")
    # Another step than that of the letter.
    online.says("probleemanalyse", "Nee")
    online.sees_status("probleemanalyse", "overdue")
    expect(old).to_be_hidden()
    online.types_first_sick_day("16", "6", "2026")
    expect(old).to_be_visible(timeout=PATIENCE)
    expect(text_of(online)).to_have_value(changed)
    online.presses("Maak de brief opnieuw")
    expect(text_of(online)).to_have_value(re.compile("ziek sinds 16 juni 2026"))
    expect(old).to_be_hidden()


def test_a_letter_that_became_wrong_stays_and_says_why(online: Visitor) -> None:
    misses_the_plan(online)
    opens_the_letter_at_its_step(online)
    changed = changes_the_letter(online)
    online.says("plan-van-aanpak", "Ja")
    why = online.page.locator('[data-slot="paper-wrong"]')
    expect(why).to_contain_text("klaar is: het plan van aanpak", timeout=PATIENCE)
    expect(text_of(online)).to_have_value(changed)
    online.presses("Sluit")
    expect(online.page.locator("#naam-plan-van-aanpak")).to_be_focused()


def test_no_letter_is_made_of_what_is_only_tried_out(online: Visitor) -> None:
    misses_the_plan(online)
    opens_the_letter_at_its_step(online)
    online.page.locator('[data-action="try"]').click()
    expect(online.page.locator('[data-slot="trial"]')).to_be_focused(timeout=PATIENCE)
    expect(online.page.locator('[data-slot="papers"]')).to_be_hidden()
    expect(text_of(online)).to_be_hidden()
    online.presses("Stop met proberen")
    expect(text_of(online)).to_be_visible()


def test_another_case_never_has_the_letter_of_the_one_before(online: Visitor) -> None:
    adviser = Adviser(online)
    adviser.opens()
    adviser.brings(TWO_CASES)
    adviser.opens_case("A")
    opens_a_paper(online)
    changed = changes_the_letter(online)
    adviser.goes_back()
    expect(adviser.list).to_be_visible(timeout=PATIENCE)
    sees_gone(online)
    adviser.opens_case("B")
    expect(text_of(online)).to_be_hidden()
    opens_a_paper(online)
    expect(text_of(online)).not_to_have_value(changed)


SEEN = "document.body.innerText.trim()"


def test_paper_holds_the_letter_and_nothing_else(visitor: Visitor) -> None:
    visitor.page.add_init_script("globalThis.print = () => {}")
    misses_the_plan(visitor)
    opens_a_paper(visitor)
    changes_the_letter(visitor)
    visitor.presses("Print deze brief")
    printed = visitor.page.locator(".pw-print")
    expect(printed).to_contain_text(OWN)
    pdf = visitor.page.pdf(format="A4")
    assert len(re.findall(rb"/MediaBox", pdf)) == 1
    expect(printed).to_be_empty()
    visitor.presses("Print deze brief")
    expect(printed).to_contain_text(OWN)
    visitor.page.set_viewport_size(PRINTED)
    visitor.page.emulate_media(media="print")
    seen = visitor.page.evaluate(SEEN)
    assert OWN in seen
    assert not any(word in seen for word in ("Zelfcheck", "Stand op", "Bestand voor Word"))
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    seen = visitor.page.evaluate(SEEN)
    assert "Stand op" in seen
    assert OWN not in seen


def test_the_letters_are_not_on_the_paper_of_the_check(online: Visitor) -> None:
    misses_the_plan(online)
    opens_the_letter_at_its_step(online)
    online.page.emulate_media(media="print")
    expect(text_of(online)).to_be_hidden()
    folds = online.page.locator('[data-slot="papers"], .pw-step__papers')
    expect(folds.filter(visible=True)).to_have_count(0)


def test_where_copying_is_not_allowed_the_letter_is_selected(online: Visitor) -> None:
    online.page.add_init_script("delete Navigator.prototype.clipboard")
    misses_the_plan(online)
    opens_a_paper(online)
    online.page.locator('[data-action="paper-copy"]').click()
    expect(text_of(online)).to_be_focused()
    expect(online.page.locator('[data-slot="paper-kept"]')).to_contain_text("kopieer hem zelf")
    selected = "(text) => text.value.slice(text.selectionStart, text.selectionEnd) === text.value"
    assert text_of(online).evaluate(selected)


def test_a_letter_is_made_in_a_frame_too(online: Visitor) -> None:
    misses_the_plan(online, "zelfcheck-inbouw")
    opens_a_paper(online)
    expect(text_of(online)).to_have_value(re.compile("plan van aanpak"))
