"""The examples beside the rules as a test set for any program: a case and a day in, dates and statuses out."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import rules_compiler
from poortwachter import Case, brief
from poortwachter.law import load
from rules_compiler.source import read_text

FOLDER = Path(rules_compiler.__file__).parents[2] / "rules" / "examples"

# What an example expects in words, of which only a translation could be compared.
IN_WORDS = {"trace"}

Data = dict[str, Any]


@cache
def examples_as_data() -> tuple[Data, ...]:
    """Every example in the order of the files, with the whole answer of the engine in short."""
    return tuple(
        _example(path.stem, each)
        for path in sorted(FOLDER.glob("*.yaml"))
        for each in read_text(path)
    )


def _example(group: str, example: Mapping[str, Any]) -> Data:
    return {
        "id": f"{group}/{_id(example['name'])}",
        "case": example["case"],
        "on": example["on"],
        "answer": _answer(example["case"], date.fromisoformat(example["on"])),
        "by_hand": by_hand(example["expect"]),
    }


def _answer(case: Data, on: date) -> Data:
    """What the engine says in short; the label of a case is no part of the answer."""
    told: Data = {**brief(Case.from_dict(case), on=on).to_dict()}
    return {name: each for name, each in told.items() if name != "label"}


def by_hand(expected: Mapping[str, Any]) -> Data:
    """What a lawyer worked out, by the name of a rule (`#n`: the nth time), `clock` or `notices`.

    False: it stands nowhere in the answer.
    """
    found = {name: _wanted(name, each) for name, each in expected.items()}
    return {name: each for name, each in found.items() if each != {}}


def _wanted(name: str, wanted: object) -> object:
    """The fields that are expected, without those that are words."""
    if isinstance(wanted, dict):
        return {field: each for field, each in wanted.items() if field not in IN_WORDS}
    if wanted is False:
        return wanted
    return {"date" if name.partition("#")[0] in load().moments else "due": wanted}


def _id(name: str) -> str:
    """The name of an example as it may stand in an address."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
