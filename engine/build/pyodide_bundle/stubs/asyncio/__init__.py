# mypy: ignore-errors
"""In the place of asyncio: Pyodide imports it at every start, and uses it for promises only."""
