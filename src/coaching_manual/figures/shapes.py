"""What a drawing is made of, in plain numbers: macros write it down as SVG.

Units: 16 are as long as the text around the drawing is high (one em), so a drawing grows with that text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from coaching_manual.figures.letters import Type

WIDTH = 640
EM = 16
NAME = Type(size=16, leading=20, bold=True)
PART = Type(size=15, leading=19)
MIDDLE = Type(size=19, leading=24, bold=True)
RADIUS = 22
"""Radius of the disc that carries a step's number."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Stroke:
    """A line or an arrow, as the ``d`` of an SVG path."""

    path: str


@dataclass(frozen=True)
class Disc:
    """A numbered disc around a point; ``baseline`` is where the number stands."""

    x: int
    y: int
    number: int
    radius: int = RADIUS

    @property
    def baseline(self) -> int:
        """The height at which the number is written."""
        return self.y + round(NAME.size * 0.36)


@dataclass(frozen=True)
class Box:
    """A rectangle: a layer, a layer without parts ("whole"), or a part of a layer."""

    x: int
    y: int
    width: int
    height: int
    kind: Literal["layer", "whole", "part"]


@dataclass(frozen=True)
class Label:
    """One line of text; ``y`` is its baseline, and ``anchor`` says which end of it stands at ``x``."""

    x: int
    y: int
    text: str
    kind: Literal["name", "whole", "part", "middle"]
    anchor: Anchor = "middle"

    @property
    def size(self) -> int:
        """The size of its letters."""
        return {"part": PART, "middle": MIDDLE}.get(self.kind, NAME).size


@dataclass(frozen=True)
class Drawing:
    """A drawing, ``WIDTH`` units wide."""

    height: int
    strokes: tuple[Stroke, ...] = ()
    discs: tuple[Disc, ...] = ()
    boxes: tuple[Box, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def width(self) -> int:
        """The width, in units."""
        return WIDTH

    @property
    def wide(self) -> str:
        """The width as a length in SVG.

        >>> Drawing(height=100).wide, Drawing(height=100).high
        ('40em', '6.25em')
        """
        return f"{WIDTH / EM:g}em"

    @property
    def high(self) -> str:
        """The height as a length in SVG."""
        return f"{self.height / EM:g}em"


def baselines(lines: int, middle: float, type_: Type) -> list[int]:
    """Where lines of text stand, so that the block of them is centred on a height.

    >>> baselines(1, 100, NAME), baselines(2, 100, NAME)
    ([106], [96, 116])
    """
    first = middle - (lines - 1) * type_.leading / 2 + type_.size * 0.36
    return [round(first + number * type_.leading) for number in range(lines)]
