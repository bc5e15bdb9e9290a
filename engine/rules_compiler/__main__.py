"""`python -m rules_compiler`: write engine/poortwachter/rules.json, or say what is wrong."""

import json
import sys
from pathlib import Path

from rules_compiler.book import compiled

PACKAGE = Path(__file__).parents[1] / "poortwachter"


def main() -> int:
    """Compile, and return the exit status."""
    book, problems = compiled(PACKAGE / "rules")
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if not problems:
        text = json.dumps(book, ensure_ascii=False, separators=(",", ":"))
        (PACKAGE / "rules.json").write_text(text, encoding="utf-8")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
