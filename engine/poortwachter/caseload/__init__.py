"""Many cases at once: a table of them read, and a list of how they stand."""

from poortwachter.caseload.fields import FIRST_DAY, LABELS, PERCENTAGE, fields
from poortwachter.caseload.listing import LOOKED_AHEAD, ORDER, SOON_DAYS
from poortwachter.caseload.presets import PRESETS
from poortwachter.caseload.replies import (
    CalendarView,
    FileView,
    ListView,
    TableView,
    cases_calendar,
    cases_file,
    cases_links,
    cases_view,
    dossiers_view,
    list_file,
    table_view,
)
from poortwachter.caseload.table import LARGEST_TABLE
from poortwachter.caseload.whole import list_of

__all__ = [
    "FIRST_DAY",
    "LABELS",
    "LARGEST_TABLE",
    "LOOKED_AHEAD",
    "ORDER",
    "PERCENTAGE",
    "PRESETS",
    "SOON_DAYS",
    "CalendarView",
    "FileView",
    "ListView",
    "TableView",
    "cases_calendar",
    "cases_file",
    "cases_links",
    "cases_view",
    "dossiers_view",
    "fields",
    "list_file",
    "list_of",
    "table_view",
]
