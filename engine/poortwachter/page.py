"""What the page of the self-check shows: the answer, and all words around it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from poortwachter.answer import Answer
from poortwachter.calendar_file import is_to_come
from poortwachter.case import Case
from poortwachter.check import check
from poortwachter.doubts import with_doubts
from poortwachter.filled_in import FilledIn
from poortwachter.given import answers_given
from poortwachter.language import DUTCH
from poortwachter.overview import is_mine, overview
from poortwachter.phrases import told
from poortwachter.picture import picture
from poortwachter.report import report
from poortwachter.sentences import phrase
from poortwachter.status import FINISHED


def answer_to(filled_in: FilledIn, on: date) -> Answer:
    """The answer to what was filled in.

    Raises:
        InvalidInputError: with every problem, each at its field.
    """
    return with_doubts(check(Case.from_dict(filled_in.case), on=on), filled_in.unknown)


def told_on_page(answer: Answer, filled_in: FilledIn, language: str = DUTCH) -> dict[str, Any]:
    """All words of an answer for the page, as plain data."""
    words = told(answer, language)
    for obligation, entry in zip(answer.obligations, words["obligations"], strict=True):
        entry["to_come"] = is_to_come(obligation, answer.on)
        entry["mine"] = is_mine(obligation.slot.rule, filled_in.role)
    return {
        **words,
        "first": overview(answer, filled_in.role, language),
        "answers": answers_given(filled_in, language),
        "picture": picture(answer, language),
        "report": report(answer, language),
    }


def for_guide(answer: Answer, language: str = DUTCH) -> dict[str, str]:
    """A sentence with the visitor's own date for each page of the guide that has one."""
    return dict(_for_guide(answer, language))


def _for_guide(answer: Answer, language: str) -> Iterator[tuple[str, str]]:
    # What stands last under a name stays: of what recurs, the first time that is still to be done.
    last_first = list(reversed(answer.obligations))
    for obligation in sorted(last_first, key=lambda each: each.status not in FINISHED):
        rule, due = obligation.slot.rule, obligation.slot.deadline.day
        done = next(iter(obligation.slot.done), None)
        if obligation.status in {"done", "done_late"} and done:
            yield rule.id, phrase("page", "for_you_done", language, done=done)
        elif due and obligation.status != "not_applicable":
            yield rule.id, phrase("page", "for_you_by", language, day=due)
    for moment in answer.moments:
        if moment.day:
            yield moment.rule.id, phrase("page", "for_you_on", language, day=moment.day)
