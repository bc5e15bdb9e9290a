"""Puts what each translation says beside the Dutch, so that whatever comes after finds all languages.

Dutch, the language of the law, stands with what it tells. Each other language has files of its own,
`translations/<language>/rules.yaml`, `sentences.yaml` and `papers.yaml`. What is wrong with words is told
where they came from.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from poortwachter.i18n import DUTCH
from poortwachter.law import LANGUAGES
from rules_compiler.complaints import nearest
from rules_compiler.source import Source
from rules_compiler.spots import PAPERS, RULES, SENTENCES, Spot, dutch_of, spots

FOLDER = "translations"
# What each file of a translation is in the schema.
KINDS = {RULES: "translated_rules", SENTENCES: "messages", PAPERS: "translated_papers"}
# Under a heading of a translation: a rule, a phase, a sentence.
Name = tuple[str, str]


def put_together(source: Source, dutch: Mapping[str, Any], names: Iterable[Name]) -> set[str]:
    """Add the words of every translation to what was read in Dutch.

    Args:
        source: reads the translations, and keeps what is wrong with them.
        dutch: the content of each file by its path, or None of one that cannot be read.
        names: the headings and ids of all rules and papers, also of those that cannot be read.

    Returns:
        Which of these files lack words in a language, or have some that cannot be used.
    """
    found = [*spots(dutch)]
    read = [Translation(source, language) for language in _others()]
    lacking = {spot.file for each in read for spot in found if not each.has(spot)}
    known = {*names} | {spot.translated_at for spot in found}
    for each in read:
        each.tell_strangers(known, dutch)
    for spot in found:
        _gather(source, dutch[spot.file], spot, read)
    return lacking


def translations() -> list[str]:
    """The files of all translations, by their paths within the rules."""
    return [f"{FOLDER}/{language}/{name}" for language in _others() for name in KINDS]


class Translation:
    """The words of one language; None where a file of it cannot be read."""

    def __init__(self, source: Source, language: str) -> None:
        self.source, self.language = source, language
        self._contents = {name: self._read(name) for name in KINDS}

    def file(self, name: str) -> str:
        """The path of one of its files within the rules."""
        return f"{FOLDER}/{self.language}/{name}"

    def words(self, spot: Spot) -> Any:
        """What it says of a spot, or None."""
        heading, name = spot.translated_at
        entries = _block(_block(self._contents[spot.translated_in]).get(heading))
        return entries.get(name)

    def has(self, spot: Spot) -> bool:
        """Whether its words can be used; where there are none, that is told."""
        file, content = self.file(spot.translated_in), self._contents[spot.translated_in]
        if content is None or self.source.is_wrong(file, spot.translated_at):
            return False
        if self.words(spot) is None:
            # Of a heading that is missing as a whole no names.
            place = (
                spot.translated_at if spot.translated_at[0] in content else spot.translated_at[:1]
            )
            told = f"is missing (expected because {spot.file} has it in Dutch; translate it)"
            self.source.wrong(file, place, told)
            return False
        return True

    def tell_strangers(self, known: set[Name], dutch: Mapping[str, Any]) -> None:
        """Tell words of what Dutch does not have: a rule that was renamed, or a slip in a name."""
        for file, content in self._contents.items():
            for place in _names(content):
                of = dutch_of(file, place[0])
                if place not in known and (of is None or dutch[of] is not None):
                    self.source.wrong(self.file(file), place, _stranger(place, known))

    def _read(self, name: str) -> Any:
        """A file as far as it can be read."""
        file = self.file(name)
        if not (self.source.folder / file).exists():
            told = (
                "is missing (expected the words that other languages have in a file of this name)"
            )
            self.source.wrong(file, (), told)
            return None
        content = self.source.read(file, KINDS[name])
        return self.source.broken.get(file) if content is None else content


def _others() -> list[str]:
    return [language for language in LANGUAGES if language != DUTCH]


def _block(content: Any) -> Mapping[str, Any]:
    return content if isinstance(content, Mapping) else {}


def _names(content: Any) -> Iterator[Name]:
    for heading, entries in _block(content).items():
        yield from ((heading, str(name)) for name in _block(entries))


def _stranger(place: Name, known: set[Name]) -> str:
    heading, name = place
    near = nearest(name, sorted(other for of, other in known if of == heading))
    hint = f"{near}expected a name that stands there too; take it out, or write the Dutch first"
    return f"stands in no Dutch file ({hint})"


def _gather(source: Source, content: Any, spot: Spot, read: list[Translation]) -> None:
    """Put the words of a spot together, and remember where each came from."""
    *way, last = spot.place
    for key in way:
        content = content[key]
    told = content[last]
    words = {each.language: each.words(spot) for each in read}
    # Also words of a rule that break the schema, for what else is wrong with them is told too.
    usable = {language: each for language, each in words.items() if isinstance(each, type(told))}
    if last == DUTCH:
        _insert(content, usable)
    else:
        content[last] = {DUTCH: told, **usable}
    source.move(spot.file, spot.together(DUTCH), spot.file, spot.place)
    for each in read:
        file = each.file(spot.translated_in)
        source.move(spot.file, spot.together(each.language), file, spot.translated_at)


def _insert(content: dict[str, Any], words: Mapping[str, Any]) -> None:
    """Let the other languages follow Dutch, as they would if they stood in one file."""
    for key in [*content]:
        content[key] = content.pop(key)
        if key == DUTCH:
            content.update(words)
