"""How each rule stands on a day, as plain data."""

from poortwachter.answer.compare import compared
from poortwachter.answer.model import Answer
from poortwachter.answer.status import STATUS_OF_GAP, Status

__all__ = [
    "STATUS_OF_GAP",
    "Answer",
    "Status",
    "compared",
]
