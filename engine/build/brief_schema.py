"""The JSON Schema of an answer in short: its fields are those of an answer, whose schema is written by hand."""

from schema_parts import Schema, answer_schema, described, with_fields


def brief_schema() -> Schema:
    """What a line of `check --jsonl --format brief` holds, but for what is wrong with a case."""
    answer = answer_schema()
    shared = answer["$defs"]
    step, clock = shared["obligation"]["properties"], answer["properties"]["clock"]["properties"]
    label = {"type": ["string", "null"], "maxLength": 80}
    return {
        "$schema": answer["$schema"],
        "title": "Brief",
        "description": "How a case stands on the day of reference, in statuses and dates alone. "
        "Later versions may add fields and ids: skip what you do not know.",
        **with_fields(
            line=described("Which line of the input it answers.", {"type": "integer"}),
            label=described("The label of the case; null: it has none.", label),
            week=clock["week"],
            obligations=described(
                "By id, each obligation, and each event that has a last day. Of what recurs the "
                "first time that is not done, or else the last.",
                _by_id({"$ref": "#/$defs/step"}),
            ),
            moments=described(
                "By id, the days on which something begins or ends by itself; one without a date "
                "is left out.",
                _by_id({"$ref": "#/$defs/date"}),
            ),
        ),
        "$defs": {
            **{name: shared[name] for name in ("date", "maybe_date", "id")},
            "step": described("How a step stands.", with_fields(**_step(step))),
        },
    }


def _step(step: Schema) -> Schema:
    return {name: step[name] for name in ("status", "due", "done", "told")}


def _by_id(value: Schema) -> Schema:
    names = {"$ref": "#/$defs/id"}
    return {"type": "object", "propertyNames": names, "additionalProperties": value}
