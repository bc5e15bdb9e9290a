"""A site that knows where it stands tells so in each language."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.page_words import editions, languages, page_words, renamed
from poortwachter.i18n import DUTCH
from tests.conftest import ROOT
from tests.pages.built_page import read, tagged

SITE = "https://gids.example/map/"
FEEDBACK = "mailto:gids@gids.example?subject={page}&body={edition}"
LISTED = re.compile(r"<url>\s*<loc>(.*?)</loc>(.*?)</url>", re.DOTALL)
BESIDE = re.compile(r'<xhtml:link rel="alternate" hreflang="(\w+)" href="([^"]+)"/>')


def start(language: str) -> str:
    """Where a language begins, as a whole address."""
    return SITE + page_words(language).templates["main"]["folder"]


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in every language, that knows where it stands: two pages, one with a name of each language."""
    project = tmp_path_factory.mktemp("hosted")
    for name in ("engine", "macros", "overrides"):
        (project / name).symlink_to(ROOT / name)
    for language in languages():
        _write_small(project, language)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--config-file",
                _config(language),
            ],
            cwd=project,
            env={
                **os.environ,
                "NO_MKDOCS_2_WARNING": "1",
                "SITE_URL": start(language),
                "FEEDBACK": FEEDBACK,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return project / "site"


def _config(language: str) -> str:
    return "mkdocs.yml" if language == DUTCH else f"mkdocs.{language}.yml"


def _write_small(project: Path, language: str) -> None:
    folder = page_words(language).templates["main"]["folder"]
    files = ["index.md", f"{page_words(language).names['zelfcheck']}.md", "stappen/loonstop.md"]
    for name in files:
        file = project / "docs" / folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Titel\n", encoding="utf-8")
    config = f"INHERIT: {ROOT / _config(language)}\nnot_in_nav: ''\nnav: {json.dumps(files)}\n"
    (project / _config(language)).write_text(config, encoding="utf-8")


def test_each_page_leads_to_where_somebody_says_that_it_is_wrong(hosted: Path) -> None:
    for language, root in editions(hosted).items():
        page = (root / "stappen/loonstop/index.html").read_text(encoding="utf-8")
        told = page_words(language).templates["main"]
        link = re.search(
            rf'<a href="([^"]+)" rel="noreferrer">{re.escape(told["wrong"])}</a>', page
        )
        assert link
        assert re.fullmatch(
            r"mailto:gids@gids\.example\?subject=Titel&amp;body=\d+%20\w+%20\d{4}", link[1]
        )
        assert told["nothing_personal"] in page


def test_an_address_that_would_run_something_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "FEEDBACK": "javascript:alert(1)"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "FEEDBACK: javascript:alert(1) is no address (expected https: or mailto:" in done.stderr


def test_who_knows_where_the_site_stands_is_told_of_each_language_by_whole_addresses(
    hosted: Path,
) -> None:
    for language, root in editions(hosted).items():
        for name in ("", f"{page_words(language).names['zelfcheck']}/", "stappen/loonstop/"):
            page = (root / name / "index.html").read_text(encoding="utf-8")
            assert f'<link rel="canonical" href="{start(language)}{name}">' in page
            assert f'<meta property="og:url" content="{start(language)}{name}">' in page
            told = dict(re.findall(r'rel="alternate" hreflang="(\w+)" href="([^"]+)"', page))
            assert told == {other: whole_address(name, language, other) for other in languages()}
            (picture,) = re.findall(r'property="og:image" content="([^"]+)"', page)
            assert (hosted / picture.removeprefix(SITE)).is_file()


def whole_address(name: str, language: str, other: str) -> str:
    return start(other) + renamed(language, other).get(name, name)


def test_the_map_of_a_language_lists_its_pages_each_with_the_same_in_every_language(
    hosted: Path,
) -> None:
    beside: dict[str, dict[str, str]] = {}
    for language, root in editions(hosted).items():
        listed = LISTED.findall((root / "sitemap.xml").read_text(encoding="utf-8"))
        assert len(listed) == 3
        for address, links in listed:
            beside[address] = dict(BESIDE.findall(links))
            assert address.startswith(start(language))
            assert beside[address][language] == address
    assert len(beside) == 3 * len(languages())
    for links in beside.values():
        assert links.keys() == set(languages())
        assert all(beside[other] == links for other in links.values())


def test_the_page_for_a_wrong_address_knows_the_folder_of_its_language(hosted: Path) -> None:
    for language, root in editions(hosted).items():
        lost = read(root / "404.html", hosted)
        ways = tagged(lost, "a", **{"class": "pw-language"})
        switch = {
            each.attributes["hreflang"]: urljoin(SITE, each.attributes["href"]) for each in ways
        }
        assert switch == {each: start(each) for each in languages() if each != language}
        others = [each.attributes.get("href", "") for each in lost.elements if each not in ways]
        asked = [urljoin(SITE, each) for each in others if each.startswith("/")]
        assert len(asked) > 6
        assert [each for each in asked if not each.startswith(start(language))] == []
