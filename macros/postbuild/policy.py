"""What a page may load and run: read from the page itself, so that nothing else fits."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html.parser import HTMLParser

# A directive and its sources. What no directive names, such as fonts, frames and objects, is refused.
Policy = dict[str, list[str]]

EVERY_PAGE: Mapping[str, list[str]] = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}
# The index of the search, its worker, and the files of the engine. From disk they are scripts.
FROM_A_SERVER: Mapping[str, list[str]] = {"connect-src": ["'self'"], "worker-src": ["'self'"]}
# What the sealed worker needs; it inherits the policy of its page.
WITH_ENGINE: Mapping[str, list[str]] = {
    "script-src": ["'wasm-unsafe-eval'", "data:"],
    "worker-src": ["data:"],
}

ENGINE = "engine"
FIRST = '<meta charset="utf-8">'
# Firefox fetches such a page before anybody asks for it; the policy refuses that, and Firefox complains.
NEXT = re.compile(r'<link rel="next"[^>]*>')
JAVASCRIPT = {"", "module", "text/javascript"}


class Inline(HTMLParser):
    """Finds what stands in the page itself, and whether the engine is a part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.has_engine = False
        self.found: dict[str, list[str]] = {"script-src": [], "style-src": []}
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.has_engine |= tag == "script" and given.get("id") == ENGINE
        if tag == "style":
            self._open = self.found["style-src"]
        elif tag == "script" and "src" not in given and (given.get("type") or "") in JAVASCRIPT:
            self._open = self.found["script-src"]
        if self._open is not None:
            self._open.append("")

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the name it inherits)
        self._open = None


def policy_of(html: str, *, from_disk: bool) -> Policy:
    inline = Inline()
    inline.feed(html)
    hashes = {name: [*map(hash_of, texts)] for name, texts in inline.found.items()}
    return union(
        [
            EVERY_PAGE,
            {} if from_disk else FROM_A_SERVER,
            WITH_ENGINE if inline.has_engine else {},
            hashes,
        ]
    )


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def union(policies: Iterable[Mapping[str, list[str]]]) -> Policy:
    """All that any of them allows, each source once and in the order in which it came."""
    joined: dict[str, dict[str, None]] = {}
    for policy in policies:
        for name, sources in policy.items():
            joined.setdefault(name, {}).update(dict.fromkeys(sources))
    return {name: list(sources) for name, sources in joined.items()}


def written(policy: Policy) -> str:
    return "; ".join(" ".join([name, *sources]) for name, sources in policy.items())


def with_policy(html: str, policy: Policy) -> str:
    """The page with its policy before anything that it could load; only what tells the encoding goes first."""
    before, found, after = NEXT.sub("", html).partition(FIRST)
    if not found or FIRST in after:
        raise ValueError(f"a page has {FIRST} {html.count(FIRST)} times (expected once)")
    element = f'<meta http-equiv="Content-Security-Policy" content="{written(policy)}">'
    return f"{before}{FIRST}{element}{after}"
