"""Which articles and paragraphs of a law were read: nothing else of it can be cited as read."""

from collections.abc import Iterator, Mapping
from typing import Any

from rules_compiler.complaints import Complaint, nearest

# Who cites so says openly that the text itself was not read.
NOT_READ = frozenset({"secondary", "unverified"})


def paragraphs(told: str) -> list[str]:
    """The numbers that `1-3 7` stands for: 1, 2, 3 and 7."""
    found = list[str]()
    for part in told.split():
        first, _, last = part.partition("-")
        found += map(str, range(int(first), int(last or first) + 1))
    return found


def wrong_citation(cited: Mapping[str, Any], law: Mapping[str, Any]) -> Iterator[Complaint]:
    """An article or paragraph that was not read, or one that was and is called unread."""
    articles, article = law.get("articles"), cited.get("article")
    if articles is None or not isinstance(article, str):
        return
    unread = [*_unread(cited, articles)]
    if cited["certainty"] not in NOT_READ:
        yield from unread
    elif not unread:
        told = f"{cited['certainty']}, but article {article} of {cited['law']} was read"
        yield ("certainty",), f"{told} (expected verified or derived)"


def _unread(cited: Mapping[str, str], articles: Mapping[str, str]) -> Iterator[Complaint]:
    article, paragraph = cited["article"], cited.get("paragraph")
    if article not in articles:
        hint = f"{nearest(article, articles)}expected an article of {cited['law']} in laws.yaml"
        yield ("article",), f"no text of article {article} was read ({hint})"
        return
    known = paragraphs(articles[article])
    if paragraph is not None and paragraph not in known:
        there = f"one of {', '.join(known)}" if known else "none: it has no numbers"
        yield ("paragraph",), f"article {article} has no paragraph {paragraph} (expected {there})"
