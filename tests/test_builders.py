"""Who builds makes no difference to a reader: the fork of MkDocs gives the same pages as MkDocs."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.builders import MKDOCS, differences, pages, read
from tests.conftest import ROOT

DROP_IN = ROOT / "site-mkdocs-ng"
NAMED = re.compile(r'<meta name="generator" content="mkdocs-[\d.]+,')


@pytest.fixture
def drop_in() -> Path:
    """What make test-all builds; whoever runs the tests otherwise may not have it."""
    if not (DROP_IN / "_headers").exists():
        pytest.skip("site-mkdocs-ng/ is not there: run make build WITH=mkdocs-ng")
    return DROP_IN


@pytest.mark.thorough
def test_the_drop_in_gives_the_same_text_links_and_days_on_every_page(drop_in: Path) -> None:
    assert sum(len(read(MKDOCS / page).days) for page in pages(MKDOCS)) > 500
    assert sorted(differences(drop_in)) == []


@pytest.mark.thorough
def test_the_drop_in_gives_the_same_pages_and_search_but_for_the_tag_that_names_it(
    drop_in: Path,
) -> None:
    index = {each.relative_to(MKDOCS).as_posix() for each in MKDOCS.rglob("search_index.json")}
    assert len(index) > 1
    for name in sorted(pages(MKDOCS) | index):
        ours, other = (
            NAMED.sub("", (site / name).read_text(encoding="utf-8")) for site in (MKDOCS, drop_in)
        )
        assert ours == other, name


ARTICLE = '<nav><a href="m/">Menu 1 mei 2025</a></nav><article>Voor <a href="a/">1 mei 2026</a></article><p>Onder</p>'


@pytest.mark.parametrize(
    ("other", "part"),
    [
        (ARTICLE.replace("Voor", "Na"), ["text"]),
        (ARTICLE.replace("1 mei 2026", "2 mei 2026"), ["days", "text"]),
        (ARTICLE.replace('"a/"', '"b/"'), ["links"]),
        (ARTICLE.replace('"m/"', '"n/"'), ["menu"]),
        (ARTICLE.replace("Menu", "Lijst").replace("2025", "2024"), []),
    ],
)
def test_another_text_link_or_day_in_an_article_would_be_seen(
    tmp_path: Path, other: str, part: list[str]
) -> None:
    found = []
    for name, text in (("a.html", ARTICLE), ("b.html", other)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found.append(read(tmp_path / name)._asdict())
    assert sorted(each for each in found[0] if found[0][each] != found[1][each]) == part


def test_a_builder_that_nobody_knows_is_refused_by_name() -> None:
    done = subprocess.run(
        ["make", "--dry-run", "build", "WITH=hugo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "WITH=hugo is not known (expected mkdocs, mkdocs-ng or zensical)" in done.stderr
