"""By which words a sentence speaks of law in each language: such a sentence says where that stands."""

from collections.abc import Mapping

LAW_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {"law": r"\b(wet|wettelijke?|artikel|verplicht|recht op|recht om)\b"},
    "en": {"law": r"\b(the law|legal|article|obliged|entitled|right to)\b"},
}
