"""Which column is which, and which are not read at all: what a list of cases never needs."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from poortwachter.caseload.accents import without_accents
from poortwachter.caseload.fields import REF, fields
from poortwachter.caseload.presets import PresetId, presets
from poortwachter.caseload.table import Table
from poortwachter.i18n.locales import LOCALES
from poortwachter.i18n.messages import phrase
from poortwachter.law.references import asks
from poortwachter.law.rulebook import load

Reason = Literal["name", "bsn", "birth", "cause", "comment"]

# What betrays a column that is never read: a part of its header, or a whole word of it.
REFUSED_PARTS: Mapping[Reason, tuple[str, ...]] = {
    "bsn": ("bsn", "burgerservice", "sofinummer", "socialsecurity", "nationalid"),
    "birth": ("geboorte", "geboren", "gebdat", "birth"),
    "comment": ("comment", "opmerking", "notitie", "toelichting", "remark", "omschrijving"),
    "cause": (
        *("oorzaak", "cause", "reden", "reason", "diagnos", "klacht", "symptom", "beperking"),
        *("ziektebeeld", "medisch", "medical", "rdnend", "absencetype", "verzuimsoort"),
    ),
    "name": ("naam", "name", "voorletter", "initial", "tussenvoegsel"),
}
REFUSED_WORDS: Mapping[str, Reason] = {
    "ssn": "bsn",
    "dob": "birth",
    "aard": "cause",
    "icd": "cause",
    "cas": "cause",
    "memo": "comment",
    "note": "comment",
    "notes": "comment",
    "bijzonderheden": "comment",
    "werknemer": "name",
    "medewerker": "name",
    "employee": "name",
    "person": "name",
    "persoon": "name",
}
# A number of somebody is no name.
NUMBERS = frozenset({"id", "nr", "no", "nummer", "number"})

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
BRACKETS = re.compile(r"\([^)]*\)")


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        n: its number; the first is 1.
        header: what stands above it.
        field: the id of what it holds; empty: it is not read.
        refused: why it is never read.
        is_double: whether a column before it holds the same, so that this one is not read.
        is_preset: whether its program says what it holds.
    """

    n: int
    header: str
    field: str = ""
    refused: Reason | None = None
    is_double: bool = False
    is_preset: bool = False


@asks(presets)
def preset_of(table: Table) -> PresetId | None:
    """The program whose columns these are: of those that fit, the one that knows most of them."""
    headers = {*map(plain, table.header.cells)}
    known = {
        name: sum(plain(each) in headers for each in preset.columns)
        for name, preset in presets().items()
        if headers.issuperset(map(plain, preset.needs))
    }
    return max(known, key=lambda name: known[name], default=None)


@asks(presets)
def _of_preset(preset: PresetId) -> dict[str, str]:
    return {plain(header): field for header, field in presets()[preset].columns.items()}


@asks(preset_of, _of_preset)
def columns_of(table: Table, chosen: Mapping[int, str] | None = None) -> tuple[Column, ...]:
    """What each column holds.

    Args:
        table: of which only the header is looked at.
        chosen: by the number of a column what it holds instead; empty: it is not read. A column
            that is refused stays so.
    """
    preset = preset_of(table)
    return tuple(_columns(table, _of_preset(preset) if preset else {}, chosen or {}))


def _columns(
    table: Table, preset: Mapping[str, str], chosen: Mapping[int, str]
) -> Iterator[Column]:
    known = {**_names(), **preset}
    taken: set[str] = set()
    for n, header in enumerate(table.header.cells, start=1):
        bare = plain(header)
        found = known.get(bare, "")
        refused = None if found else refusal(header)
        field = "" if refused else chosen.get(n, found)
        if field not in fields():
            field = ""
        read = "" if field in taken else field
        is_preset = bool(read) and preset.get(bare) == read
        yield Column(n, header, read, refused, field in taken, is_preset)
        taken |= {field} - {""}


def why_not_read(column: Column) -> str:
    """The code of why a column is not read; empty: it is."""
    if column.refused:
        return f"column_{column.refused}"
    if column.field:
        return ""
    return "column_twice" if column.is_double else "unknown_column"


def refusal(header: str) -> Reason | None:
    """Why a column with this header is never read, if so."""
    bare = plain(header)
    for reason, parts in REFUSED_PARTS.items():
        if any(part in bare for part in parts):
            return reason
    words = [plain(word) for word in WORD.findall(without_accents(header))]
    told = [] if NUMBERS.intersection(words) else words
    return next((REFUSED_WORDS[word] for word in told if word in REFUSED_WORDS), None)


@cache
def plain(header: str) -> str:
    """A header without what does not matter in it: case, accents, spaces and marks."""
    return "".join(filter(str.isalnum, without_accents(header).casefold()))


@cache
def _names() -> Mapping[str, str]:
    """Every field by how its column may be called: its id, and its names in all languages.

    Between brackets a name tells a Dutch word, which may be left out; of a step that an organisation agreed on it tells
    whose it is, which may not: it would take the column of a step of the law.
    """
    found: dict[str, str] = {}
    for name, field in fields().items():
        told = [name, *map(field.name, LOCALES), *_as_asked(name)]
        short = () if _is_agreed(name) else (BRACKETS.sub("", each) for each in told)
        for each in (*told, *short):
            found.setdefault(plain(each), name)
    return found


def _is_agreed(name: str) -> bool:
    rule = load().rules.get(name.rpartition(".")[2])
    return rule is not None and rule.is_agreed


def _as_asked(name: str) -> Iterator[str]:
    """What the case calls a field within its record, and what the self-check calls its question."""
    own = "label" if name == REF else name.rpartition(".")[2]
    if own in load().messages["filled_in"] and not fields()[name].is_step:
        yield own
        yield from (phrase("filled_in", own, language) for language in LOCALES)
