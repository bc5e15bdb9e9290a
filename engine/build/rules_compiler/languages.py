"""What code itself must know of each language in which the rules are told."""

from collections.abc import Iterator, Mapping

from poortwachter.i18n import LOCALES
from poortwachter.law import LANGUAGES
from rules_compiler.law_words import LAW_WORDS
from rules_compiler.lines import Place
from rules_compiler.numerals import NUMERALS

Known = Mapping[str, Mapping[str, object]]

KNOWN: Mapping[str, Known] = {
    "poortwachter/i18n/locales.py": LOCALES,
    "build/rules_compiler/numerals.py": NUMERALS,
    "build/rules_compiler/law_words.py": LAW_WORDS,
}


def wrong_languages() -> Iterator[tuple[str, str]]:
    """What each file of code lacks of a language: how it writes, or how it types a count."""
    for language in LANGUAGES:
        yield from lacks(language)


def lacks(language: str, files: Mapping[str, Known] = KNOWN) -> Iterator[tuple[str, str]]:
    """What a language lacks that another one has, in each file, with its place there."""
    for file, known in files.items():
        for place, other in _lacking(language, known).items():
            name = ".".join(map(str, (language, *place)))
            yield file, f"{name} is missing (expected because {other} has it)"


def unlike[Said: (str, Place)](told: dict[str, set[Said]]) -> Iterator[tuple[str, Said, str]]:
    """All languages say the same: what one does not say, with the first other that does."""
    for language, own in told.items():
        others = {said: other for other in reversed(told) for said in told[other] - own}
        yield from ((language, said, others[said]) for said in sorted(others))


def _lacking(language: str, known: Known) -> dict[Place, str]:
    """Each place that is missing, and in which other language it is there."""
    own = known.get(language, {})
    others = (other for other in reversed(LANGUAGES) if other in known)
    return {place: other for other in others for place in _beyond(known[other], own)}


def _beyond(there: object, here: object) -> Iterator[Place]:
    """Where something stands that does not stand here; of what is missing as a whole no parts."""
    pairs, own = _parts(there), _parts(here)
    for name, each in pairs.items():
        if name in own:
            yield from ((name, *place) for place in _beyond(each, own[name]))
        else:
            yield (name,)


def _parts(known: object) -> Mapping[str | int, object]:
    if isinstance(known, tuple):
        return dict(enumerate(known, start=1))
    return known if isinstance(known, Mapping) else {}
