"""What asks on a page, and what is filled in there: controls of forms, boxes to tick, lines and blanks to write on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from coaching_manual.print.fields import Fields
from coaching_manual.print.lines import Piece, words_of
from coaching_manual.print.tree import Node
from coaching_manual.print.writing import takes_a_sign

Block = dict[str, Any]
TEXT_INPUTS = frozenset("text email tel number date time url month week".split()) | {""}
"""The types of controls in which text is typed."""
_BLANK = re.compile(r"_{3,}")
_FOR_A_SIGN, _FOR_A_NUMBER = 4, 7  # underscores
_A_SIGN, _A_NUMBER, _A_NAME = 3, 5, 11  # em
_LEFT_OUT = "…"
_SENTENCE_END = re.compile(r"[.?!]\s")
_END = 2  # so few letters after a blank end a sentence or a bracket
_SHORT_ANSWER = 16  # letters: such an answer says nothing without its question


class Controls:
    """The controls of a page, which are told by their labels, or by what stands above them."""

    def __init__(self, fields: Fields, name: str) -> None:
        self._fields = fields
        self._name = name
        self._labels: dict[str, str] = {}
        self._ticks: dict[int, str] = {}
        self._above: list[Node | str] = []
        self._question = ""

    def look_at(self, nodes: Sequence[Node]) -> None:
        """Find the labels of a page among all that is on it."""
        self._fields.begin_page()
        self._labels = {node.get("for"): node.text() for node in nodes if node.tag == "label" and node.get("for")}
        entries = (node for node in nodes if "to-tick" in node.classes)
        self._ticks = {id(box): entry.text() for entry in entries for box in entry.find("span")}

    def remember(self, above: Node | str) -> None:
        """What stands above a place to write on says what is written there."""
        if isinstance(above, str) or above.tag not in {"table", "figure"}:
            self._above.append(above)

    @contextmanager
    def answering(self, question: str) -> Iterator[None]:
        """While a question is asked, all choices answer it."""
        before, self._question = self._question, question or self._question
        if question:
            self._fields.begin_section(question)
        yield
        self._question = before

    def begin_section(self, title: str) -> None:
        """What follows stands under a heading."""
        self._fields.begin_section(title)

    def fields_of(self, node: Node, *, in_cell: bool = False) -> Iterator[Block]:
        """The field of a control, if it has one on paper. In a cell, text may go on below its first line."""
        label = self._labels.get(node.get("id")) or node.get("aria-label") or node.get("title") or self._asked
        kind = node.get("type") if node.tag == "input" else node.tag
        if kind == "radio":
            group = f"{self._name}-{node.get('name')}"
            option, row = node.get("value"), label.removeprefix(f"{node.get('value')}, ")
            if self._question or row == label:
                yield self._fields.add_radio(label, group, self._question or label)
            else:  # in a table, its label is made of its column and its row
                yield self._fields.add_radio(option, group, row)
        elif kind == "checkbox":
            asked = f"{self._question}: {label}" if self._question else label
            yield self._fields.add("check", asked, unseen=label)
        elif node.tag == "textarea":
            rows = node.get("rows")
            yield self._fields.add("area", label, lines=int(rows) if rows.isdigit() else 4)
        elif node.tag == "select":
            choices = [option.text() for option in node.find("option")]
            yield self._fields.add("choice", label, choices=choices)
        elif kind in TEXT_INPUTS:
            yield self._fields.add("area" if in_cell and not takes_a_sign(kind) else "text", label)

    def tick(self, node: Node) -> Block:
        """A box to tick: the words behind it say what for."""
        words = self._ticks.get(id(node)) or self._asked
        if len(words) <= _SHORT_ANSWER and self._asked != words:
            asked = self._asked.rstrip(" :")
            words = f"{asked} {words}" if asked.endswith("?") else f"{asked}: {words}"
        return self._fields.add("check", words, unseen=node.text(unseen=True).strip(" :"))

    def space(self, node: Node) -> Block:
        """A place to write on."""
        count = sum("space__line" in inner.classes for inner in node.find("span"))
        box = "space--box" in node.classes
        unseen = node.text(unseen=True)
        return self._fields.add("area", self._asked or unseen, lines=count, box=box, unseen=unseen)

    def with_blanks(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces of a line; where it is written with underscores that something is missing, it can be written.

        The last blank of a line goes to its end.
        """
        if "___" not in words_of(pieces):
            return pieces
        said: list[str] = []
        blanks: list[tuple[Block, int]] = []
        filled = list(self._filled(pieces, said, blanks))
        last, before = blanks[-1]
        if len("".join(said[before:]).strip()) <= _END:
            last["last"] = True
        return filled

    def _filled(self, pieces: list[Piece], said: list[str], blanks: list[tuple[Block, int]]) -> Iterator[Piece]:
        """``said`` are the words so far, and ``blanks`` the blanks with the number of words before each."""
        for piece in pieces:
            if not isinstance(piece, str):
                yield {**piece, "c": list(self._filled(piece["c"], said, blanks))} if "c" in piece else piece
                continue
            at = 0
            for found in _BLANK.finditer(piece):
                said.append(piece[at : found.start()])
                yield piece[at : found.start()]
                label = _last_of("".join(said)) or self._asked
                said.append(_LEFT_OUT)
                blank = self._fields.add("text", label, blank=_room_for(found[0]), last=False)
                blanks.append((blank, len(said)))
                yield blank
                at = found.end()
            said.append(piece[at:])
            yield piece[at:]

    @property
    def _asked(self) -> str:
        """What stands above; what has no words asks for nothing."""
        texts = (above if isinstance(above, str) else above.text() for above in reversed(self._above))
        return next(filter(None, texts), "")


def _last_of(said: str) -> str:
    """What is said right before a blank; if that is next to nothing, all that is said before.

    >>> _last_of("We meet for the last time on …. The reason is "), _last_of("Case …, ")
    ('The reason is', 'Case …,')
    """
    last = _SENTENCE_END.split(said.rpartition(_LEFT_OUT)[2])[-1].strip()
    return last if len(last) > _END else said.strip()


def _room_for(underscores: str) -> int:
    """How wide a blank is, in ems."""
    count = len(underscores)
    return _A_SIGN if count <= _FOR_A_SIGN else _A_NUMBER if count <= _FOR_A_NUMBER else _A_NAME
