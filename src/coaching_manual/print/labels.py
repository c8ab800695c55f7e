"""Labels: bold lines that stand above something as headings do, and stay with it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from coaching_manual.print.heights import lines_of

Block = dict[str, Any]
_TWO_LINES = 2.0


def mark_labels(blocks: list[Block], width: float) -> list[Block]:
    """The same blocks; a line that is bold as a whole is a label of what comes after it."""
    for block, after in pairwise(blocks):
        if _is_bold_line(block, width) and not _is_bold_line(after, width):
            block.update(kind="label", near=after["t"] == "list")
    return blocks


def _is_bold_line(block: Block, width: float) -> bool:
    if block["t"] != "p" or block["kind"] not in {"", "label"}:
        return False
    bold = all(not isinstance(piece, str) and piece["t"] == "b" for piece in block["c"])
    return bold and lines_of([block], width) < _TWO_LINES
