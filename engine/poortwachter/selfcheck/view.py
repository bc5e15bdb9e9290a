"""What the page of the self-check shows of an answer, and all words around it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypedDict

from poortwachter.answer.check import check
from poortwachter.answer.model import Answer
from poortwachter.answer.status import DONE, FINISHED
from poortwachter.case.model import Case
from poortwachter.i18n.locales import DUTCH, written
from poortwachter.i18n.messages import phrase
from poortwachter.law.references import asks
from poortwachter.law.rulebook import load
from poortwachter.render.describe import Group, described, group_of, totals, where_we_are
from poortwachter.render.ics import legend
from poortwachter.selfcheck.answers_in_words import AnsweredQuestion, answers_given
from poortwachter.selfcheck.asking import is_sick_report, may_be_done
from poortwachter.selfcheck.completeness import Completeness, completeness
from poortwachter.selfcheck.for_employee import for_employee
from poortwachter.selfcheck.paper_views import reasons
from poortwachter.selfcheck.rows import Row, rows
from poortwachter.selfcheck.submission import Submission
from poortwachter.selfcheck.timeline_chart import Chart, not_counted, timeline_chart
from poortwachter.selfcheck.uncertainty import with_uncertainty
from poortwachter.timeline.trace import Reached

# What the list begins with; the rest it counts itself.
OPEN: tuple[Group, ...] = ("late", "to_fill_in", "now", "advised", "unknown")


class PageView(TypedDict):
    """All that the page shows of an answer.

    Attributes:
        days: how many the waiting time has.
        alerting: whether one of the notices tells something, and does not only ask.
        papers: why each letter or sheet is not offered, by its id; nothing where it is.
    """

    week: str
    totals: str
    given: str
    on: str
    sick_days: int
    days: int
    notices: list[str]
    alerting: bool
    paused: str
    rows: list[Row]
    for_employee: list[AnsweredQuestion]
    answers: list[AnsweredQuestion]
    appointments: list[AnsweredQuestion]
    picture: Chart
    report: Completeness
    papers: Mapping[str, str]


@asks(check)
def answer_to(submission: Submission, on: date) -> Answer:
    """The answer to what was filled in."""
    answer = check(Case.of(submission.facts), on=on, unknown=submission.unknown)
    return with_uncertainty(answer, submission.unknown)


# What the list asks itself, at the place where it is answered.
ASKED_IN_LIST = "to-fill-in"

# What only asks, and so may stay folded until somebody wants to know.
QUESTIONS = frozenset({"application-not-told", "letter-not-told", "letter-not-told-after-contract"})


@asks(is_sick_report)
def without_what_nobody_asks(answer: Answer) -> Answer:
    """Without the sick report once it is behind: who answered all that is asked, is done."""
    asked = [
        each
        for each in answer.obligations
        if group_of(each) != "to_fill_in" or not is_sick_report(each.occurrence.rule)
    ]
    return answer._replace(obligations=tuple(asked))


@asks(without_what_nobody_asks)
def _counted(answer: Answer) -> Answer:
    """What the first line counts: what nobody can know yet is not open."""
    entries = without_what_nobody_asks(answer).obligations
    counted = [
        each
        for each in entries
        if group_of(each) != "unknown" or may_be_done(each.occurrence, answer.on)
    ]
    return answer._replace(obligations=tuple(counted))


@asks(completeness, rows, for_employee, _counted, reasons)
def page_view(answer: Answer, submission: Submission, language: str = DUTCH) -> PageView:
    """All that the page shows of an answer, and nothing else: what nobody reads takes time too."""
    all_described = described(answer, language)
    listed = rows(answer, all_described, submission.role, language)
    notices = [notice for notice in answer.notices if notice.code != ASKED_IN_LIST]
    return {
        "week": where_we_are(answer, language),
        "totals": totals(_counted(answer), language, OPEN),
        "given": phrase("page", "given", language, first_day=answer.clock.first_day),
        "on": written(answer.on, language),
        "sick_days": answer.clock.sick_days(answer.on),
        "days": 7 * load().waiting_weeks(answer.on),
        "notices": [notice.message.text(language) for notice in notices],
        "alerting": any(notice.code not in QUESTIONS for notice in notices),
        "paused": not_counted(answer.clock, language),
        "rows": listed,
        "for_employee": for_employee(answer, listed, submission, language),
        "answers": answers_given(submission, language),
        "appointments": [
            {"question": number, "answer": name} for number, name in legend(answer, language)
        ],
        "picture": timeline_chart(answer, all_described, language),
        "report": completeness(answer, language),
        "papers": reasons(answer, submission, language),
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
