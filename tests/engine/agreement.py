"""Where an answer is not that of CPython."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, zip_longest

from browser.bridge import answer

EMPTY = {"", "null", "{}", "[]"}
# So many tell what is wrong, each by so much of a request, and of both answers from where they differ.
MOST = 5
SHOWN = 1_000
BEFORE = 40


def disagreements(
    asked: Iterable[str], told: Iterable[str], form: Callable[[str], str] = str
) -> str:
    """The first requests that were answered otherwise, or not at all; `form`: in which the answers told are."""
    return "\n\n".join(islice(_disagreements(asked, told, form), MOST))


def _disagreements(
    asked: Iterable[str], told: Iterable[str], form: Callable[[str], str]
) -> Iterator[str]:
    for request, got in zip_longest(asked, told, fillvalue=""):
        # What nobody asked has no answer.
        expected = form(answer(request)) if request else ""
        if got != expected or got in EMPTY:
            yield _shown(request, got, expected)


def _shown(request: str, got: str, expected: str) -> str:
    pairs = enumerate(zip_longest(got, expected))
    start = max(0, next((at for at, (a, b) in pairs if a != b), 0) - BEFORE)
    ends = (text[start : start + SHOWN] for text in (got, expected))
    return "\n".join(map(ascii, (request[:SHOWN], *ends)))
