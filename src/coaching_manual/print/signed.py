"""Lines that are signed: they stay with the name and the date beside them, and with what is signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from coaching_manual.print.heights import lines_of
from coaching_manual.print.together import MOST_OF_A_PAGE

Block = dict[str, Any]
_SOME_OF_A_PAGE = 0.5
_OF_THEIR_OWN = frozenset({"table", "cards", "leaf", "beside", "turned"})


def with_what_is_signed(blocks: Sequence[Block], width: float, lines: float) -> list[Block]:
    """The blocks of a page, of which a line that is signed is one with what belongs to it, as far as a page holds it.

    That is what stands under the same heading; if only such lines do, what was said last before the heading, too.
    """
    done = list(blocks)
    for (_, floor), (first, end) in reversed(list(pairwise([(0, 0), *_signed(blocks)]))):
        for begin, most in _begins(blocks, first):
            whole = done[begin:end]
            if floor <= begin < end - 1 and lines_of(whole, width) < most * lines:
                done[begin:end] = [{"t": "together", "c": whole}]
                break
    return done


def _begins(blocks: Sequence[Block], first: int) -> Iterator[tuple[int, float]]:
    """Where what belongs to some lines may begin, the best place first, and how much of a page that may take."""
    top = next((at for at in range(first - 1, -1, -1) if blocks[at]["t"] == "h"), first)
    if top == first - 1 and top > 0 and blocks[top - 1]["t"] not in _OF_THEIR_OWN:
        yield top - 1, _SOME_OF_A_PAGE
    if top > 0:
        yield top, MOST_OF_A_PAGE
    yield first, MOST_OF_A_PAGE


def _signed(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The places of lines to write on, one below the other, of which some are signed."""
    begin = 0
    for to_write, group in groupby(blocks, key=lambda block: any(map(_field_of, _lines_of(block)))):
        found = list(group)
        if to_write and any(_field_of(line).get("kind") == "sign" for block in found for line in _lines_of(block)):
            yield begin, begin + len(found)
        begin += len(found)


def _lines_of(block: Block) -> Sequence[Block]:
    return [one for one in (block["c"] if block["t"] == "together" else [block]) if one["t"] == "p"]


def _field_of(line: Block) -> Block:
    """The field that a line ends with, if it does."""
    last = line["c"][-1]
    return last if isinstance(last, dict) and last["t"] == "field" else {}
