"""The rules as plain data, in all languages, with all that the engine counts with."""

from inspect import cleandoc
from typing import Any

from macros.guidebook import Figure, guidebook, load_law
from macros.open_data.history import Entry, history
from macros.page_words import folder
from poortwachter.law import Constant, Phase, Rule, Source, Term
from poortwachter.render import term_in_words
from poortwachter.timeline import KINDS

Data = dict[str, Any]


def rules_as_data() -> Data:
    """The whole book: what `rules.json` holds."""
    rulebook, figures = load_law(), guidebook().figures
    return {
        "covers_from": str(rulebook.covers_from),
        "languages": list(rulebook.languages),
        "kinds": {name: _kind(name) for name in sorted(KINDS)},
        "phases": [_phase(each) for each in rulebook.phases],
        "rules": [rule_as_data(each) for each in rulebook.rules.values()],
        "constants": {
            name: _constant(constant, figures[name])
            for name, constant in rulebook.constants.items()
        },
        "figures": {
            name: _figure(each) for name, each in figures.items() if name not in rulebook.constants
        },
        "changes": [_change(each) for each in history()],
    }


def rule_as_data(rule: Rule) -> Data:
    """One rule, with its words, its terms and its sources."""
    return {
        "id": rule.id,
        "kind": rule.kind,
        "who": list(rule.who),
        "helps": list(rule.helps),
        "strength": rule.strength,
        "appointment": rule.appointment,
        "valid_from": str(rule.valid_from),
        "from": _term(rule.opens),
        "versions": [
            {
                "valid_from": str(each.valid_from),
                "valid_to": str(each.valid_to) if each.valid_to != each.valid_to.max else None,
                "dated_by": each.dated_by,
                "term": _term(each.term),
            }
            for each in rule.versions
        ],
        "recurs_until": rule.recurs_until,
        "only_with": rule.only_with,
        "falls_away": list(rule.falls_away),
        "not_during": list(rule.not_during),
        "after_contract": rule.after_contract,
        "matters_from": rule.matters_from,
        "told_by": rule.told_by,
        "related": list(rule.related),
        "fine": _fine(rule),
        "when": {language: term_in_words(rule, language) for language in rule.words},
        "words": {language: words._asdict() for language, words in rule.words.items()},
        "sources": [_source(each) for each in rule.sources],
        "pages": _pages(rule),
    }


def _kind(name: str) -> Data:
    """How a kind of term is counted, as the function says that counts it."""
    told = " ".join(cleandoc(KINDS[name].__doc__ or "").split())
    return {"unit": Term(name).unit, "means": told}


def _term(term: Term | None) -> Data | None:
    return {**term._asdict(), "unit": term.unit} if term else None


def _phase(phase: Phase) -> Data:
    return {
        "id": phase.id,
        "names": dict(phase.names),
        "rules": [each.id for each in phase.rules],
    }


def _fine(rule: Rule) -> Data | None:
    fine = rule.fine
    if fine is None:
        return None
    steps = [{"days_late": days, "euros": euros} for days, euros in fine.steps]
    return {"valid_from": str(fine.valid_from), "certainty": fine.certainty, "steps": steps}


def _source(source: Source) -> Data:
    read = {each: guidebook().read_in(source, each) for each in load_law().languages}
    return {**source.to_dict(), "read": read}


def _constant(constant: Constant, figure: Figure) -> Data:
    versions = [{"valid_from": str(day), "value": value} for day, value in constant.versions]
    told = _figure(figure)
    return {**{name: told[name] for name in ("unit", "means", "sources")}, "versions": versions}


def _figure(figure: Figure) -> Data:
    return {
        "value": figure.value,
        "unit": figure.unit,
        "means": dict(figure.means),
        "sources": [_source(each) for each in figure.sources],
    }


def _change(entry: Entry) -> Data:
    return {
        "id": entry.id,
        "day": str(entry.day),
        "only_year": bool(entry.change and entry.change.only_year),
        "rules": list(entry.rules),
        "certainty": entry.change.certainty if entry.change else None,
        "what": {each: " ".join(entry.sentences(each)) for each in load_law().languages},
    }


def _pages(rule: Rule) -> Data | None:
    """Where the guide tells of it, from the root of the site; a moment has no page of its own."""
    if rule.kind == "moment":
        return None
    return {each: f"{folder(each)}stappen/{rule.id}/" for each in rule.words}
