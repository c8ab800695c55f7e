"""What pages about measures show: plain data, with nothing in it that must stay hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from coaching_manual.figures import ChartDrawing
from coaching_manual.model import (
    Accreditation,
    AccreditedProgram,
    LogicLink,
    LogicStep,
    Measure,
    Source,
)
from coaching_manual.views.shapes import Link, TermLink

Standing = Literal["not-reported", "hidden", "reported"]
Movement = Literal[-1, 0, 1]


@dataclass(frozen=True)
class FigureView:
    """A figure of one year in words; ``standing`` says whether it is there."""

    standing: Standing
    words: str
    number: int | None = None
    of: int | None = None
    percent: int | None = None
    interval: tuple[int, int] | None = None
    chance: str = ""  # what chance alone may do, in a sentence


@dataclass(frozen=True)
class LineView:
    """A figure with its name: a line beside a measure, or a group of a breakdown."""

    id: str
    title: str
    figure: FigureView


@dataclass(frozen=True)
class PoolView:
    """Years taken together, because each of them is too small to be shown alone."""

    years: tuple[str, ...]
    label: str  # 2023–24 and 2024–25
    figure: FigureView


@dataclass(frozen=True)
class PooledTableView:
    """A breakdown of years taken together."""

    id: str
    title: str
    years: tuple[str, ...]
    groups: tuple[LineView, ...]
    note: str


@dataclass(frozen=True)
class BreakdownView:
    """A measure broken down by groups; ``note`` says why some are hidden."""

    id: str
    title: str
    groups: tuple[LineView, ...]
    withheld: bool
    note: str
    together: PooledTableView | None = None  # the last years that can be shown together


@dataclass(frozen=True)
class TargetView:
    """A target and what became of it."""

    year: str
    words: str  # at least 90%
    reason: str
    outcome: str  # reached, not reached, …, in a sentence; empty while nothing is reported
    value: int
    reached: bool | None = None  # None: that cannot be said


@dataclass(frozen=True)
class YearView:
    """A measure in one school year."""

    year: str
    label: str  # 2025–26
    figure: FigureView
    companions: tuple[LineView, ...]
    breakdowns: tuple[BreakdownView, ...]
    target: TargetView | None
    change: str  # a new definition begins with this year, and why; empty: none
    has_before: bool = False  # an earlier year was reported too
    lines_note: str = ""  # why lines beside it are hidden


@dataclass(frozen=True)
class ChartView:
    """A chart in its two widths, and the same in words."""

    name: str
    title: str
    point: str  # what the chart says, in a sentence
    description: str  # every value in it
    wide: ChartDrawing
    narrow: ChartDrawing
    illustrative: bool


@dataclass(frozen=True)
class SpanishState:
    """How a measure stands, in Spanish."""

    title: str
    question: str
    state: str
    caution: str
    draft: bool


@dataclass(frozen=True)
class MeasureView:
    """A measure with its figures, as far as they may be shown."""

    measure: Measure
    number: int
    href: str
    illustrative: bool
    standing: Standing
    headline: str  # how it stands, in the fewest words
    state: str  # the same with its figure
    comparison: str  # with the year before, in a sentence
    movement: Movement  # 0 wherever chance alone may have done it
    years: tuple[YearView, ...]
    latest: YearView | None
    targets: tuple[TargetView, ...]
    chart: ChartView | None
    together: tuple[PoolView, ...] = ()
    pooling_note: str = ""  # what becomes of years that are too small
    tables_together: tuple[PooledTableView, ...] = ()
    curricula: tuple[Link, ...] = ()
    terms: tuple[TermLink, ...] = ()
    sources: tuple[Source, ...] = ()
    es: SpanishState | None = None

    @property
    def family_caution(self) -> str:
        """What the figure does not show, as families read it."""
        return self.measure.family_caution or self.measure.cautions[0]


@dataclass(frozen=True)
class DashboardView:
    """All measures at one look."""

    measures: tuple[MeasureView, ...]
    summary: tuple[str, ...]
    summary_es: str
    illustrative: bool
    latest: str | None  # the latest year, such as 2025–26
    reports: tuple[Link, ...]
    report: Link | None = None  # of that year, and the same for families
    families: Link | None = None
    families_es: Link | None = None
    families_draft: bool = False  # no translator has approved the Spanish yet


@dataclass(frozen=True)
class ServiceLine:
    """What was held for one group in a year."""

    title: str
    href: str | None
    group: str
    sessions: str
    people: str


@dataclass(frozen=True)
class ServicesYear:
    """Training and services of a year, with the totals that may be shown."""

    label: str
    lines: tuple[ServiceLine, ...]
    sessions: int
    hidden: bool


@dataclass(frozen=True)
class ServicesView:
    """The log of training and services."""

    years: tuple[ServicesYear, ...]
    illustrative: bool


@dataclass(frozen=True)
class AccreditationView:
    """The cycle of accreditation, and where each program stands."""

    record: Accreditation
    years: tuple[tuple[int, tuple[AccreditationStep, ...]], ...]
    programs: tuple[AccreditedProgram, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class AccreditationStep:
    """What is due in a year of the cycle."""

    title: str
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class LogicLinkView:
    """A link of the logic model with the names of its ends."""

    link: LogicLink
    before: str
    after: str
    support: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class LogicView:
    """The logic model: steps by stage, and what evidence says of the links."""

    summary: str
    stages: tuple[tuple[str, tuple[LogicStepView, ...]], ...]
    links: tuple[LogicLinkView, ...]
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class LogicStepView:
    """A step of the logic model with the measures that show it."""

    step: LogicStep
    measures: tuple[Link, ...] = field(default=())


@dataclass(frozen=True)
class DataRow:
    """A line of what may be downloaded."""

    school_year: str
    measure: str
    title: str
    line: str
    breakdown: str
    group: str
    numerator: int | None
    denominator: int | None
    percentage: int | None
    status: str  # reported, hidden, not reported
    illustrative: bool
