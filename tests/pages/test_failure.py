"""Whatever breaks: the checklist stays, words say what happened, nothing is lost, and what can mend itself does."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import built
from tests.pages.faults import (
    ENGINE_FILE,
    SCRIPT,
    Fault,
    comes_half,
    comes_twice,
    has_a_wrong_byte,
    is_cut_off,
    is_not_found,
    never_comes,
)
from tests.pages.visitor import NOON, PATIENCE, Visitor
from tests.thorough import also_from_disk, thorough

LOST = "Niet alles kon worden geladen."
DAMAGED = "beschadigd"


def asks_in_vain(visitor: Visitor, words: str) -> None:
    """Opens, fills in and asks; then the failure is told, and all else is as it was."""
    visitor.opens()
    fills_in_and_asks(visitor)
    sees_failure(visitor, words)


def fills_in_and_asks(visitor: Visitor) -> None:
    visitor.types_first_sick_day("15", "juni", "2026")
    visitor.asks()


def sees_failure(visitor: Visitor, words: str) -> None:
    expect(visitor.failure).to_contain_text(words, timeout=PATIENCE)
    expect(visitor.failure).to_contain_text("De algemene checklist hieronder kun je gewoon lezen.")
    expect(visitor.failure).to_contain_text("Wat je invulde, staat er nog.")
    sees_the_checklist(visitor)
    expect(visitor.errors).to_be_hidden()
    expect(visitor.page.get_by_role("progressbar")).to_be_hidden()
    visitor.sees_first_sick_day("15", "juni", "2026")


def sees_the_checklist(visitor: Visitor) -> None:
    visitor.unfolds_at(visitor.page.locator("[data-slot=checklist]"))
    expect(visitor.card("wia-aanvraag")).to_be_visible()


def tries_again(visitor: Visitor) -> None:
    visitor.presses("Probeer opnieuw")
    sees_the_answer(visitor)
    expect(visitor.failure).to_be_hidden()


def sees_the_answer(visitor: Visitor) -> None:
    visitor.sees_due("plan-van-aanpak", "2026-08-10")


# The files of the engine.


@pytest.mark.parametrize(
    ("name", "fault", "words"),
    [
        ("memory.*.bin", comes_half, DAMAGED),
        ("memory.*.bin", comes_twice, DAMAGED),
        ("pyodide.asm.*.wasm", is_not_found, LOST),
        ("pyodide.asm.*.mjs", is_cut_off, LOST),
        ("worker.*.js", has_a_wrong_byte, DAMAGED),
        *thorough(
            ("memory.*.bin", is_cut_off, LOST),
            ("memory.*.bin", is_not_found, LOST),
            ("memory.*.bin", has_a_wrong_byte, DAMAGED),
            ("pyodide.asm.*.wasm", comes_half, DAMAGED),
        ),
    ],
)
def test_a_file_that_stays_away_or_is_wrong_is_told(
    online: Visitor, name: str, fault: Fault, words: str
) -> None:
    online.page.route(f"**/{name}", fault)
    asks_in_vain(online, words)
    online.page.unroute(f"**/{name}")
    tries_again(online)


@pytest.mark.parametrize(
    ("fault", "words"),
    [(is_cut_off, LOST), (comes_half, DAMAGED), *thorough((has_a_wrong_byte, DAMAGED))],
)
def test_a_file_that_is_wrong_on_disk_is_told(from_disk: Visitor, fault: Fault, words: str) -> None:
    from_disk.page.route("**/embedded.js", fault)
    asks_in_vain(from_disk, words)
    expect(from_disk.failure).to_contain_text("Haal de hele map van deze gids opnieuw op.")
    from_disk.page.unroute("**/embedded.js")
    tries_again(from_disk)


@pytest.mark.parametrize(
    "fault", [is_cut_off, has_a_wrong_byte, *thorough(is_not_found, comes_half, comes_twice)]
)
def test_a_file_that_goes_wrong_once_is_fetched_again_unasked(
    online: Visitor, fault: Fault
) -> None:
    online.page.route("**/memory.*.bin", fault, times=1)
    online.opens()
    fills_in_and_asks(online)
    sees_the_answer(online)
    expect(online.failure).to_be_hidden()


def test_a_download_that_stalls_is_told_while_it_does(online: Visitor) -> None:
    online.page.route("**/memory.*.bin", never_comes)
    online.page.clock.install(time=NOON)
    online.opens(at=None)
    fills_in_and_asks(online)
    status = online.page.get_by_role("status").filter(has=online.page.get_by_role("progressbar"))
    expect(status).to_contain_text("De zelfcheck wordt klaargezet…")
    online.page.clock.run_for("00:09")
    expect(status).to_contain_text("De algemene checklist hieronder kun je alvast lezen.")
    online.page.clock.run_for("01:30")
    sees_failure(online, LOST)
    online.page.unroute("**/memory.*.bin")
    tries_again(online)


def test_a_picture_that_stalls_does_not_hold_up_the_engine(online: Visitor) -> None:
    online.page.route("**/assets/logo.svg", never_comes)
    online.page.clock.install(time=NOON)
    online.opens(at=None)
    fills_in_and_asks(online)
    online.page.clock.run_for("00:31")
    sees_the_answer(online)


def test_a_connection_that_comes_back_is_enough(online: Visitor) -> None:
    online.page.route("**/memory.*.bin", is_cut_off)
    asks_in_vain(online, LOST)
    online.page.unroute("**/memory.*.bin")
    online.page.context.set_offline(True)
    online.page.context.set_offline(False)
    sees_the_answer(online)
    expect(online.failure).to_be_hidden()


def test_who_typed_nothing_is_asked_nothing_after_a_failure(visitor: Visitor) -> None:
    visitor.page.route(ENGINE_FILE, is_cut_off)
    visitor.opens()
    visitor.sees_engine("failed")
    expect(visitor.failure).to_be_visible()
    visitor.page.unroute(ENGINE_FILE)
    visitor.presses("Probeer opnieuw")
    visitor.sees_engine("ready")
    expect(visitor.failure).to_be_hidden()
    expect(visitor.errors).to_be_hidden()


def test_who_asks_after_a_failure_starts_a_second_attempt(visitor: Visitor) -> None:
    visitor.page.route(ENGINE_FILE, is_cut_off)
    asks_in_vain(visitor, LOST)
    visitor.page.unroute(ENGINE_FILE)
    visitor.asks()
    sees_the_answer(visitor)
    expect(visitor.failure).to_be_hidden()


# The scripts.


def cannot_be_read(route: Route) -> None:
    """As a browser sees a language that is newer than itself."""
    route.fulfill(body="let newer = than ?.= this;", content_type="text/javascript")


def stops_half_way(route: Route) -> None:
    """As a browser without something that a later part asks for when it begins."""
    script = (built("site") / "assets/zelfcheck.js").read_text(encoding="utf-8")
    first, later, rest = script.partition("// overrides/scripts/zelfcheck/importing.js\n")
    assert later
    body = f"{first}document.newer.than.this();\n{rest}"
    route.fulfill(body=body, content_type="text/javascript")


def sees_that_nothing_started(visitor: Visitor) -> None:
    visitor.page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    note = visitor.page.get_by_text("De zelfcheck is nog niet gestart.")
    expect(note).to_be_visible()
    expect(note).to_contain_text("Laad dan de pagina opnieuw, of probeer een nieuwere browser.")
    expect(visitor.page.locator("form[data-slot=form]")).to_be_hidden()
    sees_the_checklist(visitor)


@also_from_disk
def test_a_script_of_the_page_that_is_not_there_is_told(visitor: Visitor) -> None:
    visitor.page.route(SCRIPT, is_cut_off)
    visitor.opens()
    sees_that_nothing_started(visitor)


@pytest.mark.parametrize("fault", [cannot_be_read, stops_half_way])
def test_a_browser_that_cannot_run_the_script_is_told(visitor: Visitor, fault: Fault) -> None:
    visitor.page.route(SCRIPT, fault)
    visitor.opens()
    sees_that_nothing_started(visitor)


def test_a_page_that_started_does_not_say_otherwise(visitor: Visitor) -> None:
    visitor.opens()
    visitor.sees_engine("ready")
    expect(visitor.page.get_by_text("De zelfcheck is nog niet gestart.")).to_be_hidden()


def test_what_was_typed_outlives_a_page_that_did_not_start(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "juni", "2026")
    visitor.page.route(SCRIPT, is_cut_off)
    visitor.page.reload()
    sees_that_nothing_started(visitor)
    visitor.page.unroute(SCRIPT)
    visitor.page.reload()
    visitor.sees_first_sick_day("15", "juni", "2026")


# The worker.

# Of each worker that is started, the first lines.
FIRST_LINES = """(lines) => {
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
        constructor(url, options) {
            const ours = String(url).startsWith("data:");
            super(ours ? url.replace(",", "," + encodeURIComponent(lines)) : url, options);
        }
    };
}"""
DIES = """self.addEventListener("message", (event) => {
    if (!event.data.id) return;
    event.stopImmediatePropagation();
    throw new Error("stopped");
});"""
DIES_OF_AUGUST = DIES.replace("!event.data.id", r"!/month\W+8\W/.test(JSON.stringify(event.data))")
NO_MEMORY = """const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (module, imports) => {
    if (imports) throw new RangeError("Out of memory");
    return instantiate(module);
};"""


def with_first_lines(page: Page, lines: str) -> None:
    page.add_init_script(f"({FIRST_LINES})({json.dumps(lines)})")


@also_from_disk
def test_a_worker_that_dies_is_replaced_unasked(visitor: Visitor) -> None:
    visitor.opens()
    visitor.sees_engine("ready")
    for worker in visitor.page.workers:
        worker.evaluate("() => { self.onmessage = () => { throw new Error('stopped') } }")
    fills_in_and_asks(visitor)
    sees_the_answer(visitor)
    expect(visitor.failure).to_be_hidden()


def test_a_worker_that_vanishes_without_a_word_is_replaced_unasked(visitor: Visitor) -> None:
    visitor.page.clock.install(time=NOON)
    visitor.opens(at=None)
    visitor.sees_engine("ready")
    for worker in visitor.page.workers:
        worker.evaluate("() => self.close()")
    fills_in_and_asks(visitor)
    expect(visitor.page.get_by_role("progressbar")).to_be_hidden()
    visitor.page.clock.run_for("00:21")
    sees_the_answer(visitor)


def test_a_worker_that_dies_each_time_is_told(visitor: Visitor) -> None:
    with_first_lines(visitor.page, DIES)
    asks_in_vain(visitor, "De zelfcheck stopte onverwacht.")
    visitor.presses("Probeer opnieuw")
    sees_failure(visitor, "De zelfcheck stopte onverwacht.")


def test_a_failure_while_the_list_stands_is_seen_there_and_loses_nothing(visitor: Visitor) -> None:
    with_first_lines(visitor.page, DIES_OF_AUGUST)
    visitor.opens()
    visitor.types_first_sick_day("15", "juni", "2026")
    visitor.has_done("probleemanalyse", ("20", "7", "2026"))
    visitor.sees_due("plan-van-aanpak", "2026-08-03")
    visitor.types("Probleemanalyse, datum", ("5", "8", "2026"))
    expect(visitor.failure).to_contain_text("De zelfcheck stopte onverwacht.", timeout=PATIENCE)
    expect(visitor.failure).to_contain_text("Je lijst en wat je invulde, staan er nog.")
    expect(visitor.failure).to_be_in_viewport()
    expect(visitor.card("plan-van-aanpak")).to_be_visible()

    visitor.presses("Probeer opnieuw")
    expect(visitor.page.get_by_role("button", name="Toon mijn overzicht")).to_be_focused()
    expect(visitor.failure).to_contain_text("De zelfcheck stopte onverwacht.", timeout=PATIENCE)
    visitor.types("Probleemanalyse, datum", ("21", "7", "2026"))
    visitor.sees_due("plan-van-aanpak", "2026-08-04")
    expect(visitor.failure).to_be_hidden()


SILENT = "() => { self.onmessage = () => undefined }"
TYPED_DAY = "history.state?.form?.first_sick_day?.day"


@also_from_disk
def test_what_is_typed_is_kept_while_no_answer_comes(visitor: Visitor) -> None:
    visitor.page.clock.install(time=NOON)
    visitor.opens(at=None)
    fills_in_and_asks(visitor)
    sees_the_answer(visitor)
    for worker in visitor.page.workers:
        worker.evaluate(SILENT)
    visitor.types_first_sick_day("22", "juni", "2026")
    visitor.page.clock.run_for("00:01")
    assert visitor.page.evaluate(TYPED_DAY) == "22"
    expect(visitor.failure).to_be_hidden()


def test_too_little_memory_is_told_at_once(visitor: Visitor) -> None:
    with_first_lines(visitor.page, NO_MEMORY)
    asks_in_vain(visitor, "Sluit andere tabbladen, of probeer een nieuwere browser.")


# Old browsers, and settings.


@pytest.mark.parametrize(
    "without",
    [
        "delete globalThis.WebAssembly",
        "delete globalThis.Worker",
        "globalThis.Worker = class { constructor() { throw new TypeError('no modules'); } }",
    ],
)
def test_a_browser_that_is_too_old_is_told(visitor: Visitor, without: str) -> None:
    visitor.page.add_init_script(without)
    asks_in_vain(visitor, "De zelfcheck kan in deze browser niet starten.")


def test_a_browser_that_cannot_unpack_is_told(from_disk: Visitor) -> None:
    from_disk.page.add_init_script("delete globalThis.DecompressionStream")
    asks_in_vain(from_disk, "De zelfcheck kan in deze browser niet starten.")


NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(globalThis, name, { get() { throw new DOMException("no", "SecurityError"); } });"""


