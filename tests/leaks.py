"""Every way that is known to get bytes out of a page or a worker, for a test to try."""

from pathlib import Path

# An expression: a function that takes an address to send to, and gives the names of what it tried.
LEAKS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").strip().removesuffix(";")
