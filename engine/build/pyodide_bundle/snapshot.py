"""The memory of a Python that has started and answered: a page reads it instead of starting one."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_bundle.node import HERE, OptimizationError, PackError, run_node


def snapshot_of(runtime: Mapping[str, bytes], info: Mapping[str, str], library: bytes) -> bytes:
    """Start the runtime before anything is cut from it, ask it the samples, and write its memory."""
    with TemporaryDirectory() as folder:
        here = {**runtime, "python.zip": library, "info.json": json.dumps(info).encode()}
        for name, content in here.items():
            Path(folder, name).write_bytes(content)
        written = Path(folder, "memory.bin")
        try:
            run_node(HERE / "make_snapshot.mjs", folder, HERE / "samples.json", written)
        except PackError as problem:
            raise OptimizationError(str(problem)) from problem
        return written.read_bytes()
