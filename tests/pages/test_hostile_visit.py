"""What somebody with bad intent tries with a link, a file or a moment: the page shows nothing that is not so."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.pages.test_carrying import FORM, carried
from tests.pages.visitor import PATIENCE, Visitor
from tests.thorough import also_from_disk

LINK = carried(role="werknemer", case={"first_sick_day": "2026-01-05"})

TYPES_AND_OPENS = """(link) => {
  const form = document.querySelector("[data-slot=form]");
  form.elements["first_sick_day.day"].value = "16";
  form.dispatchEvent(new Event("input", { bubbles: true }));
  location.hash = link;
}"""

ASKS_WHILE_OPENING = """(link) => {
  const form = document.querySelector("[data-slot=form]");
  addEventListener("hashchange", () => form.requestSubmit(), { once: true });
  location.hash = link;
}"""

PUTS_BACK = """() => {
  const began = performance.now();
  document.querySelector('[data-action="put-back"]').click();
  return performance.now() - began;
}"""


def shows_only_the_sender(visitor: Visitor) -> None:
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    # Answers come in the order of the questions: what was asked before has come when this has.
    visitor.page.evaluate("poortwachter.ask({ on: '2026-01-01', form: {} })")
    visitor.sees_first_sick_day("5", "1", "2026")
    expect(visitor.sender).to_be_visible()
    expect(visitor.answer.get_by_text("Stand op")).to_be_hidden()


@also_from_disk
def test_an_answer_that_was_asked_for_is_not_shown_with_another_case(visitor: Visitor) -> None:
    visitor.opens()
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.sees_engine("ready")
    visitor.page.evaluate(ASKS_WHILE_OPENING, LINK)
    shows_only_the_sender(visitor)


def test_what_is_typed_just_before_a_link_does_not_answer_the_link(visitor: Visitor) -> None:
    visitor.opens(at=None)
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_given("15 juni 2026")
    visitor.page.evaluate(TYPES_AND_OPENS, LINK)
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    # Longer than the page waits for the next letter.
    visitor.page.wait_for_timeout(400)
    shows_only_the_sender(visitor)


def test_a_link_cannot_say_that_all_was_wiped(visitor: Visitor) -> None:
    visitor.opens(fragment="#gewist")
    visitor.sees_engine("ready")
    expect(visitor.page.get_by_text("Alles is gewist.")).to_be_hidden()


def test_a_link_carries_nothing_of_the_address_but_the_page(visitor: Visitor) -> None:
    visitor.opens(fragment="?van=iemand")
    visitor.types_first_sick_day("15", "6", "2026")
    visitor.asks()
    visitor.sees_answer()
    visitor.page.evaluate("document.querySelector('[data-slot=link]').open = true")
    start = re.escape(visitor.home.address("zelfcheck") + "#zaak=")
    expect(visitor.page.locator("#link-tekst")).to_have_value(re.compile(f"^{start}"))


def test_the_fullest_link_does_not_stop_the_page(visitor: Visitor) -> None:
    days = [date(2004, 2, 1) + timedelta(days=30 * number) for number in range(200)]
    spells = [{"first_day": str(day), "last_day": str(day + timedelta(days=9))} for day in days]
    case = {
        "first_sick_day": "2004-01-05",
        "recoveries": spells,
        "done": {"periodieke-evaluatie": [str(day) for day in days]},
    }
    visitor.opens(fragment=carried(case=case))
    expect(visitor.sender).to_be_visible(timeout=2 * PATIENCE)
    filled = visitor.page.evaluate(FORM)
    visitor.page.evaluate("(link) => { location.hash = link; }", LINK)
    visitor.sees_first_sick_day("5", "1", "2026")
    assert visitor.page.evaluate(PUTS_BACK) < 3_000
    assert visitor.page.evaluate(FORM) == filled
    assert len(filled["done"]["periodieke-evaluatie"]["days"]) == len(days)
