"""The command `caseload`: a table of cases in, a list of how they stand out."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import batched, groupby
from json import JSONEncoder
from typing import NamedTuple

from poortwachter.case.errors import Problem, echo
from poortwachter.caseload.columns import Column, columns_of, why_not_read
from poortwachter.caseload.dossier import Dossier
from poortwachter.caseload.dossiers import dossiers_of
from poortwachter.caseload.labels import quoted
from poortwachter.caseload.listing import SOON_DAYS, Listed, listed, worst_first
from poortwachter.caseload.reading import read_dossiers
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
    """What became of dossiers: lines of the list or their events, and what is wrong with them."""

    lines: list[Listed]
    events: list[str]
    wrong: list[Problem]


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
    lines: list[Listed] = []
    is_calendar = options.format == "ics"
    tell(HEAD * is_calendar)
    for answered in _all_answered(dossiers, options, on):
        problems += answered.wrong
        complain(problem.line() for problem in answered.wrong)
        tell("".join(answered.events))
        lines += answered.lines
    if is_calendar:
        tell(TAIL)
    else:
        tell(FORMATS[options.format](worst_first(lines), on, options.lang))
    return WRONG if problems else RIGHT


def _all_answered(dossiers: Iterable[Dossier], options: Namespace, on: date) -> Iterator[Answered]:
    """What became of all of them, piece by piece in their order."""
    with _mapped(options.jobs) as mapped:
        yield from mapped(partial(_answered, options=options, on=on), batched(dossiers, AT_ONCE))


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
            yield pool.map
    except BrokenExecutor:
        # The system ends a process that takes too much.
        raise MemoryError from None


def _answered(dossiers: Iterable[Dossier], options: Namespace, on: date) -> Answered:
    answered = Answered([], [], [])
    for dossier, submission, problems in read_dossiers(dossiers, on):
        answered.wrong.extend(problems)
        ref = dossier.called(options.lang)
        if submission and options.format == "ics":
            answered.events.append(_events(ref, submission, on, options))
        elif submission:
            answered.lines.append(listed(ref, submission, on, options.lang))
    return answered


def _events(ref: str, submission: Submission, on: date, options: Namespace) -> str:
    wanted = Choices(options.plain_titles, not options.without_talks, ref)
    return events_as_ics(answer_to(submission, on), options.lang, wanted)


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
