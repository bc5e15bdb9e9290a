"""What the engine's own code asks of the rules by their ids."""

import importlib
import pkgutil
from pathlib import Path
from types import FunctionType
from typing import NamedTuple

import poortwachter
from poortwachter.law import ASKED

ENGINE = Path(poortwachter.__file__).parents[1]


class Asking(NamedTuple):
    """A function, where it stands, and the ids that it declared."""

    file: str
    line: int
    function: str
    rules: tuple[str, ...]


def asking() -> list[Asking]:
    """Every function of the engine that declared what it asks for, in all of its modules."""
    for module in pkgutil.walk_packages(poortwachter.__path__, "poortwachter."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return [_asking(each, rules) for each, rules in ASKED.items() if isinstance(each, FunctionType)]


def _asking(function: FunctionType, rules: tuple[str, ...]) -> Asking:
    code = function.__code__
    file = Path(code.co_filename).relative_to(ENGINE).as_posix()
    return Asking(file, code.co_firstlineno, function.__qualname__, rules)
