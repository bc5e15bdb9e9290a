"""What Python programs may use is documented, and the example in the documentation runs."""

import inspect
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest

import poortwachter
from poortwachter import Case, check


def public() -> Iterator[tuple[str, object]]:
    """Every public name, and the methods and properties of every public class."""
    for name in poortwachter.__all__:
        value = getattr(poortwachter, name)
        yield name, value
        for member, inner in vars(value).items() if inspect.isclass(value) else ():
            if not member.startswith("_") and (callable(inner) or is_wrapped(inner)):
                yield f"{name}.{member}", inner


def is_wrapped(value: object) -> bool:
    return isinstance(value, (classmethod, staticmethod, property))


@pytest.mark.parametrize(("name", "value"), list(public()), ids=[name for name, _ in public()])
def test_every_public_name_is_documented(name: str, value: object) -> None:
    written = inspect.getdoc(value) or ""
    by_dataclass = written.startswith(f"{name}(")
    assert written
    assert not by_dataclass


def test_the_example_of_the_package_runs() -> None:
    _, _, example = (poortwachter.__doc__ or "").partition("\n\n")
    assert "answer.to_dict()" in example
    subprocess.run([sys.executable, "-W", "error", "-c", example], check=True)


def test_who_changes_an_answer_changes_no_other() -> None:
    answer = check(Case.from_dict({"first_sick_day": "2026-01-05"}), on=date(2026, 11, 21))
    changed, before = answer.to_dict(), json.dumps(answer.to_dict())
    for entry in [*changed["obligations"], *changed["moments"]]:
        entry.get("who", []).append("?")
        entry["trace"][0]["text"] = entry["sources"][0]["url"] = "?"
        entry["sources"].clear()
    assert json.dumps(answer.to_dict()) == before
