"""The syntax of papers: no line is lost, and what was made of blocks gives them back."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from poortwachter.papers import Block, BlockKind, blocks, papers
from tests.engine.papers import PAPERS, drawn_cases, offered, read, told

MARK = re.compile(r"^(#+ +|- \[ ?\] +|[-*•] +|\d{1,3}[.)] +)")
WRITTEN: dict[BlockKind, str] = {
    "title": "# {}",
    "heading": "## {}",
    "boxes": "- [ ] {}",
    "bullets": "- {}",
    "numbers": "{number}. {}",
    "paragraph": "{}",
}
MARKED = st.sampled_from(
    ["", "# ", "## ", "- ", "- [ ] ", "- [] ", "1. ", "99) ", "* ", "• ", "#", "-", "[ ]"]
)
LINES = st.tuples(MARKED, st.text("ab 1.#-[]<&\t\xa0\u2028é💶", max_size=12)).map("".join)
TEXTS = st.lists(LINES, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda end: end.join(lines))
)


def lines_of(text: str) -> list[str]:
    """Every line that holds something, without its mark."""
    return [MARK.sub("", line.strip()) for line in text.splitlines() if line.strip()]


def as_text(found: list[Block]) -> str:
    return "\n\n".join("\n".join(_written(block)) for block in found)


def _written(block: Block) -> Iterator[str]:
    for number, line in enumerate(block.lines, start=1):
        yield WRITTEN[block.kind].format(line, number=number)


@given(TEXTS)
def test_no_line_is_lost_or_moved(text: str) -> None:
    assert [line for block in blocks(text) for line in block.lines] == lines_of(text)


@given(TEXTS)
@example("- a\n\n- b\n1. c\n\n1. d")
def test_only_lists_have_more_than_one_line_and_none_is_empty(text: str) -> None:
    for block in blocks(text):
        assert block.lines
        assert len(block.lines) == 1 or block.kind in {"boxes", "bullets", "numbers"}


def test_an_empty_line_keeps_two_lists_apart() -> None:
    assert blocks("1. a\n2. b\n\n1. c") == [
        Block("numbers", ("a", "b")),
        Block("numbers", ("c",)),
    ]
    assert blocks("- [ ] a\n- b\n* c\n\n# T\n## H\ntext") == [
        Block("boxes", ("a",)),
        Block("bullets", ("b", "c")),
        Block("title", ("T",)),
        Block("heading", ("H",)),
        Block("paragraph", ("text",)),
    ]


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_a_paper_without_a_case_comes_back_as_it_was_put_together(name: str, language: str) -> None:
    found = blocks(read(papers()[name], None, language))
    assert blocks(as_text(found)) == found


@pytest.mark.parametrize("name", drawn_cases())
def test_a_paper_of_a_case_comes_back_as_it_was_put_together(name: str) -> None:
    drawn = drawn_cases()[name]
    known = told(drawn["case"], date.fromisoformat(drawn["on"]))
    for paper in offered(known):
        found = blocks(read(paper, known, "en"))
        assert blocks(as_text(found)) == found
