"""The logo of an organisation: a picture of its folder, in which nothing runs and from which nothing is fetched."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

MOST_BYTES = 200_000
PNG = b"\x89PNG\r\n\x1a\n"
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
    | {"title", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask"}
)
DECLARATION = re.compile(r"\A<\?xml [^?<>]*\?>")
NAMESPACE = "{http://www.w3.org/2000/svg}"
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
        return (
            None if content.startswith(PNG) else f"{name} is no PNG (expected what its name says)"
        )
    found = next(_dangers(content), None)
    return f"{name} {found}" if found else None


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
        text = DECLARATION.sub("", content.decode("utf-8"))
        # Neither an entity, which can be larger than the file, or a file of the machine, nor an instruction.
        if "<!" in text.replace("<!--", "") or "<?" in text:
            yield "declares a type, an entity or an instruction (expected plain SVG)"
            return
        root = ET.fromstring(text)  # noqa: S314 without entities it is harmless
    except (ET.ParseError, ValueError):
        yield "is no SVG in UTF-8 (expected what its name says)"
        return
    for element in root.iter():
        yield from _dangers_of(element)


def _dangers_of(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    if name not in SHAPES:
        yield f"holds <{name.rpartition('}')[2]}> (expected shapes, text and gradients alone)"
    for key, value in element.attrib.items():
        if key.startswith("on") or key == "style" or _fetches(key, value.lower()):
            yield f"has {key.rpartition('}')[2]} in <{name}> (expected nothing that runs or fetches)"


def _fetches(key: str, value: str) -> bool:
    """Whether it leads out of the picture: to what has an id in it, it may."""
    is_link = key in {"href", LINK} and not value.startswith("#")
    return is_link or "image" in value or "url(" in value.replace("url(#", "")
