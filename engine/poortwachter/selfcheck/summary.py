"""The answer on top: what is late, what must happen now and by whom, and what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from poortwachter.answer.model import Answer, Moment
from poortwachter.answer.status import must_be_done
from poortwachter.i18n.locales import DUTCH, capitalised, listed
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import Rule, load
from poortwachter.render.describe import Described

NEXT = 3


def summary(
    answer: Answer, all_described: Iterable[Described], role: str | None, language: str = DUTCH
) -> dict[str, Any]:
    """What is late (the longest first), what is due (the first first), and the next few days.

    What somebody of this `role` must do stands before what others do.
    """
    found: dict[str, list[Described]] = {"late": [], "now": [], "later": []}
    for described in all_described:
        if described.group in found and must_be_done(described.entry.occurrence):
            found[described.group].append(described)
    for group in found.values():
        group.sort(key=lambda each: (not is_mine(each.entry.occurrence.rule, role), _due(each)))
    return {
        "late": [_entry(each, role, language) for each in found["late"]],
        "now": [_entry(each, role, language) for each in found["now"]],
        "next": _next(answer, found["later"], role, language),
    }


def is_mine(rule: Rule, role: str | None) -> bool:
    """Whether somebody of this role must act."""
    return role in rule.who


def _next(
    answer: Answer, later: list[Described], role: str | None, language: str
) -> list[dict[str, Any]]:
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


def _entry(described: Described, role: str | None, language: str) -> dict[str, Any]:
    occurrence = described.entry.occurrence
    rule, due = occurrence.rule, occurrence.deadline.day
    return {
        "id": rule.id,
        "n": occurrence.number,
        "name": f"{rule.words[language].name} {occurrence.number or ''}".rstrip(),
        "who": who(rule, language),
        "mine": is_mine(rule, role),
        "date": due.isoformat() if due else None,
        "when": _words("by", language, day=due) if due else _words("no_day", language),
        "standing": described.standing,
    }


def _moment(moment: Moment, language: str) -> dict[str, Any]:
    return {
        "id": moment.rule.id,
        "n": None,
        "name": moment.rule.words[language].name,
        "who": who(moment.rule, language),
        "mine": False,
        "date": moment.day.isoformat() if moment.day else None,
        "when": _words("on", language, day=moment.day),
        "standing": _words("moment", language),
    }


def who(rule: Rule, language: str = DUTCH) -> str:
    """Who must act, for example `Werkgever en bedrijfsarts`."""
    people = load().messages["people"]
    return capitalised(listed([people[name][language] for name in rule.who], language))


def _words(name: str, language: str, **values: object) -> str:
    return phrase("page", name, language, **values)
