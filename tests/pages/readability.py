"""How hard each page is to read: `python -m tests.pages.readability` lists them, the hardest first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

from pyphen import Pyphen  # type: ignore[import-untyped]

from tests.conftest import built

# What is no running text: names of things, addresses, and what waits to be filled in.
LEFT_OUT = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "nav", "form", "template", "script", "style", "svg"),
    *("table", "code", "pre", "dt", "summary", "button", "legend"),
}
LEFT_OUT_CLASSES = {
    *("admonition-title", "pw-edition", "pw-facts", "pw-figures", "pw-sources", "pw-strength"),
    "pw-who",
}
LISTS_OF_SOURCES = {"Waar staat het?", "Hangt samen met"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"a", "abbr", "b", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}

END_OF_SENTENCE = re.compile(r"(?<=[.?!…])[)’”]*\s+(?=[‘“(A-Z0-9À-Ý])")
WORD = re.compile(r"[^\W_]+(?:[-’'.,:/][^\W_]+)*")
LONG_SENTENCE = 20
LONG_WORD = 6


class Article(HTMLParser):
    """Collects the blocks of running text of a page: paragraphs, and items of lists and tables."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
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
        classes = set((dict(attrs).get("class") or "").split())
        self._inside = self._inside or "md-content__inner" in classes
        if tag in HEADINGS:
            self._heading = ""
        if tag == "q":
            self.handle_data("‘")
        left_out = tag in LEFT_OUT or bool(classes & LEFT_OUT_CLASSES)
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

    sentences: int
    words: int
    syllables: int
    long_sentences: int
    long_words: int
    longest: str

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
    def flesch_douma(self) -> float:
        """From 0 (very hard) to 100 (very easy): the formula of Flesch, as Douma made it for Dutch."""
        return 206.84 - 0.93 * self.words_a_sentence - 77 * self.syllables / self.words


def read(blocks: Iterable[str]) -> Reading:
    sentences = [each for each in map(words_of, chain.from_iterable(map(split, blocks))) if each]
    words = list(chain.from_iterable(sentences))
    longest = max(sentences, key=len, default=[])
    return Reading(
        sentences=len(sentences),
        words=len(words),
        syllables=sum(map(syllables, words)),
        long_sentences=sum(len(each) > LONG_SENTENCE for each in sentences),
        long_words=sum(letters(each) > LONG_WORD for each in words),
        longest=" ".join(longest),
    )


def split(block: str) -> list[str]:
    return END_OF_SENTENCE.split(block)


def words_of(sentence: str) -> list[str]:
    return WORD.findall(sentence)


def letters(word: str) -> int:
    return sum(map(str.isalpha, word))


HYPHENS = Pyphen(lang="nl")


def syllables(word: str) -> int:
    """Counts where hyphens may stand; none leaves a vowel alone, so each part starts with a `b`."""
    return sum(len(HYPHENS.positions(f"b{part}")) + 1 for part in word.lower().split("-"))


def blocks_of(file: Path) -> list[str]:
    article = Article()
    article.feed(file.read_text(encoding="utf-8"))
    return article.blocks


def readings() -> dict[str, Reading]:
    """Each page of the guide that has text, by its address."""
    root = built("site")
    found = {
        str(file.parent.relative_to(root)): read(blocks_of(file))
        for file in sorted(root.rglob("index.html"))
    }
    return {page: reading for page, reading in found.items() if reading.words}


def table(found: dict[str, Reading]) -> str:
    """All pages as text, the hardest first."""
    head = f"{'page':<45}{'words':>7}{'mean':>7}{'> 20':>7}{'F-D':>7}{'long':>7}  longest sentence"
    hardest = sorted(found.items(), key=lambda item: item[1].flesch_douma)
    return "\n".join([head, *(row(page, reading) for page, reading in hardest)])


def row(page: str, reading: Reading) -> str:
    return (
        f"{page:<45}{reading.words:>7}{reading.words_a_sentence:>7.1f}"
        f"{reading.long_sentences_share:>7.1%}{reading.flesch_douma:>7.1f}"
        f"{reading.long_words_share:>7.1%}  {reading.longest[:90]}"
    )


if __name__ == "__main__":
    print(table(readings()))
