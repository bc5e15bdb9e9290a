"""The theme's script, without what it would fetch: the maps of the site in other languages, at every page."""

from pathlib import Path

# What it looks for in a page: our links lead to the same page by themselves.
ALTERNATES = "link[rel=alternate]"
NOTHING = "link[rel=nothing]"


def fetch_no_maps(pages: Path) -> None:
    """Let the theme's script find no links to other languages.

    Raises:
        ValueError: the theme changed, so that somebody must look at it again.
    """
    [script] = (pages / "assets" / "javascripts").glob("bundle.*.min.js")
    text = script.read_text(encoding="utf-8")
    if text.count(ALTERNATES) != 1:
        raise ValueError(f"{script}: {ALTERNATES} {text.count(ALTERNATES)} times (expected once)")
    script.write_text(text.replace(ALTERNATES, NOTHING), encoding="utf-8")
