"""Our scripts as a page gets them: with what they import, and without comments."""

from pathlib import Path

from pyodide_bundle.node import npm_file, run_node


def bundled(script: Path) -> bytes:
    """Put a script and all that it imports into one classic script."""
    return _built(script, "--bundle", "--format=iife")


def without_comments(script: Path) -> bytes:
    """Leave a module as it is, but for its comments."""
    return _built(script, "--format=esm")


def _built(script: Path, *how: str) -> bytes:
    return run_node(npm_file("esbuild/bin/esbuild"), script, "--log-level=warning", *how).encode()
