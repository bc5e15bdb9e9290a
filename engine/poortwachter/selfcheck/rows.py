"""The answer as one list: each step and important day a row, in the section and the order in which it matters."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Literal, TypedDict

from poortwachter.answer.model import Answer, Moment
from poortwachter.answer.status import STATUS_OF_GAP, Status
from poortwachter.i18n.locales import DUTCH, written
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rule
from poortwachter.render.describe import (
    Described,
    Group,
    at_earliest,
    last_working_day,
    when,
)
from poortwachter.timeline.timeline import Occurrence
from poortwachter.timeline.trace import Reached

Section = Literal[
    "ask",
    "now",
    "next",
    "later",
    "done",
    "days",
    "always",
    "may",
    "if",
    "not_needed",
]

# What should have been done by now is asked, also what was said of it; the rest says when it comes.
SECTION_OF_GROUP: Mapping[Group, Section] = {
    "late": "ask",
    "to_fill_in": "ask",
    "advised": "ask",
    "custom": "ask",
    "now": "now",
    "unknown": "later",
    "later": "later",
    "done": "done",
    "not_needed": "not_needed",
    "always": "always",
    "may": "may",
    "if": "if",
}

# What recurs says of these how often.
UNANSWERED: frozenset[Group] = frozenset({"to_fill_in", "custom"})

# As many of what comes stand unfolded.
NEXT = 3

# The first sick day tells it already, so it is not asked; it is to be done in the first days.
FIRST_WEEK = 1


class Time(TypedDict):
    """One time of what recurs."""

    n: int
    status: Status
    told: bool
    due: str | None
    when: str
    standing: str
    to_come: bool


class Row(TypedDict):
    """A step, or an important day (without a status): dates in ISO 8601, the rest in words.

    Attributes:
        asked: whether it can have been done by now, so that the row asks.
        mine: whether somebody of this role acts; for a role that helps, everything is.
        day: what stands beside the name, short; `when` is the same in full.
        outcomes: how each way that is still open turns out.
        times: every further time of what recurs.
    """

    id: str
    section: Section
    n: int | None
    status: Status | None
    told: bool
    asked: bool
    mine: bool
    standing: str
    due: str | None
    day: str
    when: str
    last_working_day: str
    to_come: bool
    outcomes: list[str]
    trace: list[str]
    times: list[Time]


class Ranked(TypedDict):
    """A row with what puts it in its place."""

    row: Row
    rule: Rule
    reached: Reached


def acts(rule: Rule, role: str | None) -> bool:
    """Whether somebody of this role must act; who helps looks after everything."""
    return role not in {"werknemer", "werkgever"} or role in rule.who


def _rank(each: Ranked) -> tuple[bool, date]:
    return each["rule"].strength == "gebruik", each["reached"].day or date.max


def _coming(found: Iterable[Ranked], on: date) -> Iterator[Ranked]:
    """What comes next: steps that must be done, and important days."""
    for each in found:
        day, kind = each["reached"].day, each["rule"].kind
        is_next = each["row"]["section"] == "later" and kind == "obligation"
        if day and day >= on and (is_next or kind == "moment"):
            yield each


@asks("ziekmelding-werknemer")
def _section(each: Described, begun: Collection[str], answer: Answer) -> Section:
    """Where it belongs; what can matter only later stands with what is not needed now."""
    occurrence = each.entry.occurrence
    waits_for = occurrence.rule.matters_from
    if waits_for and waits_for not in begun and each.group in {"may", "if"}:
        return "not_needed"
    if occurrence.rule.id == "ziekmelding-werknemer" and not each.entry.is_told:
        return "now" if answer.clock.week(answer.on) == FIRST_WEEK else "always"
    if each.group == "unknown" and _may_be_done(occurrence):
        return "ask"
    return SECTION_OF_GROUP[each.group]


def _may_be_done(occurrence: Occurrence) -> bool:
    """Whether it may be done by now, although nobody can say by when it had to be.

    What counts from a step that was done on a day that nobody told may have fallen due already;
    of what recurs nobody can say then how often.
    """
    rule, counts_from_untold = occurrence.rule, occurrence.deadline.gap == "no_own_date"
    is_one_step = rule.kind == "obligation" and not rule.recurs_until
    return occurrence.told == "not_known" or (is_one_step and counts_from_untold)


@asks("ziekmelding-werknemer")
def _is_asked(each: Described, section: Section) -> bool:
    rule = each.entry.occurrence.rule
    if rule.id == "ziekmelding-werknemer":
        return each.entry.is_told
    return rule.kind == "obligation" and section in {"ask", "now", "done"}


@asks(_section, _is_asked)
def _step(
    times: list[Described],
    begun: Collection[str],
    answer: Answer,
    role: str | None,
    language: str,
) -> Ranked:
    first = _leading(times)
    entry, occurrence = first.entry, first.entry.occurrence
    section = _section(first, begun, answer)
    row: Row = {
        "id": occurrence.rule.id,
        "section": section,
        "n": occurrence.number,
        "status": entry.status,
        "told": entry.is_told,
        "asked": _is_asked(first, section),
        "mine": acts(occurrence.rule, role),
        "standing": _standing(first, times, language),
        "due": _iso(occurrence.deadline.day),
        "day": _short(occurrence.deadline, language),
        "when": when("by", occurrence.deadline, language) if occurrence.deadline.day else "",
        "last_working_day": last_working_day(entry, language),
        "to_come": entry.is_to_come(answer.on),
        "outcomes": outcomes_in_words(occurrence.deadline, language),
        "trace": [step.text(language) for step in occurrence.deadline.trace],
        "times": [_time(each, answer.on, language) for each in times if each is not first],
    }
    return {"row": row, "rule": occurrence.rule, "reached": occurrence.deadline}


def _leading(times: list[Described]) -> Described:
    """Of what recurs the time that speaks for all: the first that is open, else the last."""
    return next((each for each in times if each.group not in {"done", "not_needed"}), times[-1])


def _standing(first: Described, times: list[Described], language: str) -> str:
    """How it stands; of what recurs, how many times are open."""
    open_times = [each for each in times if each.group == first.group]
    if first.group in UNANSWERED and len(open_times) > 1:
        return phrase("page", "open_times", language, count=len(open_times))
    is_asked_only = first.group == "to_fill_in" or first.standing == say("fill_in", language)
    return "" if is_asked_only else first.standing


def outcomes_in_words(reached: Reached, language: str) -> list[str]:
    """Every day that it may be where what is not known decides, each with what it hangs on."""
    return [step.text(language) for step in reached.trace if step.tells_outcome and not reached.day]


def _time(each: Described, on: date, language: str) -> Time:
    entry, occurrence = each.entry, each.entry.occurrence
    return {
        "n": occurrence.number or 1,
        "status": entry.status,
        "told": entry.is_told,
        "due": _iso(occurrence.deadline.day),
        "when": when("by", occurrence.deadline, language) if occurrence.deadline.day else "",
        "standing": each.standing,
        "to_come": entry.is_to_come(on),
    }


def _day(moment: Moment, language: str) -> Ranked:
    row: Row = {
        "id": moment.rule.id,
        "section": "days",
        "n": None,
        "status": None,
        "told": False,
        "asked": False,
        "mine": True,
        "standing": "" if moment.day else _never(moment.reached, language),
        "due": _iso(moment.day),
        "day": _short(moment.reached, language),
        "when": when("on", moment.reached, language) if moment.day else "",
        "last_working_day": "",
        "to_come": False,
        "outcomes": outcomes_in_words(moment.reached, language),
        "trace": [step.text(language) for step in moment.trace],
        "times": [],
    }
    return {"row": row, "rule": moment.rule, "reached": moment.reached}


def _never(reached: Reached, language: str) -> str:
    comes = reached.gap is None or STATUS_OF_GAP[reached.gap] != "not_applicable"
    return say("unknown" if comes else "never_comes", language)


def _short(reached: Reached, language: str) -> str:
    return at_earliest(written(reached.day, language), reached, language) if reached.day else ""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@asks(_step)
def rows(
    answer: Answer, all_described: Iterable[Described], role: str | None, language: str = DUTCH
) -> list[Row]:
    """Every step and important day once, in the order of the list.

    Within a section the steps of the law stand before custom, the first day first; what has no day stands last.
    """
    begun = {
        each.occurrence.rule.id
        for each in answer.obligations
        if each.status not in {"upcoming", "not_applicable"}
    }
    found = [
        _step([*times], begun, answer, role, language)
        for _, times in groupby(all_described, key=lambda each: each.entry.occurrence.rule.id)
    ]
    found += [_day(moment, language) for moment in answer.moments]
    found.sort(key=_rank)
    for each in [*_coming(found, answer.on)][:NEXT]:
        each["row"]["section"] = "next"
    return [each["row"] for each in found]