def test_a_browser_that_stores_nothing_answers_all_the_same(online: Visitor) -> None:
    online.page.add_init_script(NO_STORAGE)
    online.opens()
    fills_in_and_asks(online)
    sees_the_answer(online)
    online.unfolds_tool("Bewaar")
    for box in ("#bewaar-apparaat", "#toon-in-gids"):
        online.page.locator(box).click()
        expect(online.page.locator(box)).not_to_be_checked()
    expect(online.page.get_by_text("Deze browser laat dat niet toe.")).to_be_visible()
    online.wipes()
    online.sees_first_sick_day("", "", "")


# As Firefox refuses what is too large, and others what comes too often.
REFUSING = """const take = history.replaceState.bind(history);
history.replaceState = (...given) => {
    if (globalThis.refusing) throw new DOMException("no", "SecurityError");
    take(...given);
};"""
FORGETS = "Je browser onthoudt nu niet wat je invult."


def test_a_browser_that_remembers_nothing_says_so_and_answers(visitor: Visitor) -> None:
    visitor.page.add_init_script(REFUSING)
    visitor.opens()
    visitor.page.evaluate("globalThis.refusing = true")
    fills_in_and_asks(visitor)
    sees_the_answer(visitor)
    expect(visitor.failure).to_be_hidden()
    expect(visitor.page.get_by_text(FORGETS)).to_be_visible()
    link = json.dumps({"poortwachter": 1, "case": {"first_sick_day": "2026-01-05"}})
    visitor.page.evaluate("(link) => { location.hash = `#zaak=${link}` }", link)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    visitor.presses("Zet het terug")
    sees_the_answer(visitor)
    visitor.page.evaluate("globalThis.refusing = false")
    visitor.types_first_sick_day("16", "6", "2026")
    visitor.sees_given("16 juni 2026")
    expect(visitor.page.get_by_text(FORGETS)).to_be_hidden()
    assert visitor.page.evaluate(TYPED_DAY) == "16"


