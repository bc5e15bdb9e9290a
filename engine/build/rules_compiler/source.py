"""Reads YAML and holds it against the schema; every problem becomes a line with file and place."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from poortwachter.papers import CONDITIONS as WRONG_WHEN
from poortwachter.timeline import CONDITIONS, COUNT_FROM_ANOTHER, KINDS, KINDS_OF_PAUSE, PRESENT
from rules_compiler.complaints import complaints
from rules_compiler.lines import Document, Place

SCHEMA = Path(__file__).with_name("schema.yaml")


def read_text(path: Path) -> Any:
    """The content of a YAML file in which dates stay text.

    Raises:
        OSError, yaml.YAMLError: where there is nothing to read.
    """
    return Document(path.read_text(encoding="utf-8")).data


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """What is wrong, where; the file of a rule has the rule's id as its name."""

    file: str
    line: int
    place: str
    message: str

    def __str__(self) -> str:
        of_rule = self.file.endswith(".yaml") and self.file.count("/") == 1
        rule = Path(self.file).stem if of_rule else ""
        told = ": ".join(filter(None, (rule, self.place, self.message)))
        return f"{self.file}:{self.line}: {told}"


class Source:
    """A folder of YAML files and the problems found while reading them.

    A file is named by its path within the folder, with slashes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._problems: set[Problem] = set()
        # What does not fit the schema, by file: what can be said of it is said in the same run.
        self.broken: dict[str, Any] = {}
        self._documents: dict[str, Document] = {}
        # Where each file does not fit, and where what was put into it came from.
        self._wrong: dict[str, set[Place]] = {}
        self._moved: dict[tuple[str, Place], tuple[str, Place]] = {}

    @property
    def problems(self) -> list[str]:
        """Every problem in words, by file and line."""
        return [str(problem) for problem in sorted(self._problems)]

    def read(self, file: str, kind: str) -> Any:
        """The content of a file, or None where it is no `kind` of the schema; see also `broken`."""
        document = self._document(file)
        if document is None:
            return None
        errors = list(_validator(kind).iter_errors(document.data))
        for error in errors:
            for place, message in complaints(error):
                self.wrong(file, place, message)
                self._wrong.setdefault(file, set()).add(place)
        if errors:
            self.broken[file] = document.data
        return None if errors else document.data

    def wrong(self, file: str, place: Place, message: str) -> None:
        """Keep a problem at a place in a file, or in the file from which what stands there came."""
        file, place = self._home(file, place)
        document = self._documents.get(file)
        self._keep(file, document.line(place) if document else 1, place, message)

    def is_wrong(self, file: str, place: Place) -> bool:
        """Whether what stands at a place of a file that was read, or around it, breaks the schema."""
        return any(
            wrong[: len(place)] == place[: len(wrong)] for wrong in self._wrong.get(file, ())
        )

    def move(self, file: str, place: Place, home: str, origin: Place) -> None:
        """Remember that what stands at a place of a file now came from an `origin` in another one."""
        self._moved[file, place] = home, origin

    def wrong_outside(self, file: str, line: int, message: str) -> None:
        """Keep a problem in a file that is no YAML of the rules."""
        self._keep(file, line, (), message)

    def _home(self, file: str, place: Place) -> tuple[str, Place]:
        for end in range(len(place), 0, -1):
            if (file, place[:end]) in self._moved:
                home, origin = self._moved[file, place[:end]]
                return home, (*origin, *place[end:])
        return file, place

    def _document(self, file: str) -> Document | None:
        """The file as YAML, or None where it cannot be taken for what its writer meant."""
        try:
            document = Document((self.folder / file).read_text(encoding="utf-8"))
        except yaml.YAMLError as error:
            self._keep(file, *_syntax(error))
            return None
        except (OSError, ValueError) as error:
            self.wrong(file, (), f"cannot be read: {error} (expected a file of text in UTF-8)")
            return None
        self._documents[file] = document
        self._tell_twice(file, document)
        return None if document.twice else document

    def _tell_twice(self, file: str, document: Document) -> None:
        for place, line in document.twice:
            first = document.line(place)
            told = f"stands on line {first} already (expected each key once; take one out)"
            self._keep(file, line, place, told)

    def _keep(self, file: str, line: int, place: Place, message: str) -> None:
        self._problems.add(Problem(file, line, ".".join(map(str, place)), message))


def _syntax(error: yaml.YAMLError) -> tuple[int, Place, str]:
    mark = getattr(error, "problem_mark", None)
    told = getattr(error, "problem", None) or " ".join(str(error).split())
    hint = "close each quote and bracket, and put text with a colon in quotes"
    return mark.line + 1 if mark else 1, (), f"is not YAML: {told} (expected YAML; {hint})"


@cache
def schema() -> dict[str, Any]:
    """What a file may hold; what the engine can count is asked of the engine."""
    content: dict[str, Any] = read_text(SCHEMA)
    kinds = content["$defs"]
    kinds["kind"]["enum"] = [*KINDS]
    kinds["term"]["if"]["properties"]["kind"]["enum"] = sorted(COUNT_FROM_ANOTHER)
    kinds["condition"]["enum"] = [*CONDITIONS]
    kinds["presence"]["enum"] = [*PRESENT]
    kinds["pause"]["enum"] = [*KINDS_OF_PAUSE]
    kinds["wrong_when"]["enum"] = [*WRONG_WHEN]
    return content


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(
        {**schema(), "$ref": f"#/$defs/{kind}"}, format_checker=FormatChecker()
    )
