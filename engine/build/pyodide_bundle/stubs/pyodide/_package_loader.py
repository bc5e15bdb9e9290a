# ruff: noqa: F401, INP001
# mypy: ignore-errors
"""In the place of Pyodide's loader of packages: there are none, and no network to get them.

The import stays, because a memory that is loaded counts on what Pyodide's own file imports.
"""

from pyodide_js import loadedPackages


class Nowhere:
    """Stands for a folder, in the few words that Pyodide asks of one."""


SITE_PACKAGES = DSO_DIR = Nowhere()


def init_loaded_packages():
    """Tell of no packages."""
