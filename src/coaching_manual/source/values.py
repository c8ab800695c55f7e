"""From nodes to plain data, reporting the traps that YAML sets."""

from __future__ import annotations

import datetime
import re
from typing import Any

import yaml

from coaching_manual.problems import Fix, Problems
from coaching_manual.source.document import Document
from coaching_manual.source.loader import TAG

_TRUE_FALSE = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_COMMENT_LIKE = re.compile(r"[ \t]+(?P<words>#[^\s#][^\n]*)")
_GLUED = re.compile(r"\n *(?P<start>-(?=[\s\w])|[a-z_]+:(?=[^\s/:]))")
_MOST_DIGITS = 15


def plain_data(document: Document, problems: Problems) -> Any:  # noqa: ANN401 - whatever the file holds
    """The data of a document: dicts, tuples, texts, numbers, days and nothing else."""
    return _Reader(document, problems).read(document.root)


class _Reader:
    """Turns nodes into plain data, reporting what YAML would let pass."""

    def __init__(self, document: Document, problems: Problems) -> None:
        self.document = document
        self.problems = problems
        self.seen: set[int] = set()

    def read(self, node: yaml.Node) -> Any:  # noqa: ANN401 - whatever the file holds
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self.seen:
            self._add(node, "YAML-ALIAS", "This is repeated elsewhere by a YAML alias (& and *).", "Write it out.")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        return tuple([self.read(child) for child in node.value])

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        twice: list[yaml.Node] = []
        after: list[str] = []
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._add(key_node, "YAML-SYNTAX", "A field name must be a plain word.", "Write  name: value.")
                continue
            key = key_node.value
            if key == "<<":
                self._add(key_node, "YAML-ALIAS", "YAML merge keys (<<) are not used here.", "Write it out.")
                continue
            if key in data:
                twice.append(key_node)
                continue
            first[key] = key_node
            data[key] = self.read(value_node)
            if twice:
                after.append(key)
        if len(twice) > 1:  # an entry without its hyphen begins here: what follows does not belong to this one
            data = {key: value for key, value in data.items() if key not in after}
        if twice:
            self._add_twice(twice, first)
        return data

    def _add_twice(self, twice: list[yaml.Node], first: dict[str, yaml.Node]) -> None:
        """Report fields that are written twice: several of them are most often an entry without its hyphen."""
        key = twice[0].value
        several = len(twice) > 1
        self.problems.add(
            "YAML-DUPLICATE-KEY",
            f'The field "{key}" and {len(twice) - 1} more are written twice here.'
            if several
            else f'The field "{key}" is written twice here.',
            self.document.place_of(twice[0]),
            hint="If a new entry begins here, put a hyphen before its first field. Otherwise keep one of each two."
            if several
            else "Keep one of the two; YAML would silently drop the first.",
            related=[(self.document.place_of(first[key]), "first written here")],
        )

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401, PLR0911 - a value for each YAML kind
        tag, value = node.tag, node.value
        if not node.style and (taken_apart := self._taken_apart(node)):
            return taken_apart
        if tag == TAG + "str":
            return value
        if tag == TAG + "null":
            return self._nothing(node)
        if tag == TAG + "bool":
            return self._switch(node)
        if tag == TAG + "int":
            return self._integer(node)
        if tag == TAG + "float":
            return self._number(node)
        if tag == TAG + "timestamp":
            return self._date(node)
        sign = f"The sign {value} alone" if tag.startswith(TAG) else "An exclamation mark (!) before a value"
        self._add(
            node,
            "YAML-SYNTAX",
            f"{sign} has a meaning of its own in YAML.",
            "Put double quotes around the whole value.",
        )
        return value

    def _taken_apart(self, node: yaml.ScalarNode) -> str | None:
        """What was meant by a text without quotation marks of which YAML drops a part, or to which it adds lines."""
        text, end = self.document.text, node.end_mark.index
        comment = _COMMENT_LIKE.match(text, end)
        if comment:
            self.problems.add(
                "YAML-TRAP",
                "YAML reads everything after a space and # as a note to yourself, so this is left out.",
                self.document.place_at(comment.start("words"), len(comment["words"])),
                hint="If it belongs to the text, put double quotes around the whole text. "
                "If it is a note, put a space after the #.",
            )
            return str(node.value or comment["words"])
        lines = node.end_mark.line - node.start_mark.line
        glued = _GLUED.search(text, node.start_mark.index, end) if lines else None
        if glued:
            self.problems.add(
                "YAML-TRAP",
                "YAML reads this line as part of the text above it.",
                self.document.place_at(glued.start("start"), len(glued["start"])),
                hint="Begin it exactly under the entry or field above, with a space after the hyphen or colon. "
                "If it does belong to the text, put the whole text in double quotes.",
            )
            return text[node.start_mark.index : glued.start()].strip()
        return None

    def _nothing(self, node: yaml.ScalarNode) -> None:
        if node.value:
            self._trap(node, "nothing")

    def _switch(self, node: yaml.ScalarNode) -> bool | str:
        value = node.value
        if value in _TRUE_FALSE:
            return _TRUE_FALSE[value]
        meant = "true" if value.lower() in {"yes", "on", "y"} else "false"
        place = self.document.place_of(node)
        start = node.start_mark.index
        before = self.document.text[max(0, start - 80) : start].rstrip()
        self.problems.add(
            "YAML-TRAP",
            f"Without quotation marks YAML reads {value} as {meant}.",
            place,
            hint=f'If the word itself is meant, write "{value}". Otherwise write {meant}.',
            # in a list it can only be a word; as the value of a field it may be a switch
            fix=None if before.endswith(":") else Fix(place, f'"{value}"'),
        )
        return str(value)

    def _integer(self, node: yaml.ScalarNode) -> int | str:
        value = node.value
        if re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", value) and len(value) <= _MOST_DIGITS:
            return int(value)
        self._trap(node, "a number")
        return str(value)

    def _number(self, node: yaml.ScalarNode) -> float | str:
        value = node.value
        if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", value):
            return float(value)
        self._trap(node, "a number")
        return str(value)

    def _date(self, node: yaml.ScalarNode) -> datetime.date | str:
        value = node.value
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self._add(
                node,
                "FIELD-VALUE",
                f'"{value}" is not a day of the calendar.',
                "Write year-month-day with two digits each: 2026-11-22.",
            )
            return str(value)

    def _trap(self, node: yaml.ScalarNode, read_as: str) -> None:
        place = self.document.place_of(node)
        self.problems.add(
            "YAML-TRAP",
            f"Without quotation marks YAML reads {node.value} as {read_as}.",
            place,
            hint=f'Write "{node.value}" in double quotes.',
            fix=Fix(place, f'"{node.value}"'),
        )

    def _add(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        self.problems.add(code, message, self.document.place_of(node), hint=hint)
