"""Cells that no spreadsheet takes for a formula, and back again."""

import re

# A formula begins a cell, or stands behind what a spreadsheet may cut the cell at.
BEFORE, FIRST = r"(^|[;,|\t\r\n])(\s*)", r"(?=[=+\-@\t\r＝＋－＠])"
FORMULA = re.compile(BEFORE + FIRST)
APOSTROPHE = re.compile(f"{BEFORE}'{FIRST}")


def harmless(text: str) -> str:
    """The text with an apostrophe before what would begin a formula."""
    return FORMULA.sub(r"\1\2'", text)


def as_it_was(text: str) -> str:
    """The text without those apostrophes."""
    return APOSTROPHE.sub(r"\1\2", text)
