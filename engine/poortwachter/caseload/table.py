"""A table as a spreadsheet or another program wrote it: text with a header, row by row."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from poortwachter.case.errors import InvalidInputError, Problem

DELIMITERS = (",", ";", "\t", "|")

# Characters, or bytes of a file: a million cases without much beside them.
LARGEST_TABLE = 64 * 2**20
MOST_COLUMNS = 500
# A cell may hold the ends of lines; a quote that nobody closed would take all that follows with it.
MOST_LINES = 50
LONGEST_LINE = 2**20

# Not those that splitlines knows beside these, which may stand within a cell.
LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
QUOTED = re.compile(r'"[^"]*"')
SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)

# What files begin with that are no text, each with the code of what is told.
NO_TEXT = {
    b"PK\x03\x04": "spreadsheet_file",
    b"\xd0\xcf\x11\xe0": "spreadsheet_file",
    b"%PDF": "not_a_text",
}
# A header has none of these.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
SAMPLE = 4096

BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}


class Row(NamedTuple):
    """One row.

    Attributes:
        n: its number as a spreadsheet shows it: that of the first row of all is 1.
        cells: its texts, without spaces around them.
        problem: why it cannot be trusted.
    """

    n: int
    cells: tuple[str, ...]
    problem: Problem | None = None


class Table(NamedTuple):
    """A header and the rows below it, to be read once: a row takes no memory before its turn."""

    header: Row
    rows: Iterator[Row]


def read_table(data: bytes | str) -> Table:
    """The table in a file or in what was pasted.

    Args:
        data: the bytes of a file (UTF-8, UTF-16 with its mark, or else Windows-1252), or a text.

    Raises:
        InvalidInputError: it is no text, too large, or has no row.
    """
    if len(data) > LARGEST_TABLE:
        raise _refused("table_too_large", expected=LARGEST_TABLE // 2**20)
    text = data if isinstance(data, str) else _decoded(data)
    first = LINE.match(text[:SAMPLE].lstrip())
    if first and CONTROL.search(first[0]):
        raise _refused("not_a_text")
    lines = _Lines(text.removeprefix("\ufeff"))
    rows = _rows(lines, *_delimiter(lines))
    header = next((row for row in rows if any(row.cells)), None)
    if header is None:
        raise _refused("empty_table")
    if len(header.cells) > MOST_COLUMNS:
        raise _refused("too_many_columns", given=len(header.cells), expected=MOST_COLUMNS)
    return Table(header, _checked(rows, len(header.cells)))


def _refused(code: str, **values: object) -> InvalidInputError:
    return InvalidInputError([Problem("", code, values)])


def _decoded(data: bytes) -> str:
    for beginning, code in NO_TEXT.items():
        if data.startswith(beginning):
            raise _refused(code)
    encoding = next((each for bom, each in BOMS.items() if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        # What old programs write. What it does not know is told where it stands.
        return data.decode("cp1252", errors="replace")


class _Lines:
    """The lines of a text, of which some can be put back."""

    def __init__(self, text: str) -> None:
        self.found = LINE.finditer(text)
        self.waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        return self.waiting.popleft() if self.waiting else next(self.found)[0]

    def put_back(self, lines: list[str]) -> None:
        self.waiting.extendleft(reversed(lines))


def _delimiter(lines: _Lines) -> tuple[str, int]:
    """What stands between the cells, and how many rows stand before the header.

    The first line may tell, as it does to a spreadsheet; else the header shows.
    """
    for n, line in enumerate(lines):
        told = SEPARATOR.fullmatch(line)
        if told and told[1] in DELIMITERS:
            return told[1], n + 1
        if line.strip():
            lines.put_back([line])
            return max(DELIMITERS, key=QUOTED.sub("", line).count), n
    return DELIMITERS[0], 0


def _rows(lines: _Lines, delimiter: str, n: int) -> Iterator[Row]:
    """The rows after the first `n`; those without anything in them are only counted."""
    for line in lines:
        n += 1
        if line.strip():
            lines.put_back([line])
            cells, problem = _record(lines, delimiter)
            yield Row(n, tuple(cell.strip() for cell in cells), problem)


def _record(lines: _Lines, delimiter: str) -> tuple[list[str], Problem | None]:
    """The cells of the next record, which may be several lines.

    Where quotes are not as they should be, a record is one line: what follows is not lost with it.
    """
    taken: list[str] = []
    try:
        return next(csv.reader(_noted(lines, taken), delimiter=delimiter, strict=True)), None
    except csv.Error:
        lines.put_back(taken[1:])
        return [], Problem("", "broken_quotes")


def _noted(lines: _Lines, taken: list[str]) -> Iterator[str]:
    for line in islice(lines, MOST_LINES):
        taken.append(line)
        if len(line) > LONGEST_LINE:
            raise csv.Error
        yield line


def _checked(rows: Iterator[Row], most: int) -> Iterator[Row]:
    """The rows that hold something; one with more cells than the header has lost its columns."""
    for row in rows:
        if any(row.cells[most:]):
            values = {"given": len(row.cells), "expected": most}
            yield row._replace(problem=Problem("", "too_many_cells", values))
        elif row.problem or any(row.cells):
            yield row
