"""However many lines go through --jsonl, and however long one is, they take no more memory than a few."""

import json
import os
import tracemalloc
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from poortwachter.cli import main

GOOD = json.dumps({"first_sick_day": "2026-01-05", "done": {"probleemanalyse": "2026-02-10"}})
WRONG = json.dumps({"first_sick_day": "2026-02-30"})
MARGIN = 300_000  # bytes: less than any object for each line


@pytest.fixture
def given(tmp_path: Path) -> Path:
    return tmp_path / "cases.jsonl"


def some(lines: int) -> str:
    """Most of them are wrong, as those take least time."""
    return (f"{GOOD}\n" + f"{WRONG}\n" * 99) * (lines // 100)


def peak(given: Path, lines: str, output: str = "text") -> int:
    """The most memory in use at once, in bytes."""
    given.write_text(lines, encoding="utf-8")
    with (
        given.open(encoding="utf-8") as cases,
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        redirect_stdout(nowhere),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("sys.stdin", cases)
        tracemalloc.start()
        assert main(["check", "--jsonl", "--on", "2026-11-21", "--format", output]) == 2
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return most


@pytest.mark.parametrize("output", ["text", "brief"])
def test_twenty_thousand_lines_take_no_more_memory_than_a_thousand(
    given: Path, output: str
) -> None:
    peak(given, some(100), output)
    few, many = peak(given, some(1_000), output), peak(given, some(20_000), output)
    assert many < few + MARGIN


def test_names_that_do_not_exist_take_little_memory_each(given: Path) -> None:
    names = ",".join(f'"{each}":1' for each in range(10_000))
    line = f'{{"first_sick_day":"2026-01-05","done":{{{names}}}}}\n'
    assert peak(given, line) < peak(given, f"{WRONG}\n") + 10_000 * 1_000


def test_a_line_of_eighteen_megabytes_takes_no_more_memory_than_one_of_six(given: Path) -> None:
    long, longer = (peak(given, "[]," * 10**6 * times) for times in (2, 6))
    assert longer < long + MARGIN
