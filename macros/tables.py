"""Lists that the guide shows whole: sources, figures, changes, fines and the glossary."""

from itertools import chain

from markupsafe import Markup

from macros.dutch import marked
from macros.guidebook import guidebook, load_whole
from macros.page_words import Term, page_words
from macros.postbuild import components
from macros.templating import rendered
from poortwachter.i18n import DUTCH

# What the self-check reads: the first from disk, the others from a server.
FROM_DISK = ("embedded.js",)
FROM_SERVER = ("worker.*.js", "*.mjs", "*.wasm", "*.bin")


def sources(language: str) -> str:
    """Every source, with the version that was read."""
    return rendered(language, "sources.html", laws=guidebook().laws)


def figures(language: str) -> str:
    """Every figure, with what it means and where it stands."""
    return rendered(language, "figures.html", figures=guidebook().figures)


def changes(language: str) -> str:
    """What changed in the law, the newest first."""
    found = [item for item in guidebook().changes.items() if not item[1].plan]
    newest_first = sorted(found, key=lambda item: item[1].day, reverse=True)
    return rendered(language, "changes.html", changes=newest_first)


def engine_files(language: str, *, from_disk: bool) -> str:
    """What the self-check reads to count with, with the size of each file in kilobytes."""
    patterns = FROM_DISK if from_disk else FROM_SERVER
    files = [file for each in patterns for file in sorted(components.ENGINE.parent.glob(each))]
    sizes = {file.name: max(1, file.stat().st_size // 1000) for file in files}
    return rendered(language, "engine_files.html", sizes=sizes)


def fines(language: str, name: str) -> str:
    """What being late with a rule may cost, by days."""
    return rendered(language, "fines.html", fine=load_whole().rules[name].fine)


def glossary(language: str) -> str:
    """The terms that explain themselves in the text, with their other names."""
    entries = [(name, term, _also(term, language)) for name, term in _by_alphabet(language)]
    return rendered(language, "glossary.html", entries=entries)


def components_list(language: str, *, root: str) -> str:
    """What is shipped, with its licence. `root`: the way from the page to the whole site."""
    return rendered(language, "components.html", parts=components.shipped(), root=root)


def _by_alphabet(language: str) -> list[tuple[str, Term]]:
    """Each term by its name in addresses, which is Dutch."""
    return sorted(page_words(language).terms.items(), key=lambda entry: entry[1].term.lower())


def _also(term: Term, language: str) -> Markup:
    """What else people call a term, but for its Dutch name, which stands beside it."""
    names = page_words(language).search.names.get(term.term, ())
    others = [each for each in names if each != term.dutch]
    in_dutch = page_words(DUTCH).search.names
    known = {*in_dutch, *chain.from_iterable(in_dutch.values())}
    return Markup(", ").join(
        marked(each, each, language) if each in known else each for each in others
    )
