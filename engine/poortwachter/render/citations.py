"""Where something stands, as people write it."""

from poortwachter.i18n.locales import DUTCH
from poortwachter.i18n.messages import phrase
from poortwachter.law.rulebook import Cited, Source


def cited(source: Source, language: str = DUTCH) -> str:
    """For example `Ziektewet, artikel 38, lid 1 (BWBR0001888)`."""
    bwb = f" ({source.bwb})" if source.bwb else ""
    return ", ".join(filter(None, [source.law, place(source, language)])) + bwb


def place(source: Source | Cited, language: str = DUTCH) -> str:
    """For example `artikel 38, lid 1`; nothing where the source has no articles."""
    article = phrase("texts", "article", language, article=source.article)
    paragraph = phrase("texts", "paragraph", language, paragraph=source.paragraph)
    return ", ".join([article] * bool(source.article) + [paragraph] * bool(source.paragraph))
