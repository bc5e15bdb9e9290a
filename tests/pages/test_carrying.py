"""A case comes and goes: in a link, in a file, over a reload; and Wipe takes everything away."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.pages.test_nothing_leaves import NOTHING, STORED, WIPED
from tests.pages.visitor import NOON, PATIENCE, Visitor
from tests.thorough import also_from_disk

# What the page keeps of the form when it is left.
FORM = '(dispatchEvent(new Event("pagehide")), history.state.form)'


def carried(**parts: object) -> str:
    return "#zaak=" + quote(json.dumps({"poortwachter": 1, **parts}))


WHOLE = carried(
    role="werknemer",
    case={
        "first_sick_day": "2026-01-05",
        "recoveries": [{"first_day": "2026-06-01", "last_day": "2026-06-07"}],
        "leaves": [{"first_day": "2026-08-03", "last_day": "2026-11-22", "same_cause": True}],
        "aow_date": "2031-05-01",
        "contract_end": "2027-12-31",
        "outlook": {"long_absence": True},
        "wage_extension": {"sanction_weeks": 26},
        "uwv_letter": None,
        "sickness_benefit": False,
        "partial_recoveries": [
            {"first_day": "2026-02-02", "last_day": "2026-03-01", "percentage": 50},
            {"first_day": "2026-03-02"},
        ],
        "done": {
            "probleemanalyse": "2026-02-10",
            "plan-van-aanpak": True,
            "periodieke-evaluatie": ["2026-04-10", "2026-05-22"],
            "second-opinion": "2026-05-01",
        },
    },
    unknown=["done.melding-arbodienst"],
)

HOSTILE = [
    "#zaak=",
    "#zaak=%FF%FE",
    "#zaak=" + quote('{"poortwachter": 1, "case": {"first_sick_day": "2026-01'),
    "#zaak=" + quote("[" * 20_000),
    "#zaak=" + "x" * 150_000,
    carried(case={"first_sick_day": "<img src=x onerror='globalThis.hacked = 1'>"}),
    carried(case={"first_sick_day": "2026-01-05", "<script>globalThis.hacked=1</script>": 1}),
    carried(case={"first_sick_day": "2026-01-05", "done": {"constructor": True}}),
    carried(case={"first_sick_day": "2026-01-05", "__proto__": {"polluted": True}}),
    carried(case={"first_sick_day": "2126-01-05"}),
    carried(case={"first_sick_day": "2027-01-05"}),
    carried(case={"first_sick_day": "2026-01-05"}, role="<b>baas</b>"),
    carried(case={"first_sick_day": "2026-01-05", "leaves": [{"first_day": "2026-01-01"}]}),
    "#zaak=" + quote('{"poortwachter": 99, "case": {"first_sick_day": "2026-01-05"}}'),
]


@also_from_disk
def test_a_link_fills_in_everything_and_says_who_did(visitor: Visitor) -> None:
    visitor.opens(fragment=WHOLE)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)
    expect(visitor.sender).to_contain_text("Degene van wie je de link kreeg, vulde dit in.")
    expect(visitor.sender).to_contain_text("van 1 juni 2026 tot en met 7 juni 2026")
    expect(visitor.sender).to_contain_text("weet niet of dit klaar is")
    assert visitor.page.url == visitor.home.address("zelfcheck")
    expect(visitor.answer.get_by_text("Stand op")).to_be_hidden()

    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_status("probleemanalyse", "done")
    visitor.sees_status("melding-arbodienst", "unknown")
    visitor.sees_given("5 januari 2026")
    expect(visitor.sender).to_be_hidden()
    visitor.opens_question()
    expect(visitor.page.get_by_role("radio", name="(werknemer)")).to_be_checked()

    visitor.types_first_sick_day("12", "1", "2026")
    visitor.sees_given("12 januari 2026")


def test_a_link_may_carry_only_a_part(visitor: Visitor) -> None:
    visitor.opens(fragment=carried(role="werkgever", case={}))
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    expect(visitor.date_fields("Eerste ziektedag").get_by_label("Dag")).to_be_focused()
    expect(visitor.page.get_by_role("radio", name="(werkgever)")).to_be_checked()


def test_the_page_makes_the_link_that_it_opens(visitor: Visitor) -> None:
    visitor.opens(fragment=WHOLE)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_answer()
    before = visitor.page.evaluate(FORM)
    visitor.unfolds_tool("Link")
    preview = visitor.page.locator("[data-slot=link-answers]")
    expect(preview.locator("dd")).to_have_text(["5 januari 2026"])
    for part in ("Wat al klaar is", "Wat er tussendoor gebeurde"):
        visitor.page.get_by_role("checkbox", name=part).check()
    expect(preview).to_contain_text("10 april 2026; 22 mei 2026")
    expect(preview.locator("dd")).to_have_count(16)
    made = visitor.page.get_by_label("De link", exact=True)
    for_nobody = made.input_value()
    assert for_nobody.startswith(visitor.home.address("zelfcheck") + "#zaak=")
    visitor.page.get_by_label("Voor wie is de link?").select_option("De werkgever")
    expect(preview.locator("dd")).to_have_count(17)
    expect(preview).to_contain_text("de werkgever")

    # Who sends it is an employee; who opens it is what was chosen for them, or says so themselves.
    for link, role in ((for_nobody, None), (made.input_value(), "werkgever")):
        visitor.page.goto("about:blank")
        visitor.page.goto(link)
        expect(visitor.sender).to_be_visible(timeout=PATIENCE)
        assert "werknemer" not in link
        assert visitor.page.evaluate(FORM) == without_role(before) | (
            {"role": role} if role else {}
        )


def without_role(form: dict[str, object]) -> dict[str, object]:
    return {name: told for name, told in form.items() if name != "role"}


def test_a_link_carries_no_more_than_was_chosen(visitor: Visitor) -> None:
    visitor.opens(fragment=WHOLE)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_answer()
    visitor.unfolds_tool("Bewaar")
    visitor.page.get_by_label("Eigen naam voor dit dossier").fill("Klant 7")
    visitor.unfolds_tool("Link")
    made = visitor.page.get_by_label("De link", exact=True)
    expect(made).to_have_value(re.compile("2026-01-05"))
    for word in ("Klant", "role", "done", "recoveries", "leaves", "unknown"):
        assert word not in made.input_value()


@also_from_disk
def test_a_hostile_link_is_refused_and_changes_nothing(visitor: Visitor) -> None:
    visitor.opens(fragment=HOSTILE[0])
    expect(visitor.refusal).to_be_focused(timeout=PATIENCE)
    visitor.types_first_sick_day("15", "juni", "2026")
    before = visitor.page.evaluate(FORM)
    for link in HOSTILE[1:]:
        visitor.page.evaluate("document.querySelector('[data-slot=refused] ul').replaceChildren()")
        visitor.page.evaluate("(link) => { location.hash = link }", link)
        expect(visitor.refusal.get_by_role("listitem").first).to_be_visible(timeout=PATIENCE)
        assert visitor.page.evaluate(FORM) == before
        assert visitor.page.url == visitor.home.address("zelfcheck")
    assert visitor.page.evaluate("globalThis.hacked ?? ({}).polluted ?? null") is None
    expect(visitor.sender).to_be_hidden()
    visitor.asks()
    visitor.sees_due("probleemanalyse", "2026-07-27")
    expect(visitor.refusal).to_be_hidden()


def test_a_save_file_comes_back_whole(visitor: Visitor, tmp_path: Path) -> None:
    visitor.opens(fragment=WHOLE)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_answer()
    before = visitor.page.evaluate(FORM)
    assert before["uwv_letter"] == "none"
    assert [each["percentage"] for each in before["partial_recoveries"]] == ["50", ""]
    visitor.unfolds_tool("Bewaar")
    with visitor.page.expect_download() as download:
        visitor.presses("Bewaar als bestand")
    assert download.value.suggested_filename == "zelfcheck-2026-01-05.json"
    saved = tmp_path / "zelfcheck.json"
    download.value.save_as(saved)

    visitor.wipes()
    visitor.sees_first_sick_day("", "", "")
    visitor.unfolds("Verder met een bewaard bestand")
    visitor.page.get_by_label("Kies het bestand").set_input_files(saved)
    visitor.sees_given("5 januari 2026")
    assert visitor.page.evaluate(FORM) == before

    saved.write_text("geen zelfcheck", encoding="utf-8")
    visitor.page.get_by_label("Kies het bestand").set_input_files(saved)
    expect(visitor.refusal).to_contain_text("Dit is geen bestand of link van de zelfcheck")
    assert visitor.page.evaluate(FORM) == before


def test_files_are_named_by_the_label_and_the_first_day(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.sees_list()
    visitor.unfolds_tool("Bewaar")
    visitor.page.get_by_label("Eigen naam voor dit dossier").fill("Klant 7")
    with visitor.page.expect_download() as download:
        visitor.presses("Bewaar als bestand")
    assert download.value.suggested_filename == "zelfcheck-Klant-7-2026-06-15.json"


def test_a_reload_and_the_way_back_lose_nothing(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "13", "2026")
    visitor.page.reload()
    visitor.sees_first_sick_day("15", "13", "2026")

    visitor.types_first_sick_day("15", "6", "2026")
    visitor.has_done("probleemanalyse", ("20", "juli", "2026"))
    visitor.sees_due("plan-van-aanpak", "2026-08-03")
    visitor.page.goto(visitor.home.address("stappen/probleemanalyse"))
    visitor.page.go_back()
    visitor.sees_first_sick_day("15", "6", "2026")
    visitor.sees_due("plan-van-aanpak", "2026-08-03")
    assert visitor.page.evaluate(STORED) == NOTHING


# A page comes back as a browser kept it, and somebody presses a button before the page looks at its fields again.
PRESSES_AT_ONCE = """() => {
    const look = [], later = window.setTimeout;
    window.setTimeout = (run) => look.push(run);
    for (const name of ["pagehide", "pageshow"])
        dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
    window.setTimeout = later;
    document.querySelector("[data-rows=recoveries] [data-action=remove]").click();
    for (const run of look) run();
    return look.length;
}"""


def test_what_a_button_takes_away_after_the_way_back_stays_away(online: Visitor) -> None:
    online.opens()
    online.types_first_sick_day("15", "6", "2026")
    online.was_recovered(("1", "9", "2026"), ("10", "9", "2026"))
    recovered = online.page.locator("[data-rows=recoveries] input[type=text]")
    assert "10" in [field.input_value() for field in recovered.all()]
    assert online.page.evaluate(PRESSES_AT_ONCE) > 0
    assert "10" not in [field.input_value() for field in recovered.all()]


def test_storing_needs_a_click_and_wipe_takes_everything_away(online: Visitor) -> None:
    online.opens()
    online.types_first_sick_day("15", "6", "2026")
    online.asks()
    online.sees_given("15 juni 2026")
    online.unfolds_tool("Bewaar")
    boxes = online.page.locator("#bewaar-apparaat, #toon-in-gids")
    for box in boxes.all():
        expect(box).not_to_be_checked()
    assert online.page.evaluate(STORED) == NOTHING
    for box in boxes.all():
        box.check()
    online.types_first_sick_day("16", "6", "2026")
    online.sees_given("16 juni 2026")
    stored = "localStorage.getItem('poortwachterwijzer.zaak')?.includes('2026-06-16')"
    online.page.wait_for_function(stored)

    later = online.page.context.new_page()
    later.clock.set_fixed_time(NOON)
    later.goto(online.home.address("zelfcheck"))
    expect(later.locator("[data-slot=week]")).to_have_text(
        "Week 23, dag 160 van 728", timeout=PATIENCE
    )
    later.close()

    online.wipes()
    expect(online.page.get_by_text("Alles is gewist.")).to_be_focused(timeout=PATIENCE)
    online.sees_first_sick_day("", "", "")
    expect(online.answer.get_by_text("Stand op")).to_be_hidden()
    assert online.page.evaluate(STORED) == WIPED
    assert online.page.url == online.home.address("zelfcheck")
    online.page.reload()
    online.sees_engine("ready")
    online.sees_first_sick_day("", "", "")
    assert "2026" not in online.page.evaluate("JSON.stringify(history.state)")


@pytest.mark.parametrize("role", ["werknemer", "werkgever"])
def test_a_role_changes_words_and_order_and_hides_nothing(visitor: Visitor, role: str) -> None:
    visitor.opens()
    visitor.types_first_sick_day("5", "1", "2026")
    visitor.is_in_role(role)
    for name in ("probleemanalyse", "plan-van-aanpak"):
        visitor.says(name, "Nee")
    visitor.asks()
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    asked = visitor.page.locator("[data-section=ask]")
    mine = asked.locator("[data-slot=rows] > .pw-step")
    expect(mine.first).to_contain_text("Wat jij doet:")
    for row in mine.locator(".pw-step__who").all():
        expect(row).to_contain_text(role, ignore_case=True)
    total, apart = shown(visitor), asked.locator("[data-slot=others] > .pw-step").count()
    visitor.is_in_role("werkgever" if role == "werknemer" else "werknemer")
    visitor.asks()
    expect(visitor.answer).to_be_focused(timeout=PATIENCE)
    assert shown(visitor) == total
    assert asked.locator("[data-slot=others] > .pw-step").count() != apart


def shown(visitor: Visitor) -> set[str]:
    """Which steps stand in the list, wherever."""
    rows = visitor.page.locator("[data-section] .pw-steps > [data-obligation]:not([hidden])")
    return {str(row.get_attribute("data-obligation")) for row in rows.all()}
