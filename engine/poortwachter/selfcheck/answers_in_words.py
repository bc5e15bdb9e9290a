"""What was filled in, question by question, in words: to look over, to print, to show a sender."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypedDict

from poortwachter.case.fields import (
    Day,
    Facts,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Text,
    Weeks,
    YesNo,
    fields_of,
)
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.submission import (
    Submission,
    answer_name,
    answered,
    is_answer,
    questions,
)

Pair = tuple[str, str]


class AnsweredQuestion(TypedDict):
    """A question of the form, and what was answered, in words."""

    question: str
    answer: str


def answers_given(submission: Submission, language: str = DUTCH) -> list[AnsweredQuestion]:
    """Every question that was answered with its answer, in the order of the form."""
    pairs = [*_role(submission, language), *_told(questions(), submission.facts, language)]
    pairs += [
        (_words(name.rpartition(".")[2], language), _words("unknown", language))
        for name in submission.unknown
    ]
    return [{"question": question, "answer": answer} for question, answer in pairs]


def _role(submission: Submission, language: str) -> Iterator[Pair]:
    if submission.role:
        yield _words("role", language), _words(submission.role, language)


def _told(kinds: Mapping[str, FieldKind], facts: Facts, language: str) -> Iterator[Pair]:
    for name, kind, value in answered(kinds, facts):
        yield from _answered(name, kind, value, language)


def _answered(name: str, kind: FieldKind, value: Any, language: str) -> Iterable[Pair]:  # noqa: PLR0911 one each
    match kind:
        case Day():
            told = _date(value, language) if value else _words("not_come", language)
            return [(_words(name, language), told)]
        case YesNo():
            return [(_words(name, language), _words(answer_name(value), language))]
        case Weeks():
            return [(_words(name, language), _words("weeks", language, weeks=value))]
        case Percentage():
            return [(_words(name, language), _words("percent", language, number=value))]
        case Text():
            return []  # who wrote it knows it
        case Rows(record):
            return [
                (_words(name, language), ", ".join(_row(record, row, language))) for row in value
            ]
        case Nested(record):
            return _told(fields_of(record), value, language)
        case Steps():
            return _done(value, language)


def _row(record: type[Any], row: Facts, language: str) -> Iterator[str]:
    days = {name: row[name] for name in ENDS if row.get(name)}
    yield _words("from_to" if len(days) == len(ENDS) else "still", language, **days)
    for name, kind in fields_of(record).items():
        if isinstance(kind, YesNo):
            yield _words(name, language, told=_words(answer_name(row.get(name)), language))
        elif isinstance(kind, Percentage) and row.get(name):
            yield _words("percent", language, number=row[name])


def _done(done: Facts, language: str) -> Iterator[Pair]:
    for name in load().can_be_done:
        if name in done and is_answer(done[name]):
            yield _step(name, language), _said(done[name], language)


def _said(said: Any, language: str) -> str:
    if said is None or isinstance(said, bool):
        return _words(SAID[said], language)
    days = said if isinstance(said, list) else [said]
    return "; ".join(_date(day, language) for day in days)


def _step(name: str, language: str) -> str:
    return load().actionable[name].words[language].name


def _date(day: date, language: str) -> str:
    return _words("day", language, first_day=day)


def _words(name: str, language: str, **values: object) -> str:
    return phrase("filled_in", name, language, **values)


ENDS = ("first_day", "last_day")

# What is said of a step without a day.
SAID: Mapping[bool | None, str] = {True: "done_unknown", False: "not_done", None: "maybe_done"}
