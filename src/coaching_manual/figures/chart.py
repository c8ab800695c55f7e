"""A chart of one figure over some years: a dot or a column a year, its target, and breaks in the series.

Every text has a place of its own: values stand in a row above the columns, years and targets in rows below them. So no
label ever meets a line, and the chart can be read without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from coaching_manual.figures.letters import Type
from coaching_manual.figures.shapes import EM

WIDE, NARROW = 640, 320
VALUE = Type(size=17, leading=20, bold=True)
SMALL_TEXT = Type(size=14, leading=17)
_MOST = {WIDE: 8, NARROW: 4}
_LEFT, _RIGHT, _PLOT, _BANNER, _VALUES, _FLOOR = 50, 6, 190, 34, 34, 10
_LINES_OF_GRID = 5

TextKind = Literal["value", "absent", "year", "note", "axis", "banner"]
LineKind = Literal["grid", "floor", "series", "chance", "target", "break"]


@dataclass(frozen=True)
class ChartPoint:
    """A year of a chart. ``value`` is None where nothing is shown, and ``text`` says then why."""

    year: str
    value: int | None
    text: str
    chance: tuple[int, int] | None = None
    target: int | None = None
    broken: str = ""  # what stands under a year whose definition is a new one


@dataclass(frozen=True)
class ChartText:
    """A line of text; ``y`` is its baseline."""

    x: int
    y: int
    text: str
    kind: TextKind
    anchor: Literal["start", "middle", "end"] = "middle"

    @property
    def size(self) -> int:
        """The size of its letters."""
        return VALUE.size if self.kind == "value" else SMALL_TEXT.size


@dataclass(frozen=True)
class ChartLine:
    """A line, as the ``d`` of an SVG path."""

    path: str
    kind: LineKind


@dataclass(frozen=True)
class ChartDot:
    """The dot of a year."""

    x: int
    y: int


@dataclass(frozen=True)
class ChartColumn:
    """The column of a year."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class ChartDrawing:
    """A chart in plain numbers."""

    width: int
    height: int
    lines: tuple[ChartLine, ...]
    columns: tuple[ChartColumn, ...]
    dots: tuple[ChartDot, ...]
    texts: tuple[ChartText, ...]
    banner: bool

    @property
    def wide(self) -> str:
        """The width as a length in SVG."""
        return f"{self.width / EM:g}em"

    @property
    def high(self) -> str:
        """The height as a length in SVG."""
        return f"{self.height / EM:g}em"


def draw_chart(
    points: Sequence[ChartPoint], *, percent: bool, width: int = WIDE, banner: str = "", target: str = "target"
) -> ChartDrawing:
    """The chart of some years, the last ones if there is no room for all; ``banner`` stands on top of it."""
    return _Chart(points[-_MOST[width] :], percent, width, banner, target).draw()


