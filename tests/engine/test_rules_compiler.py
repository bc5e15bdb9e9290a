"""The compiler of the rules: each kind of mistake is told with its file, place and what is wrong."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import poortwachter
from rules_compiler.book import compiled

RULES = Path(poortwachter.__file__).parent / "rules"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the rules, to be broken."""
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


ANALYSE, PLAN = "obligations/probleemanalyse.yaml", "obligations/plan-van-aanpak.yaml"


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        (ANALYSE, replaced("strength: wet", "strenght: wet"), ["strenght", "strength"]),
        (ANALYSE, replaced("strength: wet", "strength: hard"), ["strength", "hard", "gebruik"]),
        (ANALYSE, replaced("count: 6", "count: six"), ["term.count", "six", "integer"]),
        (ANALYSE, replaced("  name: Probleemanalyse\n", ""), ["nl", "name", "required"]),
        (ANALYSE, replaced('article: "2"', "article: 2"), ["sources.0.article", "string"]),
        (ANALYSE, replaced("2026-11-21", "2026-02-30"), ["sources.0.checked", "2026-02-30"]),
        (ANALYSE, replaced("law: regeling-procesgang", "law: wetje"), ["sources.0.law", "wetje"]),
        (ANALYSE, replaced("id: probleemanalyse", "id: analyse"), ["analyse", "name of the file"]),
        (ANALYSE, replaced("kind: obligation", "kind: [obligation"), ["parsing", "line"]),
        (PLAN, replaced("of: probleemanalyse", "of: analyse"), ["from", "no rule analyse"]),
        ("laws.yaml", replaced("BWBR0013540", "BWB13540"), ["regeling-procesgang.bwb", "BWB13540"]),
        ("index.yaml", replaced("- probleemanalyse", "- analyse"), ["phases", "no rule analyse"]),
        ("index.yaml", replaced("      - probleemanalyse\n", ""), ["probleemanalyse", "no phase"]),
        (
            ANALYSE,
            replaced(
                "{kind: weeks_after_first_day, count: 6}",
                "{kind: weeks_after, count: 6, of: plan-van-aanpak}",
            ),
            ["term", "probleemanalyse and plan-van-aanpak wait for each other"],
        ),
    ],
)
def test_a_mistake_is_told_with_its_file_and_place(
    rules: Path, name: str, change: Callable[[Path], None], expected: list[str]
) -> None:
    change(rules / name)
    _, problems = compiled(rules)
    told = "\n".join(problems)
    assert [keyword for keyword in [name, *expected] if keyword not in told] == []


def test_every_mistake_is_told_at_once(rules: Path) -> None:
    replaced("strength: wet", "strength: hard")(rules / ANALYSE)
    replaced("count: 2", "count: -2")(rules / PLAN)
    _, problems = compiled(rules)
    assert len(problems) == 2


def test_the_rules_as_they_are_have_no_mistake() -> None:
    book, problems = compiled(RULES)
    assert problems == []
    assert book["edition"]
