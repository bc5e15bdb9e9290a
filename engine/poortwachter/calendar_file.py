"""The answer as a calendar file (iCalendar, RFC 5545): an event for each last day still to be met.

Others often see somebody's calendar: unless asked, no word in it tells what it is about.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from poortwachter.answer import Answer, Obligation
from poortwachter.language import DUTCH
from poortwachter.rulebook import load
from poortwachter.sentences import phrase
from poortwachter.status import FINISHED, must_be_done

HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//poortwachterwijzer//calendar 1//NL")
TAIL = ("END:VCALENDAR",)
ALARMS = (14, 3)  # days before
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LONGEST_LINE = 75  # octets, the end of the line not counted


def answer_as_calendar(
    answer: Answer,
    language: str = DUTCH,
    *,
    plain_titles: bool = False,
    only: tuple[str, int | None] | None = None,
) -> str:
    """The text of an .ics file, its lines ending in CRLF; the same answer gives the same text.

    Args:
        answer: what `check` said.
        language: `nl` or `en`.
        plain_titles: name what is to be done; else every event is an appointment with a number.
        only: a rule, and which time of one that recurs; nothing else gets an event.
    """
    tell = _plain if plain_titles else _neutral
    events = [
        line
        for obligation, due in _to_come(answer)
        if only in {None, (obligation.slot.rule.id, obligation.slot.number)}
        for line in _event(answer, obligation, due, *tell(obligation, language))
    ]
    return "".join(f"{_folded(line)}\r\n" for line in (*HEAD, *events, *TAIL))


def _to_come(answer: Answer) -> Iterator[tuple[Obligation, date]]:
    for obligation in answer.obligations:
        due = obligation.slot.deadline.day
        if due and is_to_come(obligation, answer.on):
            yield obligation, due


def is_to_come(obligation: Obligation, on: date) -> bool:
    """Whether it has a last day and must still be done; of a recurring rule only the times ahead."""
    slot, due = obligation.slot, obligation.slot.deadline.day
    if due is None or obligation.status in FINISHED or not must_be_done(slot):
        return False
    return slot.number is None or due >= on


def _neutral(obligation: Obligation, language: str) -> tuple[str, str]:
    """A title and a description that tell nothing; numbers follow the order of the rulebook."""
    slot = obligation.slot
    number = str(1 + list(load().steps).index(slot.rule.id))
    if slot.number is not None:
        number += f".{slot.number}"
    title = phrase("calendar", "appointment", language, number=number)
    return title, _last_working_day(obligation, language)


def _plain(obligation: Obligation, language: str) -> tuple[str, str]:
    """What is to be done, by its name, and what it is."""
    words = obligation.slot.rule.words[language]
    title = f"{words.name} {obligation.slot.number or ''}".rstrip()
    return title, f"{words.summary} {_last_working_day(obligation, language)}".rstrip()


def _last_working_day(obligation: Obligation, language: str) -> str:
    day = obligation.safe_due
    return phrase("calendar", "last_working_day", language, day=day) if day else ""


def _event(
    answer: Answer, obligation: Obligation, due: date, title: str, description: str
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(answer, obligation)}"
    yield f"DTSTAMP:{answer.on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"SUMMARY:{title.translate(ESCAPED)}"
    yield from [f"DESCRIPTION:{description.translate(ESCAPED)}"] * bool(description)
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    for days in ALARMS:
        yield from _alarm(days, title)
    yield "END:VEVENT"


def _alarm(days: int, title: str) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{title.translate(ESCAPED)}"
    yield f"TRIGGER:-P{days}D"
    yield "END:VALARM"


def _uid(answer: Answer, obligation: Obligation) -> str:
    """The same for the same entry of the same period, so that a calendar updates its event."""
    slot = obligation.slot
    entry = f"{answer.clock.first_day} {slot.rule.id} {slot.number}"
    return f"{sha256(entry.encode()).hexdigest()[:32]}@poortwachterwijzer"


def _folded(line: str) -> str:
    """The line in pieces that are not too long; no character is cut in two."""
    folded, length = "", 0
    for character in line:
        octets = len(character.encode())
        if length + octets > LONGEST_LINE:
            folded, length = f"{folded}\r\n ", 1
        folded, length = folded + character, length + octets
    return folded
