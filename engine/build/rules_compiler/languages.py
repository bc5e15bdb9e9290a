"""What code itself must know of each language in which the rules are told."""

from collections.abc import Iterator

from poortwachter.i18n import LOCALES
from poortwachter.law import LANGUAGES
from rules_compiler.typed_counts import PATTERNS

KNOWN = {
    "poortwachter/i18n/locales.py": LOCALES.keys(),
    "build/rules_compiler/typed_counts.py": PATTERNS.keys(),
}


def wrong_languages() -> Iterator[tuple[str, str]]:
    """Languages that code cannot write, or in which it would not see a count that is typed."""
    for file, known in KNOWN.items():
        for language in LANGUAGES:
            if language not in known:
                yield file, f"{language} is missing (expected because LANGUAGES of law/ has it)"
