"""The list of cases: from a table to who must be called today, and out again."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Dialog, Error, expect

from macros.templating import LARGEST_TABLE_OF_A_PAGE
from poortwachter.caseload import ORDER
from tests.pages.adviser import Adviser
from tests.pages.idle import has_nothing_left_to_do
from tests.pages.test_accessibility import WIDER, pairwise_violations
from tests.pages.test_nothing_leaves import NOTHING, STORED
from tests.pages.visitor import NOON, PATIENCE, Visitor
from tests.thorough import also_from_disk

# On 22 November 2026. A: the plan was due on 3 August, and is said not to be done. B: the problem analysis was
# due on 12 August, and nobody says whether it was done. C: it is due on 2 December. D: later than in two weeks.
REPORTED = "ziekmelding-werknemer;melding-arbodienst;reintegratiedossier"
CASES = f"""ref;eerste ziektedag;{REPORTED};probleemanalyse;plan van aanpak
D;10-11-2026;ja;ja;ja;;
C;21 oktober 2026;ja;ja;ja;;
B;1/7/2026;ja;ja;ja;;
A;2026-06-15;ja;ja;ja;20-7-2026;nee
"""
WORST_FIRST = ["A", "C", "B", "D"]

OTHER = "ref;first_sick_day\nZ;15-6-2026\n"


def rows(count: int) -> str:
    return "ref,first_sick_day\n" + "".join(
        f"Dossier {n},2026-06-15\n" for n in range(1, count + 1)
    )


# Enough for several pieces.
MANY = rows(240)
# Enough to be still at it when somebody stops it, on any machine.
ENDLESS = rows(3_000)


@pytest.fixture
def adviser(visitor: Visitor) -> Adviser:
    return Adviser(visitor)


@also_from_disk
def test_from_the_example_to_who_must_be_called_today(adviser: Adviser) -> None:
    adviser.opens()
    adviser.tries_the_example()
    expect(adviser.rows.first).to_have_attribute("data-status", "late")
    adviser.filters("late").click()
    expect(adviser.rows).to_have_count(adviser.counts("late"))
    assert adviser.counts("late") > 0
    assert adviser.counts("soon") > 0
    assert sum(map(adviser.counts, ORDER)) == adviser.counts("") == 40


def test_the_worst_case_comes_first(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    assert adviser.refs == WORST_FIRST
    for ref, status in zip(WORST_FIRST, ("late", "soon", "to_fill_in", "calm"), strict=True):
        adviser.sees_status(ref, status)
    expect(adviser.row("A")).to_contain_text("Plan van aanpak")
    expect(adviser.row("A").locator("time")).to_have_attribute("datetime", "2026-08-03")


def test_the_list_has_the_order_of_the_engine(adviser: Adviser) -> None:
    adviser.opens()
    filters = adviser.page.locator("[data-filter]").all()
    assert [each.get_attribute("data-filter") for each in filters] == ["", *ORDER]
    adviser.tries_the_example()
    found = [str(row.get_attribute("data-status")) for row in adviser.rows.all()]
    assert len({*found}) > 2
    order: list[str] = [*ORDER]
    assert found == sorted(found, key=order.index)


def test_what_is_pasted_is_read_as_a_file_is(adviser: Adviser) -> None:
    adviser.opens()
    adviser.visitor.unfolds("Plak uit een spreadsheet")
    adviser.page.get_by_label("Kopieer je rijen").fill(CASES.replace(";", "\t"))
    adviser.visitor.presses("Maak mijn lijst")
    expect(adviser.rows).to_have_count(4, timeout=PATIENCE)
    assert adviser.refs == WORST_FIRST


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_label_is_read_in_whatever_way_it_was_written(adviser: Adviser, encoding: str) -> None:
    adviser.opens()
    adviser.brings("ref;first_sick_day\r\nCafé één;15-6-2026\r\n".encode(encoding))
    assert adviser.refs == ["Café één"]


def test_the_list_shows_what_is_asked_for(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.filters("soon").click()
    assert adviser.refs == ["C"]
    expect(adviser.filters("soon")).to_have_attribute("aria-pressed", "true")
    adviser.filters("").click()
    adviser.page.get_by_label("Zoek op label").fill("b")
    assert adviser.refs == ["B"]
    adviser.page.get_by_label("Zoek op label").fill("")
    heading = adviser.page.get_by_role("columnheader", name="Label")
    heading.get_by_role("button").click()
    assert adviser.refs == ["A", "B", "C", "D"]
    heading.get_by_role("button").click()
    assert adviser.refs == ["D", "C", "B", "A"]
    expect(heading).to_have_attribute("aria-sort", "descending")


def test_a_column_that_nobody_needs_is_refused_and_in_nothing_that_comes_out(
    adviser: Adviser, tmp_path: Path
) -> None:
    adviser.opens()
    adviser.brings("ref;eerste ziektedag;Naam;BSN\nA;15-6-2026;Jansen;111222333\n")
    adviser.visitor.unfolds("Zo lezen we je kolommen")
    for header, why in (("Naam", "lijkt een naam"), ("BSN", "lijkt een BSN")):
        row = adviser.page.get_by_role("row").filter(
            has=adviser.page.get_by_role("rowheader", name=header)
        )
        expect(row).to_contain_text(why)
        expect(row.get_by_role("combobox")).to_have_count(0)
    taken = adviser.reads("Dossiers als CSV", tmp_path) + adviser.reads("Lijst als CSV", tmp_path)
    shown = adviser.page.locator("html").inner_html()
    for never in ("Jansen", "111222333"):
        assert never not in taken + shown


def test_a_column_can_be_read_as_something_else(adviser: Adviser) -> None:
    adviser.opens()
    adviser.chooses(b"ref;begon op\nA;15-6-2026\n")
    refused = adviser.page.get_by_role("alert", name="Dit kunnen we niet lezen")
    expect(refused).to_be_focused(timeout=PATIENCE)
    adviser.page.get_by_role("combobox", name="begon op").select_option("Eerste ziektedag")
    expect(adviser.rows).to_have_count(1, timeout=PATIENCE)
    expect(refused).to_be_hidden()
    expect(adviser.page.get_by_role("combobox", name="begon op")).to_be_focused()


def test_a_row_with_a_mistake_is_told_and_the_others_are_answered(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES + "E;31-6-2026;;;;;\n")
    assert adviser.refs == WORST_FIRST
    adviser.visitor.unfolds("Fouten in rijen: 1")
    told = adviser.page.get_by_role("row").filter(
        has=adviser.page.get_by_role("rowheader", name="6")
    )
    expect(told).to_contain_text("Eerste ziektedag")
    expect(told).to_contain_text("31-6-2026")


def test_mistakes_that_are_unfolded_are_those_of_the_table_in_hand(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES + "E;31-6-2026;;;;;\n")
    adviser.visitor.unfolds("Fouten in rijen: 1")
    adviser.brings(OTHER + "F;30-2-2026\n")
    faults = adviser.page.locator('[data-slot="faults"] tbody')
    expect(faults).to_contain_text("30-2-2026", timeout=PATIENCE)
    expect(faults).not_to_contain_text("31-6-2026")


def test_a_column_that_is_chosen_goes_before_one_that_was_recognised(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings("ref;eerste ziektedag;anders\nA;15-6-2026;16-6-2026\n")
    columns = adviser.page.locator('[data-slot="columns"]')
    expect(columns).to_contain_text("2 van de 3 gelezen")
    other = adviser.page.get_by_role("combobox", name="anders")
    # Nothing tells why it is not read: this stands unfolded.
    expect(other).to_be_visible()
    other.select_option("Eerste ziektedag")
    expect(columns).to_contain_text("‘eerste ziektedag’ lezen we nu niet meer")
    expect(other).to_be_focused()
    former = adviser.page.get_by_role("combobox", name="eerste ziektedag")
    expect(former).to_have_value("", timeout=PATIENCE)
    expect(other).to_have_value("first_sick_day")
    adviser.opens_case("A")
    adviser.visitor.sees_given("16 juni 2026")


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02\xff" * 99, b"PK\x03\x04" + b"\x00" * 99, b"hallo"]
)
def test_what_is_no_table_is_refused_in_words(adviser: Adviser, content: bytes) -> None:
    adviser.opens()
    adviser.chooses(content)
    refused = adviser.page.get_by_role("alert", name="Dit kunnen we niet lezen")
    expect(refused).to_be_focused(timeout=PATIENCE)
    expect(refused.locator("li")).not_to_be_empty()
    expect(adviser.list).to_be_hidden()


@also_from_disk
def test_a_change_comes_back_into_the_list(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.visitor.sees_status("plan-van-aanpak", "overdue")
    adviser.visitor.says("plan-van-aanpak", "Ja")
    adviser.visitor.sees_status("plan-van-aanpak", "done")
    adviser.goes_back()
    adviser.sees_status("A", "calm")
    assert adviser.counts("late") == 0
    expect(adviser.row("A").get_by_role("button")).to_be_focused()
    adviser.opens_case("B")
    adviser.visitor.sees_given("1 juli 2026")


def test_the_way_back_of_the_browser_leads_to_the_list(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("B")
    adviser.page.go_back()
    expect(adviser.list).to_be_visible(timeout=PATIENCE)
    expect(adviser.row("B").get_by_role("button")).to_be_focused()
    adviser.sees_status("B", "to_fill_in")


def test_two_clicks_on_the_way_back_go_back_once(adviser: Adviser) -> None:
    adviser.visitor.opens("adviseurs")
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.visitor.says("plan-van-aanpak", "Ja")
    adviser.page.get_by_role("button", name="Terug naar de lijst").dblclick()
    adviser.sees_status("A", "calm")
    expect(adviser.list).to_be_visible()


def test_the_second_of_two_clicks_presses_nothing_that_the_first_brought_there(
    adviser: Adviser,
) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.goes_back()
    button = adviser.row("A").get_by_role("button")
    expect(button).to_be_visible(timeout=PATIENCE)
    button.dispatch_event("click", {"detail": 2})
    expect(adviser.list).to_be_visible()
    button.dispatch_event("click", {"detail": 1})
    expect(adviser.page.get_by_role("heading", name="A", exact=True)).to_be_visible()


def test_a_place_that_is_looked_up_in_a_case_does_not_close_it(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.page.evaluate("location.hash = 'meenemen'")
    case = adviser.page.get_by_role("heading", name="A", exact=True)
    expect(case).to_be_visible()
    adviser.page.go_back()
    expect(case).to_be_visible()
    adviser.page.go_forward()
    adviser.goes_back()
    expect(adviser.row("A").get_by_role("button")).to_be_focused(timeout=PATIENCE)


def test_who_opens_a_case_and_closes_it_changes_nothing(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    for ref in WORST_FIRST:
        adviser.opens_case(ref)
        adviser.goes_back()
        expect(adviser.list).to_be_visible(timeout=PATIENCE)
    adviser.chooses(OTHER.encode())
    expect(adviser.row("Z")).to_be_visible(timeout=PATIENCE)


def test_on_another_day_all_cases_are_answered_again(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.sees_status("D", "calm")
    expect(adviser.list).to_contain_text("22\u00a0nov\u00a02026")
    adviser.page.clock.set_fixed_time(NOON + timedelta(days=20))
    adviser.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    adviser.sees_status("D", "soon")
    expect(adviser.list).to_contain_text("12\u00a0dec\u00a02026")


def test_after_midnight_a_case_goes_back_into_the_list_of_the_new_day(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.visitor.says("plan-van-aanpak", "Ja")
    adviser.page.clock.set_fixed_time(NOON + timedelta(days=20))
    adviser.goes_back()
    adviser.sees_status("D", "soon")
    adviser.sees_status("A", "calm")
    expect(adviser.row("A").get_by_role("button")).to_be_focused()


def test_a_case_with_a_mistake_is_not_lost_without_a_word(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.visitor.types_first_sick_day("31", "6", "2026")
    adviser.goes_back()
    note = adviser.page.locator('[data-slot="case-stays"]')
    expect(note).to_be_visible(timeout=PATIENCE)
    adviser.visitor.types_first_sick_day("32", "6", "2026")
    expect(note).to_be_hidden()
    adviser.goes_back()
    expect(note).to_be_visible(timeout=PATIENCE)
    adviser.goes_back()
    expect(adviser.list).to_be_visible(timeout=PATIENCE)
    adviser.sees_status("A", "late")


def changes_a_case_and_answers(adviser: Adviser, how: Callable[[Dialog], None]) -> list[str]:
    """The kinds of question that the browser asks from here on, each answered in this way."""
    asked: list[str] = []

    def answers(dialog: Dialog) -> None:
        asked.append(dialog.type)
        how(dialog)

    adviser.page.on("dialog", answers)
    adviser.opens_case("A")
    adviser.visitor.says("plan-van-aanpak", "Ja")
    return asked


def test_what_no_file_has_yet_is_not_left_without_a_question(
    adviser: Adviser, tmp_path: Path
) -> None:
    adviser.opens()
    adviser.brings(CASES)
    asked = changes_a_case_and_answers(adviser, Dialog.accept)
    adviser.goes_back()
    adviser.sees_status("A", "calm")
    adviser.page.reload()
    assert asked == ["beforeunload"]
    adviser.brings(CASES)
    adviser.reads("Dossiers als CSV", tmp_path)
    adviser.page.reload()
    assert asked == ["beforeunload"]


def test_what_was_changed_in_a_case_that_is_open_is_not_left_without_a_question(
    adviser: Adviser,
) -> None:
    adviser.opens()
    adviser.brings(CASES)
    asked = changes_a_case_and_answers(adviser, Dialog.dismiss)
    with contextlib.suppress(Error):
        adviser.page.reload(timeout=1_000)
    assert asked == ["beforeunload"]
    expect(adviser.page.get_by_role("heading", name="A", exact=True)).to_be_visible()


def changes_a_case(adviser: Adviser) -> None:
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.visitor.says("plan-van-aanpak", "Ja")
    adviser.goes_back()
    adviser.sees_status("A", "calm")


def test_another_file_does_not_take_the_place_of_a_change_without_a_question(
    adviser: Adviser, tmp_path: Path
) -> None:
    adviser.opens()
    changes_a_case(adviser)
    adviser.chooses(OTHER.encode())
    question = adviser.page.get_by_role("group", name="Je veranderde iets", exact=False)
    expect(question).to_be_focused()
    adviser.visitor.presses("Laat het zo")
    expect(adviser.list).to_be_focused()
    assert adviser.refs == ["C", "B", "D", "A"]
    adviser.chooses(OTHER.encode())
    with adviser.page.expect_download() as download:
        question.get_by_role("button", name="Dossiers als CSV").click()
    download.value.save_as(tmp_path / "taken")
    assert "\r\nA;" in (tmp_path / "taken").read_text(encoding="utf-8-sig", newline="")
    adviser.visitor.presses("Ga door zonder")
    expect(adviser.row("Z")).to_be_visible(timeout=PATIENCE)
    expect(question).to_be_hidden()


def test_another_column_does_not_take_the_place_of_a_change_without_a_question(
    adviser: Adviser,
) -> None:
    adviser.opens()
    changes_a_case(adviser)
    adviser.visitor.unfolds("Zo lezen we je kolommen")
    column = adviser.page.get_by_role("combobox", name="plan van aanpak")
    column.select_option("")
    adviser.visitor.presses("Laat het zo")
    expect(column).to_be_focused()
    expect(column).to_have_value("plan-van-aanpak")
    adviser.sees_status("A", "calm")


def test_a_file_that_cannot_be_read_leaves_the_list_as_it_is(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.chooses(b"hallo")
    refused = adviser.page.get_by_role("alert", name="Dit kunnen we niet lezen")
    expect(refused).to_be_focused(timeout=PATIENCE)
    assert adviser.refs == WORST_FIRST
    adviser.opens_case("B")


def test_the_list_and_the_cases_come_out_as_csv(adviser: Adviser, tmp_path: Path) -> None:
    adviser.opens()
    adviser.brings(CASES.replace("D;", "=1+1;"))
    heading, *lines = adviser.reads_rows("Lijst als CSV", tmp_path)
    assert heading == ["ref", "week", "status", "next_step", "next_due", "who", "late", "not_told"]
    assert [line[0] for line in lines] == ["A", "C", "B", "'=1+1"]
    cases = adviser.reads("Dossiers als CSV", tmp_path)
    adviser.brings(cases)
    assert adviser.refs == ["A", "C", "B", "=1+1"]
    adviser.sees_status("A", "late")


@also_from_disk
def test_one_calendar_has_the_labels_of_all_cases(adviser: Adviser, tmp_path: Path) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.unfolds_tool("Agenda")
    text = adviser.reads("Zet de datums in mijn agenda", tmp_path)
    events = Calendar.from_ical(text).walk("VEVENT")
    titles = [str(each["SUMMARY"]) for each in events]
    assert all(any(title.startswith(ref) for title in titles) for ref in WORST_FIRST)
    assert len({str(each["UID"]) for each in events}) == len(events)
    assert not any("Plan van aanpak" in title for title in titles)


def test_a_link_of_a_case_opens_the_self_check(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.unfolds_tool("Link")
    link = adviser.page.get_by_label("De link", exact=True)
    expect(link).not_to_have_value("", timeout=PATIENCE)
    assert link.input_value().startswith(f"{adviser.visitor.home.address('zelfcheck')}#zaak=")


@also_from_disk
def test_a_link_for_each_case_opens_what_was_chosen_of_it(adviser: Adviser, tmp_path: Path) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.page.get_by_label("Zoek op label").fill("a")
    adviser.unfolds_tool("Links")
    _, (ref, bare) = adviser.reads_rows("Bewaar de links als CSV", tmp_path)
    adviser.page.get_by_label("Wat al klaar is", exact=True).filter(visible=True).check()
    _, (_, whole) = adviser.reads_rows("Bewaar de links als CSV", tmp_path)
    assert ref == "A"
    assert "2026-07-20" in whole
    assert "2026-07-20" not in bare
    assert bare.startswith(f"{adviser.visitor.home.address('zelfcheck')}#zaak=")
    adviser.page.goto(bare)
    expect(adviser.visitor.sender).to_contain_text("15 juni 2026", timeout=PATIENCE)


def test_many_cases_can_be_stopped_and_go_on(adviser: Adviser) -> None:
    adviser.opens()
    adviser.chooses(ENDLESS.encode())
    reading = adviser.page.locator('[data-slot="reading"]')
    expect(reading).to_contain_text("van de 3000 dossiers", timeout=PATIENCE)
    adviser.page.get_by_role("button", name="Stop", exact=True).click()
    stopped = adviser.page.locator('[data-slot="stopped"]')
    expect(stopped).to_contain_text("van de 3000 dossiers", timeout=PATIENCE)
    assert adviser.rows.count() < 3000
    adviser.visitor.presses("Ga verder")
    expect(adviser.filters("")).to_contain_text("3000", timeout=PATIENCE)
    expect(stopped).to_be_hidden()
    expect(adviser.rows).to_have_count(100)
    adviser.visitor.presses("Toon meer")
    expect(adviser.rows).to_have_count(200)
    adviser.page.get_by_label("Zoek op label").fill("Dossier 2999")
    assert adviser.refs == ["Dossier 2999"]


# Nothing comes between the clicks: whatever the engine was asked, it cannot have answered.
CLICKS = """(actions) => {
    for (const each of actions) document.querySelector(`[data-action="${each}"]`).click();
}"""


def test_a_table_that_is_stopped_while_it_is_read_waits_and_can_go_on(adviser: Adviser) -> None:
    adviser.opens()
    adviser.visitor.sees_engine("ready")
    adviser.visitor.unfolds("Plak uit een spreadsheet")
    adviser.page.get_by_label("Kopieer je rijen").fill(CASES)
    adviser.page.evaluate(CLICKS, ["read-pasted", "stop"])
    stopped = adviser.page.locator('[data-slot="stopped"]')
    expect(stopped).to_contain_text("je bestand is nog niet gelezen")
    expect(stopped).to_be_focused()
    expect(adviser.list).to_be_hidden()
    adviser.visitor.presses("Ga verder")
    expect(adviser.rows).to_have_count(4, timeout=PATIENCE)
    expect(stopped).to_be_hidden()


@pytest.mark.parametrize("action", ["take-calendar", "take-links", "take-cases"])
def test_of_a_file_that_is_stopped_it_is_told_that_there_is_none(
    adviser: Adviser, action: str
) -> None:
    adviser.opens()
    adviser.brings(CASES)
    saved: list[str] = []
    adviser.page.on("download", lambda download: saved.append(download.suggested_filename))
    adviser.page.evaluate(CLICKS, [action, "stop"])
    told = adviser.page.locator('[data-slot="cases-kept"]')
    expect(told).to_have_text("Gestopt: er is geen bestand gemaakt.")
    expect(adviser.page.locator("progress:visible")).to_have_count(0)
    assert adviser.refs == WORST_FIRST
    adviser.takes("Lijst als CSV")
    assert saved == ["lijst.csv"]


def test_while_another_table_is_read_the_old_list_is_gone_and_nothing_is_lost_to_the_focus(
    adviser: Adviser,
) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.filters("soon").click()
    adviser.chooses(ENDLESS.encode())
    stop = adviser.page.get_by_role("button", name="Stop", exact=True)
    expect(stop).to_be_focused(timeout=PATIENCE)
    expect(adviser.row("C").get_by_role("button")).to_be_hidden(timeout=PATIENCE)
    stop.click()
    expect(adviser.page.locator('[data-slot="stopped"]')).to_be_focused()
    expect(adviser.page.locator("progress:visible")).to_have_count(0)
    adviser.visitor.presses("Ga verder")
    expect(adviser.list).to_be_focused(timeout=PATIENCE)
    expect(adviser.filters("")).to_have_attribute("aria-pressed", "true")
    adviser.visitor.presses("Toon meer")
    expect(adviser.rows.nth(100).get_by_role("button")).to_be_focused()


def test_of_a_list_that_is_not_whole_the_file_says_so(adviser: Adviser, tmp_path: Path) -> None:
    adviser.opens()
    adviser.brings(MANY + "E,31-6-2026\nF,1-6-2026,x\n")
    lines = adviser.reads("Dossiers als CSV", tmp_path).splitlines()
    assert len(lines) == 241
    assert sum(line.startswith("ref;") for line in lines) == 1
    expect(adviser.page.locator('[data-slot="cases-kept"]')).to_contain_text("staan: 2")


def test_nothing_in_sight_is_told_and_not_taken_along(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.page.get_by_label("Zoek op label").fill("niets")
    expect(adviser.list).to_contain_text("Je ziet 0 van de 4 dossiers")
    told = adviser.page.locator('[data-slot="cases-kept"]')
    adviser.visitor.presses("Lijst als CSV")
    expect(told).to_contain_text("geen dossier in beeld")
    adviser.unfolds_tool("Agenda")
    adviser.visitor.presses("Zet de datums in mijn agenda")
    expect(told).to_contain_text("geen dossier in beeld")
    adviser.visitor.sees_engine("ready")


def test_paper_has_every_case(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(MANY)
    adviser.page.emulate_media(media="print")
    adviser.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(adviser.rows).to_have_count(240)
    expect(adviser.row("Dossier 1").get_by_text("Dossier 1", exact=True)).to_be_visible()
    expect(adviser.page.get_by_label("Zoek op label")).to_be_hidden()
    adviser.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(adviser.rows).to_have_count(100)


@also_from_disk
def test_behind_the_list_nothing_is_asked_and_nothing_is_stored(adviser: Adviser) -> None:
    adviser.opens()
    adviser.visitor.sees_engine("ready")
    before = len(adviser.visitor.requests)
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.visitor.says("plan-van-aanpak", "Ja")
    adviser.goes_back()
    adviser.sees_status("A", "calm")
    has_nothing_left_to_do(adviser.page)
    assert adviser.visitor.requests[before:] == []
    assert adviser.page.evaluate(STORED) == NOTHING
    assert adviser.page.evaluate("JSON.stringify(history.state)") in ("null", '{"age":0}')
    assert adviser.page.url == adviser.visitor.home.address("dossiers")


def test_a_reload_keeps_nothing(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.page.reload()
    adviser.visitor.sees_engine("ready")
    expect(adviser.page.locator('[data-slot="source"]')).to_be_visible()
    expect(adviser.list).to_be_hidden()
    expect(adviser.rows).to_have_count(0)
    expect(adviser.page.get_by_role("group", name="Eerste ziektedag")).to_be_hidden()
    assert "2026" not in str(
        adviser.page.locator("input").evaluate_all("(all) => all.map(({ value }) => value)")
    )


@also_from_disk
def test_wipe_leaves_nothing_of_the_list(adviser: Adviser) -> None:
    adviser.opens()
    adviser.visitor.unfolds("Plak uit een spreadsheet")
    adviser.page.get_by_label("Kopieer je rijen").fill(CASES)
    adviser.visitor.presses("Maak mijn lijst")
    expect(adviser.rows).to_have_count(4, timeout=PATIENCE)
    adviser.unfolds_tool("Wis")
    adviser.page.locator('[data-action="wipe"]:visible').click()
    expect(adviser.page.locator('[data-slot="wiped"]')).to_be_visible(timeout=PATIENCE)
    expect(adviser.list).to_be_hidden()
    assert adviser.page.locator("#dossiers-plak").input_value() == ""


def test_what_this_device_keeps_of_the_self_check_is_left_alone(online: Visitor) -> None:
    adviser = Adviser(online)
    adviser.visitor.opens()
    adviser.visitor.types_first_sick_day("15", "6", "2026")
    adviser.visitor.asks()
    adviser.visitor.sees_answer()
    adviser.unfolds_tool("Bewaar")
    adviser.page.get_by_label("Bewaar wat ik invul op dit apparaat").check()
    kept = "localStorage.getItem('poortwachterwijzer.zaak')"
    expect(adviser.page.get_by_label("Bewaar wat ik invul op dit apparaat")).to_be_checked()
    adviser.visitor.opens("dossiers")
    adviser.brings(CASES)
    adviser.opens_case("B")
    adviser.goes_back()
    expect(adviser.list).to_be_visible(timeout=PATIENCE)
    assert "2026-06-15" in adviser.page.evaluate(kept)


def test_the_other_language_is_asked_for_while_a_case_is_open(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    adviser.opens_case("A")
    adviser.page.get_by_role("link", name="English").click()
    expect(adviser.page.locator('[data-slot="list-stays"]')).to_be_focused()


def test_a_link_with_a_case_opens_nothing_here(adviser: Adviser) -> None:
    adviser.visitor.opens("dossiers", fragment="#zaak=1.abc")
    note = adviser.page.get_by_text("In deze link staat een dossier")
    expect(note).to_be_focused()
    assert adviser.page.url == adviser.visitor.home.address("dossiers")
    note.get_by_role("link", name="Naar de zelfcheck").click()
    adviser.page.wait_for_url(adviser.visitor.home.address("zelfcheck"))


DROP = r"""(names) => {
    const dataTransfer = new DataTransfer();
    const table = "ref;first_sick_day\nZ;15-6-2026\n";
    for (const name of names) dataTransfer.items.add(new File([table], name));
    const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector("h1").dispatchEvent(event);
    return event.defaultPrevented;
}"""


def test_a_file_is_taken_wherever_it_falls_and_never_opened(adviser: Adviser) -> None:
    adviser.opens()
    adviser.visitor.sees_engine("ready")
    assert adviser.page.evaluate(DROP, ["a.csv", "b.csv"])
    refused = adviser.page.get_by_role("alert", name="Dit kunnen we niet lezen")
    expect(refused).to_contain_text("één bestand")
    assert adviser.page.evaluate(DROP, ["a.csv"])
    expect(adviser.row("Z")).to_be_visible(timeout=PATIENCE)
    expect(refused).to_be_hidden()
    adviser.opens_case("Z")
    assert adviser.page.evaluate(DROP, ["a.csv"])
    expect(refused).to_contain_text("terug naar de lijst")


def test_a_table_that_takes_too_long_here_is_sent_to_the_command(adviser: Adviser) -> None:
    adviser.opens()
    adviser.chooses(b"x" * (LARGEST_TABLE_OF_A_PAGE + 1))
    refused = adviser.page.get_by_role("alert", name="Dit kunnen we niet lezen")
    expect(refused).to_contain_text("poortwachter caseload")
    expect(refused).to_contain_text("5 MB")


def test_who_goes_to_the_other_language_hears_that_the_list_stays(adviser: Adviser) -> None:
    adviser.opens()
    adviser.brings(CASES)
    english = adviser.page.get_by_role("link", name="English")
    english.click()
    expect(adviser.page.locator('[data-slot="list-stays"]')).to_be_focused()
    english.click()
    adviser.page.wait_for_url(adviser.visitor.home.address("en/cases"))


def test_the_other_language_in_a_tab_of_its_own_leaves_the_list_and_says_nothing(
    adviser: Adviser,
) -> None:
    adviser.opens()
    adviser.brings(CASES)
    english = adviser.page.get_by_role("link", name="English")
    with adviser.page.context.expect_page() as opened:
        english.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url(adviser.visitor.home.address("en/cases"))
    expect(adviser.page.locator('[data-slot="list-stays"]')).to_be_hidden()
    assert adviser.refs == WORST_FIRST


def test_in_english_the_list_says_the_same(adviser: Adviser) -> None:
    adviser.opens("en")
    adviser.page.get_by_label("Choose a file (CSV)", exact=False).set_input_files(
        {"name": "cases.csv", "mimeType": "text/csv", "buffer": CASES.encode()}
    )
    expect(adviser.rows).to_have_count(4, timeout=PATIENCE)
    assert adviser.refs == WORST_FIRST
    expect(adviser.row("A")).to_contain_text("late")
    expect(adviser.row("A")).to_contain_text("3\u00a0Aug\u00a02026")


def is_empty(_adviser: Adviser) -> None:
    """The page as it comes."""


def has_a_list(adviser: Adviser) -> None:
    heading, *rows = [*CASES.splitlines(), "E;31-6-2026;;;;;"]
    adviser.brings("\n".join([f"Naam;{heading}", *(f"x;{row}" for row in rows)]))
    adviser.page.locator("details").evaluate_all(
        "(all) => all.forEach((one) => { one.open = true })"
    )


def has_a_case_open(adviser: Adviser) -> None:
    adviser.brings(CASES)
    adviser.opens_case("A")


STATES = [is_empty, has_a_list, has_a_case_open]


@pytest.mark.parametrize("state", STATES)
def test_the_list_has_no_barrier(adviser: Adviser, state: Callable[[Adviser], None]) -> None:
    adviser.opens()
    adviser.visitor.sees_engine("ready")
    state(adviser)
    assert pairwise_violations(adviser.page) == []


@pytest.mark.parametrize("state", STATES)
def test_the_list_fits_a_narrow_phone(adviser: Adviser, state: Callable[[Adviser], None]) -> None:
    adviser.page.set_viewport_size({"width": 320, "height": 640})
    adviser.opens()
    state(adviser)
    assert adviser.page.evaluate(WIDER) == 0


def test_all_of_it_goes_by_keyboard(adviser: Adviser) -> None:
    adviser.opens()
    adviser.visitor.sees_engine("ready")
    adviser.page.get_by_role("button", name="Probeer een voorbeeld").focus()
    adviser.page.keyboard.press("Enter")
    expect(adviser.list).to_be_focused(timeout=PATIENCE)
    expect(adviser.rows).to_have_count(40)
    first = adviser.rows.first.get_by_role("button")
    for _ in range(40):
        adviser.page.keyboard.press("Tab")
        if first.evaluate("(each) => each === document.activeElement"):
            break
    adviser.page.keyboard.press("Enter")
    adviser.visitor.sees_answer()
    expect(adviser.visitor.answer).to_be_focused(timeout=PATIENCE)
    adviser.page.get_by_role("button", name="Terug naar de lijst").focus()
    adviser.page.keyboard.press("Enter")
    expect(first).to_be_focused(timeout=PATIENCE)
