"""What a program hands over: a case as JSON text, and a day of reference."""

import json
from datetime import date
from typing import Any

from poortwachter.case.errors import InvalidInputError, Problem
from poortwachter.case.model import Case
from poortwachter.case.parser import CaseReader
from poortwachter.law.rulebook import load

# Bytes: ten times what a case needs in which every list is full.
LARGEST_CASE = 2**20


def parsed(text: bytes) -> Any:
    """The plain data in a JSON text, which may be no case.

    Raises:
        InvalidInputError: it is larger than a case, or no JSON.
    """
    if len(text) > LARGEST_CASE:
        raise InvalidInputError([Problem("", "too_many_bytes", {"expected": LARGEST_CASE})])
    try:
        return json.loads(text)
    except RecursionError:
        reason = "too deeply nested"
    except ValueError as error:
        reason = str(error)
    raise InvalidInputError([Problem("", "not_json", {"reason": reason})])


def day_of_reference(where: str, given: object) -> date:
    """The day that was given, as a date or as YYYY-MM-DD.

    Raises:
        InvalidInputError: at `where`, for it is no day that the engine counts with.
    """
    reader = CaseReader(Case, load())
    day = reader.read_date(where, given)
    if not isinstance(day, date) or reader.problems:
        raise InvalidInputError(reader.problems)
    return day
