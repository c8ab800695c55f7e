"""Putting texts into a YAML file, and nothing else: notes, order and everything around them stay as they are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from textwrap import fill, indent
from typing import Any

import yaml

from coaching_manual.problems import Problems
from coaching_manual.scaffold.insertion import WIDTH, end_of_line
from coaching_manual.source import Document, Key, KeyPath, parse_yaml


class NoPlaceError(ValueError):
    """The texts cannot be put in without changing what is there."""


def with_texts(document: Document, values: Mapping[KeyPath, Any]) -> tuple[str, Collection[KeyPath]]:
    """The text of a document with these values in it, and the paths that have no place there yet.

    Values that are added stand in the order they have in ``values``. Raises NoPlaceError if the document would then
    say anything but that.
    """
    there = {path: text for path, text in values.items() if _node_at(document, path) is not None}
    edits = [_replaced(document, path, text) for path, text in there.items()]
    added, left = _added(document, {path: text for path, text in values.items() if path not in there})
    made = document.text
    for start, end, text in sorted([*edits, *added], reverse=True):
        made = made[:start] + text + made[end:]
    _prove(document, made, {path: text for path, text in values.items() if path not in left})
    return made, left


def _prove(before: Document, made: str, values: Mapping[KeyPath, Any]) -> None:
    problems = Problems()
    after = parse_yaml(made, before.file, problems)
    if after is None or len(problems):
        raise NoPlaceError("it could not be read any more")
    expected = before.data
    for path, text in values.items():
        expected = _with(expected, path, text)
    if _stripped(after.data) != _stripped(expected):
        raise NoPlaceError("something else in it would change")


def _stripped(data: Any) -> Any:  # noqa: ANN401 - whatever a file holds
    """The data with the line end that a block of text may have left out: it is no part of the text."""
    if isinstance(data, dict):
        return {key: _stripped(value) for key, value in data.items()}
    if isinstance(data, tuple):
        return tuple(map(_stripped, data))
    return data.strip() if isinstance(data, str) else data


def _with(data: Any, path: KeyPath, text: Any) -> Any:  # noqa: ANN401
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(data or ())
        if step == len(items):
            items.append(_with(None, rest, text))
        else:
            items[step] = _with(items[step], rest, text)
        return tuple(items)
    return {**(data or {}), step: _with((data or {}).get(step), rest, text)}


def _node_at(document: Document, path: KeyPath) -> yaml.Node | None:
    """The value at a path, if the path does not end early."""
    node: yaml.Node | None = document.root
    for step in path:
        node = None if node is None else _step(node, step)
    return node


def _step(node: yaml.Node, step: Key) -> yaml.Node | None:
    found: yaml.Node | None = None
    if isinstance(node, yaml.MappingNode):
        found = next((value for key, value in node.value if key.value == step), None)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found = node.value[step]
    return found


def _replaced(document: Document, path: KeyPath, text: Any) -> tuple[int, int, str]:  # noqa: ANN401
    """The edit that replaces a value that is there, as it is written there."""
    node, key = document.node(path)
    start, end = node.start_mark.index, node.end_mark.index
    end = start + len(document.text[start:end].rstrip())  # YAML counts the empty lines after a block to it
    if _in_brackets(document, path):
        return start, end, in_brackets(text)
    margin = key.start_mark.column if key is not None and isinstance(path[-1], str) else node.start_mark.column - 2
    style = getattr(node, "style", None) or ""
    # a block holds its header and a note on the header's line
    header = document.text[start:end].partition("\n")[0] if style in {"|", ">"} else ""
    if "\n" in text and header.startswith("|"):
        return start, end, header + "\n" + indent(text, " " * (margin + 2))
    return start, end, _value(text, margin, node.start_mark.column, folded=header if header.startswith(">") else "")


def _in_brackets(document: Document, path: KeyPath) -> bool:
    above = (_node_at(document, path[:length]) for length in range(len(path)))
    return any(getattr(node, "flow_style", False) for node in above)


def _value(text: str, margin: int, column: int, *, folded: str = "") -> str:
    """A value on its line, or below it where it has lines of its own or is too long."""
    inner = " " * (margin + 2)
    if "\n" in text:
        return "|\n" + indent(text, inner)
    short = json.dumps(text, ensure_ascii=False) if _needs_quotes(text) else text
    if not folded and column + len(short) <= WIDTH:
        return short
    lines = fill(text, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    return (folded or ">-") + "\n" + indent(lines, inner)


def _needs_quotes(text: str) -> bool:
    """Whether YAML would read something else than the text, on a line of its own or in brackets."""
    try:
        plain = yaml.safe_load(f"- {text}") == [text] and yaml.safe_load(f"[{text}]") == [text]
    except yaml.YAMLError:
        return True
    return not plain or text.lower() in {"y", "n"} or text[:1] in "-?:"


def _added(document: Document, values: Mapping[KeyPath, Any]) -> tuple[list[tuple[int, int, str]], Collection[KeyPath]]:
    """The edits that write values which are not there yet, below the group of fields they belong to."""
    groups: dict[KeyPath, dict[KeyPath, Any]] = defaultdict(dict)
    for path, text in values.items():
        length = len(path) - 1
        while length and _node_at(document, path[:length]) is None:
            length -= 1
        groups[path[:length]][path[length:]] = text
    edits: list[tuple[int, int, str]] = []
    left: set[KeyPath] = set()
    for above, texts in groups.items():
        edit = _addition(document, above, texts)
        if edit is None:
            left.update((*above, *path) for path in texts)
        else:
            edits.append(edit)
    return edits, left


def _addition(document: Document, above: KeyPath, texts: Mapping[KeyPath, Any]) -> tuple[int, int, str] | None:
    """The edit that adds values to a group of fields, or to a list; None if there is no place for them."""
    node = _node_at(document, above)
    if not isinstance(node, yaml.MappingNode | yaml.SequenceNode) or not node.value:
        return None
    fields = isinstance(node, yaml.MappingNode)
    rows = _grown(texts, {} if fields else [], len(node.value))
    if rows is None:
        return None
    if _in_brackets(document, (*above, "")):
        if not fields:
            return None
        offset = node.end_mark.index - 1
        return offset, offset, ", " + in_brackets(rows)[1:-1]
    margin, offset = node.start_mark.column, end_of_line(document.text, node)
    lines = _lines(rows, margin) if fields else _items(rows, margin)
    return offset, offset, "".join("\n" + line for line in lines)


def _grown(texts: Mapping[KeyPath, Any], grown: Any, first: int) -> Any:  # noqa: ANN401 - fields, or a list
    """Texts by their paths as fields in fields and in lists; None where a list would have a gap.

    ``grown`` is what they grow in: empty fields, or an empty list that goes on from its item number ``first``.
    """
    for path, text in texts.items():
        inside, begins = grown, first
        for step, following in zip(path, (*path[1:], None), strict=True):
            new = text if following is None else [] if isinstance(following, int) else {}
            if isinstance(step, int):
                if not isinstance(inside, list) or step - begins > len(inside):
                    return None
                if step - begins == len(inside):
                    inside.append(new)
                inside = inside[step - begins]
            else:
                inside = inside.setdefault(step, new)
            begins = 0
    return grown


def _lines(fields: Mapping[str, Any], margin: int) -> list[str]:
    """Fields as lines of YAML."""
    lines: list[str] = []
    for name, value in fields.items():
        start = f"{' ' * margin}{name}:"
        if isinstance(value, dict):
            lines += [start, *_lines(value, margin + 2)]
        elif isinstance(value, list):
            lines += [start, *_items(value, margin + 2)]
        else:
            lines.append(f"{start} {_scalar(value, margin, len(start) + 1)}")
    return lines


def _items(values: list[Any], margin: int) -> list[str]:
    """The items of a list as lines of YAML."""
    dash, lines = f"{' ' * margin}- ", list[str]()
    for value in values:
        if isinstance(value, dict):
            inner = _lines(value, margin + 2)
            lines += [dash + inner[0].lstrip(), *inner[1:]]
        else:
            lines.append(dash + _scalar(value, margin, len(dash)))
    return lines


def _scalar(value: Any, margin: int, column: int) -> str:  # noqa: ANN401 - text, number, day, yes or no
    return _value(value, margin, column) if isinstance(value, str) else _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value) if isinstance(value, bool | int | float) else str(value)


def in_brackets(value: Any) -> str:  # noqa: ANN401 - what stands in a field
    """A value on one line, as it stands in brackets.

    >>> in_brackets({"es": {"title": "Sí, señor", "lines": [1, "dos"]}})
    '{es: {title: "Sí, señor", lines: [1, dos]}}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {in_brackets(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_brackets, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if _needs_quotes(value) or "\n" in value else value
    return _plain(value)
