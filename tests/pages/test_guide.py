"""The guide as it was built, and what its build refuses."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from poortwachter.language import DUTCH
from poortwachter.rulebook import load
from tests.conftest import ROOT
from tests.pages.built_page import EDITIONS, is_external, page_of, pages

MACRO = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
NUMBER = r"(\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien)"
MONTH = "(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
TERM = re.compile(
    rf"\bweek \d+|\b{NUMBER} (dag(en)?|we(ek|ken)|maand(en)?)\b|\b\d+\s?e (dag|week|maand)\b"
    rf"|\b\d+ {MONTH}\b|\b\d{{1,4}}-\d{{1,2}}-\d{{1,4}}\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_obligation_has_a_page_at_its_own_address(edition: str) -> None:
    for name, rule in load().steps.items():
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
    obligations = {page_of(edition, f"stappen/{name}").file for name in load().steps}
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


def test_no_page_types_a_term_or_a_date_itself() -> None:
    typed = {
        f"{file.relative_to(ROOT)}: {found[0]}"
        for file in (ROOT / "docs").rglob("*.md")
        if file.parent.name != "decisions"
        for found in TERM.finditer(MACRO.sub("", file.read_text(encoding="utf-8")))
    }
    assert typed == set()


@pytest.mark.parametrize(
    "typed",
    ["week 6", "42 weken", "binnen zes weken", "14 dagen", "de 6e week", "1 maand", "15 juni 2026"],
)
def test_a_typed_term_would_be_seen(typed: str) -> None:
    assert TERM.search(f"Doe dit {typed}.")
    assert not TERM.search(MACRO.sub("", f'Doe dit {{{{ termijn("{typed}") }}}}.'))


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


def build(project: Path, text: str) -> "subprocess.CompletedProcess[str]":
    (project / "docs/index.md").write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_unknown_variable_fails_the_build(project: Path) -> None:
    known = build(project, "# Titel\n\n{{ weken_wachttijd }} weken\n")
    assert known.returncode == 0, known.stderr
    unknown = build(project, "# Titel\n\n{{ weken_wachttijt }} weken\n")
    assert unknown.returncode != 0
    assert "weken_wachttijt" in unknown.stderr


def test_an_unknown_obligation_fails_the_build(project: Path) -> None:
    unknown = build(project, '{{ stap("probleemanalise") }}\n')
    assert unknown.returncode != 0
    assert "probleemanalise" in unknown.stderr


def test_a_broken_link_fails_the_build(project: Path) -> None:
    broken = build(project, "# Titel\n\n[Verder](verder.md)\n")
    assert broken.returncode != 0
    assert "verder.md" in broken.stderr
