"""Whether the re-integration report is complete: its parts (Regeling procesgang art. 6(1))."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal, NotRequired, TypedDict

from poortwachter.answer.model import Answer, Entry
from poortwachter.answer.status import DONE, FINISHED, Status
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.law.references import asks
from poortwachter.law.rulebook import ReportPart, load
from poortwachter.selfcheck.asking import may_be_done
from poortwachter.timeline.trace import Gap

PartState = Literal[
    "there", "partly", "missing", "not_told", "not_known", "not_asked", "not_needed"
]

# How a paper stands: what nobody told is not missing.
PaperState = Status | Literal["not_told"]


class PartView(TypedDict):
    """How one part stands; the medical part has no letter."""

    letter: NotRequired[str]
    state: PartState
    text: str


class Completeness(TypedDict):
    """By when the report must be ready, and which of its papers are there.

    `matters`: whether it can be made by now, or should be there.
    """

    matters: bool
    ready: str
    counted: str
    parts: list[PartView]
    medical: PartView


# Why there is no report at all, and why there may be only a short one.
NO_REPORT: frozenset[Gap] = frozenset({"report_none", "no_sickness_benefit", "wia_after_aow"})
SHORT: frozenset[Gap] = frozenset({"not_in_short_report"})


@asks("reintegratieverslag", "medische-informatie", "actueel-oordeel")
def completeness(answer: Answer, language: str = DUTCH) -> Completeness:
    """How each part stands, the medical part apart, and by when the report must be ready.

    Where a contract ends, the medical part has the day of the report and counts as one of its papers
    (Beleidsregels vorm- en herkenbaarheidsvereisten art. 2(2)(e) and 2a(3)(b)).
    """
    found = {each.occurrence.rule.id: each for each in answer.obligations}
    parts, medical = load().report_parts, found["medische-informatie"]
    gaps = {
        found[name].occurrence.deadline.gap for name in ("reintegratieverslag", "actueel-oordeel")
    }
    asked = {name: _stands(each) for name, each in found.items() if _is_asked(each, gaps)}
    papers = dict.fromkeys(name for part in parts for name in part.documents)
    if medical.occurrence.deadline.day:
        papers[medical.occurrence.rule.id] = None
    return {
        "matters": _matters(found["reintegratieverslag"], answer.on),
        "ready": _ready(found["reintegratieverslag"], answer.on, language),
        "counted": _counted([asked[name] for name in papers if name in asked], language),
        "parts": [_part(part, _state(part, asked), language) for part in parts],
        "medical": _medical(medical, asked, language),
    }


def _part(part: ReportPart, state: PartState, language: str) -> PartView:
    return {"letter": part.letter, "state": state, "text": _words(state, language)}


def _matters(report: Entry, on: date) -> bool:
    if report.status == "unknown":
        return may_be_done(report.occurrence, on)
    return report.status not in {"upcoming", "not_applicable"}


def _is_asked(entry: Entry, gaps: Collection[Gap | None]) -> bool:
    """Whether a paper belongs to the report; one that is ready always does.

    What nobody may do any more, since a role ended after its last day, is still asked.
    """
    if entry.status in DONE:
        return True
    if NO_REPORT.intersection(gaps):
        return False
    if SHORT.intersection(gaps) and entry.occurrence.rule.after_contract != "short_report":
        return False
    return entry.status != "not_applicable" or entry.occurrence.deadline.day is not None


def _stands(entry: Entry) -> PaperState:
    if entry.status in DONE:
        return entry.status
    if entry.occurrence.told == "not_known":
        return "unknown"
    if entry.occurrence.told == "not_done":
        return "due"
    return entry.status if entry.is_told or entry.status == "unknown" else "not_told"


def _state(part: ReportPart, asked: Mapping[str, PaperState]) -> PartState:
    if not part.documents:
        return "there" if part.known else "not_asked"
    needed = [asked[name] for name in part.documents if name in asked]
    if not needed:
        return "not_needed"
    ready = [status in DONE for status in needed]
    if all(ready):
        return "there"
    if any(ready):
        return "partly"
    if "unknown" in needed:
        return "not_known"
    return "not_told" if "not_told" in needed else "missing"


def _counted(papers: Collection[PaperState], language: str) -> str:
    if not papers:
        return _words("no_papers", language)
    ready = sum(status in DONE for status in papers)
    return _words("counted", language, count=ready, number=len(papers))


def _medical(entry: Entry, asked: Mapping[str, PaperState], language: str) -> PartView:
    state = _state(ReportPart("", (), (entry.occurrence.rule.id,)), asked)
    return {"state": state, "text": _words(state, language)}


def _ready(entry: Entry, on: date, language: str) -> str:
    due = entry.occurrence.deadline.day
    if entry.status in DONE:
        return _words("is_ready", language)
    if due and entry.status not in FINISHED:
        name = "ready_by" if on <= due else "was_due"
        known = "ready_at_earliest" if entry.occurrence.deadline.at_least else name
        return _words(known, language, day=due)
    trace = entry.occurrence.deadline.trace
    why = [trace[-1].text(language)] if trace else []
    return " ".join([_words("no_day", language), *why])


def _words(name: str, language: str, **values: object) -> str:
    return phrase("report", name, language, **values)
