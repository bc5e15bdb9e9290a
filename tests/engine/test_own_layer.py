"""An organisation lays its own steps over the rules: they stand everywhere, and none of the law moves."""

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from own_layer import Compiled, laid_over
from own_layer.colours import GROUNDS, contrast
from poortwachter.law import AGREED, Rulebook, read_compiled
from rules_compiler.source import schema
from tests.conftest import ROOT

EXAMPLE = ROOT / "engine/own-example"
BASE = Compiled(read_compiled("rules.json"), read_compiled("guide.json"))
HEAD = "name: Voorbeeld BV\nchecked: 2026-11-27\n"
STEP = """steps:
  - id: eigen-gesprek
    after: probleemanalyse
    who: [werkgever]
    term: {kind: weeks_after_first_day, count: 1}
    protocol: https://voorbeeld.invalid/
    nl: {name: Gesprek, noun: het gesprek, summary: Zij spreken elkaar.}
"""
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'

# What an attacker, or a slip, may write; where it is told; and a part of what is told.
HOSTILE: Mapping[str, tuple[str, int, str]] = {
    "an id of the law": (HEAD + STEP.replace("eigen-gesprek", "probleemanalyse"), 4, "an id of the law cannot be taken"),
    "an id that looks like one of the law": (HEAD + STEP.replace("eigen-gesprek", "eigen-Plan van aanpak"), 4, "eigen- and small letters"),
    "one id twice": (HEAD + STEP + STEP.partition("\n")[2], 10, "stands here twice"),
    "a date of the law": (HEAD + "terms:\n  plan-van-aanpak: {count: 52}\n", 3, "terms: is not a key"),
    "a strength": (HEAD + STEP + "    strength: wet\n", 10, "strength: is not a key"),
    "a source of law": (HEAD + STEP + "    sources: [{law: wia}]\n", 10, "sources: is not a key"),
    "a step that falls away": (HEAD + "hidden: [loonsanctie]\n", 3, "hidden: is not a key"),
    "markup that runs": (HEAD + "home: {nl: '<script>alert(1)</script>'}\n", 3, "holds < (U+003C)"),
    "a macro": (HEAD + "home: {nl: '{{ 7 * 7 }}'}\n", 3, "holds { (U+007B)"),
    "Markdown": (HEAD + "home: {nl: '[klik](https://x.invalid)'}\n", 3, "holds [ (U+005B)"),
    "letters that turn the others": (HEAD + 'home: {nl: "abc\\u202Edef"}\n', 3, "holds U+202E"),
    "letters for a terminal": (HEAD + 'contact: {nl: "\\e]0;x\\a"}\n', 3, "holds U+001B"),
    "a link that runs": (HEAD + "contact_link: 'javascript:alert(1)'\n", 3, "http://, mailto:"),
    "a link to a file": (HEAD + "contact_link: file:///etc/passwd\n", 3, "http://, mailto:"),
    "a picture outside": (HEAD + "logo: ../../etc/passwd.svg\n", 3, "a file in this folder"),
    "a picture that is not there": (HEAD + "logo: geen.svg\n", 3, "is no file in this folder"),
    "steps that wait for each other": (
        HEAD
        + STEP.replace("weeks_after_first_day, count: 1", "weeks_after, count: 1, of: eigen-ander")
        + STEP.partition("\n")[2]
        .replace("eigen-gesprek", "eigen-ander")
        .replace("weeks_after_first_day, count: 1", "weeks_after, count: 1, of: eigen-gesprek"),
        13,
        "goes round in a circle",
    ),
    "a step that nobody knows": (HEAD + STEP.replace("weeks_after_first_day, count: 1", "weeks_after, count: 1, of: plan"), 7, "nothing can be counted from plan"),
    "a step without a day": (HEAD + STEP.replace("weeks_after_first_day, count: 1", "weeks_after, count: 1, of: casemanager"), 7, "nothing can be counted from casemanager"),
    "a term of the law alone": (HEAD + STEP.replace("weeks_after_first_day", "end_of_sanction"), 7, "is not in the list"),
    "a number beyond all measure": (HEAD + STEP.replace("count: 1", "count: 99999999999"), 7, "is too high"),
    "a file that grows while it is read": (HEAD + BOMB, 3, "refers to another place"),
    "a file that goes round": (HEAD + "home: &a [*a]\n", 3, "refers to another place"),
    "an object of Python": (HEAD + "home: !!python/object/apply:os.system [ls]\n", 3, "is a type of YAML"),
    "a file without bottom": (HEAD + "home: " + "[" * 2000 + "]" * 2000 + "\n", 3, "is too much"),
    "a huge file": (HEAD + "#" + "x" * 200_000 + "\n", 1, "is too large"),
    "a huge text": (HEAD + f"home: {{nl: {'x' * 1800}}}\n", 3, "is too long"),
    "no YAML": (HEAD + "home: [\n", 4, "is not YAML"),
    "a key twice": (HEAD + "name: Ander\n", 3, "stands on line 1 already"),
    "letters that cannot be read": (HEAD + "colours: {light: '#ffff00', dark: '#f0a8dc'}\n", 3, "cannot be read with"),
    "dark letters on the dark": (HEAD + "colours: {light: '#6b1f5c', dark: '#222222'}\n", 3, "cannot be read with"),
    "a colour that is none": (HEAD + "colours: {light: 'red;}*{display:none', dark: '#f0a8dc'}\n", 3, "six digits"),
    "a page that is none": (HEAD + "below: {plan-van-aanpk: {nl: Dag.}}\n", 3, "did you mean plan-van-aanpak?"),
    "a form of no step": (HEAD + "forms: [{step: ../../x, name: {nl: Formulier}, link: 'https://x.invalid'}]\n", 3, "is not well formed"),
    "nobody": (HEAD + STEP.replace("[werkgever]", "[uwv]"), 6, "is not in the list"),
    "no words": (HEAD + re.sub("    nl:.*\n", "", STEP), 4, "has no words"),
    "a name of nothing": (HEAD.replace("Voorbeeld BV", '" "'), 1, "is empty"),
    "a name that ends our brackets": (HEAD.replace("Voorbeeld BV", "wet (BW"), 1, "holds ( (U+0028)"),
    "a name of the law": (HEAD + STEP.replace("name: Gesprek", "name: Plan van Aanpak"), 9, "is that of a step of the law"),
    "a letter that nobody sees": (HEAD + 'home: {nl: "a\\u00adb\\u061c"}\n', 3, "holds U+00AD"),
    "half a letter": (HEAD.replace("Voorbeeld BV", '"a\\ud800"'), 1, "holds U+D800"),
    "a link that leaves its quotes": (HEAD + "contact_link: 'https://x.invalid\"onfocus=\"alert(1)'\n", 3, "http://, mailto:"),
    "a link with a password": (HEAD + "contact_link: https://uwv@x.invalid/\n", 3, "http://, mailto:"),
    "part of a week": (HEAD + STEP.replace("count: 1", "count: 1.0"), 7, "is not a whole number"),
    "no week at all": (HEAD + STEP.replace("weeks_after_first_day, count: 1", "last_day_of_sick_week, count: 0"), 7, "is too low"),
    "a number without end": (HEAD + STEP.replace("count: 1", "count: 0x" + "f" * 5000), 7, "is no text of a guide"),
    "another block": (HEAD + "<<: {home: x}\n", 3, "is no text of a guide"),
    "a task of nobody": (HEAD + STEP.replace("summary:", "tasks: {werknemer: Kom.}, summary:"), 9, "has a task and is not in who"),
    "a noun of the law": (HEAD + STEP.replace("het gesprek", "het plan van aanpak"), 9, "is that of a step of the law"),
    "an article before the law": (HEAD + STEP.replace("name: Gesprek", "name: Het Plan-van-aanpak"), 9, "is that of a step of the law"),
    "a name that speaks for UWV": (HEAD.replace("Voorbeeld BV", "UWV Noord"), 1, "holds uwv, as if it were of others"),
    "a step that says it is law": (HEAD + STEP.replace("name: Gesprek", "name: Gesprek volgens de wet"), 9, "holds wet, as if it were of others"),
    "a letter of another alphabet": (HEAD + STEP.replace("name: Gesprek", "name: Pl\u0430n"), 9, "looks like another letter"),
    "a wide letter": (HEAD + STEP.replace("name: Gesprek", "name: \uff30lan"), 9, "looks like another letter"),
    "a name of blanks": (HEAD.replace("Voorbeeld BV", "\u2800"), 1, "holds U+2800"),
    "accents on end": (HEAD + f"home: {{nl: 'a{chr(0x301) * 9}'}}\n", 3, "holds U+0301"),
    "one name twice": (HEAD + STEP + STEP.partition("\n")[2].replace("eigen-gesprek", "eigen-ander"), 15, "is the name of another step"),
    "a day to come": (HEAD.replace("2026", "2099"), 2, "is no day on which this was read"),
    "a number of sixties": (HEAD + STEP.replace("count: 1", "count: 1:30"), 7, "is no plain number"),
    "a number of eights": (HEAD + STEP.replace("count: 1", "count: 010"), 7, "is no plain number"),
    "a number beyond all floats": (HEAD + f"home: {'1:' * 300}1.0\n", 3, "is no plain number"),
    "a text that is cut off": (HEAD + "home:\n  nl: Bel HR op lijn #3, elke dag.\n", 4, "begins a comment"),
    "steps without end": (HEAD + f"steps: [{'{},' * 30_000}]\n", 3, "is too much"),
    "nothing": ("", 1, "is not"),
}  # fmt: skip


