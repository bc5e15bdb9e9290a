"""Where the rules hold words: in which Dutch file, and under which heading each translation has them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from poortwachter.i18n import DUTCH
from rules_compiler.lines import Place

# The files of a translation.
RULES, SENTENCES, PAPERS = "rules.yaml", "sentences.yaml", "papers.yaml"
# The folder of the papers, and their heading in a translation.
OF_PAPERS = "papers"


class Spot(NamedTuple):
    """Where Dutch words stand, and in which file and at which place a translation has its own."""

    file: str
    place: Place
    translated_in: str
    translated_at: tuple[str, str]

    def together(self, language: str) -> Place:
        """Where the words of a language stand once all stand together: beside `nl`, or below."""
        return (*(self.place[:-1] if self.place[-1] == DUTCH else self.place), language)


def spots(dutch: Mapping[str, Any]) -> Iterator[Spot]:
    """All words of the Dutch files that can be read, by their paths within the rules."""
    for file, content in dutch.items():
        if content is not None:
            yield from SPOTS.get(file, _rule)(file, content)


def dutch_of(translated_in: str, heading: str) -> str | None:
    """The Dutch file that has what stands under a heading; each rule or paper has one of its own."""
    return "messages.yaml" if translated_in == SENTENCES else OF_HEADING.get(heading)


def _rule(file: str, rule: Any) -> Iterator[Spot]:
    if isinstance(rule, Mapping) and DUTCH in rule:
        path = PurePosixPath(file)
        is_paper = path.parent.name == OF_PAPERS
        heading, translated_in = (OF_PAPERS, PAPERS) if is_paper else ("rules", RULES)
        yield Spot(file, (DUTCH,), translated_in, (heading, path.stem))


def _phases(file: str, index: Mapping[str, Any]) -> Iterator[Spot]:
    for i, phase in enumerate(index["phases"]):
        yield Spot(file, ("phases", i, DUTCH), RULES, ("phases", phase["id"]))


def _parts(file: str, report: Mapping[str, Any]) -> Iterator[Spot]:
    for i, part in enumerate(report["parts"]):
        yield Spot(file, ("parts", i, DUTCH), RULES, ("report", part["letter"]))


def _entries(file: str, entries: Mapping[str, Any]) -> Iterator[Spot]:
    for name in entries:
        yield Spot(file, (name, WORDS_OF[file]), RULES, (PurePosixPath(file).stem, name))


def _sentences(file: str, groups: Mapping[str, Any]) -> Iterator[Spot]:
    for kind, group in groups.items():
        yield from (Spot(file, (kind, name), SENTENCES, (kind, name)) for name in group)


# Which key of each entry holds its words; the heading has the name of the file.
WORDS_OF = {
    "figures.yaml": "means",
    "constants.yaml": "means",
    "changes.yaml": "what",
    "laws.yaml": "read",
}
SPOTS: Mapping[str, Callable[[str, Any], Iterator[Spot]]] = {
    "index.yaml": _phases,
    "report.yaml": _parts,
    "messages.yaml": _sentences,
    **dict.fromkeys(WORDS_OF, _entries),
}
OF_HEADING = {
    "phases": "index.yaml",
    "report": "report.yaml",
    **{PurePosixPath(file).stem: file for file in WORDS_OF},
}
