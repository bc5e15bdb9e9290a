"""Each question of a case has its words, and says of itself what it is."""

import inspect
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwachter import Case, InvalidInputError
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
    required,
)
from poortwachter.i18n import LOCALES
from poortwachter.law import load
from poortwachter.selfcheck import WITHOUT_DATE, questions
from tests.engine.cases import FIRST_DAYS, rows
from tests.thorough import times


def asked(record: type, path: str = "") -> Iterator[tuple[str, FieldKind, str]]:
    """Every question at any depth, with its path and the docstring of its record."""
    for name, kind in fields_of(record).items():
        yield path + name, kind, inspect.getdoc(record) or ""
        if isinstance(kind, Nested | Rows):
            yield from asked(kind.record, f"{path}{name}.")


ASKED = list(asked(Case))
ROWS = [name for name, kind in fields_of(Case).items() if isinstance(kind, Rows)]


def may_lack_an_end(name: str) -> bool:
    """Whether the last of these rows may go on; what only stands on record may overlap."""
    kind = fields_of(Case)[name]
    assert isinstance(kind, Rows)
    return not kind.from_first_day and "last_day" not in required(kind.record)


@pytest.mark.parametrize(("path", "kind", "described"), ASKED, ids=[path for path, *_ in ASKED])
def test_every_question_has_its_words(path: str, kind: FieldKind, described: str) -> None:
    name, messages = path.rpartition(".")[2], load().messages
    lacking = [
        f"{group}.{named}" for group, named in in_words(path, kind) if named not in messages[group]
    ]
    if f"\n    {name}: " not in described:
        lacking.append("a line under Attributes, in model.py")
    assert not lacking, f"write (in engine/rules/messages.yaml): {', '.join(lacking)}"


def in_words(path: str, kind: FieldKind) -> Iterator[tuple[str, str]]:
    """What must be said of a question: where in rules/messages.yaml, and its name there."""
    where, _, name = path.rpartition(".")
    if isinstance(kind, Day | Weeks | Percentage):
        yield "nouns", path
    # Days of a row are told together; steps by their own names.
    in_a_row = where in {each for each, other, _ in ASKED if isinstance(other, Rows)}
    if not isinstance(kind, Nested | Steps) and (isinstance(kind, YesNo) or not in_a_row):
        yield "filled_in", name
    if path in WITHOUT_DATE:
        yield "notices", f"unknown-{path}"


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("group", ["nouns", "filled_in"])
def test_no_two_questions_are_called_the_same(group: str, language: str) -> None:
    """As after taking over the words of another one."""
    asked = {
        name for path, kind, _ in ASKED for where, name in in_words(path, kind) if where == group
    }
    called = [load().messages[group][name][language] for name in sorted(asked)]
    assert [each for each in called if called.count(each) > 1] == []


def test_the_readme_names_every_question_of_a_case() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    _, _, told = readme.partition("The other fields are ")
    named = set(re.findall(r"`(\w+)`", told.partition("\n")[0]))
    assert named == set(Case._fields) - {"first_sick_day"}


@pytest.mark.parametrize("name", ROWS)
@given(first_day=FIRST_DAYS, data=st.data())
@times(30)
def test_rows_of_any_question_can_be_drawn_from_its_record(
    name: str, first_day: date, data: st.DataObject
) -> None:
    kind = fields_of(Case)[name]
    assert isinstance(kind, Rows)
    drawn = data.draw(rows(kind, first_day))
    case = Case.from_dict({"first_sick_day": str(first_day), name: drawn})
    assert len(getattr(case, name)) == len(drawn)


@pytest.mark.parametrize("name", ROWS)
def test_no_row_ends_before_it_begins_or_begins_before_the_first_sick_day(name: str) -> None:
    for first_day in ("2026-03-02", "2026-01-04"):
        row = {"first_day": first_day, "last_day": "2026-01-03"}
        with pytest.raises(InvalidInputError) as wrong:
            Case.from_dict({"first_sick_day": "2026-01-05", name: [row]})
        fields = {problem.field for problem in wrong.value.problems}
        assert f"{name}[0].last_day" in fields
        assert (f"{name}[0].first_day" in fields) is (first_day == "2026-01-04")


@pytest.mark.parametrize("name", [name for name in ROWS if may_lack_an_end(name)])
def test_only_the_last_of_the_rows_that_do_not_count_may_lack_its_end(name: str) -> None:
    told = [{"first_day": "2026-02-02"}, {"first_day": "2026-03-02"}]
    with pytest.raises(InvalidInputError) as wrong:
        Case.from_dict({"first_sick_day": "2026-01-05", name: told})
    assert [each.field for each in wrong.value.problems] == [f"{name}[0].last_day"]


def test_the_form_asks_all_that_the_case_holds() -> None:
    assert set(questions()) == set(Case._fields)
