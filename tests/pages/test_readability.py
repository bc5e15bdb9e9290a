"""The guide can be read at level B1, as far as counting can tell."""

from math import inf

import pytest

from poortwachter.i18n import DUTCH
from tests.pages.readability import Article, Reading, read, readings, split, table
from tests.pages.syllables import syllables

# Douma (1960) calls 70 and more rather easy; advice for B1 is some 10 words a sentence, 15 to 20 at most.
# Flesch calls English of 60 and more plain.
EASE = {DUTCH: 70, "en": 60}
WORDS_A_SENTENCE = 12
LONG_SENTENCES = 0.05
# English joins no words: they are shorter than in Dutch, and a sentence has more of them.
LONG_WORDS = {DUTCH: 0.30, "en": 0.25}
LONGEST_SENTENCE = {"en": 25}

# A sentence as laws are written, made up for this test.
LAW = (
    "Indien bij de behandeling van de aanvraag, bedoeld in artikel 64, en de beoordeling, bedoeld in "
    "artikel 65, blijkt dat de werkgever zonder deugdelijke grond zijn verplichtingen op grond van het "
    "eerste, tweede, derde, vierde of vijfde lid niet of niet volledig nakomt of onvoldoende "
    "re-integratie-inspanningen heeft verricht, verlengt het Uitvoeringsinstituut "
    "werknemersverzekeringen het tijdvak gedurende welke de verzekerde jegens die werkgever recht "
    "heeft op loon."
)
LAW_IN_ENGLISH = (
    "If in the consideration of the application referred to in article 64, and the assessment referred "
    "to in article 65, it appears that the employer without reasonable grounds insufficiently fulfils "
    "the obligations pursuant to the preceding paragraphs, the Employee Insurance Agency extends the "
    "period during which the insured person is entitled to continued remuneration."
)


def too_hard(reading: Reading) -> set[str]:
    judged = {
        "ease": reading.ease < EASE[reading.language],
        "words a sentence": reading.words_a_sentence > WORDS_A_SENTENCE,
        "long sentences": reading.long_sentences_share > LONG_SENTENCES,
        "a sentence without end": len(reading.longest)
        > LONGEST_SENTENCE.get(reading.language, inf),
        "long words": reading.long_words_share > LONG_WORDS[reading.language],
    }
    return {name for name, hard in judged.items() if hard}


def test_no_page_is_harder_than_b1() -> None:
    found = readings()
    assert {"stappen/plan-van-aanpak", "en/stappen/plan-van-aanpak"} <= found.keys()
    hard = {page: reading for page, reading in found.items() if too_hard(reading)}
    assert not hard, table(hard)


ALL = {"ease", "words a sentence", "long sentences", "long words"}


def test_a_sentence_from_the_law_is_too_hard() -> None:
    assert too_hard(read([LAW])) == ALL
    assert too_hard(read([LAW_IN_ENGLISH], "en")) == {*ALL, "a sentence without end"}


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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The man walks to his house. " * 9 + "The man is out. " * 9, set()),
        ("He walks to his house. " * 9 + "He walks" + " and walks" * 10 + ".", {"long sentences"}),
        (
            "He walks to his house. " * 29 + "He walks" + " and walks" * 12 + ".",
            {"a sentence without end"},
        ),
        ("The man and the cat and the dog now walk to the house. " * 9, {"words a sentence"}),
        ("The strength stays. " * 9, {"long words"}),
        ("The agency evaluates it now. " * 9, {"ease"}),
    ],
)
def test_each_measure_is_seen_in_english(text: str, why: set[str]) -> None:
    assert too_hard(read([text], "en")) == why


def test_of_a_page_what_stands_in_another_language_does_not_count() -> None:
    article = Article()
    article.feed(
        '<html lang="en"><article class="md-content__inner"><p>The employer '
        '(<span lang="nl">werkgever</span>) pays.</p><h2>Where does it say so?</h2><p>Here.</p>'
    )
    assert article.language == "en"
    assert article.blocks == ["The employer () pays."]


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


# By the ear: an e that nobody hears, vowels that are heard apart, and a y that is none.
HEARD = {
    1: "the work rules asked called where there these name whole day they yes year said",
    2: "over judgement wages' people sickness wages needed decides little able being doing therefore sometimes before",
    3: "employer employee agreement benefit period company employment idea continued",
    4: "analysis recovery situation temporary reasonable obligation society experience",
    5: "evaluation evaluated re-integrated opportunity",
}


@pytest.mark.parametrize("count", HEARD)
def test_syllables_are_counted_in_english(count: int) -> None:
    found = {word: syllables(word, "en") for word in HEARD[count].split()}
    assert {word: each for word, each in found.items() if each != count} == {}
