"""The check of spelling sees a mistake wherever a reader would."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.spelling.__main__ import faults_of_the_list, spelled_wrong, strange_words
from tests.spelling.texts import configuration, files, kind_of, prose, rules, sentences

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


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_seen(mistake: str) -> None:
    assert strange_words(f"Dit is een {mistake}.") == {mistake}


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


def test_all_kinds_of_file_are_read() -> None:
    readers: dict[object, list[Path]] = {}
    for file in files():
        readers.setdefault(kind_of(file), []).append(file.relative_to(ROOT))
    assert set(readers) == {prose, rules, sentences, configuration}
    assert Path("macros/begrippen.md") in readers[prose]
    assert readers[sentences] == [Path("engine/rules/messages.yaml")]


def test_a_word_of_ours_may_begin_with_a_capital_but_may_not_lose_its_own() -> None:
    own = {"zelfcheck", "Digipoort"}
    assert spelled_wrong({"Zelfcheck", "Digipoort", "digipoort"}, own) == {"digipoort"}


def test_the_list_of_words_stays_in_order_and_holds_no_more_than_is_needed() -> None:
    assert not list(faults_of_the_list(["Digipoort", "zelfcheck"], {"Zelfcheck", "Digipoort"}))
    assert list(faults_of_the_list(["zelfcheck", "Digipoort"], {"zelfcheck", "Digipoort"}))
    assert list(faults_of_the_list(["zelfcheck"], set()))
