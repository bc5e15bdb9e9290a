"""The answer as a calendar file (iCalendar, RFC 5545): an event for each last day still to be met.

Others often see somebody's calendar: unless asked, no word in it tells what it is about.
Imported again, it moves what moved and takes away what is done: see docs/decisions.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from poortwachter.answer.model import Answer, Entry
from poortwachter.answer.status import DONE
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.render.describe import is_to_fill_in
from poortwachter.timeline.timeline import Key

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//poortwachterwijzer//calendar 1//NL\r\n"
TAIL = "END:VCALENDAR\r\n"
ALARMS = (14, 3)  # days before
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LONGEST_LINE = 75  # octets, the end of the line not counted

# From here the sequence counts, so that a later file always has a higher one.
FIRST_SEQUENCE = date(2020, 1, 1)


class Choices(NamedTuple):
    """What somebody wants in a calendar.

    Attributes:
        plain_titles: name what is to be done; else every event is an appointment with a number.
        talks: also what recurs: the talks that are custom, not law.
        label: the label of the case, in front of each title. It is part of the identity of each
            event: two cases with a label of their own never share one.
        only: a rule, and which time of one that recurs; nothing else gets an event.
    """

    plain_titles: bool = False
    talks: bool = True
    label: str | None = None
    only: Key | None = None


EVERYTHING = Choices()


class Event(NamedTuple):
    """One day in the calendar; `cancelled`: what stood there before is done."""

    entry: Entry
    day: date
    cancelled: bool = False


def answer_as_ics(answer: Answer, language: str = DUTCH, choices: Choices = EVERYTHING) -> str:
    """The text of an .ics file, its lines ending in CRLF; the same answer gives the same text."""
    return HEAD + events_as_ics(answer, language, choices) + TAIL


def events_as_ics(answer: Answer, language: str = DUTCH, choices: Choices = EVERYTHING) -> str:
    """Only its events: those of any number of answers make one calendar, between `HEAD` and `TAIL`."""
    lines = (
        line
        for event in _events(answer, choices)
        for line in _event(answer, event, choices, language)
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def appointment(entry: Entry, language: str = DUTCH) -> str:
    """What a calendar calls it that tells nothing: each rule has a number of its own."""
    occurrence = entry.occurrence
    number = str(occurrence.rule.appointment)
    if occurrence.number is not None:
        number += f".{occurrence.number}"
    return phrase("calendar", "appointment", language, number=number)


def legend(answer: Answer, language: str = DUTCH) -> list[tuple[str, str]]:
    """What each number in a calendar without names stands for; what recurs stands in it once."""
    first: dict[str, Entry] = {}
    for event in _events(answer, EVERYTHING):
        if not event.cancelled:
            first.setdefault(event.entry.occurrence.rule.id, event.entry)
    return [
        (appointment(entry, language), entry.occurrence.title(language)) for entry in first.values()
    ]


def _events(answer: Answer, choices: Choices) -> Iterator[Event]:
    for entry in answer.obligations:
        occurrence = entry.occurrence
        if choices.only not in {None, occurrence.key}:
            continue
        if occurrence.number is not None and not choices.talks and not choices.only:
            continue
        event = _dated(entry, answer.on, asked_for=choices.only is not None)
        if event:
            yield event


def _dated(entry: Entry, on: date, *, asked_for: bool) -> Event | None:
    """An entry in the calendar: on its last day, or today if that was let pass.

    What nobody said is not said to be late: it gets no day, unless somebody asks for this one.
    """
    due, occurrence = entry.occurrence.deadline.day, entry.occurrence
    if due is None or not occurrence.must_be_done:
        return None
    if entry.status in DONE:
        return Event(entry, due, cancelled=True)
    if not entry.is_to_come(on):
        return None
    if due >= on:
        return Event(entry, due)
    return Event(entry, on) if asked_for or occurrence.told == "not_done" else None


def _event(answer: Answer, event: Event, choices: Choices, language: str) -> Iterator[str]:
    title = _title(event.entry, choices, language)
    description = _description(event, choices, language)
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(answer, event.entry, choices.label)}"
    yield f"DTSTAMP:{answer.on:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{_sequence(answer.on, event)}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{title.translate(ESCAPED)}"
    yield from [f"DESCRIPTION:{description.translate(ESCAPED)}"] * bool(description)
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield from ["STATUS:CANCELLED"] * event.cancelled
    for days in () if event.cancelled else ALARMS:
        if (event.day - answer.on).days > days:
            yield from _alarm(days, title)
    yield "END:VEVENT"


def _title(entry: Entry, choices: Choices, language: str) -> str:
    name = entry.occurrence.title(language)
    title = name if choices.plain_titles else appointment(entry, language)
    return f"{choices.label}: {title}" if choices.label else title


def _description(event: Event, choices: Choices, language: str) -> str:
    if event.cancelled:
        return ""
    summary = event.entry.occurrence.rule.words[language].summary
    told = [summary] * choices.plain_titles + [_last_day(event, language)]
    return " ".join(filter(None, told))


def _last_day(event: Event, language: str) -> str:
    """The last working day; once the last day has passed, that day, or that nobody told.

    Of a last day that may come later only that.
    """
    if is_to_fill_in(event.entry):
        return phrase("calendar", "to_fill_in", language)
    due, safe_due = event.entry.occurrence.deadline.day, event.entry.safe_due
    if event.entry.occurrence.deadline.at_least:
        return phrase("calendar", "last_day_at_earliest", language, day=due)
    if event.day != due:
        return phrase("calendar", "last_day_was", language, day=due)
    return phrase("calendar", "last_working_day", language, day=safe_due) if safe_due else ""


def _sequence(on: date, event: Event) -> int:
    """Higher in each later file, and on one day higher for what is done by then."""
    return max(2 * (on - FIRST_SEQUENCE).days, 0) + event.cancelled


def _alarm(days: int, title: str) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title.translate(ESCAPED)}"
    yield f"TRIGGER:-P{days}D"
    yield "END:VALARM"


def _uid(answer: Answer, entry: Entry, label: str | None) -> str:
    """The same for the same entry of the same period of a case, so that a calendar updates its event.

    Without a label a case is known by its first day only.
    """
    occurrence = entry.occurrence
    case = f"{label}\n{answer.clock.first_day}" if label else f"{answer.clock.first_day}"
    identity = f"{case} {occurrence.rule.id} {occurrence.number}"
    return f"{sha256(identity.encode()).hexdigest()[:32]}@poortwachterwijzer"


def _folded(line: str) -> str:
    """The line in pieces that are not too long; no character is cut in two."""
    folded, length = "", 0
    for character in line:
        octets = len(character.encode())
        if length + octets > LONGEST_LINE:
            folded, length = f"{folded}\r\n ", 1
        folded, length = folded + character, length + octets
    return folded
