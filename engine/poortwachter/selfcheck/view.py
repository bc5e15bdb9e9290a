"""What the page of the self-check shows of an answer, and all words around it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from poortwachter.answer.check import check
from poortwachter.answer.model import Answer, Moment
from poortwachter.answer.status import FINISHED
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH, with_weekday, written
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.rulebook import load
from poortwachter.render.describe import (
    Described,
    given,
    last_working_day,
    told,
    totals,
    where_we_are,
)
from poortwachter.render.ics import is_to_come
from poortwachter.selfcheck.answers_in_words import answers_given
from poortwachter.selfcheck.completeness import completeness
from poortwachter.selfcheck.submission import Submission
from poortwachter.selfcheck.summary import is_mine, summary
from poortwachter.selfcheck.timeline_chart import timeline_chart
from poortwachter.selfcheck.uncertainty import with_uncertainty


def answer_to(submission: Submission, on: date) -> Answer:
    """The answer to what was filled in.

    Raises:
        InvalidInputError: with every problem, each at its field.
    """
    return with_uncertainty(check(Case.from_dict(submission.case), on=on), submission.unknown)


def page_view(answer: Answer, submission: Submission, language: str = DUTCH) -> dict[str, Any]:
    """All that the page shows of an answer, and nothing else: what nobody reads takes time too."""
    all_described = told(answer, language)
    return {
        "week": where_we_are(answer, language),
        "totals": totals(answer, language),
        "given": given(answer, language),
        "on": written(answer.on, language),
        "sick_days": answer.clock.sick_days(answer.on),
        "days": 7 * load().waiting_weeks(answer.on),
        "notices": [notice.message.text(language) for notice in answer.notices],
        "obligations": [
            _card(each, answer.on, submission.role, language) for each in all_described
        ],
        "moments": [_moment(moment, language) for moment in answer.moments],
        "first": summary(answer, all_described, submission.role, language),
        "answers": answers_given(submission, language),
        "picture": timeline_chart(answer, all_described, language),
        "report": completeness(answer, language),
    }


def _card(described: Described, on: date, role: str | None, language: str) -> dict[str, Any]:
    entry = described.entry
    occurrence = entry.occurrence
    due = occurrence.deadline.day
    return {
        "id": occurrence.rule.id,
        "n": occurrence.number,
        "status": entry.status,
        "group": described.group,
        "standing": described.standing,
        "due": due.isoformat() if due else None,
        "when": with_weekday(due, language) if due else "",
        "last_working_day": last_working_day(entry, language),
        "to_come": is_to_come(entry, on),
        "mine": is_mine(occurrence.rule, role),
        "trace": [step.text(language) for step in occurrence.deadline.trace],
    }


def _moment(moment: Moment, language: str) -> dict[str, Any]:
    day = moment.day
    return {
        "id": moment.rule.id,
        "date": day.isoformat() if day else None,
        "when": with_weekday(day, language) if day else say("unknown", language),
        "trace": [step.text(language) for step in moment.trace],
    }


def for_guide(answer: Answer, language: str = DUTCH) -> dict[str, str]:
    """A sentence with the visitor's own date for each page of the guide that has one."""
    return dict(_for_guide(answer, language))


def _for_guide(answer: Answer, language: str) -> Iterator[tuple[str, str]]:
    # What stands last under a name stays: of what recurs, the first time that is still to be done.
    last_first = list(reversed(answer.obligations))
    for entry in sorted(last_first, key=lambda each: each.status not in FINISHED):
        rule, due = entry.occurrence.rule, entry.occurrence.deadline.day
        done = next(iter(entry.occurrence.done), None)
        if entry.status in {"done", "done_late"} and done:
            yield rule.id, phrase("page", "for_you_done", language, done=done)
        elif due and entry.status != "not_applicable":
            yield rule.id, phrase("page", "for_you_by", language, day=due)
    for moment in answer.moments:
        if moment.day:
            yield moment.rule.id, phrase("page", "for_you_on", language, day=moment.day)
