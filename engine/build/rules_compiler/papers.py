"""Checks the letters and sheets, and fills in what the rules know; the rest the engine fills from a case."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from poortwachter.law import LANGUAGES
from poortwachter.papers import CITED, HOLE, HOLES, OF_A_STEP, blocks, cited_in
from rules_compiler.checks import Known, Rule, no_rule, wrong_languages_of, wrong_sources
from rules_compiler.complaints import Complaint, options
from rules_compiler.holes import FILLERS, is_hole
from rules_compiler.languages import unlike
from rules_compiler.law_words import LAW_WORDS
from rules_compiler.prose import filled_sentence, wrong_sentence
from rules_compiler.values import Values

FOLDER = "papers"

# What looks like a hole, also with a slip in it.
BRACES = re.compile(r"\{[^{}]*\}")
# What only a paper asks of the compiler: the list of what a document holds.
CONTENTS = re.compile(r"\{contents:([a-z0-9-]+)\}")
# Of a language that does not say yet by which words it speaks of law; that is told elsewhere.
NOTHING = r"(?!)"
OUTSIDE_TEXT = ("name", "summary", "subject")
# The mark of an item is no number that somebody typed.
MARK = re.compile(r"^\d+\. ", re.MULTILINE)


def wrong_paper(file: str, paper: Rule, known: Known, values: Values | None) -> Iterator[Complaint]:
    """Everything that is wrong with a paper that fits the schema."""
    if paper["id"] != (name := PurePosixPath(file).stem):
        told = f"{paper['id']} is not the name of the file (expected {name}; or rename the file)"
        yield ("id",), told
    for check in (_steps, _unless, wrong_sources, wrong_languages_of, _alike):
        yield from check(paper, known)
    for language, text in _texts(paper).items():
        for told in _wrong_text(text, language, paper, known):
            yield (language, "text"), told
    yield from _holes_outside_text(paper)
    for part in (*OUTSIDE_TEXT, "text"):
        prose = {
            each: _prose(paper[each][part]) for each in LANGUAGES if part in paper.get(each, {})
        }
        for language, told in wrong_sentence(prose, values):
            yield (language, part), told


def filled_papers(
    papers: Mapping[str, Rule], rules: Mapping[str, Rule], order: Sequence[str], values: Values
) -> list[dict[str, Any]]:
    """The papers by the order of the steps that they are about, with the holes of the rules filled."""
    ranks = {name: rank for rank, name in enumerate(order)}
    found = sorted(papers.values(), key=lambda each: ranks.get(_first(each), len(ranks)))
    return [_filled(paper, rules, values) for paper in found]


def key_of(source: Mapping[str, Any]) -> str:
    """By what a text cites a source: its law, article and paragraph."""
    parts = [source["law"], source.get("article"), source.get("paragraph")]
    return "-".join(filter(None, parts)).lower().replace(":", "-")


def _first(paper: Rule) -> str:
    return paper["steps"][0] if paper["steps"] else ""


def _filled(paper: Rule, rules: Mapping[str, Rule], values: Values) -> dict[str, Any]:
    words = {each: _filled_words(paper[each], rules, values, each) for each in LANGUAGES}
    return {**paper, **words, "sources": [dict(each) for each in paper["sources"]]}


def _filled_words(
    words: Mapping[str, str], rules: Mapping[str, Rule], values: Values, language: str
) -> dict[str, str]:
    def contents(found: re.Match[str]) -> str:
        return "\n".join(f"- {each}" for each in rules[found[1]][language]["contents"])

    return {
        part: filled_sentence(CONTENTS.sub(contents, text), values, language)
        for part, text in words.items()
    }


def _prose(text: str) -> str:
    return MARK.sub("", text)


def _steps(paper: Rule, known: Known) -> Iterator[Complaint]:
    for i, name in enumerate(paper["steps"]):
        if name not in known.names:
            yield ("steps", i), no_rule(name, known)


def _unless(paper: Rule, _: Known) -> Iterator[Complaint]:
    for i, name in enumerate(paper["unless"]):
        if name in OF_A_STEP and not paper["steps"]:
            yield ("unless", i), f"{name} is said of a step (expected with steps; or take it out)"


def _holes_outside_text(paper: Rule) -> Iterator[Complaint]:
    """A name, a summary and a subject are of no case: only the holes of the rules are filled there."""
    for language in filter(paper.__contains__, LANGUAGES):
        for part in OUTSIDE_TEXT:
            for braces in BRACES.findall(paper[language].get(part, "")):
                if not is_hole(braces.strip("{}")):
                    told = f"{braces} is not filled here (expected a hole of the rules, or none)"
                    yield (language, part), told


def _texts(paper: Rule) -> dict[str, str]:
    """The text in each language that has it; which one lacks it is told elsewhere."""
    return {each: paper[each]["text"] for each in LANGUAGES if "text" in paper.get(each, {})}


def _wrong_text(text: str, language: str, paper: Rule, known: Known) -> Iterator[str]:
    for found in BRACES.finditer(text):
        yield from _wrong_hole(found[0], known)
    keys, cited = {key_of(each) for each in paper["sources"]}, set(cited_in(text))
    for key in sorted(cited - keys):
        yield f"{{source:{key}}} is not among the sources ({options(key, keys)})"
    for key in sorted(keys - cited):
        yield f"{key} is cited by no sentence (expected {{source:{key}}} after one; or take it out)"
    law = re.compile(LAW_WORDS.get(language, {}).get("law", NOTHING), re.IGNORECASE)
    for line in text.splitlines():
        if law.search(line) and not CITED.search(line) and not line.startswith("#"):
            yield f"speaks of law without a source: {line.strip()} (expected {{source:...}} after it)"


def _wrong_hole(braces: str, known: Known) -> Iterator[str]:
    """What is wrong with a hole that the engine fills; those of the rules are told as in all prose."""
    found = HOLE.fullmatch(braces)
    what, name = (found[1], found[2]) if found else (braces.strip("{}"), None)
    if name and (what == "source" or what in FILLERS):
        return
    named = "step" if what == "contents" else HOLES[what].names if what in HOLES else None
    if named and name not in known.names:
        yield f"{braces}: {no_rule(str(name), known)}"
    elif named and (known.rules.get(str(name), {}).get("kind") == "moment") != (named == "moment"):
        yield f"{braces}: {name} is no {named} (expected the id of a {named})"
    elif (what not in HOLES and not named) or (name and not named):
        yield f"{braces} is no hole ({options(what, [*HOLES, *FILLERS, 'contents', 'source'])})"


def _alike(paper: Rule, _: Known) -> Iterator[Complaint]:
    """All languages have the same headings, paragraphs and items, and ask the same."""
    texts = _texts(paper)
    asked = {
        language: {found[0] for found in HOLE.finditer(text)} for language, text in texts.items()
    }
    for language, hole, other in unlike(asked):
        yield (language, "text"), f"{hole} is missing (expected because {other} has it)"
    shapes = {
        language: [(block.kind, len(block.lines)) for block in blocks(text)]
        for language, text in texts.items()
    }
    first, *others = shapes
    for language in others:
        if shapes[language] != shapes[first]:
            told = f"is put together otherwise than {first}"
            yield (language, "text"), f"{told} (expected the same headings, paragraphs and items)"
