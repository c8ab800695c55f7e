"""How many copies of a sheet a group needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

CopiesFor = Literal["participant", "pair", "trio", "group of four", "room"]
"""Who shares the copies of a sheet."""
PEOPLE: Mapping[CopiesFor, int] = {"participant": 1, "pair": 2, "trio": 3, "group of four": 4, "room": 0}
"""How many people share them; 0: everybody who is there."""


@dataclass(frozen=True)
class Copies:
    """``number`` copies for each ``people`` people of a group; ``people`` is 0 where the whole room shares them."""

    number: int = 1
    people: int = 1

    def for_group(self, size: int) -> int:
        """How many copies a group of this size needs: the last pair, or trio, may be smaller.

        >>> Copies(1, 2).for_group(11), Copies(3, 1).for_group(11), Copies(4, 0).for_group(11)
        (6, 33, 4)
        """
        groups = -(-size // self.people) if self.people else 1
        return self.number * groups
