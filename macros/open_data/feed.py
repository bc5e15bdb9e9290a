"""The changes of the rules as an Atom feed (RFC 4287), in one language."""

from datetime import date
from xml.etree import ElementTree as ET

from macros.guidebook import load_law
from macros.open_data.history import Entry, history
from macros.page_words import folder, page_words

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

# Ids never change, also when the site moves (RFC 4287, 4.2.6), so no host stands in them. This name can never be
# anybody's (RFC 2606), so nobody else can make the same (RFC 4151).
IDS = "tag:poortwachterwijzer.invalid,2026:"


def feed(language: str, name: str, site: str) -> bytes:
    """The feed as bytes.

    Args:
        language: of its words.
        name: of its file, beside which relative addresses begin.
        site: where the site stands, with a slash at the end; `../` where nobody said.
    """
    told, edition = page_words(language).templates["open_data"], load_law().edition_day
    root = ET.Element("feed", {"xmlns": ATOM, LANGUAGE: language})
    _add(root, "id", f"{IDS}changes/{language}")
    _add(root, "title", str(told["feed_title"]))
    _add(root, "subtitle", str(told["feed_about"]))
    _add(root, "updated", _instant(edition))
    _add(_add(root, "author"), "name", str(told["name"]))
    _add(root, "rights", str(told["rights"]))
    here = f"{site}api/{name}" if site != "../" else name
    _link(root, "self", here, "application/atom+xml")
    _link(root, "alternate", f"{site}{folder(language)}wetswijzigingen/#al-veranderd", "text/html")
    for entry in history():
        _entry(root, entry, language, site)
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(root: ET.Element, entry: Entry, language: str, site: str) -> None:
    element = _add(root, "entry")
    _add(element, "id", f"{IDS}{entry.id}/{language}")
    _add(element, "title", f"{entry.day_in_words(language)}: {entry.title(language)}")
    # A change to come is told by the edition that first knew it: no reader gets it later than today.
    _add(element, "updated", _instant(min(entry.day, load_law().edition_day)))
    _link(element, "alternate", f"{site}{folder(language)}{_page(entry)}", "text/html")
    for rule in entry.rules:
        label = load_law().rules[rule].words[language].name
        _add(element, "category", None, term=rule, label=label)
    _add(element, "content", _text(entry, language), type="text")


def _text(entry: Entry, language: str) -> str:
    told = page_words(language).templates
    sentences = [str(told["history"]["since"].format(day=entry.day_in_words(language)))]
    sentences += entry.sentences(language)
    if entry.change:
        certainty = told["certainty_short"][entry.change.certainty]
        sentences.append(str(told["changes"]["certainty"].format(certainty=certainty)))
    return " ".join(sentences)


def _page(entry: Entry) -> str:
    """Where the guide tells of a change."""
    if entry.change:
        return f"wetswijzigingen/#wijziging-{entry.id.removeprefix('change/')}"
    with_page = [each for each in entry.rules if each in load_law().actionable]
    return f"stappen/{with_page[0]}/" if with_page else "stappenplan/"


def _instant(day: date) -> str:
    """The beginning of a day: the data tell no hour."""
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = text
    return element


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    _add(parent, "link", None, rel=rel, href=href, type=kind)
