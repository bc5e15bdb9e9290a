"""What the JSON Schemas are made of that follow from that of an answer, which is written by hand."""

import json
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

FILE = Path(__file__).parents[2] / "docs" / "assets" / "schema" / "answer.schema.json"


def answer_schema() -> Schema:
    """The schema of an answer."""
    schema: Schema = json.loads(FILE.read_text(encoding="utf-8"))
    return schema


def with_fields(**fields: Schema) -> Schema:
    """An object that has all of these fields."""
    return {"type": "object", "required": [*fields], "properties": fields}


def described(words: str, schema: Schema) -> Schema:
    """The same schema, with what it is said to be."""
    return {"description": words, **schema}
