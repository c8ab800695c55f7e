"""What Typst draws: the tree of a page, turned into few kinds of blocks and pieces of text.

Everything that needs thought is decided here, so that the templates in macros/print/ hold looks and nothing else. A
block is a dictionary with its kind under ``t``; a piece of a line is a text, or such a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from coaching_manual.print.cards import on_leaves
from coaching_manual.print.drawings import drawings
from coaching_manual.print.fields import Fields
from coaching_manual.print.heights import lines_of
from coaching_manual.print.labels import keep_short_lists_whole, mark_labels
from coaching_manual.print.tables import Tables
from coaching_manual.print.tree import Node

Block = dict[str, Any]
Piece = str | dict[str, Any]

_STYLES = {"strong": "b", "b": "b", "em": "i", "i": "i", "code": "code", "kbd": "code", "sup": "sup", "sub": "sub"}
_SMALL = frozenset("small step__handouts handout__from session-when entry__also entry-language__name".split())
_PAIRED = frozenset("say write-or-not".split())  # what to do and what not to do, side by side
_FRAMED = frozenset("admonition card entry-language--es do dont note warning example".split())
_MARKED = {
    "matrix__question": "aside",
    "field__options": "aside",
    "small": "i",
    "tag": "mark",
    "to-confirm__label": "mark",
}
"""What sets a piece of a line apart from the words before it."""
_HEADING = re.compile(r"h[1-6]\Z")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_LONG_WORD = re.compile(r"[^\s\u200b]{26,}")
_JOINT = re.compile(r"(?<=[/.@_=&?#])(?=\w)|(?<=[a-z0-9])-(?=\w)")
_LETTERS_OF_A_LINE = re.compile(r"[^\s\u200b]{24}(?=[^\s\u200b]{2})")
_LAST_LEVEL = 6
_FRAME = 1.6  # em that a frame takes from a line
_MOST_OF_A_PAGE = 0.85
_SMALL_TABLE = 0.33
_SENTENCES = 3
_TEXT_INPUTS = frozenset("text email tel number date time url month week".split()) | {""}


@dataclass(frozen=True)
class Place:
    """Where a page goes in a pack: its name for links, and how deep its title stands in the contents."""

    name: str
    level: int = 1
    language: str = "en"
    width: float = 49.0  # of a line, in ems
    lines: float = 44.0  # of a page
    narrow_heads: bool = False  # what heads the rows of tables takes as little room as it can
    turned: bool = False  # all its pages are landscape
    on_paper: bool = True
    tallest: float = 1.0  # of a page: a row that may be higher than this may be split


class Setting:
    """Turns the tree of one page into blocks; ``link`` says where a link leads in this pack (nothing: nowhere).

    ``picture`` gives the name that a picture, named by its address on the page, has for the template.
    """

    def __init__(
        self,
        place: Place,
        fields: Fields,
        link: Callable[[str], Mapping[str, str]],
        picture: Callable[[str], str] = lambda address: address,
    ) -> None:
        self._place = place
        self._picture = picture
        self._fields = fields
        self._link = link
        self._levels: dict[str, int] = {}
        self._labels: dict[str, str] = {}
        self._named: dict[str, Node] = {}
        self._above: list[Node | str] = []
        self._question = ""
        self._tables = Tables(
            self._cell, fields, (place.width, place.lines * place.tallest), narrow_heads=place.narrow_heads
        )

    def page(self, tree: Node) -> list[Block]:
        """The blocks of a page. Its headings begin at the level of its place, and leave out none."""
        nodes = list(tree.walk())
        self._levels = _levels({node.tag for node in nodes}, self._place.level)
        self._named = {node.get("id"): node for node in nodes if node.get("id")}
        self._labels = {node.get("for"): node.text() for node in nodes if node.tag == "label" and node.get("for")}
        self._tables.look_at([node for node in nodes if node.tag == "table"])
        blocks = self._blocks(tree)
        keep_short_lists_whole(blocks, self._place.width, self._place.lines)
        return on_leaves(blocks, self._place.width, self._place.lines)

    def _cell(self, node: Node) -> list[Block]:
        """What is in a cell. One that holds a control and nothing else is room to write in as a whole."""
        inner = [child for child in node.children if not isinstance(child, str) or child.strip()]
        control = inner[0] if len(inner) == 1 else None
        if isinstance(control, Node) and (control.tag == "select" or _is_text_input(control)):
            return [{**block, "cell": True} for block in self._fields_of(control)]
        return self._blocks(node)

    def _blocks(self, node: Node) -> list[Block]:
        found: list[Block] = []
        line: list[Node | str] = []

        def end_line() -> None:
            found.extend(self._paragraph(line))
            line.clear()

        for child in node.children:
            if isinstance(child, str) or not child.is_block:
                line.append(child)
            else:
                end_line()
                found.extend(self._block(child))
                self._remember(child)
        end_line()
        return mark_labels(_kept_together(found), self._place.width)

    def _remember(self, node: Node) -> None:
        """What stands above a place to write on says what is written there."""
        if node.tag not in {"table", "figure"}:
            self._above.append(node)

    def _paragraph(self, line: list[Node | str], kind: str = "") -> Iterator[Block]:
        """Text between blocks. A place to write on in it is a block of its own."""
        pieces: list[Piece] = []
        for child in line:
            if isinstance(child, Node) and "space" in child.classes:
                yield from _text_block(pieces, kind or "asks")
                self._above.append(_words(pieces))
                pieces = []
                yield self._space(child)
            else:
                pieces.extend(self._pieces(child))
        yield from _text_block(pieces, kind)

    def _block(self, node: Node) -> Iterator[Block]:
        language = node.get("lang")
        blocks = list(self._plain_block(node))
        if language and language != self._place.language and blocks:
            yield {"t": "lang", "lang": language, "c": blocks}
        else:
            yield from blocks

    def _plain_block(self, node: Node) -> Iterator[Block]:
        tag = node.tag
        if _HEADING.match(tag):
            yield self._heading(node)
        elif tag in {"p", "summary", "legend", "figcaption", "dt"} or (tag == "li"):
            kind = _kind_of(node)
            yield from self._paragraph(node.children, kind) if not node.holds_blocks else self._blocks(node)
        elif tag in {"ul", "ol"}:
            yield from self._list(node)
        elif tag == "dl":
            yield from self._definitions(node)
        elif tag in {"table", "svg"}:
            yield from self._table(node) if tag == "table" else drawings(node, self._named)
        elif tag == "blockquote":
            yield {"t": "quote", "c": self._blocks(node)}
        elif tag in {"hr", "textarea"}:  # a place to write as wide as the text stands in no line
            yield from [{"t": "rule"}] if tag == "hr" else self._fields_of(node)
        elif tag == "pre":
            yield {"t": "pre", "text": _breakable("".join(_raw(node)).strip("\n"))}
        else:
            yield from self._group(node)

    def _table(self, node: Node) -> Iterator[Block]:
        """A table; a small one is never split over two pages."""
        for block in self._tables.blocks(node):
            if block["t"] == "table":
                block["whole"] = lines_of([block], self._place.width) < _SMALL_TABLE * self._place.lines
            yield block

    def _group(self, node: Node) -> Iterator[Block]:
        """Blocks that belong together, or only stand in one element."""
        if node.tag in {"details", "fieldset"} or node.classes & _FRAMED:
            yield self._frame(node)
        elif "assess__levels" in node.classes:
            yield {"t": "beside", "c": [self._blocks(child) for child in node.elements]}
        elif node.classes & _PAIRED:
            yield {"t": "pair", "c": [self._blocks(child) for child in node.elements]}
        else:
            yield from self._blocks(node)

    def _frame(self, node: Node) -> Block:
        """A frame; one that leaves room on a page is never split over two."""
        legend = next(node.find("legend"), None)
        self._question = legend.text() if legend else self._question
        blocks = self._blocks(node)
        tall = lines_of(blocks, self._place.width - _FRAME)
        return {"t": "frame", "c": blocks, "whole": tall < _MOST_OF_A_PAGE * self._place.lines}

    def _heading(self, node: Node) -> Block:
        block: Block = {"t": "h", "level": self._levels[node.tag], "c": self._line(node)}
        if node.get("id"):
            block["name"] = f"{self._place.name}--{node.get('id')}"
        return block

    def _list(self, node: Node) -> Iterator[Block]:
        items = [child for child in node.elements if child.tag == "li"]
        if "chips" in node.classes:
            yield {"t": "chips", "items": [self._line(item) for item in items]}
            return
        content = [self._blocks(item) for item in items]
        if "cut-cards" in node.classes:
            yield {"t": "cards", "ordered": node.tag == "ol", "items": content}
            return
        to_tick = [any("tick" in inner.classes for inner in item.find("span")) for item in items]
        start = node.get("start")
        yield {
            "t": "list",
            "ordered": node.tag == "ol",
            "start": int(start) if start.isdigit() else 1,
            "bare": bool(items) and all(to_tick),
            "items": [blocks for blocks in content if blocks],
        }

    def _definitions(self, node: Node) -> Iterator[Block]:
        """Names and what they mean; in HTML they may stand in groups."""
        items: list[dict[str, Any]] = []
        pairs = [part for child in node.elements for part in (child.elements if child.tag == "div" else (child,))]
        kinds = [
            child.get("class") for child in node.elements for _ in (child.elements if child.tag == "div" else (child,))
        ]
        for part, kind in zip(pairs, kinds, strict=True):
            if part.tag == "dt":
                items.append({"name": self._line(part), "c": [], "say": "--say" in kind, "lang": part.get("lang")})
            elif items:
                items[-1]["c"].extend(self._blocks(part))
            self._remember(part)
        if items:
            yield {"t": "definitions", "items": items, "parts": "step__parts" in node.classes}

    @property
    def _asked(self) -> str:
        """What stands above; what has no words asks for nothing."""
        texts = (above if isinstance(above, str) else above.text() for above in reversed(self._above))
        return next(filter(None, texts), "")

    # pieces of a line

    def _line(self, node: Node) -> list[Piece]:
        return _trimmed([piece for child in node.children for piece in self._pieces(child)])

    def _pieces(self, child: Node | str) -> Iterator[Piece]:
        if isinstance(child, str):
            yield _breakable(_WHITE.sub(" ", child))
            return
        language = child.get("lang")
        pieces = list(self._plain_pieces(child))
        if language and language != self._place.language and pieces:
            yield {"t": "lang", "lang": language, "c": pieces}
        else:
            yield from pieces

    def _plain_pieces(self, node: Node) -> Iterator[Piece]:
        tag = node.tag
        inner = [piece for child in node.children for piece in self._pieces(child)]
        if "unseen" in node.classes or tag == "svg":
            return
        if "tick" in node.classes:
            yield self._fields.add("check", self._asked, unseen=node.text(unseen=True).strip(" :"))
        elif tag == "br":
            yield {"t": "br"}
        elif tag == "img":
            yield {"t": "image", "path": self._picture(node.get("src")), "alt": node.get("alt")}
        elif tag in {"input", "textarea", "select"}:
            yield from self._control(node)
        elif tag in _STYLES:
            yield {"t": _STYLES[tag], "c": inner}
        elif node.classes & _MARKED.keys():
            yield {"t": next(kind for name, kind in _MARKED.items() if name in node.classes), "c": inner}
        elif tag == "a" and (target := self._link(node.get("href"))):
            yield {"t": "a", **target, "c": inner}
        else:
            yield from inner

    def _fields_of(self, node: Node) -> Iterator[Block]:
        yield from (piece for piece in self._control(node) if isinstance(piece, dict))

    def _control(self, node: Node) -> Iterator[Piece]:
        label = self._labels.get(node.get("id")) or node.get("aria-label") or node.get("title") or self._asked
        kind = node.get("type") if node.tag == "input" else node.tag
        if kind == "radio":
            group = f"{self._place.name}-{node.get('name')}"
            yield self._fields.add_radio(label, group, self._question or label)
        elif kind == "checkbox":
            yield self._fields.add("check", label, unseen=label)
        elif node.tag == "textarea":
            rows = node.get("rows")
            yield self._fields.add("area", label, lines=int(rows) if rows.isdigit() else 4)
        elif node.tag == "select":
            choices = [option.text() for option in node.find("option")]
            yield self._fields.add("choice", label, choices=choices)
        elif kind in _TEXT_INPUTS:
            yield self._fields.add("text", label)

    def _space(self, node: Node) -> Block:
        """A place to write on."""
        count = sum("space__line" in inner.classes for inner in node.find("span"))
        box = "space--box" in node.classes
        unseen = node.text(unseen=True)
        return self._fields.add("area", self._asked or unseen, lines=count, box=box, unseen=unseen)


def _kind_of(node: Node) -> str:
    """How a text between blocks is set."""
    classes = node.classes
    if "step__facts" in classes:
        return "step__facts"
    if classes & _SMALL:
        return "small"
    if "lead" in classes:
        return "lead"
    if node.tag == "figcaption" or "assess__question" in classes:
        return "asks"
    return "bold" if node.tag in {"summary", "legend", "dt"} or "admonition-title" in classes else ""


def _is_text_input(node: Node) -> bool:
    return node.tag == "input" and node.get("type") in _TEXT_INPUTS


def _levels(tags: Collection[str], top: int) -> dict[str, int]:
    """The level of each heading among the tags of a page, from ``top`` on, without a gap."""
    used = sorted(tag for tag in tags if _HEADING.match(tag))
    return {tag: min(_LAST_LEVEL, top + rank) for rank, tag in enumerate(used)}


def _text_block(pieces: list[Piece], kind: str) -> Iterator[Block]:
    trimmed = _trimmed(pieces)
    if trimmed:
        marked = len(trimmed) == 1 and isinstance(trimmed[0], dict) and trimmed[0]["t"] == "mark"
        yield {"t": "p", "kind": kind or ("marked" if marked else ""), "c": trimmed}


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Pieces without the white space at both ends of the line, and without double spaces."""
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            after_space = not kept or (isinstance(kept[-1], str) and kept[-1].endswith(" "))
            text = piece.lstrip(" ") if after_space else piece
            if text:
                kept.append(text)
        else:
            kept.append(piece)
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
        if not kept[-1]:
            kept.pop()
    return kept


