"""The check of spelling sees a mistake wherever a reader would."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.spelling.__main__ import HINTS, faults_of_the_list, spelled_wrong, strange_words, told
from tests.spelling.dictionary import own_words
from tests.spelling.texts import (
    by_language,
    configuration,
    files,
    kind_of,
    language_of,
    page_words,
    prose,
    rules,
    said_in,
    sentences,
)

# As people type them: a letter too many or too few, two that changed places, a wrong ending, a
# lost joint between two words, and a hyphen that is missing.
MISTAKES = [
    "werkgeever",
    "werknemmer",
    "bedrijfarts",
    "probleemanalise",
    "reintegratie",
    "aanpack",
    "uitkeering",
    "loonsantie",
    "wachtijd",
    "verlenginng",
    "deskunidgenoordeel",
    "arbeidsongeschikheid",
    "onmiddelijk",
    "zwangerschapverlof",
    "ziektmelding",
    "gebeurdt",
    "voortgangsgeprek",
    "ontlsag",
    "betaalen",
    "meschien",
]
ENGLISH_MISTAKES = [
    "employeer",
    "employe",
    "recieve",
    "wagess",
    "sickneses",
    "benifit",
    "re-intergration",
    "organization",
    "labor",
    "favorable",
    "untill",
    "seperate",
    "werkgever",
    "loonsanctie",
]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_seen(mistake: str) -> None:
    assert strange_words(f"Dit is een {mistake}.") == {mistake}


@pytest.mark.parametrize("mistake", ENGLISH_MISTAKES)
def test_a_mistake_in_english_is_seen_and_so_are_american_and_dutch(mistake: str) -> None:
    assert strange_words(f"This is a {mistake}.", "en") == {mistake}


@pytest.mark.parametrize(
    "text",
    [
        "The employer's company doctor doesn't know; it’s the person’s choice. Re-integration, no-risk.",
        "It is called the wage sanction (loonsanctie) in letters from the employer (werkgever).",
    ],
)
def test_an_english_word_may_be_of_somebody_and_its_dutch_name_may_stand_between_brackets(
    text: str,
) -> None:
    assert strange_words(text, "en") == set()


def test_between_brackets_a_mistake_is_seen_in_either_language() -> None:
    text = "The employer (werkgeever) pays (wagess), and the werkgever (his employer) too."
    assert strange_words(text, "en") == {"werkgeever", "wagess", "werkgever"}


def test_what_is_marked_as_dutch_is_read_as_dutch() -> None:
    text = (
        'The judge (<span lang="nl">de kantonrechtter</span>) and <i lang=nl>werkgever</i> say so.'
    )
    said = by_language(text, "en")
    assert strange_words(said["en"], "en") == set()
    assert strange_words(said["nl"], "nl") == {"kantonrechtter"}


@pytest.mark.parametrize(
    "word", ["loondoorbetaling", "Deskundigenoordeel", "WIA-aanvraag", "60-plusser", "foto’s"]
)
def test_joined_words_need_no_list(word: str) -> None:
    assert strange_words(f"Dit is een {word}.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Een werkgeever\nhide: [toc]\n---\n",
        "Een [werkgeever](werkgever.md){ .pw-button }",
        '!!! onzeker "Een werkgeever"',
        "Voor wie:\n\n!!! onzeker\n    Een werkgeever",
        '<p aria-label="De werkgeever">',
        '{{ elders("voor een werkgeever") }}',
        '{{ "Een werkgeever" if rule.kind == "duty" else "Een werknemer" }}',
    ],
)
def test_a_mistake_is_seen_in_all_that_a_page_says(text: str) -> None:
    assert strange_words(prose(text)) == {"werkgeever"}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Ziek\nhide: [navigation]\n---\n",
        '{{ stap("probleemanalise") }}{# the template says nothing #}',
        "[Loon](stappen/loon-jaar-1.md){ #loonn .pw-button--quiet }",
        '<p class="pw-lead" markdown>',
        "Doe dit:\n\n    poortwachterr check\n\nKlaar.",
        "Zie `stappenplann` op https://www.uwv.nl/en of uwv.nl.",
    ],
)
def test_what_is_no_language_is_left_alone(text: str) -> None:
    assert strange_words(prose(text)) == set()


def test_a_mistake_is_seen_in_the_other_kinds_of_file() -> None:
    assert rules("id: plan\nnl: {name: Een werkgeever, 1: x}").split() == ["Een", "werkgeever", "x"]
    assert sentences("steps: {day: 'Een werkgeever op {day}.'}").split()[:2] == [
        "Een",
        "werkgeever",
    ]
    assert "werkgeever" in configuration("plugins:\n  - x:\nnav:\n  - Een werkgeever: a.md\n")


def test_of_the_words_of_the_pages_only_what_somebody_reads_is_checked() -> None:
    told = """
