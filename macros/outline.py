"""Where each rule falls when nobody recovers in between, by the law of the edition's day."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from macros.guidebook import load_current
from poortwachter.case import Case
from poortwachter.i18n import DUTCH, capitalised, say
from poortwachter.law import Phase, Rule
from poortwachter.render import term_words
from poortwachter.timeline import Clock, Timeline

# No place in weeks says these better than their own words.
IN_WORDS = {"weeks_after", "sick_weeks_after", "end_of_dismissal_ban", "letter_of_uwv"}


class Milestone(NamedTuple):
    """A rule and where it falls: days after the first day, and the place in weeks in words."""

    rule: Rule
    days: int | None
    label: str


def milestones(phase: Phase, language: str = DUTCH) -> Iterator[Milestone]:
    """The rules of a phase in order, each at the place where it falls without any recovery."""
    rulebook = load_current()
    # Only the number of days since is used; no day is earlier, so no former law comes in.
    first_day = rulebook.edition_day
    case = Case(first_sick_day=first_day)
    timeline = Timeline(rulebook, case, Clock.of(case, first_day))
    for rule in phase.rules:
        if rule.only_with:
            continue
        day = timeline.deadline(rule.id).day
        days = (day - first_day).days if day else None
        yield Milestone(rule, days, _label(rule, days, first_day, language))


def _label(rule: Rule, days: int | None, on: date, language: str) -> str:
    """The place in weeks: the end of a week where the last day of a week is meant."""
    if rule.kind in {"duty", "right", "event"}:
        return ""
    term = rule.term_on(on)
    if term and term.kind in IN_WORDS:
        return capitalised(term_words(term, language))
    if days is None or term is None:
        opens = rule.opens
        return (
            say("from_week", language, number=opens.count)
            if opens
            else say("from_the_start", language)
        )
    if term.kind == "first_day_of_sick_week":
        return say("start_of_week", language, number=term.count)
    if days % 7 == 0:
        return say("after_weeks", language, weeks=days // 7)
    return say("end_of_week", language, number=days // 7 + 1)
