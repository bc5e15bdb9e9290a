"""A paper as a file: as Office Open XML has it, with the whole text, and with nothing else."""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from poortwachter.law import LANGUAGES
from poortwachter.papers import BlockKind, blocks, paper_as_docx, papers
from poortwachter.selfcheck import LONGEST_PAPER
from tests.engine.papers import PAPERS, read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
]
# In which order ECMA-376 part 1 (17 and annex A) has the children of each element; those that may be here.
ORDER = {
    "document": "body",
    "body": "p sectPr",
    "p": "pPr r",
    "r": "rPr t",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind"
    " contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u lang",
    "numPr": "ilvl numId",
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders cols titlePg docGrid",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr",
    "numbering": "numPicBullet abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
}
# Of what there may be more than one, in one parent.
REPEATED = {"p", "r", "style", "abstractNum", "num", "lvl"}

STYLE: dict[BlockKind, str] = {
    "title": "Title",
    "heading": "Heading1",
    "boxes": "ListParagraph",
    "bullets": "ListParagraph",
    "numbers": "ListParagraph",
    "paragraph": "Normal",
}
NUMBERS = "1. a\n2. b\n\nText\n\n1. c\n\n- d\n- [ ] e\n\n1. f\n2. g\n3. h"
HOSTILE = [
    "",
    "\n\n \t\r\n",
    "a & b < c > d \" e ' f &amp; ]]> <!-- <w:p/> <?xml?>",
    "".join(map(chr, range(0x20))) + "x\x7f\x85y",
    "a\ud800b\udfffc \ufffe\uffff\U0001fffe d",
    "💶 👩‍👩‍👧‍👦 é é ﷽ \u202eabc\u2066 \ufeffz",
    "# \n## \n- \n- [ ] \n1. \n#a\n-b\n1.c\n•\n* *\n####### x\n- - - x\n1. 2. x\n- [x] y",
    "a\tb\t\tc\r\nd\re\n\n\n\nf\x0bg\x0ch\u2028i\u2029j",
    "x" * LONGEST_PAPER,
    "- x\n" * 5000,
    "1. x\n\n" * 5000,
    "&" * LONGEST_PAPER,
]
TEXTS = st.text(st.characters() | st.sampled_from("#-*•[]1.) \t\r\n&<>\ud800\x00"), max_size=200)


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def part(content: bytes, name: str) -> Element:
    return fromstring(opened(content).read(name))  # noqa: S314 written here


def paragraphs(content: bytes) -> list[Element]:
    return [*part(content, "word/document.xml").iter(f"{W}p")]


