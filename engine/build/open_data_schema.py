"""The JSON Schema of the open data: one for all files of `api/`, each of which says which of them it is."""

from typing import Any, get_args

from brief_schema import brief_schema
from poortwachter.law import (
    AGREED,
    LANGUAGES,
    AfterContract,
    Certainty,
    Condition,
    DatedBy,
    Kind,
    Person,
    Presence,
    Strength,
)
from poortwachter.timeline import KINDS
from schema_parts import Schema, described, with_fields

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
ID: Schema = {"$ref": "#/$defs/id"}
DATE: Schema = {"$ref": "#/$defs/date"}
TEXTS: Schema = {"$ref": "#/$defs/texts"}


def open_data_schema() -> Schema:
    """What each file of `api/` holds, but for the feeds and the schemas."""
    files = {"index": _index(), "rules": _rules(), "rule": _rule_file()}
    files |= {"holidays": _holidays(), "examples": _examples()}
    shared = brief_schema()["$defs"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Open data",
        "description": "The rules as open data. Later versions may add fields, kinds, codes and ids: "
        "skip what you do not know.",
        "oneOf": [{"$ref": f"#/$defs/{name}_file"} for name in files],
        "$defs": {
            **{name: shared[name] for name in ("date", "maybe_date", "id", "step")},
            "texts": described("By language.", _by(TEXT, _in(LANGUAGES))),
            "source": _source(),
            "term": _term(),
            "version": _version(),
            "rule": _rule(),
            **{f"{name}_file": _file(name, fields) for name, fields in files.items()},
        },
    }


def _file(name: str, fields: dict[str, Schema]) -> Schema:
    head = {
        "file": described("Which file it is.", {"const": name}),
        "schema": described("The version of these files; it goes up when a field is gone.", NUMBER),
        "edition": described("The day of the rules.", DATE),
        "licence": described("Under which licence it may be used (SPDX).", TEXT),
    }
    return described(f"The file {name}.", with_fields(**head, **fields))


def _index() -> dict[str, Schema]:
    return {
        "name": described("What the site is called.", TEXT),
        "languages": described("In which languages the words stand.", _list(_in(LANGUAGES))),
        "notice": described("What the data are not.", TEXTS),
        "files": described("By its address, what a file holds.", _by(TEXTS)),
        "rules": described("By the id of a rule, its own file.", _by(TEXT, ID)),
        "schemas": described(
            "The schemas of these files, and of what the engine reads.", _list(TEXT)
        ),
        "pages": described(
            "The page about the data, by language, from the root of the site.", TEXTS
        ),
    }


def _rules() -> dict[str, Schema]:
    kind = with_fields(
        unit=described("What the count of such a term counts.", TEXT),
        means=described("How it is counted.", TEXT),
    )
    phase = with_fields(
        id=described("The name of the phase.", ID),
        names=described("What people read.", TEXTS),
        rules=described("Its rules, in the order of the step plan.", _list(ID)),
    )
    return {
        "covers_from": described("From which first sick day on the rules give dates.", DATE),
        "languages": described("In which languages the words stand.", _list(_in(LANGUAGES))),
        "kinds": described("Each kind of term.", _by(kind, _in(sorted(KINDS)))),
        "phases": described("The stretches of the two years.", _list(phase)),
        "rules": described("Every rule, in the order of the step plan.", _list(_ref("rule"))),
        "constants": described(
            "What is counted with and is no rule's own term.", _by(_constant(), ID)
        ),
        "figures": described(
            "Other numbers that the guide tells; no date needs them.", _by(_figure(), ID)
        ),
        "changes": described("What changed in the rules, the newest first.", _list(_change())),
    }


def _rule_file() -> dict[str, Schema]:
    return {"rule": described("The rule, as in rules.json.", _ref("rule"))}


def _holidays() -> dict[str, Schema]:
    return {
        "from": described("The first day that the table covers.", DATE),
        "until": described("The last day that the table covers.", DATE),
        "holidays": described(
            "Days of the Algemene termijnenwet (art. 3) that do not fall in a weekend.", _list(DATE)
        ),
    }


def _examples() -> dict[str, Schema]:
    short = brief_schema()["properties"]
    answer = {name: short[name] for name in ("week", "obligations", "moments")}
    expected = {"anyOf": [{"type": "object"}, {"const": False}]}
    example = with_fields(
        id=described("The name of the example.", TEXT),
        case=described("The case (case.schema.json).", {"type": "object"}),
        on=described("The day of reference.", DATE),
        answer=described("What comes out, in short (brief.schema.json).", with_fields(**answer)),
        by_hand=described(
            "What was worked out by hand, by the name of a rule (#n: the nth time), clock or notices: "
            "fields of the whole answer (answer.schema.json). False: it stands nowhere.",
            _by(expected),
        ),
    )
    return {"examples": described("Every example.", _list(example))}


