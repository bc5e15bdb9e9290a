"""The examples beside the rules: cases with what a lawyer says must come out."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import poortwachter
from poortwachter import Case, check
from poortwachter.law import load
from rules_compiler.source import read_text

FOLDER = Path(poortwachter.__file__).parents[1] / "rules" / "examples"


@cache
def examples() -> list[dict[str, Any]]:
    """All of them, in the order of the files."""
    return [example for path in sorted(FOLDER.glob("*.yaml")) for example in read_text(path)]


def answered(example: Mapping[str, Any]) -> dict[str, Any]:
    """What the engine says to an example."""
    return check(Case.from_dict(example["case"]), on=date.fromisoformat(example["on"])).to_dict()


def found(answer: Mapping[str, Any], expected: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer says to everything that is expected, in the shape of what is expected.

    `notices` expects of each code whether there is such a notice; a name or a field that expects
    false stands nowhere in the answer.
    """
    entries = {_name(entry): entry for entry in [*answer["obligations"], *answer["moments"]]}
    entries["clock"] = answer["clock"]
    codes = {each["code"] for each in answer["notices"]}
    entries["notices"] = {code: code in codes for code in load().messages["notices"]}
    return {
        name: name in entries and _like(entries[name], wanted) for name, wanted in expected.items()
    }


def _name(entry: Mapping[str, Any]) -> str:
    return f"{entry['id']}#{entry['n']}" if "n" in entry else str(entry["id"])


def _like(entry: Mapping[str, Any], wanted: object) -> object:
    if isinstance(wanted, dict):
        return {field: entry.get(field, False) for field in wanted}
    return entry["due"] if "due" in entry else entry["date"]
