"""Cases that every browser must answer as Python does."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Example:
    name: str
    case: dict[str, Any]


TYPED = [
    Example("nothing done", {"first_sick_day": "2026-06-15"}),
    Example(
        "two documents",
        {
            "first_sick_day": "2026-01-05",
            "done": {"probleemanalyse": "2026-02-10", "plan-van-aanpak": "2026-02-20"},
        },
    ),
    Example(
        "a recovery of four weeks, after which all begins anew",
        {
            "first_sick_day": "2026-03-02",
            "recoveries": [{"first_day": "2026-05-04", "last_day": "2026-06-05"}],
        },
    ),
]

CARRIED = {
    "first_sick_day": "2025-11-03",
    "recoveries": [{"first_day": "2026-07-06", "last_day": "2026-07-19"}],
    "leaves": [{"first_day": "2026-03-02", "last_day": "2026-06-21", "same_cause": True}],
    "contract_end": "2027-06-30",
    "done": {
        "probleemanalyse": "2025-12-10",
        "plan-van-aanpak": True,
        "periodieke-evaluatie": ["2026-02-02", "2026-08-10"],
    },
}
