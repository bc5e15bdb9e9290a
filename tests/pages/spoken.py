"""What a page says, and what of it is marked as another language."""

from html.parser import HTMLParser

# No language: what a program reads, and addresses and code that are told as they are typed.
NO_WORDS = {"script", "style", "code", "pre"}
SPOKEN_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder")
# No markup fits in these.
NAMES = {"title", "option"}
INLINE = {
    "a",
    "abbr",
    "b",
    "em",
    "i",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "label",
}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Spoken(HTMLParser):
    """Collects what is said in the language of the page.

    Attributes:
        blocks: of text, in which another language may be marked.
        bare: names of the page, and attributes that are shown or read out: nothing in them can be marked.
    """

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.bare: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._language = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self._language = given["lang"]
        if tag not in INLINE:
            self._end_block()
        ours = self._is_ours() and tag not in NO_WORDS
        ours = ours and given.get("lang", self._language) == self._language
        if ours:
            self.bare += [given[name] for name in SPOKEN_ATTRIBUTES if given.get(name)]
            if tag == "meta" and self._is_told(given):
                self.bare.append(given["content"])
        if tag not in VOID:
            self._open.append((tag, ours))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self._end_block()
        tags = [name for name, _ in self._open]
        if tag in tags:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._text += data if self._is_ours() else " "

    def close(self) -> None:
        super().close()
        self._end_block()

    def _is_told(self, given: dict[str, str]) -> bool:
        """A description or a title, which others show."""
        name = given.get("name") or given.get("property") or ""
        return name.endswith(("description", "title", "image:alt"))

    def _is_ours(self) -> bool:
        return not self._open or self._open[-1][1]

    def _end_block(self) -> None:
        if text := " ".join(self._text.split()):
            is_name = self._open and self._open[-1][0] in NAMES
            (self.bare if is_name else self.blocks).append(text)
        self._text = ""


def spoken(html: str) -> Spoken:
    """All that a page says in its own language."""
    reader = Spoken()
    reader.feed(html)
    reader.close()
    return reader
