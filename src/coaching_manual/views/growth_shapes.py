"""The shapes of what the pages on growth and roles get."""

from __future__ import annotations

from dataclasses import dataclass

from coaching_manual.model import GrowthCell, GrowthGroup, GrowthLevel, GrowthStrand, Role
from coaching_manual.views.shapes import Link, TermLink


@dataclass(frozen=True)
class CellView:
    """A cell of a matrix. ``hole``: nobody wrote it, and nobody said why."""

    strand: GrowthStrand
    level: GrowthLevel
    cell: GrowthCell
    training: tuple[Link, ...]  # beside that of its level
    hole: bool

    @property
    def anchor(self) -> str:
        """The id of the cell on a page."""
        return f"{self.strand.id}-{self.level.id}"


@dataclass(frozen=True)
class StrandRow:
    """A strand with its cells, one for each level."""

    strand: GrowthStrand
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class CoachingRow:
    """How coaching works for an employee group at a level; the texts are empty if nobody wrote them."""

    group: Link
    level: GrowthLevel
    looks_like: str
    how_often: str
    who: tuple[Link, ...]
    training: tuple[Link, ...]


@dataclass(frozen=True)
class GroupView:
    """An employee group with its matrix."""

    group: GrowthGroup
    href: str
    compare_href: str
    assess_href: str
    terms: tuple[TermLink, ...]
    levels: tuple[GrowthLevel, ...]
    coaching: tuple[CoachingRow, ...]
    rows: tuple[StrandRow, ...]
    roles: tuple[Link, ...]

    @property
    def trained(self) -> tuple[CoachingRow, ...]:
        """The levels that have training, whatever the strand."""
        return tuple(row for row in self.coaching if row.training)


@dataclass(frozen=True)
class LevelView:
    """A growth level, and how coaching works at it for each group."""

    level: GrowthLevel
    href: str
    number: int
    count: int
    previous: Link | None
    next: Link | None
    coaching: tuple[CoachingRow, ...]


@dataclass(frozen=True)
class Pair:
    """Two levels to compare, the earlier one first, and where they stand side by side."""

    before: GrowthLevel
    after: GrowthLevel
    href: str


@dataclass(frozen=True)
class Count:
    """How many cells of a strand a group has: written, empty on purpose, and holes."""

    written: int
    empty: int
    holes: int


@dataclass(frozen=True)
class Gap:
    """A cell without a text: where it is, and the reason if one was given."""

    group: Link
    strand: str
    level: str
    reason: str


@dataclass(frozen=True)
class GrowthCoverage:
    """Where growth is written and where not."""

    strands: tuple[GrowthStrand, ...]
    rows: tuple[tuple[Link, tuple[Count, ...]], ...]
    holes: tuple[Gap, ...]
    empty: tuple[Gap, ...]
    total: Count


@dataclass(frozen=True)
class RoleView:
    """A role with what it leads to."""

    role: Role
    href: str
    card_href: str
    terms: tuple[TermLink, ...]
    training: tuple[Link, ...]
    near: tuple[Link, ...]
    groups: tuple[Link, ...]
    needed: tuple[Link, ...]
    gives: tuple[Link, ...]
    steps: tuple[Link, ...]
