"""What somebody does not know is never called late, and what is left out of the count is told."""

from collections.abc import Collection, Iterator

from poortwachter.answer import Answer, Notice, Obligation
from poortwachter.filled_in import WITHOUT_DATE
from poortwachter.notices import notice
from poortwachter.rulebook import load

STEP = "done."
ASK = "ask_whether_done"


def with_doubts(answer: Answer, unknown: Collection[str]) -> Answer:
    """The answer for somebody who does not know this; names as in `FilledIn.unknown`."""
    if not unknown:
        return answer
    obligations = tuple(_doubted(each, unknown) for each in answer.obligations)
    certain = (each for each in answer.notices if each.field not in unknown)
    return answer._replace(obligations=obligations, notices=(*_left_out(unknown), *certain))


def _doubted(obligation: Obligation, unknown: Collection[str]) -> Obligation:
    slot = obligation.slot
    is_open = obligation.status in {"overdue", "due", "unknown"}
    if STEP + slot.rule.id not in unknown or not is_open:
        return obligation
    slot = slot._replace(deadline=slot.deadline._replace(gap=ASK))
    return obligation._replace(slot=slot, status="unknown", days=None)


def _left_out(unknown: Collection[str]) -> Iterator[Notice]:
    for name in dict.fromkeys(unknown):
        if name in WITHOUT_DATE:
            yield notice(f"unknown-{name}", name)
        else:
            rule = load().steps[name.removeprefix(STEP)]
            yield notice("unknown-done", name, noun=rule)
