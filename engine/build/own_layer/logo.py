"""The logo of an organisation: a picture of its folder, in which nothing runs and from which nothing is fetched."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

MOST_BYTES = 200_000
# With the head of its first part, in which the width and the height stand.
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
WIDEST = 4000
# What an SVG may hold; all else could run, fetch, show pages of others, or draw one thing without end.
SHAPES = frozenset(
    {
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
    }
    | {"title", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath"}
)
DECLARATION = re.compile(r"\A<\?xml [^?<>]*\?>")
NAMESPACE = "{http://www.w3.org/2000/svg}"
IN_CLIPS = f".//{NAMESPACE}clipPath//*"
DEEPEST = 30
LINK = "{http://www.w3.org/1999/xlink}href"


def wrong_logo(folder: Path, name: str) -> str | None:
    """What is wrong with the picture, in words, or None."""
    path = folder / name
    if path.resolve().parent != folder.resolve() or not path.is_file():
        return f"{name} is no file in this folder (expected a picture there, not a link to another)"
    if path.stat().st_size > MOST_BYTES:
        return f"{name} is too large (expected at most {MOST_BYTES} bytes)"
    content = path.read_bytes()
    if name.endswith(".png"):
        told = f"{name} is no PNG (expected one of at most {WIDEST} points wide and high)"
        return None if _is_png(content) else told
    found = next(_dangers(content), None)
    return f"{name} {found}" if found else None


def _is_png(content: bytes) -> bool:
    """Whether it begins as one, of a size that can be drawn (PNG, 11.2.2)."""
    sizes = [int.from_bytes(content[at : at + 4]) for at in (16, 20)]
    return content.startswith(PNG) and all(0 < size <= WIDEST for size in sizes)


def as_svg(folder: Path, name: str) -> str:
    """The picture as one SVG: a PNG within it, so that pages know one name."""
    content = (folder / name).read_bytes()
    if name.endswith(".svg"):
        return content.decode()
    data = base64.b64encode(content).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<image width="100" height="100" href="data:image/png;base64,{data}"/></svg>\n'
    )


def _dangers(content: bytes) -> Iterator[str]:
    try:
        text = DECLARATION.sub("", content.decode("utf-8-sig"))
        # Neither an entity, which can be larger than the file, or a file of the machine, nor an instruction.
        if "<!" in text.replace("<!--", "") or "<?" in text:
            yield "declares a type, an entity or an instruction (expected plain SVG)"
            return
        root = ET.fromstring(text)  # noqa: S314 without entities it is harmless
    except (ET.ParseError, ValueError):
        yield "is no SVG in UTF-8 (expected what its name says; a PNG will do too)"
        return
    for element in root.iter():
        yield from _dangers_of(element)
    if _depth(root) > DEEPEST or any(
        "clip-path" in each.attrib for each in root.iterfind(IN_CLIPS)
    ):
        yield "draws one thing in another too often (expected a plain picture)"


def _depth(root: ET.Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for each in level for child in each]
    return depth


def _dangers_of(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    if name not in SHAPES:
        yield f"holds <{name.rpartition('}')[2]}> (expected shapes, text and gradients alone: save it as plain SVG, or as PNG)"
    for key, value in element.attrib.items():
        if key.startswith("on") or key == "style" or _fetches(key, value.lower()):
            yield f"has {key.rpartition('}')[2]} in <{name}> (expected nothing that runs or fetches)"


def _fetches(key: str, value: str) -> bool:
    """Whether it leads out of the picture: to what has an id in it, it may."""
    is_link = key in {"href", LINK} and not value.startswith("#")
    return is_link or "\\" in value or "image" in value or "url(" in value.replace("url(#", "")
