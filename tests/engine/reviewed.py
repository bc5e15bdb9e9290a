"""What was reviewed by eye, kept as a file: what comes out now is the same, or GOLDEN=write writes it anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden")


def compare(path: Path, text: str) -> None:
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
