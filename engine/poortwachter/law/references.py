"""Which rules the code asks for by their ids: declared where it asks, so that the compiler sees them.

A rule that is renamed in the YAML would otherwise be missed in silence, and a circle that goes
through code would only be found by running into it.
"""

from collections.abc import Callable

# Anything that asks, by itself: what a function asks for is a fact about the function.
Function = Callable[..., object]

ASKED: dict[Function, tuple[str, ...]] = {}


def asks[F: Function](*rules: str | Function) -> Callable[[F], F]:
    """Declare what a function asks for.

    Args:
        rules: ids of rules, and functions that it calls whose declarations count for it too.
    """
    ids: dict[str, None] = {}
    for rule in rules:
        ids.update(dict.fromkeys([rule] if isinstance(rule, str) else asked_by(rule)))

    def declared(function: F) -> F:
        ASKED[function] = tuple(ids)
        return function

    return declared


def asked_by(function: Function) -> tuple[str, ...]:
    """The ids that a function declared; none where it declared nothing."""
    return ASKED.get(function, ())
