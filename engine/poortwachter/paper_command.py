"""The command `paper`: a letter or a sheet, filled in from a case or with blanks, or the list of all."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date

from poortwachter.answer.check import check
from poortwachter.case.errors import InvalidInputError, Problem
from poortwachter.case.from_text import parsed
from poortwachter.case.model import Case
from poortwachter.i18n.messages import people, phrase
from poortwachter.papers.conditions import Told, why_not
from poortwachter.papers.docx import paper_as_docx
from poortwachter.papers.model import Paper, paper_named, papers
from poortwachter.papers.writing import paper_as_text
from poortwachter.streams import complain, read, tell, tell_octets

RIGHT, NOT_OFFERED = 0, 2

FORMATS = ("text", "docx")


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes, beside its format and language."""
    parser.add_argument("id", nargs="?", metavar="ID", help="which one; without it: the list")
    parser.add_argument(
        "case",
        nargs="?",
        metavar="CASE.json",
        help="a file, or - for standard input; without it: blanks",
    )
    parser.add_argument("--on", metavar="DATE", help="the day of reference (today)")


def run(options: Namespace, on: date) -> int:
    """Write a paper to standard output; status 2 and the reason where it would be wrong in the case.

    Raises:
        InvalidInputError: there is no such paper, or the case cannot be read.
    """
    if options.id is None and options.format != "text":
        raise InvalidInputError([Problem("", "no_paper", {"given": options.format})])
    if options.id is None:
        tell("".join(f"{line}\n" for line in _listed(options.lang)))
        return RIGHT
    paper, told = paper_named(options.id), _told(options.case, on)
    if told and (reason := why_not(paper, told)):
        complain([f"{paper.id}: {reason.text(options.lang)}"])
        return NOT_OFFERED
    text = paper_as_text(paper, told, options.lang)
    if options.format == "docx":
        tell_octets(paper_as_docx(text, options.lang))
    else:
        tell(text)
    return RIGHT


def _told(name: str | None, on: date) -> Told | None:
    if name is None:
        return None
    case = Case.from_dict(parsed(read(name)))
    return Told(case, check(case, on=on))


def _listed(language: str) -> Iterator[str]:
    for paper in papers().values():
        yield f"{paper.id}: {paper.words[language].name} ({_who(paper, language)})"


def _who(paper: Paper, language: str) -> str:
    """From whom to whom; a sheet goes to nobody."""
    if paper.maker is None:
        return phrase("paper", "for_both", language)
    who = [people([each], language) for each in (paper.maker, paper.reader) if each]
    return " > ".join(who)
