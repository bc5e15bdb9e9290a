"""Everything can be done with a keyboard alone, and is told to who listens: once, and in words."""

from typing import Literal

from playwright.sync_api import expect

from tests.pages.faults import ENGINE_FILE, is_cut_off
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk

FOCUSED = """() => {
    const { tagName, id, name, textContent } = document.activeElement;
    return id || name || `${tagName} ${textContent.trim().slice(0, 40)}`;
}"""

# How often the region speaks: once for each moment in which something in it changes.
LISTEN = """() => {
    globalThis.spoken = 0;
    const heard = { childList: true, characterData: true, subtree: true, attributeFilter: ["hidden"] };
    new MutationObserver(() => globalThis.spoken++)
        .observe(document.querySelector("[data-slot=answer]"), heard);
}"""


@also_from_disk
def test_a_keyboard_is_enough_from_the_first_question_to_the_answer(visitor: Visitor) -> None:
    visitor.opens()
    visitor.sees_engine("ready")
    page = visitor.page
    page.locator("[id='role.werknemer']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    for typed in ("15", "juni", "2026"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "SUMMARY Welke dag telt?"
    page.keyboard.press("Enter")
    expect(page.get_by_text("Naar huis gegaan tijdens het werk?")).to_be_visible()

    page.locator("[id='first_sick_day.year']").focus()
    page.keyboard.press("Enter")
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "SUMMARY Agenda"

    page.locator("#speelt-recoveries").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "recoveries[0].first_day.day"
    page.keyboard.type("1")
    page.keyboard.press("Tab")
    page.keyboard.type("september")
    page.keyboard.press("Enter")
    expect(visitor.errors).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "recoveries[0].first_day.year"
    page.keyboard.type("2026")
    for typed in ("7", "9", "2026"):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    expect(visitor.errors).to_be_hidden()


def test_a_keyboard_is_enough_to_answer_in_the_list(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.page.keyboard.press("Enter")
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    page = visitor.page
    page.locator("[data-action=all-done]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "naam-probleemanalyse"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "done.probleemanalyse.yes"
    page.keyboard.press("Space")
    visitor.sees_status("probleemanalyse", "done")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "SUMMARY Op welke dag? (mag leeg)"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "done.probleemanalyse.day"
    for typed in ("6", "1", "2026"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    expect(visitor.card("probleemanalyse")).to_contain_text(
        "Gedaan op 6 januari 2026", timeout=PATIENCE
    )


def presses_at(visitor: Visitor, place: str, key: str) -> None:
    visitor.page.locator(place).focus()
    visitor.page.keyboard.press(key)


def test_a_keyboard_is_enough_for_what_the_answer_offers(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.page.keyboard.press("Enter")
    visitor.sees_answer()
    presses_at(visitor, ".pw-picture > summary", "Enter")
    presses_at(visitor, ".pw-table summary", "Enter")
    expect(visitor.page.locator(".pw-table table")).to_be_visible()
    presses_at(visitor, "#naam-plan-van-aanpak", "Space")
    expect(
        visitor.page.locator("[data-obligation=plan-van-aanpak] [data-slot=trace]")
    ).to_be_visible()

    presses_at(visitor, "[data-slot=link] > summary", "Enter")
    preview = visitor.page.locator("[data-slot=link-answers] dd")
    expect(preview).to_have_text(["5 januari 2026"])
    for _ in range(2):
        visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate(FOCUSED) == "link-first_sick_day"
    visitor.page.keyboard.press("Space")
    expect(preview).to_have_count(0)
    presses_at(visitor, ".pw-tools summary >> text=Bewaar", "Enter")
    with visitor.page.expect_download():
        presses_at(visitor, '[data-action="file"]', "Enter")
    presses_at(visitor, ".pw-tools > details:last-of-type > summary", "Enter")
    presses_at(visitor, '.pw-keep [data-action="wipe"]', "Enter")
    expect(visitor.page.get_by_text("Alles is gewist.")).to_be_focused(timeout=PATIENCE)


def test_a_second_attempt_by_keyboard_does_not_lose_its_place(visitor: Visitor) -> None:
    visitor.page.route(ENGINE_FILE, is_cut_off)
    visitor.opens()
    visitor.sees_engine("failed")
    presses_at(visitor, '[data-slot=failure] [data-action="retry"]', "Enter")
    expect(visitor.page.get_by_role("button", name="Toon mijn overzicht")).to_be_focused()
    visitor.sees_engine("failed")


def test_the_answer_is_spoken_once(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.sees_engine("ready")
    visitor.page.evaluate(LISTEN)
    visitor.asks()
    visitor.sees_answer()
    assert visitor.page.evaluate("spoken") == 1

    visitor.asks()
    expect(visitor.answer).to_be_focused()
    visitor.page.wait_for_timeout(500)
    assert visitor.page.evaluate("spoken") == 1


def test_a_change_updates_the_answer_and_moves_nothing(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_given("15 juni 2026")
    visitor.opens_question()
    day = visitor.date_fields("Eerste ziektedag").get_by_label("Dag")
    day.focus()
    visitor.page.wait_for_timeout(300)
    before = visitor.page.evaluate("[scrollY, document.activeElement.getBoundingClientRect().top]")
    day.press("Control+a")
    visitor.page.keyboard.type("99")
    stale = visitor.page.get_by_text("Dit overzicht is van voor je laatste wijziging.")
    expect(stale).to_contain_text("99 juni 2026 bestaat niet.", timeout=PATIENCE)
    expect(visitor.errors).to_be_hidden()
    expect(day).to_be_focused()
    day.press("Control+a")
    visitor.page.keyboard.type("16")
    visitor.sees_given("16 juni 2026")
    expect(stale).to_be_hidden()
    expect(day).to_be_focused()
    after = visitor.page.evaluate("[scrollY, document.activeElement.getBoundingClientRect().top]")
    assert after == before


LINE = "Tijdlijn van 5 januari 2026 tot en met 5 januari 2028"

TREE: tuple[tuple[Literal["group", "region"], str, str], ...] = (
    (
        "group",
        "Wie ben je?",
        """
        - group "Wie ben je?":
          - paragraph:
            - radio "Ik ben ziek (werknemer)"
          - paragraph:
            - radio "Mijn werknemer is ziek (werkgever)"
          - paragraph:
            - radio "Ik help iemand, of geef advies"
        """,
    ),
    (
        "group",
        "Eerste ziektedag",
        """
        - group "Eerste ziektedag":
          - paragraph:
            - textbox "Dag": "5"
          - paragraph:
            - textbox "Maand": "1"
          - paragraph:
            - textbox "Jaar": "2026"
        """,
    ),
    (
        "region",
        "Jouw overzicht",
        """
        - region "Jouw overzicht":
          - heading "Week 46, dag 322 van 728" [level=2]
          - paragraph: /\\d+ nog in te vullen/
        """,
    ),
    (
        "group",
        "Plan van aanpak",
        """
        - group "Plan van aanpak":
          - radio "Ja" [checked]
          - radio "Nee"
          - radio "Weet ik niet"
        """,
    ),
    (
        "region",
        "Is dit al gedaan?",
        """
        - region "Is dit al gedaan?":
          - heading "Is dit al gedaan?" [level=2]
          - button "Alles gedaan"
          - list:
            - listitem:
              - group
              - paragraph
              - group "Melding bij de arbodienst of bedrijfsarts":
                - radio "Ja"
                - radio "Nee"
                - radio "Weet ik niet"
        """,
    ),
)

# What is folded has no name of its own but that in its summary.
PICTURE = f"""
- group:
  - heading "De tijd in beeld" [level=2]
  - img "{LINE}. Alle dagen staan in de tabel hieronder."
  - group:
    - table "{LINE}":
      - rowgroup:
        - row "Dag Wat Stand"
      - rowgroup:
        - row "10 februari 2026 Probleemanalyse Gedaan op 10 februari 2026"
"""
REPORT = """
- group:
  - list:
    - listitem: Vragen we hier niet De administratieve gegevens Werkgever
"""


def test_the_tree_of_a_screen_reader_holds_the_questions_and_the_answer(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.has_done("probleemanalyse", ("10", "2", "2026"))
    visitor.asks()
    visitor.sees_answer()
    visitor.says("plan-van-aanpak", "Ja")
    visitor.sees_status("plan-van-aanpak", "done")
    visitor.opens_question()
    for role, name, tree in TREE:
        found = visitor.page.get_by_role(role, name=name, exact=True)
        expect(found).to_match_aria_snapshot(tree)
    visitor.unfolds_at(visitor.page.locator(".pw-table"))
    picture = visitor.page.locator("[data-slot=picture]")
    expect(picture).to_match_aria_snapshot(PICTURE)


def test_a_name_in_the_table_leads_to_the_step_also_when_it_is_folded_away(
    visitor: Visitor,
) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.asks()
    visitor.sees_answer()
    visitor.unfolds_at(visitor.page.locator(".pw-table"))
    expect(visitor.page.locator("[data-section=later] > ul").first).to_be_hidden()
    visitor.page.locator(".pw-table a", has_text="WIA-aanvraag").click()
    expect(visitor.page.locator("#naam-wia-aanvraag")).to_be_focused()
    expect(visitor.card("wia-aanvraag").locator("[data-slot=due]")).to_be_visible()


def test_the_report_says_which_parts_are_there(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("10", "3", "2025")
    visitor.has_done("probleemanalyse", ("10", "4", "2025"))
    visitor.has_done("eindevaluatie", ("10", "11", "2026"))
    visitor.asks()
    visitor.sees_answer()
    parts = visitor.page.locator("[data-slot=report] [data-part]")
    expected = ["not_asked"] * 4 + ["there", "there", "not_told", "partly"] + ["not_told"] * 5
    assert [part.get_attribute("data-state") for part in parts.all()] == expected
    report = visitor.page.locator("[data-slot=report]")
    visitor.unfolds_at(report)
    expect(report).to_match_aria_snapshot(REPORT)
    expect(report).to_contain_text(
        "Het verslag moet uiterlijk op zondag 6 december 2026 klaar zijn."
    )
    expect(report).to_contain_text("2 van de 6 stukken zijn klaar.")
    expect(report).to_contain_text("De werknemer stuurt die zelf naar UWV.")
