"""The part of a book that the engine reads; the guide gets the rules with all their words."""

from collections.abc import Mapping
from typing import Any

from poortwachter.i18n import DUTCH
from poortwachter.law import LANGUAGES

# What an answer tells of a rule. What is added for the guide stays out by itself.
TOLD = {"name", "noun", "summary"}

# Of a rule itself nearly all is read: new fields come along unless they stand here. What ends
# move, only the compiler looks at.
FOR_GUIDE = {"related", "moved_by", "unmoved"}

# The scripts say these themselves: a page holds them.
FOR_PAGES = {"script"}


def for_engine(book: Mapping[str, Any]) -> dict[str, Any]:
    """The book without what no answer tells; the browser loads it for every visitor."""
    phases = [
        {**phase, "rules": [rule_for_engine(rule) for rule in phase["rules"]]}
        for phase in book["phases"]
    ]
    messages = {name: each for name, each in book["messages"].items() if name not in FOR_PAGES}
    return {**book, "phases": phases, "messages": messages}


def rule_for_engine(rule: Mapping[str, Any]) -> dict[str, Any]:
    """A rule without what no answer tells."""
    told = {
        name: _told(value) if name in LANGUAGES else value
        for name, value in rule.items()
        if name not in FOR_GUIDE
    }
    return {**told, "sources": [_source(each) for each in rule["sources"]]}


def _source(source: Mapping[str, Any]) -> dict[str, Any]:
    """A source as an answer tells it: which version was read, in Dutch."""
    return {**source, "read": source["read"][DUTCH]}


def _told(words: Mapping[str, Any]) -> dict[str, Any]:
    return {name: text for name, text in words.items() if name in TOLD}
