"""The list, and the cases themselves, as CSV that any spreadsheet opens and no spreadsheet runs."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from poortwachter.case.fields import Facts, FieldKind, Rows, Steps, YesNo, fields_of, may_not_come
from poortwachter.caseload.cells import SEVERAL, UNTIL
from poortwachter.caseload.fields import REF, case_fields, fields
from poortwachter.caseload.harmless import harmless
from poortwachter.caseload.listing import Listed
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.selfcheck.submission import Submission

# What programs are given; what a page gives, a spreadsheet in its language opens (`separator`).
COMMA = ","

LIST = ("ref", "week", "status", "next_step", "next_due", "who", "late", "not_told")

NOT_KNOWN = "?"


def list_as_csv(lines: Iterable[Listed], separator: str = COMMA) -> str:
    """The list as CSV, in the order in which it comes."""
    return as_csv([LIST, *map(_line, lines)], separator)


def cases_as_csv(
    cases: Iterable[tuple[str, Submission]], language: str = DUTCH, separator: str = COMMA
) -> str:
    """Cases as a table of our own columns, the same for all, which `read_table` reads again."""
    columns = [name for name, each in fields().items() if each.is_step or name in case_fields()]
    rows = [
        [ref, *(_cell(name, submission, language) for name in columns)] for ref, submission in cases
    ]
    return as_csv([[REF, *columns], *rows], separator)


def as_csv(rows: Iterable[Iterable[object]], separator: str = COMMA) -> str:
    """CSV (RFC 4180, but for another separator) in which no cell begins a formula."""
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerows([harmless(str(cell)) for cell in row] for row in rows)
    return text.getvalue()


def _line(line: Listed) -> list[object]:
    step = line["next"]
    told = [step["name"], step["due"] or "", step["who"]] if step else [""] * 3
    return [line["ref"], line["week"], line["status"], *told, line["late"], line["not_told"]]


def _cell(name: str, submission: Submission, language: str) -> str:
    """What was told of a field; what applies without a date that is known, is not known."""
    if name in submission.unknown:
        return NOT_KNOWN
    kind = fields()[name].kind
    where, _, own = name.rpartition(".")
    group: Facts = submission.facts
    if isinstance(kind, Steps):
        group = group.get("done") or {}
    elif where:
        group = group.get(where) or {}
    return _written(kind, group[own], language) if own in group else ""


def _written(kind: FieldKind | None, value: Any, language: str) -> str:
    match kind:
        case Rows(record):
            return SEVERAL.join(_period(fields_of(record), row, language) for row in value)
        case Steps() | YesNo():
            return _said(value, language)
    if value is None:
        return _said(value=False, language=language) if kind and may_not_come(kind) else ""
    return str(value)


def _said(value: Any, language: str) -> str:
    if value is None:
        return NOT_KNOWN
    if isinstance(value, bool):
        return phrase("filled_in", "yes" if value else "no", language)
    return SEVERAL.join(map(str, value)) if isinstance(value, list) else str(value)


def _period(kinds: Mapping[str, FieldKind], row: Facts, language: str) -> str:
    """A period as `2026-03-01/2026-03-10`, with what else is told of it behind another mark."""
    told = [row.get(name) for name in kinds]
    first_day, last_day, *rest = ["" if each is None else _said(each, language) for each in told]
    return UNTIL.join([first_day, last_day, *filter(None, rest)])