def test_wipe_waits_for_a_browser_that_would_give_back_what_was_typed(visitor: Visitor) -> None:
    visitor.page.add_init_script(REFUSING)
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.page.evaluate("dispatchEvent(new Event('pagehide')); globalThis.refusing = true")
    visitor.wipes()
    visitor.sees_first_sick_day("", "", "")
    visitor.page.evaluate("globalThis.refusing = false")
    expect(visitor.page.get_by_text("Alles is gewist.")).to_be_focused(timeout=PATIENCE)
    visitor.sees_first_sick_day("", "", "")


# Files.

MEBIBYTE = 2**20


def chooses(visitor: Visitor, content: str) -> None:
    visitor.page.locator("#open-bestand").set_input_files(
        {"name": "zelfcheck.json", "mimeType": "application/json", "buffer": content.encode()}
    )


@pytest.mark.parametrize("size", [MEBIBYTE, *thorough(20 * MEBIBYTE)])
def test_a_file_that_is_too_large_is_refused_each_time_and_not_held(
    visitor: Visitor, size: int
) -> None:
    visitor.page.route(ENGINE_FILE, is_cut_off)
    visitor.opens()
    visitor.types_first_sick_day("4", "3", "2026")
    for _ in range(2):
        chooses(visitor, "x" * size)
        # By the page itself: no engine is there.
        expect(visitor.refusal).to_be_focused(timeout=PATIENCE)
        expect(visitor.refusal).to_contain_text("Dit is te groot.")
        expect(visitor.page.locator("#open-bestand")).to_have_value("")
        visitor.page.evaluate("document.querySelector('[data-slot=refused]').hidden = true")
    visitor.types_first_sick_day("9", "3", "2026")
    visitor.page.reload()
    visitor.sees_first_sick_day("9", "3", "2026")
    assert "unopened" not in visitor.page.evaluate("JSON.stringify(history.state)")


