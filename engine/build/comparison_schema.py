"""The JSON Schema of a comparison: its fields are those of an answer, whose schema is written by hand."""

from schema_parts import Schema, answer_schema, described, with_fields


def comparison_schema() -> Schema:
    """What `compare` gives."""
    answer = answer_schema()
    fields, shared = answer["properties"], answer["$defs"]
    step, moment = (shared[name]["properties"] for name in ("obligation", "moment"))
    return {
        "$schema": answer["$schema"],
        "title": "Comparison",
        "description": "What has other dates in the second case than in the first, on one day. "
        "Later versions may add fields, codes and ids: skip what you do not know.",
        **with_fields(
            schema=fields["schema"],
            rules=fields["rules"],
            on=fields["on"],
            first=described("The first case.", {"$ref": "#/$defs/case"}),
            second=described("The second case.", {"$ref": "#/$defs/case"}),
            differences={
                "description": "Every step and moment of which dates differ, or that only one case "
                "has, by day. Of what has no date in either: whether it is not needed or unknown.",
                "type": "array",
                "items": {"$ref": "#/$defs/difference"},
            },
        ),
        "$defs": {
            **{name: shared[name] for name in ("date", "maybe_date", "id")},
            "case": described("How a case stands.", with_fields(clock=fields["clock"])),
            "difference": described("A step or moment in both cases.", _difference(step)),
            "step": described("How a step stands in one case.", _step(step)),
            "moment": described("When a moment comes in one case.", _moment(moment)),
        },
    }


def _difference(step: Schema) -> Schema:
    kinds = step["kind"]
    side = {"anyOf": [{"$ref": "#/$defs/step"}, {"$ref": "#/$defs/moment"}, {"type": "null"}]}
    return _optional(
        {"n": step["n"]},
        with_fields(
            id=step["id"],
            kind={
                "description": f"{kinds['description'][:-1]}; moment: comes by itself.",
                "enum": [*kinds["enum"], "moment"],
            },
            name=step["name"],
            first=described("In the first case; null: not there.", side),
            second=described("In the second case; null: not there.", side),
        ),
    )


def _step(step: Schema) -> Schema:
    needed = {name: step[name] for name in ("status", "from", "due", "done")}
    return _optional({"at_least": step["at_least"]}, with_fields(**needed))


def _moment(moment: Schema) -> Schema:
    return _optional({"at_least": moment["at_least"]}, with_fields(date=moment["date"]))


def _optional(fields: Schema, schema: Schema) -> Schema:
    return {**schema, "properties": {**schema["properties"], **fields}}
