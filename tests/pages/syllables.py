"""How many syllables a word has, in each language."""

import re

from pyphen import Pyphen  # type: ignore[import-untyped]

from poortwachter.i18n import DUTCH

HYPHENS = Pyphen(lang="nl")

# English: its hyphens stand elsewhere than between syllables, so vowels are counted that stand together, ...
VOWELS = re.compile(r"[aeiou]+|(?<![aeiou])y(?![aeiou])")
# ... but for an e that nobody hears, ...
SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouylr]l)e$"
    r"|(?<=[^aeiouysxzcg])(?<![^aeiouylr]l)(?<![cs]h)es$"
    r"|(?<=[^aeiouytd])ed$"
    r"|(?<=[a-z][^aeiouyl])e(?=ly$|ments?$|times$|thing$|where$|fore$|ty$|ful|less)"
    r""
)
# ... and with those that stand together and are heard apart.
APART = re.compile(
    r"(?<![cgstx])i(?=a|o|u[sm])|i(?=et|en[ct])|e(?=o[lr])|(?<=[aeiou])ing$|(?<=[^s])ea$"
    r"|(?<!q)u(?=a(?!r)|ou|en)|(?<=cr)ea(?=t)"
)


def syllables(word: str, language: str = DUTCH) -> int:
    count = _english if language == "en" else _dutch
    return sum(map(count, word.lower().split("-")))


def _dutch(part: str) -> int:
    """Counts where hyphens may stand; none leaves a vowel alone, so each part starts with a `b`."""
    return len(HYPHENS.positions(f"b{part}")) + 1


def _english(part: str) -> int:
    letters = re.sub(r"['’]s?$", "", part)
    heard = len(VOWELS.findall(letters)) + len(APART.findall(letters))
    return max(1, heard - len(SILENT.findall(letters)))
