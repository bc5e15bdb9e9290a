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
from macros.guidebook import load_whole
from macros.page_words import languages, page_words
from macros.postbuild import components
from poortwachter.i18n import DUTCH, LOCALES, written
from poortwachter.law import load
from tests.conftest import ROOT, made
from tests.pages.built_page import EDITIONS, in_language, is_external, page_of, pages

MACRO = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
MORE_THAN_ONE = (
    r"(\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien"
    "|achttien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|half|anderhalf)"
)
ORDINAL = "(derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twaalfde)"
UNIT = "(dag(en)?|we(ek|ken)|maand(en)?|uur|jaar|procent|euro)"
NUMBER = (
    r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)"
)
WHICH = r"(\d+(st|nd|rd|th)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)"
UNITS = r"(days?|weeks?|months?|hours?|years?|per\s?cent|euros?)"
ANYWHERE = r"\bweek \d+|\d\s?%|€\s?\d|\b\d{1,4}-\d{1,2}-\d{1,4}\b|\b(19|20)\d\d\b"
# The two years as a whole have an everyday name, and a form may show how a date is filled in.
TERMS = {
    "nl": re.compile(
        rf"{ANYWHERE}|\b(?!twee\s+jaar\b){MORE_THAN_ONE}\s+\w*?{UNIT}\b|\b(een|één)\s+{UNIT}\b"
        rf"|\b(\d+\s?e|{ORDINAL})\s+\w*?{UNIT}\b"
        rf"|(?<!Bijvoorbeeld )\b\d+ ({'|'.join(LOCALES['nl']['months'])})\b",
        re.IGNORECASE,
    ),
    # Of a number a week may be the measure, as in a euro a day: only the word one counts.
    "en": re.compile(
        rf"{ANYWHERE}|\b(?!two\s+years\b){NUMBER}(\s+an?)?[\s-]+(\w+\s+)?{UNITS}\b"
        rf"|\b{WHICH}\s+(\w+\s+)?{UNITS}\b"
        rf"|(?<!For example )\b\d+ ({'|'.join(LOCALES['en']['months'])})\b",
        re.IGNORECASE,
    ),
}
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]{30,})">')
# An address may hold a number, and so may a tag of HTML.
NOT_READ = re.compile(r"\]\([^)\s]*\)|<[^>]*>")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("edition", EDITIONS)
def test_each_obligation_has_a_page_at_its_own_address(edition: str, language: str) -> None:
    folder = page_words(language).templates["main"]["folder"]
    for name, rule in load_whole().actionable.items():
        page = page_of(edition, f"{folder}stappen/{name}")
        assert ("h1", rule.words[language].name) in page.headings


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_navigation_leads_to_each_obligation(edition: str, language: str) -> None:
    folder = page_words(language).templates["main"]["folder"]
    start = page_of(edition, f"{folder}stappenplan")
    navigated = {
        start.target(each.attributes["href"])
        for each in start.elements
        if each.tag == "a" and "md-nav__link" in each.attributes.get("class", "").split()
    }
    obligations = {page_of(edition, f"{folder}stappen/{name}").file for name in load().actionable}
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
        (page, address)
        for page in pages(edition)
        for each in page.elements
        if each.tag != "a"
        for name in ("src", "href", "srcset", "data", "action", "poster")
        if (address := each.attributes.get(name))
    ]
    assert loaded
    assert [(str(page), address) for page, address in loaded if is_external(address)] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_style_or_script_loads_anything_from_another_host(edition: str) -> None:
    """What Material's own script can fetch from elsewhere, for diagrams, no page asks for."""
    outside = re.compile(r"""(@import|url\()\s*["']?(https?:)?//""")
    files = [*(ROOT / edition).rglob("*.css"), *(ROOT / edition).rglob("*.html")]
    assert [file for file in files if outside.search(file.read_text(encoding="utf-8"))] == []


def written_by_hand(language: str) -> dict[str, str]:
    """What people write of the pages: not what macros and the theme fill in."""
    folder = ROOT / "docs" / page_words(language).templates["main"]["folder"]
    others = {"decisions", *languages()} - {folder.name}
    files = [
        *(file for file in folder.rglob("*.md") if not others & {*file.parts}),
        *(ROOT / "macros/templates").iterdir(),
        *(ROOT / "overrides").rglob("*.html"),
    ]
    texts = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}
    words = {
        f"{template}.{name}": str(text)
        for template, said in page_words(language).templates.items()
        for name, text in said.items()
    }
    return texts | words | {name: each.text for name, each in page_words(language).terms.items()}


