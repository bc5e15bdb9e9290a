"""A language that nobody speaks, made of the Dutch: what comes without its marks was left in Dutch."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from poortwachter.i18n import LOCALES
from rules_compiler.book import FOLDERS, SINGLE_FILES
from rules_compiler.law_words import LAW_WORDS
from rules_compiler.lines import Place
from rules_compiler.numerals import NUMERALS
from rules_compiler.source import read_text
from rules_compiler.spots import OF_PAPERS, PAPERS, RULES, SENTENCES, Spot, spots
from tests.conftest import ROOT

CODE = "xx"
# Not é: één is a number, and een is none.
ACCENTS = str.maketrans("aeiouAEIOU", "àèìòùÀÈÌÒÙ")
# What the compiler, the engine or a script fills in.
FILLED_IN = re.compile(r"(\{[^{}]*\})")
MARKED = re.compile("⟦[^⟦⟧]*⟧")
# What code itself must know, appended to the modules of a copy.
LOCALE = '\nLOCALES["{code}"] = {{**NL, **{words}, "ordinal": "⟦{{}}è⟧".format}}\n'
COUNTS = '\nNUMERALS["{code}"] = {words}\n'
LAW = '\nLAW_WORDS["{code}"] = {words}\n'
# What begins a line of a paper: it is of every language.
BEGINS = re.compile(r"(#+ |- \[ ?\] |- |\d+\. )?(.*)")


def marked(text: str) -> str:
    """A text in this language: `Uiterlijk {day}` is `⟦Ùìtèrlìjk {day}⟧`."""
    return f"⟦{accented(text)}⟧"


def marked_lines(text: str) -> str:
    """The same for a paper, of which each line stays what it is."""
    return "\n".join(map(_marked_line, text.split("\n")))


def _marked_line(line: str) -> str:
    begins, rest = re.fullmatch(BEGINS, line).groups("")  # type: ignore[union-attr]
    is_filled_in = not rest or FILLED_IN.fullmatch(rest)
    return begins + (rest if is_filled_in else marked(rest))


def accented(text: str) -> str:
    """Every vowel with an accent, but for what is filled in."""
    pieces = FILLED_IN.split(text)
    return "".join(
        each if FILLED_IN.fullmatch(each) else each.translate(ACCENTS) for each in pieces
    )


def unmarked(text: str) -> str:
    """What of a text does not stand between marks, also where marks stand within marks."""
    while MARKED.search(text):
        text = MARKED.sub("", text)
    return text


def translation(rules: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The files of this language for a folder of rules, by name, heading and name again."""
    files = [f"{name}.yaml" for name in SINGLE_FILES]
    folders = (*FOLDERS, OF_PAPERS)
    files += [f"{folder}/{path.name}" for folder in folders for path in (rules / folder).glob("*")]
    dutch = {file: read_text(rules / file) for file in files}
    found: dict[str, dict[str, dict[str, Any]]] = {RULES: {}, SENTENCES: {}, PAPERS: {}}
    for spot in spots(dutch):
        heading, name = spot.translated_at
        change = marked_lines if spot.translated_in == PAPERS else marked
        words = _each(_at(dutch, spot), change)
        found[spot.translated_in].setdefault(heading, {})[name] = words
    return found


def write(rules: Path) -> Path:
    """Put this language among the translations of a folder of rules, and return its own folder."""
    folder = rules / "translations" / CODE
    folder.mkdir()
    for name, content in translation(rules).items():
        dump(folder / name, content)
    return folder


def dump(file: Path, content: Mapping[str, Any]) -> None:
    """Write YAML that people can read when a test fails."""
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(text, encoding="utf-8")


def add_to(root: Path) -> None:
    """Add this language to a copy of the project: to its rules, and to what code must know."""
    write(root / "engine/rules")
    rulebook = root / "engine/poortwachter/law/rulebook.py"
    listed = re.compile(r"^(LANGUAGES = \(.*)\)$", re.MULTILINE)
    code, found = listed.subn(rf'\1, "{CODE}")', rulebook.read_text(encoding="utf-8"))
    assert found == 1
    rulebook.write_text(code, encoding="utf-8")
    dutch = {name: words for name, words in LOCALES["nl"].items() if name != "ordinal"}
    marks = {name: dutch[name] for name in ("thousands", "separator")}
    locale = {**_each(dutch, marked), **marks}
    _append(root / "engine/poortwachter/i18n/locales.py", LOCALE, locale)
    compiler = root / "engine/build/rules_compiler"
    _append(compiler / "numerals.py", COUNTS, _each(NUMERALS["nl"], accented))
    _append(compiler / "law_words.py", LAW, _each(LAW_WORDS["nl"], accented))


def copy_to(root: Path) -> None:
    """A copy of what the compiler of the rules reads, with this language added."""
    ignored = shutil.ignore_patterns("__pycache__", "examples", "*.json")
    shutil.copytree(ROOT / "engine", root / "engine", ignore=ignored)
    shutil.copytree(ROOT / "docs/stappen", root / "docs/stappen")
    shutil.copy(ROOT / "mkdocs.yml", root)
    add_to(root)


def without_each_key(file: Path) -> Iterator[Place]:
    """Write a file of a translation again and again, each time without one of its keys."""
    content = read_text(file)
    for place in [*_keys(content)]:
        dump(file, _without(content, place))
        yield place
    dump(file, content)


def _append(file: Path, code: str, words: Mapping[str, Any]) -> None:
    with file.open("a", encoding="utf-8") as module:
        module.write(code.format(code=CODE, words=words))


def _at(dutch: Mapping[str, Any], spot: Spot) -> Any:
    content = dutch[spot.file]
    for key in spot.place:
        content = content[key]
    return content


def _each(words: Any, change: Any) -> Any:
    """The same with every text changed; keys are no words."""
    if isinstance(words, Mapping):
        return {name: _each(each, change) for name, each in words.items()}
    if isinstance(words, list | tuple):
        return type(words)(_each(each, change) for each in words)
    return change(words)


def _keys(content: Any) -> Iterator[Place]:
    for name, each in content.items() if isinstance(content, Mapping) else ():
        yield (name,)
        yield from ((name, *place) for place in _keys(each))


def _without(content: Mapping[str, Any], place: Place) -> dict[str, Any]:
    first, *rest = place
    if not rest:
        return {name: each for name, each in content.items() if name != first}
    return {
        name: _without(each, tuple(rest)) if name == first else each
        for name, each in content.items()
    }
