"""The theme's search, with the one language of this site and what we add in its own script."""

from pathlib import Path
from shutil import rmtree

DUTCH = ("lunr.stemmer.support.min.js", "lunr.nl.min.js")
# Ours: bundled from overrides/scripts/, for this worker only.
WORDS = "search-words.js"

# The script would fetch its language when the page may be locked already, and tell who asks.
NOTHING_TO_FETCH = "self.importScripts = () => {};"


def bring_language(site: Path) -> None:
    """Put Dutch into the script, and how it is searched; what is for 30 languages, 0.9 MB, is left out."""
    folder = site / "assets" / "javascripts"
    [script] = (folder / "workers").glob("search.*.min.js")
    words = site / "assets" / WORDS
    parts = [script, *(folder / "lunr" / "min" / name for name in DUTCH), words]
    texts = [part.read_text(encoding="utf-8") for part in parts]
    script.write_text("\n".join([*texts, NOTHING_TO_FETCH, ""]), encoding="utf-8")
    rmtree(folder / "lunr")
    words.unlink()
