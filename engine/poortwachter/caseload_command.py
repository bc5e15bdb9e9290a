"""The command `caseload`: a table of cases in, a list of how they stand out."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import groupby
from json import JSONEncoder
from typing import NamedTuple

from poortwachter.case.errors import Problem, echo
from poortwachter.caseload.columns import Column, columns_of
from poortwachter.caseload.dossiers import Dossier, dossiers_of
from poortwachter.caseload.listing import SOON_DAYS, Listed, listed, worst_first
from poortwachter.caseload.reading import read_dossier
from poortwachter.caseload.table import LARGEST_TABLE, read_table
from poortwachter.caseload.writing import list_as_csv
from poortwachter.i18n.locales import written
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import load
from poortwachter.render.ics import HEAD, TAIL, Choices, events_as_ics
from poortwachter.selfcheck.submission import Submission
from poortwachter.selfcheck.view import answer_to
from poortwachter.streams import complain, read, tell

RIGHT, WRONG = 0, 2

# So many dossiers go to a process at once.
AT_ONCE = 200


class Answered(NamedTuple):
    """What became of a dossier: a line of the list or its events, or what is wrong with it."""

    line: Listed | None
    events: str
    wrong: tuple[str, ...] = ()


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
    complain(_not_read(columns))
    dossiers, problems = dossiers_of(table, columns)
    complain(problem.line() for problem in problems)
    wrong = bool(problems)
    lines: list[Listed] = []
    is_calendar = options.format == "ics"
    with _mapped(options.jobs) as mapped:
        tell(HEAD * is_calendar)
        for answered in mapped(partial(_answered, options=options, on=on), dossiers):
            wrong |= bool(answered.wrong)
            complain(answered.wrong)
            if answered.events:
                tell(answered.events)
            lines += filter(None, [answered.line])
        tell(TAIL * is_calendar)
    if not is_calendar:
        tell(FORMATS[options.format](worst_first(lines), on, options.lang))
    return WRONG if wrong else RIGHT


@contextmanager
def _mapped(jobs: int) -> Iterator[Callable[..., Iterable[Answered]]]:
    """How dossiers are answered in their order: here, or in several processes."""
    if jobs == 1:
        yield map
        return
    # What one process never needs takes a fifth of its start.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415

    try:
        with ProcessPoolExecutor(jobs) as pool:
            yield partial(pool.map, chunksize=AT_ONCE)
    except BrokenExecutor:
        # The system ends a process that takes too much.
        raise MemoryError from None


def _answered(dossier: Dossier, options: Namespace, on: date) -> Answered:
    submission, problems = read_dossier(dossier, on)
    if submission is None:
        return Answered(None, "", tuple(problem.line() for problem in problems))
    ref = dossier.called(options.lang)
    if options.format == "ics":
        return Answered(None, _events(ref, submission, on, options))
    return Answered(listed(ref, submission, on, options.lang), "")


def _events(ref: str, submission: Submission, on: date, options: Namespace) -> str:
    wanted = Choices(options.plain_titles, not options.without_talks, ref)
    return events_as_ics(answer_to(submission, on), options.lang, wanted)


def _not_read(columns: Sequence[Column]) -> Iterator[str]:
    """Every column that is not read, and why."""
    for column in columns:
        if not column.field:
            where = f"column {column.n}, {echo(column.header)}"
            yield Problem(where, _why_not_read(column)).line()


def _why_not_read(column: Column) -> str:
    if column.refused:
        return f"column_{column.refused}"
    return "column_twice" if column.is_double else "unknown_column"


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
