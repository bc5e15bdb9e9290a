"""The answer on top: what is late, what must happen now and by whom, and what comes next."""

from datetime import date
from typing import Any

from poortwachter.answer import Answer, Moment, Obligation
from poortwachter.language import DUTCH, capitalised, listed
from poortwachter.phrases import group_of, standing
from poortwachter.rulebook import Rule, load
from poortwachter.sentences import phrase
from poortwachter.status import must_be_done

NEXT = 3


def overview(answer: Answer, role: str | None, language: str = DUTCH) -> dict[str, Any]:
    """What is late (the longest first), what is due (the first first), and the next few days.

    What somebody of this `role` must do stands before what others do.
    """
    found: dict[str, list[Obligation]] = {"late": [], "now": [], "later": []}
    for obligation in filter(lambda each: must_be_done(each.slot), answer.obligations):
        found.get(group_of(obligation), []).append(obligation)
    for group in found.values():
        group.sort(key=lambda each: (not is_mine(each.slot.rule, role), _due(each)))
    return {
        "late": [_entry(each, role, language) for each in found["late"]],
        "now": [_entry(each, role, language) for each in found["now"]],
        "next": _next(answer, found["later"], role, language),
    }


def is_mine(rule: Rule, role: str | None) -> bool:
    """Whether somebody of this role must act."""
    return role in rule.who


def _next(
    answer: Answer, later: list[Obligation], role: str | None, language: str
) -> list[dict[str, Any]]:
    dated = [(_due(each), _entry(each, role, language)) for each in later]
    dated += [
        (moment.day, _moment(moment, language))
        for moment in answer.moments
        if moment.day and moment.day >= answer.on
    ]
    dated.sort(key=lambda item: item[0])
    first: dict[str, dict[str, Any]] = {}
    for day, entry in dated:
        if day != date.max:
            # Of what recurs only the first time: the others would push out what is new.
            first.setdefault(entry["id"], entry)
    return [*first.values()][:NEXT]


def _due(obligation: Obligation) -> date:
    return obligation.slot.deadline.day or date.max


def _entry(obligation: Obligation, role: str | None, language: str) -> dict[str, Any]:
    rule, due = obligation.slot.rule, obligation.slot.deadline.day
    return {
        "id": rule.id,
        "n": obligation.slot.number,
        "name": f"{rule.words[language].name} {obligation.slot.number or ''}".rstrip(),
        "who": who(rule, language),
        "mine": is_mine(rule, role),
        "date": due.isoformat() if due else None,
        "when": _words("by", language, day=due) if due else _words("no_day", language),
        "standing": standing(obligation, language),
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
