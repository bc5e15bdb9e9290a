"""One whole visit, in which everything that can be done is done, and everything sent is kept.

Chromium writes down what it sends, also of names that it looks up; the server keeps every request
whole. What is planted on purpose must show there before the lock, and not after it.
"""

import base64
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser import launch
from tests.conftest import Home, built
from tests.leaks import LEAKS
from tests.pages import net_log
from tests.pages.net_log import Sent
from tests.pages.test_nothing_leaves import NOTHING, STORED, WIPED
from tests.pages.traces import found
from tests.pages.visitor import PATIENCE, Visitor
from tests.patience import until
from tests.recorder import Received, Recorder, recording

# The visit is made once.
pytestmark = pytest.mark.xdist_group("whole visit")

FIRST_DAY = date(2025, 1, 13)
HAPPENED = {
    "recoveries[0].first_day": date(2025, 3, 10),
    "recoveries[0].last_day": date(2025, 3, 19),
    "leaves[0].first_day": date(2025, 5, 5),
    "leaves[0].last_day": date(2025, 8, 24),
    "contract_end": date(2027, 10, 17),
    "aow_date": date(2031, 2, 19),
    "wage_extension.voluntary_until": date(2028, 1, 30),
    "wage_extension.sanction_repair_found": date(2026, 10, 14),
}
NOT_DAYS = {
    "wage_extension.sanction_weeks": "26",
    "partial_recoveries[0].percentage": "50",
    "label": "Klant 7",
}
# What is done is done on days of its own, so that each answer can be told from the others.
FIRST_DONE = date(2025, 9, 2)

# Of what is planted, and of what a visit asks for: fewer would mean that nobody looked.
ENOUGH = 20

# Asks for a page of a host that does not exist: a server sees nothing of it, who looks up names does.
ASK_FOR_NAME = "(name) => fetch(`http://${name}/`).then(() => true, () => false)"

# In one go: by hand, field after field, it takes a slow machine a minute.
OPEN_EVERYTHING = """() => {
    const check = document.querySelector(".pw-selfcheck");
    for (const details of check.querySelectorAll("details:not([name])")) details.open = true;
    for (const box of check.querySelectorAll("[id^=speelt-], [id$='.yes']")) box.click();
    check.querySelector("[data-done=periodieke-evaluatie] [data-action=add]").click();
    for (const radio of check.querySelectorAll("[data-rows] [id$='.yes']")) radio.click();
    return [...check.querySelectorAll("[name$='.day']")].map(({ name }) => name.replace(/\\.day$/, ""));
}"""
FILL_IN = """(parts) => {
    for (const [id, text] of Object.entries(parts)) {
        const field = document.getElementById(id);
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const fields = [...document.querySelectorAll(".pw-selfcheck input[type=text]:not([readonly])")];
    return fields.filter((field) => field.checkVisibility() && !field.value).map(({ id }) => id);
}"""


@dataclass
class Visit:
    """What is known of the visit when it is over."""

    typed: list[date] = field(default_factory=list)
    planted: list[Received] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    behind_lock: list[Received] = field(default_factory=list)
    stored: dict[str, object] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)


