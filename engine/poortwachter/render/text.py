"""The answer and the rules as text for a terminal."""

from collections.abc import Iterator

from poortwachter.answer.model import Answer, Entry
from poortwachter.i18n.locales import DUTCH, with_weekday
from poortwachter.i18n.messages import people, phrase
from poortwachter.law.rulebook import Rule, Rulebook, load
from poortwachter.render.citations import cited
from poortwachter.render.describe import (
    at_earliest,
    given,
    group_of,
    standing,
    totals,
    where_we_are,
)
from poortwachter.render.ics import legend
from poortwachter.render.terms_in_words import term_in_words, terms_to_come
from poortwachter.timeline.trace import Reached

# What has no day of its own and is not to be done now needs no more than its name.
APART = {"always", "may", "if"}

# Why an entry without a last day has none.
WITHOUT_DAY = {"no_term": "no_fixed_day", "if_it_happens": "no_fixed_day"}


def answer_as_text(answer: Answer, language: str = DUTCH) -> str:
    """What is outstanding first, then what comes and what is done."""
    parts = (_heading, _entries, _moments)
    return "\n".join(line for part in parts for line in part(answer, language)) + "\n"


def legend_as_text(answer: Answer, language: str = DUTCH) -> str:
    """What the numbers in a calendar without names stand for, to stand below an answer."""
    found = [f"  {number}: {name}" for number, name in legend(answer, language)]
    return "\n".join(["", phrase("calendar", "legend", language), *found]) + "\n"


def rules_as_text(rulebook: Rulebook, language: str = DUTCH) -> str:
    """Every rule with its term, its validity and its sources."""
    heading = phrase("texts", "rules_of", language, edition=rulebook.edition)
    lines = [line for rule in rulebook.rules.values() for line in _rule(rule, language)]
    return "\n".join([heading, *lines]) + "\n"


def _heading(answer: Answer, language: str) -> Iterator[str]:
    yield phrase("texts", "standing_on", language, day=answer.on, rules=answer.rules)
    yield given(answer, language)
    yield f"{where_we_are(answer, language)}: {totals(answer, language)}"
    attention = phrase("texts", "attention", language)
    for notice in answer.notices:
        yield f"{attention}: {notice.message.text(language)}"


def _entries(answer: Answer, language: str) -> Iterator[str]:
    for group, heading in load().messages["groups"].items():
        found = [each for each in answer.obligations if group_of(each) == group]
        if found:
            yield f"\n{heading[language]} ({len(found)})"
            yield from (_entry(each, language) for each in found)


def _entry(entry: Entry, language: str) -> str:
    occurrence, rule = entry.occurrence, entry.occurrence.rule
    name = occurrence.title(language)
    told = [people(rule.who, language), _strength(rule, language)]
    if not occurrence.deadline.day and group_of(entry) in APART:
        return f"  {name} ({'; '.join(told)})"
    told = [standing(entry, language), *told]
    return f"  {name}: {_when(entry, language)} ({'; '.join(told)})"


def _when(entry: Entry, language: str) -> str:
    deadline = entry.occurrence.deadline
    if deadline.day is None:
        return phrase("texts", WITHOUT_DAY.get(deadline.gap or "", "no_date"), language)
    last_day = _by(deadline, language)
    safe_due = entry.safe_due
    if safe_due is None or safe_due == deadline.day:
        return last_day
    return f"{last_day} [{with_weekday(safe_due, language)}]"


def _by(deadline: Reached, language: str) -> str:
    if deadline.at_least and deadline.day:
        return at_earliest(with_weekday(deadline.day, language), deadline, language)
    return phrase("texts", "by", language, day=deadline.day)


def _moments(answer: Answer, language: str) -> Iterator[str]:
    yield f"\n{phrase('texts', 'important_days', language)}"
    for moment in answer.moments:
        no_date = phrase("texts", "no_date", language)
        when = with_weekday(moment.day, language) if moment.day else no_date
        told = at_earliest(when, moment.reached, language)
        yield f"  {moment.rule.words[language].name}: {told}"


def _rule(rule: Rule, language: str) -> Iterator[str]:
    told = _strength(rule, language)
    if not rule.is_agreed:
        told += ", " + phrase("texts", "known_from", language, valid_from=rule.first_known)
    yield f"\n{rule.id}: {rule.words[language].name} ({told})"
    yield f"  {term_in_words(rule, language)}"
    if rule.appointment:
        yield f"  {phrase('calendar', 'called', language, number=rule.appointment)}"
    for version in rule.versions[:-1]:
        yield f"  {version.valid_from} - {version.valid_to}: {version.term.count}"
    yield from (f"  {term}" for term in terms_to_come(rule, language))
    yield from (f"  {cited(source, language)} {source.url}" for source in rule.sources)


def _strength(rule: Rule, language: str) -> str:
    return load().messages["strengths"][rule.strength][language]
