# ruff: noqa: INP001
# mypy: ignore-errors
"""In the place of types for functions of JavaScript, which nothing here has: its own needs inspect and typing.

The signature is that of a function of which no types are told, as Pyodide's own makes it.
"""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default

no_default = object()


def _untyped(*args, **kwargs):
    """Stand for any function."""


default_signature = JsFuncSignature(
    _untyped, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)
