"""From a case as JSON text to its brief answer as JSON text: what a row of a table is answered with."""

import json
from collections.abc import Mapping
from typing import Any

from poortwachter.answer.brief import brief
from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.from_text import day_of_reference, parsed
from poortwachter.case.model import Case
from poortwachter.law.references import asks


@asks(brief)
def answered(case: object, on: object) -> str | None:
    """The brief answer of `poortwachter check --format brief`, without the number of a line.

    Args:
        case: a case as JSON text; nothing (None) gives nothing.
        on: the day of reference, a date.

    Returns:
        JSON text: the answer, or `errors` with everything that is wrong, each at its field.
    """
    if case is None:
        return None
    try:
        return _as_json(brief(_read(case), on=day_of_reference("on", on)).to_dict())
    except InvalidInputError as error:
        return _as_json({"errors": [problem.to_dict() for problem in error.problems]})


def _read(case: object) -> Case:
    if not isinstance(case, str):
        values = {"given": echo(case), "expected": "a case as JSON text"}
        raise InvalidInputError([Problem("", "wrong_type", values)])
    # A lone surrogate is refused by the reader of the case, in words.
    return Case.from_dict(parsed(case.encode(errors="surrogatepass")))


def _as_json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
