"""Leave out of the interpreter what nothing here can reach: see `unreached`.

Functions keep their places and lose their bodies, so every number in the file stays right. Whoever does call one stops
with an error, and never goes on with a wrong answer. Data become zeros: only those functions read them.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from pyodide_bundle.node import OptimizationError
from pyodide_bundle.unreached import DATA, FUNCTIONS, IDLE, SHORT, Data, Functions
from pyodide_bundle.wasm_file import (
    CODE,
    FUNCTION,
    Segment,
    bodies,
    data_names,
    exports,
    joined,
    replaced,
    segments,
)
from pyodide_bundle.wasm_file import DATA as DATA_SECTION

NO_BODY = bytes([3, 0, 0x00, 0x0B])  # three bytes: no variables, `unreachable`, `end`
GIVES_BACK = bytes([4, 0, 0x20, 0, 0x0B])  # four bytes: no variables, `local.get 0`, `end`

# What Python tells of a function of its own, behind its name and arguments. In its place comes what is no text at all:
# whoever asks for it stops with an error.
DOCSTRING = re.compile(rb"[\w.]+\([^\0]{0,400}?\)\n--\n\n[^\0]*")
NO_TEXT = b"\xff"


class MovedError(Exception):
    """What is otherwise in this Pyodide than in the one that we know."""


def cut(wasm: bytes) -> bytes:
    """The interpreter without all that is named there.

    Raises:
        OptimizationError: names or texts are not there, or others than expected lie among them. It tells of all.
    """
    parts = list(segments(wasm))
    memory, code = _memory(parts), dict(bodies(wasm))
    problems = [*_cut_functions(wasm, code), *_cut_data(wasm, memory)]
    if problems:
        raise OptimizationError("\n".join(["pyodide.asm.wasm is not as it was:", *problems]))
    _cut_docstrings(memory, behind=parts[0])
    data = (part.head + memory[part.address : part.address + len(part.content)] for part in parts)
    return replaced(wasm, {CODE: joined(code.values()), DATA_SECTION: joined(data)})


def _cut_functions(wasm: bytes, code: dict[int, bytes]) -> Iterator[str]:
    """Take their bodies from the functions, and tell what is not as it was."""
    numbers = {each.name: each.index for each in exports(wasm) if each.kind == FUNCTION}

    def empty(named: Functions) -> None:
        first, last = _ends(numbers.get, named.first, named.last)
        gone = {index for index in range(first, last + 1) if len(code[index]) >= SHORT}
        _review(named, (name for name, index in numbers.items() if index in gone))
        code.update(dict.fromkeys(gone, NO_BODY))

    yield from _problems(empty, FUNCTIONS)
    if IDLE in numbers:
        code[numbers[IDLE]] = GIVES_BACK
    else:
        yield f"{IDLE} is not there"


def _cut_data(wasm: bytes, memory: bytearray) -> Iterator[str]:
    """Make the data zeros, and tell what is not as it was."""
    addresses, whole = data_names(wasm), bytes(memory)

    def address(place: str | bytes) -> int | None:
        if isinstance(place, str):
            return addresses.get(place)
        return whole.find(place) if whole.count(place) == 1 else None

    def empty(named: Data) -> None:
        first, before = _ends(address, named.first, named.before)
        _review(named, (name for name, at in addresses.items() if first <= at < before))
        memory[first:before] = bytes(before - first)

    return _problems(empty, DATA)


def _problems[Named: (Functions, Data)](
    empty: Callable[[Named], None], table: Iterable[Named]
) -> Iterator[str]:
    for named in table:
        try:
            empty(named)
        except MovedError as problem:
            yield f"{named.what}: {problem}"


def _ends[Place](find: Callable[[Place], int | None], first: Place, last: Place) -> tuple[int, int]:
    found = {place: find(place) for place in (first, last)}
    missing = [repr(place) for place, at in found.items() if at is None]
    if missing:
        raise MovedError(f"{' and '.join(missing)} not there, or there twice")
    start, end = (at or 0 for at in found.values())
    return start, end


def _review(named: Functions | Data, names: Iterable[str]) -> None:
    """Stop at a name of something that nobody looked at."""
    strangers = {name for name in names if name != named.first and not name.startswith(named.names)}
    if strangers:
        raise MovedError(
            f"{', '.join(sorted(strangers))} among them. If nothing here can reach that, add the names"
            " in unreached.py; if something can, give it other ends there"
        )


def _memory(parts: list[Segment]) -> bytearray:
    """What the file makes of the memory before anything runs."""
    memory = bytearray(parts[-1].address + len(parts[-1].content))
    for part in parts:
        memory[part.address : part.address + len(part.content)] = part.content
    return memory


def _cut_docstrings(memory: bytearray, behind: Segment) -> None:
    """All but those among the literals, which come first: there one may be the end of another."""
    for text in DOCSTRING.finditer(bytes(memory), behind.address + len(behind.content)):
        memory[text.start() : text.end()] = NO_TEXT.ljust(len(text[0]), b"\0")
