"""What is shipped with the site, and what builds it: by name, licence and the version of the lock files."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "docs" / "assets" / "engine" / "manifest.json"
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """Something that somebody else made, or ours. `within`: what it comes with, in that one's version."""

    name: str
    version: str = ""
    licence: str = ""
    what: str = ""
    home: str = ""
    text: str = ""
    within: str = ""
    purl: str = ""
    sha512: str = ""


def shipped() -> list[Part]:
    text = Path(__file__).with_name("components.yaml").read_text(encoding="utf-8")
    return [_part(**each) for each in yaml.safe_load(text)]


def _part(
    *, npm: str = "", python: str = "", runtime: str = "", project: bool = False, **told: str
) -> Part:
    if npm:
        found = npm_packages()[npm]
        return Part(version=found.version, purl=found.purl, sha512=found.sha512, **told)
    if python:
        return Part(
            version=python_packages()[python].version, purl=python_packages()[python].purl, **told
        )
    if runtime:
        return Part(version=_of_runtime(runtime), **told)
    return Part(version=_own_version() if project else "", **told)


@cache
def python_packages() -> dict[str, Part]:
    """Every package of requirements.txt."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return {
        name: Part(name, version, purl=f"pkg:pypi/{name.lower()}@{version}")
        for name, version in PINNED.findall(text)
    }


@cache
def npm_packages() -> dict[str, Part]:
    """Every package of package-lock.json."""
    return {
        path.removeprefix("node_modules/"): _npm(path.removeprefix("node_modules/"), told)
        for path, told in _read(ROOT / "package-lock.json")["packages"].items()
        if path
    }


def _npm(name: str, told: dict[str, Any]) -> Part:
    version, purl = told["version"], name.replace("@", "%40")
    integrity = told["integrity"].removeprefix("sha512-")
    return Part(name, version, purl=f"pkg:npm/{purl}@{version}", sha512=integrity)


def engine_script() -> str:
    """What a page with the self-check holds itself: it fetches the files of the engine."""
    return ENGINE.with_name("engine.js").read_text(encoding="utf-8")


def engine_files() -> dict[str, str]:
    """The files of the engine, and the sums that a page holds them against."""
    return {told["file"]: told["sha256"] for told in _read(ENGINE)["files"].values()}


def _of_runtime(word: str) -> str:
    """For example 5.0.3, of emscripten_5_0_3."""
    told = str(_read(ENGINE)["pyodide"][word])
    return told.removeprefix("emscripten_").replace("_", ".")


def _own_version() -> str:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def _read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def builders() -> Iterable[Part]:
    """What builds the site and tests it."""
    return [*python_packages().values(), *npm_packages().values()]
