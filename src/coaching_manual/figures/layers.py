"""Layers: bands one above the other, each with its name and, side by side, its parts."""

from __future__ import annotations

from collections.abc import Sequence

from coaching_manual.figures.rows import in_rows
from coaching_manual.figures.shapes import NAME, PART, WIDTH, Box, Drawing, Label, baselines

_GAP = 8  # between layers, and between parts
_PADDING = 12
_NAMES_WIDTH = 148
_PARTS_AT = _PADDING + _NAMES_WIDTH + _PADDING
_PARTS_WIDTH = WIDTH - _PARTS_AT - _PADDING


def draw_layers(layers: Sequence[tuple[str, Sequence[str]]]) -> Drawing:
    """The drawing of layers, from the top down: the name of each, and its parts.

    >>> [(box.kind, box.width) for box in draw_layers([("Goal", []), ("Levels", ["New", "Leading"])]).boxes]
    [('whole', 640), ('layer', 640), ('part', 224), ('part', 224)]
    """
    boxes: list[Box] = []
    labels: list[Label] = []
    y = 0
    for name, parts in layers:
        layer = _with_parts(name, parts, y) if parts else _whole(name, y)
        boxes += layer.boxes
        labels += layer.labels
        y += layer.height + _GAP
    return Drawing(y - _GAP, boxes=tuple(boxes), labels=tuple(labels))


def _whole(name: str, y: int) -> Drawing:
    """A layer without parts: its name stands across it."""
    lines = NAME.lines(name, WIDTH - 4 * _PADDING)
    height = len(lines) * NAME.leading + 2 * _PADDING
    heights = baselines(len(lines), y + height / 2, NAME)
    labels = (Label(WIDTH // 2, at, text, "whole") for text, at in zip(lines, heights, strict=True))
    return Drawing(height, boxes=(Box(0, y, WIDTH, height, "whole"),), labels=tuple(labels))


def _with_parts(name: str, parts: Sequence[str], y: int) -> Drawing:
    lines = NAME.lines(name, _NAMES_WIDTH)
    inside = _parts(parts, y + _PADDING)
    height = max(len(lines) * NAME.leading, inside.height) + 2 * _PADDING
    if height > inside.height + 2 * _PADDING:
        inside = _parts(parts, y + (height - inside.height) // 2)
    heights = baselines(len(lines), y + height / 2, NAME)
    labels = [Label(_PADDING + 4, at, text, "name", "start") for text, at in zip(lines, heights, strict=True)]
    return Drawing(height, boxes=(Box(0, y, WIDTH, height, "layer"), *inside.boxes), labels=(*labels, *inside.labels))


def _parts(parts: Sequence[str], y: int) -> Drawing:
    """The boxes of a layer's parts, from a height downward."""
    rows = in_rows(parts, _PARTS_WIDTH + _GAP, _GAP + _PADDING, PART)
    width = round((_PARTS_WIDTH + _GAP) / len(rows[0])) - _GAP
    broken = [PART.lines(part, width - _PADDING) for part in parts]
    height = max(map(len, broken)) * PART.leading + _PADDING + 2
    boxes: list[Box] = []
    labels: list[Label] = []
    for number, lines in enumerate(broken):
        row, column = divmod(number, len(rows[0]))
        box = Box(_PARTS_AT + column * (width + _GAP), y + row * (height + _GAP), width, height, "part")
        boxes.append(box)
        heights = baselines(len(lines), box.y + height / 2, PART)
        labels += [Label(box.x + width // 2, at, text, "part") for text, at in zip(lines, heights, strict=True)]
    return Drawing(len(rows) * (height + _GAP) - _GAP, boxes=tuple(boxes), labels=tuple(labels))