def _kept_together(blocks: list[Block]) -> list[Block]:
    """What asks for something stays with the place for the answer: a sentence, or the last entry of a list."""
    done: list[Block] = []
    for block in blocks:
        before: Block = done[-1] if done else {"t": ""}
        if block["t"] in {"field", "chips"} and before["t"] == "p" and before["kind"] in {"", "label"}:
            before["kind"] = "asks"
        elif block["t"] == "table":
            _stay_with_table(done)
        if block["t"] == "field" and before["t"] == "list" and before["items"]:
            *items, last = done.pop()["items"]
            if items:
                done.append({**before, "items": items})
            rest = {**before, "items": [last], "start": before["start"] + len(items)}
            done.append({"t": "together", "c": [rest, block]})
        else:
            done.append(block)
    return done


def _stay_with_table(above: list[Block]) -> None:
    """A sentence or two between a heading and a table stay with both."""
    texts = list(takewhile(lambda block: block["t"] == "p", reversed(above)))
    if len(texts) <= _SENTENCES and len(texts) < len(above) and above[-len(texts) - 1]["t"] == "h":
        for block in texts:
            block["kind"] = block["kind"] or "asks"


def _words(pieces: list[Piece]) -> str:
    found = (piece if isinstance(piece, str) else _words(piece.get("c", [])) for piece in pieces)
    return " ".join("".join(found).split())


def _raw(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _raw(child)


def _breakable(text: str) -> str:
    """Words that are longer than any line get places where they may be broken.

    >>> _breakable("https://example.org/a-long-address/of-a-page").replace("\u200b", "|")
    'https://|example.|org/|a-|long-|address/|of-|a-|page'
    """

    def broken(word: re.Match[str]) -> str:
        joints = _JOINT.sub(lambda joint: f"{joint[0]}\u200b", word[0])
        return _LETTERS_OF_A_LINE.sub(lambda part: f"{part[0]}\u200b", joints)

    return _LONG_WORD.sub(broken, text)
