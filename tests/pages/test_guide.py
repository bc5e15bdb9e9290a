"""The guide as it was built, and what its build refuses."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from mkdocs.exceptions import PluginError

from macros import define_env
from macros.postbuild import components
from poortwachter.i18n import DUTCH, written
from poortwachter.law import load
from tests.conftest import ROOT
from tests.pages.built_page import EDITIONS, is_external, page_of, pages

MACRO = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
MORE_THAN_ONE = (
    r"(\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien"
    "|achttien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|half|anderhalf)"
)
ORDINAL = "(derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twaalfde)"
UNIT = "(dag(en)?|we(ek|ken)|maand(en)?|uur|jaar|procent|euro)"
MONTH = "(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
# The two years as a whole have an everyday name, and a form may show how a date is filled in.
TERM = re.compile(
    rf"\bweek \d+|\b(?!twee\s+jaar\b){MORE_THAN_ONE}\s+\w*?{UNIT}\b|\b(een|één)\s+{UNIT}\b"
    rf"|\b(\d+\s?e|{ORDINAL})\s+\w*?{UNIT}\b|\d\s?%|€\s?\d"
    rf"|(?<!Bijvoorbeeld )\b\d+ {MONTH}\b|\b\d{{1,4}}-\d{{1,2}}-\d{{1,4}}\b|\b(19|20)\d\d\b",
    re.IGNORECASE,
)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]{30,})">')
# An address may hold a number, and so may a tag of HTML.
NOT_READ = re.compile(r"\]\([^)\s]*\)|<[^>]*>")


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_obligation_has_a_page_at_its_own_address(edition: str) -> None:
    for name, rule in load().actionable.items():
        page = page_of(edition, f"stappen/{name}")
        assert ("h1", rule.words[DUTCH].name) in page.headings


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_navigation_leads_to_each_obligation(edition: str) -> None:
    start = page_of(edition, "stappenplan")
    navigated = {
        start.target(each.attributes["href"])
        for each in start.elements
        if each.tag == "a" and "md-nav__link" in each.attributes.get("class", "").split()
    }
    obligations = {page_of(edition, f"stappen/{name}").file for name in load().actionable}
    assert obligations - navigated == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_link_within_the_guide_arrives(edition: str) -> None:
    known = {page.file: page for page in pages(edition)}
    broken = []
    for page in known.values():
        for link in filter(lambda link: not is_external(link), page.links):
            target, fragment = page.target(link), unquote(urlsplit(link).fragment)
            arrives = target.is_file() and (not fragment or fragment in known[target].ids)
            if not arrives:
                broken.append(f"{page}: {link}")
    assert broken == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_loads_anything_from_another_host(edition: str) -> None:
    loaded = [
        (str(page), each.attributes.get(name, ""))
        for page in pages(edition)
        for each in page.elements
        if each.tag != "a"
        for name in ("src", "href", "srcset", "data", "action", "poster")
    ]
    assert any(address for _, address in loaded)
    assert [(page, address) for page, address in loaded if is_external(address)] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_style_or_script_loads_anything_from_another_host(edition: str) -> None:
    """What Material's own script can fetch from elsewhere, for diagrams, no page asks for."""
    outside = re.compile(r"""(@import|url\()\s*["']?(https?:)?//""")
    files = [*(ROOT / edition).rglob("*.css"), *(ROOT / edition).rglob("*.html")]
    assert [file for file in files if outside.search(file.read_text(encoding="utf-8"))] == []


def written_by_hand() -> list[Path]:
    """What people write of the pages: not what macros and the theme fill in."""
    return [
        *(file for file in (ROOT / "docs").rglob("*.md") if file.parent.name != "decisions"),
        *(ROOT / "macros").rglob("*.md"),
        *(ROOT / "macros/templates").rglob("*.html"),
        *(ROOT / "overrides").rglob("*.html"),
    ]


def typed_terms(text: str) -> list[str]:
    return [found[0] for found in TERM.finditer(NOT_READ.sub("", MACRO.sub("", text)))]


def test_no_page_types_a_term_or_a_date_itself() -> None:
    typed = {
        f"{file.relative_to(ROOT)}: {found}"
        for file in written_by_hand()
        for found in typed_terms(file.read_text(encoding="utf-8"))
    }
    assert typed == set()


