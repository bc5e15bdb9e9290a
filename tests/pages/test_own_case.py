"""What somebody typed comes back exactly, however much came from elsewhere after it."""

import pytest
from playwright.sync_api import expect

from tests.own_case import CASES, PLAYS, PUTS_BACK, as_given, link, visit
from tests.pages.test_carrying import FORM
from tests.pages.test_nobody_elses_case import SAVED, keeps
from tests.pages.visitor import PATIENCE, Visitor
from tests.patience import until
from tests.thorough import thorough

KINDS = ("form", "shown", "theirs")
OTHER, YET_ANOTHER = link(CASES["another"]), link(CASES["yet another"])


def plays(visitor: Visitor, seed: int) -> dict[str, object]:
    """Plays a visit in a page where others were played; gives what was typed, as it stood."""
    played = visit(seed)
    before, after = visitor.page.evaluate(PLAYS, as_given(played))
    assert before["shown"] == played.asked, played
    if not played.replaced:
        assert {**after, "back": before["back"]} == before, played
    return dict(before)


def comes_back(visitor: Visitor, seed: int, before: dict[str, object]) -> None:
    if visit(seed).replaced:
        after = visitor.page.evaluate(PUTS_BACK)
        assert {kind: after[kind] for kind in KINDS} == {kind: before[kind] for kind in KINDS}, (
            visit(seed)
        )


def opens(visitor: Visitor) -> None:
    visitor.opens()
    visitor.sees_engine("ready")


# In one document each: a case that was typed stays behind those of the visits after it.
VISITS = [range(first, first + 25) for first in range(0, 125, 25)]


@pytest.mark.parametrize("seeds", [VISITS[0], *thorough(*VISITS[1:])], ids=str)
def test_what_was_typed_comes_back_after_whatever_came_from_elsewhere(
    online: Visitor, seeds: range
) -> None:
    opens(online)
    for seed in seeds:
        comes_back(online, seed, plays(online, seed))


def test_no_case_that_was_typed_is_lost_however_many_were(online: Visitor) -> None:
    opens(online)
    typed = [plays(online, seed) for seed in range(15)]
    online.page.reload()
    online.sees_engine("ready")
    for before in reversed(typed):
        after = online.page.evaluate(PUTS_BACK)
        assert {kind: after[kind] for kind in KINDS} == {kind: before[kind] for kind in KINDS}


def opens_link(visitor: Visitor, fragment: str) -> None:
    """As somebody else sends it, over what stands there."""
    visitor.page.evaluate("(link) => { location.hash = link }", fragment)
    expect(visitor.sender).to_be_focused(timeout=PATIENCE)


def has_typed(visitor: Visitor) -> dict[str, object]:
    opens(visitor)
    visitor.types_first_sick_day("3", "februari", "2025")
    return dict(visitor.page.evaluate(FORM))


@pytest.mark.parametrize("second", [YET_ANOTHER, OTHER], ids=["another", "the same"])
def test_a_second_link_leaves_what_was_typed_to_be_put_back(visitor: Visitor, second: str) -> None:
    typed = has_typed(visitor)
    opens_link(visitor, OTHER)
    visitor.page.evaluate("document.activeElement.blur()")
    opens_link(visitor, second)
    visitor.page.go_back()
    visitor.page.reload()
    expect(visitor.sender).to_be_visible(timeout=PATIENCE)
    visitor.presses("Zet het terug")
    visitor.sees_first_sick_day("3", "februari", "2025")
    assert visitor.page.evaluate(FORM) == typed
    expect(visitor.page.get_by_role("button", name="Zet het terug")).to_be_hidden()
    expect(visitor.sender).to_be_hidden()


def test_what_was_changed_by_hand_and_what_was_typed_before_it_both_come_back(
    visitor: Visitor,
) -> None:
    has_typed(visitor)
    opens_link(visitor, OTHER)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_given("5 januari 2026")
    visitor.types_first_sick_day("6", "1", "2026")
    visitor.sees_given("6 januari 2026")
    opens_link(visitor, YET_ANOTHER)
    visitor.presses("Zet het terug")
    visitor.sees_given("6 januari 2026")
    visitor.presses("Zet het terug")
    visitor.sees_first_sick_day("3", "februari", "2025")
    visitor.presses("Zet het terug")
    visitor.sees_given("6 januari 2026")


def test_what_was_not_asked_for_comes_back_without_a_list(visitor: Visitor) -> None:
    has_typed(visitor)
    opens_link(visitor, OTHER)
    visitor.presses("Ik heb het nagekeken, ga verder")
    visitor.sees_given("5 januari 2026")
    visitor.presses("Zet het terug")
    visitor.sees_first_sick_day("3", "februari", "2025")
    expect(visitor.answer.get_by_text("Stand op")).to_be_hidden()


def test_wipe_also_wipes_what_could_be_put_back(visitor: Visitor) -> None:
    has_typed(visitor)
    opens_link(visitor, OTHER)
    assert "februari" in visitor.page.evaluate("JSON.stringify(history.state)")
    visitor.page.locator('[data-slot="sender"] [data-action="wipe"]').click()
    expect(visitor.page.get_by_text("Alles is gewist.")).to_be_focused(timeout=PATIENCE)
    expect(visitor.page.get_by_role("button", name="Zet het terug")).to_be_hidden()
    visitor.page.reload()
    visitor.sees_first_sick_day("", "", "")
    assert "februari" not in visitor.page.evaluate("JSON.stringify(history.state)")


# Whose role it is.


def chosen(visitor: Visitor) -> list[str]:
    script = "[...document.querySelectorAll('[name=role]:checked')].map(({ value }) => value)"
    return list(visitor.page.evaluate(script))


def is_sent_as(visitor: Visitor, role: str) -> None:
    """A framing site says who its visitors are; the event has come when the next task has."""
    visitor.page.evaluate(
        """(role) => new Promise((resolve) => {
          addEventListener("hashchange", () => setTimeout(resolve), { once: true });
          location.hash = `#rol=${role}`;
        })""",
        role,
    )


def test_a_site_chooses_the_role_until_the_visitor_does_anything(visitor: Visitor) -> None:
    opens(visitor)
    for role in ("werkgever", "werknemer"):
        is_sent_as(visitor, role)
        assert chosen(visitor) == [role]
    visitor.types_first_sick_day("3", "2", "2025")
    is_sent_as(visitor, "werkgever")
    assert chosen(visitor) == ["werknemer"]


def test_a_role_that_a_site_chose_is_nothing_to_be_put_back(visitor: Visitor) -> None:
    opens(visitor)
    is_sent_as(visitor, "werkgever")
    opens_link(visitor, OTHER)
    expect(visitor.page.get_by_role("button", name="Zet het terug")).to_be_hidden()


def test_a_role_from_elsewhere_leaves_alone_what_was_chosen(visitor: Visitor) -> None:
    opens(visitor)
    visitor.is_in_role("werknemer")
    is_sent_as(visitor, "werkgever")
    assert chosen(visitor) == ["werknemer"]


def test_a_role_from_elsewhere_leaves_alone_what_this_device_keeps(visitor: Visitor) -> None:
    keeps(visitor, "15")
    is_sent_as(visitor, "werkgever")
    assert chosen(visitor) == []
    later = Visitor(visitor.page.context.new_page(), visitor.home)
    later.opens(fragment="#rol=werkgever")
    later.sees_given("15 juni 2026")
    assert chosen(later) == []
    later.says("probleemanalyse", "Nee")
    until(lambda: '"probleemanalyse": false' in later.page.evaluate(SAVED), "the step to be kept")
    assert '"role"' not in later.page.evaluate(SAVED)
