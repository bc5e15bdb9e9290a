"""How an answer is told to a person: a group, a few short sentences, dates written out.

The terminal and the page say the same, because both ask here.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from poortwachter.answer import Answer, Obligation
from poortwachter.dutch import counted, listed, with_weekday, written
from poortwachter.rulebook import load

# In the order in which people need them.
GROUPS = {
    "late": "Te laat",
    "now": "Nu doen",
    "custom": "Gewoonte, nog niet ingevuld",
    "unknown": "Nog niet te zeggen",
    "later": "Straks",
    "done": "Gedaan",
    "not_needed": "Nu niet nodig",
}

GROUP_OF_STATUS = {
    "overdue": "late",
    "due": "now",
    "unknown": "unknown",
    "upcoming": "later",
    "done": "done",
    "done_late": "done",
    "not_applicable": "not_needed",
}

STRENGTHS = {"wet": "wet", "uwv": "UWV", "gebruik": "gewoonte"}

COUNTED_GROUPS = {
    "late": "te laat",
    "now": "nu te doen",
    "unknown": "nog niet te zeggen",
    "later": "straks",
    "done": "gedaan",
}


def group_of(obligation: Obligation) -> str:
    """The group of an obligation; what is only custom is never late before the law."""
    if obligation.status == "overdue" and obligation.slot.rule.strength == "gebruik":
        return "custom"
    return GROUP_OF_STATUS[obligation.status]


def standing(obligation: Obligation) -> str:
    """How an obligation stands, for example `26 dagen te laat`."""
    return STANDINGS[obligation.status](obligation)


def last_working_day(obligation: Obligation) -> str:
    """The last working day, where the last day itself is none; else nothing."""
    due, safe_due = obligation.slot.deadline.day, obligation.safe_due
    if not due or not safe_due or due == safe_due:
        return ""
    return f"De laatste werkdag daarvoor is {with_weekday(safe_due)}."


def where_we_are(answer: Answer) -> str:
    """The week and the day of sickness, for example `Week 46, dag 321 van 728`."""
    clock, days = answer.clock, answer.clock.sick_days(answer.on)
    if not days:
        return "De ziekte is nog niet begonnen"
    if clock.recovered(answer.on):
        return f"Hersteld, na {counted(days, 'ziektedag', 'ziektedagen')}"
    weeks = load().waiting_weeks
    if days > 7 * weeks:
        return f"Meer dan {weeks} weken ziek"
    return f"Week {(days + 6) // 7}, dag {days} van {7 * weeks}"


def totals(answer: Answer) -> str:
    """How much there is of each kind, for example `1 te laat en 2 nu te doen`, with a full stop."""
    found = Counter(map(group_of, answer.obligations))
    told = [f"{found[group]} {words}" for group, words in COUNTED_GROUPS.items() if found[group]]
    return f"{listed(told)}." if told else "Er is nu niets te doen."


def given(answer: Answer) -> str:
    """What the visitor filled in, in one line."""
    done = {each.slot.rule.words.name: None for each in answer.obligations if each.slot.done}
    told = listed(list(done)) if done else "nog niets ingevuld"
    return f"Eerste ziektedag: {written(answer.clock.first_day)}. Gedaan: {told}."


def told(answer: Answer) -> dict[str, Any]:
    """All words of an answer, in its own order, as plain data."""
    return {
        "week": where_we_are(answer),
        "totals": totals(answer),
        "given": given(answer),
        "on": written(answer.on),
        "days": 7 * load().waiting_weeks,
        "obligations": [_obligation(obligation) for obligation in answer.obligations],
        "moments": [
            with_weekday(moment.day) if moment.day else "nog niet te zeggen"
            for moment in answer.moments
        ],
    }


def _obligation(obligation: Obligation) -> dict[str, str]:
    due = obligation.slot.deadline.day
    return {
        "group": group_of(obligation),
        "standing": standing(obligation),
        "due": with_weekday(due) if due else "",
        "last_working_day": last_working_day(obligation),
    }


def _overdue(obligation: Obligation) -> str:
    if group_of(obligation) == "custom":
        return "Nog niet ingevuld"
    return f"{_days(obligation)} te laat"


def _due(obligation: Obligation) -> str:
    if obligation.days is None:
        return "Vul in als dit klaar is"
    return f"Nog {_days(obligation)}" if obligation.days else "Vandaag is de laatste dag"


def _upcoming(obligation: Obligation) -> str:
    opens = obligation.slot.opens
    return f"Vanaf {written(opens)}" if opens else f"Nog {_days(obligation)}"


def _done(obligation: Obligation) -> str:
    day = obligation.slot.done[0]
    return f"Gedaan op {written(day)}" if day else "Gedaan"


def _done_late(obligation: Obligation) -> str:
    return f"{_done(obligation)}, {_days(obligation)} te laat"


def _days(obligation: Obligation) -> str:
    return counted(obligation.days or 0, "dag", "dagen")


STANDINGS: dict[str, Callable[[Obligation], str]] = {
    "overdue": _overdue,
    "due": _due,
    "upcoming": _upcoming,
    "done": _done,
    "done_late": _done_late,
    "unknown": lambda _: "Nog niet te zeggen",
    "not_applicable": lambda _: "Nu niet nodig",
}
