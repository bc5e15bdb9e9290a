"""What people type in a fresh clone works, whatever their shell brings along."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("fresh clone")]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last commit, set up: for that, and only that, the network is asked, as this machine knows how.

    Which certificates are trusted, for one, often stands in the environment.
    """
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    network = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PATH", "HOME"} and not name.startswith(("MAKE", "MFLAGS"))
    }
    assert types(folder, "make", "setup", **network)
    return folder


def types(clone: Path, *command: str, **more: str) -> str:
    """What a command says, in a shell that knows no more than where programs and its owner live."""
    places = os.environ["PATH"].split(os.pathsep)
    path = os.pathsep.join(place for place in places if not Path(place).is_relative_to(ROOT))
    done = subprocess.run(
        command,
        cwd=clone,
        env={"PATH": path, "HOME": os.environ["HOME"], **more},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return f"{done.stdout}\n{done.stderr}"


def test_mkdocs_builds_and_says_that_make_finishes(clone: Path) -> None:
    assert "make build" in types(clone, ".venv/bin/mkdocs", "build", "--strict")
    assert (clone / "site/index.html").is_file()


def test_make_bench_runs_to_its_end(clone: Path) -> None:
    """Also after MkDocs alone, whose pages are not finished."""
    told = types(clone, "make", "bench", BENCH="short")
    for part in ("visits", "answers", "guide", "caseload", "command", "tables", "build"):
        assert f"\n{part}: " in told
