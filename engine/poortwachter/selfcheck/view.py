"""What the page of the self-check shows of an answer, and all words around it."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from poortwachter.answer.check import check
from poortwachter.answer.model import Answer, Moment
from poortwachter.answer.status import DONE, FINISHED, STATUS_OF_GAP, Status
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH, with_weekday, written
from poortwachter.i18n.messages import phrase, say
from poortwachter.law.references import asks
from poortwachter.law.rulebook import load
from poortwachter.render.describe import (
    Described,
    Group,
    at_earliest,
    described,
    given,
    last_working_day,
    totals,
    when,
    where_we_are,
)
from poortwachter.render.ics import legend
from poortwachter.selfcheck.answers_in_words import AnsweredQuestion, answers_given
from poortwachter.selfcheck.completeness import Completeness, completeness
from poortwachter.selfcheck.submission import Submission
from poortwachter.selfcheck.summary import Summary, is_mine, summary
from poortwachter.selfcheck.timeline_chart import Chart, timeline_chart
from poortwachter.selfcheck.uncertainty import with_uncertainty
from poortwachter.timeline.trace import Reached


class Card(TypedDict):
    """What the card of an obligation shows; `due` in ISO 8601, `n` the time of what recurs."""

    id: str
    n: int | None
    status: Status
    told: bool
    group: Group
    standing: str
    due: str | None
    when: str
    last_working_day: str
    to_come: bool
    mine: bool
    trace: list[str]


class ImportantDay(TypedDict):
    """A day on which something begins or ends by itself; `date` in ISO 8601."""

    id: str
    date: str | None
    when: str
    trace: list[str]


class PageView(TypedDict):
    """All that the page shows of an answer; `days` is how many the waiting time has."""

    week: str
    totals: str
    given: str
    on: str
    sick_days: int
    days: int
    notices: list[str]
    obligations: list[Card]
    moments: list[ImportantDay]
    first: Summary
    answers: list[AnsweredQuestion]
    appointments: list[AnsweredQuestion]
    picture: Chart
    report: Completeness


@asks(check)
def answer_to(submission: Submission, on: date) -> Answer:
    """The answer to what was filled in."""
    answer = check(Case.of(submission.facts), on=on, unknown=submission.unknown)
    return with_uncertainty(answer, submission.unknown)


@asks(completeness)
def page_view(answer: Answer, submission: Submission, language: str = DUTCH) -> PageView:
    """All that the page shows of an answer, and nothing else: what nobody reads takes time too."""
    all_described = described(answer, language)
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
        "appointments": [
            {"question": number, "answer": name} for number, name in legend(answer, language)
        ],
        "picture": timeline_chart(answer, all_described, language),
        "report": completeness(answer, language),
    }


def _card(each: Described, on: date, role: str | None, language: str) -> Card:
    entry = each.entry
    occurrence = entry.occurrence
    due = occurrence.deadline.day
    return {
        "id": occurrence.rule.id,
        "n": occurrence.number,
        "status": entry.status,
        "told": entry.is_told,
        "group": each.group,
        "standing": each.standing,
        "due": due.isoformat() if due else None,
        "when": when("by", occurrence.deadline, language) if due else "",
        "last_working_day": last_working_day(entry, language),
        "to_come": entry.is_to_come(on),
        "mine": is_mine(occurrence.rule, role),
        "trace": [step.text(language) for step in occurrence.deadline.trace],
    }


def _moment(moment: Moment, language: str) -> ImportantDay:
    day = moment.day
    return {
        "id": moment.rule.id,
        "date": day.isoformat() if day else None,
        "when": _day(moment.reached, language),
        "trace": [step.text(language) for step in moment.trace],
    }


def _day(reached: Reached, language: str) -> str:
    if reached.day is None:
        comes = reached.gap is None or STATUS_OF_GAP[reached.gap] != "not_applicable"
        return say("unknown" if comes else "never_comes", language)
    return at_earliest(with_weekday(reached.day, language), reached, language)


def for_guide(answer: Answer, language: str = DUTCH) -> dict[str, str]:
    """A sentence with the visitor's own date for each page of the guide that has one."""
    return dict(_for_guide(answer, language))


def _for_guide(answer: Answer, language: str) -> Iterator[tuple[str, str]]:
    # What stands last under a name stays: of what recurs, the first time that is still to be done.
    last_first = list(reversed(answer.obligations))
    for entry in sorted(last_first, key=lambda each: each.status not in FINISHED):
        rule, due = entry.occurrence.rule, entry.occurrence.deadline.day
        done = next(iter(entry.occurrence.done), None)
        if entry.status in DONE and done:
            yield rule.id, phrase("page", "for_you_done", language, done=done)
        elif due and entry.status != "not_applicable":
            yield rule.id, _for_you("for_you_by", entry.occurrence.deadline, language)
    for moment in answer.moments:
        if moment.day:
            yield moment.rule.id, _for_you("for_you_on", moment.reached, language)


def _for_you(name: str, reached: Reached, language: str) -> str:
    known = "for_you_at_earliest" if reached.at_least else name
    return phrase("page", known, language, day=reached.day)
