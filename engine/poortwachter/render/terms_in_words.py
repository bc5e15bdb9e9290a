"""The rules without a case: their terms in words, as they are law on the day of the edition."""

from datetime import date

from poortwachter.i18n.locales import DUTCH, capitalised, uncapitalised
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.rulebook import Rule, Term, Version, load


def term_in_words(rule: Rule, language: str = DUTCH, on: date | None = None) -> str:
    """When a rule must be met, for example `Uiterlijk 6 weken na de eerste ziektedag`.

    Args:
        rule: of which the term is told.
        language: `nl` or `en`.
        on: by the law of which day; left out, that of the edition.
    """
    day = on or load().edition_day
    if rule.versions and day < rule.first_known:
        return _to_come(rule, rule.versions[0], language)
    return _told(rule, rule.term_on(day), language)


def terms_to_come(rule: Rule, language: str = DUTCH) -> list[str]:
    """How the law will change it, for example `Vanaf 1 januari 2027: uiterlijk 9 weken voor ...`."""
    day = load().edition_day
    if day < rule.first_known:
        return []
    return [_to_come(rule, version, language) for version in rule.versions_after(day)]


def _to_come(rule: Rule, version: Version, language: str) -> str:
    term = uncapitalised(_told(rule, version.term, language))
    return say("term_from", language, valid_from=version.valid_from, term=term)


def _told(rule: Rule, term: Term | None, language: str) -> str:
    if term is None:
        return say("term_none", language)
    words = term_words(term, language)
    if rule.recurs_until:
        return say("term_every", language, weeks=term.count, term=words)
    if rule.kind == "duty":
        return say("term_until", language, term=words)
    return say("term_by", language, term=words) if rule.kind != "moment" else capitalised(words)


def term_words(term: Term, language: str = DUTCH) -> str:
    """A term without its first words, for example `6 weken na de eerste ziektedag`."""
    name = term.kind if term.count or term.kind != "weeks_after" else "straight_after"
    values = dict.fromkeys(("weeks", "years", "count"), term.count)
    noun = load().rules[term.of] if term.of else None
    return phrase("terms", name, language, **values, noun=noun)
