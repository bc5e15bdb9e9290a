"""What people call it when they search, and what the guide calls otherwise: `zoekwoorden.yaml`."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

FILE = Path(__file__).with_name("zoekwoorden.yaml")


class SearchWords(NamedTuple):
    """By a word of the guide its other names, and by a page or section what else leads to it."""

    names: Mapping[str, Sequence[str]]
    places: Mapping[str, Sequence[str]]


@cache
def search_words() -> SearchWords:
    """What stands in the file."""
    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return SearchWords(names=told["namen"], places=told["plaatsen"])
