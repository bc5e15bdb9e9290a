"""The published JSON Schemas say of cases and answers what the engine reads and writes.

After a change of the rules or of the questions GOLDEN=write make test writes the schemas of what
comes in, of a comparison and of an answer in short; see engine/build/*_schema*.py.
"""

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator, meta

from brief_schema import brief_schema
from comparison_schema import comparison_schema
from input_schemas import carried_schema, case_schema
from open_data_schema import open_data_schema
from poortwachter import Case, InvalidInputError, brief, check, compare
from tests.engine.cases import cases
from tests.engine.examples import answered, examples
from tests.engine.odd import spoilt
from tests.thorough import a_fifth_of, times

FOLDER = Path(__file__).parents[2] / "docs/assets/schema"
CASE, ANSWER, COMPARISON, BRIEF, OPEN_DATA = (
    FOLDER / f"{name}.schema.json"
    for name in ("case", "answer", "comparison", "brief", "open-data")
)

# A schema looks at one value at a time: it cannot compare days.
ORDER_OF_DAYS = {"pause_too_early", "ends_before_it_starts", "open_row_not_last"}


def read(path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


@cache
def validator(path: Path) -> Draft202012Validator:
    return Draft202012Validator(read(path), validate_formats=True)


def refusals(path: Path, data: object) -> list[str]:
    """What is wrong according to a schema; a lone surrogate is no text, whatever a schema says."""
    try:
        return [error.message for error in validator(path).iter_errors(data)]
    except UnicodeEncodeError as error:
        return [str(error)]


def shape_problems(data: object) -> list[str]:
    """What the engine says is wrong with a case, apart from the order of its days."""
    try:
        Case.from_dict(data)
    except InvalidInputError as error:
        return [each.line() for each in error.problems if each.code not in ORDER_OF_DAYS]
    return []


@pytest.mark.parametrize("path", [CASE, ANSWER, COMPARISON, BRIEF, OPEN_DATA])
def test_a_schema_is_one_and_describes_every_field(path: Path) -> None:
    meta.validate(read(path))
    assert [name for name, field in fields(read(path)) if not field.get("description")] == []


def fields(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that a schema names, at any depth."""
    for key, value in schema.items() if isinstance(schema, dict) else ():
        if key == "properties" and "description" in schema:
            yield from value.items()
        yield from fields(value)


@pytest.mark.parametrize(
    "made", [case_schema, carried_schema, comparison_schema, brief_schema, open_data_schema]
)
def test_the_schemas_that_are_made_follow_from_what_they_are_made_of(
    made: Callable[[], dict[str, Any]],
) -> None:
    name = made.__name__.removesuffix("_schema").replace("_", "-")
    path = FOLDER / f"{name}.schema.json"
    if os.environ.get("GOLDEN") == "write":
        text = json.dumps(made(), indent=2, ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8")
    assert list(read(path).items()) == list(made().items())


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["name"])
def test_examples_and_their_answers_fit(example: dict[str, Any]) -> None:
    assert refusals(CASE, example["case"]) == []
    assert refusals(ANSWER, answered(example)) == []


@given(cases(), st.dates(date(2013, 1, 1), date(2034, 1, 1)), st.sampled_from(["nl", "en"]))
@times(200)
def test_generated_cases_and_their_answers_fit(case: dict[str, Any], on: date, lang: str) -> None:
    assert refusals(CASE, case) == []
    assert refusals(ANSWER, check(Case.from_dict(case), on=on).to_dict(lang)) == []


@given(cases(), cases(), st.dates(date(2013, 1, 1), date(2034, 1, 1)))
@times(100)
def test_a_comparison_fits_and_every_field_of_it_is_in_the_schema(
    one: dict[str, Any], other: dict[str, Any], on: date
) -> None:
    found = compare(Case.from_dict(one), Case.from_dict(other), on=on).to_dict()
    assert [error.message for error in closed(COMPARISON).iter_errors(found)] == []


@given(cases(), st.dates(date(2013, 1, 1), date(2034, 1, 1)))
@times(100)
def test_an_answer_in_short_fits_and_every_field_of_it_is_in_the_schema(
    case: dict[str, Any], on: date
) -> None:
    line = {"line": 1, **brief(Case.from_dict(case), on=on).to_dict()}
    assert [error.message for error in closed(BRIEF).iter_errors(line)] == []


def test_every_field_of_an_answer_is_in_the_schema() -> None:
    for example in examples():
        errors = closed(ANSWER).iter_errors(answered(example))
        assert [error.message for error in errors] == []


@cache
def closed(path: Path) -> Draft202012Validator:
    text = path.read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text, object_hook=without_extension))


def without_extension(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "additionalProperties": False} if "properties" in schema else schema


@pytest.mark.parametrize("seed", a_fifth_of(10))
def test_schema_and_engine_refuse_the_same_cases(seed: int) -> None:
    random = Random(seed)  # noqa: S311 not a secret
    refused = 0
    for _ in range(200):
        data = json.loads(json.dumps(spoilt(random, random.choice(examples())["case"])))
        problems = shape_problems(data)
        assert bool(refusals(CASE, data)) == bool(problems), (data, problems)
        refused += bool(problems)
    assert 20 < refused < 180


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {},
        {"first_sick_day": None},
        {"first_sick_day": "2026-02-30"},
        {"first_sick_day": "2026-01-05\n"},
        {"first_sick_day": "1949-12-31"},
        {"colour": 1},
        {"recoveries": {}},
        {"recoveries": [None]},
        {"recoveries": [{"first_day": "2026-02-01", "reason": "x"}]},
        {"recoveries": [{"last_day": "2026-02-01"}]},
        {"recoveries": [{"first_day": "2026-02-01", "last_day": "2026-02-02"}] * 201},
        {"leaves": [{"first_day": "2026-02-01"}]},
        {"leaves": [{"first_day": "2026-02-01", "last_day": "2026-05-01", "same_cause": 1}]},
        {"outlook": {"long_absence": "no"}},
        {"outlook": []},
        {"done": {"einde-wachttijd": True}},
        {"done": {"probleemanalyse": ["2026-02-01"]}},
        {"done": {"periodieke-evaluatie": [True]}},
        {"wage_extension": {"sanction_weeks": 53}},
        {"wage_extension": {"sanction_weeks": True}},
        {"wage_extension": {"sanction_repair_found": "2028-03-01"}},
        {"wage_extension": {"sanction_repair_found": "2028-03-01", "sanction_weeks": None}},
    ],
    ids=str,
)
def test_what_the_engine_refuses_the_schema_refuses(broken: object) -> None:
    given_too = {"first_sick_day": "2026-01-05"}
    case = {**given_too, **broken} if isinstance(broken, dict) and broken else broken
    assert shape_problems(case)
    assert refusals(CASE, case)
