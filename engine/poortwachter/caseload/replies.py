"""What a page is told of a table, piece by piece: plain data, so that it can show how far it is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TypedDict

from poortwachter.case.errors import InvalidInputError, Problem
from poortwachter.caseload.columns import Column, columns_of, preset_of, why_not_read
from poortwachter.caseload.dossier import Dossier, DossierRow
from poortwachter.caseload.dossiers import dossiers_of
from poortwachter.caseload.fields import FIRST_DAY, REF, fields
from poortwachter.caseload.gathering import ReadCase, cases_in, events_of, gathered
from poortwachter.caseload.listing import Listed, listed, worst_first
from poortwachter.caseload.places import place_of
from poortwachter.caseload.presets import PresetId
from poortwachter.caseload.table import Table, read_table
from poortwachter.caseload.writing import as_csv, cases_as_csv, list_as_csv
from poortwachter.i18n.locales import LOCALES
from poortwachter.law.references import asks
from poortwachter.render.ics import HEAD, TAIL, Choices
from poortwachter.selfcheck.file_names import file_name
from poortwachter.selfcheck.submission import Submission, only
from poortwachter.selfcheck.transfer import as_file, as_fragment, read_file

# What a spreadsheet needs to see that a file is UTF-8.
MARK = "\ufeff"


class Wrong(TypedDict):
    """What is wrong with a cell, in words; row 0: with all of it."""

    row: int
    column: str
    message: str


class WrongCase(Wrong):
    """The same, with the case that it belongs to."""

    ref: str


class ColumnView(TypedDict):
    """A column; `refused` tells why it is never read."""

    n: int
    header: str
    field: str
    name: str
    refused: str | None


class Choice(TypedDict):
    """What a column may hold."""

    field: str
    name: str


class RowView(TypedDict):
    """A row of a dossier."""

    n: int
    cells: Mapping[str, str]


class DossierView(TypedDict):
    """The rows of a dossier, to be given back as they are."""

    ref: str
    rows: list[RowView]


class TableView(TypedDict):
    """What was found in a table."""

    preset: PresetId | None
    columns: list[ColumnView]
    choices: list[Choice]
    dossiers: list[DossierView]
    errors: list[Wrong]


class ListedCase(Listed):
    """A line of the list with the save file of its case."""

    file: str


class ListView(TypedDict):
    """A piece of the list, worst first, and the cases that are not in it."""

    errors: list[WrongCase]
    list: list[ListedCase]


class FileView(TypedDict):
    """A file to take along."""

    text: str
    name: str


class CalendarView(TypedDict):
    """A piece of a calendar: one head, the events of all pieces, and one tail make it whole."""

    head: str
    events: str
    tail: str
    name: str


@asks(preset_of, columns_of)
def table_view(text: str, chosen: Mapping[str, str], language: str) -> TableView:
    """What is in a table; `chosen`: by the number of a column what it holds instead."""
    choices: list[Choice] = [
        {"field": each.id, "name": each.name(language)} for each in fields().values()
    ]
    try:
        table = read_table(text)
    except InvalidInputError as error:
        errors = [_wrong(each, language) for each in error.problems]
        return {"preset": None, "columns": [], "choices": choices, "dossiers": [], "errors": errors}
    columns = columns_of(table, {int(n): field for n, field in chosen.items() if n.isdecimal()})
    found = dossiers_of(table, columns)
    return {
        "preset": preset_of(table),
        "columns": [_column(each, language) for each in columns],
        "choices": choices,
        "dossiers": [_dossier(each, language) for each in found.dossiers],
        "errors": [
            *_doubles(table, columns, language),
            *(_wrong(each, language) for each in found.problems),
        ],
    }


@asks(listed)
def dossiers_view(given: Iterable[DossierView], on: date, language: str) -> ListView:
    """How the cases of these dossiers stand."""
    return _list(cases_in(map(_given_back, given), on, language), on, language)


@asks(listed)
def cases_view(given: Iterable[Mapping[str, str]], on: date, language: str) -> ListView:
    """How cases stand that come back as save files, each with its `ref`."""
    return _list(_opened(given, on), on, language)


def cases_file(given: Iterable[Mapping[str, str]], on: date, language: str) -> FileView:
    """The same cases as a table."""
    found = gathered(_opened(given, on), lambda ref, submission: (ref, submission))
    return {
        "text": MARK + cases_as_csv(found.made, language, _separator(language)),
        "name": file_name("cases", "csv", {}, language),
    }


def cases_links(
    given: Iterable[Mapping[str, str]], on: date, language: str, page: str, parts: Collection[str]
) -> FileView:
    """A link to the self-check for each of these cases, with only these parts of it: for each its own reader."""
    found = gathered(_opened(given, on), lambda ref, case: (ref, _link(page, case, parts)))
    return {
        "text": MARK + as_csv([(REF, "link"), *found.made], _separator(language)),
        "name": file_name("links", "csv", {}, language),
    }


def _link(page: str, submission: Submission, parts: Collection[str]) -> str:
    # Who gets it is somebody else, and says who they are.
    return f"{page}#{as_fragment(only(submission, parts)._replace(role=None))}"


def list_file(lines: Iterable[Listed], language: str) -> FileView:
    """A list as a file, worst first whatever the order of its pieces."""
    return {
        "text": MARK + list_as_csv(worst_first(lines), _separator(language)),
        "name": file_name("list", "csv", {}, language),
    }


@asks(events_of)
def cases_calendar(
    given: Iterable[Mapping[str, str]], on: date, language: str, wanted: Choices
) -> CalendarView:
    """The same cases as a calendar, with their labels in front of each title."""
    events = partial(events_of, on=on, language=language, wanted=wanted)
    made = gathered(_opened(given, on), events).made
    name = file_name("appointments", "ics", {}, language)
    return {"head": HEAD, "events": "".join(made), "tail": TAIL, "name": name}


def _given_back(view: DossierView) -> Dossier:
    return Dossier(view["ref"], tuple(DossierRow(row["n"], row["cells"]) for row in view["rows"]))


def _opened(given: Iterable[Mapping[str, str]], on: date) -> Iterator[ReadCase]:
    for each in given:
        try:
            yield ReadCase(each["ref"], _with_first_day(read_file(each["file"], on)))
        except InvalidInputError as error:
            yield ReadCase(each["ref"], None, error.problems)


def _with_first_day(submission: Submission) -> Submission:
    """A save file may lack it, for somebody else to fill in; without it no list can place the case."""
    if FIRST_DAY in submission.facts:
        return submission
    raise InvalidInputError([Problem(f"case.{FIRST_DAY}", "missing", {"expected": "YYYY-MM-DD"})])


@asks(listed)
def _list(cases: Iterable[ReadCase], on: date, language: str) -> ListView:
    def line(ref: str, submission: Submission) -> ListedCase:
        return {**listed(ref, submission, on, language), "file": as_file(submission)}

    found = gathered(cases, line)
    errors: list[WrongCase] = [{"ref": ref, **_wrong(each, language)} for ref, each in found.wrong]
    return {"list": worst_first(found.made), "errors": errors}


def _separator(language: str) -> str:
    return LOCALES[language]["separator"]


def _wrong(problem: Problem, language: str) -> Wrong:
    row, field = place_of(problem)
    column = fields()[field].name(language) if field in fields() else field
    return {"row": row, "column": column, "message": problem.message(language)}


def _column(column: Column, language: str) -> ColumnView:
    return {
        "n": column.n,
        "header": column.header,
        "field": column.field,
        "name": fields()[column.field].name(language) if column.field else "",
        "refused": _why(column, language) if column.refused else None,
    }


def _dossier(dossier: Dossier, language: str) -> DossierView:
    rows: list[RowView] = [{"n": row.n, "cells": row.cells} for row in dossier.rows]
    return {"ref": dossier.called(language), "rows": rows}


def _doubles(table: Table, columns: Iterable[Column], language: str) -> Iterator[Wrong]:
    for column in columns:
        if column.is_double:
            told = _why(column, language)
            yield {"row": table.header.n, "column": column.header, "message": told}


def _why(column: Column, language: str) -> str:
    return Problem("", why_not_read(column)).message(language)
