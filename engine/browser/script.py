"""Write Pyodide's scripts for a visitor: without what developer tools ask for, and to be read once."""

import re
from pathlib import Path

from browser.node import PackError

SOURCE_MAP = re.compile(rb"\n//# sourceMappingURL=\S+")

# The whole of the runtime's script is this function, and the name under which it is handed out.
RUNTIME = re.compile(rb"(async function (\w+)\(.*\})export default \2;(\s*)", flags=re.DOTALL)


def without_source_map(path: Path) -> bytes:
    """Leave out the address of a source map, which developer tools would ask for in vain."""
    return SOURCE_MAP.sub(b"", path.read_bytes())


def read_once(script: bytes) -> bytes:
    """Put the runtime's one function in brackets.

    Browsers only skim a function until it is called, and then read it from the start; one in
    brackets they take to be called at once.
    """
    whole = RUNTIME.fullmatch(script)
    if not whole:
        raise PackError("pyodide.asm.mjs is not one function: look at script.py again")
    return b"export default (%b);%b" % (whole[1], whole[3])