@pytest.mark.parametrize(
    "typed",
    [
        *("week 6", "42 weken", "binnen zes weken", "14 dagen", "de 6e week", "1 maand", "één dag"),
        *("15 juni 2026", "in 2026", "een jaar", "5 jaar", "na twee\nweken"),
        *("de zesde week", "twintig weken", "een half jaar", "anderhalf jaar", "2 werkdagen"),
        *("70%", "70 %", "70 procent", "€ 400", "400 euro", "24 uur"),
    ],
)
def test_a_typed_term_would_be_seen(typed: str) -> None:
    assert typed_terms(f"Doe dit {typed}.")
    assert not typed_terms(f'Doe dit {{{{ termijn("{typed}") }}}}.')


@pytest.mark.parametrize(
    "said",
    [
        "twee jaar",
        "het tweede jaar",
        "Bijvoorbeeld 15 juni",
        "[lees](2026/week-6.md)",
        '<p style="width: 70%">',
    ],
)
def test_what_is_no_term_may_be_typed(said: str) -> None:
    assert not typed_terms(f"Dit geldt {said}.")


UNCHECKED = re.compile(r'^!!! onzeker "Niet [^"]*"\n((?:    .*\n|\n(?=    ))*)', re.MULTILINE)


def silent_boxes(text: str) -> list[str]:
    """The boxes of what nobody checked that name nobody to ask."""
    boxes = [found[1] for found in UNCHECKED.finditer(text)]
    return [box for box in boxes if not re.search(r"\]\(|\b[Vv]raag\b", box)]


def test_what_nobody_checked_says_where_to_ask() -> None:
    found = {file: silent_boxes(file.read_text(encoding="utf-8")) for file in written_by_hand()}
    assert sum(map(len, found.values())) == 0, {file: each for file, each in found.items() if each}


def test_a_box_that_names_nobody_to_ask_would_be_seen() -> None:
    box = '!!! onzeker "Niet nagekeken"\n    Hoe lang het duurt, weten wij niet.{}\n\nVraag UWV.\n'
    assert silent_boxes(box.format(""))
    assert not silent_boxes(box.format(" Vraag UWV."))


class Citation(NamedTuple):
    """A link to a law, with the words of the link, and those of the list's item that holds it."""

    address: str
    words: str
    item: str


class Citations(HTMLParser):
    """Collects what a page cites of the site on which all laws of the Netherlands stand."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str], list[str]]] = []
        self._items: list[list[str]] = [[]]
        self._link: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self._items.append([])
        if tag == "a":
            self._link = []
            address = dict(attrs).get("href") or ""
            if urlsplit(address).hostname == "wetten.overheid.nl":
                self.found.append((address, self._link, self._items[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._link = []
        if tag == "li" and len(self._items) > 1:
            self._items.pop()

    def handle_data(self, data: str) -> None:
        self._link.append(data)
        if len(self._items) > 1:
            self._items[-1].append(data)


@cache
def laws() -> dict[str, str]:
    """The titles of laws by their BWB ids, as the rules have them."""
    file = ROOT / "engine/rules/laws.yaml"
    listed = yaml.safe_load(file.read_text(encoding="utf-8")).values()
    return {law["bwb"]: law["title"] for law in listed if "bwb" in law}


def citations(text: str) -> list[Citation]:
    reader = Citations()
    reader.feed(text)
    return [
        Citation(address, "".join(words), "".join(item)) for address, words, item in reader.found
    ]


LAW = re.compile(
    r"https://wetten\.overheid\.nl/(?:jci1\.3:c:)?(BWBR\d{7})(?:&boek=\d+)?(?:&artikel=([\w.:]+))?"
)


def named(words: str) -> str:
    """The law that is named; one title may hold another."""
    return max((title for title in laws().values() if title in words), key=len, default="")


def is_cited_well(citation: Citation) -> bool:
    """Whether it leads to the law and the article that it names; to the site itself, if it names none."""
    title = named(citation.words) or named(citation.item)
    found = LAW.fullmatch(citation.address)
    if not found:
        return citation == ("https://wetten.overheid.nl", "wetten.overheid.nl", citation.item)
    article = found[2]
    is_article_named = not article or re.search(
        rf"\bartikel {re.escape(article)}\b", citation.words
    )
    return title == laws().get(found[1]) and bool(is_article_named)


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_link_to_a_law_leads_to_the_law_that_it_names(edition: str) -> None:
    found = {
        (str(page), each)
        for page in pages(edition)
        for each in citations(page.file.read_text(encoding="utf-8"))
    }
    assert len(found) > 100
    assert [each for each in found if not is_cited_well(each[1])] == []


ITEM = "<li><strong>{0}</strong> <span><a href='https://wetten.overheid.nl/{1}'>{2}</a></span></li>"
LINK = "<p><a href='https://wetten.overheid.nl/{1}'>{0}, {2}</a></p>"


@pytest.mark.parametrize("html", [ITEM, LINK])
@pytest.mark.parametrize(
    ("law", "address", "words"),
    [
        ("Burgerlijk Wetboek Boek 7", "jci1.3:c:BWBR0001888&artikel=629", "artikel 629"),
        ("Ziektewet", "jci1.3:c:BWBR0001888&artikel=629", "artikel 38"),
        ("Ziektewet", "jci1.3:c:BWBR0001889&artikel=38", "artikel 38"),
        ("Ziektewet", "zoeken?titel=ziektewet", "artikel 38"),
        ("Arbowet", "jci1.3:c:BWBR0001888&artikel=38", "artikel 38"),
        ("Regeling procesgang eerste en tweede ziektejaar", "BWBR0022309", "de hele regeling"),
    ],
)
def test_a_wrong_link_to_a_law_would_be_seen(html: str, law: str, address: str, words: str) -> None:
    (wrong,) = citations(html.format(law, address, words))
    assert not is_cited_well(wrong)


@pytest.mark.parametrize("html", [ITEM, LINK])
def test_a_right_link_to_a_law_is_right(html: str) -> None:
    (right,) = citations(
        html.format("Ziektewet", "jci1.3:c:BWBR0001888&artikel=38", "artikel 38, lid 1")
    )
    assert is_cited_well(right)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with one page, which a test may write."""
    for name in ("engine", "macros", "overrides"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nnav: [index.md]\n", encoding="utf-8"
    )
    (tmp_path / "docs").mkdir()
    return tmp_path


