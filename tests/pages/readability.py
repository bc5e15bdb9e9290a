"""How hard each page is to read, in its own language: `python -m tests.pages.readability` lists the hardest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

from macros.page_words import languages, page_words
from poortwachter.i18n import DUTCH
from tests.conftest import built
from tests.pages.syllables import syllables

# What is no running text: names of things, addresses, and what waits to be filled in.
LEFT_OUT = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "nav", "form", "template", "script", "style", "svg"),
    *("table", "code", "pre", "dt", "summary", "button", "legend"),
}
LEFT_OUT_CLASSES = {
    *("admonition-title", "pw-edition", "pw-facts", "pw-figures", "pw-sources", "pw-strength"),
    "pw-who",
}
LISTS_OF_SOURCES = {
    page_words(language).templates["step_sources"][name]
    for language in languages()
    for name in ("where", "related")
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"a", "abbr", "b", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}

END_OF_SENTENCE = re.compile(r"(?<=[.?!…])[)’”]*\s+(?=[‘“(A-Z0-9À-Ý])")
WORD = re.compile(r"[^\W_]+(?:[-’'.,:/][^\W_]+)*")
LONG_SENTENCE = 20
LONG_WORD = 6

# What the ease of a text loses for each word in a sentence, and for each syllable in a word: of Flesch for English, as
# Douma made it for Dutch.
EASE = {DUTCH: (206.84, 0.93, 77.0), "en": (206.835, 1.015, 84.6)}


class Article(HTMLParser):
    """Collects the blocks of running text of a page: paragraphs, and items of lists and tables."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.language = DUTCH
        self._open: list[tuple[str, bool]] = []
        self._inside = False
        self._sources = False
        self._heading = ""
        self._text = ""
        self._linked = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self._end_block()
        if tag in VOID:
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        if tag == "html":
            self.language = given.get("lang") or DUTCH
        self._inside = self._inside or "md-content__inner" in classes
        if tag in HEADINGS:
            self._heading = ""
        if tag == "q":
            self.handle_data("‘")
        left_out = tag in LEFT_OUT or bool(classes & LEFT_OUT_CLASSES) or self._is_foreign(given)
        self._open.append((tag, left_out or self._is_left_out()))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self._end_block()
        if tag == "q":
            self.handle_data("’")
        if tag in HEADINGS:
            self._sources = self._heading.strip() in LISTS_OF_SOURCES
        tags = [name for name, _ in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]
        self._inside = self._inside and "article" in (name for name, _ in self._open)

    def handle_data(self, data: str) -> None:
        self._heading += data
        if not self._inside or self._sources or self._is_left_out():
            return
        self._text += data
        if any(name == "a" for name, _ in self._open):
            self._linked += data

    def _is_foreign(self, given: dict[str, str | None]) -> bool:
        """What stands in another language, such as the Dutch name of a law."""
        return given.get("lang", self.language) != self.language

    def _is_left_out(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _end_block(self) -> None:
        """A block that is a link and no more is a way on, and no text."""
        text, linked = " ".join(self._text.split()), " ".join(self._linked.split())
        if text and text != linked:
            self.blocks.append(text)
        self._text = self._linked = ""


@dataclass(frozen=True)
class Reading:
    """What was counted in a text."""

    language: str
    sentences: int
    words: int
    syllables: int
    long_sentences: int
    long_words: int
    longest: tuple[str, ...]

    @property
    def words_a_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def long_sentences_share(self) -> float:
        """How many of the sentences have more than 20 words."""
        return self.long_sentences / self.sentences

    @property
    def long_words_share(self) -> float:
        """How many of the words have more than 6 letters, which is what LIX calls long."""
        return self.long_words / self.words

    @property
    def ease(self) -> float:
        """From 0 (very hard) to 100 (very easy)."""
        most, for_words, for_syllables = EASE[self.language]
        return (
            most - for_words * self.words_a_sentence - for_syllables * self.syllables / self.words
        )


def read(blocks: Iterable[str], language: str = DUTCH) -> Reading:
    sentences = [each for each in map(words_of, chain.from_iterable(map(split, blocks))) if each]
    words = list(chain.from_iterable(sentences))
    longest = max(sentences, key=len, default=[])
    return Reading(
        language=language,
        sentences=len(sentences),
        words=len(words),
        syllables=sum(syllables(word, language) for word in words),
        long_sentences=sum(len(each) > LONG_SENTENCE for each in sentences),
        long_words=sum(letters(each) > LONG_WORD for each in words),
        longest=tuple(longest),
    )


def split(block: str) -> list[str]:
    return END_OF_SENTENCE.split(block)


def words_of(sentence: str) -> list[str]:
    return WORD.findall(sentence)


def letters(word: str) -> int:
    return sum(map(str.isalpha, word))


def page(file: Path) -> Reading:
    article = Article()
    article.feed(file.read_text(encoding="utf-8"))
    return read(article.blocks, article.language)


def readings() -> dict[str, Reading]:
    """Each page of the guide that has text, in any language, by its address."""
    root = built("site")
    found = {
        str(file.parent.relative_to(root)): page(file) for file in sorted(root.rglob("index.html"))
    }
    return {place: reading for place, reading in found.items() if reading.words}


def table(found: dict[str, Reading]) -> str:
    """All pages as text, the hardest first."""
    head = f"{'page':<45}{'words':>7}{'mean':>7}{'> 20':>7}{'ease':>7}{'long':>7}  longest sentence"
    hardest = sorted(found.items(), key=lambda item: item[1].ease)
    return "\n".join([head, *(row(place, reading) for place, reading in hardest)])


def row(place: str, reading: Reading) -> str:
    return (
        f"{place:<45}{reading.words:>7}{reading.words_a_sentence:>7.1f}"
        f"{reading.long_sentences_share:>7.1%}{reading.ease:>7.1f}"
        f"{reading.long_words_share:>7.1%}  {' '.join(reading.longest)[:90]}"
    )


if __name__ == "__main__":
    print(table(readings()))
