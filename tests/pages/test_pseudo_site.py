"""The guide in a language made of marks: what of a built page stands outside them was left in Dutch or in English."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.guidebook import load_whole
from macros.postbuild.components import shipped
from poortwachter.i18n import DUTCH
from tests import pseudo, pseudo_site
from tests.pages import manuscript
from tests.pages.spoken import spoken

# What is called the same in every language: the site, a law by its number, what a picture of the theme is, a size, a
# part of the report by its letter, and the programs whose tables are read.
SAME = re.compile(
    r"\bPoortwachterwijzer\b|\bBWBR\d{7}\b|^logo$|\bkB$|^[a-z]\. |https?://\S+"
    r"|\b(SIVI|Visma|AFAS|Nmbrs)\b"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages in that language, built from a copy of the project."""
    root = tmp_path_factory.mktemp("pseudo-site")
    pseudo.copy_to(root)
    config = pseudo_site.add_to(root)
    run(root, "-m", "rules_compiler")
    run(root, "-m", "macros.values")
    run(root, "-m", "mkdocs", "build", "--strict", "--config-file", config.name)
    return root / "site" / pseudo.CODE


def run(root: Path, *arguments: str) -> None:
    path = os.pathsep.join(map(str, (root / "engine", root / "engine/build", root)))
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def names_of_parts() -> "re.Pattern[str]":
    """What others made is called, and licensed, the same in every language."""
    parts = shipped()
    names = {each for part in parts for each in (part.name, part.licence) if each}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def whole(blocks: list[str]) -> Iterator[str]:
    """The texts of a page: a long one stands in several paragraphs, its marks around them all."""
    text = ""
    for block in blocks:
        text = f"{text} {block}"
        if text.count("⟦") == text.count("⟧"):
            yield text.strip()
            text = ""
    if text:
        yield text.strip()


def left(page: Path) -> list[str]:
    """The texts of a page with something outside the marks."""
    read = spoken(page.read_text(encoding="utf-8"))
    names = names_of_parts()
    texts = [*whole(read.blocks), *read.bare]
    bare = {text: names.sub("", SAME.sub("", pseudo.unmarked(text))) for text in texts}
    return [text for text, rest in bare.items() if re.search(r"[^\W\d_]", rest)]


def test_no_text_of_a_template_a_rule_or_the_theme_is_left_in_another_language(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(manuscript.pages(DUTCH))
    found = {str(page.relative_to(site)): left(page) for page in pages}
    assert {page: texts for page, texts in found.items() if texts} == {}


def test_the_pages_hold_the_words_of_rules_and_of_templates(site: Path) -> None:
    page = site / "stappen/loonsanctie/index.html"
    told = " ".join(spoken(page.read_text(encoding="utf-8")).blocks)
    assert pseudo_site.words()["templates"]["step"]["goes_wrong"] in told
    assert pseudo.marked(load_whole().rules["loonsanctie"].words[DUTCH].name) in told


def test_a_text_that_is_left_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    head = (
        '<html lang="xx"><p>⟦Dìt ìs àlles.⟧</p><p><span lang="nl">Ziektewet</span>, ⟦àrtìkèl 3⟧</p>'
    )
    page.write_text(head, encoding="utf-8")
    assert left(page) == []
    for text in ("<p>Dit</p>", "<p>⟦Dìt⟧ en ⟦dàt⟧</p>", '<a title="Dit">⟦x⟧</a>'):
        page.write_text(head + text, encoding="utf-8")
        assert len(left(page)) == 1, text


def test_a_tag_keeps_its_letters() -> None:
    told = pseudo_site.marked('Een <span lang="nl">brief</span> van {day}&nbsp;')
    assert told == '⟦Èèn <span lang="nl">brìèf</span> vàn {day}&nbsp;⟧'
