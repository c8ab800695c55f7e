"""Reading YAML so that every key and value still knows its file, line and column.

This module knows YAML and its traps, and nothing of what a term is. Faults become problems in words
that a coordinator understands; nothing raises and nothing is skipped in silence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from os.path import relpath
from pathlib import Path
from typing import Any

import yaml

from coaching_manual.problems import Fix, Place, Problems
from coaching_manual.syntax import add_syntax_problem

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without libyaml: slower, otherwise the same
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

MAX_BYTES = 5_000_000
MAX_DEPTH = 24

Key = str | int
KeyPath = tuple[Key, ...]

_TAG = "tag:yaml.org,2002:"
_TRUE_FALSE = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DEEP_INDENT = re.compile(rf"^(?: {{{8 * MAX_DEPTH},}}|(?:[-?] ){{{MAX_DEPTH},}})", re.MULTILINE)
_UNPRINTABLE = "[^\x09\x0a\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_TURNS = "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # marks that turn the direction of writing
_UNSEEN = re.compile(f"(?P<odd>{_UNPRINTABLE}|[\xad\u200b\u2028\u2029\u2060\ufeff]|{_TURNS})")
_ODD_SPACE = re.compile(r"^ *(?:- +)?(?:\w+:|-)?(?P<odd>[\xa0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
_WORDLESS = re.compile(f"[\xad\u200b\u2060\ufeff]|{_TURNS}")
_NAMED = re.compile(r"(?:^|[\s\[{,])&(\w)", re.MULTILINE)
_CONFLICT = re.compile(r"^<{7} [^\n]*$.*?^={7}$.*?^>{7} ", re.MULTILINE | re.DOTALL)
_COMMENT_LIKE = re.compile(r"[ \t]+(?P<words>#[^\s#][^\n]*)")
_GLUED = re.compile(r"\n *(?P<start>-(?=[\s\w])|[a-z_]+:(?=[^\s/:]))")
_AT_MOST = 20


class _Loader(_SafeLoader):
    """The safe loader, asking for the kind of a plain value only where its first character allows one."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        if kind is not yaml.ScalarNode:
            return _TAG + ("map" if kind is yaml.MappingNode else "seq")
        if implicit[0]:
            for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
                if pattern.match(value):
                    return str(tag)
        return _TAG + "str"


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
        return _place_at(self.text, offset, length, self.file, self.first_line)


def _place_at(text: str, offset: int, length: int, file: str, first_line: int) -> Place:
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
            f"This file has {len(raw) / 1_000_000:.1f} million characters; "
            f"{MAX_BYTES // 1_000_000} million is the most.",
            Place(file),
            hint="Split it into several files, or take out what was pasted in by mistake.",
        )
        return None
    text = _decoded(raw, file, problems)
    conflict = _CONFLICT.search(text) if text else None
    if text is None or conflict is None:
        return text
    problems.add(
        "FILE-CONFLICT",
        "Two versions of this file met here, and nobody has chosen between them.",
        _place_at(text, conflict.start(), 7, file, 1),
        hint="Keep the lines that are right, and take out the others and the lines of <<<<<<<, ======= and >>>>>>>.",
    )
    return None


def _decoded(raw: bytes, file: str, problems: Problems) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, fault.start) + 1 : fault.start].decode("utf-8", "replace")) + 1
        problems.add(
            "FILE-ENCODING",
            "From here on the file cannot be read: it is not saved as UTF-8.",
            Place(file, line, column),
            hint='Save it again with the encoding "UTF-8" (VS Code: click the encoding at the bottom right).',
        )
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_yaml(
    text: str, file: str, problems: Problems, *, first_line: int = 1, aliases: bool = False
) -> Document | None:
    """Parse YAML text that begins at ``first_line`` of a file (front matter begins at line 2).

    None, with at least one problem added, when it cannot be read. ``aliases`` allows & and *.
    """
    if _add_copied(text, file, problems, first_line) or not _is_safe_to_compose(text, file, problems, first_line):
        return None
    if not aliases and _add_aliases(text, file, problems, first_line):
        return None
    try:
        root = yaml.compose(text, Loader=_Loader)  # noqa: S506 - composing builds nodes, never objects
    except yaml.MarkedYAMLError as fault:
        add_syntax_problem(fault, text, file, problems, first_line)
        return None
    if root is None:
        root = yaml.MappingNode(_TAG + "map", [], yaml.Mark(file, 0, 0, 0, None, None), yaml.Mark(file, 0, 0, 0, None, None))
    document = Document(file, text, root, None, first_line)
    data = _Reader(document, problems).read(root)
    return Document(file, text, root, data, first_line)


def _add_copied(text: str, file: str, problems: Problems, first_line: int) -> bool:
    """Report characters and spaces that came in with copied text and that nobody sees; whether there are any."""
    kinds = (
        (_UNSEEN, "There is a character here that nobody can see."),
        (_ODD_SPACE, "The space here is not an ordinary one."),
    )
    found = [(odd, message) for pattern, message in kinds for odd in islice(pattern.finditer(text), _AT_MOST)]
    for odd, message in found:
        place = _place_at(text, odd.start("odd"), len(odd["odd"]), file, first_line)
        problems.add(
            "YAML-SYNTAX",
            message,
            place,
            hint="Delete it and type the spot again. It came in with copied text.",
            fix=Fix(place, "" if _WORDLESS.match(odd["odd"]) else " " * len(odd["odd"])),
        )
    return bool(found)


def _add_aliases(text: str, file: str, problems: Problems, first_line: int) -> bool:
    """Report every place that names something (&) or repeats it (*); whether there is one."""
    if not _NAMED.search(text):
        return False
    try:
        events = [event for event in yaml.parse(text, Loader=_Loader) if getattr(event, "anchor", None)]  # noqa: S506
    except yaml.YAMLError:
        return False  # composing meets the same fault, and words it
    aliases = [event for event in events if isinstance(event, yaml.AliasEvent)]
    repeated = {event.anchor for event in aliases}
    for event in events:
        name, mark = event.anchor, event.start_mark
        place = Place(file, mark.line + first_line, mark.column + 1, mark.column + 2 + len(name))
        if event in aliases:
            message = f"*{name} repeats what &{name} names; the manual does not read this."
            problems.add("YAML-ALIAS", message, place, hint=f"Write the value out here, and take &{name} out.")
        elif name not in repeated:
            hint = "Put double quotes around the whole value."
            problems.add("YAML-SYNTAX", "A value cannot begin with an ampersand (&).", place, hint=hint)
    return bool(events)


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
        if tag == _TAG + "str":
            return value
        if tag == _TAG + "null":
            return self._nothing(node)
        if tag == _TAG + "bool":
            return self._switch(node)
        if tag == _TAG + "int":
            return self._integer(node)
        if tag == _TAG + "float":
            return self._number(node)
        if tag == _TAG + "timestamp":
            return self._date(node)
        sign = f"The sign {value} alone" if tag.startswith(_TAG) else "An exclamation mark (!) before a value"
        self._add(
            node, "YAML-SYNTAX", f"{sign} has a meaning of its own in YAML.", "Put double quotes around the whole value."
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
        if re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", value) and len(value) < 16:
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


def walk(data: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value in plain data with its path, depth first."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(value, (*path, key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from walk(value, (*path, number))
