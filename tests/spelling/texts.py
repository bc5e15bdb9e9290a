"""Where words stand that a reader sees, and how they are taken out of what is no language."""

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros import VALUES
from macros.page_words import languages
from poortwachter.i18n import DUTCH
from tests.conftest import ROOT

RULES = ROOT / "engine/rules"
MESSAGES = RULES / "messages.yaml"
TRANSLATIONS = RULES / "translations"
WORDS = ROOT / "macros/words"
# Cases for the tests.
NO_WORDS = "examples"
# Of a template: a folder and a code that only programs read.
NO_TEXT = {"folder", "og_locale", "own_name"}
DUTCH_KEYS = ("nl", "title", "read", "means", "what")

# What is said in another language than the text around it.
MARKED = re.compile(r'<(\w+)\b[^>]*?\slang="?(\w\w)\b[^>]*>(.*?)</\1>', re.DOTALL)
JINJA_COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
JINJA = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
TAG = re.compile(r"<!--.*?-->|<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
SPOKEN = re.compile(r'\b(?:aria-label|alt|title)="([^"]*)"')
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
SHOWN_KEY = re.compile(r"^(?:title|description): (.*)$", re.MULTILINE)
# Indented below a sentence that announces it: elsewhere, indented text belongs to a list or a note.
EXAMPLE = re.compile(r"^((?![\s!?:\d-])[^\n]*:\n\n)(?: {4}[^\n]*\n)+", re.MULTILINE)
NO_LANGUAGE = re.compile(
    r"```.*?```|`[^`\n]*`"  # code
    r"|\]\([^)\s]*\)|\]\[[^\]]*\]"  # where a link leads to
    r"|\{\s*[:#.][^}]*\}"  # attributes of an element
    r"|^\s*(?:!!!|\?\?\?\+?) [\w-]+",  # the kind of an admonition
    re.DOTALL | re.MULTILINE,
)
STRING = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")
FILLED_IN = re.compile(r"\{[^{}]*\}")
SITE_SAYS = re.compile(r"^(?:site_description|copyright): (.*)$", re.MULTILINE)
NAVIGATION = re.compile(r"^\s+- ([^:\n]+):(?=[ \n])", re.MULTILINE)


def prose(text: str) -> str:
    """What a reader sees of Markdown or HTML, also where macros and templates fill it in."""
    text = FRONT_MATTER.sub(lambda found: "\n".join(SHOWN_KEY.findall(found[1])) + "\n", text)
    text = JINJA.sub(said_by_template, JINJA_COMMENT.sub("", text))
    text = TAG.sub(lambda found: " ".join(["", *SPOKEN.findall(found[0]), ""]), text)
    return html.unescape(NO_LANGUAGE.sub(" ", EXAMPLE.sub(r"\1", text)))


def said_by_template(found: re.Match[str]) -> str:
    strings = (text for _, text in STRING.findall(found[0]))
    # Ids and names of styles have no space; what goes into HTML has its marks.
    said = [each for each in strings if " " in each and not re.search("[<=]", each)]
    return f" {' '.join(said)} " if said or found[0].startswith("{%") else ""


def rules(text: str) -> str:
    """The Dutch in a file of rules."""
    return FILLED_IN.sub("0", "\n".join(dutch(yaml.safe_load(text))))


def sentences(text: str) -> str:
    """The messages, and what stands in a translation: all of it."""
    return FILLED_IN.sub("0", "\n".join(dutch(yaml.safe_load(text), inside=True)))


def page_words(text: str) -> str:
    """What templates say, which may hold HTML, the glossary and the parts; the rest nobody sees as it stands there."""
    told = yaml.safe_load(text)
    said = [
        *(_without(NO_TEXT, texts) for texts in told["templates"].values()),
        *(_without({"never"}, term) for term in told["terms"].values()),
        told["components"],
    ]
    return prose(FILLED_IN.sub("0", "\n".join(dutch(said, inside=True))))


def _without(names: set[str], texts: dict[str, Any]) -> dict[str, Any]:
    return {name: text for name, text in texts.items() if name not in names}


def dutch(value: Any, *, inside: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from dutch(each, inside=inside or key in DUTCH_KEYS)
    elif isinstance(value, list):
        for each in value:
            yield from dutch(each, inside=inside)
    elif inside and isinstance(value, str):
        yield value


def configuration(text: str) -> str:
    """What mkdocs.yml says itself, and the names in the navigation."""
    return "\n".join(SITE_SAYS.findall(text) + NAVIGATION.findall(text.partition("\nnav:")[2]))


def kind_of(file: Path) -> Callable[[str], str]:
    if file.suffix == ".yml":
        return configuration
    if file == MESSAGES or file.is_relative_to(TRANSLATIONS):
        return sentences
    if file.parent == WORDS:
        return page_words
    return rules if file.suffix == ".yaml" else prose


def language_of(file: Path) -> str:
    """That of its folder or its name: `docs/en/`, `translations/en/`, `words/en.yaml`, `mkdocs.en.yml`."""
    named = {*file.relative_to(ROOT).parts, *file.name.split(".")}
    return next((each for each in languages() if each in named), DUTCH)


def said_in(file: Path) -> dict[str, str]:
    """What a file says, by language."""
    try:
        return by_language(file.read_text(encoding="utf-8"), language_of(file), kind_of(file))
    except yaml.YAMLError as error:
        raise SystemExit(f"{file.relative_to(ROOT)}: {error}") from error


def by_language(text: str, language: str, kind: Callable[[str], str] = prose) -> dict[str, str]:
    """Apart from the rest what is marked as another language."""
    found = {language: kind(MARKED.sub(" ", text))}
    for _, other, said in MARKED.findall(text):
        found[other] = f"{found.get(other, '')}\n{prose(said)}"
    return found


def files() -> list[Path]:
    """Every file with words that ship."""
    found = [
        *ROOT.glob("mkdocs*.yml"),
        *(file for file in (ROOT / "docs").rglob("*.md") if file.parent.name != "decisions"),
        *(ROOT / "macros").rglob("*.md"),
        *(ROOT / "macros").rglob("*.html"),
        *WORDS.glob("*.yaml"),
        *(file for file in (ROOT / "overrides").rglob("*.html") if file != VALUES),
        *(file for file in RULES.rglob("*.yaml") if NO_WORDS not in file.parts),
    ]
    return sorted(found)
