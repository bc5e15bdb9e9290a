"""Leave out of the interpreter what nothing here can reach: C libraries and modules never shipped, and their tables.

Their functions keep their places and lose their bodies, so every number in the file stays right.
Whoever does call one stops with an error, and never goes on with a wrong answer. Their tables become
zeros: only those functions read them.
What the interpreter offers to libraries that are loaded later loses its name: there are none, and
handing out thousands of names takes a quarter of the start.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pyodide_bundle.node import OptimizationError
from pyodide_bundle.wasm_file import (
    CODE,
    DATA,
    EXPORTS,
    FUNCTION,
    IMPORTS,
    Export,
    Segment,
    bodies,
    exports,
    imported_functions,
    joined,
    section,
    sections,
    segments,
)


@dataclass(frozen=True, slots=True)
class Unreached:
    """All functions from one exported name up to another, and how the names among them begin."""

    first: str
    before: str
    names: tuple[str, ...]


def modules(*names: str, before: str) -> Unreached:
    """Modules of Python written in C, in the order of the linker; what a module calls follows it."""
    found = tuple(f"PyInit_{name}" for name in names)
    return Unreached(found[0], before, found)


LIBRARIES = Unreached(
    "lzma_version_number",
    "_tr_init",
    (
        *("lzma_", "sqlite3"),
        # Zstandard
        *("ZSTD_", "ZSTDMT_", "ZDICT_", "HUF_", "FSE_", "HIST_", "COVER_", "POOL_"),
        *("ERR_getErrorString", "divsufsort", "divbwt"),
        # bzip2 and zlib
        *("BZ2_", "inflate", "deflate", "compress", "crc32_", "adler32_", "gz"),
        # OpenGL
        *("emscripten_GetProcAddress", "emscripten_webgl", "_webgl"),
    ),
)
UNREACHED = (
    LIBRARIES,
    modules(
        *("_ctypes", "_posixsubprocess", "_bz2", "zlib", "_hmac", "_sqlite3", "_lzma", "_zstd"),
        before="PyInit_array",
    ),
    modules("_lsprof", "_pickle", "_queue", before="PyInit__random"),
    modules("_remote_debugging", before="PyInit__struct"),
    modules("_zoneinfo", before="PyInit_math"),
    modules("cmath", "_statistics", "_decimal", before="PyInit_binascii"),
    modules(
        *("_md5", "_sha1", "_sha2", "_sha3", "_blake2", "pyexpat", "_elementtree"),
        *("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
        *("_multibytecodec", "unicodedata", "fcntl", "mmap", "select", "_socket", "termios"),
        # Of Python's tests.
        *("xxsubtype", "_xxtestfuzz", "_testbuffer", "_testinternalcapi", "_testcapi"),
        *("_testlimitedcapi", "_testclinic"),
        before="PyUnstable_AtExit",
    ),
)


@dataclass(frozen=True, slots=True)
class Tables:
    """What only unreached functions read: from one text, which is theirs too, up to another, which is not.

    The linker keeps the order of files for data as for functions; a text that stands there twice, or not
    at all, tells that it is another file.
    """

    what: str
    first: bytes
    before: bytes


TABLES = (
    Tables(
        "Chinese, Japanese and Korean encodings; names and forms of all characters",
        b"_setevents($self, events_queue, ",
        b"fcntl($module, fd, cmd, ",
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
    found = {kind: (start, end) for kind, start, end in sections(wasm)}
    named = list(exports(wasm, found[EXPORTS][0]))
    first = imported_functions(wasm, found[IMPORTS][0])
    code = dict(enumerate(bodies(wasm, found[CODE][0]), start=first))
    gone = {index for each in UNREACHED for index in _cut(each, named, code)}
    changed = {
        EXPORTS: joined(
            each.content
            for each in named
            if each.name not in unasked and not each.name.startswith(CPP)
        ),
        CODE: joined(NO_BODY if index in gone else body for index, body in code.items()),
        DATA: _without_tables(wasm, found[DATA][0]),
    }
    return wasm[:8] + b"".join(
        section(kind, changed.get(kind, wasm[start:end])) for kind, start, end in sections(wasm)
    )


def _cut(unreached: Unreached, named: list[Export], code: Mapping[int, bytes]) -> set[int]:
    """Number the functions that lose their body; a name of no known library among them stops it."""
    number = {each.name: each.index for each in named if each.kind == FUNCTION}
    cut = {index for index in _between(unreached, number) if len(code[index]) >= SHORT}
    strangers = {
        name for name in number if number[name] in cut and not name.startswith(unreached.names)
    }
    if strangers:
        raise OptimizationError(
            f"pyodide.asm.wasm has {', '.join(sorted(strangers))}"
            f" between {unreached.first} and {unreached.before}, where strip_wasm.py leaves out"
            f" {', '.join(unreached.names)}. If nothing here can reach them, add their names"
            " to UNREACHED; if something can, give it other ends"
        )
    return cut


def _between(unreached: Unreached, number: Mapping[str, int]) -> range:
    missing = {unreached.first, unreached.before} - number.keys()
    if missing:
        raise OptimizationError(
            f"pyodide.asm.wasm exports no {', '.join(sorted(missing))}: look at strip_wasm.py again"
        )
    return range(number[unreached.first], number[unreached.before])


def _without_tables(wasm: bytes, at: int) -> bytes:
    """The data of the file with zeros in the place of all tables."""
    parts = list(segments(wasm, at))
    places = [(_place(parts, each.first), _place(parts, each.before)) for each in TABLES]

    def is_cut(address: int) -> bool:
        return any(first <= address < before for first, before in places)

    return joined(
        each.head + (bytes(len(each.content)) if is_cut(each.address) else each.content)
        for each in parts
    )


def _place(parts: list[Segment], text: bytes) -> int:
    """The address of what holds a text; there must be one."""
    found = [each.address for each in parts if text in each.content]
    if len(found) != 1:
        raise OptimizationError(
            f"pyodide.asm.wasm holds {text.decode()} {len(found)} times: look at TABLES of strip_wasm.py again"
        )
    return found[0]
