"""The answer on top: what is late, what must happen now and by whom, and what comes next."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from poortwachter.answer import Answer, Moment
from poortwachter.language import DUTCH, capitalised, listed
from poortwachter.phrases import Told
from poortwachter.rulebook import Rule, load
from poortwachter.sentences import phrase
from poortwachter.status import must_be_done

NEXT = 3


def overview(
    answer: Answer, entries: Iterable[Told], role: str | None, language: str = DUTCH
) -> dict[str, Any]:
    """What is late (the longest first), what is due (the first first), and the next few days.

    What somebody of this `role` must do stands before what others do.
    """
    found: dict[str, list[Told]] = {"late": [], "now": [], "later": []}
    for entry in entries:
        if entry.group in found and must_be_done(entry.obligation.slot):
            found[entry.group].append(entry)
    for group in found.values():
        group.sort(key=lambda each: (not is_mine(each.obligation.slot.rule, role), _due(each)))
    return {
        "late": [_entry(each, role, language) for each in found["late"]],
        "now": [_entry(each, role, language) for each in found["now"]],
        "next": _next(answer, found["later"], role, language),
    }


def is_mine(rule: Rule, role: str | None) -> bool:
    """Whether somebody of this role must act."""
    return role in rule.who


def _next(
    answer: Answer, later: list[Told], role: str | None, language: str
) -> list[dict[str, Any]]:
    dated: list[tuple[date, Told | Moment]] = [(_due(entry), entry) for entry in later]
    dated += [
        (moment.day, moment) for moment in answer.moments if moment.day and moment.day >= answer.on
    ]
    dated.sort(key=lambda item: item[0])
    first: dict[str, Told | Moment] = {}
    for day, each in dated:
        if day != date.max:
            # Of what recurs only the first time: the others would push out what is new.
            first.setdefault(_rule(each).id, each)
    return [
        _entry(each, role, language) if isinstance(each, Told) else _moment(each, language)
        for each in [*first.values()][:NEXT]
    ]


def _rule(each: Told | Moment) -> Rule:
    return each.obligation.slot.rule if isinstance(each, Told) else each.rule


def _due(entry: Told) -> date:
    return entry.obligation.slot.deadline.day or date.max


def _entry(entry: Told, role: str | None, language: str) -> dict[str, Any]:
    slot = entry.obligation.slot
    rule, due = slot.rule, slot.deadline.day
    return {
        "id": rule.id,
        "n": slot.number,
        "name": f"{rule.words[language].name} {slot.number or ''}".rstrip(),
        "who": who(rule, language),
        "mine": is_mine(rule, role),
        "date": due.isoformat() if due else None,
        "when": _words("by", language, day=due) if due else _words("no_day", language),
        "standing": entry.standing,
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
    people = load().sentences["people"]
    return capitalised(listed([people[name][language] for name in rule.who], language))


def _words(name: str, language: str, **values: object) -> str:
    return phrase("page", name, language, **values)
