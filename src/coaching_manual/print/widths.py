"""How wide the columns of a table must be, so that no word is cut and what is written has room.

Typst could choose widths itself, but gives empty columns, which are meant to be written in, no room. An estimate of
the widths of letters is enough: it is used for shares of a line, and errs on the wide side.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

_NARROW = frozenset("iljtfrI.,:;'!|()[]- ")
_WIDE = frozenset("mwMW@%—")
_PADDING = 1.1  # em, both sides of a cell together
_LEAST = 2.0
_BOLD = 1.06
_VERY_SHORT, _SHORT_HEAD = 5.5, 8.6  # em: shorter texts of a cell are not broken if there is room
_SPARE = 0.85  # of a line: so much of it may be taken so that short texts are not broken
_SIGN, _MOST_FOR_SIGNS = 4.6, 2.0  # em: a date, a number, a letter; so many times as much if there is room
_TO_WRITE = {1: 0.45, 2: 0.55}  # of what is left of a line, for columns to write in beside columns of text
_MOST_TO_WRITE = 0.65
_FOR_A_HEAD, _MOST_FOR_A_HEAD = 12.0, 1.6  # a column under a longer heading is wider than others, up to so many times
_LONG_LINE = 60.0  # em: beyond this, more text means more lines and not more width
_HALF = 0.5
_HANDWRITING = 6.2  # em: large letters are written large
_MANY_COLUMNS, _MANY_LINES = 3, 22  # of sentences: such a table is read with less effort on a turned page
_A_SENTENCE = 3  # lines of a cell


@dataclass(frozen=True)
class Cell:
    """The words of a cell; ``blank`` is one to be written in, ``sign`` one where a number or a letter is written."""

    text: str
    blank: bool = False
    span: int = 1
    head: bool = False  # of a column
    bold: bool = False
    sign: bool = False


@dataclass(frozen=True)
class _Column:
    least: float
    wanted: float
    kind: Literal["text", "write", "sign"] = "text"
    weight: float = 1.0


TURNED, TURNED_LINES = 1.33, 0.7
"""How much wider a line is on a turned page, and how much of the lines are left."""
NEARER = 0.93
"""The estimate errs on the wide side, which a line of many letters would make too much of."""


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
    """How wide each column must be at least, in ems, so that no word is cut."""
    return _least(rows, count, _longest_word)


def shares(rows: Sequence[Sequence[Cell]], count: int, room: float, *, narrow_heads: bool = False) -> list[float]:
    """Shares of the width for each column; ``room`` is the whole width in ems.

    With ``narrow_heads`` the first column is as narrow as its longest word.
    """
    least = least_widths(rows, count)
    for unbroken in (_unbroken_if_very_short, _unbroken):
        wider = _least(rows, count, unbroken)
        least = wider if sum(wider) <= room * _SPARE else least
    columns = [_column(rows, place, low) for place, low in enumerate(least)]
    if narrow_heads:
        columns[0] = _Column(least[0], least[0])
    return [round(width, 2) for width in _shared(columns, room)]


def is_cramped(rows: Sequence[Sequence[Cell]], count: int, room: float) -> bool:
    """Whether a table of large letters is better off on a turned page: there is more room to write, or to read.

    ``room`` is the width of an upright line.
    """
    widths = shares(rows, count, room)
    to_write = [width for place, width in enumerate(widths) if _column(rows, place, _LEAST).kind == "write"]
    if to_write:
        return min(to_write) < _HANDWRITING
    lines = [[_lines(cell, width) for cell, width in zip(row, widths, strict=False)] for row in rows]
    sentences = {place for row in lines for place, high in enumerate(row) if high >= _A_SENTENCE}
    return count > _MANY_COLUMNS <= len(sentences) and sum(map(max, lines)) > _MANY_LINES


def _lines(cell: Cell, width: float) -> int:
    """About how many lines a cell takes."""
    return math.ceil(em(cell.text) / max(width - _PADDING, 1))


def _least(rows: Sequence[Sequence[Cell]], count: int, of: Callable[[Cell], float]) -> list[float]:
    least = [_LEAST] * count
    for row in rows:
        place = 0
        for cell in row:
            if cell.span == 1 and place < count:
                least[place] = max(least[place], of(cell) * (_BOLD if cell.bold else 1) + _PADDING)
            place += cell.span
    return least


def _longest_word(cell: Cell) -> float:
    return max((em(word) for word in cell.text.replace("\u200b", " ").split()), default=0.0)


def _unbroken(cell: Cell) -> float:
    """How wide a cell is whose text is not broken, if it is short."""
    return max(_unbroken_if_very_short(cell), em(cell.text) if cell.bold and em(cell.text) <= _SHORT_HEAD else 0.0)


def _unbroken_if_very_short(cell: Cell) -> float:
    return em(cell.text) if em(cell.text) <= _VERY_SHORT else _longest_word(cell)


def _column(rows: Sequence[Sequence[Cell]], place: int, least: float) -> _Column:
    cells = [row[place] for row in rows if place < len(row) and row[place].span == 1]
    blank = [cell for cell in cells if cell.blank]
    wanted = max(least, _wanted(cells))
    if len(blank) < _HALF * sum(not cell.head for cell in cells) or not blank:
        return _Column(least, wanted)
    if all(cell.sign for cell in blank):
        width = max(least, _SIGN)
        return _Column(width, width, "sign")
    head = next((em(cell.text) for cell in cells if cell.head), 0.0)
    return _Column(least, wanted, "write", min(max(head / _FOR_A_HEAD, 1.0), _MOST_FOR_A_HEAD))


def _wanted(cells: Sequence[Cell]) -> float:
    """How wide a column would like to be: less than its longest text, because long texts can have lines."""
    longest = max((min(em(cell.text), _LONG_LINE) for cell in cells), default=0.0)
    filled = [em(cell.text) for cell in cells if cell.text]
    usual = min(sum(filled) / len(filled), _LONG_LINE) if filled else 0.0
    return (longest + usual) / 2 + _PADDING


def _shared(columns: Sequence[_Column], room: float) -> list[float]:
    """Columns for signs take what they must; those to write in get a good part of the rest, or what texts leave."""
    texts = [column for column in columns if column.kind == "text"]
    writes = [column for column in columns if column.kind == "write"]
    signs = [column.least for column in columns if column.kind == "sign"]
    wanted = sum(column.wanted for column in texts)
    if signs and not writes:
        wider = min(max((room - wanted) / sum(signs), 1.0), _MOST_FOR_SIGNS)
        signs = [width * wider for width in signs]
    rest = room - sum(signs)
    part = _TO_WRITE.get(len(writes), _MOST_TO_WRITE) if texts else 1.0
    written = max(rest * part, rest - wanted) if writes else 0.0
    written = max(min(written, rest - sum(column.least for column in texts)), sum(column.least for column in writes))
    by_kind = {
        "text": iter(_by_text(texts, rest - written)),
        "write": iter(_by_weight(writes, written)),
        "sign": iter(signs),
    }
    return [next(by_kind[column.kind]) for column in columns]


def _by_text(columns: Sequence[_Column], room: float) -> list[float]:
    """Each gets what it must have, and of the rest as much as it would like to have more."""
    more = [column.wanted - column.least for column in columns]
    rest, total = max(room - sum(column.least for column in columns), 0.0), sum(more)
    return [column.least + (rest * part / total if total else 0) for column, part in zip(columns, more, strict=True)]


def _by_weight(columns: Sequence[_Column], room: float) -> list[float]:
    """Each the same, or more for a long heading; a column that must have more than this comes first."""
    total = sum(column.weight for column in columns)
    tight = [column for column in columns if column.least > room * column.weight / total]
    if not tight or len(tight) == len(columns):
        return [max(column.least, room * column.weight / total) for column in columns]
    others = iter(
        _by_weight([column for column in columns if column not in tight], room - sum(column.least for column in tight))
    )
    return [column.least if column in tight else next(others) for column in columns]
