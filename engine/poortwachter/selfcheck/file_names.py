"""What a file is called that somebody takes along: many cases of one adviser end up in one folder."""

from typing import Literal

from poortwachter.case.fields import Facts
from poortwachter.i18n import DUTCH
from poortwachter.i18n.messages import phrase

LONGEST = 40


FileOf = Literal["appointments", "appointment", "self_check", "list", "cases", "links"]


def file_name(of: FileOf, suffix: str, facts: Facts, language: str = DUTCH) -> str:
    """For example `zelfcheck-Klant-A-2026-01-05.json`: the label, if there is one, and the first sick day.

    Of a label it keeps letters and digits, which every system takes in a name.
    """
    return named(phrase("files", of, language), suffix, facts)


def named(stem: str, suffix: str, facts: Facts) -> str:
    """The same for a file that has a name of its own."""
    label = str(facts.get("label") or "")
    words = "".join(each if each.isalnum() else " " for each in label).split()
    known = "-".join([stem, *words])[: len(stem) + LONGEST].rstrip("-")
    first_day = facts.get("first_sick_day")
    return "-".join([known, *([f"{first_day}"] if first_day else [])]) + f".{suffix}"
