"""The command `poortwachter`: cases in, answers out. Here, and only here, today is looked up."""

import sys
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NoReturn

from poortwachter import caseload_command, paper_command
from poortwachter.answer.brief import brief
from poortwachter.answer.check import check
from poortwachter.answer.compare import compare
from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.from_text import day_of_reference, parsed
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH
from poortwachter.integrations import own
from poortwachter.law.rulebook import Rule, Version, load
from poortwachter.render.as_json import answer_as_json, as_json, as_short_json
from poortwachter.render.comparison import comparison_as_text
from poortwachter.render.ics import Choices, answer_as_ics
from poortwachter.render.terms_in_words import term_in_words
from poortwachter.render.text import answer_as_text, rules_as_text
from poortwachter.streams import (
    STANDARD_INPUT,
    complain,
    give_up,
    prepare,
    read,
    read_lines,
    tell,
)

WRONG = 2
INTERRUPTED = 130  # as a shell tells it: 128, and the number of the signal

# Only in a checkout: what is installed has its rules.
NOT_COMPILED = "poortwachter: rules.json is missing (run python -m rules_compiler, or make setup)"

# The end of a path tells files apart.
LONGEST_PATH = 4096


class Parser(ArgumentParser):
    """Says what is wrong in one line, as all else that is wrong, and never in silence."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, of which the message may repeat anything."""
        values = {"given": self.prog, "reason": echo(message, LONGEST_PATH)}
        raise InvalidInputError([Problem("", "not_understood", values)])

    def print_help(self, file: Any = None) -> None:
        """Write the help to standard output."""
        del file
        tell(self.format_help())


class Versions(Action):
    """Tells the versions of what answers, and ends."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        """Write one line: the code, the edition of the rules, and Python."""
        # Not at the start of each command: it takes longer than an answer.
        from importlib.metadata import version  # noqa: PLC0415

        python = ".".join(map(str, sys.version_info[:3]))
        tell(f"poortwachter {version('poortwachter')}, rules {load().edition}, Python {python}\n")
        parser.exit()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: status 0, 2 when something is wrong, 130 when somebody stopped it.

    However it ends, it ends here: one line a problem on standard error, and never a traceback.
    """
    try:
        return _status(arguments)
    except KeyboardInterrupt:
        give_up(sys.stdout)
        give_up(sys.stderr)
        return INTERRUPTED


def _status(arguments: Sequence[str] | None) -> int:
    try:
        return _run(arguments)
    except InvalidInputError as error:
        complain(problem.line() for problem in error.problems)
    except FileNotFoundError:
        complain([NOT_COMPILED])
    except (OSError, MemoryError) as error:
        give_up(sys.stdout)
        complain(_why_not_answered(error))
    return WRONG


def _run(arguments: Sequence[str] | None) -> int:
    prepare()
    options = _parser().parse_args(arguments)
    if options.own is not None and (wrong := own.lay(options.own)):
        complain(wrong)
        return WRONG
    return int(options.run(options))


def _why_not_answered(error: OSError | MemoryError) -> Iterator[str]:
    """Nothing where the reader went away: it has read enough, as `head` does."""
    if isinstance(error, MemoryError):
        yield Problem("", "no_memory").line()
    elif not isinstance(error, BrokenPipeError):
        yield Problem("", "not_written", {"reason": error.strerror or str(error)}).line()


def _parser() -> Parser:
    parser = Parser(prog="poortwachter", description="Verplichtingen en termijnen bij ziekte.")
    parser.add_argument(
        "--version", action=Versions, nargs=0, help="of the code, the rules and Python"
    )
    commands = parser.add_subparsers(required=True, metavar="check|compare|caseload|paper|rules")
    _add_check(commands.add_parser("check", help="answer a case, or many with --jsonl"))
    _add_compare(commands.add_parser("compare", help="what has other dates in the second case"))
    many = commands.add_parser("caseload", help="a list of many cases from a table, worst first")
    caseload_command.add_arguments(many)
    _add_output(many, caseload_command.CHOICES, _caseload)
    paper = commands.add_parser("paper", help="a letter or sheet that a step asks for")
    paper_command.add_arguments(paper)
    _add_output(paper, paper_command.FORMATS, _paper)
    rules = commands.add_parser("rules", help="every rule, with its sources and validity")
    _add_output(rules, ("text", "json"), _rules)
    return parser


def _add_check(one: ArgumentParser) -> None:
    one.add_argument("case", nargs="?", metavar="CASE.json", help="a file, or - for standard input")
    one.add_argument("--first-day", metavar="DATE", help="first sick day, instead of a file")
    one.add_argument("--done", action="append", default=[], metavar="ID=DATE", help="what is done")
    one.add_argument("--on", metavar="DATE", help="the day of reference (today)")
    one.add_argument("--jsonl", action="store_true", help="a case a line in, an answer a line out")
    _add_output(one, FORMATS, _check)
    one.add_argument("--plain-titles", action="store_true", help="ics: name what is to be done")
    one.add_argument("--without-talks", action="store_true", help="ics: no talks that are custom")


def _add_compare(two: ArgumentParser) -> None:
    two.add_argument("first", metavar="A.json", help="a file, or - for standard input")
    two.add_argument("second", metavar="B.json", help="a file, or - for standard input")
    two.add_argument("--on", metavar="DATE", help="the day of reference (today)")
    _add_output(two, ("text", "json"), _compare)


