"""A change of what runs in a browser asks for all tests: the stamp sees it."""

from pathlib import Path

import pytest

from tests import stamp


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in stamp.INPUTS:
        file = tmp_path / name if "." in name else tmp_path / name / "file"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("as it was", encoding="utf-8")
    return tmp_path


def test_what_nobody_tried_is_all_told(project: Path) -> None:
    assert stamp.changes(project, project / "record") == list(stamp.INPUTS)


@pytest.mark.parametrize("name", stamp.INPUTS)
def test_a_file_that_is_changed_added_or_renamed_is_seen(project: Path, name: str) -> None:
    stamp.write(project, project / "record")
    assert stamp.changes(project, project / "record") == []
    for file in stamp.files(project / name):
        file.write_text("as it is", encoding="utf-8")
        assert stamp.changes(project, project / "record") == [name]
        stamp.write(project, project / "record")
        if (project / name).is_dir():
            file.rename(file.with_name("other"))
            assert stamp.changes(project, project / "record") == [name]


def test_what_python_leaves_behind_is_no_change(project: Path) -> None:
    stamp.write(project, project / "record")
    left = project / stamp.INPUTS[0] / "__pycache__" / "file.pyc"
    left.parent.mkdir()
    left.write_bytes(b"compiled")
    assert stamp.changes(project, project / "record") == []


def test_every_input_is_there() -> None:
    assert [name for name in stamp.INPUTS if not list(stamp.files(stamp.ROOT / name))] == []
