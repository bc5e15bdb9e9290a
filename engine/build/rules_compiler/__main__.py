"""`python -m rules_compiler [--own FOLDER]`: write rules.json, papers.json and guide.json, or say what is wrong."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from own_layer import Compiled, laid_over
from rules_compiler.book import compiled
from rules_compiler.code import asking
from rules_compiler.pages import Pages
from rules_compiler.shipped import for_engine

ENGINE = Path(__file__).parents[2]
PACKAGE = ENGINE / "poortwachter"


def main() -> int:
    """Compile, and return the exit status."""
    parser = ArgumentParser(prog="python -m rules_compiler")
    parser.add_argument("--own", type=Path, help="the folder of an organisation's own layer")
    own = parser.parse_args().own
    book, problems = compiled(ENGINE / "rules", asking(), Pages.of(ENGINE.parent))
    return _told(problems) or _written(book, own)


def _told(problems: list[str]) -> int:
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


def _written(book: dict[str, Any], own: Path | None) -> int:
    papers = book.pop("papers")
    guide = {**book.pop("guide"), "phases": book["phases"]}
    found = Compiled(for_engine(book), guide)
    found, problems = laid_over(own, found) if own else (found, [])
    if not problems:
        _write("guide.json", found.guide)
        _write("papers.json", papers)
        _write("rules.json", found.rules)
    return _told(problems)


def _write(name: str, content: object) -> None:
    """Write what is new: a file that stays the same keeps its time, and make packs nothing again."""
    text, path = json.dumps(content, ensure_ascii=False, separators=(",", ":")), PACKAGE / name
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
