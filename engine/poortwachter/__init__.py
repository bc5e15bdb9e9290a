"""What an employer and a sick employee must do, and by when, under the Wet verbetering poortwachter.

from datetime import date
from poortwachter import Case, check

answer = check(Case.from_dict({"first_sick_day": "2026-06-15"}), on=date(2026, 11, 21))
answer.to_dict()
"""

from poortwachter.answer import Answer
from poortwachter.case import Case
from poortwachter.check import check
from poortwachter.facts import Leave, Outlook, Recovery, WageExtension
from poortwachter.problems import InvalidInputError, Problem

__all__ = [
    "Answer",
    "Case",
    "InvalidInputError",
    "Leave",
    "Outlook",
    "Problem",
    "Recovery",
    "WageExtension",
    "check",
]
