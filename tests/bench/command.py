"""`check --jsonl`: cases a second, and the most memory at once."""

import json
import os
import re
import subprocess
import sys
import time
from tempfile import TemporaryFile
from typing import IO, Any

from tests.bench.pairs import SHORT
from tests.conftest import ROOT

SIZES = (1_000,) if SHORT else (1_000, 100_000)
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
COMMAND = (sys.executable, "-c", PROGRAM, "check", "--jsonl", "--on", "2026-11-21")
PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


def command() -> dict[str, Any]:
    return {f"{size:,} cases": run(size) for size in SIZES}


def run(cases: int) -> dict[str, float]:
    with TemporaryFile() as given:
        write(given, cases)
        started = time.perf_counter()
        process = subprocess.Popen(
            COMMAND,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
        )
        answers = sum(1 for _ in process.stdout or ())
        seconds = time.perf_counter() - started
    told = process.communicate()[1].decode()
    peak = PEAK.search(told)
    if answers != cases or not peak:
        raise RuntimeError(f"{cases} cases gave {answers} answers: {told}")
    return {"cases a second": cases / seconds, "peak memory, MB": int(peak[1]) / 1024}


def write(given: IO[bytes], cases: int) -> None:
    for number in range(cases):
        day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
        case = {"first_sick_day": day, "done": {"probleemanalyse": True}}
        given.write(json.dumps(case).encode() + b"\n")
    given.seek(0)