def scale(highest: int) -> tuple[int, ...]:
    """The heights at which a chart of numbers has lines, from 0 up.

    >>> scale(7), scale(23), scale(0)
    ((0, 2, 4, 6, 8), (0, 5, 10, 15, 20, 25), (0, 1))
    """
    step = next(
        size * ten
        for ten in (1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
        for size in (1, 2, 5)
        if size * ten * _LINES_OF_GRID >= highest
    )
    lines = max(1, -(-highest // step))
    return tuple(step * number for number in range(lines + 1))


class _Chart:
    """Places the parts of one chart."""

    def __init__(self, points: Sequence[ChartPoint], percent: bool, width: int, banner: str, target: str) -> None:
        self._points = points
        self._percent = percent
        self._width = width
        self._banner = banner
        self._target = target
        known = [value for point in points for value in (point.value, point.target) if value is not None]
        self._grid = (0, 25, 50, 75, 100) if percent else scale(max(known, default=0))
        self._top = (_BANNER if banner else 0) + _VALUES
        self._column = (width - _LEFT - _RIGHT) / len(points)

    def draw(self) -> ChartDrawing:
        notes = [list(self._notes(point)) for point in self._points]
        below = self._top + _PLOT + _FLOOR
        height = below + (1 + max(map(len, notes))) * SMALL_TEXT.leading + _FLOOR
        texts = [*self._banner_text(), *self._axis_texts(), *self._values()]
        for at, (point, lines) in enumerate(zip(self._points, notes, strict=True)):
            for number, text in enumerate([point.year, *lines]):
                y = below + SMALL_TEXT.size + number * SMALL_TEXT.leading
                texts.append(ChartText(self._x(at), y, text, "note" if number else "year"))
        columns = () if self._percent else tuple(self._columns())
        dots = tuple(self._dots()) if self._percent else ()
        return ChartDrawing(self._width, height, tuple(self._lines()), columns, dots, tuple(texts), bool(self._banner))

    def _x(self, at: float) -> int:
        return round(_LEFT + self._column * (at + 0.5))

    def _y(self, value: float) -> int:
        return round(self._top + _PLOT * (1 - value / self._grid[-1]))

    def _unit(self, value: int) -> str:
        return f"{value:,}%" if self._percent else f"{value:,}"

    def _notes(self, point: ChartPoint) -> Iterator[str]:
        """What stands under a year: its target, and that its definition is a new one."""
        room = self._column - 4
        if point.target is not None:
            yield from SMALL_TEXT.lines(f"{self._target} {self._unit(point.target)}", room)
        if point.broken:
            yield from SMALL_TEXT.lines(point.broken, room)

    def _banner_text(self) -> Iterator[ChartText]:
        if self._banner:
            yield ChartText(self._width // 2, 18, self._banner, "banner")

    def _axis_texts(self) -> Iterator[ChartText]:
        for value in self._grid:
            yield ChartText(_LEFT - 8, self._y(value) + 5, self._unit(value), "axis", "end")

    def _values(self) -> Iterator[ChartText]:
        for at, point in enumerate(self._points):
            kind: TextKind = "value" if point.value is not None else "absent"
            yield ChartText(self._x(at), self._top - 14, point.text, kind)

    def _lines(self) -> Iterator[ChartLine]:
        for value in self._grid:
            kind: LineKind = "grid" if value else "floor"
            yield ChartLine(f"M{_LEFT} {self._y(value)}H{self._width - _RIGHT}", kind)
        for at, point in enumerate(self._points):
            if point.chance and point.value is not None:
                yield ChartLine(self._whisker(at, *point.chance), "chance")
        if self._percent:
            yield from self._series()
        for at, point in enumerate(self._points):
            if point.target is not None:
                half = round(self._column * 0.38)
                yield ChartLine(f"M{self._x(at) - half} {self._y(point.target)}h{2 * half}", "target")
            if point.broken and at:
                yield ChartLine(self._break(at), "break")

    def _whisker(self, at: int, low: int, high: int) -> str:
        x, top, bottom = self._x(at), self._y(high), self._y(low)
        return f"M{x - 7} {top}h14M{x} {top}V{bottom}M{x - 7} {bottom}h14"

    def _series(self) -> Iterator[ChartLine]:
        """Lines between neighbours that are both shown, and have the same definition."""
        for at, (one, other) in enumerate(pairwise(self._points)):
            if one.value is not None and other.value is not None and not other.broken:
                start, end = (self._x(at), self._y(one.value)), (self._x(at + 1), self._y(other.value))
                yield ChartLine(f"M{start[0]} {start[1]}L{end[0]} {end[1]}", "series")

    def _break(self, at: int) -> str:
        """A zigzag from top to bottom between two years."""
        x, teeth = self._x(at - 0.5), 10
        step = _PLOT / teeth
        points = (f"L{x + (5 if tooth % 2 else -5)} {self._top + step * tooth:.0f}" for tooth in range(1, teeth + 1))
        return f"M{x - 5} {self._top}" + "".join(points)

    def _dots(self) -> Iterator[ChartDot]:
        for at, point in enumerate(self._points):
            if point.value is not None:
                yield ChartDot(self._x(at), self._y(point.value))

    def _columns(self) -> Iterator[ChartColumn]:
        wide = round(min(self._column * 0.5, 56))
        for at, point in enumerate(self._points):
            if point.value:
                y = self._y(point.value)
                yield ChartColumn(self._x(at) - wide // 2, y, wide, self._y(0) - y)
