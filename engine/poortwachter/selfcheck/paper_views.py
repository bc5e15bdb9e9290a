"""The letters and sheets as the page has them: which fit the case, one of them as text, and what is made of it."""

from typing import TypedDict

from poortwachter.answer.model import Answer
from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH
from poortwachter.law.references import asks
from poortwachter.papers import (
    BlockKind,
    Told,
    blocks,
    paper_as_docx,
    paper_as_text,
    papers,
    why_not,
)
from poortwachter.papers.model import paper_named
from poortwachter.selfcheck.file_names import named
from poortwachter.selfcheck.submission import Submission

# In characters: many times what a paper has, and what the page makes at once.
LONGEST_PAPER = 50_000


class PaperView(TypedDict):
    """A paper as text, filled in; or why it is not offered, and then no text."""

    text: str
    why_not: str


class BlockView(TypedDict):
    """A part of a paper: one line, or the items of a list."""

    kind: BlockKind
    lines: list[str]


class BlocksView(TypedDict):
    """A paper for print."""

    blocks: list[BlockView]


class DocumentView(TypedDict):
    """A file for Word and LibreOffice; each character of `octets` is one of its bytes."""

    name: str
    octets: str


@asks(why_not)
def reasons(answer: Answer, submission: Submission, language: str = DUTCH) -> dict[str, str]:
    """Why each paper is not offered, by its id; nothing where it is."""
    told = _told(answer, submission)
    found = {paper.id: why_not(paper, told) for paper in papers().values()}
    return {name: reason.text(language) if reason else "" for name, reason in found.items()}


@asks(why_not)
def paper_view(
    name: object, answer: Answer, submission: Submission, language: str = DUTCH
) -> PaperView:
    """One paper, filled in from what was told.

    Raises:
        InvalidInputError: there is no such paper.
    """
    paper, told = paper_named(name, "paper"), _told(answer, submission)
    if reason := why_not(paper, told):
        return {"text": "", "why_not": reason.text(language)}
    return {"text": paper_as_text(paper, told, language), "why_not": ""}


def blocks_view(text: object) -> BlocksView:
    """A paper that may have been changed, in parts.

    Raises:
        InvalidInputError: it is no text, or too long.
    """
    found = blocks(_text(text))
    return {"blocks": [{"kind": each.kind, "lines": [*each.lines]} for each in found]}


def document_view(
    name: object, text: object, submission: Submission, language: str = DUTCH
) -> DocumentView:
    """A paper that may have been changed, as a file.

    Raises:
        InvalidInputError: there is no such paper, or its text is none, or too long.
    """
    content = paper_as_docx(_text(text), language)
    file = named(paper_named(name, "paper").id, "docx", submission.facts)
    return {"name": file, "octets": content.decode("latin-1")}


def _told(answer: Answer, submission: Submission) -> Told:
    return Told(Case.of(submission.facts), answer)


def _text(text: object) -> str:
    if not isinstance(text, str):
        values = {"given": echo(text), "expected": "a text"}
        raise InvalidInputError([Problem("text", "wrong_type", values)])
    if len(text) > LONGEST_PAPER:
        sizes = {"given": len(text), "expected": LONGEST_PAPER}
        raise InvalidInputError([Problem("text", "too_large", sizes)])
    return text
