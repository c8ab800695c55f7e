"""A path: numbered steps from left to right, in as many rows as the names need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coaching_manual.figures.rows import in_rows
from coaching_manual.figures.shapes import NAME, RADIUS, WIDTH, Disc, Drawing, Label, Stroke

_GAP = 12  # between a disc and its label, and between labels
_SPACE = 9  # between a disc and an arrow
_TURN = 28  # between two rows
_EDGE = 8
_BEND = 12


def draw_path(names: Sequence[str]) -> Drawing:
    """The drawing of a path with these steps.

    >>> [(disc.x, disc.y) for disc in draw_path(["Ask", "Match", "Meet", "Close"]).discs]
    [(80, 24), (240, 24), (400, 24), (560, 24)]
    """
    rows = in_rows(names, WIDTH, _GAP, NAME)
    cell = WIDTH / len(rows[0])
    y = RADIUS + 2
    discs: list[Disc] = []
    labels: list[Label] = []
    strokes: list[Stroke] = []
    for row in rows:
        first = len(discs)
        discs += [Disc(round(cell * (at + 0.5)), y, first + at + 1) for at in range(len(row))]
        lines = [NAME.lines(name, cell - _GAP) for name in row]
        labels += _labels(discs[first:], lines)
        strokes += [_straight(one, other) for one, other in pairwise(discs[first:])]
        end = y + RADIUS + _GAP + max(map(len, lines)) * NAME.leading
        if row is not rows[-1]:
            following = end + 2 * _TURN + RADIUS - _GAP
            strokes.append(_turn(discs[-1], round(cell / 2), end + _TURN - _GAP, following))
            y = following
    return Drawing(end, tuple(strokes), tuple(discs), (), tuple(labels))


def _labels(discs: Sequence[Disc], names: Sequence[Sequence[str]]) -> Iterator[Label]:
    for disc, lines in zip(discs, names, strict=True):
        for number, text in enumerate(lines):
            yield Label(disc.x, disc.y + RADIUS + _GAP + NAME.size - 2 + number * NAME.leading, text, "name")


def _straight(one: Disc, other: Disc) -> Stroke:
    return Stroke(f"M{one.x + RADIUS + _SPACE} {one.y}" + _to(other.x, other.y))


def _turn(last: Disc, x: int, between: int, y: int) -> Stroke:
    """From the end of one row, between the rows, to the beginning of the next."""
    bend = _BEND
    right, left = WIDTH - _EDGE, _EDGE
    way = (
        f"M{last.x + RADIUS + _SPACE} {last.y}H{right - bend}q{bend} 0 {bend} {bend}"
        f"V{between - bend}q0 {bend} -{bend} {bend}H{left + bend}q-{bend} 0 -{bend} {bend}"
        f"V{y - bend}q0 {bend} {bend} {bend}"
    )
    return Stroke(way + _to(x, y))


def _to(x: int, y: int) -> str:
    """A level line that ends as an arrow in front of a disc."""
    tip = x - RADIUS - _SPACE
    return f"H{tip}M{tip - 8} {y - 6}L{tip} {y}L{tip - 8} {y + 6}"
