"""Reading YAML so that every key and value still knows its file, line and column.

This module knows YAML and its traps, and nothing of what a term is. Faults become problems in words
that a coordinator understands; nothing raises and nothing is skipped in silence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from coaching_manual.problems import Fix, Place, Problems

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, otherwise the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_BYTES = 5_000_000
MAX_DEPTH = 24

Key = str | int
KeyPath = tuple[Key, ...]

_TAG = "tag:yaml.org,2002:"
_TRUE_FALSE = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DEEP_INDENT = re.compile(rf"^(?: {{{8 * MAX_DEPTH},}}|(?:[-?] ){{{MAX_DEPTH},}})", re.MULTILINE)
_UNPRINTABLE = re.compile("[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


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
        line = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1) + 1
        return Place(self.file, line + self.first_line, column, column + length if length else None)


def _step(node: yaml.Node, step: Key) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read_text(path: Path, file: str, problems: Problems) -> str | None:
    """The text of a file with its line ends made alike, or None when it cannot be read as UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError:
        problems.add("FILE-MISSING", "This file cannot be opened.", Place(file), hint="Is it there, and readable?")
        return None
    if len(raw) > MAX_BYTES:
        problems.add(
            "FILE-SIZE",
            f"This file has {len(raw) // 1_000_000} million characters; {MAX_BYTES // 1_000_000} is the most.",
            Place(file),
            hint="Split it into several files, or take out what was pasted in by mistake.",
        )
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, fault.start) + 1 : fault.start].decode("utf-8", "replace")) + 1
        problems.add(
            "FILE-ENCODING",
            "From here on the file is not UTF-8 text.",
            Place(file, line, column),
            hint='Save it again with the encoding "UTF-8" (VS Code: click the encoding at the bottom right).',
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, file: str, problems: Problems) -> Document | None:
    """Read a YAML file. None, with at least one problem added, when it cannot be read."""
    text = read_text(path, file, problems)
    return None if text is None else parse_yaml(text, file, problems)


def parse_yaml(text: str, file: str, problems: Problems, *, first_line: int = 1) -> Document | None:
    """Parse YAML text that begins at ``first_line`` of a file (front matter begins at line 2)."""
    if not _is_safe_to_compose(text, file, problems, first_line):
        return None
    try:
        root = yaml.compose(text, Loader=_Loader)  # noqa: S506 - composing builds nodes, never objects
    except yaml.YAMLError as fault:
        _add_syntax_problem(fault, text, file, problems, first_line)
        return None
    if root is None:
        root = yaml.MappingNode(_TAG + "map", [], yaml.Mark(file, 0, 0, 0, None, None), yaml.Mark(file, 0, 0, 0, None, None))
    document = Document(file, text, root, None, first_line)
    data = _Reader(document, problems).read(root)
    return Document(file, text, root, data, first_line)


def _is_safe_to_compose(text: str, file: str, problems: Problems, first_line: int) -> bool:
    """Whether nesting stays shallow. libyaml's composer calls itself and would end the whole program."""
    if _deepest_bracket(text) <= MAX_DEPTH and not _DEEP_INDENT.search(text):
        return True
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):  # noqa: S506 - events only
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                mark = event.start_mark
                problems.add(
                    "YAML-DEPTH",
                    f"This is nested more than {MAX_DEPTH} levels deep.",
                    Place(file, mark.line + first_line, mark.column + 1),
                    hint="Nothing here needs more than six. Look for brackets or spaces pasted in by mistake.",
                )
                return False
    except yaml.YAMLError:
        pass  # composing meets the same fault at the same place, and words it
    return True


def _deepest_bracket(text: str) -> int:
    depth = deepest = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


_SYNTAX_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "There is a second colon here, or this line is indented too far.",
        'Put double quotes around a text that has ": " in it; begin a field under the field above it.',
    ),
    (
        "found unexpected end of stream",
        "A quotation mark opens here and never closes.",
        'Close it with the same mark. Inside double quotes write \\" for a quotation mark.',
    ),
    (
        "did not find expected ',' or ']'",
        "A list in [square brackets] opens here and does not close properly.",
        "Separate the entries by commas and close the list with ].",
    ),
    (
        "did not find expected ',' or '}'",
        "A group in {curly brackets} opens here and does not close properly.",
        "Separate the entries by commas and close the group with }.",
    ),
    (
        "did not find expected key",
        "This line does not fit the lines above it.",
        "Begin it exactly under the field above it, and close any quotation mark in the line before.",
    ),
    (
        "did not find expected '-' indicator",
        "A list ends here without warning.",
        "Begin each entry with a hyphen, exactly under the hyphen above.",
    ),
    (
        "character that cannot start any token",
        "A value cannot begin with this character.",
        "Put double quotes around the whole value.",
    ),
    (
        "block sequence entries are not allowed",
        "A hyphen cannot begin a list here.",
        "Begin the list on a line of its own, or put double quotes around the text.",
    ),
    (
        "could not find expected ':'",
        "This line has no colon, or a text in the lines above it does not end.",
        "Write a field as  name: value  with a space after the colon.",
    ),
    (
        "expected a single document",
        "A second document begins here: a line of three hyphens.",
        "Take the line --- out. One file holds one document.",
    ),
    (
        "undefined alias",
        "A value cannot begin with an asterisk (*).",
        "Put double quotes around the whole value.",
    ),
    (
        "<document start>",
        "This line begins further left than the lines above it.",
        "Begin all fields of the same group in the same column.",
    ),
)


