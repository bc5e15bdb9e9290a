"""What is shipped with the site: by name and licence, and in the version that is installed."""

import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "docs" / "assets" / "engine" / "manifest.json"


@dataclass(frozen=True)
class Part:
    """Something that somebody else made, or ours. `within`: what it comes with, in that one's version."""

    name: str
    version: str = ""
    licence: str = ""
    home: str = ""
    text: str = ""
    within: str = ""
    purl: str = ""


def shipped() -> list[Part]:
    text = Path(__file__).with_name("components.yaml").read_text(encoding="utf-8")
    return [_part(**each) for each in yaml.safe_load(text)]


def _part(*, python: str = "", runtime: str = "", purl: str = "", **told: str) -> Part:
    """Versions follow from the lock files: make setup installs nothing else."""
    number = version(python) if python else _of_runtime(runtime) if runtime else ""
    return Part(version=number, purl=purl and f"{purl}@{number}", **told)


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


def _read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content