def wrong_in(folder: Path) -> list[str]:
    laid, problems = laid_over(folder, BASE)
    assert laid is BASE
    return problems


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_layer_is_refused_with_file_and_line(hostile: str, tmp_path: Path) -> None:
    text, line, part = HOSTILE[hostile]
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    problems = wrong_in(tmp_path)
    told = [each for each in problems if each.startswith(f"own.yaml:{line}: ")]
    assert any(part in each for each in told), problems
    assert all(each.isprintable() for each in problems)


LOGOS: Mapping[str, tuple[str, bytes, str]] = {
    "script": ("a.svg", SVG.format("<script>alert(1)</script>").encode(), "holds <script>"),
    "another page": ("a.svg", SVG.format("<foreignObject/>").encode(), "holds <foreignObject>"),
    "what runs": ("a.svg", SVG.format('<path onload="x()"/>').encode(), "has onload"),
    "a fetch": ("a.svg", SVG.format('<path href="https://x.invalid/"/>').encode(), "has href"),
    "a fetch in a style": (
        "a.svg",
        SVG.format('<path fill="url(https://x.invalid/)"/>').encode(),
        "has fill",
    ),
    "a style": ("a.svg", SVG.format("<style>@import url(//x)</style>").encode(), "holds <style>"),
    "a style of its own": ("a.svg", SVG.format('<path style="x:y"/>').encode(), "has style"),
    "a fetch in capitals": ("a.svg", SVG.format('<path fill="URL(//x)"/>').encode(), "has fill"),
    "an instruction": (
        "a.svg",
        b'<?xml-stylesheet href="//x"?>' + SVG.format("").encode(),
        "instruction",
    ),
    "one thing without end": ("a.svg", SVG.format('<use href="#a"/>').encode(), "holds <use>"),
    "another encoding": (
        "a.svg",
        SVG.format("<title>é</title>").encode("utf-16"),
        "is no SVG in UTF-8",
    ),
    "no encoding": ("a.svg", b'<?xml version="1.0" encoding="x"?><svg/>\xff', "is no SVG in UTF-8"),
    "an entity": ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "x">]>' + SVG.format("").encode(), "entity"),
    "a fetch behind a stroke": (
        "a.svg",
        SVG.format(r'<path fill="u\72l(//x)"/>').encode(),
        "has fill",
    ),
    "clips in clips": (
        "a.svg",
        SVG.format('<clipPath><path clip-path="url(#a)"/></clipPath>').encode(),
        "too often",
    ),
    "a picture without bottom": (
        "a.svg",
        SVG.format("<g>" * 40 + "</g>" * 40).encode(),
        "too often",
    ),
    "a picture of no size": ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(8), "is no PNG"),
    "no picture": ("a.png", b"MZ", "is no PNG"),
    "no drawing": ("a.svg", b"\xff\xfe", "is no SVG"),
    "a huge one": ("a.svg", b" " * 300_000, "is too large"),
}


