"""Says what does not fit the schema: what was given, what was expected, what to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from jsonschema import ValidationError

from rules_compiler.lines import Place

# What is wrong with a file: where, and a sentence.
Complaint = tuple[Place, str]

LONGEST_ECHO = 60


@dataclass(frozen=True, slots=True)
class Broken:
    """What was `given` where a keyword of the `schema` wanted something else."""

    given: Any
    wanted: Any
    schema: Mapping[str, Any]

    @property
    def echo(self) -> str:
        """What was given, short and on one line."""
        return _echo(self.given)

    @property
    def expected(self) -> str:
        """What the schema says of it, or what holds for all of its type."""
        return str(self.schema.get("description") or TYPES[self.schema["type"]][1])


def complaints(error: ValidationError) -> Iterator[Complaint]:
    """An error of jsonschema in our own words; one error may be about several keys."""
    place = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        place = (*place, str(error.instance))
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    broken, keyword = Broken(error.instance, error.validator_value, schema), str(error.validator)
    if keyword in OF_PARTS:
        yield from (((*place, part), told) for part, told in OF_PARTS[keyword](broken))
    else:
        yield place, SENTENCES[keyword](broken)


def nearest(given: object, names: Iterable[str]) -> str:
    """The beginning of a hint, such as `did you mean strength? `, or nothing."""
    found = get_close_matches(str(given), names, n=1)
    return f"did you mean {found[0]}? " if found else ""


def options(given: object, names: Iterable[str]) -> str:
    """A whole hint for something that must be one of a list."""
    known = [*names]
    return f"{nearest(given, known)}expected one of {', '.join(known)}"


def _echo(given: object) -> str:
    if given is None:
        return "nothing"
    text = " ".join(str(given).split())
    return text if len(text) <= LONGEST_ECHO else f"{text[:LONGEST_ECHO]}…"


def _missing(broken: Broken) -> Iterator[tuple[str, str]]:
    needed = ", ".join(broken.wanted)
    for key in broken.wanted:
        if key not in broken.given:
            yield key, f"is missing (needed here: {needed})"


def _unknown(broken: Broken) -> Iterator[tuple[str, str]]:
    known = broken.schema["properties"]
    for key in broken.given:
        if key not in known:
            yield str(key), f"is not a key that can stand here ({options(key, known)})"


def _needs_another(broken: Broken) -> Iterator[tuple[str, str]]:
    for key, needed in broken.wanted.items():
        for other in needed:
            if key in broken.given and other not in broken.given:
                yield key, f"says nothing without {other} (add {other}, or take {key} out)"


def _repeated(broken: Broken) -> Iterator[tuple[int, str]]:
    for i, item in enumerate(broken.given):
        if item in broken.given[:i]:
            yield i, f"{_echo(item)} stands in this list twice (expected once; take one out)"


TYPES = {
    "integer": ("a whole number", "a number such as 6, without quotes"),
    "string": ("text", "text; put a number in quotes"),
    "array": ("a list", "a list: [a, b], or lines that begin with -"),
    "object": ("a block of keys", "lines with a key, a colon and a value"),
}

# What to say of a value, for each keyword of the schema that it can break.
SENTENCES: dict[str, Callable[[Broken], str]] = {
    "type": lambda it: f"{it.echo} is not {TYPES[it.wanted][0]} (expected {it.expected})",
    "enum": lambda it: f"{it.echo} is not in the list ({options(it.given, it.wanted)})",
    "const": lambda it: f"{it.echo} cannot stand here (expected {it.wanted})",
    "pattern": lambda it: f"{it.echo} is not well formed (expected {it.expected})",
    "format": lambda it: f"{it.echo} is not a date that exists (expected {it.expected})",
    "minimum": lambda it: f"{it.echo} is too low (expected {it.wanted} or more)",
    "minLength": lambda _: "is empty (expected text)",
    "maxLength": lambda it: f"{it.echo} is too long (expected {it.wanted} letters or fewer)",
    "maximum": lambda it: f"{it.echo} is too high (expected {it.wanted} or less)",
    "maxItems": lambda it: f"holds {len(it.given)} (expected {it.wanted} or fewer)",
    "maxProperties": lambda it: f"holds {len(it.given)} (expected {it.wanted} or fewer)",
    "minProperties": lambda it: f"is empty (expected {it.expected})",
    # Of a key that may not be there: it has no value that fits.
    "not": lambda _: "is not a key that can stand here (take it out)",
    "minItems": lambda it: f"is empty (expected {it.wanted} or more)",
}

# What to say of the keys or items inside a value.
OF_PARTS: dict[str, Callable[[Broken], Iterator[tuple[str | int, str]]]] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "dependentRequired": _needs_another,
    "uniqueItems": _repeated,
}
