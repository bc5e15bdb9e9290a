"""Leave out of the interpreter what nothing here can reach: the C libraries of modules never shipped.

Their functions keep their places and lose their bodies, so every number in the file stays right.
Whoever does call one stops with an error, and never goes on with a wrong answer.
What the interpreter offers to libraries that are loaded later loses its name: there are none, and
handing out thousands of names takes a quarter of the start.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pyodide_bundle.node import OptimizationError

IMPORTS, EXPORTS, CODE = 2, 7, 10
FUNCTION, GLOBAL = 0, 3


@dataclass(frozen=True, slots=True)
class Unreached:
    """All functions from one exported name to another, and how the names of their libraries begin."""

    first: str
    last: str
    libraries: Mapping[str, tuple[str, ...]]


UNREACHED = (
    Unreached(
        "lzma_version_number",
        "inflate_table",
        {
            "lzma": ("lzma_",),
            "SQLite": ("sqlite3",),
            "Zstandard": (
                *("ZSTD_", "ZSTDMT_", "ZDICT_", "HUF_", "FSE_", "HIST_", "COVER_", "POOL_"),
                *("ERR_getErrorString", "divsufsort", "divbwt"),
            ),
            "bzip2": ("BZ2_",),
            "zlib": ("inflate", "deflate", "compress", "crc32_", "adler32_", "gz"),
            "OpenGL": ("emscripten_GetProcAddress", "emscripten_webgl", "_webgl"),
        },
    ),
    Unreached(
        "PyInit__testbuffer", "PyInit__testclinic_limited", {"Python's tests": ("PyInit__test",)}
    ),
)

# How the names of C++ begin, and how the runtime's script hands out a name.
CPP = "_Z"
HANDED_OUT = re.compile(rb'(\w+)=Module\["\1"\]=wasmExports\["(\w+)"\];')
# How often a name that nobody uses is written: where it is declared, and in the line above.
DECLARED, EXPORTED = 3, 1

# Identical code folding: of functions with equal bodies the linker keeps one, under all their names.
# A short one in the middle of a library may therefore serve others too, and keeps its body.
SHORT = 64
NO_BODY = bytes([3, 0, 0x00, 0x0B])  # three bytes: no variables, `unreachable`, `end`


def stripped(wasm: bytes, script: bytes, ours: bytes) -> tuple[bytes, bytes]:
    """Strip the interpreter and its script; what `ours`, our own scripts, ask for by name stays."""
    words = Counter(re.findall(rb"\w+", script))
    asked = {*re.findall(rb"\w+", ours)}
    unasked = {
        export
        for name, export in HANDED_OUT.findall(script)
        if words[name] == DECLARED and words[export] == EXPORTED and name not in asked
    }
    if not unasked:
        raise OptimizationError("pyodide.asm.mjs hands out no names: look at strip_wasm.py again")
    kept_lines = HANDED_OUT.sub(lambda line: b"" if line[2] in unasked else line[0], script)
    return _without(wasm, {name.decode() for name in unasked}), kept_lines


def _without(wasm: bytes, unasked: set[str]) -> bytes:
    sections = {kind: (start, end) for kind, start, end in _sections(wasm)}
    exports = list(_exports(wasm, sections[EXPORTS][0]))
    first = _imported_functions(wasm, sections[IMPORTS][0])
    bodies = dict(enumerate(_bodies(wasm, sections[CODE][0]), start=first))
    gone = {index for each in UNREACHED for index in _cut(each, exports, bodies)}
    changed = {
        EXPORTS: _joined(
            each.content
            for each in exports
            if each.name not in unasked and not each.name.startswith(CPP)
        ),
        CODE: _joined(NO_BODY if index in gone else body for index, body in bodies.items()),
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


def _cut(unreached: Unreached, exports: list[Export], bodies: Mapping[int, bytes]) -> set[int]:
    """Number the functions that lose their body; a name of no known library among them stops it."""
    number = {each.name: each.index for each in exports if each.kind == FUNCTION}
    cut = {index for index in _between(unreached, number) if len(bodies[index]) >= SHORT}
    known = tuple(chain.from_iterable(unreached.libraries.values()))
    strangers = {name for name in number if number[name] in cut and not name.startswith(known)}
    if strangers:
        raise OptimizationError(
            f"pyodide.asm.wasm has {', '.join(sorted(strangers))}"
            f" between {unreached.first} and {unreached.last}, where strip_wasm.py leaves out"
            f" {', '.join(unreached.libraries)}. If nothing here can reach them, add their library"
            " to UNREACHED; if something can, give it other ends"
        )
    return cut


def _between(unreached: Unreached, number: Mapping[str, int]) -> range:
    missing = {unreached.first, unreached.last} - number.keys()
    if missing:
        raise OptimizationError(
            f"pyodide.asm.wasm exports no {', '.join(sorted(missing))}: look at strip_wasm.py again"
        )
    return range(number[unreached.first], number[unreached.last] + 1)


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
            raise OptimizationError(
                "pyodide.asm.wasm imports what strip_wasm.py cannot read: look at it again"
            )
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
