from typing import Any

import pytest

from poortwachter.law import load
from tests.engine.examples import answered, examples, found


@pytest.mark.parametrize("example", examples(), ids=lambda example: str(example["name"]))
def test_an_example_beside_the_rules_comes_out_as_it_says(example: dict[str, Any]) -> None:
    assert found(answered(example), example["expect"]) == example["expect"]


def test_every_example_names_its_origin_and_its_own_name() -> None:
    names = [example["name"] for example in examples()]
    assert len(set(names)) == len(names)
    assert all(example["origin"] for example in examples())


def test_no_example_expects_something_of_a_name_that_does_not_exist() -> None:
    """Of a misspelt name `false` would hold for ever."""
    rulebook = load()
    known = {
        *rulebook.rules,
        "clock",
        *(f"notices.{code}" for code in rulebook.messages["notices"]),
    }
    expected = {name for example in examples() for name in _names(example["expect"])}
    assert expected - known == set()


def _names(expected: dict[str, Any]) -> set[str]:
    codes = {f"notices.{code}" for code in expected.get("notices", ())}
    return codes | {name.partition("#")[0] for name in expected if name != "notices"}
