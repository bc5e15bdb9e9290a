"""The case: its fields, reading it from plain data, and what is wrong with it."""

from poortwachter.case.errors import echo
from poortwachter.case.fields import (
    Day,
    Facts,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Text,
    Weeks,
    YesNo,
    fields_of,
    paths_of,
    required,
)
from poortwachter.case.model import Case
from poortwachter.case.parser import MOST_ROWS, read_facts

__all__ = [
    "MOST_ROWS",
    "Case",
    "Day",
    "Facts",
    "FieldKind",
    "Nested",
    "Percentage",
    "Rows",
    "Steps",
    "Text",
    "Weeks",
    "YesNo",
    "echo",
    "fields_of",
    "paths_of",
    "read_facts",
    "required",
]
