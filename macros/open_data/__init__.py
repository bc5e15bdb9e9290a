"""The rules as open data: files at fixed addresses, written from what the engine itself knows.

They stand once, at the root of the site; `docs/decisions/0024-open-data.md` says why they are as they are.
"""

from macros.open_data.files import (
    FOLDER,
    write_data,
    write_feeds,
    write_guide_for_programs,
)
from macros.open_data.history import history, history_of
from macros.open_data.llms import Page

__all__ = [
    "FOLDER",
    "Page",
    "history",
    "history_of",
    "write_data",
    "write_feeds",
    "write_guide_for_programs",
]
