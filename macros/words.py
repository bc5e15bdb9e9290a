"""Terms, figures, dates and sources as words within a sentence: a page types none of them itself."""

from itertools import pairwise

from poortwachter.general import milestones, term_in_words, term_words
from poortwachter.guidebook import guidebook
from poortwachter.language import counted, written
from poortwachter.rulebook import load
from poortwachter.text import cited


def term(name: str) -> str:
    """When a rule must be met, for example `uiterlijk 6 weken na de eerste ziektedag`."""
    return _small(term_in_words(load().rules[name]))


def week(name: str) -> str:
    """Where a rule falls if nothing stops the count, for example `het einde van week 91`."""
    label = _small(_labels()[name])
    return f"het {label}" if label.startswith("einde") else label


def count(name: str) -> str:
    """The number in a rule's own term, for example `13 weken`."""
    found = load().rules[name].term
    if found is None:
        raise ValueError(f"{name} has no term of its own")
    return counted(found.count, "years" if found.kind == "end_of_dismissal_ban" else "weeks")


def formerly(name: str) -> str:
    """What the law said before, for example `tot 1 juli 2013: 15 weken voor ...`."""
    versions = pairwise(load().rules[name].versions)
    return "; ".join(
        f"tot {written(later.valid_from)}: {term_words(version.term)}"
        for version, later in versions
    )


def figure(name: str) -> str:
    """A number that is no rule's own term, for example `52 weken` or `70%`."""
    return guidebook().figures[name].in_words()


def since(name: str) -> str:
    """The day of a change in the law, for example `1 juli 2023`."""
    return guidebook().changes[name].day_in_words()


def source(law: str, article: str | None = None, paragraph: str | None = None) -> str:
    """A law with its article, as a link."""
    found = guidebook().laws[law].cited(article, paragraph)
    return f"[{cited(found)}]({found.url})"


def elsewhere(claim: str) -> str:
    """What other guides say: a quotation, never our own term."""
    return f'<q class="pw-elsewhere">{claim}</q>'


def _labels() -> dict[str, str]:
    found = (each for phase in load().phases for each in milestones(phase))
    return {each.rule.id: each.label for each in found if each.label}


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
