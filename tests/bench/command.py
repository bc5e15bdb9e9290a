"""`check --jsonl`: cases a second, and the most memory at once."""

import json
import os
import subprocess
import sys
import time
from tempfile import TemporaryFile
from typing import Any

from tests.conftest import ROOT

SIZES = (1_000, 100_000)
COMMAND = (sys.executable, "-m", "poortwachter.command", "check", "--jsonl", "--on", "2026-11-21")


def command() -> dict[str, Any]:
    return {f"{size:,} cases": run(size) for size in SIZES}


def run(cases: int) -> dict[str, float]:
    with TemporaryFile() as given:
        for number in range(cases):
            day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
            case = {"first_sick_day": day, "done": {"probleemanalyse": True}}
            given.write(json.dumps(case).encode() + b"\n")
        given.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(
            COMMAND,
            stdin=given,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT / "engine")},
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, COMMAND)
    return {"cases a second": cases / seconds, "peak memory, MB": used.ru_maxrss / 1024}
