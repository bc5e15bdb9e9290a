"""The parts of the re-integration report in the words of its rule."""

import re

from macros.guidebook import load_whole
from poortwachter.selfcheck.completeness import DOCTOR, EMPLOYEE, EMPLOYER, REPORT

# At the end of some parts in the words of the rule; on the page it stands apart.
WHO_DELIVERS = re.compile(rf" \((?:{EMPLOYER}|{DOCTOR}|{EMPLOYEE})[^)]*\)$")


def contents() -> list[str]:
    """What each part holds, in Dutch, without its letter and who delivers it."""
    listed = load_whole().rules[REPORT].words["nl"].contents
    return [WHO_DELIVERS.sub("", text.partition(". ")[2]) for text in listed]
