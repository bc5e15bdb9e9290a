"""What applies though its date is not known is left out of the count, and that is told."""

from collections.abc import Collection

from poortwachter.answer.model import Answer
from poortwachter.answer.notices import notice


def with_uncertainty(answer: Answer, unknown: Collection[str]) -> Answer:
    """The answer for somebody who does not know these dates; names as in `Submission.unknown`."""
    left_out = (notice(f"unknown-{name}", name) for name in dict.fromkeys(unknown))
    return answer._replace(notices=(*left_out, *answer.notices))
