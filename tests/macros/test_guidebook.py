"""The figures and changes that the guide tells, against what the engine counts with."""

import re
from datetime import date

from macros.guidebook import guidebook
from poortwachter.i18n import measured
from poortwachter.law import load
from tests.conftest import ROOT


def test_a_figure_is_told_with_its_unit() -> None:
    told = {name: measured(each.value, each.unit) for name, each in guidebook().figures.items()}
    expected = {
        "loonsanctie": "52 weken",
        "verslag-aanvullen": "1 week",
        "loon": "70%",
        "week-8": "week 8",
        "vroege-melding": "4e dag",
        "deskundigenoordeel-werkgever": "€ 400",
        "transitie-hoogst": "€ 102.000",
        "wga-begin-duur": "2 maanden",
    }
    assert {name: told[name] for name in expected} == expected


def test_a_figure_is_the_one_that_the_engine_counts_with() -> None:
    weeks = {name: figure.value for name, figure in guidebook().figures.items()}
    rules = load().rules
    assert weeks["loonsanctie"] == load().most_sanction_weeks()
    aow = rules["einde-aow-termijn"].versions
    assert [version.term.count for version in aow] == [weeks["aow-vroeger"], weeks["aow"]]


def test_a_constant_is_told_as_a_figure_with_its_value_on_the_day_of_the_edition() -> None:
    edition, figures = date.fromisoformat(load().edition), guidebook().figures
    constants = load().constants.items()
    assert {name: each.on(edition) for name, each in constants} == {
        name: figures[name].value for name, _ in constants
    }


def test_a_change_of_the_law_falls_on_the_day_from_which_the_rules_count_with_it() -> None:
    changes, rules = guidebook().changes, load().rules
    begins = {
        "termijnen-2013": "wia-aanvraag",
        "melding-42": "melding-42-weken",
        "aow-6": "einde-aow-termijn",
    }
    for name, rule in begins.items():
        assert changes[name].day in {version.valid_from for version in rules[rule].versions}


def test_of_a_plan_no_more_is_told_than_is_known() -> None:
    plans = {name: change.day_in_words() for name, change in guidebook().changes.items()}
    assert plans["coalitieakkoord-plannen"] == "2028"
    assert plans["visie"] == "1 juli 2023"
    assert guidebook().changes["visie"].day_in_words("en") == "1 July 2023"


def test_a_law_is_cited_by_its_article_or_as_a_whole() -> None:
    law = guidebook().laws["wia"]
    assert law.cited("25", "3").url.endswith("BWBR0019057&artikel=25")
    assert law.cited().url.endswith("BWBR0019057")
    assert law.cited().article is None


def test_no_change_lies_after_the_edition_of_the_rules_unless_it_is_a_plan() -> None:
    edition = date.fromisoformat(load().edition)
    late = [
        name
        for name, change in guidebook().changes.items()
        if change.day > edition and not change.plan
    ]
    assert late == []


def test_no_source_is_listed_that_nothing_cites() -> None:
    rules, pages = (ROOT / "engine/rules").rglob("*.yaml"), (ROOT / "docs").rglob("*.md")
    texts = "\n".join(page.read_text() for page in (*rules, *pages) if page.name != "laws.yaml")
    cited = set(re.findall(r'law: ([a-z0-9-]+)|bron\("([a-z0-9-]+)"', texts))
    names = {name for pair in cited for name in pair}
    assert guidebook().laws.keys() <= names
