"""Take from the interpreter the names that it offers to libraries that are loaded later.

There are none, and handing out thousands of names takes a quarter of the start.
"""

import re
from collections import Counter

from pyodide_bundle.node import OptimizationError
from pyodide_bundle.wasm_file import EXPORTS, exports, joined, replaced

# How the names of C++ begin, and how the runtime's script hands out a name.
CPP = "_Z"
HANDED_OUT = re.compile(rb'(\w+)=Module\["\1"\]=wasmExports\["(\w+)"\];')
# How often a name that nobody uses is written: where it is declared, and in the line above.
DECLARED, EXPORTED = 3, 1


def names_unasked(script: bytes, ours: bytes) -> set[str]:
    """The names that the runtime's script hands out, and neither it nor `ours`, our own scripts, ask for."""
    words = Counter(re.findall(rb"\w+", script))
    asked = {*re.findall(rb"\w+", ours)}
    unasked = {
        export.decode()
        for name, export in HANDED_OUT.findall(script)
        if words[name] == DECLARED and words[export] == EXPORTED and name not in asked
    }
    if not unasked:
        raise OptimizationError("pyodide.asm.mjs hands out no names: look at strip_wasm.py again")
    return unasked


def script_without(script: bytes, names: set[str]) -> bytes:
    """The runtime's script without the lines that hand out these names."""
    return HANDED_OUT.sub(lambda line: b"" if line[2].decode() in names else line[0], script)


def wasm_without(wasm: bytes, names: set[str]) -> bytes:
    """The interpreter without these names for outside, and without those of C++."""
    kept = (
        each.content
        for each in exports(wasm)
        if each.name not in names and not each.name.startswith(CPP)
    )
    return replaced(wasm, {EXPORTS: joined(kept)})