@pytest.fixture(scope="module")
def visit(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    log = tmp_path_factory.mktemp("visit") / "net-log.json"
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    visit = Visit()
    with recording(built("site")) as server, recording(elsewhere) as other:
        with launch(playwright, *net_log.arguments(log)) as browser:
            context = browser.new_context(
                locale="nl-NL",
                timezone_id="Europe/Amsterdam",
                permissions=["clipboard-read", "clipboard-write"],
            )
            plants_before_the_lock(context.new_page(), other)
            visitor = Visitor(context.new_page(), Home(server.url, from_disk=False))
            goes_around(visitor, server, visit)
        visit.planted = other.received
        visit.received = server.received
    visit.sent = net_log.read(log)
    return visit


def goes_around(visitor: Visitor, server: Recorder, visit: Visit) -> None:
    visitor.opens()
    visitor.sees_engine("ready")
    before = len(server.received)
    visit.stored["opened"] = visitor.page.evaluate(STORED)
    visit.typed = fills_in_everything(visitor)
    link = takes_everything_along(visitor)
    visit.stored["answered"] = visitor.page.evaluate(STORED)
    keeps_it(visitor)
    visit.stored["kept"] = visitor.page.evaluate(STORED)
    plants(visitor.page, f"{server.url}after/", "after.invalid")
    visit.behind_lock = server.received[before:]
    reads_own_dates(visitor)
    opens(visitor, link)
    wipes(visitor)
    visit.stored["wiped"] = visitor.page.evaluate(STORED)


def plants_before_the_lock(page: Page, other: Recorder) -> None:
    """From a page without a policy: each of our own refuses most of it."""
    page.goto(other.url)
    plants(page, f"{other.url}before/2025-01-13/", "before.invalid")
    until(lambda: len(other.arrived("/before/")) > ENOUGH, "what was planted to arrive")
    # Frames that come and go take no other clock.
    page.close()


def plants(page: Page, base: str, name: str) -> None:
    page.evaluate(f"(base) => {LEAKS}(base)", base)
    page.evaluate(ASK_FOR_NAME, name)


def fills_in_everything(visitor: Visitor) -> list[date]:
    visitor.types_first_sick_day(str(FIRST_DAY.day), str(FIRST_DAY.month), str(FIRST_DAY.year))
    visitor.page.locator("[id='role.adviseur']").check()
    visitor.asks()
    visitor.sees_answer()
    page = visitor.page
    paths = page.evaluate(OPEN_EVERYTHING)
    done = {path: FIRST_DONE + timedelta(days=n) for n, path in enumerate(paths)}
    days = {**done, "first_sick_day": FIRST_DAY, **HAPPENED}
    parts = {
        f"{path}.{part}": str(getattr(day, part))
        for path, day in days.items()
        for part in ("day", "month", "year")
    }
    empty = page.evaluate(FILL_IN, parts | NOT_DAYS)
    assert empty == [], empty
    visitor.asks()
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    return list(days.values())


def takes_everything_along(visitor: Visitor) -> str:
    page = visitor.page
    for tool, button in (
        ("Agenda", "Zet de datums in mijn agenda"),
        ("Bewaar", "Bewaar als bestand"),
    ):
        visitor.unfolds_tool(tool)
        with page.expect_download():
            visitor.presses(button)
    visitor.presses("Kopieer")
    expect(page.get_by_text("Gekopieerd.")).to_be_visible(timeout=PATIENCE)
    page.pdf(format="A4")
    visitor.unfolds_tool("Link")
    for part in ("Wat al klaar is", "Wat er tussendoor gebeurde"):
        page.get_by_role("checkbox", name=part).check()
    link = page.get_by_label("De link", exact=True)
    expect(link).to_have_value(re.compile("(?=.*done)(?=.*recoveries)"), timeout=PATIENCE)
    assert "Klant" not in link.input_value()
    return link.input_value()


def keeps_it(visitor: Visitor) -> None:
    visitor.unfolds_tool("Bewaar")
    for box in visitor.page.locator("#bewaar-apparaat, #toon-in-gids").all():
        box.check()
    stored = "sessionStorage.length + localStorage.length"
    until(lambda: visitor.page.evaluate(stored) == 2, "both to be stored")


def reads_own_dates(visitor: Visitor) -> None:
    for source in ("stappen/probleemanalyse", "stappenplan"):
        visitor.page.goto(visitor.home.address(source))
        expect(visitor.page.locator(".pw-for-you").first).to_be_visible(timeout=PATIENCE)


def opens(visitor: Visitor, link: str) -> None:
    visitor.page.goto(link)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_answer()
    visitor.page.get_by_role("link", name="Stappenplan").first.click()
    visitor.page.wait_for_url("**/stappenplan/")
    visitor.page.go_back()
    visitor.sees_answer()


def wipes(visitor: Visitor) -> None:
    visitor.wipes()
    expect(visitor.page.get_by_text("Alles is gewist.")).to_be_visible(timeout=PATIENCE)


def whole(received: Received) -> bytes:
    headers = "\n".join(f"{name}: {value}" for name, value in received.headers.items())
    return f"{received.method} {received.path}\n{headers}\n".encode() + received.body


def test_what_is_planted_before_the_lock_is_seen_and_what_it_carries_is_found(visit: Visit) -> None:
    planted = [each for each in visit.planted if each.path.startswith("/before/")]
    assert {each.method for each in planted} == {"GET", "POST"}
    assert len(planted) > ENOUGH
    assert all(found([FIRST_DAY], whole(each)) for each in planted)
    assert any("before.invalid" in each.what for each in visit.sent if each.kind == "name")


def test_behind_the_lock_nothing_is_sent_planted_or_not(visit: Visit) -> None:
    assert visit.behind_lock == []
    assert [each for each in visit.sent if "after" in each.what] == []


def test_the_whole_visit_only_asks_for_files(visit: Visit) -> None:
    """No question is more than the address of a file: nothing in it tells one visitor from another."""
    # The page itself, and what it needs: fewer files since it has no search.
    assert len(visit.received) > ENOUGH // 2
    assert {each.method for each in visit.received} == {"GET"}
    for each in visit.received:
        assert "?" not in each.path
        assert each.body == b""
        headers = {name.lower(): value for name, value in each.headers.items()}
        assert not headers.keys() & {"cookie", "referer"}, each


def test_nothing_that_was_filled_in_is_in_what_was_sent(visit: Visit) -> None:
    assert len(visit.typed) > 40
    for each in visit.received:
        assert found(visit.typed, whole(each)) == []
        assert b"zaak" not in whole(each)
    own = [each for each in visit.sent if "/before/" not in each.what]
    assert len(own) > 40
    for sent in own:
        assert found(visit.typed, sent.what.encode()) == []
        assert "zaak=" not in sent.what


def test_storing_needs_a_click_and_is_undone_by_wipe(visit: Visit) -> None:
    assert visit.stored["opened"] == visit.stored["answered"] == NOTHING
    # Beside it which older pages of the tab are still to be emptied.
    assert visit.stored["wiped"] == WIPED | {"local": WIPED["session"]}
    assert visit.stored["kept"] == NOTHING | {
        "local": ["poortwachterwijzer.zaak"],
        "session": ["poortwachterwijzer.gids"],
    }


@pytest.mark.parametrize(
    "wrapped",
    [
        "/?d=2025-01-13",
        "/?d=13-1-2025",
        "/?d=20250113",
        "/" + base64.b64encode(b'{"first_sick_day": "2025-01-13"}').decode(),
        "/" + b"2025-01-13".hex(),
        "/?" + quote('{"day":"13","month":"1","year":"2025"}'),
    ],
)
def test_a_day_is_found_however_it_is_wrapped(wrapped: str) -> None:
    assert found([FIRST_DAY], wrapped.encode())
    assert not found([FIRST_DONE], wrapped.encode())
