"""The JSON Schemas of what comes in: they follow from the records of a case and what holds for each field.

A field is described by its line under `Attributes` in the docstring of its record.
"""

import inspect
import re
from typing import Any

from poortwachter.case import (
    MOST_ROWS,
    Case,
    Day,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Text,
    Weeks,
    YesNo,
    fields_of,
    required,
)
from poortwachter.law import load
from poortwachter.selfcheck import ROLES, VERSION, WITHOUT_DATE

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)
DATE = {"$ref": "#/$defs/date"}
# No control character, no mark that cannot be seen, and of all separators only the space.
VISIBLE = r"^( |[^\p{C}\p{Z}])*$"
TOLD = {"not": {"type": "null"}}
SAID = {"enum": [True, False, None]}


def case_schema() -> Schema:
    """What `Case.from_dict` takes; only days are not compared, which a schema cannot do."""
    records = [kind.record for kind in fields_of(Case).values() if isinstance(kind, Rows)]
    return {
        "$schema": DIALECT,
        "title": "Case",
        "description": "What is known of one period of sickness. No name, no cause: those are not "
        "asked. All but the first day may be left out, or be null.",
        **_object(Case),
        "$defs": {**DAYS, **{_name(record): _described(record) for record in records}, **WHEN},
    }


def carried_schema() -> Schema:
    """What `read_file` takes, but for the case, which has a schema of its own."""
    unknown = "|".join(re.escape(name) for name in WITHOUT_DATE)
    return {
        "$schema": DIALECT,
        "title": "Carried",
        "description": "What a link (after #zaak=, percent-encoded) or a save file of the "
        "self-check carries. Everything but the version may be left out: who opens it, fills in "
        "the rest.",
        "type": "object",
        "required": ["poortwachter"],
        "additionalProperties": False,
        "properties": {
            "poortwachter": {
                "description": "Version of this format. A page that does not know the version "
                "refuses it whole.",
                "type": "integer",
                "const": VERSION,
            },
            "role": {
                "description": "Who reads the page: of a link, who opens it. It changes words and order, "
                "and hides nothing.",
                "enum": [*ROLES, None],
            },
            "case": {
                "description": "The case, as in case.schema.json, but its first sick day may be "
                "left out too. Of what has happened, such as a first sick day or a date done, the form "
                "takes no day that is still to come.",
                "type": "object",
            },
            "unknown": {
                "description": "What applies though its date is not known, as a field of the "
                "case. Older files name here, as done.<id>, each step of which somebody does not "
                "know whether it was done; now that is null in the case.",
                "type": "array",
                "items": {"type": "string", "pattern": f"^({unknown}|done\\.[a-z0-9-]+)$"},
            },
        },
        "examples": EXAMPLES,
    }


def _described(record: type[Any]) -> Schema:
    summary, _, _ = inspect.getdoc(record).partition("\n\n")  # type: ignore[union-attr]
    return {"description": summary, **_object(record)}


def _object(record: type[Any]) -> Schema:
    words = dict(ATTRIBUTE.findall(inspect.getdoc(record) or ""))
    needed = required(record)
    return {
        "type": "object",
        **({"required": [*needed]} if needed else {}),
        "properties": {
            name: {
                "description": " ".join(words.get(name, "").split()),
                **(_value(kind) if name in needed else _or_null(_value(kind))),
            }
            for name, kind in fields_of(record).items()
        },
        "additionalProperties": False,
        **BESIDE.get(record.__name__, {}),
    }


def _value(kind: FieldKind) -> Schema:  # noqa: PLR0911 one each
    match kind:
        case Day():
            return DATE
        case YesNo():
            return {"type": "boolean"}
        case Weeks():
            return {"type": "integer", "minimum": 1, "maximum": load().most_sanction_weeks()}
        case Percentage():
            return {"type": "integer", "minimum": 1, "maximum": 100}
        case Text(longest):
            return {"type": "string", "maxLength": longest, "pattern": VISIBLE}
        case Rows(record):
            items = {"$ref": f"#/$defs/{_name(record)}"}
            return {"type": "array", "maxItems": MOST_ROWS, "items": items}
        case Nested(record):
            return _object(record)
        case Steps():
            return {"type": "object", "properties": _steps(), "additionalProperties": False}


def _or_null(schema: Schema) -> Schema:
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _steps() -> Schema:
    rules = load().actionable
    return {
        name: {
            "description": rules[name].words["en"].name,
            "$ref": f"#/$defs/{'recurring' if rules[name].recurs_until else 'once'}",
        }
        for name in load().can_be_done
    }


def _name(record: type[Any]) -> str:
    return record.__name__.lower()


# What one field says of another, beside the fields themselves.
BESIDE: dict[str, Schema] = {
    "WageExtension": {
        "if": {
            "properties": {"sanction_repair_found": TOLD},
            "required": ["sanction_repair_found"],
        },
        "then": {"properties": {"sanction_weeks": TOLD}, "required": ["sanction_weeks"]},
    }
}

DAYS: Schema = {
    "date": {
        "description": "A day from 1950 to 2099, as YYYY-MM-DD.",
        "type": "string",
        "format": "date",
        "pattern": "^(19[5-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}$",
    }
}

WHEN: Schema = {
    "once": {
        "description": "The day on which it was done, or true where that day is not known; false: "
        "it was not done; null: not known whether it was.",
        "anyOf": [DATE, SAID],
    },
    "recurring": {
        "description": "One day, several days, or true where they are not known; false: it was not "
        "done; null: not known whether it was.",
        "anyOf": [
            DATE,
            SAID,
            {"type": "array", "maxItems": MOST_ROWS, "items": DATE},
        ],
    },
}

EXAMPLES: list[Schema] = [
    {"poortwachter": 1, "case": {"first_sick_day": "2026-06-15"}},
    {
        "poortwachter": 1,
        "role": "werknemer",
        "case": {
            "first_sick_day": "2026-06-15",
            "done": {"probleemanalyse": "2026-07-20", "plan-van-aanpak": None},
        },
        "unknown": ["contract_end"],
    },
]
