"""The answer on top: what is late, what is asked, what must happen now and by whom, and what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from poortwachter.answer.model import Answer, Moment
from poortwachter.i18n.locales import DUTCH, capitalised
from poortwachter.i18n.messages import people, phrase
from poortwachter.law.rulebook import Rule
from poortwachter.render.describe import Described, Group, when

NEXT = 3


class SummaryLine(TypedDict):
    """A step or an important day: `n` the time of what recurs, `date` in ISO 8601, the rest in words."""

    id: str
    n: int | None
    name: str
    who: str
    mine: bool
    date: str | None
    when: str
    standing: str


class Summary(TypedDict):
    """What is late, what is still to be filled in, what must happen now, and the next few days."""

    late: list[SummaryLine]
    to_fill_in: list[SummaryLine]
    now: list[SummaryLine]
    next: list[SummaryLine]


def summary(
    answer: Answer, all_described: Iterable[Described], role: str | None, language: str = DUTCH
) -> Summary:
    """What is late or still to be filled in (the longest first), what is due (the first first), and the next few days.

    What somebody of this `role` must do stands before what others do.
    """
    found: dict[Group, list[Described]] = {"late": [], "to_fill_in": [], "now": [], "later": []}
    for described in all_described:
        if described.group in found and described.entry.occurrence.must_be_done:
            found[described.group].append(described)
    for group in found.values():
        group.sort(key=lambda each: (not is_mine(each.entry.occurrence.rule, role), _due(each)))
    return {
        "late": [_entry(each, role, language) for each in found["late"]],
        "to_fill_in": [_entry(each, role, language) for each in found["to_fill_in"]],
        "now": [_entry(each, role, language) for each in found["now"]],
        "next": _next(answer, found["later"], role, language),
    }


def is_mine(rule: Rule, role: str | None) -> bool:
    """Whether somebody of this role must act."""
    return role in rule.who


def _next(
    answer: Answer, later: list[Described], role: str | None, language: str
) -> list[SummaryLine]:
    dated: list[tuple[date, Described | Moment]] = [
        (_due(described), described) for described in later
    ]
    dated += [
        (moment.day, moment) for moment in answer.moments if moment.day and moment.day >= answer.on
    ]
    dated.sort(key=lambda item: item[0])
    first: dict[str, Described | Moment] = {}
    for day, each in dated:
        if day != date.max:
            # Of what recurs only the first time: the others would push out what is new.
            first.setdefault(_rule(each).id, each)
    return [
        _entry(each, role, language) if isinstance(each, Described) else _moment(each, language)
        for each in [*first.values()][:NEXT]
    ]


def _rule(each: Described | Moment) -> Rule:
    return each.entry.occurrence.rule if isinstance(each, Described) else each.rule


def _due(described: Described) -> date:
    return described.entry.occurrence.deadline.day or date.max


def _entry(described: Described, role: str | None, language: str) -> SummaryLine:
    occurrence = described.entry.occurrence
    rule, due = occurrence.rule, occurrence.deadline.day
    return {
        "id": rule.id,
        "n": occurrence.number,
        "name": occurrence.title(language),
        "who": capitalised(people(rule.who, language)),
        "mine": is_mine(rule, role),
        "date": due.isoformat() if due else None,
        "when": when("by", occurrence.deadline, language),
        "standing": described.standing,
    }


def _moment(moment: Moment, language: str) -> SummaryLine:
    return {
        "id": moment.rule.id,
        "n": None,
        "name": moment.rule.words[language].name,
        "who": capitalised(people(moment.rule.who, language)),
        "mine": False,
        "date": moment.day.isoformat() if moment.day else None,
        "when": when("on", moment.reached, language),
        "standing": _words("moment", language),
    }


def _words(name: str, language: str, **values: object) -> str:
    return phrase("page", name, language, **values)
