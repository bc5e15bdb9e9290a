"""The whole of an answer as a person reads it, kept to be reviewed by eye.

After a change on purpose: GOLDEN=write make test, then read the difference before committing it.
"""

from datetime import date
from typing import Any

import pytest

from poortwachter import Case, check
from poortwachter import compare as compared
from poortwachter.answer import Answer
from poortwachter.law import load
from poortwachter.render import answer_as_text, comparison_as_text, rules_as_text
from tests.engine.reviewed import GOLDEN, compare

CASES: dict[str, dict[str, Any]] = {
    "week-46": {"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-20"}},
    "twee-keer-hersteld": {
        "first_sick_day": "2025-03-03",
        "recoveries": [
            {"first_day": "2025-07-07", "last_day": "2025-07-20"},
            {"first_day": "2025-12-22", "last_day": "2025-12-31"},
        ],
        "done": {"probleemanalyse": True, "periodieke-evaluatie": True},
    },
    "nog-steeds-hersteld": {
        "first_sick_day": "2026-01-05",
        "recoveries": [{"first_day": "2026-11-09"}],
    },
    "verlof-oorzaak-onbekend": {
        "first_sick_day": "2026-01-05",
        "leaves": [{"first_day": "2026-06-01", "last_day": "2026-09-20"}],
    },
    "aow-en-einde-contract": {
        "first_sick_day": "2025-09-01",
        "aow_date": "2026-10-01",
        "contract_end": "2026-12-31",
    },
    "loonsanctie": {
        "first_sick_day": "2024-01-08",
        "done": {"wia-aanvraag": "2025-10-27"},
        "wage_extension": {"sanction_weeks": 52, "sanction_repair_found": "2026-10-30"},
    },
}

BASE = CASES["week-46"]
WHAT_IFS: dict[str, dict[str, Any]] = {
    "hersteld": {"recoveries": [{"first_day": "2026-11-09"}]},
    "weer-ziek": {"recoveries": [{"first_day": "2026-11-09", "last_day": "2026-11-15"}]},
    "plan-klaar": {"done": {**BASE["done"], "plan-van-aanpak": "2026-03-10"}},
    "contract-voorbij": {"contract_end": "2026-12-31"},
}


@pytest.mark.parametrize("name", CASES)
def test_an_answer_reads_as_it_was_reviewed(name: str) -> None:
    answer = check(Case.from_dict(CASES[name]), on=date(2026, 11, 21))
    compare(GOLDEN / f"{name}.txt", answer_as_text(answer) + "\n" + proof(answer))


def test_an_answer_in_english_reads_as_it_was_reviewed() -> None:
    answer = check(Case.from_dict(CASES["loonsanctie"]), on=date(2026, 11, 21))
    compare(GOLDEN / "in-english.txt", answer_as_text(answer, "en"))


@pytest.mark.parametrize("name", WHAT_IFS)
def test_what_differs_reads_as_it_was_reviewed(name: str) -> None:
    cases = [Case.from_dict(case) for case in (BASE, {**BASE, **WHAT_IFS[name]})]
    found = compared(*cases, on=date(2026, 11, 21))
    texts = [comparison_as_text(found, language) for language in ("nl", "en")]
    compare(GOLDEN / f"als-{name}.txt", "\n".join(texts))


def test_the_rules_read_as_they_were_reviewed() -> None:
    compare(GOLDEN / "rules.txt", rules_as_text(load()))


def proof(answer: Answer) -> str:
    """How each date was reached."""
    lines = []
    for obligation in answer.obligations:
        occurrence = obligation.occurrence
        lines += [f"\n{occurrence.rule.id} {occurrence.number or ''}".rstrip()]
        lines += [f"  {step.text()}" for step in occurrence.deadline.trace]
    for moment in answer.moments:
        lines += [f"\n{moment.rule.id}", *[f"  {step.text()}" for step in moment.trace]]
    return "\n".join(lines) + "\n"