templates: {step: {what: 'Een <b title="Deze werkgeever">{day}</b>', og_locale: nl_NL}}
terms: {wia: {term: De uitkeering, text: Geld., never: [uytkering]}}
components: {zlib: pakt in}
search: {names: {loon: [lohn]}}
"""
    assert strange_words(page_words(told)) == {"werkgeever", "uitkeering"}


def test_all_kinds_of_file_are_read() -> None:
    readers: dict[object, list[Path]] = {}
    for file in files():
        readers.setdefault(kind_of(file), []).append(file.relative_to(ROOT))
    assert set(readers) == {prose, rules, sentences, configuration, page_words}
    assert {Path("docs/index.md"), Path("docs/en/index.md")} <= {*readers[prose]}
    assert readers[configuration] == [Path("mkdocs.en.yml"), Path("mkdocs.yml")]
    translated = [
        Path("engine/rules/translations/en", name) for name in ("papers", "rules", "sentences")
    ]
    assert readers[sentences] == [
        Path("engine/rules/messages.yaml"),
        *(file.with_suffix(".yaml") for file in translated),
    ]


@pytest.mark.parametrize(
    ("file", "language"),
    [
        ("docs/en/stappen/loonstop.md", "en"),
        ("docs/stappen/loonstop.md", "nl"),
        ("macros/words/en.yaml", "en"),
        ("macros/words/nl.yaml", "nl"),
        ("engine/rules/translations/en/rules.yaml", "en"),
        ("engine/rules/obligations/loonsanctie.yaml", "nl"),
        ("mkdocs.en.yml", "en"),
        ("mkdocs.yml", "nl"),
    ],
)
def test_the_place_of_a_file_tells_its_language(file: str, language: str) -> None:
    assert language_of(ROOT / file) == language


def test_an_english_page_is_checked_in_both_languages() -> None:
    said = said_in(ROOT / "docs/en/stappen/belastbaarheid.md")
    assert "It is a list of what somebody can" in said["en"]
    assert "inzetbaarheidsprofiel" in said["nl"]
    assert "inzetbaarheidsprofiel" not in said["en"]


def test_a_word_of_ours_may_begin_with_a_capital_but_may_not_lose_its_own() -> None:
    assert {"zelfcheck", "Digipoort"} <= {*own_words("nl")}
    assert spelled_wrong({"Zelfcheck", "Digipoort", "digipoort"}, "nl") == {"digipoort"}


def test_the_list_of_words_stays_in_order_and_holds_no_more_than_is_needed() -> None:
    assert not list(faults_of_the_list(["Digipoort", "zelfcheck"], {"Zelfcheck", "Digipoort"}))
    assert list(faults_of_the_list(["zelfcheck", "Digipoort"], {"zelfcheck", "Digipoort"}))
    assert list(faults_of_the_list(["zelfcheck"], set()))


def test_many_mistakes_are_told_without_what_each_may_be_instead() -> None:
    """A page in another language took ten minutes otherwise."""
    wrong = iter([("a.md:1", "werkgeever", "nl")] * (HINTS + 5))
    lines = [*told(wrong)]
    assert len(lines) == HINTS + 5
    assert lines[0].startswith("a.md:1: werkgeever (werkgever")
    assert lines[-5:] == ["a.md:1: werkgeever"] * 5
