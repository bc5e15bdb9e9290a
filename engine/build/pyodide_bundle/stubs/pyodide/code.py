# ruff: noqa: INP001
"""In the place of ways to run source and to call loosely: Pyodide imports it, and nothing here asks it anything."""
