"""What was filled in, question by question, in words: to look over, to print, to show a sender."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.submission import ANSWERS, Submission
from poortwachter.selfcheck.uncertainty import STEP

Pair = tuple[str, str]


def answers_given(submission: Submission, language: str = DUTCH) -> list[dict[str, str]]:
    """Every question that was answered with its answer, in the order of the form."""
    pairs = [*_role(submission, language), *_case(submission.case, language)]
    pairs += _unknown(submission.unknown, language)
    return [{"question": question, "answer": answer} for question, answer in pairs]


def _role(submission: Submission, language: str) -> Iterator[Pair]:
    if submission.role:
        yield _words("role", language), _words(submission.role, language)


def _case(case: Mapping[str, Any], language: str) -> Iterator[Pair]:
    for name, told in TOLD.items():
        if case.get(name):
            yield from told(name, case[name], language)


def _unknown(names: tuple[str, ...], language: str) -> Iterator[Pair]:
    for name in names:
        if name.startswith(STEP):
            yield _step(name.removeprefix(STEP), language), _words("maybe_done", language)
        else:
            yield _words(name.rpartition(".")[2], language), _words("unknown", language)


def _day(name: str, value: str, language: str) -> Iterator[Pair]:
    yield _words(name, language), _date(value, language)


def _pauses(name: str, pauses: list[dict[str, Any]], language: str) -> Iterator[Pair]:
    for pause in pauses:
        yield _words(name, language), ", ".join(_pause(name, pause, language))


def _pause(name: str, pause: dict[str, Any], language: str) -> Iterator[str]:
    days = {part: date.fromisoformat(pause[part]) for part in ENDS if pause.get(part)}
    yield _words("from_to" if len(days) == len(ENDS) else "still", language, **days)
    if name == "leaves":
        told = _words(_answer(pause.get("same_cause")), language)
        yield _words("cause", language, told=told)


def _outlook(_: str, outlook: dict[str, Any], language: str) -> Iterator[Pair]:
    for name, value in outlook.items():
        yield _words(name, language), _words(_answer(value), language)


def _extension(_: str, extension: dict[str, Any], language: str) -> Iterator[Pair]:
    for name, value in extension.items():
        if isinstance(value, int):
            yield _words(name, language), _words("weeks", language, weeks=value)
        elif value:
            yield _words(name, language), _date(value, language)


def _done(_: str, done: dict[str, Any], language: str) -> Iterator[Pair]:
    for name in load().can_be_done:
        if done.get(name):
            yield _step(name, language), _when(done[name], language)


def _when(value: Any, language: str) -> str:
    if value is True:
        return _words("done_unknown", language)
    days = value if isinstance(value, list) else [value]
    return "; ".join(_date(day, language) for day in days)


def _answer(value: bool | None) -> str:
    return next(name for name, meant in ANSWERS.items() if meant is value)


def _step(name: str, language: str) -> str:
    return load().actionable[name].words[language].name


def _date(value: str, language: str) -> str:
    return _words("day", language, first_day=date.fromisoformat(value))


def _words(name: str, language: str, **values: object) -> str:
    return phrase("filled_in", name, language, **values)


ENDS = ("first_day", "last_day")

TOLD: Mapping[str, Callable[[str, Any, str], Iterator[Pair]]] = {
    "first_sick_day": _day,
    "done": _done,
    "outlook": _outlook,
    "recoveries": _pauses,
    "leaves": _pauses,
    "contract_end": _day,
    "aow_date": _day,
    "wage_extension": _extension,
}
