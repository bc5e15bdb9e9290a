"""Chromium, Firefox and WebKit answer as CPython does, whatever is asked: a tenth of what Node is asked."""

import json
from itertools import batched

import pytest

from tests.browsers.visitor import Visitor
from tests.engine.agreement import disagreements
from tests.engine.asked import requests

# Each browser is started once.
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("three engines")]

# So many are answered well within the time that a browser gives a script.
AT_ONCE = 40

# What the page wrote, and what it read: no page can write a number of four hundred digits.
ASK_ALL = """async (texts) => {
    const found = [];
    for (const request of texts.map((text) => JSON.parse(text))) {
        const reply = await poortwachter.ask(request).catch(String);
        found.push([JSON.stringify(request), JSON.stringify(reply)]);
    }
    return found;
}"""


def in_order(reply: str) -> str:
    """The same text for the same reply, in whatever order a browser keeps the names that are numbers."""
    return json.dumps(json.loads(reply), sort_keys=True)


@pytest.mark.parametrize("home", ["http"], indirect=True)
def test_each_browser_says_what_cpython_says(visitor: Visitor) -> None:
    visitor.opens_self_check()
    texts = requests(10)
    some = batched(texts, AT_ONCE, strict=False)
    found = [pair for each in some for pair in visitor.tab.runs(ASK_ALL, each)]
    assert len(found) == len(texts)
    told = (in_order(reply) for _, reply in found)
    asked = (request for request, _ in found)
    differing = disagreements(asked, told, in_order)
    assert not differing, differing
