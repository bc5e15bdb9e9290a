"""Whether a step is asked: only what may have been done by now, and not what a first sick day tells."""

from datetime import date

from poortwachter.law.references import asks
from poortwachter.law.rulebook import Rule
from poortwachter.timeline.pauses import FALLS_IN_PAUSE
from poortwachter.timeline.timeline import Occurrence


@asks("ziekmelding-werknemer")
def is_sick_report(rule: Rule) -> bool:
    """Whether it is the report to the employer: who tells a first sick day has told it."""
    return rule.id == "ziekmelding-werknemer"


def may_be_done(occurrence: Occurrence, on: date) -> bool:
    """Whether it may be done by `on`, although nobody can say by when it had to be.

    What counts from a step that was done on a day that nobody told may have fallen due already (of what
    recurs nobody can say then how often), and so may what has an outcome that is past, fell in a pause,
    or was due on the day on which a role ended.
    """
    if occurrence.told == "not_known" or occurrence.is_owed_at_end:
        return True
    if not occurrence.must_be_done or occurrence.rule.recurs_until:
        return False
    deadline = occurrence.deadline
    if deadline.gap in FALLS_IN_PAUSE:
        return all(step.day <= on for step in deadline.trace if step.day)
    outcomes = [step.day for step in deadline.trace if step.tells_outcome and step.day]
    return deadline.gap == "no_own_date" or any(day <= on for day in outcomes)
