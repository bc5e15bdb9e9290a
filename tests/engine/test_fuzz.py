"""Whatever is thrown at the command, it ends with status 0 or 2, in words and in time."""

import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from random import Random
from time import perf_counter
from typing import Any

import pytest

from poortwachter.cli import FORMATS, main
from tests.engine.examples import examples
from tests.engine.odd import bitten, spoilt
from tests.thorough import a_fifth_of

ON = ("--on", "2026-11-21")
STDIN = ("check", "-", *ON)
TIMES = 7_000  # of each of the three kinds below
AT_A_TIME = 500
MEGA = 1_000_000
SECONDS = 10

WORDS = [
    *(
        "check",
        "compare",
        "rules",
        "-",
        "--",
        "--on",
        "--first-day",
        "--done",
        "--jsonl",
        "--format",
        "--lang",
    ),
    *(
        "--plain-titles",
        "--help",
        "-h",
        "--o",
        "text",
        "json",
        "brief",
        "ics",
        "nl",
        "en",
        "xml",
        "nothing",
    ),
    *(
        "2026-01-05",
        "2026-11-21",
        "probleemanalyse=2026-02-10",
        "wia-aanvraag=",
        "=",
        "x=2026-01-01",
    ),
    *("", " ", "\0", "\udcff", "{}", "%s", "{0}", "é€💶", "-5", "x" * 5000, "\n", "."),
]

type Fuzz = Callable[[Random], tuple[list[str], bytes]]


def run(arguments: list[str], given: bytes) -> tuple[int | str | None, str, str]:
    """The status and both outputs of the command, run within this process."""
    told, complained = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(raw, write_through=True) for raw in (told, complained))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        try:
            status: int | str | None = main(arguments)
        except SystemExit as end:
            status = end.code
    return status, told.getvalue().decode(), complained.getvalue().decode()


def cases() -> list[dict[str, Any]]:
    return [example["case"] for example in examples()]


def fuzzed_bytes(random: Random) -> tuple[list[str], bytes]:
    if random.random() < 0.2:
        return [*STDIN], random.randbytes(random.randrange(200))
    text = json.dumps(random.choice(cases())).encode()
    for _ in range(random.randint(1, 2)):
        text = bitten(random, text, random.randbytes(random.randrange(8)))
    return [*STDIN], text


def fuzzed_json(random: Random) -> tuple[list[str], bytes]:
    case = spoilt(random, random.choice(cases()))
    return [*STDIN, "--format", random.choice([*FORMATS])], json.dumps(case).encode()


def fuzzed_command(random: Random) -> tuple[list[str], bytes]:
    start = random.choice([["check"], ["check", "-"], ["check", "-"], ["rules"], []])
    words = random.choices(WORDS, k=random.randrange(6))
    return [*start, *words], json.dumps(random.choice(cases())).encode()


@pytest.mark.parametrize("seed", a_fifth_of(TIMES // AT_A_TIME))
@pytest.mark.parametrize("fuzz", [fuzzed_bytes, fuzzed_json, fuzzed_command])
def test_no_input_makes_it_fail(fuzz: Fuzz, seed: int) -> None:
    random = Random(f"{fuzz.__name__} {seed}")  # noqa: S311 not a secret
    for _ in range(AT_A_TIME):
        arguments, given = fuzz(random)
        status, out, err = run(arguments, given)
        assert status in {0, 2}, (arguments, given)
        assert "Traceback" not in err, (arguments, given)
        assert bool(err) == (status == 2 and not out), (arguments, given)


DEPTHS = [*range(1, 2_000, 50), *range(2_000, 20_000, 500), 100_000, MEGA // 5]
NESTS = [
    ('{"first_sick_day":', "[", "]", "}"),
    ('{"outlook":', '{"":', "}", "}"),
    ("", "[", "]", ""),
]


@pytest.mark.parametrize(("before", "opens", "closes", "after"), NESTS)
def test_however_deep_the_nesting_it_is_refused(
    before: str, opens: str, closes: str, after: str
) -> None:
    started = perf_counter()
    for depth in DEPTHS:
        inside = opens * depth + "0" * (opens != "[") + closes * depth
        status, out, err = run([*STDIN], (before + inside + after).encode())
        assert (status, out) == (2, ""), depth
        assert all(len(line) < 400 for line in err.splitlines())
    assert perf_counter() - started < SECONDS


# As much as a case may have at all: 1,048,576 bytes.
HUGE = {
    "a long date": {"first_sick_day": "2" * MEGA},
    "a long name": {"2" * MEGA: 1},
    "a long id": {"first_sick_day": "2026-01-05", "done": {"x" * MEGA: True}},
    "many spells": {"first_sick_day": "2026-01-05", "recoveries": [{}] * (MEGA // 4)},
    "many leaves": {"first_sick_day": "2026-01-05", "leaves": [None] * (MEGA // 6)},
    "many dates": {
        "first_sick_day": "2026-01-05",
        "done": {"periodieke-evaluatie": ["2026-02-01"] * (MEGA // 14)},
    },
    "a wide value": {"first_sick_day": [0] * (MEGA // 3)},
    "many fields": dict.fromkeys(map(str, range(MEGA // 15))),
    "many ids": {"done": dict.fromkeys(map(str, range(MEGA // 15)))},
    "a long number": {"first_sick_day": 10**4000},
}


@pytest.mark.parametrize("name", HUGE)
def test_however_large_the_input_it_is_refused_in_time(name: str) -> None:
    given = json.dumps(HUGE[name]).encode()
    started = perf_counter()
    status, out, err = run([*STDIN], given)
    assert (status, out) == (2, "")
    assert perf_counter() - started < SECONDS
    assert max(map(len, err.splitlines())) < 2_000
    assert "too large" not in err


def test_a_number_of_a_million_digits_is_refused_in_time() -> None:
    started = perf_counter()
    status, _, err = run([*STDIN], b'{"first_sick_day": ' + b"9" * MEGA + b"}")
    assert status == 2
    assert err.startswith("the input is not JSON: ")
    assert perf_counter() - started < SECONDS


@pytest.mark.parametrize("seed", range(4))
def test_every_fuzzed_line_is_answered_in_its_place(seed: int) -> None:
    random = Random(seed)  # noqa: S311 not a secret
    lines = [fuzzed_bytes(random)[1].replace(b"\n", b"") for _ in range(100)]
    status, out, err = run(["check", "--jsonl", *ON], b"\n".join(lines) + b"\n")
    answers = [json.loads(line) for line in out.split("\n")[:-1]]
    assert (status, err, len(answers)) == (2, "", len(lines))
    wrong = [answer["line"] for answer in answers if "errors" in answer]
    assert wrong == [n for n, answer in enumerate(answers, start=1) if "errors" in answer]
