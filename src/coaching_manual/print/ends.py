"""The end of a part that overflows its last page: it takes more along than a few lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coaching_manual.print.heights import lines_of

Block = Mapping[str, Any]
_ENOUGH, _MOST = 0.24, 0.6  # of a page
_PAGES = frozenset({"turned", "leaf", "cards"})
_STICKY = frozenset({"asks", "bold", "caption", "label", "step__facts"})
_IN_TWO = frozenset({"list", "definitions"})


def with_end(blocks: Sequence[Block], width: float, lines: float) -> tuple[list[Block], int]:
    """The blocks of a part, and how many at the end are kept together, because they are enough for a last page.

    They fit a page with ease. Of a long list above them, the last entries come along.
    """
    room, found = 0.0, 0
    for count, block in enumerate(reversed(blocks), 1):
        before = room
        room += lines_of([block], width)
        if block["t"] in _IN_TWO and room > _MOST * lines and before < _ENOUGH * lines:
            at = len(blocks) - count
            return [*blocks[:at], *_in_two(block, width, _ENOUGH * lines - before), *blocks[at + 1 :]], count
        if block["t"] in _PAGES or room > _MOST * lines:
            break
        above = blocks[-count - 1] if count < len(blocks) else {"t": ""}
        if above["t"] != "h" and above.get("kind", "") not in _STICKY:
            found = count
            if room > _ENOUGH * lines:
                break
    return list(blocks), found


def _in_two(block: Block, width: float, wanted: float) -> tuple[Block, Block]:
    """A list in two, of which the second has about the lines that are wanted."""
    items = block["items"]
    at = len(items) - 1
    while at > 1 and lines_of([{**block, "items": items[at:]}], width) < wanted:
        at -= 1
    return {**block, "items": items[:at]}, {**block, "items": items[at:], "start": block.get("start", 1) + at}
