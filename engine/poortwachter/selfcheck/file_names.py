"""What a file is called that somebody takes along: many cases of one adviser end up in one folder."""

from poortwachter.case.fields import Facts

LONGEST = 40


def file_name(stem: str, suffix: str, facts: Facts) -> str:
    """For example `zelfcheck-Klant-A-2026-01-05.json`: the label, if there is one, and the first sick day.

    Of a label it keeps letters and digits, which every system takes in a name.
    """
    label = str(facts.get("label") or "")
    words = "".join(each if each.isalnum() else " " for each in label).split()
    named = "-".join([stem, *words])[: len(stem) + LONGEST].rstrip("-")
    first_day = facts.get("first_sick_day")
    return "-".join([named, *([f"{first_day}"] if first_day else [])]) + f".{suffix}"
