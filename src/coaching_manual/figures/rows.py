"""Putting names side by side, in as few rows as their longest word allows."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from coaching_manual.figures.letters import Type


def in_rows(names: Sequence[str], width: float, gap: float, type_: Type) -> list[Sequence[str]]:
    """Names in rows of equal cells, each ``gap`` units wider than any word; the last row may be shorter.

    >>> small = Type(size=10, leading=12)
    >>> in_rows(["one", "two", "three", "four"], 200, 8, small)
    [['one', 'two', 'three', 'four']]
    >>> in_rows(["one", "two", "three", "unbelievable"], 200, 8, small)
    [['one', 'two'], ['three', 'unbelievable']]
    """
    fitting = max(1, int(width / (type_.widest_word(names) + gap)))
    rows = ceil(len(names) / fitting)
    columns = ceil(len(names) / rows)
    return [names[start : start + columns] for start in range(0, len(names), columns)]
