"""Writes the files: the same bytes for the same rules, without a day, a path or a name of the machine."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.guidebook import load_law
from macros.open_data.examples import examples_as_data
from macros.open_data.feed import feed
from macros.open_data.llms import Page, llms_txt
from macros.open_data.rules import rule_as_data, rules_as_data
from macros.page_words import folder, languages, page_words
from poortwachter.i18n import DUTCH
from schema_parts import FILE as ANSWER_SCHEMA

FOLDER = "api"
LICENCE = "EUPL-1.2"

# Goes up when something that programs read is gone or means something else; what is added leaves it.
VERSION = 1

SCHEMAS = ANSWER_SCHEMA.parent

Data = Mapping[str, Any]


def write_data(site: Path, *, feeds: bool) -> None:
    """The rules, the holidays, the examples, the schemas of all, and the list of them.

    Args:
        site: the folder of the whole site.
        feeds: whether the feeds stand there too, to be listed.
    """
    api, rulebook = site / FOLDER, load_law()
    _write(api / "rules.json", "rules", rules_as_data())
    for name, rule in rulebook.rules.items():
        _write(api / "rules" / f"{name}.json", "rule", {"rule": rule_as_data(rule)})
    _write(api / "holidays.json", "holidays", _holidays())
    _write(api / "examples.json", "examples", {"examples": examples_as_data()}, indent=None)
    for schema in sorted(SCHEMAS.glob("*.schema.json")):
        (api / "schema").mkdir(parents=True, exist_ok=True)
        (api / "schema" / schema.name).write_bytes(schema.read_bytes())
    _write(api / "index.json", "index", _index(api, feeds=feeds))


def write_feeds(site: Path, address: str) -> None:
    """A feed for each language; `address` is that of the site, or empty."""
    for language in languages():
        name = feed_name(language)
        content = feed(language, name, _with_slash(address) or "../")
        (site / FOLDER / name).write_bytes(content)


def write_guide_for_programs(
    pages: Iterable[Page], site: Path, language: str, address: str
) -> None:
    """`llms.txt` of a language, in the folder of its pages; `address` is that of the whole site, or empty."""
    text = llms_txt(language, pages, _with_slash(address))
    (site / "llms.txt").write_text(text, encoding="utf-8")


def feed_name(language: str) -> str:
    """The Dutch feed has the plain name, as the Dutch pages have the root."""
    return "changes.xml" if language == DUTCH else f"changes.{language}.xml"


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _holidays() -> Data:
    rulebook = load_law()
    return {
        "from": str(rulebook.covers_from),
        "until": str(rulebook.holidays_until),
        "holidays": sorted(map(str, rulebook.holidays)),
    }


def _index(api: Path, *, feeds: bool) -> Data:
    names = ("rules", "holidays", "examples")
    found = {f"{name}.json": name for name in names}
    if feeds:
        found |= {feed_name(each): "feed" for each in languages()}
    return {
        "name": "Poortwachterwijzer",
        "languages": list(load_law().languages),
        "notice": _in_all("no_advice"),
        "files": {file: _in_all(name) for file, name in found.items()},
        "rules": {name: f"rules/{name}.json" for name in load_law().rules},
        "schemas": [f"schema/{each.name}" for each in sorted((api / "schema").iterdir())],
        "pages": {each: f"{folder(each)}open-data/" for each in languages()},
    }


def _in_all(name: str) -> Data:
    return {each: str(page_words(each).templates["open_data"][name]) for each in languages()}


def _write(file: Path, kind: str, data: Data, indent: int | None = 1) -> None:
    """A file with its head. Lines keep two editions comparable by eye; of many numbers they double the size."""
    head = {"file": kind, "schema": VERSION, "edition": load_law().edition, "licence": LICENCE}
    file.parent.mkdir(parents=True, exist_ok=True)
    separators = (",", ": " if indent else ":")
    text = json.dumps({**head, **data}, ensure_ascii=False, indent=indent, separators=separators)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
