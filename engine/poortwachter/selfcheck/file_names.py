"""What a file is called that somebody takes along: many cases of one adviser end up in one folder."""

from poortwachter.case.fields import Facts

LONGEST = 40


def file_name(stem: str, suffix: str, facts: Facts) -> str:
    """For example `zelfcheck-Klant-A.json`; without a label `zelfcheck.json`.

    Of a label it keeps letters and digits, which every system takes in a name.
    """
    label = str(facts.get("label") or "")
    words = "".join(each if each.isalnum() else " " for each in label).split()
    return "-".join([stem, *words])[: len(stem) + LONGEST].rstrip("-") + f".{suffix}"
