"""What the command reads and writes: streams that may be closed, full, or without an end."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BufferedWriter, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import IO, Any, TextIO

from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.from_text import LARGEST_CASE

STANDARD_INPUT = "-"
STANDARD_STREAMS = (0, 1, 2)


def prepare() -> None:
    """Write UTF-8 whatever the locale says, in which what cannot be encoded is escaped, and all of it.

    Raises:
        OSError: without a standard output there is nowhere to answer.
    """
    for descriptor in STANDARD_STREAMS:
        # A program that shares them may have left them not to wait: then Python drops what does not fit at once.
        with suppress(OSError):
            os.set_blocking(descriptor, True)
    sys.stdout = _buffered(_present(sys.stdout))
    streams: tuple[Any, ...] = (sys.stdout, sys.stderr)
    for stream in filter(None, streams):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _buffered(stream: TextIO) -> TextIO:
    """Without a buffer (PYTHONUNBUFFERED) Python drops what a full disk does not take, unasked."""
    raw = isinstance(stream.buffer, RawIOBase)
    return TextIOWrapper(BufferedWriter(stream.detach())) if raw else stream  # type: ignore[attr-defined]


def tell(text: str) -> None:
    """Write to standard output, at once: who pipes one line waits for its answer.

    Raises:
        OSError: it cannot be written. Python itself would tell that at its end, in its own way.
    """
    sys.stdout.write(text)
    sys.stdout.flush()


def tell_octets(content: bytes) -> None:
    """The same for a file that is no text.

    Raises:
        OSError: it cannot be written.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def complain(lines: Iterable[str]) -> None:
    """Write lines to standard error, if there is somebody to read them."""
    try:
        _present(sys.stderr).writelines(f"{line}\n" for line in lines)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO | None) -> None:
    """Let nothing wait for this stream any more: Python would try once more at its end."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


def read(name: str, most: int = LARGEST_CASE) -> bytes:
    """A file, or standard input for `-`; one byte more than it may have shows that it has too many.

    Raises:
        InvalidInputError: it cannot be read.
    """
    try:
        if name == STANDARD_INPUT:
            return _present(sys.stdin).buffer.read(most + 1) or b""
        with Path(name).open("rb") as file:
            return file.read(most + 1) or b""
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None


def read_lines() -> Iterator[bytes]:
    """Each line of standard input; of one that is larger than a case only what shows that.

    Raises:
        InvalidInputError: it cannot be read.
    """
    try:
        yield from _bounded_lines(_present(sys.stdin).buffer)
    except OSError as error:
        raise _unreadable(STANDARD_INPUT, error) from None


def _bounded_lines(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(LARGEST_CASE + 1):
        yield line
        while len(line) > LARGEST_CASE and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_CASE + 1)


def _present(stream: TextIO | None) -> TextIO:
    """Python has no stream where the descriptor was closed before it began."""
    if stream is None:
        raise OSError(errno.EBADF, "it is closed")
    return stream


def _unreadable(name: str, error: Exception) -> InvalidInputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InvalidInputError(
        [Problem("", "unreadable_file", {"given": echo(name), "reason": reason})]
    )
