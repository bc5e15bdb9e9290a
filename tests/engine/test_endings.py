"""However its streams are, and whoever stops it, the command ends with a status and a line at most."""

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import product
from pathlib import Path
from typing import IO, Any

import pytest

from poortwachter.papers import paper_as_docx, paper_as_text, papers
from tests.engine.test_cli import CASE, ON, complaints
from tests.engine.test_fuzz import run
from tests.thorough import thorough

PROGRAM = Path(sys.executable).with_name("poortwachter")
PATIENCE = 60  # seconds, for what takes a tenth of one
LARGEST_CASE = 2**20
MORE_THAN_A_PIPE_HOLDS = 2**18  # bytes: once they are written, somebody reads
SUBCOMMAND = re.compile(r"^    (\w+) ", re.MULTILINE)
OPTION = re.compile(r"^  (--[a-z-]+)", re.MULTILINE)

# Every way to ask: the arguments, and whether standard input is read.
ASKED = {
    "a file": (("check", "case.json", *ON), False),
    "standard input": (("check", "-", *ON, "--format", "json"), True),
    "options": (("check", "--first-day", "2026-01-05", *ON, "--format", "ics"), False),
    "lines": (("check", "--jsonl", *ON), True),
    "two files": (("compare", "case.json", "case.json", *ON), False),
    "a file and standard input": (("compare", "case.json", "-", *ON), True),
    "a table": (("caseload", "cases.csv", *ON, "--format", "csv"), False),
    "a paper": (("paper", "contactlog", "case.json", *ON), False),
    "a paper of standard input": (("paper", "contactlog", "-", *ON), True),
    "rules": (("rules", "--format", "json"), False),
    "help": (("--help",), False),
    "help of one": (("check", "--help"), False),
}
TABLE = "ref,first_sick_day\nA,2026-01-05\n"
NO_READER = "| nobody"
# What can be wrong with the streams, as a shell writes it, and which of them still take something.
WAYS = {
    "<&-": "out err",
    ">&-": "err",
    "2>&-": "out",
    ">/dev/full": "err",
    "2>/dev/full": "out",
    ">/dev/full 2>/dev/full": "",
    "<&- >&- 2>&-": "",
    NO_READER: "",
}
PAIRS = [*product(ASKED, WAYS)]
FEW = [pair for pair in PAIRS if pair[0] == "a file and standard input" or pair[1] == ">/dev/full"]

needs_a_full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="no disk here is always full"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.json").write_text(CASE)
    (tmp_path / "cases.csv").write_text(TABLE)
    return tmp_path


