"""CPython and the packed engine in Pyodide give the same text for the same request."""

import json
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from browser.bridge import answer
from poortwachter.law import LANGUAGES, load
from poortwachter.papers import papers
from poortwachter.selfcheck import LONGEST_PAPER
from tests.engine.examples import examples

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "engine/build/pyodide_bundle/samples.json"
NODE = ROOT / ".venv/bin/node"
GENERATED = 200
# Also what no paper can hold, and what is too long.
TEXTS = (
    "# A & <B>\n\n1. x\n2) y\n\n1. é 💶\r\n- [ ] z",
    "\x00\x1f\ufffe \u2028 tab\t",
    "",
    "- x\n" * 100,
    None,
    "x" * (LONGEST_PAPER + 1),
)


def requests() -> list[str]:
    """Every example, cases drawn at random but the same each time, and each kind of request."""
    random = Random(42)  # noqa: S311 not a secret
    drawn = [drawn_case(random) for _ in range(GENERATED)]
    known = [{"on": example["on"], "case": example["case"]} for example in examples()]
    return [json.dumps(request) for request in [*known, *drawn, *samples(), *of_papers()]]


def samples() -> list[dict[str, Any]]:
    """What the packer asks to find out which modules are imported: each thing that can be wanted."""
    asked: list[dict[str, Any]] = json.loads(SAMPLES.read_text(encoding="utf-8"))
    return asked


def of_papers() -> Iterator[dict[str, Any]]:
    """Each paper of a case, and as its parts and its file what somebody may have made of it."""
    form = {
        "first_sick_day": {"day": "5", "month": "1", "year": "2026"},
        "done": {"probleemanalyse": {"said": "no"}},
    }
    for number, name in enumerate([*papers(), "none"]):
        language = LANGUAGES[number % len(LANGUAGES)]
        asked = {"on": "2026-11-21", "form": form, "paper": name, "language": language}
        yield {**asked, "want": "paper"}
        for text in TEXTS:
            yield {**asked, "want": ("blocks", "document")[number % 2], "text": text}


def drawn_case(random: Random) -> dict[str, Any]:
    first_day = date(2014, 1, 1) + timedelta(days=random.randrange(6000))

    def day(least: int, most: int) -> str:
        return str(first_day + timedelta(days=random.randint(least, most)))

    names = random.sample(load().can_be_done, 4)
    done: dict[str, Any] = {name: random.choice([True, day(0, 700)]) for name in names}
    start, length = random.randint(1, 700), random.randint(1, 40)
    recovery = {"first_day": day(start, start), "last_day": day(start + length, start + length)}
    recoveries = [recovery] * random.randint(0, 1)
    case = {"first_sick_day": str(first_day), "recoveries": recoveries, "done": done}
    return {"on": day(-10, 900), "case": case}


@pytest.fixture(scope="module")
def in_pyodide() -> list[str]:
    finished = subprocess.run(
        [NODE, "tests/pyodide_answers.mjs"],
        input="\n".join(requests()) + "\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return finished.stdout.splitlines()


def test_pyodide_says_to_the_letter_what_cpython_says(in_pyodide: list[str]) -> None:
    assert len(in_pyodide) == len(requests()) > GENERATED + len(examples()) + len(samples())
    for request, told in zip(requests(), in_pyodide, strict=True):
        assert told == answer(request), request
