from typing import Any

import pytest

from tests.engine.examples import answered, examples, found


@pytest.mark.parametrize("example", examples(), ids=lambda example: str(example["name"]))
def test_an_example_beside_the_rules_comes_out_as_it_says(example: dict[str, Any]) -> None:
    assert found(answered(example), example["expect"]) == example["expect"]


def test_every_example_names_its_origin_and_its_own_name() -> None:
    names = [example["name"] for example in examples()]
    assert len(set(names)) == len(names)
    assert all(example["origin"] for example in examples())
