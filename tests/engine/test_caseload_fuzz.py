"""Whatever file is thrown at a caseload: no traceback, no good row lost, and no formula comes out."""

import csv
import io
import tracemalloc
from collections.abc import Callable
from itertools import product
from random import Random

import pytest

from poortwachter.caseload import LARGEST_TABLE
from tests.engine.caseloads import Told, asked, caseload
from tests.engine.odd_tables import DELIMITERS, change, table
from tests.thorough import a_fifth_of

FILES = 1_000
AT_A_TIME = 50


def well(told: Told) -> None:
    """How the command must end, whatever it was given."""
    assert told.status in {0, 2}
    assert "Traceback" not in told.err
    assert "GEHEIM" not in told.out + told.err
    assert told.status == 0 or told.err


@pytest.mark.parametrize("seed", a_fifth_of(FILES // AT_A_TIME))
def test_no_good_row_is_lost_whatever_stands_around_it(seed: int) -> None:
    random = Random(seed)  # noqa: S311 not a secret
    for _ in range(AT_A_TIME):
        file, good = table(random)
        told = caseload(file)
        well(told)
        assert good <= told.refs, file


@pytest.mark.parametrize("seed", a_fifth_of(20))
def test_no_cell_that_goes_out_begins_a_formula(seed: int) -> None:
    random = Random(seed)  # noqa: S311 not a secret
    for _ in range(10):
        file = table(random)[0]
        told = caseload(file, form="csv")
        well(told)
        by_page = asked(list=caseload(file).list)["text"].removeprefix("\ufeff")
        for text, delimiter in product((told.out, by_page), DELIMITERS):
            for cells in csv.reader(io.StringIO(text), delimiter=delimiter):
                begin = {each.strip()[:1] for each in cells}
                assert begin.isdisjoint("=+-@"), cells


@pytest.mark.parametrize("seed", a_fifth_of(20))
def test_whatever_was_done_to_a_file_it_is_read_or_refused_in_words(seed: int) -> None:
    random = Random(seed)  # noqa: S311 not a secret
    for _ in range(AT_A_TIME):
        file = table(random)[0]
        for _ in range(random.randint(1, 5)):
            file = change(random, file)
        told = caseload(random.choice([file, random.randbytes(random.randrange(300))]))
        assert told.status in {0, 2}
        assert "Traceback" not in told.err


MEGA = 1_000_000
LARGE: dict[str, Callable[[], bytes]] = {
    "one line": lambda: b"x" * 50 * MEGA,
    "one row of cells": lambda: b"ref,first_sick_day\n" + b"1," * 25 * MEGA,
    "zeros": lambda: bytes(50 * MEGA),
    "more than may be": lambda: b"x" * (LARGEST_TABLE + 1),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_file_of_fifty_megabytes_is_told_in_words(name: str) -> None:
    told = caseload(LARGE[name]())
    assert told.status == 2
    assert len(told.err) < 1_000


def test_lines_without_anything_take_no_memory_and_keep_their_numbers() -> None:
    blank = 300_000
    table = "\n" * blank + "ref,first_sick_day\n" + "\n" * blank + "A,x\n"
    tracemalloc.start()
    told = caseload(table)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.err.startswith(f"row {2 * blank + 2}, first_sick_day: x is not a date")
    # The bytes, and the text of them.
    assert most < 10 * len(table)


def test_rows_take_memory_only_when_they_are_kept() -> None:
    """Of a long file with columns that are not read, and rows that cannot be, little stays."""
    wide = "x" * 500
    head = "ref,first_sick_day,Afdeling\n"
    file = (head + "".join(f"A,2026-01-05,{wide},too,many\n" for _ in range(20_000))).encode()
    tracemalloc.start()
    caseload(file[:200])
    few = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    told = caseload(file)
    many = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.status == 2
    # The bytes, the text of them, and a line for each mistake.
    assert many < few + 3 * len(file) + 20_000 * 1_000
