"""A page speaks one language; what is in another one is marked, so that a voice reads it in that language."""

import re
from collections.abc import Iterable, Iterator

import pytest

from macros.page_words import languages, page_words
from tests.pages.built_page import EDITIONS, in_language
from tests.pages.spoken import spoken

# The small words of a language that no other language here has: hardly a sentence does without.
SMALL_WORDS = {
    "nl": (
        "aan alle als bij daar daarna dan dat de deze die dit door een eerder eerst en er geen hebben heeft "
        "het hij hoe hun iemand ik ja je jij jouw kan komt kun kunt krijgt maar mag meer minder moet moeten na "
        "naar niet nog nooit om onze ook op soms staat te tot uit van vaak vanaf vertel voor vraag waar waarom "
        "wanneer wat weer wel welke werk werken wie wij wilt wordt ze zelf zich zij zijn zo zonder"
    ),
    "en": (
        "and are ask at because been but by can do does every from for have how if it its must no not on or "
        "other she should that the their them then there these they this those to until what when which who "
        "with without you your"
    ),
}
# Words of both, or of a name that both languages use.
SHARED = {"die", "dan", "door", "no", "been", "do", "for", "by", "on", "at", "can"}
ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|eu|org|github|html|md)\b\S*|\bhttps?:\S+")
NAMES = re.compile(r"\bDe Unie\b")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def foreign_words(language: str) -> frozenset[str]:
    """The small words of all other languages."""
    return (
        frozenset(
            word
            for other, words in SMALL_WORDS.items()
            if other != language
            for word in words.split()
        )
        - SHARED
    )


def dutch_terms(language: str) -> "re.Pattern[str]":
    """The terms of the trade in Dutch, where this language has another word, and what the rules tell in Dutch."""
    told = [each for each in page_words(language).dutch_names if not each.isupper()]
    names = sorted(told, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])({'|'.join(map(re.escape, names)) or '(?!)'})(?![\w-])", re.IGNORECASE
    )


def foreign(texts: Iterable[str], language: str, terms: "re.Pattern[str]") -> Iterator[str]:
    """The texts with something of another language in them, each with what that is."""
    words = foreign_words(language)
    for text in texts:
        read = NAMES.sub(" ", ADDRESS.sub(" ", text))
        found = {each[0] for each in terms.finditer(read)}
        found |= {each for each in WORD.findall(read) if _is_word(each, words)}
        if found:
            yield f"{', '.join(sorted(found))}: {text}"


def _is_word(each: str, words: frozenset[str]) -> bool:
    """Whether it is one of these; what is all capitals is the short name of something."""
    return each.lower() in words and not (each.isupper() and len(each) > 1)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("edition", EDITIONS)
def test_no_sentence_on_a_page_is_in_another_language_unless_it_is_marked(
    edition: str, language: str
) -> None:
    terms = dutch_terms(language)
    bracketed = re.compile(rf"\({terms.pattern}\)", re.IGNORECASE)
    texts = dict.fromkeys(
        text
        for page in in_language(edition, language)
        for read in [spoken(page.file.read_text(encoding="utf-8"))]
        for text in [*read.blocks, *(bracketed.sub("", each) for each in read.bare)]
    )
    assert len(texts) > 2000
    assert [*foreign(texts, language, terms)] == []


@pytest.mark.parametrize(("language", "other"), [("nl", "en"), ("en", "nl")])
def test_hardly_a_sentence_of_another_language_would_go_unseen(language: str, other: str) -> None:
    """The pages of one language, read as if they were in the other."""
    texts = {
        text
        for page in in_language("site", language)
        for text in spoken(page.file.read_text(encoding="utf-8")).blocks
        if len(WORD.findall(text)) > 6
    }
    seen = [*foreign(texts, other, dutch_terms(other))]
    assert len(texts) > 1000
    assert len(seen) > 0.95 * len(texts)
