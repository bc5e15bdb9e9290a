"""The steps of a case as a list for a file: by when, done when, and room for why it was later."""

from collections.abc import Iterator

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
    if reached is None or reached.day is None or SUPPOSED & {step.name for step in reached.trace}:
        return phrase("blanks", "day", language)
    return at_earliest(with_weekday(reached.day, language), reached, language)


def overview(answer: Answer, language: str) -> str:
    """A line for each step of the law that applies, in the order of the step plan."""
    return "\n".join(f"- {line}" for each in answer.obligations for line in _line(each, language))


def blank_overview(language: str) -> str:
    """The same without a case: each obligation of the law, with room for when it was done."""
    told = phrase("overview", "to_fill_in", language)
    found = (
        rule for rule in load().laid if rule.kind == "obligation" and rule.strength != "gebruik"
    )
    return "\n".join(f"- {rule.words[language].name}: {told}" for rule in found)


def _line(entry: Entry, language: str) -> Iterator[str]:
    rule, name = entry.occurrence.rule, entry.occurrence.title(language)
    applies = entry.status != "not_applicable" and rule.strength != "gebruik"
    if not applies or rule.kind not in KINDS or not _matters(entry):
        return
    by = phrase("overview", "by", language, when=day_or_blank(entry.occurrence.deadline, language))
    told = [name + (f" ({by})" if entry.occurrence.deadline.day else ""), _told(entry, language)]
    if is_done_late(entry) or _is_told_overdue(entry):
        told.append(phrase("overview", "reason", language))
    yield ": ".join(told[:2]) + "".join(f" {each}" for each in told[2:])


def _matters(entry: Entry) -> bool:
    """What happens only with something else stands here once somebody told of it."""
    return entry.is_told or entry.occurrence.rule.kind == "obligation"


def _is_told_overdue(entry: Entry) -> bool:
    """Whether its last day is known and past, and somebody told that it was not done."""
    supposed = SUPPOSED & {step.name for step in entry.occurrence.deadline.trace}
    return entry.status == "overdue" and entry.occurrence.told == "not_done" and not supposed


def _told(entry: Entry, language: str) -> str:
    """What was said of it, or room for it."""
    if entry.occurrence.told == "not_done":
        return phrase("overview", "not_done", language)
    days = [written(day, language) for day in entry.occurrence.done if day]
    if entry.occurrence.told == "done" and days:
        return phrase("overview", "done", language, when=days[0])
    if entry.occurrence.told == "done":
        return phrase("overview", "done", language, when=phrase("blanks", "day", language))
    return phrase("overview", "to_fill_in", language)
