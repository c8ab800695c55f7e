"""What a line of text is made of: pieces, white space, and long words that may be broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Piece = str | dict[str, Any]

_LONG_WORD = re.compile(r"[^\s\u200b]{26,}")
_JOINT = re.compile(r"(?<=[/.@_=&?#])(?=\w)|(?<=[a-z0-9])-(?=\w)")
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


def breakable(text: str) -> str:
    """Words that are longer than any line get places where they may be broken.

    >>> breakable("https://example.org/a-long-address/of-a-page").replace(chr(0x200B), "|")
    'https://|example.|org/|a-|long-|address/|of-|a-|page'
    """

    def broken(word: re.Match[str]) -> str:
        joints = _JOINT.sub(lambda joint: f"{joint[0]}\u200b", word[0])
        return _LETTERS_OF_A_LINE.sub(lambda part: f"{part[0]}\u200b", joints)

    return _LONG_WORD.sub(broken, text)
