"""Leave out of the interpreter what nothing here can reach: see `unreached`.

Functions keep their places and lose their bodies, so every number in the file stays right. Whoever does call one stops
with an error, and never goes on with a wrong answer. Data become zeros: only those functions read them, which is seen
to: no other may hold an address of theirs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from pyodide_bundle.node import OptimizationError
from pyodide_bundle.unreached import DATA, FUNCTIONS, IDLE, NUMBERS, SHORT, Data, Functions
from pyodide_bundle.wasm_file import (
    CODE,
    FUNCTION,
    Segment,
    bodies,
    data_names,
    exports,
    joined,
    number_at,
    replaced,
    segments,
)
from pyodide_bundle.wasm_file import DATA as DATA_SECTION

NO_BODY = bytes([3, 0, 0x00, 0x0B])  # three bytes: no variables, `unreachable`, `end`
GIVES_BACK = bytes([4, 0, 0x20, 0, 0x0B])  # four bytes: no variables, `local.get 0`, `end`

# What Python tells of a function of its own, behind its name and arguments, which stay. In its place comes what is no
# text at all: Python raises an error where somebody asks for it.
DOCSTRING = re.compile(rb"(?<=\0)([\w.]+\([^\0]{0,400}?\)\n--\n\n)([^\0]+)")
NO_TEXT = b"\xff"
# The linker puts all literals together, first; they are as large as this at least.
LITERALS = 400_000

# How code writes a number: as a constant, or to be added to an address that is read.
NUMBER = re.compile(rb"(?:\x41|[\x28-\x35][\0-\4])([\x80-\xff]{2,4}[\0-\x7f])", re.DOTALL)

type Range = tuple[int, int]


class MovedError(Exception):
    """What is otherwise in this Pyodide than in the one that we know."""


def cut(wasm: bytes) -> bytes:
    """The interpreter without all that is named there.

    Raises:
        OptimizationError: names or texts are not there, others than expected lie among them, or what stays reads what
            goes. It tells of all.
    """
    parts = list(segments(wasm))
    memory, code = _memory(parts), dict(bodies(wasm))
    numbers = {each.name: each.index for each in exports(wasm) if each.kind == FUNCTION}
    addresses, whole = data_names(wasm), bytes(memory)
    gone: set[int] = set()
    ranges: list[Range] = []
    problems = [
        *_problems(FUNCTIONS, lambda named: gone.update(_functions(named, numbers, code))),
        *_problems(DATA, lambda named: ranges.append(_data(named, addresses, whole))),
        *([] if IDLE in numbers else [f"{IDLE} is not there"]),
        *([] if len(parts[0].content) > LITERALS else ["the literals do not come first"]),
    ]
    problems += _readers({index: code[index] for index in code.keys() - gone}, ranges)
    if problems:
        raise OptimizationError("\n".join(["pyodide.asm.wasm is not as it was:", *problems]))
    long = {index for index in gone if len(code[index]) >= SHORT} | _starts(numbers, gone)
    code |= {**dict.fromkeys(long, NO_BODY), numbers[IDLE]: GIVES_BACK}
    for first, before in ranges:
        memory[first:before] = bytes(before - first)
    _cut_docstrings(memory, behind=parts[0])
    data = (part.head + memory[part.address : part.address + len(part.content)] for part in parts)
    return replaced(wasm, {CODE: joined(code.values()), DATA_SECTION: joined(data)})


def _functions(named: Functions, numbers: Mapping[str, int], code: Mapping[int, bytes]) -> range:
    """The numbers of all functions that an entry names, short ones among them."""
    first, last = _ends(numbers.get, named.first, named.last)
    found = range(first, last + 1)
    long = {index for index in found if len(code[index]) >= SHORT}
    _review(named, (name for name, index in numbers.items() if index in long))
    return found


def _starts(numbers: Mapping[str, int], gone: AbstractSet[int]) -> set[int]:
    """What begins a module, however short: a module that begins and cannot go on would be taken for a whole one."""
    return {
        index for name, index in numbers.items() if name.startswith("PyInit_") and index in gone
    }


def _data(named: Data, addresses: Mapping[str, int], memory: bytes) -> Range:
    """From which address to which an entry goes."""

    def address(place: str | bytes) -> int | None:
        if isinstance(place, str):
            return addresses.get(place)
        return memory.find(place) if memory.count(place) == 1 else None

    first, before = _ends(address, named.first, named.before)
    _review(named, (name for name, at in addresses.items() if first <= at < before))
    return first, before


def _readers(kept: Mapping[int, bytes], ranges: Iterable[Range]) -> Iterator[str]:
    """What stays and holds an address of what goes, or a number that nobody looked at and might be one."""
    for index, body in kept.items():
        found = {number_at(each[1], 0)[0] for each in NUMBER.finditer(body)} - NUMBERS
        for number in sorted(found):
            if any(first <= number < before for first, before in ranges):
                yield (
                    f"function {index} may read what is at {number}, which is left out. If that is"
                    " a number like any other, add it to NUMBERS in unreached.py"
                )


def _problems[Named: (Functions, Data)](
    table: Iterable[Named], look: Callable[[Named], None]
) -> Iterator[str]:
    for named in table:
        try:
            look(named)
        except MovedError as problem:
            yield f"{named.what}: {problem}"


def _ends[Place](find: Callable[[Place], int | None], first: Place, last: Place) -> tuple[int, int]:
    found = {place: find(place) for place in (first, last)}
    missing = [repr(place) for place, at in found.items() if at is None]
    if missing:
        raise MovedError(f"{' and '.join(missing)} not there, or there twice")
    start, end = (at or 0 for at in found.values())
    if start >= end:
        raise MovedError(f"{first!r} comes after {last!r}")
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
        memory[text.start(2) : text.end()] = NO_TEXT.ljust(len(text[2]), b"\0")
