"""What runs at GitHub asks of make what there is, may do no more than it must, and starts nothing that is not pinned."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.iterdir())
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE))
PINNED = re.compile(r"uses: (actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$")
# All else that a workflow may start; what these do is read in the file itself.
PROGRAMS = {"make", "sudo", "sha256sum", "gh"}
HOURS = 3

Step = dict[str, Any]
Job = dict[str, Any]

each_workflow = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def told(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def jobs(file: Path) -> dict[str, Job]:
    found: dict[str, Job] = told(file)["jobs"]
    return found


def steps(job: Job, uses: str = "") -> list[Step]:
    """The steps of a job, or those with one action."""
    return [step for step in job["steps"] if step.get("uses", "").startswith(uses)]


def commands(file: Path) -> Iterator[list[str]]:
    for job in jobs(file).values():
        for step in steps(job):
            yield from map(shlex.split, step.get("run", "").splitlines())


def writes(job: Job) -> bool:
    return "write" in job["permissions"].values()


def test_there_is_one_to_test_and_publish_the_site_and_one_to_release() -> None:
    assert [file.name for file in FILES] == ["release.yml", "site.yml"]


@each_workflow
def test_a_workflow_asks_make_only_for_targets_that_there_are(file: Path) -> None:
    words = [word for program, *rest in commands(file) if program == "make" for word in rest]
    asked = {word for word in words if not word.startswith("-") and "=" not in word}
    assert asked
    assert asked <= TARGETS


@each_workflow
def test_a_workflow_starts_only_what_is_known(file: Path) -> None:
    started = {program for program, *_ in commands(file)} - PROGRAMS
    assert [each for each in started if not os.access(ROOT / each, os.X_OK)] == []
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\b(curl|wget|pip|npx?|secrets)\b(?!-)", text.replace("~/.cache/pip", ""))


@each_workflow
def test_no_text_of_others_is_pasted_into_a_command(file: Path) -> None:
    assert [words for words in commands(file) if "${{" in " ".join(words)] == []


@each_workflow
def test_a_job_may_do_no_more_than_it_must_and_not_for_ever(file: Path) -> None:
    assert told(file)["permissions"] == {}
    assert "concurrency" in told(file)
    for name, job in jobs(file).items():
        assert writes(job) == (name == "publish")
        assert 0 < job["timeout-minutes"] <= HOURS * 60


@each_workflow
def test_who_may_write_runs_nothing_of_the_project(file: Path) -> None:
    for job in jobs(file).values():
        checkouts = steps(job, "actions/checkout")
        assert bool(checkouts) != writes(job)
        assert [each for each in checkouts if each["with"]["persist-credentials"]] == []


@each_workflow
def test_every_action_is_pinned_by_its_commit(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    used = [line for line in lines if re.search(r"\buses:", line)]
    assert used
    assert [line for line in used if not PINNED.search(line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    used = set(re.findall(r"uses: (\S+ # \S+)", text))
    assert len({each.partition("@")[0] for each in used}) == len(used)


@each_workflow
def test_python_is_the_one_of_the_project(file: Path) -> None:
    for job in jobs(file).values():
        chosen = [each["with"] for each in steps(job, "actions/setup-python")]
        assert chosen == ([] if writes(job) else [{"python-version-file": ".python-version"}])
    assert (ROOT / ".python-version").is_file()


def test_what_is_kept_between_runs_belongs_to_the_lock_files_and_stays_out_of_a_release() -> None:
    kept = {
        (file.name, each["with"]["key"])
        for file in FILES
        for job in jobs(file).values()
        for each in steps(job, "actions/cache")
    }
    [(name, key)] = kept
    files = re.findall(r"'([^']+)'", key)
    assert name == "site.yml"
    assert {"requirements.txt", "package-lock.json"} <= set(files)
    assert [each for each in files if not (ROOT / each).is_file()] == []


def test_only_main_is_published() -> None:
    site = FOLDER / "site.yml"
    # YAML reads the word `on` as true.
    assert told(site)[True]["push"] == {"branches": ["main"]}  # type: ignore[index]
    assert jobs(site)["build"]["if"] == "github.event_name == 'push'"
    assert (jobs(site)["build"]["needs"], jobs(site)["publish"]["needs"]) == ("test", "build")
