"""Letters and sheets that the steps ask for, filled in from a case."""

from poortwachter.papers.blocks import LISTS, Block, BlockKind, blocks
from poortwachter.papers.conditions import CONDITIONS, OF_A_STEP, Told, why_not
from poortwachter.papers.docx import paper_as_docx
from poortwachter.papers.filling import CITED, HOLE, HOLES, cited_in
from poortwachter.papers.model import Paper, PaperWords, papers
from poortwachter.papers.writing import paper_as_text

__all__ = [
    "CITED",
    "CONDITIONS",
    "HOLE",
    "HOLES",
    "LISTS",
    "OF_A_STEP",
    "Block",
    "BlockKind",
    "Paper",
    "PaperWords",
    "Told",
    "blocks",
    "cited_in",
    "paper_as_docx",
    "paper_as_text",
    "papers",
    "why_not",
]
