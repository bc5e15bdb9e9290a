"""The views of an answer, of two, and of many cases as TypeScript: the page's scripts are checked against what Python gives.

`python -m view_types` writes it anew; a test holds the file against the types of Python.
"""

from collections.abc import Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from poortwachter.caseload import CalendarView, FileView, ListView, TableView
from poortwachter.render import ComparisonView
from poortwachter.selfcheck import BlocksView, DocumentView, PageView, PaperView

FILE = Path(__file__).parents[2] / "overrides" / "scripts" / "zelfcheck" / "view.d.ts"
HEADING = "// Made by `python -m view_types` of the types in engine/poortwachter/; do not edit.\n"
WIDEST = 120

VIEWS = (
    PageView,
    PaperView,
    BlocksView,
    DocumentView,
    ComparisonView,
    TableView,
    ListView,
    CalendarView,
    FileView,
)

SIMPLE: dict[object, str] = {str: "string", int: "number", bool: "boolean", NoneType: "null"}


def declarations() -> str:
    """An interface for each TypedDict, those within others first."""
    found: dict[str, Any] = {}
    for view in VIEWS:
        _collect(view, found)
    return HEADING + "".join(f"\n{_interface(each)}" for each in found.values())


def _collect(kind: Any, found: dict[str, Any]) -> None:
    if is_typeddict(kind):
        for part in get_type_hints(kind).values():
            _collect(part, found)
        found.setdefault(kind.__name__, kind)
    for part in get_args(kind):
        _collect(part, found)


def _interface(kind: Any) -> str:
    # A TypedDict without a sentence of its own has that of dict.
    said = "" if kind.__doc__ == dict.__doc__ or not kind.__doc__ else f"/** {kind.__doc__} */\n"
    lines = (
        _property(name, part) for name, part in get_type_hints(kind, include_extras=True).items()
    )
    return f"{said}export interface {kind.__name__} {{\n{''.join(lines)}}}\n"


def _property(name: str, kind: Any) -> str:
    optional = "?" if get_origin(kind) is NotRequired else ""
    options = written(*get_args(kind)) if optional else written(kind)
    line = f"  {name}{optional}: {' | '.join(options)};\n"
    if len(line) <= WIDEST:
        return line
    return f"  {name}{optional}:\n" + "\n".join(f"    | {each}" for each in options) + ";\n"


def written(kind: Any) -> list[str]:
    """What a value may be, each written as TypeScript does."""
    if get_origin(kind) is Literal:
        return [f'"{value}"' for value in get_args(kind)]
    if get_origin(kind) in {Union, UnionType}:
        return [option for part in get_args(kind) for option in written(part)]
    return [_one(kind)]


def _one(kind: Any) -> str:
    if get_origin(kind) is list:
        options = written(*get_args(kind))
        return f"({' | '.join(options)})[]" if len(options) > 1 else f"{options[0]}[]"
    if get_origin(kind) is Mapping:
        key, value = get_args(kind)
        return f"Record<{' | '.join(written(key))}, {' | '.join(written(value))}>"
    if is_typeddict(kind):
        return str(kind.__name__)
    if kind not in SIMPLE:
        raise TypeError(f"{kind} has no name in TypeScript (expected one of {[*SIMPLE]})")
    return SIMPLE[kind]


def main() -> None:
    """Write the file anew."""
    FILE.write_text(declarations(), encoding="utf-8")


if __name__ == "__main__":
    main()
