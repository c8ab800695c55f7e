"""A YAML file that was read, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from typing import Any

import yaml

from coaching_manual.problems import Place

Key = str | int
KeyPath = tuple[Key, ...]


@dataclass(frozen=True)
class Document:
    """A YAML file that was read: its plain data, and the nodes that know where everything stands."""

    file: str
    text: str
    root: yaml.Node
    data: Any
    first_line: int = 1

    def node(self, path: Sequence[Key]) -> tuple[yaml.Node, yaml.Node | None]:
        """The node at a path and the node of its key; the deepest one there is if the path ends early."""
        node, key_node = self.root, None
        for step in path:
            following = _step(node, step)
            if following is None:
                break
            key_node, node = following
        return node, key_node

    def place(self, path: Sequence[Key], *, key: bool = False) -> Place:
        """Where a value (or, with ``key``, its field name) stands."""
        node, key_node = self.node(path)
        return self.place_of(key_node if key and key_node is not None else node)

    def place_of(self, node: yaml.Node) -> Place:
        """Where a node stands; a value over several lines ends with its first line."""
        start, end = node.start_mark, node.end_mark
        ends_here = end.line == start.line and end.column > start.column
        return Place(
            self.file,
            start.line + self.first_line,
            start.column + 1,
            end.column + 1 if ends_here else None,
        )

    def span(self, path: Sequence[Key]) -> tuple[int, int]:
        """Where a value begins and ends in ``text``."""
        node, _ = self.node(path)
        return node.start_mark.index, node.end_mark.index

    def place_at(self, offset: int, length: int = 0) -> Place:
        """The place of an offset into ``text``."""
        return place_in(self.text, offset, length, self.file, self.first_line)


def place_in(text: str, offset: int, length: int, file: str, first_line: int) -> Place:
    """The place of an offset into the text of a file that begins at ``first_line``."""
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Place(file, line + first_line, column, column + length if length else None)


def _step(node: yaml.Node, step: Key) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def file_name(path: Path, root: Path) -> str:
    """What problems call a file: its path below the project, with forward slashes."""
    return relpath(path, root).replace("\\", "/")
