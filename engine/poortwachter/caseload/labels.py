"""What may be a label: short, to be seen, and no number by which the state knows somebody."""

import re
from collections.abc import Iterator
from functools import cache

from poortwachter.case.errors import Problem, echo
from poortwachter.case.fields import Text, fields_of
from poortwachter.case.model import Case

BSN_DIGITS = 9
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)

DIGITS = re.compile(r"\d+")
# Digits as people write them, with marks between.
RUN = re.compile(r"\d+(?:[.\- ]+\d+)*")

NOT_REPEATED = "…"


@cache
def longest_label() -> int:
    """How many characters a label may have."""
    kind = fields_of(Case)["label"]
    return kind.longest if isinstance(kind, Text) else 0


def wrong_label(where: str, label: str) -> Iterator[Problem]:
    """What is wrong with a label at this place."""
    if len(label) > longest_label():
        values = {"given": len(label), "expected": longest_label()}
        yield Problem(where, "too_long", values)
    elif looks_like_bsn(label):
        yield Problem(where, "looks_like_bsn")
    elif not label.isprintable():
        yield Problem(where, "not_printable")


def quoted(text: str) -> str:
    """A text as a problem repeats it: short, and without what may be such a number."""
    return echo(RUN.sub(lambda run: NOT_REPEATED if _is_hidden(run[0]) else run[0], text))


def looks_like_bsn(text: str) -> bool:
    """Whether digits in a text may be a citizen service number: they pass the eleven test."""
    return any(map(_passes, _numbers(text)))


def _is_hidden(run: str) -> bool:
    return any(len(each) >= BSN_DIGITS for each in DIGITS.findall(run)) or looks_like_bsn(run)


def _numbers(text: str) -> Iterator[str]:
    """Every nine digits that stand together, and every eight: a spreadsheet drops a zero in front."""
    for run in RUN.findall(text):
        pieces = DIGITS.findall(run)
        for first, piece in enumerate(pieces):
            if len(piece) == BSN_DIGITS - 1:
                yield f"0{piece}"
            # Each has a digit, so that no more than nine pieces can be nine digits.
            for last in range(first, min(first + BSN_DIGITS, len(pieces))):
                number = "".join(pieces[first : last + 1])
                if len(number) == BSN_DIGITS:
                    yield number


def _passes(number: str) -> bool:
    weighed = (int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=True))
    return int(number) > 0 and sum(weighed) % 11 == 0
