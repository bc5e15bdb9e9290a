"""The kinds of pause: where the days of each come from, and what is said of it.

Words are told by their names in rules/messages.yaml. See CONTRIBUTING, Add a kind of pause.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

PauseKind = Literal["recovery", "leave", "mixed"]

# Why a pause leaves a rule without a date; each is also a step.
PauseGap = Literal[
    "falls_in_recovery",
    "falls_in_leave",
    "stopped",
    "stopped_by_leave",
    "stopped_by_mixed",
]


class Ending(NamedTuple):
    """What is said of a pause that ended the period, or that has no end itself.

    Attributes:
        gap: Why what comes later has no date any more.
        new_period: The text that says why a new period begins after it.
        standing_still: The notices while it lasts: first, and once a new period would begin. None:
            it ends by itself, so nothing is told of what comes next.
    """

    gap: PauseGap
    new_period: str
    standing_still: tuple[str, str] | None


class KindOfPause(NamedTuple):
    """One kind of days that do not count.

    Attributes:
        rows: The question of the case that tells its days.
        notices_at: The question at which a notice of the whole period stands.
        falls_in: Why a term that ends within it has no date; the text of that name says it short.
        not_moved: The step of a date that it leaves where it is.
        head_line: The text that says on such a day how things stand.
        ending: What is said once it ended the period.
        joins: Whether a row leaves the sickness before and after it one period, however long it lasts.
    """

    rows: str
    notices_at: str
    falls_in: PauseGap
    not_moved: str
    head_line: str
    ending: Ending
    joins: Callable[[Any], bool] = lambda _: False


# In this order: a day that falls in two is of the first. Who recovers during leave has recovered.
KINDS_OF_PAUSE: Mapping[PauseKind, KindOfPause] = {
    "recovery": KindOfPause(
        rows="recoveries",
        notices_at="recoveries",
        falls_in="falls_in_recovery",
        not_moved="not_moved",
        head_line="recovered",
        ending=Ending("stopped", "recovered_so_long", ("still-recovered", "recovered-for-good")),
    ),
    # The same cause makes one period of it (WIA art. 23(3) and (5)).
    "leave": KindOfPause(
        rows="leaves",
        notices_at="recoveries",
        falls_in="falls_in_leave",
        not_moved="not_moved_by_leave",
        head_line="on_leave",
        ending=Ending("stopped_by_leave", "other_cause_after_leave", None),
        joins=lambda leave: leave.same_cause is True,
    ),
}

# What touches or overlaps is one pause: its sentences name the kinds that are in it.
MIXED: PauseKind = "mixed"

ENDINGS: Mapping[PauseKind, Ending] = {
    **{kind: each.ending for kind, each in KINDS_OF_PAUSE.items()},
    MIXED: Ending("stopped_by_mixed", "together_so_long", ("not-sick", "not-sick-for-good")),
}

# The period of sickness ends before the day.
STOPPED: frozenset[PauseGap] = frozenset(each.gap for each in ENDINGS.values())

# Nobody can say whether a rule still has its day.
FALLS_IN_PAUSE: frozenset[PauseGap] = frozenset(each.falls_in for each in KINDS_OF_PAUSE.values())
