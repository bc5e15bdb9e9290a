"""Write Pyodide's scripts for a visitor: without what developer tools ask for, and soon at work."""

import re
from pathlib import Path

from pyodide_bundle.node import OptimizationError

SOURCE_MAP = re.compile(rb"\n//# sourceMappingURL=\S+")

# The whole of the runtime's script is one function.
WHOLE = re.compile(rb"(async function (\w+)\(.*\})export default \2;(\s*)", flags=re.DOTALL)

# What it does that nothing here needs. At the first two Chromium wants to know the line, and to know
# it reads the function, 0.9 MB, once more.
UNNEEDED = {
    # It looks for its folder. It comes from a data: URL, which has none: that is an error, caught.
    b"_scriptName=import.meta.url;": b'_scriptName="https://sealed.invalid/";',
    # It takes shared memory, to wait for a terminal that is busy; Chromium warns of that. To wait on
    # other memory fails, so that Pyodide goes on without waiting. There is no terminal.
    b"new Int32Array(new WebAssembly.Memory({shared:!0,initial:1,maximum:1}).buffer)": (
        b"new Int32Array(1)"
    ),
    # It wraps 250 functions of OpenGL for C libraries, each in a wasm module of its own. Who asks for
    # one now hears that there is none; who calls it all the same stops with an error.
    b"if(entry.value==-1){": (
        b'if(entry.value==-1){if(symName.startsWith("emscripten_gl")){entry.value=0;continue}'
    ),
    # It reads and compiles lines of Python for what the memory has, or what can be asked without: what
    # reads and compiles Python can then be left out of the interpreter.
    b'API.rawRun("import _pyodide_core")': b't?[0]:API.rawRun("import _pyodide_core")',
    b'API._pyodide._base.eval_code("{}")': b'API._pyodide._base.__builtins__.get("dict")()',
    b'API.runPythonInternal("import importlib; importlib")': (
        b'API._pyodide._base.__builtins__.get("__import__")("importlib")'
    ),
    b'API.runPythonInternal("import __main__; __main__.__dict__")': b'o("__main__").__dict__',
    b'API.runPythonInternal("import builtins; builtins.__dict__")': b'o("builtins").__dict__',
}


def without_source_map(path: Path) -> bytes:
    """Leave out the address of a source map, which developer tools would ask for in vain."""
    return SOURCE_MAP.sub(b"", path.read_bytes())


def patched(script: bytes) -> bytes:
    """Spare a browser what the runtime's script does in vain when it starts.

    A browser only skims a function until it is called, and then reads it from its start; one in
    brackets it takes to be called at once.
    """
    whole = WHOLE.fullmatch(script)
    other = [was.decode() for was in UNNEEDED if script.count(was) != 1]
    if not whole or other:
        raise OptimizationError(
            f"pyodide.asm.mjs is not written as it was ({', '.join(other) or 'one function'}): "
            "look at patch_script.py again"
        )
    function, _, end = whole.groups()
    for was, becomes in UNNEEDED.items():
        function = function.replace(was, becomes)
    return b"export default (%b);%b" % (function, end)
