"""The end of a part that overflows its last page: it takes more along than a few lines, or all that is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coaching_manual.print.heights import lines_of

Block = Mapping[str, Any]
_ENOUGH, _MOST = 0.24, 0.6  # of a page
_WHOLE, _BEFORE = 0.9, 0.35
_TITLE = 4.0  # lines
_PAGES = frozenset({"turned", "leaf", "cards"})
_STICKY = frozenset({"asks", "bold", "caption", "label", "stays", "step__facts"})
_IN_TWO = frozenset({"list", "definitions"})


def with_end(blocks: Sequence[Block], width: float, lines: float) -> tuple[list[Block], int]:
    """The blocks of a part, and how many at the end are kept together, because they are enough for a last page.

    They fit a page with ease. Of a long list above them, the last entries come along; and a table as a whole, if enough
    is left for the page before.
    """
    room, found = 0.0, 0
    for count, block in enumerate(reversed(blocks), 1):
        before = room
        room += lines_of([block], width)
        if block["t"] in _IN_TWO and room > _MOST * lines and before < _ENOUGH * lines:
            at = len(blocks) - count
            return [*blocks[:at], *_in_two(block, width, _ENOUGH * lines - before), *blocks[at + 1 :]], count
        if block["t"] in _PAGES or (
            room > _MOST * lines and not _leaves_a_page(blocks[:-count], room, before, width, lines)
        ):
            break
        above = blocks[-count - 1] if count < len(blocks) else {"t": ""}
        if above["t"] != "h" and above.get("kind", "") not in _STICKY:
            found = count
            if room > _ENOUGH * lines:
                break
    return list(blocks), found


def _leaves_a_page(above: Sequence[Block], room: float, before: float, width: float, lines: float) -> bool:
    """Whether what is above a block fills a part of one page, if the block goes with a few lines below it."""
    few, fits = before < _ENOUGH * lines, room < _WHOLE * lines
    return few and fits and _BEFORE * lines < lines_of(above, width) + _TITLE < lines


def own_part(blocks: Sequence[Block], width: float, lines: float) -> int:
    """How many blocks at the end of a sheet people fill in themselves, under a heading of its own; 0 if there is none.

    They fit on a page, and leave enough for the page before.
    """
    found = 0
    for at, block in enumerate(blocks):
        if block["t"] != "h" and block.get("kind", "") != "label":
            continue
        above, below = blocks[:at], blocks[at:]
        fits = lines_of(below, width) < _WHOLE * lines and lines_of(above, width) > _BEFORE * lines
        if fits and _asks(below) and not any(one["t"] in _PAGES for one in below):
            found = len(below)
            if not _asks(above):
                break
    return found


def _asks(drawn: object) -> bool:
    """Whether something is filled in there."""
    if isinstance(drawn, Mapping):
        return drawn.get("t") == "field" or any(map(_asks, drawn.values()))
    return isinstance(drawn, (list, tuple)) and any(map(_asks, drawn))


def _in_two(block: Block, width: float, wanted: float) -> tuple[Block, Block]:
    """A list in two, of which the second has about the lines that are wanted."""
    items = block["items"]
    at = len(items) - 1
    while at > 1 and lines_of([{**block, "items": items[at:]}], width) < wanted:
        at -= 1
    return {**block, "items": items[:at]}, {**block, "items": items[at:], "start": block.get("start", 1) + at}
