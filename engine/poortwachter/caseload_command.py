"""The command `caseload`: a table of cases in, a list of how they stand out."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import batched, chain, groupby
from json import JSONEncoder
from typing import Any

from poortwachter.case.errors import Problem, echo
from poortwachter.caseload.columns import Column, columns_of, why_not_read
from poortwachter.caseload.dossier import Dossier
from poortwachter.caseload.dossiers import dossiers_of
from poortwachter.caseload.gathering import Gathered, cases_in, events_of, gathered
from poortwachter.caseload.labels import quoted
from poortwachter.caseload.listing import SOON_DAYS, Listed, listed, worst_first
from poortwachter.caseload.table import LARGEST_TABLE, read_table
from poortwachter.caseload.writing import list_as_csv
from poortwachter.i18n.locales import written
from poortwachter.i18n.messages import phrase
from poortwachter.integrations import own
from poortwachter.law.rulebook import load
from poortwachter.render.ics import HEAD, TAIL, Choices
from poortwachter.selfcheck.submission import Submission
from poortwachter.streams import complain, read, tell

RIGHT, WRONG = 0, 2

# So many dossiers go to a process at once.
AT_ONCE = 200


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes, beside its format and language."""
    parser.add_argument("cases", metavar="CASES.csv", help="a file, or - for standard input")
    parser.add_argument("--on", metavar="DATE", help="the day of reference (today)")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="how many processes")
    parser.add_argument("--plain-titles", action="store_true", help="ics: name what is to be done")
    parser.add_argument(
        "--without-talks", action="store_true", help="ics: no talks that are custom"
    )


def _jobs(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{echo(text)} is not a number of processes (expected such as 2)")
    return min(int(text), os.cpu_count() or 1)


def run(options: Namespace, on: date) -> int:
    """Answer every row that is right, and tell what is wrong with the others: then status 2.

    Raises:
        InvalidInputError: nothing of the table can be read.
    """
    table = read_table(read(options.cases, LARGEST_TABLE))
    columns = columns_of(table)
    complain(map(_not_read, filter(why_not_read, columns)))
    dossiers, problems = dossiers_of(table, columns)
    complain(problem.line() for problem in problems)
    write = _write_calendar if options.format == "ics" else _write_list
    problems += write(dossiers, options, on)
    return WRONG if problems else RIGHT


def _write_calendar(dossiers: Iterable[Dossier], options: Namespace, on: date) -> list[Problem]:
    """Write the events of all cases; returns what is wrong with the others."""
    wanted = Choices(options.plain_titles, not options.without_talks)
    events = partial(events_of, on=on, language=options.lang, wanted=wanted)
    problems: list[Problem] = []
    tell(HEAD)
    for piece in _pieces(dossiers, events, options, on):
        problems += piece.problems
        tell("".join(piece.made))
    tell(TAIL)
    return problems


def _write_list(dossiers: Iterable[Dossier], options: Namespace, on: date) -> list[Problem]:
    """Write the list once it is whole, for the worst comes first; returns what is wrong with the others."""
    line = partial(listed, on=on, language=options.lang)
    pieces = [*_pieces(dossiers, line, options, on)]
    lines = worst_first(chain.from_iterable(piece.made for piece in pieces))
    tell(FORMATS[options.format](lines, on, options.lang))
    return [*chain.from_iterable(piece.problems for piece in pieces)]


def _pieces[Made](
    dossiers: Iterable[Dossier],
    make: Callable[[str, Submission], Made],
    options: Namespace,
    on: date,
) -> Iterator[Gathered[Made]]:
    """What is made of the cases, piece by piece in their order; what is wrong is told at once."""
    read_and_made = partial(_gathered, make=make, on=on, language=options.lang)
    with _mapped(options.jobs, options.own) as mapped:
        for piece in mapped(read_and_made, batched(dossiers, AT_ONCE)):
            complain(problem.line() for problem in piece.problems)
            yield piece


def _gathered[Made](
    dossiers: Iterable[Dossier], make: Callable[[str, Submission], Made], on: date, language: str
) -> Gathered[Made]:
    return gathered(cases_in(dossiers, on, language), make)


@contextmanager
def _mapped(jobs: int, layer: str | None) -> Iterator[Callable[..., Iterable[Any]]]:
    """How dossiers are answered in their order: here, or in several processes."""
    if jobs == 1:
        yield map
        return
    # What one process never needs takes a fifth of its start.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415

    try:
        with ProcessPoolExecutor(jobs, initializer=_lay, initargs=(layer,)) as pool:
            yield pool.map
    except BrokenExecutor:
        # The system ends a process that takes too much.
        raise MemoryError from None


def _lay(folder: str | None) -> None:
    """In a process of its own, which knows nothing of the options."""
    if folder is not None:
        own.lay(folder)


def _not_read(column: Column) -> str:
    """A column that is not read, and why."""
    where = f"column {column.n}, {quoted(column.header)}"
    return Problem(where, why_not_read(column)).line()


def _as_json(lines: Sequence[Listed], on: date, _: str) -> str:
    data = {"rules": load().edition, "on": on.isoformat(), "list": lines}
    return JSONEncoder(ensure_ascii=False, check_circular=False).encode(data) + "\n"


def _as_text(lines: Sequence[Listed], on: date, language: str) -> str:
    """The list for a terminal, in groups."""
    say = partial(phrase, "caseload")
    told = [say("heading", language, day=on, rules=load().edition)]
    for status, group in groupby(lines, key=lambda line: line["status"]):
        found = [_in_a_line(line, language) for line in group]
        heading = say(status, language, **({"days": SOON_DAYS} if status == "soon" else {}))
        told += ["", f"{heading} ({len(found)})", *found]
    return "\n".join([*told, *([] if lines else ["", say("nothing", language)])]) + "\n"


def _in_a_line(line: Listed, language: str) -> str:
    where = f"  {line['ref']} ({phrase('caseload', 'in_week', language, number=line['week'])})"
    step = line["next"]
    if step is None:
        return where
    return f"{where}: {step['name']}{_due(line, language)} ({step['who']})"


def _due(line: Listed, language: str) -> str:
    step = line["next"]
    if step is None or step["due"] is None:
        return ""
    name, day = "at_earliest" if step["at_least"] else "by", date.fromisoformat(step["due"])
    return f", {phrase('caseload', name, language, what=written(day, language))}"


FORMATS: dict[str, Callable[[Sequence[Listed], date, str], str]] = {
    "text": _as_text,
    "csv": lambda lines, _, __: list_as_csv(lines),
    "json": _as_json,
}
CHOICES = (*FORMATS, "ics")
