"""The steps of a case as a list for a file: by when, done when, and room for why it was later."""

from collections.abc import Iterator
from datetime import date

from poortwachter.answer.model import Answer, Entry
from poortwachter.i18n.locales import with_weekday, written
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import load
from poortwachter.render.describe import at_earliest, is_done_late
from poortwachter.timeline.trace import Reached

# Steps of a proof that suppose the last day of another step, for its own day was not told.
SUPPOSED = frozenset({"not_done", "not_told", "not_known"})

KINDS = frozenset({"obligation", "event"})


def day_or_blank(reached: Reached | None, language: str) -> str:
    """A day in words; a blank where there is none, or where it rests on what was not told."""
    if reached is None or reached.day is None or _is_supposed(reached):
        return phrase("blanks", "day", language)
    return at_earliest(with_weekday(reached.day, language), reached, language)


def _is_supposed(reached: Reached) -> bool:
    return any(step.name in SUPPOSED for step in reached.trace)


def days_done(entry: Entry, on: date) -> list[date]:
    """The days on which a step was told done, up to and including `on`: what lies ahead is not done yet."""
    return [day for day in entry.occurrence.done if day and day <= on]


def overview(answer: Answer, language: str) -> str:
    """A line for each step that applies, in the order of the step plan; UWV asks why only of steps of the law."""
    return "\n".join(
        f"- {line}" for each in answer.obligations for line in _line(each, answer.on, language)
    )


def blank_overview(language: str) -> str:
    """The same without a case: each obligation, with room for when it was done."""
    told = phrase("overview", "to_fill_in", language)
    found = (
        rule for rule in load().laid if rule.kind == "obligation" and rule.strength != "gebruik"
    )
    return "\n".join(f"- {rule.words[language].name}: {told}" for rule in found)


def _line(entry: Entry, on: date, language: str) -> Iterator[str]:
    rule, name = entry.occurrence.rule, entry.occurrence.title(language)
    applies = entry.status != "not_applicable" and rule.strength != "gebruik"
    if not applies or rule.kind not in KINDS or not _matters(entry):
        return
    by = phrase("overview", "by", language, when=day_or_blank(entry.occurrence.deadline, language))
    told = [
        name + (f" ({by})" if entry.occurrence.deadline.day else ""),
        _told(entry, on, language),
    ]
    if _is_late(entry) and not rule.is_agreed:
        told.append(phrase("overview", "reason", language))
    yield ": ".join(told[:2]) + "".join(f" {each}" for each in told[2:])


def _matters(entry: Entry) -> bool:
    """What happens only with something else stands here once somebody told of it."""
    return entry.is_told or entry.occurrence.rule.kind == "obligation"


def _is_late(entry: Entry) -> bool:
    """Whether it was told to be done after its last day, or not to be done by then; where that day is sure."""
    is_not_done = entry.status == "overdue" and entry.occurrence.told == "not_done"
    return (is_done_late(entry) or is_not_done) and not _is_supposed(entry.occurrence.deadline)


def _told(entry: Entry, on: date, language: str) -> str:
    """What was said of it, or room for it."""
    if entry.occurrence.told == "not_done":
        return phrase("overview", "not_done", language)
    days = [written(day, language) for day in days_done(entry, on)]
    if days or None in entry.occurrence.done:
        when = days[0] if days else phrase("blanks", "day", language)
        return phrase("overview", "done", language, when=when)
    return phrase("overview", "to_fill_in", language)
