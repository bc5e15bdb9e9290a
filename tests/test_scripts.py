"""The scripts of the pages: what `make check` sees in them, and what they say."""

import os
import re
import shutil
from pathlib import Path

import pytest

import view_types
from macros.guidebook import guidebook
from macros.postbuild import search
from poortwachter.law import load
from pyodide_bundle.node import PackError, npm_file, run_node
from tests.conftest import ROOT, built
from tests.pages.built_page import EDITIONS

SCRIPTS = ROOT / "overrides" / "scripts"
NAMED = re.compile(r"""(["'`])([a-z_]+)\1""")


# Ways in which a script might say something to a person.
SENTENCES = (
    '"Dit is een zin."',
    "'Jouw checklist'",
    "`Nog ${tag} keer: praten`",
    "`Fout: ${tag}`",
    "`${tag}, datum`",
    "`${tag} en nog`",
    '"Gekopieerd."',
    '"Gedaan"',
    '"Stand op ".concat(tag)',
    'tag.concat(" van ")',
    '{ title: "Jouw overzicht" }.title',
)
# Texts that nobody reads: names, selectors, shapes, and what a developer is told of a failure.
OTHERS = (
    '"first_sick_day.day"',
    '`[data-obligation="${tag}"]:not([hidden])`',
    "`pw-mark pw-mark--${tag}`",
    "`0 0 ${tag} ${tag}`",
    "`${tag}: ${tag}`",
    '"worker-src data:"',
    '"DETAILS"',
    "new Error(`${tag} did not load`).message",
)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sources of the scripts with how they are checked, to be spoilt."""
    for name in ("biome.json", "no-prose.grit", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(SCRIPTS, tmp_path / "overrides" / "scripts")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "overrides" / "scripts" / "zelfcheck"


def lint() -> None:
    run_node(npm_file("@biomejs/biome/bin/biome"), "lint", "--error-on-warnings")


def test_a_sentence_in_a_script_is_told_and_nothing_else(copied: Path) -> None:
    lines = [f"export const t{n} = {text};" for n, text in enumerate(SENTENCES + OTHERS)]
    spoilt = "\n".join(['import { tag } from "./tag.js";', "", *lines, ""])
    (copied / "tag.js").write_text('export const tag = String("h1");\n', encoding="utf-8")
    (copied / "spoilt.js").write_text(spoilt, encoding="utf-8")
    with pytest.raises(PackError, match=r"stands in rules/messages\.yaml") as told:
        lint()
    found = re.findall(r"spoilt\.js:(\d+):\d+ plugin", str(told.value))
    assert {int(line) - 3 for line in found} == {*range(len(SENTENCES))}


@pytest.mark.parametrize(
    ("script", "imported"), [("dom.js", "form.js"), ("storage.js", "importing.js")]
)
def test_a_circle_among_the_modules_is_told(copied: Path, script: str, imported: str) -> None:
    lint()
    file = copied / script
    text = f'import "./{imported}";\n{file.read_text(encoding="utf-8")}'
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match="noImportCycles"):
        lint()


def test_the_scripts_say_all_their_sentences_and_no_other() -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in SCRIPTS.rglob("*.js"))
    asked = set(re.findall(r"""\bmessage\(["'`](\w+)""", texts))
    named = {name for _, name in NAMED.findall(texts)}
    known = {*guidebook().script} - {"for_you"}
    assert asked <= known
    assert known <= named
    assert "data-message" in (ROOT / "overrides/main.html").read_text(encoding="utf-8")


# What a script could move a page with: in a frame most of it also moves the page of somebody else around it.
MOVES = re.compile(
    r"""scroll(?:To|By|IntoView\w*|Top|Left)?\s*[(=]|\.focus\b|\.select\(|autofocus|location\.hash\s*=(?!=)"""
    r"""|\breportValidity|\["(?:focus|select|scroll)"""
)
IN_ONE_PLACE = ["scrollBy(0, by)", ".focus({ preventScroll: true })"]


def moves(text: str) -> list[str]:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
    return [code[found.start() :].partition("\n")[0].strip("; ") for found in MOVES.finditer(code)]


def test_whatever_moves_the_page_stands_in_one_place() -> None:
    found = {file.name: moves(file.read_text(encoding="utf-8")) for file in SCRIPTS.rglob("*.js")}
    assert found.pop("dom.js") == IN_ONE_PLACE
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize(
    "line",
    [
        "place.scrollIntoView();",
        "place.focus();",
        "place.select();",
        "scrollTo(0, 0);",
        "window.scroll(0, 0);",
        'location.hash = "#a";',
        "place.scrollTop = 3;",
        'each["focus"]();',
        "const { focus } = place; list.forEach(place.focus, place);",
    ],
)
def test_another_way_to_move_the_page_is_told(line: str) -> None:
    assert moves(f"{line}\n")


def test_what_the_scripts_say_does_not_travel_with_the_engine() -> None:
    assert "script" not in load().messages


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_script_is_shipped_in_one_file_and_its_source_is_not(edition: str) -> None:
    site = built(edition)
    assert not (site / "scripts").exists()
    # What the worker of the search runs stands in that worker.
    sources = {file.name for file in SCRIPTS.glob("*.js")} - {search.WORDS.name}
    assert {file.name for file in (site / "assets").glob("*.js")} == sources
    # The pages of all languages run the same.
    assert [*site.glob("*/assets/*.js")] == []
    for name in sources:
        text = (site / "assets" / name).read_text(encoding="utf-8")
        assert not re.search(r"^\s*(?:import|export)\b", text, flags=re.MULTILINE)


def test_the_scripts_know_the_view_as_python_gives_it() -> None:
    if os.environ.get("GOLDEN") == "write":
        view_types.main()
    assert view_types.FILE.read_text(encoding="utf-8") == view_types.declarations()


def test_a_value_without_a_name_in_typescript_is_told() -> None:
    with pytest.raises(TypeError, match="has no name in TypeScript"):
        view_types.written(dict[str, object])
