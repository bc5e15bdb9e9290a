"""Leave out of the interpreter what nothing here can reach: the C libraries of modules never shipped.

Their functions keep their places and lose their bodies, so every number in the file stays right.
Whoever does call one stops with an error, and never goes on with a wrong answer.
What the interpreter offers to libraries that are loaded later loses its name: there are none, and
handing out thousands of names takes a quarter of the start.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyodide_bundle.node import PackError

IMPORTS, EXPORTS, CODE = 2, 7, 10
FUNCTION, GLOBAL = 0, 3

# From and to which exported function; what lies in between belongs to the same libraries.
UNREACHED = {
    "lzma, SQLite, Zstandard, bzip2 and zlib": ("lzma_version_number", "inflate_table"),
    "Python's tests of itself": ("PyInit__testbuffer", "PyInit__testclinic_limited"),
}

# How the names of C++ begin, and how the runtime's script hands out a name.
CPP = "_Z"
HANDED_OUT = re.compile(rb'(\w+)=Module\["\1"\]=wasmExports\["(\w+)"\];')
# How often a name that nobody uses is written: where it is declared, and in the line above.
DECLARED, EXPORTED = 3, 1

# Of equal functions the linker keeps one, so a short one may serve others too.
SHORT = 64
NO_BODY = bytes([3, 0, 0x00, 0x0B])  # three bytes: no variables, `unreachable`, `end`


def trimmed(wasm: bytes, script: bytes, ours: bytes) -> tuple[bytes, bytes]:
    """Trim the interpreter and its script; what `ours`, our own scripts, ask for by name stays."""
    words = Counter(re.findall(rb"\w+", script))
    asked = {*re.findall(rb"\w+", ours)}
    unasked = {
        export
        for name, export in HANDED_OUT.findall(script)
        if words[name] == DECLARED and words[export] == EXPORTED and name not in asked
    }
    if not unasked:
        raise PackError("pyodide.asm.mjs hands out no names: look at wasm.py again")
    kept_lines = HANDED_OUT.sub(lambda line: b"" if line[2] in unasked else line[0], script)
    return _without(wasm, {name.decode() for name in unasked}), kept_lines


def _without(wasm: bytes, unasked: set[str]) -> bytes:
    sections = {kind: (start, end) for kind, start, end in _sections(wasm)}
    exports = list(_exports(wasm, sections[EXPORTS][0]))
    gone = _unreached({each.name: each.index for each in exports if each.kind == FUNCTION})
    first = _imported_functions(wasm, sections[IMPORTS][0])
    changed = {
        EXPORTS: _joined(
            each.content
            for each in exports
            if each.name not in unasked and not each.name.startswith(CPP)
        ),
        CODE: _joined(
            NO_BODY if index in gone and len(body) >= SHORT else body
            for index, body in enumerate(_bodies(wasm, sections[CODE][0]), start=first)
        ),
    }
    return wasm[:8] + b"".join(
        _section(kind, changed.get(kind, wasm[start:end])) for kind, start, end in _sections(wasm)
    )


@dataclass(frozen=True, slots=True)
class Export:
    """A name of something inside; `content` is how the file writes it."""

    name: str
    kind: int
    index: int
    content: bytes


def _unreached(exported: dict[str, int]) -> set[int]:
    missing = {name for ends in UNREACHED.values() for name in ends} - exported.keys()
    if missing:
        raise PackError(
            f"pyodide.asm.wasm exports no {', '.join(sorted(missing))}: look at wasm.py again"
        )
    gone: set[int] = set()
    for first, last in UNREACHED.values():
        gone.update(range(exported[first], exported[last] + 1))
    return gone


def _sections(wasm: bytes) -> Iterator[tuple[int, int, int]]:
    at = 8
    while at < len(wasm):
        size, start = _number(wasm, at + 1)
        yield wasm[at], start, start + size
        at = start + size


def _imported_functions(wasm: bytes, at: int) -> int:
    """How many functions come from outside: they are numbered first."""
    count, at = _number(wasm, at)
    functions = 0
    for _ in range(count):
        at = _name(wasm, _name(wasm, at)[1])[1]
        if wasm[at] == FUNCTION:
            functions += 1
            at = _number(wasm, at + 1)[1]
        elif wasm[at] == GLOBAL:
            at += 3
        else:
            raise PackError("pyodide.asm.wasm imports what wasm.py cannot read: look at it again")
    return functions


def _exports(wasm: bytes, at: int) -> Iterator[Export]:
    count, at = _number(wasm, at)
    for _ in range(count):
        name, kind = _name(wasm, at)
        index, after = _number(wasm, kind + 1)
        yield Export(name, wasm[kind], index, wasm[at:after])
        at = after


def _bodies(wasm: bytes, at: int) -> Iterator[bytes]:
    count, at = _number(wasm, at)
    for _ in range(count):
        size, start = _number(wasm, at)
        yield wasm[at : start + size]
        at = start + size


def _joined(items: Iterable[bytes]) -> bytes:
    listed = list(items)
    return _encoded(len(listed)) + b"".join(listed)


def _section(kind: int, content: bytes) -> bytes:
    return bytes([kind]) + _encoded(len(content)) + content


def _name(wasm: bytes, at: int) -> tuple[str, int]:
    size, start = _number(wasm, at)
    return wasm[start : start + size].decode(), start + size


def _number(wasm: bytes, at: int) -> tuple[int, int]:
    """A number, seven bits in a byte, and where it ends."""
    number = shift = 0
    while wasm[at] & 0x80:
        number |= (wasm[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
    return number | wasm[at] << shift, at + 1


def _encoded(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])
