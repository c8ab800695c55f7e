"""What Typst draws: the tree of a page, turned into few kinds of blocks and pieces of text.

Everything that needs thought is decided here, so that the templates in macros/print/ hold looks and nothing else. A
block is a dictionary with its kind under ``t``; a piece of a line is a text, or such a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coaching_manual.print.cards import on_leaves
from coaching_manual.print.controls import TEXT_INPUTS, Controls
from coaching_manual.print.drawings import drawings
from coaching_manual.print.fields import Fields
from coaching_manual.print.heights import lines_of
from coaching_manual.print.labels import mark_labels
from coaching_manual.print.lines import Piece, begins_with_its_sign, breakable, trimmed, width_of_names, words_of
from coaching_manual.print.pieces import Pieces
from coaching_manual.print.signed import with_what_is_signed
from coaching_manual.print.tables import Tables, without_fields
from coaching_manual.print.titles import titles_within_sentences
from coaching_manual.print.together import (
    MOST_OF_A_PAGE,
    as_one,
    is_short_list,
    is_small_table,
    is_whole_part,
    kept_together,
    short_as_one,
    with_last_beside,
    with_last_two,
)
from coaching_manual.print.tree import Node

Block = dict[str, Any]

_SMALL = frozenset("small step__handouts handout__from session-when entry__also entry-language__name".split())
_PAIRED = frozenset("say write-or-not".split())  # what to do and what not to do, side by side
_FRAMED = frozenset("admonition card entry-language--es do dont note warning example".split())
_HEADING = re.compile(r"h[1-6]\Z")
_LAST_LEVEL = 6
_FRAME = 1.6  # em that a frame takes from a line


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
    large: bool = False  # a line holds few of its letters


class Setting:
    """Turns the tree of one page into blocks; ``link`` says where a link leads in this pack (nothing: nowhere).

    ``picture`` gives the name that a picture, named by its address on the page, has for the template, and ``title``
    what the page is called that a link leads to.
    """

    def __init__(
        self,
        place: Place,
        fields: Fields,
        link: Callable[[str], Mapping[str, str]],
        picture: Callable[[str], str] = lambda address: address,
        title: Callable[[str], str] = lambda _: "",
    ) -> None:
        self._place = place
        self._title = title
        self._controls = Controls(fields, place.name)
        self._pieces = Pieces(place.language, self._controls, link, picture)
        self._levels: dict[str, int] = {}
        self._named: dict[str, Node] = {}
        self._names = 0.0
        self._tables = Tables(
            self._cell,
            fields,
            (place.width, place.lines * place.tallest),
            narrow_heads=place.narrow_heads,
            large=place.large and not place.turned,
        )

    def page(self, tree: Node) -> list[Block]:
        """The blocks of a page. Its headings begin at the level of its place, and leave out none."""
        nodes = list(tree.walk())
        self._levels = _levels({node.tag for node in nodes}, self._place.level)
        self._named = {node.get("id"): node for node in nodes if node.get("id")}
        self._pieces.begin_page(titles_within_sentences(nodes, self._title))
        self._names = width_of_names([node.text() for node in nodes if node.tag == "dt"])  # the same on a whole page
        self._controls.look_at(nodes)
        self._tables.look_at([node for node in nodes if node.tag == "table"])
        blocks = with_what_is_signed(self._blocks(tree), self._place.width, self._place.lines)
        return on_leaves(blocks, self._place.width, self._place.lines)

    def _cell(self, node: Node) -> list[Block]:
        """What is in a cell. One that holds a control and nothing else is room to write in as a whole."""
        inner = [child for child in node.children if not isinstance(child, str) or child.strip()]
        control = inner[0] if len(inner) == 1 else None
        if isinstance(control, Node) and (control.tag == "select" or _is_text_input(control)):
            return [{**block, "cell": True} for block in self._controls.fields_of(control, in_cell=True)]
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
                self._controls.remember(child)
        end_line()
        return mark_labels(kept_together(found), self._place.width)

    def _paragraph(self, line: list[Node | str], kind: str = "") -> Iterator[Block]:
        """Text between blocks. A place to write on in it is a block of its own."""
        pieces: list[Piece] = []
        for child in line:
            if isinstance(child, Node) and "space" in child.classes:
                yield from self._text(pieces, kind or "asks")
                self._controls.remember(words_of(pieces))
                pieces = []
                yield self._controls.space(child)
            else:
                pieces.extend(self._pieces.of(child))
        yield from self._text(pieces, kind)

    def _text(self, pieces: list[Piece], kind: str) -> Iterator[Block]:
        line = self._controls.with_blanks(trimmed(pieces))
        if line:
            yield {"t": "p", "kind": kind or _kind_of_line(line), "c": line}

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
            yield from [{"t": "rule"}] if tag == "hr" else self._controls.fields_of(node)
        elif tag == "pre":
            yield {"t": "pre", "text": breakable("".join(_raw(node)).strip("\n"))}
        else:
            yield from self._group(node)

    def _table(self, node: Node) -> Iterator[Block]:
        """A table; a small one is never split over two pages."""
        for block in self._tables.blocks(node):
            if block["t"] == "table":
                most = MOST_OF_A_PAGE if "agenda" in node.classes else None
                block["whole"] = is_small_table(block, self._place.width, self._place.lines, most)
                block["head"] = block["head"] if block["whole"] else without_fields(block["head"])
            yield block

    def _group(self, node: Node) -> Iterator[Block]:
        """Blocks that belong together, or only stand in one element."""
        if node.tag in {"details", "fieldset"} or node.classes & _FRAMED:
            yield self._frame(node)
        elif "field" in node.classes and "field--table" not in node.classes:
            yield from as_one(self._blocks(node), self._place.width, self._place.lines)
        elif "step" in node.classes:
            yield from short_as_one(self._blocks(node), self._place.width, self._place.lines)
        elif "assess__levels" in node.classes:
            yield {"t": "beside", "c": [self._blocks(child) for child in node.elements], "end": []}
        elif node.classes & _PAIRED:
            yield {"t": "pair", "c": [self._blocks(child) for child in node.elements]}
        else:
            yield from self._blocks(node)

    def _frame(self, node: Node) -> Block:
        """A frame; one that leaves room on a page is never split over two."""
        legend = next(node.find("legend"), None)
        with self._controls.answering(legend.text() if legend else ""):
            blocks = with_last_beside(self._blocks(node))
        tall = lines_of(blocks, self._place.width - _FRAME)
        return {"t": "frame", "c": blocks, "whole": tall < MOST_OF_A_PAGE * self._place.lines}

    def _heading(self, node: Node) -> Block:
        self._controls.begin_section(node.text())
        block: Block = {"t": "h", "level": self._levels[node.tag], "c": self._pieces.line(node)}
        if node.get("id"):
            block["name"] = f"{self._place.name}--{node.get('id')}"
        return block

    def _list(self, node: Node) -> Iterator[Block]:
        items = [child for child in node.elements if child.tag == "li"]
        if "chips" in node.classes:
            yield {"t": "chips", "items": [self._pieces.line(item) for item in items]}
            return
        content = [self._blocks(item) for item in items]
        if "cut-cards" in node.classes:
            yield {"t": "cards", "ordered": node.tag == "ol", "items": content}
            return
        signed = all(map(begins_with_its_sign, content))
        for blocks in content if signed else ():
            blocks[0]["kind"] = "hangs"
        to_tick = [any("tick" in inner.classes for inner in item.find("span")) for item in items]
        start = node.get("start")
        block: Block = {
            "t": "list",
            "ordered": node.tag == "ol",
            "start": int(start) if start.isdigit() else 1,
            "bare": bool(items) and (all(to_tick) or signed),
            "items": [blocks for blocks in content if blocks],
        }
        yield {**block, "whole": is_short_list(block, self._place.width, self._place.lines)}

    def _definitions(self, node: Node) -> Iterator[Block]:
        """Names and what they mean; in HTML they may stand in groups."""
        items: list[dict[str, Any]] = []
        pairs = [part for child in node.elements for part in (child.elements if child.tag == "div" else (child,))]
        kinds = [
            child.get("class") for child in node.elements for _ in (child.elements if child.tag == "div" else (child,))
        ]
        for part, kind in zip(pairs, kinds, strict=True):
            if part.tag == "dt":
                items.append(
                    {"name": self._pieces.line(part), "c": [], "say": "--say" in kind, "lang": part.get("lang")}
                )
            elif items:
                items[-1]["c"].extend(self._blocks(part))
            self._controls.remember(part)
        if items:
            names = [words_of(item["name"]) for item in items]
            of_a_step = "step__parts" in node.classes
            width = width_of_names(names, parts=True) if of_a_step else self._names
            for item in items:
                item["whole"] = is_whole_part(item["c"], self._place.width - width, self._place.lines)
            block = {"t": "definitions", "items": items, "names": width}
            yield from [block] if of_a_step else with_last_two(block, self._place.width, self._place.lines)


def _kind_of(node: Node) -> str:
    """How a text between blocks is set."""
    classes = node.classes
    if "step__facts" in classes:
        return "step__facts"
    if classes & _SMALL:
        return "small"
    if "lead" in classes:
        return "lead"
    if "assess__choice" in classes:
        return "bold"
    if node.tag == "figcaption" or "assess__question" in classes:
        return "asks"
    return "bold" if node.tag in {"summary", "legend", "dt"} or "admonition-title" in classes else ""


def _is_text_input(node: Node) -> bool:
    return node.tag == "input" and node.get("type") in TEXT_INPUTS


def _levels(tags: Collection[str], top: int) -> dict[str, int]:
    """The level of each heading among the tags of a page, from ``top`` on, without a gap."""
    used = sorted(tag for tag in tags if _HEADING.match(tag))
    return {tag: min(_LAST_LEVEL, top + rank) for rank, tag in enumerate(used)}


def _kind_of_line(line: list[Piece]) -> str:
    """How a line is set because of what it begins with."""
    first = line[0]
    if isinstance(first, str):
        return ""
    if first["t"] == "field" and first["kind"] in {"check", "radio"}:
        return "hangs"
    return "marked" if len(line) == 1 and first["t"] == "mark" else ""


def _raw(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _raw(child)
