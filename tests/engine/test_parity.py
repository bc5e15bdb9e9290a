"""CPython and the packed engine in Pyodide give the same text for the same request."""

import json

import pytest

from browser.bridge import CASELOAD, WANTS
from tests.engine.agreement import disagreements
from tests.engine.asked import DRAWN, ODD, requests
from tests.engine.examples import examples
from tests.in_node import answers
from tests.thorough import thorough


@pytest.mark.parametrize("nth", [20, *thorough(1)])
def test_pyodide_says_to_the_letter_what_cpython_says(nth: int) -> None:
    asked = requests(nth)
    assert len(asked) > (len(examples()) + DRAWN + ODD) // nth
    differing = disagreements(asked, answers(asked))
    assert not differing, differing


def test_whatever_can_be_asked_is_asked_of_both() -> None:
    asked = [json.loads(request) for request in requests(20)]
    assert {each.get("want") for each in asked} >= {*WANTS, None, "csv", "calendar", "links"}
    for kind in ("form", "link", "file", "case", *CASELOAD):
        assert any(kind in each for each in asked), kind
