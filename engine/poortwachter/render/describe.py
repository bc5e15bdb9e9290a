"""How an answer is told to a person: a group, a few short sentences, dates written out.

The terminal and the page say the same, because both ask here.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Literal, NamedTuple

from poortwachter.answer.model import Answer, Entry
from poortwachter.answer.status import FINISHED, Status
from poortwachter.i18n.locales import DUTCH, capitalised, listed, uncapitalised
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.rulebook import Kind, Strength, load
from poortwachter.timeline.pauses import FALLS_IN_PAUSE, KINDS_OF_PAUSE
from poortwachter.timeline.scenarios import ASK
from poortwachter.timeline.trace import Gap, Reached

Group = Literal[
    "late",
    "to_fill_in",
    "now",
    "advised",
    "custom",
    "unknown",
    "later",
    "done",
    "not_needed",
    "always",
    "may",
    "if",
]

GROUP_OF_STATUS: Mapping[Status, Group] = {
    "overdue": "late",
    "due": "now",
    "unknown": "unknown",
    "upcoming": "later",
    "done": "done",
    "done_late": "done",
    "not_applicable": "not_needed",
}

# What is not the law itself is never called late: the date is advice, or a habit.
GROUP_OF_STRENGTH: Mapping[Strength, Group] = {"uwv": "advised", "gebruik": "custom"}

# These say enough by themselves.
WHATEVER_KIND = FINISHED | {"upcoming"}

# Duties, rights and events stand apart while there is nothing to be late with.
GROUP_OF_KIND: Mapping[Kind, Group] = {"duty": "always", "right": "may", "event": "if"}


# What is told of how much there is, in this order.
COUNTED: tuple[Group, ...] = (
    "late",
    "to_fill_in",
    "now",
    "advised",
    "unknown",
    "later",
    "done",
)


def group_of(entry: Entry) -> Group:
    """The group of an entry: a name of `groups` in rules/messages.yaml."""
    rule, status = entry.occurrence.rule, entry.status
    if status in WHATEVER_KIND:
        return GROUP_OF_STATUS[status]
    without_term = rule.kind in {"duty", "right"} and not rule.versions
    is_open = entry.occurrence.deadline.gap in ASK.values() or without_term
    if status == "unknown" and is_open:
        return "to_fill_in" if is_to_fill_in(entry) else "unknown"
    if rule.kind in GROUP_OF_KIND and not entry.occurrence.deadline.day:
        return GROUP_OF_KIND[rule.kind]
    if rule.kind in {"duty", "right"}:
        return GROUP_OF_KIND[rule.kind]
    if status == "overdue":
        return _group_of_overdue(entry)
    return "to_fill_in" if is_to_fill_in(entry) else GROUP_OF_STATUS[status]


def _group_of_overdue(entry: Entry) -> Group:
    """What nobody told is asked, and never called late; what is only custom stays apart."""
    group = GROUP_OF_STRENGTH.get(entry.occurrence.rule.strength, "late")
    return "to_fill_in" if is_to_fill_in(entry) and group != "custom" else group


def is_to_fill_in(entry: Entry) -> bool:
    """Whether it should have been done or begun by now, and nobody told whether it was."""
    passed = entry.status == "overdue" or entry.is_long_open
    return passed and entry.occurrence.told == "not_told"


def is_done_late(entry: Entry) -> bool:
    """Whether it was done after its last day; what is only custom is never late."""
    return entry.status == "done_late" and entry.occurrence.rule.strength != "gebruik"


def standing(entry: Entry, language: str = DUTCH) -> str:
    """How an entry stands, for example `26 dagen te laat`."""
    return STANDINGS[entry.status](entry, language)


def last_working_day(entry: Entry, language: str = DUTCH) -> str:
    """The last working day, where the last day itself is none; else nothing."""
    due, safe_due = entry.occurrence.deadline.day, entry.safe_due
    if not due or not safe_due or due == safe_due:
        return ""
    return say("last_working_day", language, day=safe_due)


def at_earliest(words: str, reached: Reached, language: str = DUTCH) -> str:
    """A day in words, and that it is the earliest possible where a delay is still running."""
    return phrase("texts", "at_earliest", language, what=words) if reached.at_least else words


def when(name: str, reached: Reached, language: str = DUTCH) -> str:
    """By which day, or on which (`name`: by, on), for example `Uiterlijk maandag 16 februari 2026`."""
    if reached.day is None:
        return phrase("page", "no_day", language)
    return phrase("page", "at_earliest" if reached.at_least else name, language, day=reached.day)


def where_we_are(answer: Answer, language: str = DUTCH) -> str:
    """The week and the day of sickness, for example `Week 46, dag 321 van 728`."""
    clock, days, weeks = (
        answer.clock,
        answer.clock.sick_days(answer.on),
        load().waiting_weeks(answer.on),
    )
    if not days:
        return say("not_begun", language)
    if kind := clock.kind_of_pause_on(answer.on):
        last_day = clock.pause_until(answer.on)
        until = {"last_day": last_day} if last_day else {}
        return say(KINDS_OF_PAUSE[kind].head_line, language, sick_days=days, **until)
    if days > 7 * weeks:
        return say("beyond", language, weeks=weeks)
    name = "week" if clock.first_day >= load().covers_from else "week_only"
    numbers = {"number": clock.week(answer.on), "day_number": days, "whole": 7 * weeks}
    return say(name, language, **numbers)


def totals(answer: Answer, language: str = DUTCH, counted: Collection[Group] = COUNTED) -> str:
    """How much there is of each kind, for example `1 te laat en 2 nu te doen`, with a full stop."""
    found = Counter(map(group_of, answer.obligations))
    words = load().messages["totals"]
    told = [f"{found[group]} {words[group][language]}" for group in counted if found[group]]
    return f"{listed(told, language)}." if told else say("nothing_open", language)


def given(answer: Answer, language: str = DUTCH) -> str:
    """The first day from which is counted and what of that period is done, in one line."""
    done = [each.occurrence.rule for each in answer.obligations if each.occurrence.done]
    names = list(dict.fromkeys(rule.words[language].name for rule in done))
    nothing = "given_none" if any(each.is_told for each in answer.obligations) else "given_nothing"
    told = listed(names, language) if names else phrase("texts", nothing, language)
    return say("given", language, first_day=answer.clock.first_day, told=told)


class Described(NamedTuple):
    """An entry of an answer, with the group where it belongs and how it stands, in words."""

    entry: Entry
    group: Group
    standing: str


def described(answer: Answer, language: str = DUTCH) -> list[Described]:
    """The entries of an answer in its own order, each told once."""
    return [
        Described(each, group_of(each), standing(each, language)) for each in answer.obligations
    ]


def _overdue(entry: Entry, language: str) -> str:
    if is_to_fill_in(entry):
        return say("not_filled_in", language)
    group = group_of(entry)
    if group == "custom":
        return say("not_done", language)
    if group == "advised":
        return say("days_after_advice", language, days=entry.days)
    return say("days_late", language, days=entry.days)


def _due(entry: Entry, language: str) -> str:
    if entry.occurrence.rule.kind in {"duty", "right"}:
        return say("may" if entry.occurrence.rule.kind == "right" else "always", language)
    if is_to_fill_in(entry):
        return say("not_filled_in", language)
    if entry.days is None:
        said_no = entry.occurrence.told == "not_done"
        return say("not_done_yet" if said_no else "fill_in", language)
    if not entry.days:
        return say("last_day_today", language)
    return say("days_left", language, days=entry.days)


def _upcoming(entry: Entry, language: str) -> str:
    opens, kind = entry.occurrence.opens, entry.occurrence.rule.kind
    if opens:
        name = "opens_usually" if kind == "obligation" else "opens"
        words = uncapitalised(phrase("texts", name, language, opens=opens))
        return capitalised(at_earliest(words, entry.occurrence.deadline, language))
    return say("days_left", language, days=entry.days) if entry.days else ""


def _done(entry: Entry, language: str) -> str:
    day = entry.occurrence.done[0]
    return say("done_on", language, done=day) if day else say("done", language)


def _done_late(entry: Entry, language: str) -> str:
    if not is_done_late(entry):
        return _done(entry, language)
    late = phrase("texts", "days_late", language, days=entry.days)
    return f"{_done(entry, language)}, {late}"


def _unknown(entry: Entry, language: str) -> str:
    if group_of(entry) == "to_fill_in":
        return say("not_filled_in", language)
    if entry.occurrence.told == "not_known" or entry.occurrence.is_owed_at_end:
        return say("ask_whether_done", language)
    gap = entry.occurrence.deadline.gap
    return say(WORDS_OF_UNKNOWN.get(gap, "unknown") if gap else "unknown", language)


def _not_applicable(entry: Entry, language: str) -> str:
    if entry.days and entry.occurrence.told == "not_done":
        return say("ended_late", language, days=entry.days, last_day=entry.occurrence.ends)
    passed = entry.occurrence.deadline.day and entry.occurrence.rule.kind == "right"
    return say("over" if passed else "not_needed", language)


WORDS_OF_UNKNOWN: Mapping[Gap, str] = {
    "if_it_happens": "if_it_happens",
    "waits_for": "waits_for",
    "no_own_date": "hangs_on_day",
    **{gap: gap for gap in FALLS_IN_PAUSE},
    "not_yet_law": "outside",
    "not_covered": "outside",
}

STANDINGS: Mapping[Status, Callable[[Entry, str], str]] = {
    "overdue": _overdue,
    "due": _due,
    "upcoming": _upcoming,
    "done": _done,
    "done_late": _done_late,
    "unknown": _unknown,
    "not_applicable": _not_applicable,
}
