"""Process pictures."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from coaching_manual.model.base import Id, Line, Record, TermId, Text

FigureKind = Literal["cycle", "path", "layers"]


class SpanishStep(Record):
    """A step of a figure in Spanish."""

    title: Line = Field(description="The name of the step in Spanish.")
    text: Text = Field(description="The sentence about the step in Spanish.")
    parts: tuple[Line, ...] = Field(default=(), description="The parts in Spanish, in the same order.")


class FigureStep(Record):
    """A step of a process, or a layer of a whole."""

    title: Line = Field(description="Its name, in a few words: the drawing shows it.")
    text: Text = Field(description="What happens in it, in a sentence: the list with the drawing says it.")
    parts: tuple[Line, ...] = Field(
        default=(),
        max_length=8,
        description="For a layer: what it is made of. The drawing shows the parts side by side.",
    )
    term: TermId | None = Field(default=None, description="Id of the term that its name links to.")
    es: SpanishStep | None = Field(default=None, description="The step in Spanish.")


class SpanishFigure(Record):
    """What a figure says in Spanish; each step has its own."""

    title: Line = Field(description="The title in Spanish.")
    summary: Text = Field(description="The summary in Spanish.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Figure(Record):
    """A file of framework/figures/: a picture of a process, drawn when the site is built."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    kind: FigureKind = Field(
        description="How it is drawn. cycle: round in a ring. path: from the first step to the last. layers: bands "
        "one above the other."
    )
    title: Line = Field(description="What the figure is called.")
    summary: Text = Field(description="The point of the figure, in a sentence, for those who do not see it too.")
    steps: tuple[FigureStep, ...] = Field(
        min_length=2, max_length=8, description="The steps in their order, or the layers from the top down."
    )
    es: SpanishFigure | None = Field(default=None, description="Title and summary in Spanish.")
