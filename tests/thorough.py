"""What only repeats a proof: `make test` leaves it out, `make test-all` runs it too."""

from typing import Any

import pytest
from hypothesis import settings


def thorough(*values: Any) -> list[Any]:
    """Values of a parameter, or of several at once, for `make test-all` only."""
    each = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*value, marks=pytest.mark.thorough) for value in each]


def a_fifth_of(count: int) -> list[Any]:
    """Seeds of generated input: every one in `make test-all`, the first fifth of them always."""
    always = -(-count // 5)
    return [*range(always), *thorough(*range(always, count))]


def times(count: int) -> settings:
    """As many generated examples in `make test-all`, and a fifth of them always."""
    return settings(max_examples=count * settings().max_examples // 100)


# For one test of each behaviour that a page could have from a server only, or from disk only.
also_from_disk = pytest.mark.parametrize("home", ["http", "file"], indirect=True)
