"""A release is only made of a commit that is whole, tagged and tested, and says all that is missing at once."""

import subprocess
import zipfile
from pathlib import Path

import pytest

import release


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project that could be released as it is."""
    files = {
        "pyproject.toml": '[project]\nversion = "1.2.0"\n',
        "CHANGELOG.md": "# Changelog\n\n## [1.2.0] - 2026-11-26\n",
        "package.json": '{\n  "version": "1.2.0",\n  "private": true\n}\n',
        "publiccode.yml": "softwareVersion: 1.2.0\n",
        ".gitignore": "/.venv/\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    git(tmp_path, "tag", "v1.2.0")
    (tmp_path / ".venv").mkdir()
    (tmp_path / release.TESTED).write_text(git(tmp_path, "rev-parse", "HEAD"), encoding="utf-8")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "something")


def test_what_is_whole_tagged_and_tested_can_be_released(checkout: Path) -> None:
    assert [*release.problems(checkout)] == []


def test_the_record_of_the_test_may_come_after_it(checkout: Path) -> None:
    (checkout / "tests").mkdir()
    (checkout / release.RECORD).write_text("sums\n", encoding="utf-8")
    commit(checkout)
    git(checkout, "tag", "--force", "v1.2.0")
    assert [*release.problems(checkout)] == []


def test_all_that_is_missing_is_told_at_once(checkout: Path) -> None:
    (checkout / "pyproject.toml").write_text('[project]\nversion = "1.3.0"\n', encoding="utf-8")
    told = "\n".join(release.problems(checkout))
    for words in ("not committed", "not tagged v1.3.0", "CHANGELOG.md", "package.json"):
        assert words in told
    assert "publiccode.yml" in told
    commit(checkout)
    assert any("make test-all did not pass" in each for each in release.problems(checkout))


def test_a_commit_that_git_does_not_know_was_not_tested(checkout: Path) -> None:
    (checkout / release.TESTED).write_text("0" * 40, encoding="utf-8")
    assert [*release.problems(checkout)] == [
        "make test-all did not pass on this commit (run it here)"
    ]


def test_an_archive_is_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "site" / "a").mkdir(parents=True)
    (tmp_path / "site" / "a" / "index.html").write_text("<p>", encoding="utf-8")
    for name in ("one.zip", "two.zip"):
        release.zipped(tmp_path / "site", tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "one.zip").namelist() == ["a/index.html"]
