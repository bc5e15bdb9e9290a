"""Leave out of the interpreter what nothing here can reach: the C libraries of modules never shipped.

Their functions keep their places and lose their bodies, so every number in the file stays right.
Whoever does call one stops with an error, and never goes on with a wrong answer.
What the interpreter offers to libraries that are loaded later loses its names: there are none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from browser.node import PackError

IMPORTS, EXPORTS, CODE = 2, 7, 10
FUNCTION, GLOBAL = 0, 3

# From and to which exported function; what lies in between belongs to the same libraries.
UNREACHED = {
    "lzma, SQLite, Zstandard, bzip2 and zlib": ("lzma_version_number", "inflate_table"),
    "Python's tests of itself": ("PyInit__testbuffer", "PyInit__testclinic_limited"),
}

# How the names of C++ begin.
CPP = "_Z"

# Of equal functions the linker keeps one, so a short one may serve others too.
SHORT = 64
NO_BODY = bytes([3, 0, 0x00, 0x0B])  # three bytes: no variables, `unreachable`, `end`


def trimmed(wasm: bytes) -> bytes:
    """Empty the functions of the libraries that are never reached."""
    sections = {kind: (start, end) for kind, start, end in _sections(wasm)}
    exports = list(_exports(wasm, sections[EXPORTS][0]))
    gone = _unreached({each.name: each.index for each in exports if each.kind == FUNCTION})
    first = _imported_functions(wasm, sections[IMPORTS][0])
    changed = {
        EXPORTS: _joined([each.content for each in exports if not _unasked(each, gone)]),
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


def _unasked(export: Export, gone: set[int]) -> bool:
    """Whether only a library that is loaded later could ask for it."""
    return export.name.startswith(CPP) or (export.kind == FUNCTION and export.index in gone)


def _unreached(exported: dict[str, int]) -> set[int]:
    missing = {name for ends in UNREACHED.values() for name in ends} - exported.keys()
    if missing:
        raise PackError(f"pyodide.asm.wasm exports no {', '.join(missing)}: look at wasm.py again")
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
