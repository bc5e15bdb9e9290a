"""A paper as a file that Word and LibreOffice open: Office Open XML (ECMA-376), with headings and lists.

Nothing but the text is in it: no author, no program, no time. Why no library writes it: record 0023.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from poortwachter.i18n.locales import DUTCH, LOCALES
from poortwachter.papers.blocks import Block, BlockKind, blocks

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

STYLE: Mapping[BlockKind, str] = {
    "title": "Title",
    "heading": "Heading1",
    "boxes": "ListParagraph",
    "ticked": "ListParagraph",
    "bullets": "ListParagraph",
    "numbers": "ListParagraph",
    "paragraph": "Normal",
}
# How each kind of list is marked; numbers begin anew in every list, so each of these has an id of its own.
FORMS: Mapping[BlockKind, tuple[str, str]] = {
    "bullets": ("bullet", "•"),
    "boxes": ("bullet", "☐"),
    "ticked": ("bullet", "☒"),
    "numbers": ("decimal", "%1."),
}
ABSTRACT: Mapping[BlockKind, int] = {kind: number for number, kind in enumerate(FORMS)}
NUM_IDS: Mapping[BlockKind, int] = {
    kind: each + 1 for kind, each in ABSTRACT.items() if kind != "numbers"
}
FIRST_OF_NUMBERS = len(NUM_IDS) + 1

ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def paper_as_docx(text: str, language: str = DUTCH) -> bytes:
    """The file of a text in the syntax of blocks.py; the same text gives the same bytes."""
    found = blocks(text)
    numbers = sum(block.kind == "numbers" for block in found)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": _document(found),
        "word/_rels/document.xml.rels": _relations(
            {"styles": "styles.xml", "numbering": "numbering.xml"}
        ),
        "word/styles.xml": _styles(LOCALES[language]["tag"]),
        "word/numbering.xml": _numbering(numbers),
    }
    return _stored({name: (HEAD + part).encode() for name, part in parts.items()})


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'


CONTENT_TYPES = (
    f'<Types xmlns="{PARTS}content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + _override("document", "document.main")
    + _override("styles", "styles")
    + _override("numbering", "numbering")
    + "</Types>"
)


def _relations(targets: Mapping[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PARTS}relationships">{found}</Relationships>'


def _document(found: list[Block]) -> str:
    """All blocks, on A4 with margins of two and a half centimetres."""
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418"'
        ' w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    body = "".join(_paragraphs(found))
    return f'<w:document xmlns:w="{MAIN}"><w:body>{body}{page}</w:body></w:document>'


def _paragraphs(found: list[Block]) -> Iterator[str]:
    own = FIRST_OF_NUMBERS - 1
    for block in found:
        own += block.kind == "numbers"
        in_list = NUM_IDS.get(block.kind, own if block.kind == "numbers" else None)
        yield from (_paragraph(STYLE[block.kind], in_list, line) for line in block.lines)


def _paragraph(style: str, in_list: int | None, line: str) -> str:
    number = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{in_list}"/></w:numPr>' if in_list else ""
    )
    text = f'<w:r><w:t xml:space="preserve">{_escaped(line)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{text}</w:p>'


def _escaped(line: str) -> str:
    """A line without the characters that XML cannot hold."""
    return "".join(filter(_fits_in_xml, line)).translate(ESCAPED)


def _fits_in_xml(character: str) -> bool:
    return (
        character == "\t" or " " <= character < "\ud800" or "\udfff" < character < "\ufffe"
    ) or character > "\uffff"


class Style(NamedTuple):
    """A style of paragraphs: room before and after in twentieths of a point, size in halves of one.

    `level`: where it stands among the headings, the first is 0.
    """

    id: str
    name: str
    after: int
    size: int
    before: int = 0
    bold: bool = False
    level: int | None = None


STYLES = (
    Style("Normal", "Normal", before=60, after=100, size=22),
    Style("Title", "Title", after=240, size=34, bold=True),
    Style("Heading1", "heading 1", before=240, after=80, size=26, bold=True, level=0),
    Style("ListParagraph", "List Paragraph", after=60, size=22),
)


def _styles(tag: str) -> str:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
        f'<w:lang w:val="{tag}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return f'<w:styles xmlns:w="{MAIN}">{defaults}{"".join(map(_style, STYLES))}</w:styles>'


def _style(style: Style) -> str:
    is_base = style is STYLES[0]
    is_default = ' w:default="1"' if is_base else ""
    based = "" if is_base else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    outline = "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>'
    keep, weight = ("<w:keepNext/>", "<w:b/>") if style.bold else ("", "")
    room = f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
    return (
        f'<w:style w:type="paragraph"{is_default} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{based}<w:qFormat/><w:pPr>{keep}{room}{outline}</w:pPr>"
        f'<w:rPr>{weight}<w:sz w:val="{style.size}"/></w:rPr></w:style>'
    )


def _numbering(numbers: int) -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{mark}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
        for number, (form, mark) in enumerate(FORMS.values())
    )
    marked = "".join(
        f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each - 1}"/></w:num>'
        for each in NUM_IDS.values()
    )
    numbered = "".join(
        f'<w:num w:numId="{FIRST_OF_NUMBERS + each}"><w:abstractNumId w:val="{ABSTRACT["numbers"]}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for each in range(numbers)
    )
    return f'<w:numbering xmlns:w="{MAIN}">{kinds}{marked}{numbered}</w:numbering>'


# The first day that a zip can tell, so that it tells none: 1 January 1980.
NO_TIME = (0x21 << 16).to_bytes(4, "little")


def _stored(files: Mapping[str, bytes]) -> bytes:
    """A zip of files as they are, not compressed: the browser's Python has no module that makes one."""
    local, central = b"", b""
    for name, content in files.items():
        about = _about(name, content)
        central += (
            b"PK\x01\x02\x14\x00"
            + about
            + bytes(10)
            + len(local).to_bytes(4, "little")
            + name.encode()
        )
        local += b"PK\x03\x04" + about + name.encode() + content
    count = len(files).to_bytes(2, "little")
    sizes = len(central).to_bytes(4, "little") + len(local).to_bytes(4, "little")
    return local + central + b"PK\x05\x06" + bytes(4) + count * 2 + sizes + bytes(2)


def _about(name: str, content: bytes) -> bytes:
    """What both headers of a file tell: version, flags, method, time, sum, sizes, lengths of name and extra."""
    size = len(content).to_bytes(4, "little")
    check = _checksum(content).to_bytes(4, "little")
    return (
        b"\x14\x00"
        + bytes(4)
        + NO_TIME
        + check
        + size * 2
        + len(name).to_bytes(2, "little")
        + bytes(2)
    )


def _checksum(content: bytes) -> int:
    """CRC-32 (ISO 3309); the browser's Python was packed without a module that counts it."""
    table, rest = _remainders(), 0xFFFFFFFF
    for octet in content:
        rest = table[(rest ^ octet) & 0xFF] ^ (rest >> 8)
    return rest ^ 0xFFFFFFFF


@cache
def _remainders() -> list[int]:
    return [_remainder(octet) for octet in range(256)]


def _remainder(octet: int) -> int:
    for _ in range(8):
        octet = (octet >> 1) ^ (0xEDB88320 if octet & 1 else 0)
    return octet
