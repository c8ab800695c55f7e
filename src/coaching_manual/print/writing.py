"""What of a table is to be written in: which of its empty cells, and in which columns a sign or a number is enough.

Not every empty cell asks for an answer: in an example, it says that there is nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SIGNS = frozenset(
    "by, color, count, date, day, days, done, hours, how many, minute, minutes, month, no, no., number, out of, "
    "partly, pile, talks, time, visits, week, yes, "
    "cuántos, cuántas, día, días, en parte, fecha, hecho, hora, horas, mes, minuto, minutos, montón, núm., número, "
    "semana, sí".split(", ")
)
_LETTERS = re.compile(r"[^\W\d_](?:, [^\W\d_])*,?(?: (?:or|and|o|u|y|e))? [^\W\d_]|[^\W\d_]")
_NUMBERED = re.compile(r"[^\W\d_]{1,9} \d{1,2}")
_SIGN_CONTROLS = frozenset({"checkbox", "date", "month", "number", "radio", "time", "week"})
_FEW = 4  # one row of so many may be filled as an example


def asks_for_a_sign(head: str) -> bool:
    """Whether what is written under a heading is a number, a date, a letter or a mark.

    >>> [head for head in ("Date", "Try 2", "D, B or O", "Sí", "My plan", "What") if asks_for_a_sign(head)]
    ['Date', 'Try 2', 'D, B or O', 'Sí']
    """
    words = head.casefold().strip(" :?¿")
    return words in _SIGNS or bool(_LETTERS.fullmatch(words) or _NUMBERED.fullmatch(words))


def takes_a_sign(control: str) -> bool:
    """Whether a number, a date or a mark goes into a control of this type."""
    return control in _SIGN_CONTROLS


def to_write_in(empty: Sequence[Sequence[bool]]) -> list[list[bool]]:
    """Of the rows of a table, with a yes for each cell that is empty: which cells are to be written in.

    Those of a column that is empty but for an example, and those of a row that is empty but for what heads it.

    >>> to_write_in([[False, True], [False, True]])
    [[False, True], [False, True]]
    >>> to_write_in([[False, False, False], [False, False, True], [False, False, False]])
    [[False, False, False], [False, False, False], [False, False, False]]
    """
    columns = [_is_open([row[place] for row in empty if place < len(row)]) for place in range(max(map(len, empty)))]
    rows = [len(row) > 0 and all(row[1:] or row) for row in empty]
    return [
        [cell and (columns[place] or whole) for place, cell in enumerate(row)]
        for row, whole in zip(empty, rows, strict=True)
    ]


def _is_open(column: Sequence[bool]) -> bool:
    filled = len(column) - sum(column)
    return filled <= len(column) // _FEW
