"""How phones count a text message: how many characters it has, and in how many pieces it is sent.

Networks have a small alphabet (GSM 03.38) of which 160 letters fit into one message. A single letter that is not in
it, such as á, í, ó or ú, makes the whole message one of 70. Spanish needs both to be told: é, ñ, ¿ and ¡ are in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE_PIECE, _OF_SEVERAL = {True: 160, False: 70}, {True: 153, False: 67}
_ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_COUNT_TWICE = frozenset("^{}\\[~]|€")
_TO_FILL_IN = re.compile(r"\[([^][]*)\]")


@dataclass(frozen=True)
class TextMessage:
    """A text message as phones count it; ``costly`` are the letters that are not in the alphabet of the networks."""

    length: int
    room: int
    pieces: int
    costly: tuple[str, ...] = ()


def count(text: str) -> TextMessage:
    """Count a text. What the sender fills in, in [square brackets], is counted by its length, whatever its letters.

    >>> count("¿Qué? [teléfono, dirección]")
    TextMessage(length=25, room=160, pieces=1, costly=())
    >>> count("mentoría " * 8)
    TextMessage(length=72, room=70, pieces=2, costly=('í',))
    >>> count("a" * 161).pieces, count("€" * 81).pieces
    (2, 2)
    """
    sent = _TO_FILL_IN.sub(lambda found: "x" * len(found[1]), text)
    costly = tuple(dict.fromkeys(letter for letter in sent if letter not in _ALPHABET | _COUNT_TWICE))
    plain = not costly
    length = sum(2 if plain and letter in _COUNT_TWICE else 1 for letter in sent)
    room = _ONE_PIECE[plain]
    return TextMessage(length, room, 1 if length <= room else -(-length // _OF_SEVERAL[plain]), costly)
