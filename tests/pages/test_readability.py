"""The guide can be read at level B1, as far as counting can tell."""

import pytest

from tests.pages.readability import Article, Reading, read, readings, split, syllables, table

# Douma (1960) calls 70 and more rather easy; advice for B1 is some 10 words a sentence, 15 to 20 at most.
EASE = 70
WORDS_A_SENTENCE = 12
LONG_SENTENCES = 0.05
LONG_WORDS = 0.30

# A sentence as laws are written, made up for this test.
LAW = (
    "Indien bij de behandeling van de aanvraag, bedoeld in artikel 64, en de beoordeling, bedoeld in "
    "artikel 65, blijkt dat de werkgever zonder deugdelijke grond zijn verplichtingen op grond van het "
    "eerste, tweede, derde, vierde of vijfde lid niet of niet volledig nakomt of onvoldoende "
    "re-integratie-inspanningen heeft verricht, verlengt het Uitvoeringsinstituut "
    "werknemersverzekeringen het tijdvak gedurende welke de verzekerde jegens die werkgever recht "
    "heeft op loon."
)


def too_hard(reading: Reading) -> set[str]:
    judged = {
        "ease": reading.flesch_douma < EASE,
        "words a sentence": reading.words_a_sentence > WORDS_A_SENTENCE,
        "long sentences": reading.long_sentences_share > LONG_SENTENCES,
        "long words": reading.long_words_share > LONG_WORDS,
    }
    return {name for name, hard in judged.items() if hard}


def test_no_page_is_harder_than_b1() -> None:
    found = readings()
    assert "stappen/plan-van-aanpak" in found
    hard = {page: reading for page, reading in found.items() if too_hard(reading)}
    assert not hard, table(hard)


def test_a_sentence_from_the_law_is_too_hard() -> None:
    assert too_hard(read([LAW])) == {"ease", "words a sentence", "long sentences", "long words"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("De man gaat naar huis. " * 9 + "De man gaat weg. " * 9, set()),
        ("De man gaat naar huis. " * 9 + "Hij gaat" + " en gaat" * 10 + ".", {"long sentences"}),
        ("De man en de kat en de hond gaan nu naar het huis toe. " * 9, {"words a sentence"}),
        ("De wachttijd loopt. " * 9, {"long words"}),
        ("De evaluatie is nu klaar. " * 9, {"ease"}),
    ],
)
def test_each_measure_is_seen(text: str, why: set[str]) -> None:
    assert too_hard(read([text])) == why


def test_only_running_text_counts() -> None:
    article = Article()
    article.feed(
        '<nav>Begin</nav><article class="md-content__inner"><h1>Loon</h1><p>Je krijgt <a>loon</a>'
        ' <span class="pw-strength">wet</span>.<br>Ook nu.</p><form><p>Dag</p></form>'
        "<ul><li>Een punt; <code>make</code></li><li><a>Een weg</a></li></ul><h2>Waar staat het?</h2>"
        '<ul><li>De wet zegt het.</li></ul><h2>Nu</h2><p>Bel.</p><p class="pw-edition">Regels.</p>'
        "</article><footer><p>Geen advies.</p></footer>"
    )
    assert article.blocks == ["Je krijgt loon .", "Ook nu.", "Een punt;", "Bel."]


def test_a_sentence_ends_where_a_reader_stops() -> None:
    text = "Mag dat? Ja, volgens artikel 2.14d (zie uwv.nl). ‘Week 8’ is een gewoonte. 6 weken is de wet."
    assert split(text) == [
        "Mag dat?",
        "Ja, volgens artikel 2.14d (zie uwv.nl).",
        "‘Week 8’ is een gewoonte.",
        "6 weken is de wet.",
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [("over", 2), ("werkgever", 3), ("uitkering", 3), ("evaluatie", 5), ("re-integratie", 5)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count
