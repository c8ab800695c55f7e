"""How wide words are, so that labels can be broken into lines before any browser sees them.

``letters.json`` holds the advance of each letter of the site's own font, in thousandths of the font's size,
regular and bold. A test holds it to the font and writes it anew with ``pytest --update``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import ceil

_BREAKS = re.compile(r"(?<=[ /–-])")
_SAFETY = 1.04  # another font may stand in for ours while that is loading
_UNKNOWN = 1000  # a letter that is not in the table is taken to be as wide as it is high


@dataclass(frozen=True)
class Type:
    """How a label is set: the size of its letters and the distance of its lines, in units of the drawing."""

    size: int
    leading: int
    bold: bool = False

    def width(self, text: str) -> float:
        """How wide a text is on one line, with a little to spare.

        >>> Type(size=10, leading=12).width("ill") < Type(size=10, leading=12).width("mom")
        True
        """
        advances = _advances()["bold" if self.bold else "regular"]
        return sum(advances.get(letter, _UNKNOWN) for letter in text) * self.size * _SAFETY / 1000

    def widest_word(self, texts: Iterable[str]) -> float:
        """How wide the widest piece is that cannot be broken."""
        return max(self.width(piece.strip()) for text in texts for piece in _pieces(text))

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """A text in as few lines as the width allows, all of them about equally long.

        Lines break at spaces and after a slash or a hyphen; a longer word gets a line of its own.

        >>> Type(size=10, leading=12).lines("Set a goal from evidence", 90)
        ('Set a goal', 'from evidence')
        """
        lines = self._broken(text, width)
        narrowest = max(self.width(text) / len(lines), self.widest_word([text]))
        tried = (self._broken(text, narrower) for narrower in range(ceil(narrowest), int(width)))
        return next((balanced for balanced in tried if len(balanced) == len(lines)), lines)

    def _broken(self, text: str, width: float) -> tuple[str, ...]:
        lines = [""]
        for piece in _pieces(text):
            if lines[-1] and self.width((lines[-1] + piece).strip()) > width:
                lines.append("")
            lines[-1] += piece
        return tuple(line.strip() for line in lines)


def _pieces(text: str) -> list[str]:
    return _BREAKS.split(" ".join(text.split()))


@cache
def _advances() -> Mapping[str, Mapping[str, int]]:
    table: dict[str, dict[str, int]] = json.loads((files(__package__) / "letters.json").read_text(encoding="utf-8"))
    return table
