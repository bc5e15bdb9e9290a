"""What is published works where nothing else of the project is: installed from the wheel, on each Python."""

import json
import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("installed")]

OLDEST = (3, 12)
CASE = {
    "first_sick_day": "2026-01-05",
    "done": {"probleemanalyse": "2026-02-10", "plan-van-aanpak": False},
    "recoveries": [{"first_day": "2026-03-02", "last_day": "2026-03-13"}],
}
IN_PYTHON = """
import json, sys
from datetime import date
from poortwachter import Case, brief, check
case = Case.from_dict(json.loads(sys.argv[1]))
day = date(2026, 11, 21)
print(json.dumps([check(case, on=day).to_dict("en"), brief(case, on=day).to_dict()]))
"""
ASKED = [
    ["check", "-", "--on", "2026-11-21", "--format", "json"],
    ["check", "--jsonl", "--on", "2026-11-21", "--format", "brief"],
    ["check", "-", "--on", "2026-11-21", "--format", "ics", "--lang", "en"],
    ["paper", "vraag-plan-van-aanpak", "-", "--on", "2026-11-21"],
    ["rules", "--lang", "en"],
]


@cache
def pythons() -> list[str]:
    """The Pythons of this machine that are new enough, the oldest first."""
    names = [f"python3.{minor}" for minor in range(OLDEST[1], OLDEST[1] + 9)]
    kept = Path.home().glob(".pyenv/versions/3.*/bin/python3")
    found = dict(filter(None, map(version_of, [sys.executable, *names, *map(str, kept)])))
    return [found[version] for version in sorted(found) if version >= OLDEST]


def version_of(python: str) -> tuple[tuple[int, int], str] | None:
    """Its version, where it runs: what stands for a version that is not there, as with pyenv, does not."""
    asking = [python, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        done = subprocess.run(asking, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major, minor = map(int, done.stdout.split())
    return (major, minor), python


def packed(target: str, project: Path, folder: Path) -> Path:
    build = [sys.executable, "-m", "hatchling", "build", "--target", target]
    subprocess.run(
        [*build, "--directory", str(folder)], cwd=project, check=True, capture_output=True
    )
    [made] = (file for file in folder.iterdir() if file.is_file())
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module", params=["oldest", "newest"])
def installed(
    request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The Python of an environment in which nothing but the wheel is installed."""
    chosen = pythons()[0 if request.param == "oldest" else -1]
    if request.param == "newest" and len(pythons()) == 1:
        pytest.skip("this machine has one Python that is new enough: it is the oldest too")
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([chosen, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return python


def said(python: str | Path, *arguments: str) -> str:
    """What Python writes, far from the project, about the case on its standard input."""
    command = [str(python), "-I", *arguments]
    done = subprocess.run(
        command, input=json.dumps(CASE) + "\n", cwd="/", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_the_installed_command_answers_as_the_tree(installed: Path, arguments: list[str]) -> None:
    ours = said(sys.executable, "-m", "poortwachter", *arguments)
    assert said(installed, "-m", "poortwachter", *arguments) == ours


def test_the_installed_package_answers_as_the_tree(installed: Path) -> None:
    program = ["-c", IN_PYTHON, json.dumps(CASE)]
    assert said(installed, *program) == said(sys.executable, *program)


def test_the_installed_command_tells_its_versions(installed: Path) -> None:
    told = said(installed, "-m", "poortwachter", "--version")
    python = said(installed, "-c", "import platform; print(platform.python_version())").strip()
    assert told.startswith("poortwachter ")
    assert ", rules 20" in told
    assert told.endswith(f", Python {python}\n")


def test_nothing_else_is_in_the_environment(installed: Path) -> None:
    listed = json.loads(said(installed, "-m", "pip", "list", "--format", "json"))
    assert {each["name"] for each in listed} <= {"poortwachter", "pip", "setuptools"}


@pytest.mark.parametrize("python", [0, -1], ids=["oldest", "newest"])
def test_uvx_runs_the_wheel_as_it_is(wheel: Path, python: int) -> None:
    uvx = Path(sys.executable).with_name("uvx")
    alone = [str(uvx), "--offline", "--no-index", "--no-cache", "--no-config"]
    run = [*alone, "--python", pythons()[python], "--from", str(wheel), "poortwachter", "--version"]
    done = subprocess.run(run, cwd="/", capture_output=True, text=True, check=False)
    assert done.stdout.startswith("poortwachter "), done.stderr


def test_the_source_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    source = packed("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    [project] = (tmp_path / "source").iterdir()
    assert packed("wheel", project, tmp_path / "wheel").read_bytes() == wheel.read_bytes()
