"""Reads YAML and remembers on which line everything stands."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

# Where something stands in a file: keys, and the numbers of items, from the outside in.
Place = tuple[str | int, ...]

TIMESTAMP, BOOLEAN = "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"


class _TextLoader(yaml.SafeLoader):
    """Leaves dates as they are written, and reads only true and false as such: `on` is a word."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in {TIMESTAMP, BOOLEAN}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_TextLoader.add_implicit_resolver(BOOLEAN, re.compile("^(true|false)$"), list("tf"))


class Document:
    """The content of a YAML file, and the line of each key and item.

    `twice` are the keys that stand in one block twice: YAML itself silently takes the last.

    Raises:
        yaml.YAMLError: where the text is no YAML.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {(): 1}
        self.twice: list[tuple[Place, int]] = []
        loader = _TextLoader(text)
        node = loader.get_single_node()
        self._note((), node)
        self.data: Any = loader.construct_document(node) if node else None

    def line(self, place: Place) -> int:
        """The line of a place or, where nothing stands there, of what is around it."""
        keys = tuple(map(str, place))
        while keys not in self._lines:
            keys = keys[:-1]
        return self._lines[keys]

    def _note(self, place: Place, node: yaml.Node | None) -> None:
        for name, marked, child in _children(node):
            here, line = (*place, name), marked.start_mark.line + 1
            if here in self._lines:
                self.twice.append((here, line))
            else:
                self._lines[here] = line
                self._note(here, child)


def _children(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """The name of each child, the node on whose line it begins, and the child itself."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key, child) for key, child in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((str(i), child, child) for i, child in enumerate(node.value))