def text_of(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def value(element: Element, *path: str) -> str | None:
    """The `w:val` of what stands somewhere inside; None where nothing does."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val")


def printed(text: str) -> str:
    return "".join(filter(str.isprintable, text))


def assert_holds(text: str) -> None:
    """A file that opens, of which each part is XML, and that has every character that can be printed."""
    content = paper_as_docx(text)
    assert opened(content).testzip() is None
    assert [part(content, name) is not None for name in PARTS] == [True] * len(PARTS)
    lines = [line for block in blocks(text) for line in block.lines]
    assert [printed(text_of(each)) for each in paragraphs(content)] == [*map(printed, lines)]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_the_file_opens_and_holds_it(text: str) -> None:
    assert_holds(text)


@given(TEXTS)
@example("1.\x1c \ud800")
def test_whatever_text_there_is_the_file_opens_and_holds_it(text: str) -> None:
    assert_holds(text)


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_the_file_of_a_paper_opens_and_holds_it(name: str, language: str) -> None:
    assert_holds(read(papers()[name], None, language))


def test_a_file_has_six_parts_and_tells_no_author_program_or_time() -> None:
    found = opened(paper_as_docx(NUMBERS))
    assert found.namelist() == PARTS
    for each in found.infolist():
        assert (each.date_time, each.extra, each.comment) == ((1980, 1, 1, 0, 0, 0), b"", b"")
        assert (each.external_attr, each.create_system, each.compress_type) == (0, 0, 0)
    assert found.comment == b""


def test_every_part_has_its_type_and_every_relation_leads_to_a_part() -> None:
    content = paper_as_docx(NUMBERS)
    types = part(content, "[Content_Types].xml")
    named = {each.get("PartName") for each in types if each.tag.endswith("Override")}
    assert named == {
        f"/{name}" for name in PARTS if name.startswith("word/") and "_rels" not in name
    }
    for name, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        targets = [f"{folder}{each.get('Target')}" for each in part(content, name)]
        assert targets
        assert set(targets) <= set(PARTS)


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_the_same_text_gives_the_same_bytes(text: str, language: str) -> None:
    assert paper_as_docx(text, language) == paper_as_docx(text, language)


def test_the_language_of_the_text_is_told() -> None:
    tags = {}
    for language in LANGUAGES:
        (lang,) = part(paper_as_docx("a", language), "word/styles.xml").iter(f"{W}lang")
        tags[language] = lang.get(f"{W}val")
    assert tags == {"nl": "nl-NL", "en": "en-GB"}


def out_of_order(element: Element) -> Iterator[str]:
    """Each element inside of which the children stand otherwise than in ECMA-376."""
    name, children = local(element), [local(child) for child in element]
    order = ORDER.get(name, "").split()
    places = [order.index(child) if child in order else -1 for child in children]
    right = all(
        one < two or (one == two and order[one] in REPEATED) for one, two in pairwise(places)
    )
    if -1 in places or not right:
        yield f"{name}: {' '.join(children)}"
    for child in element:
        yield from out_of_order(child)


def local(element: Element) -> str:
    return element.tag.removeprefix(W)


@pytest.mark.parametrize("text", [NUMBERS, *HOSTILE[:8]])
def test_everything_stands_in_the_order_of_the_standard(text: str) -> None:
    content = paper_as_docx(text)
    for name in ("document", "styles", "numbering"):
        assert [*out_of_order(part(content, f"word/{name}.xml"))] == []


@pytest.mark.parametrize("wrong", ["<w:ind/><w:pStyle/>", "<w:jc/><w:jc/>", "<w:unknown/>"])
def test_another_order_would_be_seen(wrong: str) -> None:
    xml = f'<w:pPr xmlns:w="{W.strip("{}")}">{wrong}</w:pPr>'
    assert [*out_of_order(fromstring(xml))]  # noqa: S314 written here


@pytest.mark.parametrize(("name", "language"), PAPERS)
def test_each_line_has_the_style_of_its_block(name: str, language: str) -> None:
    text = read(papers()[name], None, language)
    expected = [STYLE[block.kind] for block in blocks(text) for _ in block.lines]
    content = paper_as_docx(text, language)
    assert [value(each, "pPr", "pStyle") for each in paragraphs(content)] == expected


def styles(content: bytes) -> dict[str, Element]:
    found = part(content, "word/styles.xml").iter(f"{W}style")
    return {str(each.get(f"{W}styleId")): each for each in found}


def test_every_style_is_there_and_headings_have_their_level() -> None:
    found = styles(paper_as_docx(NUMBERS))
    assert set(STYLE.values()) == set(found)
    assert {name: value(each, "pPr", "outlineLvl") for name, each in found.items()} == {
        "Normal": None,
        "Title": None,
        "Heading1": "0",
        "ListParagraph": None,
    }
    assert value(found["Heading1"], "name") == "heading 1"


def lists(content: bytes) -> dict[str, tuple[str | None, str | None]]:
    """Of each list that a line can be of: how it is marked, and with what it begins."""
    numbering: Any = part(content, "word/numbering.xml")
    forms = {
        each.get(f"{W}abstractNumId"): value(each, "lvl", "numFmt")
        for each in numbering.iter(f"{W}abstractNum")
    }
    return {
        each.get(f"{W}numId"): (
            forms[value(each, "abstractNumId")],
            value(each, "lvlOverride", "startOverride"),
        )
        for each in numbering.iter(f"{W}num")
    }


def test_every_numbered_list_begins_anew_and_every_item_has_its_list() -> None:
    content = paper_as_docx(NUMBERS)
    found = {text_of(each): value(each, "pPr", "numPr", "numId") for each in paragraphs(content)}
    known = lists(content)
    assert {text: known[number] if number else None for text, number in found.items()} == {
        **dict.fromkeys("abcfgh", ("decimal", "1")),
        **dict.fromkeys("de", ("bullet", None)),
        "Text": None,
    }
    together = [{found[each] for each in items} for items in ("ab", "c", "fgh", "d", "e")]
    assert [len(each) for each in together] == [1] * 5
    assert len(set[str | None]().union(*together)) == 5