def _rule() -> Schema:
    words = with_fields(
        name=described("Its name.", TEXT),
        noun=described("The same within a sentence.", TEXT),
        summary=described("What it is, in a sentence.", TEXT),
        what=described("What it is, at length.", _maybe(TEXT)),
        tasks=described("Who does what.", _maybe(_by(TEXT, _in(get_args(Person))))),
        document=described("On which paper.", _maybe(TEXT)),
        contents=described("What that paper holds.", _list(TEXT)),
        late=described("What if it is late or goes wrong.", _maybe(TEXT)),
        not_needed=described("When it is not needed.", _maybe(TEXT)),
        question=described("When it applies, where nobody can tell from a case.", _maybe(TEXT)),
    )
    fine = with_fields(
        valid_from=described("The day of the text with its amounts.", DATE),
        certainty=described("How sure that is.", _in(get_args(Certainty))),
        steps=described(
            "What it costs, from so many days late.",
            _list(
                with_fields(
                    days_late=described("From how many days late.", NUMBER),
                    euros=described("How many euros.", NUMBER),
                )
            ),
        ),
    )
    people, term = _list(_in(get_args(Person))), _maybe(_ref("term"))
    return with_fields(
        id=described("Its id, which never changes.", ID),
        kind=described("What it is.", _in(get_args(Kind))),
        who=described("Who must act.", people),
        helps=described("Who helps.", people),
        strength=described(
            "Law, practice of UWV, or custom.", _in(s for s in get_args(Strength) if s != AGREED)
        ),
        appointment=described("Its number in calendars.", _maybe(NUMBER)),
        valid_from=described("The first day on which it holds as it is.", DATE),
        **{"from": described("The term of its first day.", term)},
        versions=described("Its terms, the oldest first.", _list(_ref("version"))),
        recurs_until=described("Until which rule it comes again.", _maybe(ID)),
        only_with=described("What a case must have.", _maybe(_in(get_args(Presence)))),
        falls_away=described("What makes it unneeded.", _list(_in(get_args(Condition)))),
        not_during=described("In which pauses it does not apply.", _list(TEXT)),
        after_contract=described(
            "What the end of the contract does.", _in(get_args(AfterContract))
        ),
        matters_from=described("The rule before which it need not be told.", _maybe(ID)),
        told_by=described("By which question of a case it is told.", _maybe(TEXT)),
        related=described("Rules to read with it.", _list(ID)),
        fine=described("What being late may cost.", _maybe(fine)),
        when=described("Its term in words, on the day of the edition.", TEXTS),
        words=described("What people read.", _by(words, _in(LANGUAGES))),
        sources=described("Where it stands.", _list(_ref("source"))),
        pages=described("Its pages, from the root of the site; null: it has none.", _maybe(TEXTS)),
    )


def _source() -> Schema:
    fields = with_fields(
        law=described("The name of the law or page.", TEXT),
        bwb=described("Its id at wetten.overheid.nl.", _maybe(TEXT)),
        article=described("Which article.", _maybe(TEXT)),
        paragraph=described("Which paragraph of it.", _maybe(TEXT)),
        url=described("Where it is read.", TEXT),
        read=described("Which version was read.", TEXTS),
        checked=described("On which day it was read.", DATE),
        certainty=described("How sure that is.", _in(get_args(Certainty))),
    )
    return described("Where something stands.", fields)


def _term() -> Schema:
    fields = with_fields(
        kind=described("How it is counted: a name of kinds.", _in(sorted(KINDS))),
        count=described("How many; 0 where the kind has no number.", NUMBER),
        of=described("The rule that it counts from.", _maybe(ID)),
        unit=described("What count counts.", TEXT),
    )
    return described("How a date is reached.", fields)


def _version() -> Schema:
    fields = with_fields(
        valid_from=described("The first day that it gives.", DATE),
        valid_to=described(
            "The last day that it gives; null: there is no end.", _ref("maybe_date")
        ),
        dated_by=described(
            "Which day must lie between these; null: the day that the term gives.",
            _maybe(_in(get_args(DatedBy))),
        ),
        term=described("The term.", _ref("term")),
    )
    return described(
        "A term with its days. The newest version whose own date is not before valid_from counts.",
        fields,
    )


def _constant() -> Schema:
    versions = with_fields(
        valid_from=described("From which day on.", DATE), value=described("How many.", NUMBER)
    )
    return with_fields(**_number(), versions=described("The oldest first.", _list(versions)))


def _figure() -> Schema:
    return with_fields(value=described("How many.", NUMBER), **_number())


def _number() -> dict[str, Schema]:
    return {
        "unit": described("What it counts.", TEXT),
        "means": described("What it is.", TEXTS),
        "sources": described("Where it stands.", _list(_ref("source"))),
    }


def _change() -> Schema:
    return with_fields(
        id=described("Its id, as in the feed.", TEXT),
        day=described("From which day on.", DATE),
        only_year=described("Whether no more than the year is known.", {"type": "boolean"}),
        rules=described("Which rules it changed.", _list(ID)),
        certainty=described(
            "How sure that is; null: as sure as the rule.", _maybe(_in(get_args(Certainty)))
        ),
        what=described("What changed, and what it was.", TEXTS),
    )


def _in(values: Any) -> Schema:
    return {"enum": list(values)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _by(values: Schema, names: Schema | None = None) -> Schema:
    found: Schema = {"type": "object", "additionalProperties": values}
    return {**found, "propertyNames": names} if names else found
