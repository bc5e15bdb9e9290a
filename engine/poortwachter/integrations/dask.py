"""Inside Dask: cases on the processors or machines that it was given.

import dask.bag
from poortwachter.integrations.dask import answers

answers(dask.bag.read_text("cases/*.jsonl"), on=date(2026, 11, 27)).to_textfiles("answers/*.jsonl")
"""

from datetime import date
from typing import TYPE_CHECKING

from poortwachter.case.from_text import day_of_reference
from poortwachter.integrations.extras import require
from poortwachter.integrations.json_answers import answered

if TYPE_CHECKING:
    from dask.bag import Bag

require("dask", "dask")


def answers(cases: "Bag", *, on: date) -> "Bag":
    """For each case, a JSON text, its answer as one: in the same order and the same partitions.

    The answer is that of `poortwachter check --format brief`; what is wrong with a case is in its
    `errors`. Each worker needs this package, in the same version.

    Raises:
        InvalidInputError: `on` is no day that the engine counts with.
    """
    found: Bag = cases.map(answered, on=day_of_reference("on", on))
    return found
