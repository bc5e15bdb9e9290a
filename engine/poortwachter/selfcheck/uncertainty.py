"""What somebody does not know is never called late, and what is left out of the count is told."""

from collections.abc import Collection, Iterator

from poortwachter.answer.model import Answer, Entry, Notice
from poortwachter.answer.notices import notice
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.submission import WITHOUT_DATE
from poortwachter.timeline.trace import Gap

STEP = "done."
ASK: Gap = "ask_whether_done"


def with_uncertainty(answer: Answer, unknown: Collection[str]) -> Answer:
    """The answer for somebody who does not know this; names as in `Submission.unknown`."""
    if not unknown:
        return answer
    entries = tuple(_doubted(each, unknown) for each in answer.obligations)
    certain = (each for each in answer.notices if each.field not in unknown)
    return answer._replace(obligations=entries, notices=(*_left_out(unknown), *certain))


def _doubted(entry: Entry, unknown: Collection[str]) -> Entry:
    occurrence = entry.occurrence
    is_open = entry.status in {"overdue", "due", "unknown"}
    if STEP + occurrence.rule.id not in unknown or not is_open:
        return entry
    occurrence = occurrence._replace(deadline=occurrence.deadline._replace(gap=ASK))
    return entry._replace(occurrence=occurrence, status="unknown", days=None)


def _left_out(unknown: Collection[str]) -> Iterator[Notice]:
    for name in dict.fromkeys(unknown):
        if name in WITHOUT_DATE:
            yield notice(f"unknown-{name}", name)
        else:
            rule = load().actionable[name.removeprefix(STEP)]
            yield notice("unknown-done", name, noun=rule)
