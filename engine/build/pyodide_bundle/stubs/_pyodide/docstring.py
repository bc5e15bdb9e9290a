# ruff: noqa: INP001
# mypy: ignore-errors
"""In the place of what describes Pyodide's functions to who programs: its own needs inspect, ast and dis."""


def get_cmeth_docstring(_):
    """Describe nothing."""
    return ""
