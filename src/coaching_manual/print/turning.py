"""Tables that are too wide for a page: they lie on turned pages, with what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from coaching_manual.print.heights import lines_of

Block = dict[str, Any]
_LITTLE = 0.35  # of a page: less than this gets no upright page of its own


def turned(blocks: list[Block], width: float, lines: float) -> tuple[list[Block], bool]:
    """The blocks of a part, with those on turned pages in groups; and whether the whole part is turned.

    ``width`` is that of an upright line in ems, and ``lines`` are those of an upright page. What would leave an
    upright page nearly empty is turned too.
    """
    on_its_side = _with_what_belongs(blocks, width, lines)
    runs = [(side, [block for block, _ in run]) for side, run in groupby(zip(blocks, on_its_side, strict=True), _side)]
    if len(runs) == 1:
        return blocks, runs[0][0]
    wide = [side or lines_of(run, width) < _LITTLE * lines for side, run in runs]
    if wide[0]:
        return blocks, True
    done: list[Block] = []
    for side, group in groupby(zip(runs, wide, strict=True), lambda one: one[1]):
        inside = [block for (_, run), _ in group for block in run]
        done += [{"t": "turned", "c": inside}] if side else inside
    return done, False


def _side(one: tuple[Block, bool]) -> bool:
    return one[1]


def _with_what_belongs(blocks: Sequence[Block], width: float, lines: float) -> list[bool]:
    """Which blocks are wide tables, or belong to one: the headings above it, or else the sentence above it."""
    found = [False] * len(blocks)
    for number, block in enumerate(blocks):
        if block["t"] == "table" and block["wide"]:
            begin = _begin(blocks[:number], width, lines)
            found[begin : number + 1] = [True] * (number + 1 - begin)
    return found


def _begin(above: Sequence[Block], width: float, lines: float) -> int:
    at, room = len(above), _LITTLE * lines
    while at and above[at - 1]["t"] == "p" and (room := room - lines_of([above[at - 1]], width)) > 0:
        at -= 1
    if not at or above[at - 1]["t"] != "h":
        return len(above) - (1 if above and above[-1]["t"] == "p" else 0)
    while at and above[at - 1]["t"] == "h":
        at -= 1
    return at
