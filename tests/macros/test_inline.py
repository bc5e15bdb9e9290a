"""The words that a page asks for within a sentence."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import inline, tables, two_years
from macros.guidebook import guidebook

ROOT = Path(__file__).resolve().parents[2]


def test_a_rule_is_told_by_its_term_its_place_and_its_number() -> None:
    assert inline.term("probleemanalyse") == "uiterlijk 6 weken na de eerste ziektedag"
    assert inline.week("reintegratieverslag") == "het einde van week 91"
    assert inline.week("uwv-brief-88") == "in week 88"
    assert inline.count("wia-aanvraag") == "11 weken"
    assert inline.count("einde-opzegverbod") == "2 jaar"


def test_what_the_law_said_before_is_told_with_the_day_of_the_change() -> None:
    former = inline.formerly("wia-aanvraag")
    assert former == "tot 1 juli 2013: 13 weken voor het einde van de wachttijd"


def test_a_figure_is_told_with_and_without_its_unit_and_with_the_day_it_was_read() -> None:
    assert inline.figure("meerling-vroegst") == "10 weken"
    assert inline.figure("meerling-vroegst", unit=False) == "10"
    assert inline.seen("deskundigenoordeel-werkgever") == "21 november 2026"


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
    link = inline.source("ziektewet", "38", "1")
    assert link.startswith(
        "[Ziektewet, artikel 38, lid 1 (BWBR0001888)](https://wetten.overheid.nl/"
    )


@pytest.mark.parametrize(("article", "paragraph"), [("37", None), ("38", "9")])
def test_an_article_or_paragraph_that_nobody_read_is_not_cited(
    article: str, paragraph: str | None
) -> None:
    with pytest.raises(ValueError, match=f"ziektewet {article} {paragraph or ''}"):
        inline.source("ziektewet", article, paragraph)


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
    macro: Callable[[str], str], name: str, told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        macro(name)


def test_the_fine_is_told_by_steps() -> None:
    told = tables.fines("melding-42-weken")
    assert "1 dag tot en met 6 dagen te laat: € 70" in told
    assert "28 dagen of meer te laat: € 455" in told


def test_the_picture_has_a_mark_and_a_line_of_text_for_each_date() -> None:
    told = two_years.two_years()
    assert told.count("<circle") == told.count(". **") == len(guidebook().pictured)
