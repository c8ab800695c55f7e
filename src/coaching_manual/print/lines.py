"""What a line of text is made of: pieces, white space, and long words that may be broken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from coaching_manual.print.widths import NEARER, em

Piece = str | dict[str, Any]

_LONG_WORD = re.compile(r"[^\s\u200b]{26,}")
_JOINT = re.compile(r"(?<=[/.@_=&?#])(?=\w)|(?<=[a-z0-9])-(?=\w)")
_SIGN = re.compile(r"(?:[^\W\d_]|\d{1,2})[.)](?: |\Z)")
_PARTS, _NAMES, _MOST_FOR_NAMES, _BOLD = 6.6, 8.4, 13.0, 1.06  # em
_END_OF_SHORT = re.compile(r"[,:]")
_LETTERS_OF_A_LINE = re.compile(r"[^\s\u200b]{24}(?=[^\s\u200b]{2})")


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without the white space at both ends of the line, and without double spaces."""
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            after_space = not kept or (isinstance(kept[-1], str) and kept[-1].endswith(" "))
            text = piece.lstrip(" ") if after_space else piece
            if text:
                kept.append(text)
        else:
            kept.append(piece)
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
        if not kept[-1]:
            kept.pop()
    return kept


def words_of(pieces: Sequence[Piece]) -> str:
    """The words of a line."""
    found = (piece if isinstance(piece, str) else words_of(piece.get("c", [])) for piece in pieces)
    return " ".join("".join(found).split())


def fitting(text: str, width: float) -> str:
    """A text cut after a word, so that it is no wider than a line of some ems.

    >>> fitting("Session 2 of 5 · Stop and check: seven questions", 20)
    'Session 2 of 5 · Stop and check: seven…'
    """
    words = text.split(" ")
    while len(words) > 1 and em(" ".join(words)) * NEARER > width:
        words = [*words[:-2], words[-2].rstrip("…,:;") + "…"]
    return " ".join(words)


def first_fitting(texts: Sequence[str], *, beside: str, width: float) -> str:
    """The first of some texts that stands in one line with another one; the last, if none does.

    >>> first_fitting(["November 26, 2026 · Draft", "Nov 26, 2026"], beside="Page 10 of 10", width=16)
    'Nov 26, 2026'
    """
    return next((text for text in texts if em(f"{text}  {beside}") * NEARER < width), texts[-1])


def running_head(said: str, title: str, width: float) -> tuple[str, str]:
    """What stands left and right at the top of a page, in one line: as much as fits into a width in ems.

    >>> running_head("Session 2 of 5 · Three maps", "Coaching the coaches: observation and calibration", 50)
    ('Session 2 of 5 · Three maps', 'Coaching the coaches: observation and calibration')
    >>> running_head("Session 2 of 5 · Three maps", "Coaching the coaches: observation and calibration", 30)
    ('Session 2 of 5 · Three maps', 'Coaching the coaches')
    """
    titles = (title, _END_OF_SHORT.split(title)[0]) if title else ()
    fitting_titles = (one for one in titles if em(f"{said}  {one}") < width)
    return fitting(said, width), next(fitting_titles, "")


def width_of_names(names: Sequence[str], *, parts: bool = False) -> float:
    """How wide the names of definitions are in ems, so that none of their words runs into what it means.

    >>> width_of_names(["evidence"]), width_of_names(["Say"], parts=True), width_of_names(["administradores(as)"])
    (8.4, 6.6, 9.8)
    """
    longest = max((em(word) for name in names for word in name.split()), default=0.0)
    return round(min(max(_PARTS if parts else _NAMES, longest * _BOLD), _MOST_FOR_NAMES), 1)


def begins_with_its_sign(blocks: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an entry of a list begins with a bold letter or number: it needs no other mark."""
    first = blocks[0]["c"][0] if blocks and blocks[0]["t"] == "p" else ""
    return isinstance(first, dict) and first["t"] == "b" and bool(_SIGN.match(words_of(first["c"])))


def breakable(text: str) -> str:
    """Words that are longer than any line get places where they may be broken.

    >>> breakable("https://example.org/a-long-address/of-a-page").replace(chr(0x200B), "|")
    'https://|example.|org/|a-|long-|address/|of-|a-|page'
    """

    def broken(word: re.Match[str]) -> str:
        joints = _JOINT.sub(lambda joint: f"{joint[0]}\u200b", word[0])
        return _LETTERS_OF_A_LINE.sub(lambda part: f"{part[0]}\u200b", joints)

    return _LONG_WORD.sub(broken, text)
