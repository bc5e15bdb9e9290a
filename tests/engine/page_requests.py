"""What pages ask of the engine, drawn at random."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from browser.bridge import WANTS, answer
from poortwachter.law import load
from poortwachter.papers import papers
from poortwachter.selfcheck import LONGEST_PAPER, ROLES, as_file, as_form, as_fragment
from tests.engine.drawn import FIRST, drawn_case, drawn_on, drawn_submission
from tests.engine.odd import odd_text
from tests.engine.odd_tables import table_of_a_program

PARTS = ("role", FIRST, "done", "happened")
LINES = ("# {}", "## {}", "- {}", "- [ ] {}", "1. {}", "2) {}", "{}", "[{}]", "", "A & <B> {}")

type Request = dict[str, Any]
type Draw = Callable[[Random], Request]


def _case(random: Random) -> Request:
    case = drawn_case(random)
    return {"on": drawn_on(random, case), "case": case}


def wanting(want: str) -> Draw:
    """The form, and of it what is wanted, with all that a page may send along."""

    def drawn(random: Random) -> Request:
        submission = drawn_submission(random)
        trial = random.choice([{}, {"trial": True}])
        more = MORE[want](random) if want in MORE else {}
        on = drawn_on(random, submission.facts)
        return {"on": on, "form": as_form(submission), "want": want, **trial, **more}

    return drawn


def _calendar(random: Random) -> Request:
    only = {"id": random.choice([*load().rules]), "n": random.choice([None, 1, 2])}
    return {**_looks(random), "only": random.choice([None, None, only])}


def _looks(random: Random) -> Request:
    return {name: random.choice([True, False]) for name in ("plain", "talks")}


def _link(random: Random) -> Request:
    return {"role": random.choice([None, *ROLES]), "parts": _parts(random)}


def _parts(random: Random) -> list[str]:
    return random.sample(PARTS, random.randint(0, len(PARTS)))


def _base(random: Random) -> Request:
    return {"base": as_form(drawn_submission(random))}


def _paper(random: Random) -> Request:
    return {"paper": random.choice([*papers(), "none"])}


def _written_on(random: Random) -> Request:
    lines = random.choices(LINES, k=random.randrange(30))
    text = "\n".join(line.format(odd_text(random)) for line in lines)
    texts = [text, text, text, None, "- x\n" * 100, "x" * (LONGEST_PAPER + 1)]
    return {**_paper(random), "text": random.choice(texts)}


# What is sent along with a form, by what is wanted of it.
MORE: dict[str, Draw] = {
    "calendar": _calendar,
    "link": _link,
    "compare": _base,
    "paper": _paper,
    "blocks": _written_on,
    "document": _written_on,
}


def _carried(random: Random) -> Request:
    return {"link": "#" + as_fragment(drawn_submission(random))}


def _saved(random: Random) -> Request:
    return {"file": as_file(drawn_submission(random))}


def _cases(random: Random) -> Request:
    count = random.randint(0, 3)
    return {"cases": [{"ref": f"K{n}", **_saved(random)} for n in range(count)]}


def wanting_of_cases(random: Random) -> Request:
    more = random.choice(
        [
            {"want": "csv"},
            {"want": "calendar", **_looks(random)},
            {"want": "links", "page": "https://example.org/x/", "parts": _parts(random)},
        ]
    )
    return {**_cases(random), **more}


def _table(random: Random) -> Request:
    """A table that the engine wrote itself, with all columns, or one of another program."""
    if random.random() < 0.7:
        return {"table": table_of_a_program(random)}
    return {"table": told({**_cases(random), "want": "csv"})["text"]}


def _dossiers(random: Random) -> Request:
    return {"dossiers": told(_table(random))["dossiers"]}


def drawn_list(random: Random) -> Request:
    return {"list": told(_cases(random))["list"]}


def written(request: Request) -> str:
    """As a page writes it: all characters as they are, but for half of a pair."""
    return json.dumps(request, ensure_ascii=False).encode(errors="backslashreplace").decode()


def told(request: Request) -> dict[str, Any]:
    """What came before, as the page got it."""
    reply: dict[str, Any] = json.loads(answer(written({"on": "2026-11-21", **request})))
    return reply


DRAWN_KINDS: dict[str, Draw] = {
    "case": _case,
    **{want: wanting(want) for want in WANTS},
    "carried": _carried,
    "saved": _saved,
    "cases": _cases,
    "of cases": wanting_of_cases,
    "table": _table,
    "dossiers": _dossiers,
    "list": drawn_list,
}
