"""A case that travels, in a link or in a file: one format, one reader, and it trusts nothing.

    {"poortwachter": 1, "role": "werknemer", "case": {"first_sick_day": "2026-06-15"}}

Of the case any part may be left out, also the first sick day: somebody else fills that in. The
format is described in docs/assets/schema/carried.schema.json.
"""

import json
import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Any

from poortwachter.case.errors import InvalidInputError, Problem, echo
from poortwachter.case.fields import (
    Facts,
    FieldKind,
    Nested,
    Rows,
    Steps,
    Text,
    YesNo,
    fields_of,
    may_not_come,
    names_of,
    paths_of,
)
from poortwachter.case.model import Case
from poortwachter.case.parser import CaseReader, first_of
from poortwachter.law.rulebook import load
from poortwachter.selfcheck.form_parser import lying_ahead
from poortwachter.selfcheck.submission import (
    ANSWERS,
    ROLES,
    Submission,
    is_answer,
    is_told,
    may_be_unknown,
)

VERSION = 1
PARTS = ("poortwachter", "role", "case", "unknown")

# How `unknown` named a step before the case itself could say that it is not known.
STEP = "done."

# In the fragment of an address, which browsers send to nobody.
FRAGMENT = "zaak="

LARGEST = 100_000
# No character takes more bytes in UTF-8: a file with more was not written by us, and need not be read.
LARGEST_BYTES = 4 * LARGEST
DEEPEST = 8

# Words of the sender's own never come with a link: somebody else wrote it, and others read it.
OWN = tuple(name for name, kind in fields_of(Case).items() if isinstance(kind, Text))

# Possessive, and matching also without an end: linear in the length, also for a string that never ends.
STRING = re.compile(r'"(?:[^"\\]|\\.?)*+"?', re.DOTALL)

# What a refusal repeats besides the format's own words: a day of these times, or a number too short to call.
VALUE = re.compile(
    r"(19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](19|20)\d\d|-?\d{1,3}", re.ASCII
)
UNTOLD = "…"
MOST_TOLD = 10

ENCODED = re.compile(rb"%([0-9A-Fa-f]{2})")
PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:,")


def as_file(submission: Submission) -> str:
    """The text of a save file."""
    return json.dumps(_parts(submission), ensure_ascii=False, indent=2, default=str) + "\n"


def as_fragment(submission: Submission) -> str:
    """The fragment of a link, percent-encoded, without its `#`."""
    facts = {name: value for name, value in submission.facts.items() if name not in OWN}
    parts = _parts(submission._replace(facts=facts))
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    octets = (chr(each) if each in PLAIN else f"%{each:02X}" for each in text.encode())
    return FRAGMENT + "".join(octets)


def read_fragment(text: str, on: date) -> Submission:
    """What a link carries; `text` is the fragment, with or without its `#`.

    Raises:
        InvalidInputError: with every problem, and then nothing of it may be used.
    """
    text = text.removeprefix("#")
    _refuse_if(len(text) > LARGEST, "too_large", len(text), LARGEST)
    _refuse_if(not text.startswith(FRAGMENT), "not_carried", None, FRAGMENT)
    try:
        octets = text.removeprefix(FRAGMENT).encode()
        plain = ENCODED.sub(lambda found: bytes.fromhex(found[1].decode()), octets).decode()
    except UnicodeError:
        raise _refused("not_carried", None, "UTF-8") from None
    return _read(plain, on, refused=OWN)


def read_file(text: str, on: date) -> Submission:
    """What a save file holds.

    Raises:
        InvalidInputError: with every problem, and then nothing of it may be used.
    """
    return _read(text, on)


def _read(text: str, on: date, refused: Collection[str] = ()) -> Submission:
    reader = TransferReader(refused)
    submission = reader.read(_json(text))
    if not reader.problems:
        reader.problems += [_within_case(each) for each in lying_ahead(submission.facts, on)]
    if reader.problems:
        raise InvalidInputError(first_of(reader.problems, MOST_TOLD))
    return submission


