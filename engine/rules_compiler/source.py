"""Reads YAML and holds it against the schema; every problem becomes a line with file and place."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

TIMESTAMP, BOOLEAN = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"
SCHEMA = Path(__file__).with_name("schema.yaml")


class _TextLoader(yaml.SafeLoader):
    """Leaves dates as they are written, and reads only true and false as such: `on` is a word."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in {TIMESTAMP, BOOLEAN}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_TextLoader.add_implicit_resolver(BOOLEAN, re.compile("^(true|false)$"), list("tf"))


def read_text(path: Path) -> Any:
    """The content of a YAML file in which dates stay text.

    Raises:
        OSError, yaml.YAMLError: where there is nothing to read.
    """
    return yaml.load(path.read_text(encoding="utf-8"), _TextLoader)  # noqa: S506 a SafeLoader


class Source:
    """A folder of YAML files and the problems found while reading them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []

    def read(self, path: Path, kind: str) -> Any:
        """The content of a file, or None where it is no `kind` of the schema."""
        try:
            data = read_text(path)
        except (OSError, yaml.YAMLError) as error:
            self.wrong(path, str(error))
            return None
        found = [
            f"{_place(error)}: {error.message}" for error in _validator(kind).iter_errors(data)
        ]
        for problem in found:
            self.wrong(path, problem)
        return None if found else data

    def wrong(self, path: Path, problem: str) -> None:
        """Keep a problem of a file."""
        self.problems.append(f"{path.relative_to(self.folder)}: {' '.join(problem.split())}")


def _place(error: Any) -> str:
    return ".".join(str(part) for part in error.absolute_path) or "the file as a whole"


@cache
def _validator(kind: str) -> Draft202012Validator:
    schema = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    schema["$ref"] = f"#/$defs/{kind}"
    return Draft202012Validator(schema, format_checker=FormatChecker())
