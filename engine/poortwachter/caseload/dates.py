"""A date in a cell, in the ways in which spreadsheets and people write one: the day before the month."""

import re
from datetime import date

from poortwachter.i18n.locales import LOCALES
from poortwachter.selfcheck.date_input import MistypedError, typed_date

WEEKDAYS = "|".join(day for language in LOCALES.values() for day in language["weekdays"])
DATE = re.compile(
    rf"(?:(?:{WEEKDAYS}),? )?"
    r"(?:(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|(?P<d>\d{1,2})(?P<between>\.? |[-/.])(?P<m>\d{1,2}|[^\W\d_]+\.?)(?P=between)(?P<y>\d{4}))"
    r"(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?",  # midnight, which many programs add
    re.IGNORECASE,
)


def read_day(text: str) -> date | None:
    """The date in a text; None: there is none in it, or it does not exist."""
    found = DATE.fullmatch(" ".join(text.split()))
    if not found:
        return None
    day, month, year = (
        found["day"] or found["d"],
        found["month"] or found["m"],
        found["year"] or found["y"],
    )
    try:
        return typed_date({"day": day, "month": month, "year": year}, date.max)
    except MistypedError:
        return None
