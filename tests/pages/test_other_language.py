"""The way to the self-check in another language loses nothing, and nothing of it stays or goes anywhere."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.own_case import CASES, link
from tests.pages.test_carrying import WHOLE
from tests.pages.test_nobody_elses_case import SAVED
from tests.pages.test_nothing_leaves import NOTHING, STORED, WIPED
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import thorough

CHECKS = {"nl": "zelfcheck", "en": "en/self-check"}
LAID_READY = "sessionStorage.getItem('poortwachterwijzer.taal')"
STATE = "history.state"
TO_ENGLISH, TO_DUTCH = ("nl", "en"), ("en", "nl")
each_way = pytest.mark.parametrize("way", [TO_ENGLISH, *thorough((TO_DUTCH,))])


def opens(visitor: Visitor, language: str = "nl", fragment: str = "") -> None:
    visitor.language = language
    visitor.opens(CHECKS[language], fragment=fragment)
    visitor.sees_engine("ready")


def switches(visitor: Visitor, language: str) -> None:
    visitor.page.locator(f".pw-language[hreflang={language}]").click()
    visitor.language = language
    visitor.page.wait_for_url(visitor.home.address(CHECKS[language]))


def holds_nothing_in_store(visitor: Visitor) -> None:
    assert visitor.page.evaluate(STORED) == NOTHING


@each_way
def test_what_was_typed_goes_along_as_it_stands(online: Visitor, way: tuple[str, str]) -> None:
    opens(online, way[0])
    online.types_first_sick_day("31", "februari", "26")
    before = online.page.evaluate(f"(dispatchEvent(new Event('pagehide')), {STATE}.form)")
    switches(online, way[1])
    online.sees_first_sick_day("31", "februari", "26")
    assert online.page.evaluate(f"{STATE}.form") == before
    assert not online.page.evaluate(f"{STATE}.foreign ?? false")
    holds_nothing_in_store(online)
    online.page.reload()
    online.sees_first_sick_day("31", "februari", "26")


@each_way
def test_an_answer_goes_along_with_what_was_answered_in_it(
    online: Visitor, way: tuple[str, str]
) -> None:
    opens(online, way[0])
    online.types_first_sick_day("15", "6", "2026")
    online.has_done("probleemanalyse", ("20", "july" if way[0] == "en" else "juli", "2026"))
    online.sees_due("plan-van-aanpak", "2026-08-03")
    switches(online, way[1])
    online.sees_given({"nl": "15 juni 2026", "en": "15 June 2026"}[way[1]])
    online.sees_due("plan-van-aanpak", "2026-08-03")
    online.sees_status("probleemanalyse", "done")
    holds_nothing_in_store(online)


def test_it_goes_in_no_address_and_in_no_request(online: Visitor) -> None:
    opens(online)
    online.types_first_sick_day("17", "6", "2026")
    online.asks()
    online.sees_answer()
    switches(online, "en")
    online.sees_given("17 June 2026")
    assert online.page.url == online.home.address("en/self-check")
    # Not by what was typed: a port or the name of a file may hold a 17 too.
    assert not [url for url in online.requests if urlsplit(url).query or urlsplit(url).fragment]


def test_there_and_back_keeps_what_was_changed_there(online: Visitor) -> None:
    opens(online)
    online.types_first_sick_day("15", "6", "2026")
    switches(online, "en")
    online.types_first_sick_day("16", "June", "2026")
    switches(online, "nl")
    online.sees_first_sick_day("16", "June", "2026")
    for language, typed in (("en", ("16", "June", "2026")), ("nl", ("15", "6", "2026"))):
        online.page.go_back()
        online.language = language
        online.sees_first_sick_day(*typed)


def test_who_filled_in_nothing_takes_nothing_along(online: Visitor) -> None:
    opens(online)
    switches(online, "en")
    online.sees_engine("ready")
    assert not online.page.evaluate(f"Boolean({STATE}?.form?.first_sick_day?.day)")
    holds_nothing_in_store(online)


def test_what_somebody_else_filled_in_stays_theirs_and_is_told_in_the_other_language(
    online: Visitor,
) -> None:
    opens(online, fragment=WHOLE)
    expect(online.sender).to_contain_text("van 1 juni 2026 tot en met 7 juni 2026")
    switches(online, "en")
    expect(online.sender).to_contain_text("5 January 2026", timeout=PATIENCE)
    expect(online.sender).not_to_contain_text("januari")
    assert online.page.evaluate(f"{STATE}.foreign")
    online.presses("I have checked it, go on")
    online.sees_given("5 January 2026")
    assert online.page.evaluate(f"{STATE}.foreign")
    switches(online, "nl")
    online.sees_given("5 januari 2026")
    assert online.page.evaluate(f"{STATE}.foreign")


def test_what_gave_way_to_a_link_can_be_put_back_in_the_other_language(online: Visitor) -> None:
    opens(online)
    online.types_first_sick_day("3", "februari", "2025")
    online.page.evaluate("(link) => { location.hash = link }", link(CASES["another"]))
    expect(online.sender).to_be_focused(timeout=PATIENCE)
    switches(online, "en")
    expect(online.sender).to_be_visible(timeout=PATIENCE)
    online.presses("Put it back")
    online.sees_first_sick_day("3", "februari", "2025")
    expect(online.sender).to_be_hidden()


def test_what_this_device_keeps_is_kept_on_from_the_other_language(online: Visitor) -> None:
    opens(online)
    online.types_first_sick_day("15", "6", "2026")
    online.asks()
    online.sees_answer()
    online.unfolds_tool(online.seen.keep)
    online.page.locator("#bewaar-apparaat").check()
    online.page.wait_for_function(f"({SAVED})?.includes('2026-06-15')")
    switches(online, "en")
    online.sees_given("15 June 2026")
    expect(online.page.locator("#bewaar-apparaat")).to_be_checked()
    online.types_first_sick_day("16", "6", "2026")
    online.sees_given("16 June 2026")
    online.page.wait_for_function(f"({SAVED})?.includes('2026-06-16')")

    later = Visitor(online.page.context.new_page(), online.home)
    opens(later)
    later.sees_given("16 juni 2026")


# Wiping, and who never arrives.


def test_a_wipe_in_one_language_wipes_in_the_other(online: Visitor) -> None:
    opens(online)
    online.types_first_sick_day("15", "6", "2026")
    switches(online, "en")
    online.sees_first_sick_day("15", "6", "2026")
    online.wipes()
    expect(online.page.get_by_text("Everything is wiped.")).to_be_focused(timeout=PATIENCE)
    online.sees_first_sick_day("", "", "")
    online.page.go_back()
    online.language = "nl"
    online.sees_first_sick_day("", "", "")
    assert "15" not in json.dumps(online.page.evaluate(STATE))


# The next click leads nowhere, as where there is no connection.
STAYS = "addEventListener('click', (event) => event.preventDefault(), { once: true })"


@pytest.mark.parametrize("forgets", ["wipe", "another page"])
def test_what_never_arrived_does_not_stay(online: Visitor, forgets: str) -> None:
    opens(online)
    online.types_first_sick_day("15", "6", "2026")
    online.page.evaluate(STAYS)
    online.page.locator(".pw-language").click()
    assert "15" in online.page.evaluate(LAID_READY)
    if forgets == "wipe":
        online.wipes()
        expect(online.page.get_by_text("Alles is gewist.")).to_be_focused(timeout=PATIENCE)
        assert online.page.evaluate(STORED) == WIPED
        switches(online, "en")
    else:
        # In the same language: what was laid ready is not for this page, and goes.
        online.opens("privacy")
        opens(online)
        assert online.page.evaluate(LAID_READY) is None
    online.sees_first_sick_day("", "", "")


def test_a_tab_of_its_own_begins_with_an_empty_form(online: Visitor) -> None:
    opens(online)
    online.types_first_sick_day("15", "6", "2026")
    with online.page.context.expect_page() as opened:
        online.page.locator(".pw-language").click(modifiers=["ControlOrMeta"])
    other = Visitor(opened.value, online.home, "en")
    other.sees_first_sick_day("", "", "")
    assert online.page.evaluate(LAID_READY) is None
    online.sees_first_sick_day("15", "6", "2026")


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "[1]",
        '{"language": "en", "state": 5}',
        '{"language": "nl", "state": {"form": {"first_sick_day": {"day": "9"}}}}',
    ],
)
def test_what_is_not_ours_to_take_is_taken_away(online: Visitor, stored: str) -> None:
    online.opens("privacy")
    online.page.evaluate(
        "(text) => sessionStorage.setItem('poortwachterwijzer.taal', text)", stored
    )
    opens(online, "en")
    online.sees_first_sick_day("", "", "")
    assert online.page.evaluate(LAID_READY) is None


# Where nothing may be laid ready.


@pytest.mark.parametrize("way", [TO_ENGLISH, TO_DUTCH])
def test_from_disk_the_page_says_that_nothing_goes_along(
    from_disk: Visitor, way: tuple[str, str]
) -> None:
    opens(from_disk, way[0])
    from_disk.types_first_sick_day("15", "6", "2026")
    from_disk.page.locator(".pw-language").click()
    told = {"nl": "kan van hier niet mee", "en": "cannot go along from here"}[way[0]]
    note = from_disk.page.locator("[data-slot=stays-here]")
    expect(note).to_be_focused()
    expect(note).to_contain_text(told)
    assert from_disk.page.evaluate(STORED) == NOTHING
    switches(from_disk, way[1])
    from_disk.sees_first_sick_day("", "", "")
    from_disk.page.go_back()
    from_disk.language = way[0]
    from_disk.sees_first_sick_day("15", "6", "2026")


def test_a_browser_that_stores_nothing_says_so_too(online: Visitor) -> None:
    online.page.add_init_script(
        "Object.defineProperty(globalThis, 'sessionStorage', { get() { throw 1; } })"
    )
    opens(online)
    online.types_first_sick_day("15", "6", "2026")
    online.page.locator(".pw-language").click()
    expect(online.page.locator("[data-slot=stays-here]")).to_be_focused()


def test_from_disk_who_filled_in_nothing_just_goes(from_disk: Visitor) -> None:
    opens(from_disk)
    switches(from_disk, "en")
