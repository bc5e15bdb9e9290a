"""What the pages of the guide ask for by its name: MkDocs stops at the first that is not there."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rules_compiler.articles import wrong_citation
from rules_compiler.checks import Known
from rules_compiler.complaints import nearest

# A macro that asks with names between quotes, all else that it is given left out.
QUOTED = r'\s*"([^"]*)"'
ASKING = re.compile(rf"\b(\w+)\({QUOTED}(?:,{QUOTED})?(?:,{QUOTED})?")

# Where the names stand that a macro asks with: of rules in their folders, of the rest in one file.
OF_RULES = ("stap", "bronnen", "termijn", "week", "weken", "vroeger", "boetes")
IN_FILES = {
    "getal": ("figures", "constants"),
    "gelezen": ("figures", "constants"),
    "sinds": ("changes",),
    "bron": ("laws",),
}


# The macro of a paper.
OF_PAPERS = "brief"


def wrong_names(
    pages: Mapping[str, str], single: Mapping[str, Any], known: Known
) -> Iterator[tuple[str, int, str]]:
    """Every name, article and paragraph that is not there: in which page, on which line, and what."""
    for page, text in pages.items():
        for asked in ASKING.finditer(text):
            line = text.count("\n", 0, asked.start()) + 1
            yield from ((page, line, message) for message in _wrong(asked, single, known))


def _wrong(asked: re.Match[str], single: Mapping[str, Any], known: Known) -> Iterator[str]:
    macro, name, article, paragraph = asked.groups()
    if macro not in (*OF_RULES, *IN_FILES, OF_PAPERS):
        return
    files = IN_FILES.get(macro, ())
    of_single = {each for file in files for each in single[file]}
    names = known.papers if macro == OF_PAPERS else of_single or known.names
    if name not in names:
        expected = " or ".join(f"{file}.yaml" for file in files) or "the rules, or of papers/"
        yield f"{macro}: nothing is called {name} ({nearest(name, names)}expected a name of {expected})"
    elif macro == "bron" and article:
        cited = {"law": name, "article": article, "paragraph": paragraph, "certainty": "verified"}
        yield from (f"{macro}: {told}" for _, told in wrong_citation(cited, single["laws"][name]))
