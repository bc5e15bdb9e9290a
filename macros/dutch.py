"""Dutch words on a page in another language: letters and forms have them, and a voice must read them as Dutch."""

from markupsafe import Markup, escape

from poortwachter.i18n import DUTCH


def marked(text: str, dutch: str, language: str) -> str:
    """A text with a part of it marked as Dutch; on a Dutch page, as it is."""
    if language == DUTCH or dutch not in text:
        return text
    before, _, after = text.partition(dutch)
    return escape(before) + Markup('<span lang="nl">{}</span>').format(dutch) + escape(after)
