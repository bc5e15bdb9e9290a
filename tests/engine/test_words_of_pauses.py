"""No answer names a kind of days that do not count when its case tells of none, in any language.

Sentences are often taken over from another kind, or shared by all: here each is read for words of
the kinds that are not in the case.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from poortwachter import Case, check, compare
from poortwachter.case import Rows, fields_of, required
from poortwachter.i18n import KINDS_IN_A_PAUSE, LOCALES
from poortwachter.law import load
from poortwachter.render import answer_as_text, comparison_as_text
from poortwachter.selfcheck import WITHOUT_DATE, Submission, answer_to, page_view
from poortwachter.timeline import KINDS_OF_PAUSE, PauseKind

FIRST_SICK_DAY = date(2026, 1, 5)
KINDS = list(KINDS_OF_PAUSE)
TOLD = [kinds for count in (1, 2) for kinds in combinations(KINDS, count)]

# Of one or two pauses, the first and the last day of each: the last day of a problem analysis is
# 16 February. None: without an end, where the kind may lack it.
PERIODS: dict[str, tuple[tuple[date, date | None], tuple[date, date | None]]] = {
    "short": ((date(2026, 2, 9), date(2026, 2, 17)), (date(2026, 2, 18), date(2026, 2, 24))),
    "long": ((date(2026, 2, 9), date(2026, 3, 17)), (date(2026, 3, 18), date(2026, 4, 24))),
    "overlapping": ((date(2026, 2, 9), date(2026, 2, 20)), (date(2026, 2, 12), date(2026, 2, 24))),
    "apart": ((date(2026, 2, 9), date(2026, 2, 17)), (date(2026, 3, 18), date(2026, 3, 24))),
    "open": ((date(2026, 2, 9), date(2026, 2, 17)), (date(2026, 2, 18), None)),
}
DAYS = (date(2026, 2, 16), date(2026, 2, 20), date(2026, 6, 15))
ENDS = (None, date(2026, 2, 16))


def facts(kinds: tuple[PauseKind, ...], period: str, contract_end: date | None) -> dict[str, Any]:
    """A case with one pause of each of these kinds, the last one that of the second period."""
    days = PERIODS[period][-len(kinds) :] if period == "open" else PERIODS[period]
    told: dict[str, Any] = {"first_sick_day": FIRST_SICK_DAY, "contract_end": contract_end}
    for kind, (first_day, last_day) in zip(kinds, days, strict=False):
        row = {"first_day": first_day, "last_day": last_day or end_of(kind)}
        told[KINDS_OF_PAUSE[kind].rows] = [row]
    return told


def end_of(kind: PauseKind) -> date | None:
    """No last day, or one that is far away where the kind must have it."""
    asked = fields_of(Case)[KINDS_OF_PAUSE[kind].rows]
    assert isinstance(asked, Rows)
    return date(2026, 5, 31) if "last_day" in required(asked.record) else None


def texts(told: object) -> Iterator[str]:
    """Every text at any depth."""
    if isinstance(told, str):
        yield from told.splitlines()
    elif isinstance(told, dict):
        yield from texts(list(told.values()))
    elif isinstance(told, list | tuple):
        for each in told:
            yield from texts(each)


def said(told: dict[str, Any], on: date, language: str, unknown: tuple[str, ...] = ()) -> set[str]:
    """All that the command, a comparison and the page say of a case on a day."""
    submission = Submission(told, None, unknown)
    case, answer = Case.of(told), answer_to(submission, on)
    compared = compare(Case.of({"first_sick_day": FIRST_SICK_DAY}), case, on=on)
    return {
        *texts(answer.to_dict(language)),
        *texts(answer_as_text(check(case, on=on), language)),
        *texts(comparison_as_text(compared, language)),
        *texts(page_view(answer, submission, language)),
    }


@cache
def without(contract_end: date | None, on: date, language: str) -> set[str]:
    """The same of a case without any pause."""
    return said({"first_sick_day": FIRST_SICK_DAY, "contract_end": contract_end}, on, language)


def named_wrongly(
    lines: set[str], kinds: tuple[PauseKind, ...], language: str
) -> Iterator[tuple[PauseKind, str]]:
    """Lines with a word of a kind that is none of these."""
    for kind in (each for each in KINDS if each not in kinds):
        called = (
            load().messages["pauses"][f"{name}_{kind}"][language] for name in KINDS_IN_A_PAUSE
        )
        words = "|".join({re.escape(each.split()[-1]) for each in called})
        yield from ((kind, line) for line in lines if re.search(rf"(?i)\b({words})\b", line))


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("kinds", TOLD, ids="-".join)
def test_an_answer_names_only_the_kinds_of_pause_that_are_in_its_case(
    kinds: tuple[PauseKind, ...], period: str, language: str
) -> None:
    wrong = {
        each
        for end in ENDS
        for on in DAYS
        for each in named_wrongly(
            said(facts(kinds, period, end), on, language) - without(end, on, language),
            kinds,
            language,
        )
    }
    assert not wrong


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_who_does_not_know_when_a_pause_was_reads_of_no_other_kind(
    kind: PauseKind, language: str
) -> None:
    rows = KINDS_OF_PAUSE[kind].rows
    assert rows in WITHOUT_DATE
    told, on = {"first_sick_day": FIRST_SICK_DAY}, DAYS[-1]
    more = said(told, on, language, (rows,)) - without(None, on, language)
    assert not [*named_wrongly(more, (kind,), language)]
