"""How a file of WebAssembly is written: its sections, and what stands in those that are changed here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyodide_bundle.node import OptimizationError

IMPORTS, GLOBALS, EXPORTS, CODE, DATA = 2, 6, 7, 10, 11
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
        size, start = number_at(wasm, at + 1)
        yield wasm[at], start, start + size
        at = start + size


def replaced(wasm: bytes, changed: Mapping[int, bytes]) -> bytes:
    """The file with other contents in the sections of these kinds."""
    return wasm[:8] + b"".join(
        bytes([kind]) + _sized(changed.get(kind, wasm[start:end]))
        for kind, start, end in sections(wasm)
    )


def joined(items: Iterable[bytes]) -> bytes:
    """The content of a section of which these are the items."""
    listed = list(items)
    return _encoded(len(listed)) + b"".join(listed)


def exports(wasm: bytes) -> Iterator[Export]:
    """Everything that has a name for outside."""
    count, at = _items(wasm, EXPORTS)
    for _ in range(count):
        name, kind = _name(wasm, at)
        index, after = number_at(wasm, kind + 1)
        yield Export(name, wasm[kind], index, wasm[at:after])
        at = after


def bodies(wasm: bytes) -> Iterator[tuple[int, bytes]]:
    """Each function's number and code. Those that come from outside are numbered first."""
    first = _imported(wasm).count(FUNCTION)
    count, at = _items(wasm, CODE)
    for index in range(first, first + count):
        size, start = number_at(wasm, at)
        yield index, wasm[at : start + size]
        at = start + size


def data_names(wasm: bytes) -> dict[str, int]:
    """The address of all data that have a name for outside: a global that never changes tells it."""
    first = _imported(wasm).count(GLOBAL)
    addresses = list(_globals(wasm))
    return {
        each.name: addresses[each.index - first] for each in exports(wasm) if each.kind == GLOBAL
    }


def segments(wasm: bytes) -> Iterator[Segment]:
    """All that is put into the memory, by address."""
    count, at = _items(wasm, DATA)
    for _ in range(count):
        # A zero: into the one memory, at an address.
        start = at
        address, at = _constant(wasm, at + 1)
        size, at = number_at(wasm, at)
        yield Segment(address, wasm[start:at], wasm[at : at + size])
        at += size


def _items(wasm: bytes, wanted: int) -> tuple[int, int]:
    """How many items a section has, and where the first begins."""
    found = {kind: start for kind, start, _ in sections(wasm)}
    return number_at(wasm, found[wanted])


def _imported(wasm: bytes) -> list[int]:
    """The kind of each thing that comes from outside."""
    count, at = _items(wasm, IMPORTS)
    kinds = []
    for _ in range(count):
        at = _name(wasm, _name(wasm, at)[1])[1]
        kinds.append(wasm[at])
        at = _after_import(wasm, at)
    return kinds


def _after_import(wasm: bytes, at: int) -> int:
    if wasm[at] == FUNCTION:
        return number_at(wasm, at + 1)[1]
    if wasm[at] == GLOBAL:
        return at + 3
    raise OptimizationError(
        "pyodide.asm.wasm imports what wasm_file.py cannot read: look at it again"
    )


def _globals(wasm: bytes) -> Iterator[int]:
    """The value with which each global begins."""
    count, at = _items(wasm, GLOBALS)
    for _ in range(count):
        # Its type, and whether it may change.
        value, at = _constant(wasm, at + 2)
        yield value


def _constant(wasm: bytes, at: int) -> tuple[int, int]:
    """An expression that is one constant, never below zero, and where it ends."""
    value, end = number_at(wasm, at + 1)
    if wasm[at] != CONST or wasm[end] != END:
        raise OptimizationError(
            "pyodide.asm.wasm has an address that is not a constant: look at wasm_file.py again"
        )
    return value, end + 1


def _name(wasm: bytes, at: int) -> tuple[str, int]:
    size, start = number_at(wasm, at)
    return wasm[start : start + size].decode(), start + size


def number_at(wasm: bytes, at: int) -> tuple[int, int]:
    """A number that is written seven bits in a byte, never below zero, and where it ends."""
    number = shift = 0
    while wasm[at] & 0x80:
        number |= (wasm[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
    return number | wasm[at] << shift, at + 1


def _sized(content: bytes) -> bytes:
    return _encoded(len(content)) + content


def _encoded(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])
