"""Each question of a case has its words, and says of itself what it is."""

import inspect
from collections.abc import Iterator

import pytest

from poortwachter import Case
from poortwachter.case import (
    Day,
    FieldKind,
    Nested,
    Percentage,
    Rows,
    Steps,
    Weeks,
    YesNo,
    fields_of,
)
from poortwachter.law import load
from poortwachter.selfcheck import WITHOUT_DATE, questions


def asked(record: type, path: str = "") -> Iterator[tuple[str, FieldKind, str]]:
    """Every question at any depth, with its path and the docstring of its record."""
    for name, kind in fields_of(record).items():
        yield path + name, kind, inspect.getdoc(record) or ""
        if isinstance(kind, Nested | Rows):
            yield from asked(kind.record, f"{path}{name}.")


ASKED = list(asked(Case))


@pytest.mark.parametrize(("path", "kind", "described"), ASKED, ids=[path for path, *_ in ASKED])
def test_every_question_has_its_words(path: str, kind: FieldKind, described: str) -> None:
    where, _, name = path.rpartition(".")
    messages = load().messages
    assert f"\n    {name}: " in described
    if isinstance(kind, Day | Weeks | Percentage):
        assert path in messages["nouns"]
    # Days of a row are told together; steps by their own names.
    in_a_row = where in {each for each, other, _ in ASKED if isinstance(other, Rows)}
    if not isinstance(kind, Nested | Steps) and (isinstance(kind, YesNo) or not in_a_row):
        assert name in messages["filled_in"]


def test_what_may_be_unknown_says_what_that_means() -> None:
    notices = load().messages["notices"]
    assert [name for name in WITHOUT_DATE if f"unknown-{name}" not in notices] == []


def test_the_form_asks_all_that_the_case_holds() -> None:
    assert set(questions()) == set(Case._fields)
