"""About how many lines blocks take on paper, so that what belongs together is kept on one page if it fits there."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coaching_manual.print.widths import NEARER, em

_APART = 0.26  # between two blocks
_WRITTEN = 1.7  # a line to write on
_SIGNED = 0.9  # more than a line, for whoever signs there
_INDENT = 2.0  # em that a list takes from a line
_GUTTER = 0.8  # em between names and what they mean
_BETWEEN_HEADING = 1.2
_FRAME = 1.8
_LINE = 1.28  # em
_COLUMNS, _CHIP = 3, 1.5  # names side by side, of which some take two lines


def lines_of(blocks: Sequence[Mapping[str, Any]], width: float) -> float:
    """The lines of blocks in a column of some width (em). It errs on the side of too many."""
    return sum(_lines(block, width) + _APART for block in blocks)


def _lines(block: Mapping[str, Any], width: float) -> float:
    measure = _MEASURES.get(block["t"])
    if measure:
        return measure(block, width)
    return lines_of(block["c"], width - _FRAME) + _FRAME if "c" in block else 1.0


def _of_text(block: Mapping[str, Any], width: float) -> float:
    lines = math.ceil(em(_words(block["c"])) * NEARER / width)
    signed = any(not isinstance(piece, str) and piece.get("kind") == "sign" for piece in block["c"])
    return lines + (_BETWEEN_HEADING if block["t"] == "h" else 0) + (_SIGNED if signed else 0)


def _of_list(block: Mapping[str, Any], width: float) -> float:
    return sum(lines_of(item, width - _INDENT) - _APART for item in block["items"])


def _of_definitions(block: Mapping[str, Any], width: float) -> float:
    return sum(max(1.0, lines_of(item["c"], width - block["names"] - _GUTTER)) for item in block["items"])


def _of_table(block: Mapping[str, Any], _: float) -> float:
    return sum(_row(row, block["widths"]) for row in (*block["head"], *block["body"]))


def _of_pair(block: Mapping[str, Any], width: float) -> float:
    return max(lines_of(side, width / 2 - _FRAME) for side in block["c"]) + _FRAME


def _of_beside(block: Mapping[str, Any], width: float) -> float:
    tall = [lines_of(side, (width - _INDENT) / 2) + 1 for side in block["c"]]
    return sum(max(tall[at : at + 2]) for at in range(0, len(tall), 2)) + lines_of(block["end"], width)


def _of_drawing(block: Mapping[str, Any], width: float) -> float:
    _, _, across, down = map(float, block["box"].split())
    return width * down / across / _LINE


_MEASURES: Mapping[str, Callable[[Mapping[str, Any], float], float]] = {
    "p": _of_text,
    "h": _of_text,
    "list": _of_list,
    "cards": lambda block, width: len(block["items"]) * max(lines_of(item, width / 2) for item in block["items"]) / 2,
    "leaf": lambda *_: 0.0,
    "chips": lambda block, _: math.ceil(len(block["items"]) / _COLUMNS) * _CHIP + 1.0,
    "definitions": _of_definitions,
    "field": lambda block, _: _WRITTEN * block.get("lines", 1),
    "table": _of_table,
    "pre": lambda block, _: block["text"].count("\n") + 1.0,
    "pair": _of_pair,
    "beside": _of_beside,
    "drawing": _of_drawing,
}


def _row(row: Mapping[str, Any], widths: Sequence[float]) -> float:
    tallest, place = 1.0, 0
    for cell in row["cells"]:
        width = sum(widths[place : place + cell["across"]])
        tallest = max(tallest, lines_of(cell["c"], max(width - 1, 1)))
        place += cell["across"]
    return tallest + _APART


def _words(pieces: Sequence[Any]) -> str:
    return "".join(piece if isinstance(piece, str) else _words(piece.get("c", ())) for piece in pieces)
