"""What CPython and the packed engine must answer alike: the same requests each time and everywhere."""

import json
from functools import cache
from pathlib import Path
from random import Random

from poortwachter.law import LANGUAGES
from tests.engine.examples import examples
from tests.engine.odd_requests import ODD_KINDS
from tests.engine.page_requests import DRAWN_KINDS, Draw, Request, written

SAMPLES = Path(__file__).parents[2] / "engine/build/pyodide_bundle/samples.json"
DRAWN, ODD = 2_000, 5_000


@cache
def requests(nth: int = 1) -> tuple[str, ...]:
    """Every nth of all: the examples, what is drawn, what is odd; and each sample of the packer."""
    known = [{"on": each["on"], "case": each["case"]} for each in examples()]
    drawn = (_one(DRAWN_KINDS, f"drawn {number}") for number in range(0, DRAWN, nth))
    odd = (_one(ODD_KINDS, f"odd {number}") for number in range(0, ODD, nth))
    return tuple(map(written, [*samples(), *known[::nth], *drawn, *odd]))


def samples() -> list[Request]:
    """What the packer asks to find out which modules are imported: each thing that can be wanted."""
    asked: list[Request] = json.loads(SAMPLES.read_text(encoding="utf-8"))
    return asked


def _one(kinds: dict[str, Draw], seed: str) -> Request:
    """Each from a seed of its own, so that some can be had without the others."""
    random = Random(seed)  # noqa: S311 not a secret
    drawn = kinds[random.choice([*kinds])](random)
    language = random.choice([{}, *({"language": each} for each in LANGUAGES)])
    return {"on": "2026-11-21", **language, **drawn}
