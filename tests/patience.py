"""Waits for what comes by itself, and no longer than anybody would."""

import time
from collections.abc import Callable

SECONDS = 30


def until[Seen](look: Callable[[], Seen], what: str) -> Seen:
    """What `look` sees as soon as it sees something."""
    deadline = time.monotonic() + SECONDS
    while not (seen := look()):
        if time.monotonic() > deadline:
            message = f"waited {SECONDS} seconds for {what}, and saw {seen!r}"
            raise TimeoutError(message)
        time.sleep(0.05)
    return seen
