"""Pictures of a process: where discs, boxes, arrows and lines of text go.

Pure geometry: names in, plain numbers out. It knows neither records nor SVG; ``views`` hands in the names,
and the macro ``figure`` writes the markup.
"""

from coaching_manual.figures.chart import NARROW, WIDE, ChartDrawing, ChartPoint, draw_chart
from coaching_manual.figures.cycle import draw_cycle
from coaching_manual.figures.layers import draw_layers
from coaching_manual.figures.path import draw_path
from coaching_manual.figures.shapes import Box, Disc, Drawing, Label, Stroke

__all__ = [
    "NARROW",
    "WIDE",
    "Box",
    "ChartDrawing",
    "ChartPoint",
    "Disc",
    "Drawing",
    "Label",
    "Stroke",
    "draw_chart",
    "draw_cycle",
    "draw_layers",
    "draw_path",
]
