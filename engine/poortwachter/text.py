"""The answer and the rules as text for a terminal, in Dutch."""

from collections.abc import Iterator

from poortwachter.answer import Answer, Obligation
from poortwachter.dutch import listed, with_weekday, written
from poortwachter.general import term_in_words
from poortwachter.phrases import GROUPS, STRENGTHS, group_of, standing, totals, where_we_are
from poortwachter.rulebook import Rule, Rulebook


def answer_as_text(answer: Answer) -> str:
    """What is outstanding first, then what comes and what is done."""
    return "\n".join([*_heading(answer), *_obligations(answer), *_moments(answer)]) + "\n"


def rules_as_text(rulebook: Rulebook) -> str:
    """Every rule with its term, its validity and its sources."""
    lines = (line for phase in rulebook.phases for rule in phase.rules for line in _rule(rule))
    return "\n".join([f"Regels van {rulebook.edition}", *lines]) + "\n"


def _heading(answer: Answer) -> Iterator[str]:
    yield f"Stand op {with_weekday(answer.on)} (regels van {answer.rules})"
    yield f"Eerste ziektedag: {with_weekday(answer.clock.first_day)}"
    yield f"{where_we_are(answer)}: {totals(answer)}"
    for notice in answer.notices:
        yield f"Let op: {notice.text}"


def _obligations(answer: Answer) -> Iterator[str]:
    for group, heading in GROUPS.items():
        found = [each for each in answer.obligations if group_of(each) == group]
        if found:
            yield f"\n{heading} ({len(found)})"
            yield from map(_obligation, found)


def _obligation(obligation: Obligation) -> str:
    slot, rule = obligation.slot, obligation.slot.rule
    number = f" {slot.number}" if slot.number else ""
    due = slot.deadline.day
    without = "geen vaste dag" if slot.deadline.gap == "no_term" else "nog geen datum"
    when = f"uiterlijk {with_weekday(due)}" if due else without
    told = f"{standing(obligation)}; {listed(rule.who)}; {STRENGTHS[rule.strength]}"
    return f"  {rule.words.name}{number}: {when} ({told})"


def _moments(answer: Answer) -> Iterator[str]:
    yield "\nBelangrijke dagen"
    for moment in answer.moments:
        when = with_weekday(moment.day) if moment.day else "nog niet te zeggen"
        yield f"  {moment.rule.words.name}: {when}"


def _rule(rule: Rule) -> Iterator[str]:
    strength = STRENGTHS[rule.strength]
    yield f"\n{rule.id}: {rule.words.name} ({strength}, sinds {written(rule.valid_from)})"
    yield f"  {term_in_words(rule)}"
    yield from (f"  {source.cited()} {source.url}" for source in rule.sources)
