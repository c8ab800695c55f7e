"""How wide the columns of a table must be, so that no word is cut and every row has room.

Typst could choose widths itself, but gives empty columns, which are meant to be written in, no room. An estimate of
the widths of letters is enough: it is used for shares of a line, and errs on the wide side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

_NARROW = frozenset("iljtfrI.,:;'!|()[]- ")
_WIDE = frozenset("mwMW@%—")
_PADDING = 1.1  # em, both sides of a cell together
_ROOM_TO_WRITE = 14.0  # em
_TO_WRITE_A_SIGN = 3.6
_SHORT_HEAD = 6.0  # under such a head, people write a letter or a number
_LONG_LINE = 60.0  # em: beyond this, more text means more lines and not more width


@dataclass(frozen=True)
class Cell:
    """The words of a cell; ``blank`` is one to be written in."""

    text: str
    blank: bool = False
    span: int = 1


@lru_cache(maxsize=50_000)
def em(text: str) -> float:
    """About how wide a text is, in ems.

    >>> round(em("will"), 2), round(em("mama"), 2)
    (1.83, 2.92)
    """
    return sum(map(_of, text))


@cache
def _of(char: str) -> float:
    if char == "\u200b":
        return 0
    if char in _NARROW:
        return 0.31
    if char in _WIDE:
        return 0.9
    return 0.66 if char.isupper() else 0.56


def least_widths(rows: Sequence[Sequence[Cell]], count: int) -> list[float]:
    """How wide each column must be at least, in ems: its longest word, or room to write."""
    least = [2.0] * count
    for row in rows:
        place = 0
        for cell in row:
            if cell.span == 1 and place < count:
                words = cell.text.replace("\u200b", " ").split()
                need = max((em(word) for word in words), default=0) + _PADDING
                least[place] = max(least[place], need)
            place += cell.span
    return least


def shares(rows: Sequence[Sequence[Cell]], count: int, room: float, *, narrow_heads: bool = False) -> list[float]:
    """Shares of the width for each column; ``room`` is the whole width in ems.

    With ``narrow_heads`` the first column is as narrow as its longest word.
    """
    least = least_widths(rows, count)
    wanted = [max(low, _wanted(rows, place)) for place, low in enumerate(least)]
    if narrow_heads:
        wanted[0] = least[0]
    rest = max(room - sum(least), 0.0)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    total = sum(more)
    if not total:
        return [round(low, 2) for low in least]
    return [round(low + rest * part / total, 2) for low, part in zip(least, more, strict=True)]


def _wanted(rows: Sequence[Sequence[Cell]], column: int) -> float:
    """How wide a column would like to be: less than its longest text, because long texts can have lines."""
    texts = [row[column] for row in rows if column < len(row) and row[column].span == 1]
    longest = max((min(em(cell.text), _LONG_LINE) for cell in texts), default=0.0)
    filled = [em(cell.text) for cell in texts if cell.text]
    usual = min(sum(filled) / len(filled), _LONG_LINE) if filled else 0.0
    blank = any(cell.blank for cell in texts)
    room_to_write = _TO_WRITE_A_SIGN if longest < _SHORT_HEAD else _ROOM_TO_WRITE
    return (longest + usual) / 2 + _PADDING + (room_to_write if blank else 0)
