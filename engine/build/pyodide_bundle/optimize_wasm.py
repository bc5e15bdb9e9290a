"""Makes a file of WebAssembly smaller with wasm-opt of Binaryen, and remembers what it made: that takes a minute."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_bundle.node import ROOT, npm_file, run_node

# All that the browsers of today accept, and no more: --all-features also writes what V8 refuses.
FLAGS = (
    "--mvp-features",
    *(f"--enable-{name}" for name in ("mutable-globals", "sign-ext", "nontrapping-float-to-int")),
    *(f"--enable-{name}" for name in ("bulk-memory", "bulk-memory-opt", "exception-handling")),
    *(f"--enable-{name}" for name in ("reference-types", "multivalue", "extended-const")),
    *("-Oz", "--strip-debug", "--strip-producers"),
)
REMEMBERED = ROOT / ".venv" / ".optimized"


def optimized(wasm: bytes) -> bytes:
    """The same program, written shorter."""
    tool = npm_file("binaryen/bin/wasm-opt")
    made_of = hashlib.sha256(wasm + " ".join(FLAGS).encode() + tool.read_bytes()).hexdigest()
    kept = REMEMBERED / f"{made_of}.wasm"
    if not kept.is_file():
        REMEMBERED.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=REMEMBERED) as folder:
            whole, small = Path(folder, "whole.wasm"), Path(folder, "small.wasm")
            whole.write_bytes(wasm)
            run_node(tool, *FLAGS, whole, "-o", small)
            small.rename(kept)
    return kept.read_bytes()
