"""Dutch names on a page in another language: marked wherever they stand, and told once."""

import re

import pytest
from markdown import Markdown

from macros.page_words import page_words
from macros.postbuild.dutch_names import marked

NAMES = frozenset({"loonsanctie", "plan van aanpak", "oordeel", "actueel oordeel"})
SPAN = '<span lang="nl">{}</span>'


def test_a_dutch_name_in_brackets_is_marked_in_the_text_of_a_page() -> None:
    told = marked("<p>Plan of action (plan van aanpak), assessment (actueel oordeel)</p>", NAMES)
    assert SPAN.format("plan van aanpak") in told
    assert SPAN.format("actueel oordeel") in told
    assert re.sub(r"</?span[^>]*>", "", told) == (
        "<p>Plan of action (plan van aanpak), assessment (actueel oordeel)</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>wage sanction (a penalty), loonsanctie</p>",
        '<a title="Wage sanction (loonsanctie)">More</a>',
        "<title>Wage sanction (loonsanctie)</title>",
        '<script type="application/json">{"a": "Wage sanction (loonsanctie)"}</script>',
        "<option>Wage sanction (loonsanctie)</option>",
        "<!-- Wage sanction (loonsanctie) -->",
        '<p>Wage sanction (<span lang="nl">loonsanctie</span>)</p>',
    ],
)
def test_what_is_no_text_or_no_dutch_name_in_brackets_stays_as_it_is(html: str) -> None:
    assert marked(html, NAMES) == html


def shown(text: str) -> str:
    return Markdown(
        extensions=["md_in_html", "macros.first_use"],
        extension_configs={"macros.first_use": {"language": "en"}},
    ).convert(text)


def times(html: str, dutch: str) -> int:
    return re.sub(r"<[^>]*>", "", html).count(f"({dutch})")


@pytest.mark.parametrize(
    "told_by_the_page",
    [
        "# Wage sanction (loonsanctie)",
        "<p>A wage sanction (loonsanctie) costs money.</p>",
        'Long wages (<span lang="nl">loonsanctie</span>).',
    ],
)
def test_a_dutch_term_that_a_page_tells_itself_is_not_told_again(told_by_the_page: str) -> None:
    text = "UWV can give a wage sanction. A wage sanction takes long."
    assert times(shown(text), "loonsanctie") == 1
    assert times(shown(f"{told_by_the_page}\n\n{text}"), "loonsanctie") == 1


def test_the_name_of_a_law_that_is_cited_does_not_tell_what_it_is_in_english() -> None:
    text = 'The Sickness Benefits Act. [<span lang="nl">Ziektewet</span>, article 38](https://a.nl)'
    assert times(shown(text), "Ziektewet") == 1


def test_every_term_with_another_word_in_dutch_is_marked_as_dutch() -> None:
    words = page_words("en")
    assert {"loonsanctie", "plan van aanpak", "tijdig"} <= words.dutch_names
    assert "" not in words.dutch_names
    assert page_words("nl").dutch_names == frozenset()