def build(project: Path, text: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    (project / "docs/index.md").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_unknown_macro_fails_the_build(project: Path) -> None:
    known = build(project, '# Titel\n\n{{ weken("einde-wachttijd") }}\n')
    assert known.returncode == 0, known.stderr
    unknown = build(project, '# Titel\n\n{{ wekem("einde-wachttijd") }}\n')
    assert unknown.returncode != 0
    assert "wekem" in unknown.stderr


def test_an_unknown_obligation_fails_the_build(project: Path) -> None:
    unknown = build(project, '{{ stap("probleemanalise") }}\n')
    assert unknown.returncode != 0
    assert "probleemanalise" in unknown.stderr


def test_before_setup_the_build_says_what_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment: Any = None
    monkeypatch.setattr(components, "ENGINE", tmp_path / "manifest.json")
    with pytest.raises(PluginError, match="run make setup first"):
        define_env(environment)


def test_a_broken_link_fails_the_build(project: Path) -> None:
    broken = build(project, "# Titel\n\n[Verder](verder.md)\n")
    assert broken.returncode != 0
    assert "verder.md" in broken.stderr


def test_where_the_site_stands_is_told_to_who_shares_or_finds_a_page(project: Path) -> None:
    told = build(project, "# Titel\n", SITE_URL="https://gids.example/map/")
    assert told.returncode == 0, told.stderr
    page = (project / "site/index.html").read_text(encoding="utf-8")
    image = re.search(r'property="og:image" content="https://gids.example/map/(.+?)"', page)
    assert '<link rel="canonical" href="https://gids.example/map/">' in page
    assert image
    assert (project / "site" / image[1]).is_file()
    assert "<loc>https://gids.example/map/</loc>" in (project / "site/sitemap.xml").read_text()


def test_each_page_says_what_it_is_about_and_by_which_rules() -> None:
    edition = written(date.fromisoformat(load().edition))
    told = {str(page): page.file.read_text(encoding="utf-8") for page in pages("site")}
    lost = told.pop("site/404.html")
    assert "Deze pagina bestaat niet" in lost
    found = {name: DESCRIPTION.findall(text) for name, text in told.items()}
    assert {name: texts for name, texts in found.items() if len(texts) != 1} == {}
    assert len({text for (text,) in found.values()}) == len(told)
    for name, text in told.items():
        assert f"Regels van {edition}." in text, name
        assert "Geen juridisch advies. UWV beslist zelf" in text, name


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_id_stands_once_on_a_page(edition: str) -> None:
    """Those that begin with a dot wait in a template for their whole name."""
    twice = {}
    for page in pages(edition):
        ids = Counter(each.attributes.get("id", ".") for each in page.elements)
        twice[str(page)] = [name for name, times in ids.items() if times > 1 and name[0] != "."]
    assert {page: ids for page, ids in twice.items() if ids} == {}
