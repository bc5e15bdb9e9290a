"""Leave of which the cause is not known: both outcomes are worked out, and both are named."""

from collections.abc import Iterable, Iterator

from poortwachter.case.model import Case
from poortwachter.law.rulebook import Rule
from poortwachter.timeline.timeline import Occurrence
from poortwachter.timeline.trace import Reached


def is_undecided(case: Case) -> bool:
    """Whether the case leaves the cause of a sickness after leave open."""
    return any(leave.same_cause is None for leave in case.leaves)


def decided(case: Case, *, same_cause: bool) -> Case:
    """The case as it is if every open cause is the same, or another."""
    leaves = tuple(
        leave._replace(same_cause=same_cause) if leave.same_cause is None else leave
        for leave in case.leaves
    )
    return case._replace(leaves=leaves)


def both_occurrences(
    same: Iterable[Occurrence], other: Iterable[Occurrence]
) -> Iterator[Occurrence]:
    """The occurrences of the one outcome, without a date where the other outcome has another."""
    others = {(occurrence.rule.id, occurrence.number): occurrence for occurrence in other}
    for occurrence in same:
        counterpart = others.get((occurrence.rule.id, occurrence.number))
        deadline = counterpart.deadline if counterpart else Reached()
        yield occurrence._replace(deadline=_both(occurrence.deadline, deadline))


def both_moments(
    same: Iterable[tuple[Rule, Reached]], other: Iterable[tuple[Rule, Reached]]
) -> Iterator[tuple[Rule, Reached]]:
    """The moments of the one outcome, without a date where the other outcome has another."""
    others = {rule.id: reached for rule, reached in other}
    for rule, reached in same:
        yield rule, _both(reached, others.get(rule.id, Reached()))


def _both(same: Reached, other: Reached) -> Reached:
    if same.day == other.day:
        return same
    named = _named(_named(Reached(), "same_cause", same), "other_cause", other)
    return named.without_date("ask_cause")


def _named(reached: Reached, name: str, outcome: Reached) -> Reached:
    if outcome.day:
        return reached.then(name, outcome.day)
    return reached.remark(f"{name}_none")
