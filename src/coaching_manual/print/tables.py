"""Tables for paper: rows, what heads them, widths, and room to write in empty cells."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coaching_manual.print.fields import Fields
from coaching_manual.print.heights import lines_of
from coaching_manual.print.tree import Node
from coaching_manual.print.widths import NEARER, TURNED, TURNED_LINES, Cell, is_cramped, least_widths, shares
from coaching_manual.print.writing import asks_for_a_sign, takes_a_sign, to_write_in
from coaching_manual.tables import name_of_row

Block = dict[str, Any]
_PADDING = 1.1  # em, both sides of a cell together
_TWO_LINES = 1.5
_SENTENCE = 30.0  # em, in handwriting
_MOST_IN_A_CELL, _MOST_IN_A_TABLE = 3, 14  # lines to write on
_CONTROLS = ("input", "select", "textarea")


@dataclass(frozen=True)
class _Row:
    nodes: tuple[Node, ...]
    heads: bool  # it stands at the top of the table, and heads its columns
    cells: tuple[Cell, ...] = ()


class Tables:
    """Turns tables into blocks; ``cell`` sets what is in a cell.

    ``room`` is the width of a line in ems, and how many lines a row may have before it may be split.
    """

    def __init__(
        self,
        cell: Callable[[Node], list[Block]],
        fields: Fields,
        room: tuple[float, float],
        *,
        narrow_heads: bool,
        large: bool,
    ) -> None:
        self._cell = cell
        self._narrow_heads = narrow_heads
        self._large = large
        self._fields = fields
        self._room, self._most = room
        self._shared: dict[int, Sequence[Sequence[Cell]]] = {}

    def look_at(self, tables: Sequence[Node]) -> None:
        """Tables of one page whose columns have the same headings get columns of the same widths.

        An example is as wide as it needs to be, and what is filled in below it is as wide as the example.
        """
        alike: dict[tuple[str, ...], list[Node]] = {}
        for node in tables:
            heads = next((row for row in _rows(node) if row.heads), None)
            if heads:
                alike.setdefault(tuple(cell.text() for cell in heads.nodes), []).append(node)
        for group in alike.values():
            if len(group) > 1:
                rows = _together([[row.cells for row in _measured(list(_rows(node)))] for node in group])
                self._shared.update((id(node), rows) for node in group)

    def blocks(self, node: Node) -> Iterator[Block]:
        """A table, after its caption if people see it."""
        caption = next((child for child in node.elements if child.tag == "caption"), None)
        name = caption.text() if caption else ""
        if caption and "caption-unseen" not in caption.classes and name:
            pieces = [piece for block in self._cell(caption) for piece in block.get("c", [])]
            yield {"t": "p", "kind": "caption", "c": pieces or [name]}
        rows = _measured(list(_rows(node)))
        if rows:
            yield self._table(rows, name, self._shared.get(id(node), [row.cells for row in rows]))

    def _table(self, rows: list[_Row], name: str, measured: Sequence[Sequence[Cell]]) -> Block:
        """``measured`` are the cells that its columns are as wide as: its own, or also those of tables like it."""
        count = max(sum(cell.span for cell in row.cells) for row in rows)
        wide = sum(least_widths(measured, count)) > self._room or (
            self._large and is_cramped(measured, count, self._room)
        )
        narrow = self._narrow_heads and all(row.nodes[0].tag == "th" for row in rows)
        widths = shares(measured, count, self._room * (TURNED if wide else 1), narrow_heads=narrow)
        columns = _heads(rows)
        most = _most_lines(rows)
        return {
            "t": "table",
            "name": name,
            "widths": widths,
            "wide": wide,
            "head": [self._row(row, widths, columns, most, turned=wide) for row in rows if row.heads],
            "body": [self._row(row, widths, columns, most, turned=wide) for row in rows if not row.heads],
        }

    def _row(
        self, row: _Row, widths: list[float], columns: Sequence[str], most: int, *, turned: bool
    ) -> dict[str, Any]:
        cells: list[dict[str, Any]] = []
        place, tallest = 0, 0.0
        names = [cell.text for cell in row.cells if cell.text]
        for node, cell in zip(row.nodes, row.cells, strict=True):
            span = cell.span
            width = sum(widths[place : place + span])
            blank = cell.blank and not any(True for _ in node.elements)
            lines = 1 if cell.sign else min(most, math.ceil(_SENTENCE / width))
            content = [self._blank(_asked(names, columns, place), cell, lines)] if blank else self._cell(node)
            if row.heads:  # it is drawn again on each page, and what is drawn again may not lead anywhere
                content = [_without_links(block) for block in content]
            cells.append(
                {
                    "c": content,
                    "heads": node.tag == "th",
                    "across": span,
                    "down": _span(node, "rowspan"),
                    "blank": blank,
                    "right": "to-right" in node.classes,
                }
            )
            place += span
            tallest = max(tallest, lines_of(content, max(width - _PADDING, 1)))
        # One cell that may not be split keeps its whole row together. A row of one line cannot be split, and is set
        # faster if nobody forbids it.
        splits = tallest < _TWO_LINES or tallest > self._most * (TURNED_LINES if turned else 1)
        for drawn in cells:  # what is written in is as high as its row
            for block in drawn["c"]:
                if block.get("cell") and tallest >= _TWO_LINES:
                    block["tall"] = math.floor(tallest * NEARER)
        return {"cells": [{**cell, "splits": splits} for cell in cells]}

    def _blank(self, asked: str, cell: Cell, lines: int) -> Block:
        """A cell to write in; what does not fit into its first line goes on below, but for a number or a letter."""
        return self._fields.add("text" if cell.sign else "area", asked, cell=True, lines=lines)


def _asked(names: Sequence[str], columns: Sequence[str], place: int) -> str:
    """What is asked for in a cell: its column tells it, and its row.

    >>> _asked(["1", "Facts to find out first"], ["Number", "Pile"], 1), _asked(["Office"], ["Where", "Who"], 1)
    ('Pile, 1: Facts to find out first', 'Who, Office')
    """
    column = columns[place] if place < len(columns) else ""
    return ", ".join(filter(None, (column, name_of_row(names))))


def without_fields(drawn: Any) -> Any:  # noqa: ANN401 - blocks, pieces and what is in them
    """The same with blanks to be written in with a pen only: what is drawn on several pages cannot be one field."""
    return _changed(drawn, lambda one: {**one, "url": ""} if one.get("t") == "field" else one)


def _without_links(drawn: Any) -> Any:  # noqa: ANN401
    return _changed(drawn, lambda one: {"t": "span", "c": one["c"]} if one.get("t") == "a" else one)


def _changed(drawn: Any, change: Callable[[Block], Block]) -> Any:  # noqa: ANN401
    if isinstance(drawn, list):
        return [_changed(one, change) for one in drawn]
    if not isinstance(drawn, dict):
        return drawn
    return change({key: _changed(value, change) for key, value in drawn.items()})


def _rows(node: Node) -> Iterator[_Row]:
    for part in node.elements:
        if part.tag == "tr":
            yield _Row(_cells(part), heads=False)
        elif part.tag in {"thead", "tbody", "tfoot"}:
            for row in part.elements:
                if row.tag == "tr" and _cells(row):
                    yield _Row(_cells(row), heads=part.tag == "thead")


def _cells(row: Node) -> tuple[Node, ...]:
    return tuple(cell for cell in row.elements if cell.tag in {"td", "th"})


def _most_lines(rows: Sequence[_Row]) -> int:
    """How many lines a cell to write in may have: a table of few rows leaves room for sentences."""
    count = sum(any(cell.blank and not cell.sign for cell in row.cells) for row in rows)
    return max(1, min(_MOST_IN_A_CELL, _MOST_IN_A_TABLE // max(count, 1)))


def _heads(rows: Sequence[_Row]) -> Sequence[str]:
    """What heads the columns of a table."""
    heads = next((row for row in rows if row.heads), None)
    return [cell.text() for cell in heads.nodes] if heads else []


def _measured(rows: Sequence[_Row]) -> list[_Row]:
    """Rows with the words of their cells, of which some are to be written in."""
    columns = _heads(rows)
    empty = [[not any(map(_is_filled, cell.children)) for cell in row.nodes] for row in rows if not row.heads]
    asked = iter(to_write_in(empty) if empty else ())
    return [
        replace(row, cells=tuple(map(_head_of, row.nodes) if row.heads else _cells_of(row, next(asked), columns)))
        for row in rows
    ]


def _together(tables: Sequence[Sequence[Sequence[Cell]]]) -> list[Sequence[Cell]]:
    """The rows of several tables; one that is filled shows where there is much to write, and where little."""
    rows = [row for table in tables for row in table]
    if all(any(cell.blank for row in table for cell in row) for table in tables):
        return rows
    return [[replace(cell, blank=cell.blank and cell.sign) for cell in row] for row in rows]


def _is_filled(child: Node | str) -> bool:
    return isinstance(child, Node) or bool(child.strip())


def _head_of(cell: Node) -> Cell:
    return Cell(cell.text(), span=_span(cell, "colspan"), head=True, bold=True)


def _cells_of(row: _Row, asked: Sequence[bool], columns: Sequence[str]) -> Iterator[Cell]:
    for place, (cell, asks) in enumerate(zip(row.nodes, asked, strict=True)):
        control = next(cell.find(*_CONTROLS), None)
        sign = place < len(columns) and asks_for_a_sign(columns[place])
        yield Cell(
            "" if control else cell.text(),
            blank=asks or control is not None,
            span=_span(cell, "colspan"),
            bold=cell.tag == "th",
            sign=sign or (control is not None and takes_a_sign(control.get("type"))),
        )


def _span(cell: Node, name: str) -> int:
    value = cell.get(name)
    return max(1, int(value)) if value.isdigit() else 1
