"""Reading YAML so that every key and value still knows its file, line and column."""

from __future__ import annotations

from dataclasses import replace

import yaml

from coaching_manual.problems import Problems
from coaching_manual.source.document import Document
from coaching_manual.source.loader import TAG, Loader
from coaching_manual.source.precheck import may_be_composed
from coaching_manual.source.syntax import add_syntax_problem
from coaching_manual.source.values import plain_data


def parse_yaml(
    text: str, file: str, problems: Problems, *, first_line: int = 1, aliases: bool = False
) -> Document | None:
    """Parse YAML text that begins at ``first_line`` of a file (front matter begins at line 2).

    None, with at least one problem added, when it cannot be read. ``aliases`` allows & and *.
    """
    if not may_be_composed(text, file, problems, first_line=first_line, aliases=aliases):
        return None
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as fault:
        add_syntax_problem(fault, text, file, problems, first_line)
        return None
    if root is None:
        root = yaml.MappingNode(TAG + "map", [], _start(file), _start(file))
    document = Document(file, text, root, None, first_line)
    return replace(document, data=plain_data(document, problems))


def _start(file: str) -> yaml.Mark:
    return yaml.Mark(file, 0, 0, 0, "", 0)
