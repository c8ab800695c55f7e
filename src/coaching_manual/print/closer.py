"""How much room a part leaves when its letters get smaller, too (see macros/print/pack.typ), before it is set again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coaching_manual.print.heights import lines_of

Block = Mapping[str, Any]
_LINES = 0.15  # of the lines of a text
_PARAGRAPH, _ENTRY, _HEADING, _ROW, _SPARE_LINE = 0.2, 0.1, 0.6, 0.1, 1.7  # lines
_MARGINS = 0.05  # of a page
_SURE = 0.97  # of what seems to be saved


def can_save(part: Block, wanted: float, pages: int) -> bool:
    """Whether a part, set closer, leaves as much of a page as is ``wanted``; ``pages`` are those that it then fills."""
    width, lines = part["room"]
    saved: float = _saved(part["c"], width) / lines
    return wanted <= (saved + _MARGINS * pages) * _SURE


def _saved(blocks: Sequence[Block], width: float) -> float:
    """The lines that blocks take less."""
    return sum(_saved_of(block, width) for block in blocks)


def _saved_of(block: Block, width: float) -> float:
    kind = block["t"]
    if kind in {"p", "h"}:
        return lines_of([block], width) * _LINES + (_HEADING if kind == "h" else _PARAGRAPH)
    if kind == "table":
        return _ROW * len(block["head"]) + sum(_ROW + _SPARE_LINE * _spare_lines(row) for row in block["body"])
    if kind == "list":
        return sum(_saved(item, width) + _ENTRY - _PARAGRAPH for item in block["items"])
    if kind == "definitions":
        return sum(_saved(item["c"], width - block["names"]) for item in block["items"])
    if kind in {"pair", "beside"}:
        return sum(_saved(side, width / 2) for side in block["c"]) / 2
    return _saved(block["c"], width) if "c" in block else 0.0


def _spare_lines(row: Block) -> int:
    """The lines to write on in a row that are left out, because one must do."""
    fields = (field for cell in row["cells"] for field in cell["c"] if field["t"] == "field" and field.get("cell"))
    return max((field.get("lines", 1) - 1 for field in fields), default=0)
