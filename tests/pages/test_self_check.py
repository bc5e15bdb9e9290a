"""The self-check as a visitor uses it, from a server and from disk."""

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Route, expect

from poortwachter.law import load
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk

# Counted by hand from the contract: D+42, D+56, D+294, D+363, D+405, D+636 and D+650.
DATES = [
    (
        ("15", "6", "2026"),
        "15 juni 2026",
        {
            "probleemanalyse": "2026-07-27",
            "plan-van-aanpak": "2026-08-10",
            "melding-42-weken": "2027-04-05",
            "eerstejaarsevaluatie": "2027-06-13",
            "tweede-spoor": "2027-07-25",
            "reintegratieverslag": "2028-03-12",
            "wia-aanvraag": "2028-03-26",
        },
    ),
    (
        ("1", "4", "2026"),
        "1 april 2026",
        {
            "probleemanalyse": "2026-05-13",
            "plan-van-aanpak": "2026-05-27",
            "melding-42-weken": "2027-01-20",
            "eerstejaarsevaluatie": "2027-03-30",
            "tweede-spoor": "2027-05-11",
            "reintegratieverslag": "2027-12-28",
            "wia-aanvraag": "2028-01-11",
        },
    ),
    (
        ("29", "2", "2024"),
        "29 februari 2024",
        {
            "probleemanalyse": "2024-04-11",
            "plan-van-aanpak": "2024-04-25",
            "melding-42-weken": "2024-12-19",
            "eerstejaarsevaluatie": "2025-02-26",
            "tweede-spoor": "2025-04-09",
            "reintegratieverslag": "2025-11-26",
            "wia-aanvraag": "2025-12-10",
        },
    ),
]


@also_from_disk
def test_each_card_holds_the_date_of_the_law(visitor: Visitor) -> None:
    visitor.opens()
    for first_sick_day, written, expected in DATES:
        visitor.types_first_sick_day(*first_sick_day)
        visitor.asks()
        visitor.sees_given(written)
        visitor.sees_answer("Stand op 22 november 2026.")
        assert visitor.due(expected) == expected


def test_the_engine_makes_itself_ready_without_being_asked(visitor: Visitor) -> None:
    visitor.opens()
    visitor.sees_engine("ready")
    expect(visitor.answer).to_have_attribute("aria-live", "polite")


def test_today_is_the_day_where_the_visitor_is(visitor: Visitor) -> None:
    """Half past midnight in Amsterdam is still the day before elsewhere."""
    visitor.opens(at=datetime(2026, 11, 22, 0, 30, tzinfo=ZoneInfo("Europe/Amsterdam")))
    visitor.types_first_sick_day("22", "11", "2026")
    visitor.asks()
    visitor.sees_answer("Stand op 22 november 2026.")
    visitor.sees_answer("Week 1, dag 1 van 728")