@pytest.mark.parametrize("logo", LOGOS)
def test_a_hostile_logo_is_refused(logo: str, tmp_path: Path) -> None:
    name, content, part = LOGOS[logo]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "own.yaml").write_text(f"{HEAD}logo: {name}\n", encoding="utf-8")
    (problem,) = wrong_in(tmp_path)
    assert problem.startswith("own.yaml:3: logo: ")
    assert part in problem


def test_a_logo_may_not_be_a_link_to_a_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "out.svg").write_text(SVG.format(""), encoding="utf-8")
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "logo.svg").symlink_to(tmp_path / "out.svg")
    (folder / "own.yaml").write_text(f"{HEAD}logo: logo.svg\n", encoding="utf-8")
    assert "own.yaml:3: logo: " in wrong_in(folder)[0]


def test_a_file_that_is_none_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "own.yaml")
    assert wrong_in(tmp_path)[0].startswith("own.yaml:1: is no file in this folder")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(HEAD.replace("Voorbeeld", "Café").encode("latin-1"))
    assert "UTF-8" in wrong_in(tmp_path)[0]


def test_a_file_beside_it_that_nobody_reads_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "own.yml").write_text(HEAD, encoding="utf-8")
    assert wrong_in(tmp_path) == ["own.yml:1: is read by nobody (expected own.yaml alone)"]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    broken = STEP.replace("after: probleemanalyse", "after: probleem").replace(
        "weeks_after_first_day, count: 1", "weeks_after, count: 1, of: x"
    )
    text = f"{HEAD}logo: geen.svg\ncolours: {{light: '#ffffff', dark: '#000000'}}\n{broken}"
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    assert {each.split(":")[1] for each in wrong_in(tmp_path)} == {"3", "4", "7", "9"}