@contextmanager
def started(
    *arguments: str, redirected: str = "", first: str = "", **streams: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """The command, its streams redirected as a shell does; killed if it does not end."""
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    in_shell = ["sh", "-c", f'{first} exec "$0" "$@" {redirected}', str(PROGRAM), *arguments]
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(in_shell, **(pipes | streams), env=usual, text=False) as process:
        try:
            yield process
        finally:
            process.kill()


def pipe_of(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream
    return stream


def ending(process: subprocess.Popen[bytes], given: bytes | None = None) -> tuple[int, str, str]:
    """The status and both outputs."""
    out, err = process.communicate(given, timeout=PATIENCE)
    return process.returncode, (out or b"").decode(), err.decode()


def nobody() -> int:
    """A pipe of which the reader went away."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def test_every_subcommand_is_asked_here() -> None:
    known = SUBCOMMAND.findall(run(["--help"], b"")[1])
    assert {words[0] for words, _ in ASKED.values()} == {*known, "--help"}


@needs_a_full_disk
@pytest.mark.parametrize(
    ("asked", "way"), [*FEW, *thorough(*(pair for pair in PAIRS if pair not in FEW))]
)
def test_whatever_its_streams_are_it_ends_in_one_line_or_none(asked: str, way: str) -> None:
    arguments, reads = ASKED[asked]
    streams: dict[str, Any] = {"stdout": nobody()} if way == NO_READER else {}
    with started(*arguments, redirected="" if streams else way, **streams) as process:
        for writer in streams.values():
            os.close(writer)
        status, out, err = ending(process, f"{CASE}\n".encode())
    works = WAYS[way]
    refused = "out" not in works or (reads and way == "<&-")
    assert (status, out) == ((2, "") if refused else run([*arguments], CASE.encode())[:2]), err
    assert len(err.splitlines()) == (refused and "err" in works), err


@needs_a_full_disk
def test_what_does_not_work_is_named() -> None:
    with started("rules", redirected=">/dev/full") as process:
        full = ending(process)
    with started("check", "--jsonl", redirected="<&-") as process:
        closed = ending(process)
    reason = "standard output cannot be written: No space left on device\n"
    assert full == (2, "", reason)
    assert closed == (2, "", "- cannot be read: it is closed\n")


@needs_a_full_disk
@pytest.mark.parametrize("buffering", ["", "PYTHONUNBUFFERED=1"])
def test_a_disk_that_takes_a_part_of_the_answer_is_told(buffering: str, folder: Path) -> None:
    first = f"ulimit -f 1; export {buffering};"
    with started("rules", redirected=">rules.txt", first=first) as process:
        status, _, err = ending(process)
    assert (folder / "rules.txt").stat().st_size > 0
    assert (status, err) == (2, "standard output cannot be written: File too large\n")


@needs_a_full_disk
def test_what_is_wrong_has_its_status_also_where_it_cannot_be_told() -> None:
    with started("check", "nothing.json", redirected="2>/dev/full") as process:
        assert ending(process) == (2, "", "")


ENDS = {signal.SIGINT: 130, signal.SIGTERM: -signal.SIGTERM}


@pytest.mark.parametrize("stop", ENDS)
@pytest.mark.parametrize("asked", [asked for asked, (_, reads) in ASKED.items() if reads])
def test_who_stops_it_while_it_waits_reads_nothing(asked: str, stop: signal.Signals) -> None:
    with started(*ASKED[asked][0]) as process:
        pipe_of(process.stdin).write(b" " * MORE_THAN_A_PIPE_HOLDS)
        process.send_signal(stop)
        assert ending(process) == (ENDS[stop], "", "")


@pytest.mark.parametrize("asked", ["rules", "lines"])
def test_it_can_be_stopped_while_nobody_reads_its_answers(asked: str, folder: Path) -> None:
    many = folder / "many.jsonl"
    many.write_text(f"{CASE}\n" * 100)
    with many.open() as cases, started(*ASKED[asked][0], stdin=cases) as process:
        pipe_of(process.stdout).read(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert pipe_of(process.stderr).read() == b""


@contextmanager
def pipe_that_does_not_wait() -> Iterator[tuple[int, int]]:
    """A pipe as another program may leave it: each side takes what there is at once, and no more."""
    ends = os.pipe()
    fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, 1)  # as little as it may hold: a page of memory
    for end in ends:
        os.set_blocking(end, False)
    try:
        yield ends
    finally:
        for end in ends:
            with suppress(OSError):
                os.close(end)


@needs_a_full_disk
def test_an_answer_is_whole_also_where_its_reader_is_slow() -> None:
    with (
        pipe_that_does_not_wait() as (reader, writer),
        started("rules", "--format", "json", stdout=writer) as process,
    ):
        os.close(writer)
        os.set_blocking(reader, True)
        with open(reader, "rb", closefd=False) as answer:
            assert json.loads(answer.read())
        assert process.wait(PATIENCE) == 0


FILE = ("paper", "contactlog", "--format", "docx")


@needs_a_full_disk
def test_a_file_is_whole_also_where_its_reader_is_slow() -> None:
    with pipe_that_does_not_wait() as (reader, writer), started(*FILE, stdout=writer) as process:
        os.close(writer)
        os.set_blocking(reader, True)
        with open(reader, "rb", closefd=False) as file:
            assert file.read() == paper_as_docx(paper_as_text(papers()["contactlog"], None))
        assert process.wait(PATIENCE) == 0


@needs_a_full_disk
@pytest.mark.parametrize("way", [way for way, works in WAYS.items() if way and way != NO_READER])
def test_a_file_that_cannot_be_written_is_told_in_a_line_or_not_at_all(way: str) -> None:
    with started(*FILE, redirected=way) as process:
        out, err = process.communicate(timeout=PATIENCE)
    works = WAYS[way]
    assert (process.returncode, bool(out)) == ((0, True) if "out" in works else (2, False))
    assert len(err.splitlines()) == ("out" not in works and "err" in works)


@needs_a_full_disk
def test_a_case_is_waited_for_also_where_the_pipe_does_not_wait() -> None:
    with (
        pipe_that_does_not_wait() as (reader, writer),
        started("check", "--jsonl", *ON, stdin=reader) as process,
    ):
        for _ in range(2):
            os.write(writer, f"{CASE}\n".encode())
            assert json.loads(pipe_of(process.stdout).readline())
        os.close(writer)
        assert process.wait(PATIENCE) == 0


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    with started("check", "--jsonl", *ON) as process:
        for line in ("{}", CASE):
            pipe_of(process.stdin).write(f"{line}\n".encode())
            pipe_of(process.stdin).flush()
            assert json.loads(pipe_of(process.stdout).readline())


def padded(size: int) -> bytes:
    """A case of so many bytes, the end of its line among them."""
    return CASE.encode().ljust(size - 1) + b"\n"


TOO_LARGE = "the input is too large (expected at most 1048576 bytes)"


def test_a_line_without_end_is_refused_and_the_rest_goes_on() -> None:
    lines = [padded(size) for size in (50, 5 * LARGEST_CASE, 50, LARGEST_CASE, LARGEST_CASE + 1)]
    status, out, err = run(["check", "--jsonl", *ON], b"".join(lines) + b"x" * 2 * LARGEST_CASE)
    answers = [json.loads(line) for line in out.splitlines()]
    refused = [{"field": "", "message": TOO_LARGE}]
    assert (status, err) == (2, "")
    assert [each.get("line") for each in answers] == [None, 2, None, None, 5, 6]
    assert [each["errors"] for each in answers if "errors" in each] == [refused] * 3


@needs_a_full_disk
def test_a_line_that_never_ends_is_refused_at_once() -> None:
    with started("check", "--jsonl", *ON, redirected="</dev/zero") as process:
        assert json.loads(pipe_of(process.stdout).readline())["line"] == 1
        process.send_signal(signal.SIGINT)
        assert ending(process) == (130, "", "")


@needs_a_full_disk
def test_of_a_file_without_end_no_more_is_read_than_a_case_can_have() -> None:
    endless = "/dev/zero"
    assert complaints("check", endless, *ON) == [TOO_LARGE]
    assert complaints("check", "-", *ON, given=padded(LARGEST_CASE + 1)) == [TOO_LARGE]
    assert complaints("compare", endless, "case.json", *ON) == [f"{endless}: {TOO_LARGE}"]
    status, out, _ = run(["check", "-", *ON], padded(LARGEST_CASE))
    assert (status, bool(out)) == (0, True)


# What the command takes of the memory for a case, in kB.
NEEDED = """
import re, sys
from pathlib import Path
from poortwachter.cli import main
main(["check", "case.json", "--on", "2026-11-21"])
print(re.search(r"VmPeak:\\s+(\\d+)", Path("/proc/self/status").read_text())[1], file=sys.stderr)
"""


@needs_a_full_disk
def test_too_little_memory_is_told() -> None:
    needed = subprocess.run([sys.executable, "-c", NEEDED], capture_output=True, check=True).stderr
    with started("check", "-", *ON, first=f"ulimit -v {int(needed) + 3000};") as process:
        given = b"[" + b"[]," * 300_000 + b"1]"
        assert ending(process, given) == (2, "", "there is not enough memory\n")


def test_a_folder_is_no_case() -> None:
    reason = ". cannot be read: Is a directory"
    assert run(["check", "."], b"")[::2] == (2, f"{reason}\n")
    assert run(["compare", ".", "case.json"], b"")[::2] == (2, f"{reason}\n")


# A title for the window, colours, a bell, a line of its own, words turned around, bytes that are no text.
NASTY = (
    "\x1b]0;pwn\a\x1b[31mRED",
    "a\rb\nc",
    "\u202eabc\u2066",
    "\x9b31m",
    "\udc9b\udcff",
    "\x7f\b\0",
)


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("subcommand", sorted({words[0] for words, _ in ASKED.values()}))
def test_no_argument_speaks_to_the_terminal(subcommand: str, nasty: str) -> None:
    options = OPTION.findall(run([subcommand, "--help"], b"")[1])
    wrong = [
        [nasty],
        [f"--{nasty}"],
        [f"-{nasty}"],
        [f"--f{nasty}"],
        [f"--=\t{nasty}"],
        [nasty] * 9,
    ]
    wrong += [[option, nasty] for option in options] + [[f"{option}={nasty}"] for option in options]
    for words in wrong:
        for arguments in ([subcommand, *words], [*words, subcommand]):
            status, _, err = run(arguments, b"")
            assert status in {0, 2}, arguments
            assert all(line.isprintable() for line in err.split("\n")), (arguments, err)
            assert len(err.splitlines()) <= 2, (arguments, err)
