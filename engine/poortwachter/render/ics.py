"""The answer as a calendar file (iCalendar, RFC 5545): an event for each last day still to be met.

Others often see somebody's calendar: unless asked, no word in it tells what it is about.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from poortwachter.answer.model import Answer, Entry
from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.render.describe import is_to_fill_in

HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//poortwachterwijzer//calendar 1//NL")
TAIL = ("END:VCALENDAR",)
ALARMS = (14, 3)  # days before
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LONGEST_LINE = 75  # octets, the end of the line not counted


def answer_as_ics(
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
        for entry, due in _to_come(answer)
        if only in {None, (entry.occurrence.rule.id, entry.occurrence.number)}
        for line in _event(answer, entry, due, *tell(entry, language))
    ]
    return "".join(f"{_folded(line)}\r\n" for line in (*HEAD, *events, *TAIL))


def _to_come(answer: Answer) -> Iterator[tuple[Entry, date]]:
    for entry in answer.obligations:
        due = entry.occurrence.deadline.day
        if due and entry.is_to_come(answer.on):
            yield entry, due


def _neutral(entry: Entry, language: str) -> tuple[str, str]:
    """A title and a description that tell nothing: each rule has a number of its own."""
    occurrence = entry.occurrence
    number = str(occurrence.rule.appointment)
    if occurrence.number is not None:
        number += f".{occurrence.number}"
    title = phrase("calendar", "appointment", language, number=number)
    return title, _how_it_stands(entry, language)


def _plain(entry: Entry, language: str) -> tuple[str, str]:
    """What is to be done, by its name, and what it is."""
    words = entry.occurrence.rule.words[language]
    title = entry.occurrence.title(language)
    return title, f"{words.summary} {_how_it_stands(entry, language)}".rstrip()


def _how_it_stands(entry: Entry, language: str) -> str:
    if is_to_fill_in(entry):
        return phrase("calendar", "to_fill_in", language)
    day = entry.safe_due
    return phrase("calendar", "last_working_day", language, day=day) if day else ""


def _event(answer: Answer, entry: Entry, due: date, title: str, description: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(answer, entry)}"
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


def _uid(answer: Answer, entry: Entry) -> str:
    """The same for the same entry of the same period, so that a calendar updates its event."""
    occurrence = entry.occurrence
    identity = f"{answer.clock.first_day} {occurrence.rule.id} {occurrence.number}"
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
