"""Lists that the guide shows whole: sources, figures, changes, fines and the glossary."""

import re
from pathlib import Path

from macros.guidebook import guidebook, load_whole
from macros.postbuild import components
from macros.search_words import search_words
from macros.templating import rendered

GLOSSARY = Path(__file__).with_name("begrippen.md")
# What the self-check reads: the first from disk, the others from a server.
FROM_DISK = ("embedded.js",)
FROM_SERVER = ("worker.*.js", "*.mjs", "*.wasm", "*.bin")
ENTRY = re.compile(r"^\*\[(?P<term>.+?)\]: (?P<text>.+)$", re.MULTILINE)


def sources() -> str:
    """Every source, with the version that was read."""
    return rendered("sources.html", laws=guidebook().laws)


def figures() -> str:
    """Every figure, with what it means and where it stands."""
    return rendered("figures.html", figures=guidebook().figures)


def changes() -> str:
    """What changed in the law, the newest first."""
    found = [item for item in guidebook().changes.items() if not item[1].plan]
    newest_first = sorted(found, key=lambda item: item[1].day, reverse=True)
    return rendered("changes.html", changes=newest_first)


def engine_files(docs: Path, *, from_disk: bool) -> str:
    """What the self-check reads to count with, with the size of each file in kilobytes."""
    patterns = FROM_DISK if from_disk else FROM_SERVER
    files = [file for each in patterns for file in sorted((docs / "assets/engine").glob(each))]
    sizes = {file.name: max(1, file.stat().st_size // 1000) for file in files}
    return rendered("engine_files.html", sizes=sizes)


def fines(name: str) -> str:
    """What being late with a rule may cost, by days."""
    return rendered("fines.html", fine=load_whole().rules[name].fine)


def glossary() -> str:
    """The terms that explain themselves in the text, with their other names."""
    return rendered("glossary.html", entries=glossary_entries(), names=search_words().names)


def glossary_entries() -> list[tuple[str, str]]:
    """Each term with what it means, by the alphabet."""
    found: list[tuple[str, str]] = ENTRY.findall(GLOSSARY.read_text(encoding="utf-8"))
    return sorted(found, key=lambda entry: entry[0].lower())


def components_list(*, folders: bool) -> str:
    """What is shipped, with its licence. `folders`: whether a page's address is a folder or a file."""
    return rendered("components.html", parts=components.shipped(), root="../" if folders else "")
