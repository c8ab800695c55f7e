"""Cards to cut out: as many on a page as fit, and nothing on the back of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from coaching_manual.print.heights import lines_of

Block = dict[str, Any]
LEAF: Block = {"t": "leaf"}
"""Here a new leaf begins: the back of the one before stays empty."""
ACROSS = 2
_TITLE = 8.0  # lines of a page for the title, and for the square code beside it
_SPARE = 1.5  # lines of every other page
_AROUND = 1.8  # lines and ems that a card keeps free around its words
_NUMBER = 2.2  # ems that the number of a card takes
_HIGH = 9.0  # lines: cards are as high as the page allows, and no higher than this


def on_leaves(blocks: Sequence[Block], width: float, lines: float) -> list[Block]:
    """The blocks of a page; cards know how high they are, and what does not fit beside them begins on another leaf.

    ``width`` is that of a line in ems, and ``lines`` are those of a page.
    """
    if not any(block["t"] == "cards" for block in blocks):
        return list(blocks)
    done: list[Block] = []
    room = lines - _TITLE
    for number, block in enumerate(blocks):
        if block["t"] == "cards":
            after = lines_of(blocks[number + 1 :], width)
            taken = _AROUND + (_NUMBER if block["ordered"] else 0)
            done += _pages(block, width / ACROSS - taken, (room, lines - _SPARE), after)
            room = lines - _SPARE
        else:
            done.append(block)
            room -= lines_of([block], width)
    return done


def _pages(block: Block, width: float, rooms: tuple[float, float], after: float) -> Iterator[Block]:
    """The cards of each page, the first of which has less room, and the last of which holds what comes after."""
    items = block["items"]
    tallest = max((lines_of(item, width) for item in items), default=0) + _AROUND
    begin, (room, others) = 0, rooms
    while begin < len(items):
        rest = math.ceil((len(items) - begin) / ACROSS)
        fits = max(1, min(rest, int(room / tallest)))
        left = room - (after if fits == rest else 0)
        height = round(max(tallest, min(left / fits, _HIGH)), 1)
        yield {**block, "start": begin + 1, "items": items[begin : begin + fits * ACROSS], "height": height}
        begin += fits * ACROSS
        if begin < len(items) or (after and left < fits * tallest):
            yield LEAF
        room = others
