"""What the page of the self-check shows of an answer, and all words around it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from poortwachter.answer import Answer, Moment
from poortwachter.calendar_file import is_to_come
from poortwachter.case import Case
from poortwachter.check import check
from poortwachter.doubts import with_doubts
from poortwachter.filled_in import FilledIn
from poortwachter.given import answers_given
from poortwachter.language import DUTCH, with_weekday, written
from poortwachter.overview import is_mine, overview
from poortwachter.phrases import Told, given, last_working_day, told, totals, where_we_are
from poortwachter.picture import picture
from poortwachter.report import report
from poortwachter.rulebook import load
from poortwachter.sentences import phrase, say
from poortwachter.status import FINISHED


def answer_to(filled_in: FilledIn, on: date) -> Answer:
    """The answer to what was filled in.

    Raises:
        InvalidInputError: with every problem, each at its field.
    """
    return with_doubts(check(Case.from_dict(filled_in.case), on=on), filled_in.unknown)


def told_on_page(answer: Answer, filled_in: FilledIn, language: str = DUTCH) -> dict[str, Any]:
    """All that the page shows of an answer, and nothing else: what nobody reads takes time too."""
    entries = told(answer, language)
    return {
        "week": where_we_are(answer, language),
        "totals": totals(answer, language),
        "given": given(answer, language),
        "on": written(answer.on, language),
        "sick_days": answer.clock.sick_days(answer.on),
        "days": 7 * load().waiting_weeks,
        "notices": [notice.sentence.text(language) for notice in answer.notices],
        "obligations": [_card(each, answer.on, filled_in.role, language) for each in entries],
        "moments": [_moment(moment, language) for moment in answer.moments],
        "first": overview(answer, entries, filled_in.role, language),
        "answers": answers_given(filled_in, language),
        "picture": picture(answer, entries, language),
        "report": report(answer, language),
    }


def _card(entry: Told, on: date, role: str | None, language: str) -> dict[str, Any]:
    obligation = entry.obligation
    slot = obligation.slot
    due = slot.deadline.day
    return {
        "id": slot.rule.id,
        "n": slot.number,
        "status": obligation.status,
        "group": entry.group,
        "standing": entry.standing,
        "due": due.isoformat() if due else None,
        "when": with_weekday(due, language) if due else "",
        "last_working_day": last_working_day(obligation, language),
        "to_come": is_to_come(obligation, on),
        "mine": is_mine(slot.rule, role),
        "trace": [step.text(language) for step in slot.deadline.trace],
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
