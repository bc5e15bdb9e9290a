"""How a file of WebAssembly is written: its sections, and what stands in those that are changed here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyodide_bundle.node import OptimizationError

IMPORTS, EXPORTS, CODE, DATA = 2, 7, 10, 11
FUNCTION, GLOBAL = 0, 3
# The opcode of a constant, with which an address begins, and the one that ends it.
CONST, END = 0x41, 0x0B


@dataclass(frozen=True, slots=True)
class Export:
    """A name of something inside; `content` is how the file writes it."""

    name: str
    kind: int
    index: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """What the file puts into the memory before anything runs; `head` is how it writes where, and how much."""

    address: int
    head: bytes
    content: bytes


def sections(wasm: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each section, and where its content begins and ends."""
    at = 8
    while at < len(wasm):
        size, start = _number(wasm, at + 1)
        yield wasm[at], start, start + size
        at = start + size


def imported_functions(wasm: bytes, at: int) -> int:
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


def exports(wasm: bytes, at: int) -> Iterator[Export]:
    """Everything that has a name for outside, from the start of its section."""
    count, at = _number(wasm, at)
    for _ in range(count):
        name, kind = _name(wasm, at)
        index, after = _number(wasm, kind + 1)
        yield Export(name, wasm[kind], index, wasm[at:after])
        at = after


def bodies(wasm: bytes, at: int) -> Iterator[bytes]:
    """The code of each function, in the order of their numbers, from the start of its section."""
    count, at = _number(wasm, at)
    for _ in range(count):
        size, start = _number(wasm, at)
        yield wasm[at : start + size]
        at = start + size


def joined(items: Iterable[bytes]) -> bytes:
    """The content of a section of which these are the items."""
    listed = list(items)
    return _encoded(len(listed)) + b"".join(listed)


def section(kind: int, content: bytes) -> bytes:
    """A whole section."""
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


def segments(wasm: bytes, at: int) -> Iterator[Segment]:
    """All that is put into the memory, by address.

    Raises:
        OptimizationError: where an address is no constant: then nobody knows what lies where.
    """
    count, at = _number(wasm, at)
    for _ in range(count):
        start, kind = at, wasm[at]
        if kind != 0 or wasm[at + 1] != CONST:
            raise OptimizationError(
                "pyodide.asm.wasm has data without an address: look at it again"
            )
        address, at = _number(wasm, at + 2)
        size, at = _number(wasm, at + 1)
        yield Segment(address, wasm[start:at], wasm[at : at + size])
        at += size
