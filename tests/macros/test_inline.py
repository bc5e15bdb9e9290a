"""The words that a page asks for within a sentence."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import inline, tables, two_years
from macros.guidebook import guidebook
from macros.page_words import languages
from poortwachter.i18n import DUTCH

ROOT = Path(__file__).resolve().parents[2]


def test_a_rule_is_told_by_its_term_its_place_and_its_number() -> None:
    assert inline.term(DUTCH, "probleemanalyse") == "uiterlijk 6 weken na de eerste ziektedag"
    assert inline.week(DUTCH, "reintegratieverslag") == "het einde van week 91"
    assert inline.week(DUTCH, "uwv-brief-88") == "in week 88"
    assert inline.count(DUTCH, "wia-aanvraag") == "11 weken"
    assert inline.count(DUTCH, "einde-opzegverbod") == "2 jaar"


def test_the_same_is_told_in_english() -> None:
    told = inline.term("en", "probleemanalyse")
    assert told == "6 weeks after the first sick day, at the latest"
    assert inline.week("en", "reintegratieverslag") == "the end of week 91"
    assert inline.week("en", "uwv-brief-88") == "in week 88"
    assert inline.count("en", "wia-aanvraag") == "11 weeks"
    former = inline.formerly("en", "wia-aanvraag")
    assert former == "until 1 July 2013: 13 weeks before the end of the waiting time"
    assert inline.figure("en", "transitie-hoogst") == "€102,000"
    assert inline.since("en", "visie") == "1 July 2023"


def test_what_the_law_said_before_is_told_with_the_day_of_the_change() -> None:
    former = inline.formerly(DUTCH, "wia-aanvraag")
    assert former == "tot 1 juli 2013: 13 weken voor het einde van de wachttijd"


def test_a_figure_is_told_with_and_without_its_unit_and_with_the_day_it_was_read() -> None:
    assert inline.figure(DUTCH, "meerling-vroegst") == "10 weken"
    assert inline.figure(DUTCH, "meerling-vroegst", unit=False) == "10"
    assert inline.seen(DUTCH, "deskundigenoordeel-werkgever") == "21 november 2026"


def test_no_page_tells_an_amount_in_euros_without_its_day() -> None:
    euros = {name for name, each in guidebook().figures.items() if each.unit == "euros"}
    pages = {page: page.read_text() for page in (ROOT / "docs").rglob("*.md")}
    amounts = {
        page: euros & {*re.findall(r'getal\("([^"]+)"', text)} for page, text in pages.items()
    }
    assert {name for named in amounts.values() for name in named} > {"dwangsom-eerst"}
    without = [page for page, named in amounts.items() if named and "gelezen(" not in pages[page]]
    assert not without


def test_a_source_is_a_link_to_the_article() -> None:
    link = inline.source(DUTCH, "ziektewet", "38", "1")
    assert link.startswith(
        "[Ziektewet, artikel 38, lid 1 (BWBR0001888)](https://wetten.overheid.nl/"
    )


def test_in_another_language_the_name_of_a_law_stays_dutch_and_is_marked_so() -> None:
    link = inline.source("en", "ziektewet", "38", "1")
    assert link.startswith(
        '[<span lang="nl">Ziektewet</span>, article 38, paragraph 1 (BWBR0001888)]('
    )


@pytest.mark.parametrize(("article", "paragraph"), [("37", None), ("38", "9")])
def test_an_article_or_paragraph_that_nobody_read_is_not_cited(
    article: str, paragraph: str | None
) -> None:
    with pytest.raises(ValueError, match=f"ziektewet {article} {paragraph or ''}"):
        inline.source(DUTCH, "ziektewet", article, paragraph)


@pytest.mark.parametrize(
    ("macro", "name", "told"),
    [
        (inline.term, "probleemanalise", "did you mean probleemanalyse"),
        (inline.figure, "loonsanctje", "did you mean loonsanctie"),
        (inline.since, "vizie", "did you mean visie"),
        (inline.source, "ziektewed", "did you mean ziektewet"),
        (inline.count, "loon-jaar-2", "no number in its term"),
        (inline.count, "casemanager", "no number in its term"),
        (inline.formerly, "probleemanalyse", "no former term"),
    ],
)
def test_a_mistake_is_told_with_what_may_be_meant(
    macro: Callable[[str, str], str], name: str, told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        macro(DUTCH, name)


def test_the_fine_is_told_by_steps() -> None:
    told = tables.fines(DUTCH, "melding-42-weken")
    assert "1 dag tot en met 6 dagen te laat: € 70" in told
    assert "28 dagen of meer te laat: € 455" in told
    told = tables.fines("en", "melding-42-weken")
    assert "1 day to 6 days late: €70" in told
    assert "28 days or more late: €455" in told


@pytest.mark.parametrize("language", languages())
def test_the_picture_has_a_mark_and_a_line_of_text_for_each_date(language: str) -> None:
    told = two_years.two_years(language)
    assert told.count("<circle") == told.count(". **") == len(guidebook().pictured)
