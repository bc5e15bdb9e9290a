"""The answer as one list: each step and important day a row, in the section and the order in which it matters."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Literal, TypedDict

from poortwachter.answer.model import Answer, Entry, Moment
from poortwachter.answer.status import DONE, Status, never_comes
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
from poortwachter.selfcheck.asking import is_sick_report, may_be_done
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

# The sick report is to be done in the first days; after that it is behind.
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


class Dated(TypedDict):
    """The day of a row: in ISO 8601, short beside the name, and in full.

    Attributes:
        outcomes: how each way that is still open turns out.
    """

    due: str | None
    day: str
    when: str
    outcomes: list[str]
    trace: list[str]


class Row(Dated):
    """A step, or an important day (without a status): dates in ISO 8601, the rest in words.

    Attributes:
        asked: whether it can have been done by now, so that the row asks.
        late: whether somebody said that it was not done, and the law's last day is past.
        mine: whether somebody of this role acts; for a role that helps, everything is.
        times: every further time of what recurs.
    """

    id: str
    section: Section
    n: int | None
    status: Status | None
    told: bool
    asked: bool
    late: bool
    mine: bool
    standing: str
    last_working_day: str
    to_come: bool
    times: list[Time]


class Ranked(TypedDict):
    """A row with what puts it in its place."""

    row: Row
    rule: Rule
    reached: Reached


# Who else acts (a doctor, UWV) does not read this page.
READERS = {"werknemer", "werkgever"}


def acts(rule: Rule, role: str | None) -> bool:
    """Whether somebody of this role must act; an adviser looks after everything.

    What neither employer nor employee does is of who helps with it: the employee sends the medical information.
    """
    acting = rule.who if READERS.intersection(rule.who) else (*rule.who, *rule.helps)
    return role not in READERS or role in acting


def _rank(each: Ranked) -> tuple[bool, date]:
    return each["rule"].strength == "gebruik", each["reached"].day or date.max


def _coming(found: Iterable[Ranked], on: date) -> Iterator[Ranked]:
    """What comes next: steps that must be done, and important days."""
    for each in found:
        day, kind = each["reached"].day, each["rule"].kind
        is_next = each["row"]["section"] == "later" and kind == "obligation"
        if day and day >= on and (is_next or kind == "moment"):
            yield each


@asks("reintegratieverslag", "wia-aanvraag", "vervroegde-iva-aanvraag")
def _awaited(answer: Answer) -> frozenset[str]:
    """The rules whose time has not come, on which others wait to matter (`matters_from`).

    Once an application was sent, what UWV does with it matters.
    """
    found = {each.occurrence.rule.id: each for each in answer.obligations}
    awaited = {name for name, each in found.items() if _is_ahead(each, answer.on)}
    applied = any(
        found[name].status in DONE for name in ("wia-aanvraag", "vervroegde-iva-aanvraag")
    )
    return frozenset(awaited - {"reintegratieverslag"} if applied else awaited)


def _is_ahead(entry: Entry, on: date) -> bool:
    is_open = entry.status == "unknown" and not may_be_done(entry.occurrence, on)
    return entry.status == "upcoming" or is_open


@asks(is_sick_report)
def _section(each: Described, awaited: Collection[str], answer: Answer) -> Section:
    """Where it belongs; what can matter only later stands with what is not needed now."""
    rule, occurrence = each.entry.occurrence.rule, each.entry.occurrence
    if each.group in {"may", "if"} and rule.matters_from in awaited:
        return "not_needed"
    if is_sick_report(rule) and not each.entry.is_told:
        is_first_week = answer.clock.week(answer.on) == FIRST_WEEK
        return "now" if is_first_week and each.group != "not_needed" else "not_needed"
    if each.group == "unknown" and may_be_done(occurrence, answer.on):
        return "ask"
    return SECTION_OF_GROUP[each.group]


@asks(is_sick_report)
def _is_asked(each: Described, section: Section) -> bool:
    rule = each.entry.occurrence.rule
    if is_sick_report(rule):
        return each.entry.is_told
    can_be_done = rule.kind in {"obligation", "event"} and not rule.told_by
    return can_be_done and section in {"ask", "now", "done"}


@asks(_section, _is_asked)
def _step(
    times: list[Described],
    awaited: Collection[str],
    answer: Answer,
    role: str | None,
    language: str,
) -> Ranked:
    first = _leading(times)
    entry, occurrence = first.entry, first.entry.occurrence
    section = _section(first, awaited, answer)
    row: Row = {
        "id": occurrence.rule.id,
        "section": section,
        "n": occurrence.number,
        "status": entry.status,
        "told": entry.is_told,
        "asked": _is_asked(first, section),
        "late": first.group == "late",
        "mine": acts(occurrence.rule, role),
        "standing": _standing(first, times, language),
        "last_working_day": last_working_day(entry, language),
        "to_come": entry.is_to_come(answer.on),
        **_dated(occurrence.deadline, "by", language),
        "times": [_time(each, answer.on, language) for each in times if each is not first],
    }
    return {"row": row, "rule": occurrence.rule, "reached": occurrence.deadline}


def _leading(times: list[Described]) -> Described:
    """Of what recurs the time that speaks for all: the first that is open, else the last."""
    return next((each for each in times if each.group not in {"done", "not_needed"}), times[-1])


def _standing(first: Described, times: list[Described], language: str) -> str:
    """How it stands; of what recurs, how many times are open."""
    open_times = [each for each in times if each.group == first.group]
    if first.group in UNANSWERED and not first.entry.is_told and len(open_times) > 1:
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
        "late": False,
        "mine": True,
        "standing": "" if moment.day else _without_day(moment.reached, language),
        "last_working_day": "",
        "to_come": False,
        **_dated(moment.reached, "on", language),
        "times": [],
    }
    return {"row": row, "rule": moment.rule, "reached": moment.reached}


def _without_day(reached: Reached, language: str) -> str:
    return say("never_comes" if never_comes(reached) else "unknown", language)


def _dated(reached: Reached, name: str, language: str) -> Dated:
    """Its day in words (`name`: by, on), how that was counted, and what else it may become."""
    return {
        "due": _iso(reached.day),
        "day": _short(reached, language),
        "when": when(name, reached, language) if reached.day else "",
        "outcomes": outcomes_in_words(reached, language),
        "trace": [step.text(language) for step in reached.trace],
    }


def _short(reached: Reached, language: str) -> str:
    return at_earliest(written(reached.day, language), reached, language) if reached.day else ""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@asks(_step, _awaited)
def rows(
    answer: Answer, all_described: Iterable[Described], role: str | None, language: str = DUTCH
) -> list[Row]:
    """Every step and important day once, in the order of the list.

    Within a section the steps of the law stand before custom, the first day first; what has no day stands last.
    """
    awaited = _awaited(answer)
    found = [
        _step([*times], awaited, answer, role, language)
        for _, times in groupby(all_described, key=lambda each: each.entry.occurrence.rule.id)
    ]
    found += [_day(moment, language) for moment in answer.moments]
    found.sort(key=_rank)
    for each in [*_coming(found, answer.on)][:NEXT]:
        each["row"]["section"] = "next"
    return [each["row"] for each in found]
