"""The theme's search, with the one language of these pages and what we add in its own script."""

from pathlib import Path
from shutil import rmtree

# What a language needs beside its own; lunr itself knows English.
SUPPORT = "lunr.stemmer.support.min.js"
# Ours: bundled from overrides/scripts/, for these workers only.
WORDS = Path("assets", "search-words.js")

# The script would fetch its language when the page may be locked already, and tell who asks.
NOTHING_TO_FETCH = "self.importScripts = () => {};"


def bring_language(pages: Path, language: str, words: Path) -> None:
    """Put a language into the script, and how it is searched; what is for 30 languages, 0.9 MB, is left out.

    Args:
        pages: the folder that was built in this language.
        language: for example `nl`.
        words: what we add, for all languages.
    """
    folder = pages / "assets" / "javascripts"
    [script] = (folder / "workers").glob("search.*.min.js")
    texts = [
        part.read_text(encoding="utf-8") for part in [script, *_stemmer(folder, language), words]
    ]
    script.write_text("\n".join([*texts, NOTHING_TO_FETCH, ""]), encoding="utf-8")
    rmtree(folder / "lunr")


def _stemmer(folder: Path, language: str) -> list[Path]:
    files = [folder / "lunr" / "min" / name for name in (SUPPORT, f"lunr.{language}.min.js")]
    return files if files[-1].exists() else []
