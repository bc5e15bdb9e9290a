# ruff: noqa: A002, INP001, S102, S307
# mypy: ignore-errors
"""In the place of Pyodide's way to run source: its own needs ast, tokenize and textwrap to find the last value.

At its start Pyodide runs imports and a value, with "; " between them; what packs the engine does so too.
"""

from importlib import import_module


def eval_code(source, globals=None):
    """Run all but what stands last, and give the value of that."""
    names = {} if globals is None else globals
    before, _, last = source.rpartition("; ")
    exec(before, names)
    return eval(last, names)


def pyimport_impl(path):
    """Import a module; nobody asks for a name that is in one."""
    return import_module(path)
