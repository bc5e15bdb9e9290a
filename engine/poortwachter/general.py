"""The rules without a case: terms in words, and where each falls when nobody recovers in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from poortwachter.case import Case
from poortwachter.clock import Clock
from poortwachter.dutch import capitalised
from poortwachter.rulebook import Phase, Rule, Term, load
from poortwachter.sentences import TERMS, fill
from poortwachter.timeline import Timeline

# Any first day within the validity of all rules does: only the number of days since is used.
SOME_DAY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A rule and where it falls: days after the first day, and the week of sickness."""

    rule: Rule
    days: int | None
    label: str


def term_in_words(rule: Rule) -> str:
    """When a rule must be met, for example `Uiterlijk 6 weken na de eerste ziektedag`."""
    if rule.term is None:
        return "Zonder vaste dag in de wet"
    words = term_words(rule.term)
    if rule.recurs_until:
        return f"Elke {rule.term.count} weken, voor het eerst {words}"
    return f"Uiterlijk {words}" if rule.kind == "obligation" else capitalised(words)


def term_words(term: Term) -> str:
    """A term without its first words, for example `6 weken na de eerste ziektedag`."""
    noun = load().rules[term.of].words.noun if term.of else ""
    if term.of and not term.count:
        return f"na {noun}"
    words = fill(
        TERMS[term.kind], dict.fromkeys(("weeks", "years", "count"), term.count) | {"noun": noun}
    )
    return words[:1].lower() + words[1:]


def milestones(phase: Phase) -> Iterator[Milestone]:
    """The rules of a phase in order, each at the place where it falls without any recovery."""
    case = Case(first_sick_day=SOME_DAY)
    timeline = Timeline(load(), case, Clock.of(case, SOME_DAY))
    for rule in phase.rules:
        day = timeline.deadline(rule.id).day
        days = (day - SOME_DAY).days if day else None
        yield Milestone(rule, days, _label(rule, days))


def _label(rule: Rule, days: int | None) -> str:
    """The place in weeks: the end of a week where the last day of a week is meant."""
    if days is None or rule.term is None:
        return f"Vanaf week {rule.opens.count}" if rule.opens else "Vanaf het begin"
    if rule.term.kind == "years_after_first_day":
        return capitalised(term_words(rule.term))
    if rule.term.kind == "first_day_of_sick_week":
        return f"Begin van week {rule.term.count}"
    if days % 7 == 0:
        return f"Na {days // 7} weken"
    return f"Einde van week {days // 7 + 1}"
