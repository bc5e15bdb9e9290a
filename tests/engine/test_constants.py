"""What the engine counts with and that is no rule's own term is asked with a day."""

from datetime import date
from typing import Any

import pytest

from poortwachter import Case, check
from poortwachter.law import Constant, load

CHANGE = date(2026, 6, 1)
BEFORE, AFTER = "2026-03-02", "2026-07-06"


def test_a_constant_is_the_version_of_the_day_and_before_the_first_that_one() -> None:
    constant = Constant(((date(2005, 1, 1), 3), (date(2010, 1, 1), 4)))
    days = (date(2004, 1, 1), date(2005, 1, 1), date(2009, 12, 31), date(2010, 1, 1))
    assert [constant.on(day) for day in days] == [3, 3, 3, 4]


def changed(monkeypatch: pytest.MonkeyPatch, name: str, weeks: int) -> None:
    """The rules as they are, with another value of a constant from a day on."""
    old = load().constants[name].versions
    monkeypatch.setitem(load().constants, name, Constant((*old, (CHANGE, weeks))))


def codes(case: dict[str, Any]) -> set[str]:
    return {each.code for each in check(Case.from_dict(case), on=date(2026, 12, 1)).notices}


def recovered(first_day: str, last_day: str) -> dict[str, Any]:
    spell = {"first_day": first_day, "last_day": last_day}
    return {"first_sick_day": "2026-01-05", "recoveries": [spell]}


def test_a_recovery_counts_by_the_law_of_its_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    short, later = recovered(BEFORE, "2026-03-24"), recovered(AFTER, "2026-07-28")
    assert "new-period" not in codes(short) | codes(later)
    changed(monkeypatch, "nieuwe-periode", 3)
    assert "new-period" not in codes(short)
    assert "new-period" in codes(later)


def test_a_repair_counts_by_the_law_of_the_day_on_which_it_was_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changed(monkeypatch, "loonsanctie-na-herstel", 2)
    assert _end_of_sanction("2026-05-31") == date(2026, 7, 12)
    assert _end_of_sanction("2026-06-01") == date(2026, 6, 15)


def _end_of_sanction(found: str) -> date | None:
    extension = {"sanction_weeks": 52, "sanction_repair_found": found}
    case = Case.from_dict({"first_sick_day": "2024-01-01", "wage_extension": extension})
    moments = check(case, on=date(2026, 7, 1)).moments
    return next(each.day for each in moments if each.rule.id == "einde-loonsanctie")


@pytest.mark.parametrize(("last_day", "report"), [("2026-05-31", "volledig"), (AFTER, "verkorte")])
def test_a_report_is_asked_by_the_law_of_the_last_day_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, last_day: str, report: str
) -> None:
    changed(monkeypatch, "ziek-uit-dienst-volledig", 30)
    case = Case.from_dict({"first_sick_day": "2026-01-05", "contract_end": last_day})
    steps = next(
        each.occurrence.deadline.trace
        for each in check(case, on=date(2026, 7, 1)).obligations
        if each.occurrence.rule.id == "uitdiensttreding-ziek"
    )
    assert report in steps[-1].text()


def test_every_constant_is_one_that_the_engine_asks() -> None:
    assert load().constants.keys() == {
        "nieuwe-periode",
        "wia-beslissing",
        "loonsanctie-beslissing-herstel",
        "wia-na-herstel",
        "uwv-brief-wet",
        "uwv-brief-grens",
        "uwv-brief-te-laat",
        "iva-na-aanvraag",
        "loonsanctie-na-herstel",
        "ziek-uit-dienst-verslag",
        "ziek-uit-dienst-volledig",
    }
