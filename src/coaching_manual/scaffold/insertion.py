"""Putting one more item into a list of a YAML file, where and how an editor would have written it.

Nothing that stands in the file is changed: an insertion is a text and the offset where it goes, whatever the
list looks like. So notes, order, quotation marks and line ends stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill, indent
from typing import Any

import yaml

from coaching_manual.fixes import replace_file
from coaching_manual.scaffold.writing import as_value
from coaching_manual.source import Document, KeyPath

WIDTH = 100
"""How many characters a line of our own may have."""
Item = str | Mapping[str, str]
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True)
class Insertion:
    """A text and the offset in ``Document.text`` where it goes in. Its lines end with a line feed."""

    offset: int
    text: str

    def carried_out(self, text: str) -> str:
        """The text with the insertion in it."""
        return text[: self.offset] + self.text + text[self.offset :]

    def write(self, path: Path) -> None:
        """Carry it out in the file that the document was read from, with the line ends that the file has."""
        raw = path.read_bytes().decode("utf-8")
        offset = self.offset + raw.startswith(_BYTE_ORDER_MARK)
        for pair in re.finditer("\r\n", raw):
            if pair.start() >= offset:
                break
            offset += 1
        ends = re.search(r"\r\n|\r|\n", raw)
        text = self.text.replace("\n", ends[0]) if ends else self.text
        replace_file(path, raw[:offset] + text + raw[offset:])


def add_item(document: Document, record: KeyPath, field: str, item: Item, order: Sequence[str]) -> Insertion:
    """How an item gets to the end of the list in a field of a record.

    ``order`` holds the fields of such a record in their usual order: it says where a missing field goes.
    """
    fields: Any = document.node(record)[0]
    values = {key.value: value for key, value in fields.value}
    if field in values:
        return _new_item(document.text, values[field], item)
    before = [name for name in order[: order.index(field)] if name in values]
    return _new_field(document.text, fields, values[before[-1]], field, item)


def _new_item(text: str, items: yaml.CollectionNode, item: Item) -> Insertion:
    if not items.flow_style:
        margin = items.start_mark.column
        return Insertion(end_of_line(text, items), "\n" + indent(_after_hyphen(item, margin), " " * margin))
    if not items.value:
        return Insertion(items.start_mark.index + 1, _in_brackets(item))
    one_a_line = all(_begins_a_line(text, one) for one in items.value)
    return _after_comma(text, items.value[-1], _in_brackets(item), items.value[0], new_line=one_a_line)


def _new_field(text: str, fields: yaml.CollectionNode, before: yaml.Node, field: str, item: Item) -> Insertion:
    """A field that is not there yet, after the value of another one."""
    short = f"{field}: [{_in_brackets(item)}]"
    if fields.flow_style:
        return _after_comma(text, before, short, fields.value[0][0])
    margin = fields.start_mark.column
    lines = short if isinstance(item, str) else f"{field}:\n" + indent(_after_hyphen(item, margin + 2), "  ")
    return Insertion(end_of_line(text, before), "\n" + indent(lines, " " * margin))


def _after_comma(text: str, last: yaml.Node, added: str, first: yaml.Node, *, new_line: bool = False) -> Insertion:
    """What is added inside brackets: on the same line, or below ``first`` when that would get too long."""
    offset = last.end_mark.index
    start, end = _line_of(text, offset)
    if new_line or end - start + len(", ") + len(added) > WIDTH:
        return Insertion(offset, ",\n" + " " * first.start_mark.column + added)
    return Insertion(offset, ", " + added)


def _in_brackets(item: Item) -> str:
    if isinstance(item, str):
        return as_value(item)
    return "{" + ", ".join(f"{name}: {as_value(value)}" for name, value in item.items()) + "}"


def _after_hyphen(item: Item, margin: int) -> str:
    if isinstance(item, str):
        return f"- {as_value(item)}"
    fields = "\n".join(_field(name, value, WIDTH - margin - len("- ")) for name, value in item.items())
    return "- " + indent(fields, "  ").lstrip()


def _field(name: str, value: str, width: int) -> str:
    """A field on a line; one that is too long for it goes below, folded."""
    line = f"{name}: {as_value(value)}"
    if len(line) <= width:
        return line
    folded = fill(value, width - 2, break_long_words=False, break_on_hyphens=False)
    return f"{name}: >-\n" + indent(folded, "  ")


def _begins_a_line(text: str, node: yaml.Node) -> bool:
    start = node.start_mark.index
    return not text[_line_of(text, start)[0] : start].strip()


def end_of_line(text: str, node: yaml.Node) -> int:
    """The end of the last line of a value, with the note that may stand on it."""
    node = _last_inside(node)
    # YAML counts the empty lines after a folded text to it
    end = len(text[: node.end_mark.index].rstrip())
    return _line_of(text, end)[1]


def _last_inside(node: Any) -> yaml.Node:  # noqa: ANN401 - the children of a node have no type of their own
    """The last value inside a value. Only that one ends where it seems to; a list ends where the next thing begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return node  # type: ignore[no-any-return]
    last = node.value[-1]
    return _last_inside(last[1] if isinstance(last, tuple) else last)


def _line_of(text: str, offset: int) -> tuple[int, int]:
    """Where the line of an offset begins and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end
