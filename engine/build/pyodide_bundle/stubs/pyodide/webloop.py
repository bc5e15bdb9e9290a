# ruff: noqa: F401, INP001, PLC0415
# mypy: ignore-errors
"""In the place of Pyodide's event loop: nothing in the engine waits.

The two imports stay, because a memory that is loaded counts on what Pyodide's own file imports.
"""

from pyodide_js._api import scheduleCallback


def _initialize_event_loop():
    from pyodide_js._api import config
