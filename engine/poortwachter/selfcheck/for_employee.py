"""What an employee reads first: the wage, whom to call, and what is theirs to do."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from poortwachter.answer.model import Answer
from poortwachter.answer.status import never_comes
from poortwachter.i18n.locales import DUTCH, uncapitalised
from poortwachter.i18n.messages import phrase
from poortwachter.law.references import asks
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.answers_in_words import AnsweredQuestion
from poortwachter.selfcheck.rows import Row, Section
from poortwachter.selfcheck.submission import Submission
from poortwachter.timeline.trace import Reached

# Where the first thing to do is looked for, in this order; before it comes what costs most.
RANK_OF_SECTION: Mapping[Section, int] = {"now": 2, "ask": 3, "next": 4}


@asks("einde-loondoorbetaling", "wia-ingang", "wia-aanvraag")
def for_employee(
    answer: Answer, listed: Iterable[Row], submission: Submission, language: str = DUTCH
) -> list[AnsweredQuestion]:
    """Questions and answers for somebody who is sick; nothing for who is not, or is not on this day."""
    if submission.role != "werknemer" or answer.clock.kind_of_pause_on(answer.on):
        return []
    contract_end = submission.facts.get("contract_end")
    call = "call_uwv" if contract_end and contract_end < answer.on else "call_employer"
    told = {
        "wage": _wage(answer, submission.facts, language),
        "call": _words(call, language),
        "first": _first(listed, answer.on, language),
    }
    return [
        {"question": _words(f"asks_{name}", language), "answer": words}
        for name, words in told.items()
        if words
    ]


@asks("einde-loondoorbetaling", "wia-ingang")
def _wage(answer: Answer, facts: Mapping[str, Any], language: str) -> str:
    """Until when the employer pays, and what may come after that (BW art. 7:629, WIA art. 47, ZW art. 29)."""
    days = {each.rule.id: each.reached for each in answer.moments}
    wage, wia = days["einde-loondoorbetaling"], days["wia-ingang"]
    if wage.day is None:
        rule = load().rules["einde-loondoorbetaling"]
        return "" if never_comes(wage) else _words("wage_unknown", language, name=rule)
    ends_with_contract = wage.day == facts.get("contract_end")
    until = _words(_until(wage, answer.on, ends_with_contract), language, day=wage.day)
    if wia.day == wage.day + timedelta(days=1):
        return f"{until} {_words('after_wia', language)}"
    has_benefit = ends_with_contract and not _is_after_aow(wage.day, facts)
    return f"{until} {_words('after_contract', language)}" if has_benefit else until


def _until(wage: Reached, on: date, ends_with_contract: bool) -> str:
    if wage.at_least:
        return "wage_at_earliest"
    if wage.day and wage.day < on:
        return "wage_was"
    return "wage_until_contract" if ends_with_contract else "wage_until"


def _is_after_aow(day: date, facts: Mapping[str, Any]) -> bool:
    """Whether no sickness benefit follows, for there is none from the AOW age on (ZW art. 29(4))."""
    aow = facts.get("aow_date")
    return bool(aow and day + timedelta(days=1) >= aow)


def _first(listed: Iterable[Row], on: date, language: str) -> str:
    """What this employee must do first, with its day; nothing where there is nothing."""
    mine = [
        row for row in listed if row["mine"] and row["status"] and row["section"] in RANK_OF_SECTION
    ]
    first = min(mine, key=_urgency, default=None)
    return _in_words(first, on, language) if first else ""


@asks("wia-aanvraag")
def _urgency(row: Row) -> int:
    """The lower, the sooner: each day that the WIA application is late moves the benefit (WIA art. 64)."""
    if row["section"] == "ask" and row["id"] == "wia-aanvraag":
        return 0
    return 1 if row["late"] else RANK_OF_SECTION[row["section"]]


def _in_words(row: Row, on: date, language: str) -> str:
    rule = load().actionable[row["id"]]
    name = rule.words[language].name
    if row["section"] == "ask" and not row["told"]:
        return _words("fill_in", language, name=rule)
    is_past = row["due"] is not None and row["due"] < on.isoformat()
    told = row["standing"] if row["section"] == "ask" else "" if is_past else row["when"]
    return f"{name}: {uncapitalised(told)}" if told else name


def _words(sentence: str, language: str, /, **values: object) -> str:
    return phrase("for_employee", sentence, language, **values)
