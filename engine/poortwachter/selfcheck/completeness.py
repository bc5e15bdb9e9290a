"""Whether the re-integration report is complete: its parts (Regeling procesgang art. 6(1))."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from poortwachter.answer.model import Answer, Entry
from poortwachter.answer.status import DONE, FINISHED
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.law.references import asks
from poortwachter.law.rulebook import ReportPart, load

PartState = Literal["there", "partly", "missing", "not_known", "not_asked", "not_needed"]


class PartView(TypedDict):
    """How one part stands; the medical part has no letter."""

    letter: NotRequired[str]
    state: PartState
    text: str


class Completeness(TypedDict):
    """By when the report must be ready, and which of its papers are there."""

    ready: str
    counted: str
    parts: list[PartView]
    medical: PartView


@asks("reintegratieverslag", "medische-informatie")
def completeness(answer: Answer, language: str = DUTCH) -> Completeness:
    """How each part stands, the medical part apart, and by when the report must be ready."""
    found = {each.occurrence.rule.id: each for each in answer.obligations}
    parts = load().report_parts
    states = [_state(part, found) for part in parts]
    papers = dict.fromkeys(name for part in parts for name in part.documents)
    needed = [name for name in papers if found[name].status != "not_applicable"]
    ready = sum(found[name].status in DONE for name in needed)
    return {
        "ready": _ready(found["reintegratieverslag"], language),
        "counted": _words("counted", language, count=ready, number=len(needed)),
        "parts": [
            {"letter": part.letter, "state": state, "text": _words(state, language)}
            for part, state in zip(parts, states, strict=True)
        ],
        "medical": _medical(found["medische-informatie"], language),
    }


def _state(part: ReportPart, found: Mapping[str, Entry]) -> PartState:
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


def _medical(entry: Entry, language: str) -> PartView:
    name = entry.occurrence.rule.id
    state = _state(ReportPart("", (), (name,)), {name: entry})
    return {"state": state, "text": _words(state, language)}


def _ready(entry: Entry, language: str) -> str:
    due = entry.occurrence.deadline.day
    if entry.status in DONE:
        return _words("is_ready", language)
    if due and entry.status not in FINISHED:
        return _words("ready_by", language, day=due)
    trace = entry.occurrence.deadline.trace
    why = [trace[-1].text(language)] if trace else []
    return " ".join([_words("no_day", language), *why])


def _words(name: str, language: str, **values: object) -> str:
    return phrase("report", name, language, **values)