class TransferReader:
    """Reads part by part; what it returns is to be used only when it found no problems."""

    def __init__(self, refused: Collection[str] = ()) -> None:
        self.refused = refused
        self.problems: list[Problem] = []

    def read(self, data: object) -> Submission:
        """What was carried, checked against the version that it claims to have."""
        if not isinstance(data, dict) or "poortwachter" not in data:
            raise _refused("not_carried", None, "an object with poortwachter and case")
        version = data["poortwachter"]
        if version is True or version != VERSION:
            raise _refused("other_version", version, VERSION, "poortwachter")
        for nth, name in enumerate(data, 1):
            if name not in PARTS:
                self._wrong(repeated(name), "unknown_part", None, ", ".join(PARTS), nth=nth)
        facts, role = self._case(data.get("case", {})), self._role(data.get("role"))
        unknown = self._unknown(data.get("unknown", []), facts)
        steps = {name.removeprefix(STEP): None for name in unknown if name.startswith(STEP)}
        if steps and not self.problems:
            facts = {**facts, "done": {**facts.get("done", {}), **steps}}
        return Submission(facts, role, tuple(filter(may_be_unknown, unknown)))

    def _case(self, case: object) -> Facts:
        reader = CaseReader(Case, load(), repeated)
        facts = reader.read(case)
        for name in facts.keys() & set(self.refused):
            self._wrong(f"case.{name}", "stays_here", None)
        self.problems += [
            _within_case(each)
            for each in reader.problems
            if (each.field, each.code) != ("first_sick_day", "missing")
        ]
        return facts

    def _role(self, role: object) -> str | None:
        if role is None or (isinstance(role, str) and role in ROLES):
            return role
        self._wrong("role", "unknown_role", role, ", ".join(ROLES))
        return None

    def _unknown(self, names: object, facts: Facts) -> tuple[str, ...]:
        if not isinstance(names, list):
            self._wrong("unknown", "never_unknown", names)
            return ()
        for i, name in enumerate(names):
            if not _may_be_named(name):
                self._wrong(f"unknown[{i}]", "never_unknown", name)
            elif is_told(name, facts):
                self._wrong(f"unknown[{i}]", "told_and_unknown", name)
        # Each name once: a list may repeat one thousands of times.
        return tuple(dict.fromkeys(filter(_may_be_named, names)))

    def _wrong(
        self, where: str, code: str, given: object, expected: object = "", **more: object
    ) -> None:
        values = {"given": repeated(given), "expected": expected, **more}
        self.problems.append(Problem(where, code, values))


def _may_be_named(name: object) -> bool:
    if isinstance(name, str) and name.startswith(STEP):
        return name.removeprefix(STEP) in load().can_be_done
    return may_be_unknown(name)


def _within_case(problem: Problem) -> Problem:
    return problem._replace(field=f"case.{problem.field}" if problem.field else "case")


def repeated(given: object) -> str:
    """How a refusal tells a name or a value: nothing that its sender could have written to pass for ours."""
    told = echo(given)
    return told if told in _own_words() or VALUE.fullmatch(told) else UNTOLD


@cache
def _own_words() -> frozenset[str]:
    """All that the format itself calls something."""
    steps = load().rules
    paths = {*paths_of(Case), *names_of(Case)}
    answers = map(json.dumps, ANSWERS.values())
    return frozenset([*PARTS, *ROLES, *paths, *steps, *(STEP + step for step in steps), *answers])


def _json(text: str) -> object:
    _refuse_if(len(text) > LARGEST, "too_large", len(text), LARGEST)
    _refuse_if(_depth(text) > DEEPEST, "too_deep", None, DEEPEST)
    try:
        return json.loads(text)
    except ValueError:
        raise _refused("not_carried", None, "JSON") from None


def _depth(text: str) -> int:
    """How deep the brackets outside strings go; counted first, because parsing them recurses."""
    deepest = depth = 0
    for bracket in re.findall(r"[][{}]", STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _parts(submission: Submission) -> dict[str, Any]:
    role = {"role": submission.role} if submission.role else {}
    unknown = {"unknown": list(submission.unknown)} if submission.unknown else {}
    return {
        "poortwachter": VERSION,
        **role,
        "case": _told(fields_of(Case), submission.facts),
        **unknown,
    }


def _told(kinds: Mapping[str, FieldKind], facts: Facts) -> dict[str, Any]:
    """What was told, without what is empty; that an answer is not known was told too."""
    told = {name: _carried(kinds[name], value) for name, value in facts.items()}
    return {
        name: value
        for name, value in told.items()
        if _null_tells(kinds[name]) or value not in (None, {}, [])
    }


def _null_tells(kind: FieldKind) -> bool:
    """Whether null is an answer: that it is not known, or that the day did not come."""
    return isinstance(kind, YesNo) or may_not_come(kind)


def _carried(kind: FieldKind, value: Any) -> Any:
    match kind:
        case Rows(record):
            return [_told(fields_of(record), row) for row in value]
        case Nested(record):
            return _told(fields_of(record), value)
        case Steps():
            return {name: said for name, said in value.items() if is_answer(said)}
    return value


def _refuse_if(wrong: bool, code: str, given: object, expected: object) -> None:
    if wrong:
        raise _refused(code, given, expected)


def _refused(code: str, given: object, expected: object, where: str = "") -> InvalidInputError:
    return InvalidInputError(
        [Problem(where, code, {"given": repeated(given), "expected": expected})]
    )
