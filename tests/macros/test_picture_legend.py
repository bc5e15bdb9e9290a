"""The legend of the picture: the script takes each mark from it, so it holds all that can be drawn."""

import re
from typing import get_args

import pytest

from macros.blocks import self_check
from macros.page_words import languages
from poortwachter.selfcheck import SHOWN
from poortwachter.timeline import PauseKind

STATES = {*SHOWN, "moment", "done_late", *get_args(PauseKind)}
ITEM = re.compile(
    r'<li data-state="(\w+)" hidden><svg [^>]*><g class="pw-mark pw-mark--(\w+)">(.*?)</g></svg>([^<]+)'
)


@pytest.mark.parametrize("language", languages())
def test_each_state_of_a_mark_has_a_shape_and_a_name(language: str) -> None:
    items = ITEM.findall(self_check(language, folders=True))
    assert {state for state, *_ in items} == STATES
    for state, drawn_as, shape, name in items:
        assert drawn_as == state
        assert shape.startswith("<")
        assert name.strip()
