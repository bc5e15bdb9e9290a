"""The rules without a case: terms in words, and where each falls when nobody recovers in between."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH, capitalised
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.rulebook import Phase, Rule, Term, load
from poortwachter.timeline.clock import Clock
from poortwachter.timeline.timeline import Timeline

# Any first day within the validity of all rules does: only the number of days since is used.
SOME_DAY = date(2026, 1, 5)


class Milestone(NamedTuple):
    """A rule and where it falls: days after the first day, and the place in weeks in words."""

    rule: Rule
    days: int | None
    label: str


def term_in_words(rule: Rule, language: str = DUTCH) -> str:
    """When a rule must be met, for example `Uiterlijk 6 weken na de eerste ziektedag`."""
    if rule.term is None:
        return say("term_none", language)
    words = term_words(rule.term, language)
    if rule.recurs_until:
        return say("term_every", language, weeks=rule.term.count, term=words)
    if rule.kind == "duty":
        return say("term_until", language, term=words)
    return say("term_by", language, term=words) if rule.kind != "moment" else capitalised(words)


def term_words(term: Term, language: str = DUTCH) -> str:
    """A term without its first words, for example `6 weken na de eerste ziektedag`."""
    name = term.kind if term.count or term.kind != "weeks_after" else "straight_after"
    values = dict.fromkeys(("weeks", "years", "count"), term.count)
    noun = load().rules[term.of] if term.of else None
    return phrase("terms", name, language, **values, noun=noun)


def milestones(phase: Phase) -> Iterator[Milestone]:
    """The rules of a phase in order, each at the place where it falls without any recovery."""
    case = Case(first_sick_day=SOME_DAY)
    timeline = Timeline(load(), case, Clock.of(case, SOME_DAY))
    for rule in phase.rules:
        if rule.only_with:
            continue
        day = timeline.deadline(rule.id).day
        days = (day - SOME_DAY).days if day else None
        yield Milestone(rule, days, _label(rule, days))


def _label(rule: Rule, days: int | None) -> str:
    """The place in weeks: the end of a week where the last day of a week is meant."""
    if rule.kind in {"duty", "right", "event"}:
        return ""
    if days is None or rule.term is None:
        opens = rule.opens
        return say("from_week", number=opens.count) if opens else say("from_the_start")
    if rule.term.kind in {"weeks_after", "end_of_dismissal_ban", "letter_of_uwv"}:
        return capitalised(term_words(rule.term))
    if rule.term.kind == "first_day_of_sick_week":
        return say("start_of_week", number=rule.term.count)
    if days % 7 == 0:
        return say("after_weeks", weeks=days // 7)
    return say("end_of_week", number=days // 7 + 1)
