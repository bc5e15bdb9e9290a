"""The two years as a picture: what lies on which day, as plain data for whoever draws it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from poortwachter.answer.model import Answer, Entry
from poortwachter.answer.status import must_be_done
from poortwachter.i18n.locales import DUTCH, written
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import load
from poortwachter.render.describe import Described
from poortwachter.timeline.clock import NO_END, ONE_DAY, Pause

# What has a place of its own on the line; the rest has no day, or is not needed.
SHOWN = ("late", "now", "advised", "custom", "unknown", "later", "done")

# Every half year of sickness gets its week written beside the line.
WEEKS = 26

# How far the line goes on after its last mark, when today is later still.
MARGIN = timedelta(weeks=4)


def timeline_chart(
    answer: Answer, all_described: Iterable[Described], language: str = DUTCH
) -> dict[str, Any]:
    """Marks, pauses, weeks and today, each so many days from the left (or the top) of the line."""
    marks = sorted(
        _marks(answer, all_described, language), key=lambda mark: (mark["date"], mark["state"])
    )
    first_day, last_day = _ends(answer, marks)
    today = min(answer.on, last_day)
    for mark in marks:
        mark["day"] = (date.fromisoformat(mark["date"]) - first_day).days
    return {
        "title": _words("timeline", language, first_day=first_day, last_day=last_day),
        "days": (last_day - first_day).days,
        "marks": marks,
        "pauses": [*_pauses(answer, first_day, last_day, language)],
        "weeks": [*_weeks(answer, first_day, last_day, language)],
        "today": {
            "day": max((today - first_day).days, 0),
            "text": _words("today", language),
            "when": written(answer.on, language),
        },
    }


def _ends(answer: Answer, marks: list[dict[str, Any]]) -> tuple[date, date]:
    first_day = answer.clock.first_day
    days = [date.fromisoformat(mark["date"]) for mark in marks]
    end = max([first_day + MARGIN, *days])
    return min([first_day, *days]), max(end, min(answer.on, end + MARGIN))


def _marks(
    answer: Answer, all_described: Iterable[Described], language: str
) -> Iterator[dict[str, Any]]:
    for described in all_described:
        day = _day(described.entry)
        if day and described.group in SHOWN and must_be_done(described.entry.occurrence):
            yield _mark(described, day, language)
    for moment in answer.moments:
        if moment.day:
            name = moment.rule.words[language].name
            yield {
                "id": moment.rule.id,
                "n": None,
                "name": name,
                "date": moment.day.isoformat(),
                "when": written(moment.day, language),
                "state": "moment",
                "standing": _words("moment", language),
            }


def _mark(described: Described, day: date, language: str) -> dict[str, Any]:
    occurrence = described.entry.occurrence
    return {
        "id": occurrence.rule.id,
        "n": occurrence.number,
        "name": f"{occurrence.rule.words[language].name} {occurrence.number or ''}".rstrip(),
        "date": day.isoformat(),
        "when": written(day, language),
        "state": described.group,
        "standing": described.standing,
    }


def _day(entry: Entry) -> date | None:
    """Where it lies: on the day it was done, else on its last day."""
    done = next(iter(entry.occurrence.done), None) if entry.status in DONE else None
    return done or entry.occurrence.deadline.day


def _pauses(
    answer: Answer, first_day: date, last_day: date, language: str
) -> Iterator[dict[str, Any]]:
    clock = answer.clock
    for pause in [*clock.pauses, *filter(None, [clock.stopped_by])]:
        if first_day <= pause.first_day <= last_day:
            ends = min(pause.last_day, last_day)
            yield {
                "from": (pause.first_day - first_day).days,
                "to": (ends - first_day).days + 1,
                "kind": pause.kind,
                "text": _pause(pause, language),
            }


def _pause(pause: Pause, language: str) -> str:
    if pause.last_day == NO_END:
        return _words(f"stopped_{pause.kind}", language, first_day=pause.first_day)
    days = {"first_day": pause.first_day, "last_day": pause.last_day}
    return _words(f"paused_{pause.kind}", language, **days)


def _weeks(
    answer: Answer, first_day: date, last_day: date, language: str
) -> Iterator[dict[str, Any]]:
    """The ends of weeks 26, 52, 78 and 104 as far as the period goes; in days of sickness."""
    clock = answer.clock
    for number in range(WEEKS, load().waiting_weeks(answer.on) + 1, WEEKS):
        day = clock.nth_day(7 * number)
        if day > last_day or (clock.stopped_on and day >= clock.stopped_on):
            return
        text = _words("week", language, number=number)
        yield {"day": (day + ONE_DAY - first_day).days, "text": text}


def _words(name: str, language: str, **values: object) -> str:
    return phrase("page", name, language, **values)


DONE = {"done", "done_late"}
