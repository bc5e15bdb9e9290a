"""`python -m rules_compiler`: write rules.json, papers.json and guide.json, or say what is wrong."""

import json
import sys
from pathlib import Path

from rules_compiler.book import compiled
from rules_compiler.code import asking
from rules_compiler.pages import Pages
from rules_compiler.shipped import for_engine

ENGINE = Path(__file__).parents[2]
PACKAGE = ENGINE / "poortwachter"


def main() -> int:
    """Compile, and return the exit status."""
    book, problems = compiled(ENGINE / "rules", asking(), Pages.of(ENGINE.parent))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if not problems:
        _write("guide.json", {**book.pop("guide"), "phases": book["phases"]})
        _write("papers.json", book.pop("papers"))
        _write("rules.json", for_engine(book))
    return 1 if problems else 0


def _write(name: str, content: object) -> None:
    """Write what is new: a file that stays the same keeps its time, and make packs nothing again."""
    text, path = json.dumps(content, ensure_ascii=False, separators=(",", ":")), PACKAGE / name
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
