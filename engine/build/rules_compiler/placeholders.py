"""Checks texts with values between braces, which the engine or the compiler fills in."""

from collections.abc import Collection, Iterator, Mapping
from string import Formatter

from rules_compiler.complaints import Complaint, options
from rules_compiler.holes import is_hole
from rules_compiler.languages import unlike
from rules_compiler.lines import Place

Texts = Mapping[str, Mapping[str, str]]


def wrong_messages(groups: Mapping[str, Texts], known: Collection[str]) -> Iterator[Complaint]:
    """Sentences with a value that is not `known`, or that only one language names."""
    for kind, group in groups.items():
        for name, sentence in group.items():
            place = (kind, name)
            faults = [
                fault
                for language, text in sentence.items()
                for fault in _wrong_values((*place, language), text, known)
            ]
            yield from faults or _unlike(place, sentence)


def wrong_addresses(laws: Texts) -> Iterator[Complaint]:
    """Addresses of laws in which something else than the article is to be filled in."""
    for name, law in laws.items():
        yield from _wrong_values((name, "url"), law["url"], ["article"])


def _wrong_values(place: Place, text: str, known: Collection[str]) -> Iterator[Complaint]:
    try:
        unknown = sorted(name for name in _values(text) - set(known) if not is_hole(name))
    except ValueError as error:
        yield place, f"{error} (expected each value between two braces, such as {{day}})"
        return
    for name in unknown:
        yield place, f"{{{name}}} is not a value that can be filled in ({options(name, known)})"


def _unlike(place: Place, sentence: Mapping[str, str]) -> Iterator[Complaint]:
    """All languages say the same, so they name the same values."""
    values = {language: _values(text) for language, text in sentence.items()}
    for language, name, other in unlike(values):
        if not is_hole(name):
            yield (*place, language), f"{{{name}}} is missing (expected because {other} has it)"


def _values(text: str) -> set[str]:
    """What stands between braces; with a form, such as {day:>9}, it is no value that is known."""
    return {
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None
    }