ORDINARY = """name: "'t Hof & Zn. B.V. 50%"
checked: 2026-11-27
contact: {nl: "Bel Fen\u00e9 (HR), 24/7; \u20ac 0. Mail jan_jansen@hof.invalid!"}
contact_link: tel:+31-20-1234567
colours: {light: "#6B1F5C", dark: "#F0A8DC"}
home:
  nl: |
    Welkom\u00a0bij ons.
    Dit is de tweede regel.
forms:
  - step: plan-van-aanpak
    name: {en: Form}
    link: http://intranet/formulieren/plan%20(1).docx
"""


def test_ordinary_words_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(ORDINARY, encoding="utf-8")
    found, problems = laid_over(tmp_path, BASE)
    assert problems == []
    own = found.guide["own"]
    assert own["name"] == "'t Hof & Zn. B.V. 50%"
    assert own["home"]["en"] == "Welkom bij ons. Dit is de tweede regel."


def test_a_flood_of_mistakes_is_told_in_part(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(HEAD + f"who: [{'x,' * 3000}]\n" * 1, encoding="utf-8")
    assert 0 < len(wrong_in(tmp_path)) <= 50


def test_what_counts_back_from_a_step_is_done_before_it_without_a_question(tmp_path: Path) -> None:
    layer = tmp_path / "layer"
    layer.mkdir()
    back = STEP.replace(
        "weeks_after_first_day, count: 1", "weeks_before, count: 1, of: probleemanalyse"
    )
    (layer / "own.yaml").write_text(HEAD + back, encoding="utf-8")
    done = ("--done", "eigen-gesprek=2026-11-02", "--done", "probleemanalyse=2026-11-10")
    words = (
        "check",
        "--first-day",
        "2026-10-01",
        *done,
        *ON,
        "--format",
        "json",
        "--own",
        str(layer),
    )
    codes = [each["code"] for each in json.loads(run(*words)[1])["notices"]]
    assert "plan-before-analysis" not in codes


@pytest.fixture(scope="module")
def laid() -> Compiled:
    found, problems = laid_over(EXAMPLE, BASE)
    assert problems == []
    return found


def law_in(phases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {**phase, "rules": [rule for rule in phase["rules"] if rule["strength"] != AGREED]}
        for phase in phases
    ]


def test_nothing_of_the_law_is_changed_hidden_or_shadowed(laid: Compiled) -> None:
    for file, before in zip(laid, BASE, strict=True):
        rest = {name: each for name, each in file.items() if name not in {"phases", "own"}}
        assert rest == {name: each for name, each in before.items() if name != "phases"}
        assert law_in(file["phases"]) == law_in(before["phases"])


def test_no_step_of_the_law_begins_as_one_of_an_organisation() -> None:
    names = [rule["id"] for phase in law_in(BASE.rules["phases"]) for rule in phase["rules"]]
    assert not [name for name in names if name.startswith("eigen-")]


def test_the_kinds_of_term_are_those_of_the_engine() -> None:
    of_own = schema()["$defs"]["own_term"]["properties"]["kind"]["enum"]
    assert set(of_own) < set(schema()["$defs"]["kind"]["enum"])


def test_a_layer_laid_twice_is_laid_once(laid: Compiled) -> None:
    assert laid_over(EXAMPLE, laid)[0] == laid


def test_a_step_cannot_follow_one_of_a_layer_that_was_laid_before(
    laid: Compiled, tmp_path: Path
) -> None:
    text = HEAD + STEP.replace("after: probleemanalyse", "after: eigen-belgesprek")
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    (problem,) = laid_over(tmp_path, laid)[1]
    assert problem.startswith("own.yaml:5: steps.0.after: there is no step eigen-belgesprek")


def test_each_own_step_says_whose_agreement_it_is_in_every_language(laid: Compiled) -> None:
    rulebook = Rulebook(laid.rules)
    own = [rule for rule in rulebook.rules.values() if rule.strength == AGREED]
    assert len(own) == 2
    for rule in own:
        for words in rule.words.values():
            assert "Voorbeeld BV" in words.name
        assert [source.bwb for source in rule.sources] == [None]


def test_the_colours_stand_on_those_of_the_stylesheet() -> None:
    style = (ROOT / "overrides/assets/poortwachter.css").read_text(encoding="utf-8")
    light, dark = style.split("@media screen and (prefers-color-scheme: dark)")[:2]
    found = {"light": light, "dark": dark.partition("}\n")[0]}
    for scheme, grounds in GROUNDS.items():
        short = found[scheme].replace("#fff;", "#ffffff;")
        assert all(ground.colour in short for ground in grounds)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, expected: float) -> None:
    """Worked out by hand from WCAG 2.2; a grey of 777 is the known near miss."""
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == expected