def typed_terms(text: str, language: str = DUTCH) -> list[str]:
    read = NOT_READ.sub("", MACRO.sub("", text))
    return [found[0] for found in TERMS[language].finditer(read)]


@pytest.mark.parametrize("language", languages())
def test_no_page_types_a_term_or_a_date_itself(language: str) -> None:
    typed = {
        f"{place}: {found}"
        for place, text in written_by_hand(language).items()
        for found in typed_terms(text, language)
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
    "typed",
    [
        *("week 6", "42 weeks", "within six weeks", "14 days", "the 6th week", "one day"),
        *("15 June 2026", "in 2026", "5 years", "after two\nweeks", "a two-week wait"),
        *("the sixth week", "half a year", "2 working days", "the third sick day"),
        *("70%", "70 per cent", "€400", "400 euros", "24 hours"),
    ],
)
def test_a_term_typed_in_english_would_be_seen(typed: str) -> None:
    assert typed_terms(f"Do this {typed}.", "en")
    assert not typed_terms(f'Do this {{{{ termijn("{typed}") }}}}.', "en")


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("twee jaar", DUTCH),
        ("het tweede jaar", DUTCH),
        ("Bijvoorbeeld 15 juni", DUTCH),
        ("[lees](2026/week-6.md)", DUTCH),
        ('<p style="width: 70%">', DUTCH),
        ("two years", "en"),
        ("the second year", "en"),
        ("For example 15 June", "en"),
        ("some hours a week", "en"),
    ],
)
def test_what_is_no_term_may_be_typed(said: str, language: str) -> None:
    assert not typed_terms(f"Dit geldt {said}.", language)


UNCHECKED = re.compile(
    r'^!!! onzeker "(?:Niet [^"]*|Not checked)"\n((?:    .*\n|\n(?=    ))*)', re.MULTILINE
)


def silent_boxes(text: str) -> list[str]:
    """The boxes of what nobody checked that name nobody to ask."""
    boxes = [found[1] for found in UNCHECKED.finditer(text)]
    return [box for box in boxes if not re.search(r"\]\(|\b(?:[Vv]raag|[Aa]sk)\b", box)]


@pytest.mark.parametrize("language", languages())
def test_what_nobody_checked_says_where_to_ask(language: str) -> None:
    texts = written_by_hand(language)
    assert sum(len(UNCHECKED.findall(text)) for text in texts.values()) > 40
    found = {place: silent_boxes(text) for place, text in texts.items()}
    assert {place: boxes for place, boxes in found.items() if boxes} == {}


@pytest.mark.parametrize(
    ("title", "ask"), [("Niet nagekeken", "Vraag UWV."), ("Not checked", "Ask UWV.")]
)
def test_a_box_that_names_nobody_to_ask_would_be_seen(title: str, ask: str) -> None:
    box = f'!!! onzeker "{title}"\n    Hoe lang het duurt, weten wij niet.{{}}\n\n{ask}\n'
    assert silent_boxes(box.format(""))
    assert not silent_boxes(box.format(f" {ask}"))


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
        rf"\b(?:artikel|article) {re.escape(article)}\b", citation.words
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


@pytest.mark.parametrize("language", languages())
def test_each_page_says_what_it_is_about_and_by_which_rules(language: str) -> None:
    edition = written(date.fromisoformat(load().edition), language)
    words = page_words(language).templates
    told = {
        str(page): page.file.read_text(encoding="utf-8") for page in in_language("site", language)
    }
    lost = told.pop(f"{made('site').name}/{words['main']['folder']}404.html")
    assert words["not_found"]["title"] in lost
    found = {name: DESCRIPTION.findall(text) for name, text in told.items()}
    assert {name: texts for name, texts in found.items() if len(texts) != 1} == {}
    assert len({text for (text,) in found.values()}) == len(told)
    for name, text in told.items():
        assert words["main"]["edition"].format(day=edition) in text, name
        assert words["main"]["no_advice"] in text, name


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_id_stands_once_on_a_page(edition: str) -> None:
    """Those that begin with a dot wait in a template for their whole name."""
    twice = {}
    for page in pages(edition):
        ids = Counter(each.attributes.get("id", ".") for each in page.elements)
        twice[str(page)] = [name for name, times in ids.items() if times > 1 and name[0] != "."]
    assert {page: ids for page, ids in twice.items() if ids} == {}
