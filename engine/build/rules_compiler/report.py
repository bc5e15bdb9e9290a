"""The parts of the re-integration report: the contents of its rule, and data for the engine."""

from collections.abc import Iterator, Mapping
from typing import Any

from poortwachter.i18n import listed
from poortwachter.law import LANGUAGES
from rules_compiler.checks import Known, no_rule
from rules_compiler.complaints import Complaint

Report = Mapping[str, Any]


def wrong_report(report: Report, known: Known) -> Iterator[Complaint]:
    """Rules that are none, and contents that the rule of the report has itself."""
    if report["rule"] not in known.names:
        yield ("rule",), no_rule(report["rule"], known)
    own = known.rules.get(report["rule"], {})
    if any("contents" in own.get(language, {}) for language in LANGUAGES):
        told = "has contents itself (expected here only; take them out there)"
        yield ("rule",), f"{report['rule']} {told}"
    for i, part in enumerate(report["parts"]):
        for j, name in enumerate(part.get("documents", ())):
            if name not in known.names:
                yield ("parts", i, "documents", j), no_rule(name, known)


def contents(report: Report, people: Report, language: str) -> list[str]:
    """The parts as the contents of their rule, such as `l. Het oordeel (werknemer)`."""
    return [_content(part, people, language) for part in report["parts"]]


def for_answers(report: Report) -> list[dict[str, Any]]:
    """What the engine reads of the parts: all but their words."""
    names = ("letter", "who", "documents", "known")
    return [{name: part[name] for name in names if name in part} for part in report["parts"]]


def _content(part: Report, people: Report, language: str) -> str:
    text = f"{part['letter']}. {part[language]}"
    if "documents" not in part or part.get("tells_who"):
        return text
    return f"{text} ({listed([people[name][language] for name in part['who']], language)})"
