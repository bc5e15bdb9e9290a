"""`check --jsonl`, whole and in short: cases a second, the most memory at once, and beside what else.

A loop that only reads the cases and writes one answer for each shows what is not the engine's work.
With BESIDE=COMMIT the engine of that commit answers the same cases, in turn with this one.
"""

import json
import os
import re
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

from tests.bench.pairs import SHORT, in_pairs
from tests.conftest import ROOT

FEW = 1_000
SIZES = (FEW,) if SHORT else (FEW, 100_000)
BESIDE = os.environ.get("BESIDE")
# A process that is started inherits the peak of who starts it, except in this file of Linux.
PROGRAM = """
import sys
from pathlib import Path
from poortwachter.cli import main
try:
    main()
finally:
    sys.stderr.write(Path("/proc/self/status").read_text())
"""
# Its argument is what it answers.
LOOP = """
import json, sys
from pathlib import Path
answer = json.loads(sys.argv[1])
for line in sys.stdin.buffer:
    json.loads(line)
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, check_circular=False) + "\\n")
    sys.stdout.flush()
sys.stderr.write(Path("/proc/self/status").read_text())
"""
ENGINE = ROOT / "engine"
CHECK = (PROGRAM, "check", "--jsonl", "--on", "2026-11-21")
FORMATS = {"whole": CHECK, "brief": (*CHECK, "--format", "brief")}
PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def command() -> dict[str, Any]:
    """Of each format its own figures, and seconds for a thousand cases in pairs."""
    figures: dict[str, Any] = {
        f"{name}, {size:,} cases": run(program, size)
        for name, program in FORMATS.items()
        for size in SIZES
    }
    for name, program in FORMATS.items():
        figures[f"{name} beside a loop, s"] = beside(program, loop(program))
    figures["brief beside whole, s"] = beside(FORMATS["brief"], FORMATS["whole"])
    return figures | (beside_commit(BESIDE) if BESIDE else {})


def beside_commit(commit: str) -> dict[str, Any]:
    """Both formats beside the whole answer of the engine of another commit."""
    with TemporaryDirectory() as folder:
        engine = engine_of(commit, Path(folder))
        return {
            f"{name} beside whole of {commit}, s": beside(program, CHECK, engine)
            for name, program in FORMATS.items()
        }


def engine_of(commit: str, folder: Path) -> Path:
    """The folder of the engine of a commit, its rules compiled."""
    archive = subprocess.run(
        ["git", "archive", commit], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    subprocess.run(["tar", "-x"], cwd=folder, input=archive.stdout, check=True)
    engine = folder / "engine"
    paths = os.pathsep.join(map(str, (engine, engine / "build")))
    compile_rules = (sys.executable, "-m", "rules_compiler")
    subprocess.run(compile_rules, cwd=folder, env={**os.environ, "PYTHONPATH": paths}, check=True)
    return engine


def beside(ours: tuple[str, ...], other: tuple[str, ...], engine: Path = ENGINE) -> dict[str, Any]:
    """Seconds for a thousand cases; `engine` is that of the other."""
    return in_pairs(
        lambda: FEW / run(ours, FEW)["cases a second"],
        lambda: FEW / run(other, FEW, engine)["cases a second"],
    )


def loop(program: tuple[str, ...]) -> tuple[str, ...]:
    """A loop that writes for each case what a program answers to the first."""
    with TemporaryFile() as given:
        write(given, 1)
        answer = subprocess.run(
            (sys.executable, "-c", *program), stdin=given, capture_output=True, check=True
        )
    return LOOP, answer.stdout.decode()


def run(program: tuple[str, ...], cases: int, engine: Path = ENGINE) -> dict[str, float]:
    """How fast so many cases are answered, by the first answer to the last, and in how much memory."""
    with TemporaryFile() as given:
        write(given, cases)
        process = subprocess.Popen(
            (sys.executable, "-c", *program),
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(engine)},
        )
        lines = iter(process.stdout or ())
        answers = sum(1 for _ in islice(lines, 1))
        started = (
            time.perf_counter()
        )  # once it has started, which takes as long as hundreds of cases
        answers += sum(1 for _ in lines)
        seconds = time.perf_counter() - started
    told = process.communicate()[1].decode()
    peak = PEAK.search(told)
    if answers != cases or not peak:
        raise RuntimeError(f"{cases} cases gave {answers} answers: {told}")
    return {"cases a second": (cases - 1) / seconds, "peak memory, MB": int(peak[1]) / 1024}


def write(given: IO[bytes], cases: int) -> None:
    for number in range(cases):
        day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
        case = {"first_sick_day": day, "done": {"probleemanalyse": True}}
        given.write(json.dumps(case).encode() + b"\n")
    given.seek(0)
