"""Terms, figures, dates and sources as words within a sentence: a page types none of them itself."""

from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise

from macros.guidebook import guidebook, load_current, load_whole
from macros.outline import milestones
from macros.page_words import page_words
from macros.templating import cited_in, day
from poortwachter.i18n import measured, uncapitalised, written
from poortwachter.law import Rule
from poortwachter.render import term_in_words, term_words


def term(language: str, name: str) -> str:
    """When a rule must be met, for example `uiterlijk 6 weken na de eerste ziektedag`."""
    return uncapitalised(term_in_words(_rule(name), language))


def week(language: str, name: str) -> str:
    """Where a rule falls if nothing stops the count, for example `het einde van week 91`."""
    label = uncapitalised(_known(_labels(language), name))
    article = page_words(language).articles.get(label.split()[0])
    return f"{article} {label}" if article else label


def count(language: str, name: str) -> str:
    """The number in a rule's own term, for example `13 weken`."""
    found = _rule(name).term_on(load_whole().edition_day)
    if found is None or not found.count:
        raise ValueError(f"{name} has no number in its term")
    return measured(found.count, found.unit, language)


def formerly(language: str, name: str) -> str:
    """What the law said before, for example `tot 1 juli 2013: 15 weken voor ...`."""
    versions = [*pairwise(_known(load_current().rules, name).versions)]
    if not versions:
        raise ValueError(f"{name} has no former term")
    text = page_words(language).templates["inline"]["formerly"]
    return "; ".join(
        text.format(
            day=written(later.valid_from, language), term=term_words(version.term, language)
        )
        for version, later in versions
    )


def figure(language: str, name: str, *, unit: bool = True) -> str:
    """A number that is no rule's own term, for example `52 weken` or `70%`; without its unit `52`."""
    found = _known(guidebook().figures, name)
    return measured(found.value, found.unit, language) if unit else str(found.value)


def seen(language: str, name: str) -> str:
    """The day on which a figure was last read at a source, for example `26 november 2026`."""
    found = _known(guidebook().figures, name)
    return written(day(max(each.checked for each in found.sources)), language)


def since(language: str, name: str) -> str:
    """The day of a change in the law, for example `1 juli 2023`."""
    return _known(guidebook().changes, name).day_in_words(language)


def source(
    language: str, law: str, article: str | None = None, paragraph: str | None = None
) -> str:
    """A law with its article, as a link.

    Raises:
        ValueError: where there is no such law, or no text of the article or paragraph was read.
    """
    known = _known(guidebook().laws, law)
    if not known.has(article, paragraph):
        raise ValueError(f"{law} {article} {paragraph or ''}: not among the articles in laws.yaml")
    found = known.cited(article, paragraph)
    return f"[{cited_in(found, language)}]({found.url})"


def elsewhere(_language: str, claim: str) -> str:
    """What other guides say: a quotation, never our own term."""
    return f'<q class="pw-elsewhere">{claim}</q>'


def _rule(name: str) -> Rule:
    return _known(load_whole().rules, name)


def _known[T](named: Mapping[str, T], name: str) -> T:
    """What has this name, or a mistake that says which name may be meant."""
    if name not in named:
        near = get_close_matches(name, named, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        raise ValueError(f"nothing is called {name}{hint}")
    return named[name]


def _labels(language: str) -> dict[str, str]:
    found = (each for phase in load_whole().phases for each in milestones(phase, language))
    return {each.rule.id: each.label for each in found if each.label}