# A file that the page got hold of, and that is gone when it is read.
HANDS_OVER = """() => {
    const field = document.getElementById("open-bestand");
    field.files = document.getElementById("other").files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def test_a_file_that_cannot_be_read_is_told(visitor: Visitor, tmp_path: Path) -> None:
    visitor.opens()
    visitor.types_first_sick_day("4", "3", "2026")
    file = tmp_path / "zelfcheck.json"
    file.write_text("{}", encoding="utf-8")
    visitor.page.evaluate(
        "document.body.append(Object.assign(document.createElement('input'),"
        " { type: 'file', id: 'other' }))"
    )
    visitor.page.locator("#other").set_input_files(file)
    file.unlink()
    visitor.page.evaluate(HANDS_OVER)
    expect(visitor.refusal).to_be_focused(timeout=PATIENCE)
    expect(visitor.refusal).to_contain_text("Dit bestand is niet te lezen.")
    expect(visitor.page.locator("#open-bestand")).to_have_value("")
    visitor.sees_first_sick_day("4", "3", "2026")


CLOCK = "Volgens dit apparaat is het vandaag"


@pytest.mark.parametrize(
    ("year", "told"), [(1970, True), (2026, False), (2099, True), *thorough((2029, False))]
)
def test_a_clock_that_cannot_be_right_is_told(visitor: Visitor, year: int, *, told: bool) -> None:
    now = datetime(year, 12, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    visitor.opens(at=now)
    note = visitor.page.get_by_role("status").filter(has_text=f"{CLOCK} 1 december {year}.")
    expect(note).to_have_count(int(told))
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    if year < 2026:
        expect(visitor.errors).to_be_focused(timeout=PATIENCE)
    else:
        visitor.sees_due("probleemanalyse", "2026-07-27")
    visitor.page.clock.set_fixed_time(NOON)
    visitor.asks()
    visitor.sees_due("probleemanalyse", "2026-07-27")
    expect(note).to_have_count(0)
