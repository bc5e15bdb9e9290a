"""An answer told to a person."""

from poortwachter.render.citations import cited, place
from poortwachter.render.comparison import (
    ComparisonView,
    comparison_as_text,
    comparison_in_short,
    comparison_view,
)
from poortwachter.render.describe import (
    COUNTED,
    GROUP_OF_STATUS,
    STANDINGS,
    WORDS_OF_UNKNOWN,
    Group,
    group_of,
)
from poortwachter.render.ics import Choices, answer_as_ics, legend
from poortwachter.render.terms_in_words import term_in_words, term_words, terms_to_come
from poortwachter.render.text import answer_as_text, legend_as_text, rules_as_text

__all__ = [
    "COUNTED",
    "GROUP_OF_STATUS",
    "STANDINGS",
    "WORDS_OF_UNKNOWN",
    "Choices",
    "ComparisonView",
    "Group",
    "answer_as_ics",
    "answer_as_text",
    "cited",
    "comparison_as_text",
    "comparison_in_short",
    "comparison_view",
    "group_of",
    "legend",
    "legend_as_text",
    "place",
    "rules_as_text",
    "term_in_words",
    "term_words",
    "terms_to_come",
]
