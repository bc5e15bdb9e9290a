"""Whether the re-integration report is complete: its parts (Regeling procesgang art. 6(1))."""

from collections.abc import Mapping
from typing import Any

from poortwachter.answer import Answer, Obligation
from poortwachter.language import DUTCH
from poortwachter.rulebook import Part, load
from poortwachter.sentences import phrase
from poortwachter.status import FINISHED

REPORT, MEDICAL = "reintegratieverslag", "medische-informatie"


DONE = {"done", "done_late"}


def report(answer: Answer, language: str = DUTCH) -> dict[str, Any]:
    """How each part stands, the medical part apart, and by when the report must be ready."""
    found = {each.slot.rule.id: each for each in answer.obligations}
    parts = load().report_parts
    states = [_state(part, found) for part in parts]
    papers = dict.fromkeys(name for part in parts for name in part.documents)
    needed = [name for name in papers if found[name].status != "not_applicable"]
    ready = sum(found[name].status in DONE for name in needed)
    return {
        "ready": _ready(found[REPORT], language),
        "counted": _words("counted", language, count=ready, number=len(needed)),
        "parts": [
            {"letter": part.letter, "state": state, "text": _words(state, language)}
            for part, state in zip(parts, states, strict=True)
        ],
        "medical": _medical(found[MEDICAL], language),
    }


def _state(part: Part, found: Mapping[str, Obligation]) -> str:
    if not part.documents:
        return "there" if part.known else "not_asked"
    statuses = [found[name].status for name in part.documents]
    needed = [status for status in statuses if status != "not_applicable"]
    if not needed:
        return "not_needed"
    ready = [status in DONE for status in needed]
    if all(ready):
        return "there"
    if any(ready):
        return "partly"
    return "not_known" if "unknown" in needed else "missing"


def _medical(obligation: Obligation, language: str) -> dict[str, str]:
    part = Part("", (), (MEDICAL,))
    state = _state(part, {MEDICAL: obligation})
    return {"state": state, "text": _words(state, language)}


def _ready(obligation: Obligation, language: str) -> str:
    due = obligation.slot.deadline.day
    if obligation.status in DONE:
        return _words("is_ready", language)
    if due and obligation.status not in FINISHED:
        return _words("ready_by", language, day=due)
    trace = obligation.slot.deadline.trace
    why = [trace[-1].text(language)] if trace else []
    return " ".join([_words("no_day", language), *why])


def _words(name: str, language: str, **values: object) -> str:
    return phrase("report", name, language, **values)