def _add_syntax_problem(
    fault: yaml.YAMLError, text: str, file: str, problems: Problems, first_line: int
) -> None:
    mark = getattr(fault, "problem_mark", None)
    said = str(getattr(fault, "problem", "") or fault)
    context = str(getattr(fault, "context", "") or "")
    unprintable = _UNPRINTABLE.search(text)
    if mark is None or isinstance(fault, yaml.reader.ReaderError):
        _add_unprintable(unprintable.start() if unprintable else 0, text, file, problems, first_line)
        return
    tab = _tab_at_fault(text, mark.line) if "tab" in said or "token" in said else None
    if tab is not None:
        problems.add(
            "YAML-TAB",
            "This line is indented with a tab.",
            Place(file, mark.line + first_line, tab, tab + 1),
            hint="Use spaces: two for each level. (VS Code: Convert Indentation to Spaces.)",
        )
        return
    message, hint = "This line cannot be read as YAML.", "Compare it with the entry above it, sign by sign."
    for words, friendly, advice in _SYNTAX_WORDS:
        if words in said:
            message, hint = friendly, advice
            break
    if "quoted scalar" in context or "flow" in context:
        mark = fault.context_mark  # type: ignore[attr-defined]  # where it opens says more than where it fails
    problems.add("YAML-SYNTAX", message, Place(file, mark.line + first_line, mark.column + 1), hint=hint)


def _tab_at_fault(text: str, line: int) -> int | None:
    lines = text.split("\n")
    found = _TAB_INDENT.match(lines[line]) if line < len(lines) else None
    return found.end() if found else None


def _add_unprintable(offset: int, text: str, file: str, problems: Problems, first_line: int) -> None:
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    problems.add(
        "YAML-SYNTAX",
        "There is an invisible character here that YAML does not allow.",
        Place(file, line + first_line, column, column + 1),
        hint="Delete it and type the spot again. Such characters come in with copied text.",
    )


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
            self._add(
                node, "YAML-ALIAS", "This is repeated elsewhere by a YAML alias (& and *).", "Write it out."
            )
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.read(child) for child in node.value])
        return self._mapping(node)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._add(key_node, "YAML-SYNTAX", "A field name must be a plain word.", "Write  name: value.")
                continue
            key = key_node.value
            if key == "<<":
                self._add(key_node, "YAML-ALIAS", "YAML merge keys (<<) are not used here.", "Write it out.")
                continue
            if key in data:
                self.problems.add(
                    "YAML-DUPLICATE-KEY",
                    f'The field "{key}" is written twice here.',
                    self.document.place_of(key_node),
                    hint="Keep one of the two; YAML would silently drop the first.",
                    related=[(self.document.place_of(first[key]), "first written here")],
                )
                continue
            first[key] = key_node
            data[key] = self.read(value_node)
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401, PLR0911 - a value for each YAML kind
        tag, value = node.tag, node.value
        if tag == _TAG + "str":
            if node.style is None and node.start_mark.line != node.end_mark.line and " - " in value:
                self._add(
                    node,
                    "YAML-TRAP",
                    "A list entry below this line is indented too far, so YAML glues it to this one.",
                    "Put each hyphen exactly under the hyphen of the entry above.",
                )
            return value
        if tag == _TAG + "null":
            return None
        if tag == _TAG + "bool":
            if value in _TRUE_FALSE:
                return _TRUE_FALSE[value]
            self._trap(node, "true or false", "true" if value.lower() in {"yes", "on", "y"} else "false")
            return value
        if tag == _TAG + "int":
            return self._integer(node)
        if tag == _TAG + "float":
            return self._number(node)
        if tag == _TAG + "timestamp":
            return self._date(node)
        self._add(node, "YAML-SYNTAX", f'"{value}" has a YAML tag (!).', "Put double quotes around the value.")
        return value

    def _integer(self, node: yaml.ScalarNode) -> int | str:
        value = node.value
        if re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", value) and len(value) < 16:
            return int(value)
        self._trap(node, "a number", "another number")
        return str(value)

    def _number(self, node: yaml.ScalarNode) -> float | str:
        value = node.value
        if re.fullmatch(r"[-+]?[0-9]+\.[0-9]+", value):
            return float(value)
        self._trap(node, "a number", "another number")
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

    def _trap(self, node: yaml.ScalarNode, read_as: str, becomes: str) -> None:
        place = self.document.place_of(node)
        self.problems.add(
            "YAML-TRAP",
            f"Without quotation marks YAML reads {node.value} as {read_as} ({becomes}).",
            place,
            hint=f'If the word itself is meant, write "{node.value}". Otherwise write {becomes}.'
            if read_as == "true or false"
            else f'Write "{node.value}" in double quotes.',
            fix=Fix(place, f'"{node.value}"'),
        )

    def _add(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        self.problems.add(code, message, self.document.place_of(node), hint=hint)


def walk(data: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value in plain data with its path, depth first."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(value, (*path, key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from walk(value, (*path, number))
