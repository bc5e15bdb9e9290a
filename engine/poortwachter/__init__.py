"""What an employer and a sick employee must do, and by when, under the Wet verbetering poortwachter.

from datetime import date
from poortwachter import Case, check

answer = check(Case.from_dict({"first_sick_day": "2026-06-15"}), on=date(2026, 11, 21))
answer.to_dict()
"""

from poortwachter.answer.brief import Brief, brief
from poortwachter.answer.check import check
from poortwachter.answer.compare import Comparison, Difference, compare
from poortwachter.answer.model import Answer
from poortwachter.case.errors import InvalidInputError, Problem
from poortwachter.case.model import Case, Leave, Outlook, Recovery, WageExtension

__all__ = [
    "Answer",
    "Brief",
    "Case",
    "Comparison",
    "Difference",
    "InvalidInputError",
    "Leave",
    "Outlook",
    "Problem",
    "Recovery",
    "WageExtension",
    "brief",
    "check",
    "compare",
]
