"""How the engine stands: arrows point down, and what it asks of the rules is declared."""

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import poortwachter
from poortwachter.law import asked_by, load

PACKAGE = Path(poortwachter.__file__).parent
FLOORS = (
    "law",
    "i18n",
    "case",
    "timeline",
    "answer",
    "render",
    "papers",
    "selfcheck",
    "caseload",
    "integrations",
    "cli",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)
ROOT = PACKAGE.parents[1]
OUTSIDE = [
    path
    for room in ("engine/browser", "engine/build", "macros", "tests")
    for path in sorted((ROOT / room).rglob("*.py"))
]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def upwards(floor: str, modules: Iterator[str]) -> list[str]:
    """What a file on this floor may not import."""
    own = [f"poortwachter.{each}" for each in FLOORS[: FLOORS.index(floor) + 1]]
    return [
        module
        for module in modules
        if module.startswith("poortwachter") and ".".join(module.split(".")[:2]) not in own
    ]


def test_every_module_stands_on_a_floor() -> None:
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} == set(FLOORS[:-1])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_arrow_points_upwards(path: Path) -> None:
    assert upwards(path.relative_to(PACKAGE).parts[0], _imported(text(path))) == []


def test_an_arrow_upwards_would_be_seen() -> None:
    assert upwards("law", iter(["datetime", "poortwachter.i18n.locales", "poortwachter"])) == [
        "poortwachter.i18n.locales",
        "poortwachter",
    ]


def brought_along(source: str) -> set[str]:
    """What a module imports that comes with neither Python nor the engine."""
    packages = {module.split(".")[0] for module in _imported(source)}
    return packages - sys.stdlib_module_names - {"poortwachter"}


def test_the_engine_needs_python_alone_but_for_what_runs_inside_others() -> None:
    found = {path: brought_along(text(path)) for path in PACKAGE.rglob("*.py")}
    assert {path.parent.name for path, names in found.items() if names} == {"integrations"}


def test_what_is_brought_along_would_be_seen() -> None:
    source = "import json\nfrom dask.bag import Bag\nfrom poortwachter.law import load\n"
    assert brought_along(source) == {"dask"}


def past_the_names(source: str) -> set[str]:
    """Modules of the engine that a file outside imports past the names of their floor."""
    doors = {"poortwachter", *(f"poortwachter.{floor}" for floor in FLOORS)}
    modules = {each for each in _imported(source) if each.split(".")[0] == "poortwachter"}
    return modules - doors


def test_nothing_outside_reaches_past_the_names_of_a_floor() -> None:
    assert {name for path in OUTSIDE for name in past_the_names(text(path))} == set()


def test_reaching_past_the_names_would_be_seen() -> None:
    source = "from poortwachter.law import load\nimport poortwachter.law.rulebook\n"
    assert past_the_names(source) == {"poortwachter.law.rulebook"}


@pytest.mark.parametrize("floor", FLOORS[:-1])
def test_a_floor_names_what_others_use_and_no_more(floor: str) -> None:
    names = importlib.import_module(f"poortwachter.{floor}").__all__
    asked = {
        name.name
        for path in OUTSIDE
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.ImportFrom) and node.module == f"poortwachter.{floor}"
        for name in node.names
    }
    assert asked == set(names)


def undeclared(source: str, declared: dict[str, set[str]]) -> dict[str, set[str]]:
    """Ids of rules in a module that no `asks` of the function around them names.

    `declared` are the ids of each function; what a function calls counts for it too.
    """
    found: dict[str, set[str]] = {}
    for node in ast.parse(source).body:
        name = getattr(node, "name", "")
        used = _ids(node) | _through_calls(node, declared)
        if used - declared.get(name, set()):
            found[name] = used - declared.get(name, set())
    return found


def _ids(node: ast.AST) -> set[str]:
    values = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return {value for value in values if isinstance(value, str) and value in load().rules}


def _through_calls(node: ast.AST, declared: dict[str, set[str]]) -> set[str]:
    if not isinstance(node, ast.FunctionDef):
        return set()
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    # To make a class is not to call its methods.
    names = [call.id for call in calls if isinstance(call, ast.Name) and call.id.islower()]
    return set().union(*(declared.get(each, set()) for each in names))


def asked_in(module: ModuleType) -> dict[str, set[str]]:
    """What each function, and each class by its methods, declared."""
    found = {}
    for name, value in vars(module).items():
        methods = [*vars(value).values()] if isinstance(value, type) else []
        functions = [each for each in [value, *methods] if isinstance(each, FunctionType)]
        found[name] = set().union(*map(asked_by, functions))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_rule_that_code_names_is_declared(path: Path) -> None:
    name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    declared = asked_in(importlib.import_module(name))
    assert undeclared(text(path), declared) == {}


def test_a_rule_that_is_not_declared_would_be_seen() -> None:
    source = (
        'def helper(known):\n    return known.deadline("wia-aanvraag")\n\n'
        "def kind(term, known):\n    return helper(known)\n"
    )
    assert undeclared(source, {}) == {"helper": {"wia-aanvraag"}}
    assert undeclared(source, {"helper": {"wia-aanvraag"}}) == {"kind": {"wia-aanvraag"}}
    both = {"helper": {"wia-aanvraag"}, "kind": {"wia-aanvraag"}}
    assert undeclared(source, both) == {}
