"""What the page of the self-check asks and shows."""

from poortwachter.selfcheck.answers_in_words import answers_given
from poortwachter.selfcheck.file_names import file_name
from poortwachter.selfcheck.form_parser import read_form
from poortwachter.selfcheck.paper_views import (
    LONGEST_PAPER,
    BlocksView,
    DocumentView,
    PaperView,
    blocks_view,
    document_view,
    paper_view,
)
from poortwachter.selfcheck.submission import (
    ROLES,
    WITHOUT_DATE,
    Submission,
    as_form,
    is_told,
    only,
    questions,
)
from poortwachter.selfcheck.timeline_chart import SHOWN
from poortwachter.selfcheck.transfer import (
    LARGEST,
    LARGEST_BYTES,
    PARTS,
    VERSION,
    as_file,
    as_fragment,
    read_file,
    read_fragment,
)
from poortwachter.selfcheck.view import (
    PageView,
    answer_to,
    for_guide,
    page_view,
    without_what_nobody_asks,
)

__all__ = [
    "LARGEST",
    "LARGEST_BYTES",
    "LONGEST_PAPER",
    "PARTS",
    "ROLES",
    "SHOWN",
    "VERSION",
    "WITHOUT_DATE",
    "BlocksView",
    "DocumentView",
    "PageView",
    "PaperView",
    "Submission",
    "answer_to",
    "answers_given",
    "as_file",
    "as_form",
    "as_fragment",
    "blocks_view",
    "document_view",
    "file_name",
    "for_guide",
    "is_told",
    "only",
    "page_view",
    "paper_view",
    "questions",
    "read_file",
    "read_form",
    "read_fragment",
    "without_what_nobody_asks",
]
