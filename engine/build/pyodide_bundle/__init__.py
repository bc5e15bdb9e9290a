"""Packs the engine and Pyodide for the browser; needed at build only."""
