"""The letters and sheets with blanks: on a page of their own, at their steps, and as files to download."""

from pathlib import Path

from macros.templating import rendered
from poortwachter.papers import paper_as_docx, paper_as_text, papers

# Beside the page that lists them all.
FOLDER = "brieven"


def papers_page(language: str, *, folders: bool) -> str:
    """All papers, by who makes them. `folders`: whether a page's address is a folder or a file."""
    return rendered(language, "papers.md", place=f"{'../' if folders else ''}{FOLDER}/")


def paper_on_page(language: str, name: str, *, folders: bool) -> str:
    """One paper, folded, on a page that stands in a folder of the guide."""
    place = place_of_files(folders=folders)
    return rendered(language, "paper.html", paper=papers()[name], place=place).strip()


def place_of_files(*, folders: bool) -> str:
    """The way to the files from a page that stands in a folder of the guide."""
    return f"{'../../' if folders else '../'}{FOLDER}/"


def write_files(site: Path, language: str) -> None:
    """Each paper with blanks as a file, beside the page that lists them."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers().values():
        content = paper_as_docx(paper_as_text(paper, None, language), language)
        (folder / f"{paper.id}.docx").write_bytes(content)
