"""A cycle: numbered steps around a ring, clockwise from the top, with the figure's title in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from coaching_manual.figures.shapes import MIDDLE, NAME, RADIUS, WIDTH, Disc, Drawing, Label, Stroke, baselines

_CENTER = WIDTH // 2
_GAP = 12  # between a disc and its label
_SPACE = 9  # between a disc and an arrow
_EDGE = 6  # between the drawing and its edge: letters reach below their line
_NEARLY_UPRIGHT = 0.3
_TOP_WIDTH = 300


def draw_cycle(title: str, names: Sequence[str]) -> Drawing:
    """The drawing of a cycle with these steps.

    >>> drawing = draw_cycle("Round", ["Plan", "Do", "Look"])
    >>> [(disc.number, disc.x) for disc in drawing.discs]
    [(1, 320), (2, 424), (3, 216)]
    """
    ring = max(120, 17 * len(names))
    top = _block(names[0]) + RADIUS + ring
    bottom = ring + RADIUS + (_block(names[len(names) // 2]) if len(names) % 2 == 0 else _EDGE)
    angles = [2 * pi * number / len(names) - pi / 2 for number in range(len(names))]
    discs = tuple(
        Disc(round(_CENTER + ring * cos(angle)), round(top + ring * sin(angle)), number)
        for number, angle in enumerate(angles, 1)
    )
    labels = [
        label for disc, name, angle in zip(discs, names, angles, strict=True) for label in _labels(disc, name, angle)
    ]
    middle = MIDDLE.lines(title, 1.5 * (ring - RADIUS))
    labels += [
        Label(_CENTER, y, text, "middle") for text, y in zip(middle, baselines(len(middle), top, MIDDLE), strict=True)
    ]
    gap = (RADIUS + _SPACE) / ring
    arrows = (_arrow(ring, top, angle + gap, angle + 2 * pi / len(names) - gap) for angle in angles)
    return Drawing(round(top + bottom), tuple(arrows), discs, (), tuple(labels))


def _block(name: str) -> int:
    """The height of the label above or below a disc, with its gap."""
    return len(NAME.lines(name, _TOP_WIDTH)) * NAME.leading + _GAP + _EDGE


def _labels(disc: Disc, name: str, angle: float) -> Iterator[Label]:
    """The name of a step, outside of the ring."""
    if abs(cos(angle)) < _NEARLY_UPRIGHT:
        lines = NAME.lines(name, _TOP_WIDTH)
        away = RADIUS + _GAP + len(lines) * NAME.leading / 2
        for text, y in zip(lines, baselines(len(lines), disc.y + away * sin(angle), NAME), strict=True):
            yield Label(disc.x, y, text, "name")
        return
    right = cos(angle) > 0
    x = disc.x + (RADIUS + _GAP) * (1 if right else -1)
    lines = NAME.lines(name, WIDTH - x if right else x)
    for text, y in zip(lines, baselines(len(lines), disc.y, NAME), strict=True):
        yield Label(x, y, text, "name", "start" if right else "end")


def _arrow(ring: float, center: float, start: float, end: float) -> Stroke:
    """An arrow along the ring from one angle to another."""

    def point(angle: float, radius: float = ring) -> str:
        return f"{_CENTER + radius * cos(angle):.1f} {center + radius * sin(angle):.1f}"

    back = end - 9 / ring
    return Stroke(
        f"M{point(start)}A{ring} {ring} 0 0 1 {point(end)}M{point(back, ring - 6)}L{point(end)}L{point(back, ring + 6)}"
    )
