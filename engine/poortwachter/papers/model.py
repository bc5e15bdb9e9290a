"""A paper: a letter or a sheet that a step asks for, as it is written in rules/papers/."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.law.rulebook import LANGUAGES, Cited, Person, read_compiled

PaperKind = Literal["letter", "sheet"]

# When a paper would be wrong in a case; each has its test in conditions.py and its sentence in
# rules/messages.yaml under not_offered. The schema of the compiler asks for these.
WrongWhen = Literal[
    "done",
    "not_needed",
    "not_late",
    "not_yet",
    "recovered",
    "on_leave",
    "contract_over",
    "after_aow",
    "wage_over",
]


class PaperWords(NamedTuple):
    """What a paper says in one language; `text` is in the syntax of blocks.py, with holes."""

    name: str
    summary: str
    text: str
    subject: str | None = None


class Paper(NamedTuple):
    """A letter or a sheet.

    Attributes:
        maker: who writes it; nobody in particular where both may.
        reader: to whom a letter goes.
        steps: the rules at which it is offered; the first is the one that it is about.
        unless: when it would be wrong, the weightiest first.
        sources: where its sentences of law stand, by the keys with which the text cites them.
    """

    id: str
    kind: PaperKind
    maker: Person | None
    reader: Person | None
    steps: tuple[str, ...]
    unless: tuple[WrongWhen, ...]
    sources: Mapping[str, Cited]
    words: Mapping[str, PaperWords]


@cache
def papers() -> Mapping[str, Paper]:
    """All papers by their ids, in the order of the steps; read once.

    Raises:
        FileNotFoundError: in a checkout where the rules were never compiled (`make setup`).
    """
    return {each["id"]: _paper(each) for each in read_compiled("papers.json")}


def paper_named(name: object, field: str = "") -> Paper:
    """The paper of this id, for which `field` asks.

    Raises:
        InvalidInputError: there is none.
    """
    if not isinstance(name, str) or name not in papers():
        raise InvalidInputError([Problem(field, "no_such_paper", {"given": echo(name)})])
    return papers()[name]


def _paper(data: Mapping[str, Any]) -> Paper:
    return Paper(
        id=data["id"],
        kind=data["kind"],
        maker=data.get("from"),
        reader=data.get("to"),
        steps=tuple(data["steps"]),
        unless=tuple(data["unless"]),
        sources={key: Cited(**source) for key, source in data["sources"].items()},
        words={each: PaperWords(**data[each]) for each in LANGUAGES if each in data},
    )
