"""Two things measured in turn: on a busy machine only their ratio means something."""

import os
from collections.abc import Callable
from statistics import median
from typing import Any

# To see that all of it runs, and not to learn anything.
SHORT = os.environ.get("BENCH") == "short"
PAIRS = 1 if SHORT else 7


def in_pairs(ours: Callable[[], float], other: Callable[[], float]) -> dict[str, Any]:
    """Medians of both, and the median of what each pair says for itself."""
    pairs = [(ours(), other()) for _ in range(PAIRS)]
    return {
        "ours": median(pair[0] for pair in pairs),
        "other": median(pair[1] for pair in pairs),
        "ratio": median(pair[0] / pair[1] for pair in pairs),
    }