CASE = ("--first-day", "2026-10-01", "--done", "plan-van-aanpak=2026-11-20")
ON = ("--on", "2026-11-27")


def run(*words: str) -> tuple[int, str, str]:
    """The command in a process of its own: what was laid over the rules ends with it."""
    command = [sys.executable, "-m", "poortwachter", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return done.returncode, done.stdout, done.stderr


def with_own(*words: str) -> str:
    status, out, err = run(*words, "--own", str(EXAMPLE))
    assert (status, err) == (0, "")
    return out


def test_the_command_answers_with_own_steps_beside_an_answer_of_the_law_that_stays() -> None:
    """Three weeks after 20 November 2026 is 11 December; one week after 1 October is 8 October."""
    words = ("check", *CASE, *ON, "--format", "json")
    own, without = json.loads(with_own(*words)), json.loads(run(*words)[1])
    found = {each["id"]: each for each in own["obligations"]}
    assert found["eigen-overleg-na-plan"]["due"] == "2026-12-11"
    assert found["eigen-belgesprek"]["due"] == "2026-10-08"
    assert {found[name]["strength"] for name in found if name.startswith("eigen-")} == {AGREED}
    assert [each for each in own["obligations"] if not each["id"].startswith("eigen-")] == without[
        "obligations"
    ]
    assert own["moments"] == without["moments"]


def test_an_own_step_is_done_as_any_other() -> None:
    done = ("--done", "eigen-belgesprek=2026-10-07")
    own = json.loads(with_own("check", *CASE, *done, *ON, "--format", "json"))
    found = {each["id"]: each["status"] for each in own["obligations"]}
    assert found["eigen-belgesprek"] == "done"


def test_own_steps_stand_in_the_calendar_and_in_the_papers(tmp_path: Path) -> None:
    calendar = with_own("check", *CASE, *ON, "--format", "ics", "--plain-titles")
    assert "Overleg met HR (afspraak van Voorbeeld BV)" in calendar.replace("\n ", "")
    case = tmp_path / "case.json"
    case.write_text('{"first_sick_day": "2026-10-01"}', encoding="utf-8")
    assert "Belgesprek (afspraak van Voorbeeld BV)" in with_own(
        "paper", "overzicht-dossier", str(case), *ON
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_own_steps_stand_in_the_list_of_many_cases(tmp_path: Path, jobs: str) -> None:
    table = tmp_path / "cases.csv"
    done = "probleemanalyse,plan-van-aanpak,melding-arbodienst,reintegratiedossier,ziekmelding-werknemer"
    table.write_text(
        f"ref,first_sick_day,eigen-belgesprek,{done}\n"
        "A,2026-10-01,ja,2026-11-10,2026-11-20,ja,ja,ja\n"
        "B,2026-10-01,nee,2026-11-10,2026-11-20,ja,ja,ja\n",
        encoding="utf-8",
    )
    out = with_own("caseload", str(table), *ON, "--format", "csv", "--jobs", jobs)
    rows = {row["ref"]: row for row in csv.DictReader(out.splitlines())}
    assert rows["B"]["next_step"] == "Belgesprek (afspraak van Voorbeeld BV)"
    assert rows["B"]["status"] == "late"
    assert rows["A"]["next_step"] == "Overleg met HR (afspraak van Voorbeeld BV)"


def test_a_late_step_of_the_law_goes_before_a_late_agreement_and_keeps_its_column(
    tmp_path: Path,
) -> None:
    """Probleemanalyse is due on 12 November, the agreement was on 8 October; a column without brackets is of the law."""
    layer = tmp_path / "layer"
    layer.mkdir()
    named = STEP.replace("name: Gesprek", "name: Plan van aanpak van ons")
    (layer / "own.yaml").write_text(HEAD + named, encoding="utf-8")
    table = tmp_path / "cases.csv"
    table.write_text(
        "ref,first_sick_day,eigen-gesprek,probleemanalyse,Plan van aanpak van ons\n"
        "A,2026-10-01,nee,nee,ja\n",
        encoding="utf-8",
    )
    status, out, err = run("caseload", str(table), *ON, "--format", "csv", "--own", str(layer))
    (row,) = csv.DictReader(out.splitlines())
    assert (status, row["next_step"], row["late"]) == (0, "Probleemanalyse", "2")
    assert "Plan van aanpak van ons: is not known" in err


def test_the_command_refuses_a_hostile_layer_and_answers_nothing(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(HEAD + "hidden: [loonsanctie]\n", encoding="utf-8")
    status, out, err = run("check", *CASE, *ON, "--own", str(tmp_path))
    assert (status, out) == (2, "")
    assert err.startswith("own.yaml:3: hidden: is not a key")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    status, out, err = run("check", *CASE, "--own", str(tmp_path / "geen"))
    assert (status, out) == (2, "")
    assert "is no folder (expected one with own.yaml)" in err