def test_what_was_done_moves_what_follows(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.sees_status("probleemanalyse", "done")
    visitor.sees_due("plan-van-aanpak", "2026-08-03")

    visitor.types("Probleemanalyse, datum", ("5", "8", "2026"))
    visitor.sees_status("probleemanalyse", "done_late")
    visitor.sees_due("plan-van-aanpak", "2026-08-19")
    expect(visitor.card("probleemanalyse")).to_contain_text(
        "Gedaan op 5 augustus 2026, 9 dagen te laat"
    )


def test_a_forgotten_date_leaves_open_what_follows(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse")
    visitor.sees_status("probleemanalyse", "done")
    visitor.sees_status("plan-van-aanpak", "unknown")
    expect(visitor.card("plan-van-aanpak")).to_contain_text(
        "Hangt af van een dag die niet is ingevuld"
    )
    expect(visitor.card("plan-van-aanpak").locator("time")).to_be_hidden()


def test_a_recovery_of_27_days_joins_and_of_28_days_starts_anew(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.was_recovered(("2", "3", "2026"), ("28", "3", "2026"))
    visitor.sees_due("melding-42-weken", "2026-11-22")
    visitor.sees_due("probleemanalyse", "2026-02-16")
    visitor.sees_due("melding-42-weken", "2026-11-22")

    visitor.types("Laatste dag van het herstel (leeg: nog steeds hersteld)", ("29", "3", "2026"))
    visitor.sees_given("30 maart 2026")
    visitor.sees_due("probleemanalyse", "2026-05-11")
    visitor.sees_due("melding-42-weken", "2027-01-18")

    visitor.page.get_by_role("button", name="Haal deze periode weg").click()
    visitor.sees_given("5 januari 2026")
    visitor.sees_due("melding-42-weken", "2026-10-26")


def test_months_may_be_typed_as_people_write_them(visitor: Visitor) -> None:
    visitor.opens()
    for typed, written in [
        (("15", "juni", "2026"), "15 juni 2026"),
        (("1", "apr.", "2026"), "1 april 2026"),
        (("9", "mrt", "2026"), "9 maart 2026"),
        ((" 02 ", "SEP", "2026"), "2 september 2026"),
        (("3", "08", "2026"), "3 augustus 2026"),
    ]:
        visitor.types_first_sick_day(*typed)
        visitor.asks()
        visitor.sees_given(written)


def test_enter_answers_too(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.date_fields("Eerste ziektedag").get_by_label("Jaar").press("Enter")
    visitor.sees_due("probleemanalyse", "2026-07-27")


def answers_well(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()


def test_a_first_day_that_is_wrong_is_told_where_it_is_asked(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("31", "6", "2026")
    visitor.asks()
    expect(visitor.errors).to_be_focused(timeout=PATIENCE)
    expect(visitor.errors.get_by_role("link")).to_have_text(
        "Controleer de eerste ziektedag: 31 juni 2026 bestaat niet."
    )
    expect(visitor.answer.get_by_role("heading")).to_be_hidden()
    expect(visitor.page.locator("[data-slot=stale]")).to_be_hidden()


def test_wrong_dates_are_told_all_at_once(visitor: Visitor) -> None:
    answers_well(visitor)
    visitor.has_done("plan-van-aanpak", ("1", "1", "2027"))
    visitor.has_done("probleemanalyse", ("20", "jumi", "2026"))
    visitor.was_recovered(("1", "9", "26"), ("", "", ""))
    visitor.types_first_sick_day("31", "6", "2026")
    visitor.asks()

    expect(visitor.errors).to_be_focused(timeout=PATIENCE)
    expect(visitor.errors.get_by_role("link")).to_have_text(
        [
            "Controleer de eerste ziektedag: 31 juni 2026 bestaat niet.",
            "Vul bij de datum van de probleemanalyse een maand in, bijvoorbeeld 6 of juni.",
            "De datum van het plan van aanpak kan niet na vandaag liggen.",
            "Vul bij de eerste dag van het herstel het jaar in vier cijfers in, bijvoorbeeld 2026.",
        ]
    )
    expect(visitor.page).to_have_title("Fout: Zelfcheck - Poortwachterwijzer")
    expect(visitor.page.get_by_text(OLD)).to_be_visible()
    visitor.sees_given("15 juni 2026")


# The fields of the steps stand in the list, so the list stays, and says that it is an old one.
OLD = "Dit overzicht is van voor je laatste wijziging."


def test_each_error_leads_to_its_field(visitor: Visitor) -> None:
    answers_well(visitor)
    visitor.has_done("probleemanalyse", ("20", "7", "twee"))
    visitor.types_first_sick_day("15", "", "2026")
    visitor.asks()
    expect(visitor.errors).to_be_focused(timeout=PATIENCE)
    visitor.page.locator("details[open]").evaluate_all(FOLD)
    fields = [
        visitor.page.locator("[id='first_sick_day.month']"),
        visitor.page.locator("[id='done.probleemanalyse.year']"),
    ]
    for number, typed in enumerate(fields):
        expect(typed).to_be_hidden()
        link = visitor.errors.get_by_role("link").nth(number)
        link.click(timeout=PATIENCE)
        expect(typed).to_be_focused()
        expect(typed).to_be_in_viewport()
        expect(typed).to_have_attribute("aria-invalid", "true")
        expect(typed).to_have_accessible_description(link.inner_text())


FOLD = "(all) => all.forEach((each) => { each.open = false })"


def test_a_mistake_in_the_list_is_told_there_once_the_date_is_left(visitor: Visitor) -> None:
    answers_well(visitor)
    visitor.has_done("probleemanalyse", ("20", "", "2026"))
    day, month, _ = visitor.date_fields("Probleemanalyse, datum").get_by_role("textbox").all()
    note = visitor.page.get_by_role("status").filter(has_text=OLD)
    month.focus()
    month.press_sequentially("13")
    expect(note).to_contain_text("een maand", timeout=PATIENCE)
    expect(month).not_to_have_attribute("aria-invalid", "true")
    visitor.asked("probleemanalyse").get_by_role("radio", name="Ja").focus()
    expect(month).to_have_attribute("aria-invalid", "true")
    told = visitor.asked("probleemanalyse").locator(".pw-error").first
    expect(told).to_be_in_viewport()
    expect(note).to_be_in_viewport()
    expect(month).to_have_accessible_description(told.inner_text())

    visitor.page.evaluate("scrollTo(0, 0)")
    expect(note).to_be_in_viewport()
    note.get_by_role("link").click()
    expect(month).to_be_focused()
    expect(month).to_be_in_viewport()
    month.fill("7")
    visitor.sees_status("probleemanalyse", "done")
    expect(note).to_be_hidden()
    expect(visitor.page.locator("[aria-invalid], .pw-error")).to_have_count(0)
    expect(day).to_have_value("20")


def test_a_part_of_a_date_that_is_still_to_be_typed_is_no_mistake(visitor: Visitor) -> None:
    answers_well(visitor)
    visitor.has_done("probleemanalyse")
    visitor.sees_status("probleemanalyse", "done")
    visitor.unfolds_at(visitor.asked("probleemanalyse").locator("details"))
    day = visitor.date_fields("Probleemanalyse, datum").get_by_label("Dag")
    day.press_sequentially("20")
    visitor.page.wait_for_timeout(700)
    expect(visitor.page.locator("[data-slot=stale]")).to_be_hidden()
    visitor.asked("probleemanalyse").get_by_role("radio", name="Ja").focus()
    expect(visitor.page.locator("[data-slot=stale]")).to_contain_text(
        "ook de maand", timeout=PATIENCE
    )


def test_a_list_with_a_mistake_in_it_is_still_there_after_a_reload(visitor: Visitor) -> None:
    answers_well(visitor)
    visitor.has_done("probleemanalyse", ("31", "6", "2026"))
    expect(visitor.page.get_by_text(OLD)).to_be_visible(timeout=PATIENCE)
    visitor.page.reload()
    visitor.sees_given("15 juni 2026")
    expect(visitor.page.get_by_text(OLD)).to_contain_text("bestaat niet", timeout=PATIENCE)
    visitor.page.get_by_text(OLD).get_by_role("link").click()
    day = visitor.date_fields("Probleemanalyse, datum").get_by_label("Dag")
    expect(day).to_be_focused()
    expect(day).to_have_value("31")
    day.fill("30")
    visitor.sees_status("probleemanalyse", "done")


def test_a_mistake_loses_nothing_and_is_forgotten_once_mended(visitor: Visitor) -> None:
    answers_well(visitor)
    visitor.has_done("probleemanalyse", ("20", "juli", "2026"))
    visitor.types_first_sick_day("15", "13", "2026")
    visitor.asks()
    expect(visitor.errors).to_be_visible(timeout=PATIENCE)
    day, month, year = visitor.date_fields("Eerste ziektedag").get_by_role("textbox").all()
    expect(day).to_have_value("15")
    expect(month).to_have_value("13")
    expect(year).to_have_value("2026")
    done = visitor.date_fields("Probleemanalyse, datum")
    expect(done.get_by_label("Maand")).to_have_value("juli")

    month.fill("6")
    visitor.asks()
    visitor.sees_due("plan-van-aanpak", "2026-08-03")
    expect(visitor.errors).to_be_hidden()
    expect(visitor.page).to_have_title("Zelfcheck - Poortwachterwijzer")
    expect(visitor.page.locator("[aria-invalid], .pw-error")).to_have_count(0)


def test_what_recurs_is_one_row_that_holds_each_time(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("plan-van-aanpak", ("10", "8", "2026"))
    visitor.has_done("periodieke-evaluatie", ("14", "9", "2026"), ("26", "10", "2026"))
    cards = visitor.card("periodieke-evaluatie")
    expect(cards).to_have_count(15, timeout=PATIENCE)
    numbers = [int(card.get_attribute("data-n") or 0) for card in cards.all()]
    assert sorted(numbers) == list(range(1, 16))
    for number, status in ((1, "done"), (2, "done"), (3, "due")):
        each = visitor.page.locator(f"[data-obligation=periodieke-evaluatie][data-n='{number}']")
        expect(each).to_have_attribute("data-status", status, timeout=PATIENCE)
    rows = visitor.page.locator(".pw-step", has=visitor.page.locator("#naam-periodieke-evaluatie"))
    expect(rows).to_have_count(1)


def test_another_answer_leaves_nothing_of_the_one_before(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("29", "2", "2024")
    visitor.asks()
    visitor.sees_given("29 februari 2024")

    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_given("15 juni 2026")
    visitor.sees_due("wia-aanvraag", "2028-03-26")
    for name in load().actionable:
        expect(visitor.page.locator(f".pw-step[data-obligation={name}]")).to_have_count(1)
    for section in visitor.page.locator("[data-section]").all():
        found = section.locator(".pw-steps > .pw-step:not([hidden])").count()
        expect(section).to_be_visible(visible=bool(found))
        for count in section.locator("summary [data-slot=count]").all():
            expect(count).to_have_text(str(found))


def test_what_nobody_told_is_asked_and_not_called_late(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer("nog in te vullen")
    section = visitor.page.locator("[data-section=ask]")
    expect(section.get_by_role("heading", name="Is dit al gedaan?")).to_be_visible()
    expect(section.locator(".pw-step:visible .pw-step__late:visible")).to_have_count(0)
    card = visitor.card("probleemanalyse")
    expect(card).to_have_attribute("data-status", "overdue")
    expect(card).to_have_attribute("data-told", "false")
    for place in ("answer", "result"):
        shown = visitor.page.locator(f"[data-slot={place}]")
        expect(shown).not_to_contain_text("te laat", ignore_case=True, use_inner_text=True)
    for choice, status in (("Weet ik niet", "unknown"), ("Nee", "overdue")):
        visitor.says("probleemanalyse", choice)
        visitor.sees_status("probleemanalyse", status)
        expect(card).to_have_attribute("data-told", "true")


def test_what_was_not_done_says_so_where_it_stands_and_what_to_do_now(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.says("probleemanalyse", "Nee")
    visitor.sees_answer("1 te laat en 3 nog in te vullen.")
    visitor.sees_answer("Week 23, dag 161 van 728")
    card = visitor.card("probleemanalyse")
    expect(card).to_contain_text("118 dagen te laat")
    expect(card.locator("[data-slot=late]")).to_be_visible()
    visitor.asks()
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    first = visitor.page.locator("[data-section=ask] .pw-step").first
    expect(first).to_have_attribute("data-status", "overdue")
    visitor.unfolds_at(card.locator(".pw-step__more"))
    expect(card).to_contain_text("Uiterlijk maandag 27 juli 2026.")


def test_what_was_answered_in_place_stays_there_until_the_list_is_asked_again(
    visitor: Visitor,
) -> None:
    answers_well(visitor)
    visitor.says("probleemanalyse", "Ja")
    visitor.sees_status("probleemanalyse", "done")
    here = visitor.page.locator("[data-section=ask]").locator(visitor.card("probleemanalyse"))
    expect(here).to_be_visible()
    visitor.asks()
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    expect(here).to_have_count(0)
    done = visitor.page.locator("[data-section=done]").locator(visitor.card("probleemanalyse"))
    expect(done).to_have_count(1)


@also_from_disk
def test_a_question_asked_while_the_engine_loads_is_answered(visitor: Visitor) -> None:
    held: list[Route] = []
    large = "**/embedded.js" if visitor.home.from_disk else "**/memory.*.bin"

    def hold(route: Route) -> None:
        held.append(route)

    visitor.page.route(large, hold)
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    expect(visitor.page.get_by_text("De zelfcheck wordt klaargezet")).to_be_visible()
    visitor.sees_engine("loading")

    for route in held:
        route.continue_()
    visitor.sees_due("probleemanalyse", "2026-07-27")
    expect(visitor.page.get_by_text("De zelfcheck wordt klaargezet")).to_be_hidden()
