"""No way in or out of a page or the command without a line in doors.yaml, which says what it carries and keeps."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.engine.test_endings import SUBCOMMAND
from tests.engine.test_fuzz import run

DOORS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/doors.yaml").read_text(encoding="utf-8")
)
SCRIPTS = ("overrides/scripts", "engine/browser")
TEMPLATES = ("overrides", "macros/templates")
SAYS = {"id", "in", "out", "keeps", "until", "readers", "tests"}
FINDS = {"uses", "fields", "command"}
TO_DO = "give it a line in tests/doors.yaml, and a test there that proves what the line says"

# What a script can reach beyond its page with, whether or not that would be allowed.
REACHES = re.compile(
    r"""
    \b(?:local|session)Storage\b | \bindexedDB\b | \bcookieStore\b | \bdocument\.cookie\b | \bcaches\b
    | \bhistory\.\w+ | \blocation\b(?:\.\w+)? | \bURLSearchParams\b | \bdocument\.(?:referrer|write)\b
    | \bpostMessage\b | \b\w*(?:Broadcast|Message)Channel\b | \bparent\b(?!\.) | \bopener\b | \bwindow\.(?:name|open|top)\b
    | \b(?:Shared)?Worker\b | \bserviceWorker\b | \bimportScripts\b | \bimport\(
    | \bfetch\b | \bXMLHttpRequest\b | \bWebSocket\b | \bEventSource\b | \bnavigator\.\w+ | \bRTC\w+
    | \bclipboard\w*\b | \bexecCommand\b | \bprint\(\) | \bBlob\b | \bcreateObjectURL\b | \bFileReader\b | \.files\b
    | \.download\b | \bshow\w+Picker\b | \bNotification\b
    | "(?:message|storage|hashchange|popstate|pageshow|pagehide|beforeunload|visibilitychange|beforeprint|afterprint)"
    | "(?:paste|drop|dragover)" | (?<=lement\()"(?:input|select|textarea|form|iframe)"
    """,
    re.VERBOSE,
)
COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//\s.*?$", re.DOTALL | re.MULTILINE)
WITHIN_A_PAGE = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
FIELD = re.compile(r"<(?:input|select|textarea)\b[^>]*>")
ARGUMENT = re.compile(r"^  (--[a-z-]+|[A-Z][\w.]*)", re.MULTILINE)


def files(folders: Iterable[str], *suffixes: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in suffixes)


def reaches(source: str) -> set[str]:
    """What a script reaches beyond its page with, as it is written there."""
    return {found.strip('"') for found in REACHES.findall(COMMENT.sub("", source))}


def scripts() -> Iterator[tuple[Path, str]]:
    """Every script with its text, also what stands within a template."""
    for path in files(SCRIPTS, ".js", ".mjs"):
        yield path, path.read_text(encoding="utf-8")
    for path in files(TEMPLATES, ".html"):
        yield path, "\n".join(WITHIN_A_PAGE.findall(path.read_text(encoding="utf-8")))


def reached() -> set[str]:
    return {
        f"{path.relative_to(ROOT)} {found}" for path, text in scripts() for found in reaches(text)
    }


def outside_the_form(template: str) -> set[str]:
    """The fields that do not say that they are of the form, by their ids, or else by their names."""
    tags = [tag for tag in FIELD.findall(template) if 'form="zelfcheck"' not in tag]
    named = [re.search(r' id="(.*?)"', tag) or re.search(r' name="(.*?)"', tag) for tag in tags]
    return {found[1] if found else tag for tag, found in zip(tags, named, strict=True)}


def fields() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in files(TEMPLATES, ".html", ".md"))
    return set().union(*map(outside_the_form, texts))


def arguments(help_text: str) -> set[str]:
    """Every option and every argument of which the help tells."""
    return {*ARGUMENT.findall(help_text)} - {"--help"}


def commands() -> set[str]:
    known = SUBCOMMAND.findall(run(["--help"], b"")[1])
    told = {each: arguments(run([each, "--help"], b"")[1]) for each in known}
    return {*told} | {f"{each} {argument}" for each in told for argument in told[each]}


def told(kind: str) -> Counter[str]:
    """What the doors name of this kind, each with how many name it."""
    lists = [door.get(kind, []) for door in DOORS]
    if kind == "uses":
        lists = [
            [f"{path} {each}" for path in uses for each in uses[path]] for uses in lists if uses
        ]
    return Counter(each for some in lists for each in some)


@pytest.mark.parametrize(
    ("kind", "found"), [("uses", reached), ("fields", fields), ("command", commands)]
)
def test_nothing_goes_in_or_out_without_a_door(kind: str, found: Any) -> None:
    there, named = found(), set(told(kind))
    assert there - named == set(), f"no door names this: {TO_DO}"
    assert named - there == set(), "a door names what is no longer there: take its line away"


def test_each_field_and_each_argument_belongs_to_one_door() -> None:
    several = [each for kind in ("fields", "command") for each, n in told(kind).items() if n > 1]
    assert several == []


def test_each_door_says_what_it_carries_what_it_keeps_and_who_can_read_it() -> None:
    for door in DOORS:
        assert door.keys() >= SAYS, door["id"]
        assert door.keys() <= SAYS | FINDS, door["id"]
        assert all(door[name] for name in SAYS), door["id"]
    assert len({door["id"] for door in DOORS}) == len(DOORS)


def test_each_test_that_a_door_names_is_there() -> None:
    for door in DOORS:
        for named in door["tests"]:
            path, _, name = named.partition("::")
            assert re.search(rf"def {name}\(", (ROOT / path).read_text(encoding="utf-8")), named


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('globalThis.localStorage.setItem("a", x)', "localStorage"),
        ("new BroadcastChannel('a')", "BroadcastChannel"),
        ('addEventListener("storage", read)', "storage"),
        ("if (new URLSearchParams(location.search)) {}", "location.search"),
        ("navigator.sendBeacon(x)", "navigator.sendBeacon"),
        ("await navigator.clipboard.readText()", "navigator.clipboard"),
        ('const field = element("textarea")', "textarea"),
        ('document.createElement("iframe")', "iframe"),
    ],
)
def test_a_new_door_in_a_script_would_be_seen(source: str, found: str) -> None:
    assert found in reaches(source)
    assert reaches(f"// {source}") == set()


def test_a_new_field_outside_the_form_would_be_seen() -> None:
    template = '<input form="zelfcheck" id="a"><textarea id="notes"></textarea><select name="b">'
    assert outside_the_form(template) == {"notes", "b"}


def test_a_new_option_would_be_seen() -> None:
    assert arguments("  CASE.json   a file\n  -h, --help\n  --log FILE  keep a log\n") == {
        "CASE.json",
        "--log",
    }