def _add_output(
    parser: ArgumentParser, formats: Iterable[str], run: Callable[[Namespace], int]
) -> None:
    parser.add_argument("--format", choices=tuple(formats), default="text")
    parser.add_argument("--lang", choices=load().languages, default=DUTCH)
    parser.add_argument("--own", metavar="FOLDER", help="the own layer of an organisation")
    parser.set_defaults(run=run)


def _check(options: Namespace) -> int:
    on = _day_of_reference(options.on)
    if options.jsonl:
        if options.case or options.first_day or options.done or options.format not in LINES:
            raise InvalidInputError([Problem("", "lines_alone")])
        return _check_lines(LINES[options.format], on, options.lang)
    case = Case.from_dict(_case(options))
    tell(FORMATS[options.format](case, on, options))
    return 0


def _compare(options: Namespace) -> int:
    on = _day_of_reference(options.on)
    found = compare(*_two_cases(options.first, options.second), on=on)
    if options.format == "json":
        tell(as_json(found.to_dict(options.lang)) + "\n")
    else:
        tell(comparison_as_text(found, options.lang))
    return 0


def _caseload(options: Namespace) -> int:
    return caseload_command.run(options, _day_of_reference(options.on))


def _paper(options: Namespace) -> int:
    return paper_command.run(options, _day_of_reference(options.on))


def _rules(options: Namespace) -> int:
    rulebook = load()
    if options.format == "json":
        rules = [_rule(rule, options.lang) for rule in rulebook.rules.values()]
        tell(as_json({"rules": rulebook.edition, "list": rules}) + "\n")
    else:
        tell(rules_as_text(rulebook, options.lang))
    return 0


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "kind": rule.kind,
        "name": rule.words[language].name,
        "who": list(rule.who),
        "helps": list(rule.helps),
        "strength": rule.strength,
        "valid_from": _valid_from(rule).isoformat(),
        "term": term_in_words(rule, language),
        "versions": [_version(version) for version in rule.versions],
        "sources": [source.to_dict() for source in rule.sources],
    }


def _valid_from(rule: Rule) -> date:
    """From which day on the term that is told holds: not that of a version still to come."""
    holds = rule.version_on(load().edition_day)
    return holds.valid_from if holds else rule.valid_from


def _version(version: Version) -> dict[str, Any]:
    until = None if version.valid_to == date.max else version.valid_to.isoformat()
    return {
        "valid_from": version.valid_from.isoformat(),
        "valid_to": until,
        "kind": version.term.kind,
        "count": version.term.count,
        "of": version.term.of,
    }


def _day_of_reference(given: str | None) -> date:
    if given is None:
        return date.today()  # noqa: DTZ011 the visitor's own day is meant
    return day_of_reference("--on", given)


def _case(options: Namespace) -> Any:
    if options.first_day is None and not options.done:
        return parsed(read(_named(options.case)))
    if options.case:
        raise InvalidInputError([Problem("", "file_and_options")])
    done: dict[str, Any] = {}
    for item in options.done:
        name, _, day = item.partition("=")
        done.setdefault(name, []).append(day or True)
    once = {name: days[0] if len(days) == 1 else days for name, days in done.items()}
    return {"first_sick_day": options.first_day, "done": once}


def _named(name: str | None) -> str:
    if name is None:
        raise InvalidInputError([Problem("", "no_case")])
    return name


def _two_cases(first: str, second: str) -> tuple[Case, Case]:
    """Both cases, or all that is wrong with either."""
    if first == second == STANDARD_INPUT:
        raise InvalidInputError([Problem("", "one_input")])
    problems: list[Problem] = []
    found: list[Case] = []
    for name in (first, second):
        try:
            found.append(Case.from_dict(parsed(read(name))))
        except InvalidInputError as error:
            problems += [_within_file(name, problem) for problem in error.problems]
    if problems:
        raise InvalidInputError(problems)
    return found[0], found[1]


def _within_file(name: str, problem: Problem) -> Problem:
    """The problem with its file before it; that a file cannot be read names it already."""
    if problem.code == "unreadable_file":
        return problem
    where = [echo(name, LONGEST_PATH), problem.field]
    return problem._replace(field=": ".join(filter(None, where)))


def _check_lines(answer: "AsLine", on: date, language: str) -> int:
    status = 0
    for number, line in enumerate(read_lines(), start=1):
        try:
            tell(answer(Case.from_dict(parsed(line)), on, language, number))
        except InvalidInputError as error:
            errors = [problem.to_dict() for problem in error.problems]
            tell(as_json({"line": number, "errors": errors}) + "\n")
            status = WRONG
    return status


def _whole(case: Case, on: date, language: str) -> str:
    return answer_as_json(check(case, on=on), language) + "\n"


def _brief(case: Case, on: date, number: int) -> str:
    """Without spaces: no one reads forty thousand of them by eye."""
    return as_short_json({"line": number, **brief(case, on=on).to_dict()}) + "\n"


def _ics(case: Case, on: date, options: Namespace) -> str:
    wanted = Choices(options.plain_titles, not options.without_talks, case.label)
    return answer_as_ics(check(case, on=on), options.lang, wanted)


FORMATS: dict[str, Callable[[Case, date, Namespace], str]] = {
    "text": lambda case, on, options: answer_as_text(check(case, on=on), options.lang),
    "json": lambda case, on, options: _whole(case, on, options.lang),
    "brief": lambda case, on, _: _brief(case, on, 1),
    "ics": _ics,
}

# What a line of --jsonl is answered with, by the format that was asked: text is that of who asks none.
AsLine = Callable[[Case, date, str, int], str]
LINES: dict[str, AsLine] = {
    "text": lambda case, on, language, _: _whole(case, on, language),
    "brief": lambda case, on, _, number: _brief(case, on, number),
}
