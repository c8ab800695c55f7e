"""Growth: matrices, levels, comparisons and what is not written yet. Levels choose support and never rate a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from coaching_manual.addresses import assessment_page, comparison_page
from coaching_manual.index import Index
from coaching_manual.model import GrowthCell, GrowthGroup, GrowthLevel, GrowthStrand
from coaching_manual.views.growth_shapes import (
    CellView,
    CoachingRow,
    Count,
    Gap,
    GroupView,
    GrowthCoverage,
    LevelView,
    Pair,
    StrandRow,
)
from coaching_manual.views.shapes import Link, TermLink

_NOTHING = GrowthCell()


class Growth:
    """The views over the growth of an index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def levels(self) -> tuple[GrowthLevel, ...]:
        """The growth levels, from the first to the last."""
        return tuple(entry.record for entry in self._index.tables["level"].values())

    @property
    def strands(self) -> tuple[GrowthStrand, ...]:
        """The strands, in their order."""
        return tuple(entry.record for entry in self._index.tables["strand"].values())

    def groups(self) -> tuple[GroupView, ...]:
        """All employee groups, by their titles."""
        groups = (entry.record for entry in self._index.tables["growth"].values())
        return tuple(self.group(group.id) for group in sorted(groups, key=lambda one: one.title))

    def group(self, group_id: str) -> GroupView:
        """An employee group with its matrix."""
        group: GrowthGroup = self._index.find("growth", group_id).record
        return GroupView(
            group=group,
            href=f"growth:{group.id}",
            compare_href=f"page:{comparison_page(group.id)}",
            assess_href=f"page:{assessment_page(group.id)}",
            terms=tuple(self._terms(group.terms)),
            levels=self.levels,
            coaching=tuple(self._coaching(group, level) for level in self.levels),
            rows=tuple(StrandRow(strand, tuple(self._cells(group, strand))) for strand in self.strands),
            roles=tuple(self._open_roles(group.id)),
        )

    def level(self, level_id: str) -> LevelView:
        """A level, with the coaching of each group at it."""
        level: GrowthLevel = self._index.find("level", level_id).record
        levels = self.levels
        at = levels.index(level)
        groups = (view.group for view in self.groups())
        return LevelView(
            level=level,
            href=f"level:{level.id}",
            number=at + 1,
            count=len(levels),
            previous=_level_link(levels[at - 1]) if at else None,
            next=_level_link(levels[at + 1]) if at + 1 < len(levels) else None,
            coaching=tuple(self._coaching(group, level) for group in groups if level.id in group.coaching),
        )

    def pairs(self, group_id: str) -> tuple[Pair, ...]:
        """Every two levels that can be compared for a group."""
        page = f"page:{comparison_page(group_id)}"
        return tuple(
            Pair(before, after, f"{page}#{before.id}.{after.id}") for before, after in combinations(self.levels, 2)
        )

    def coverage(self) -> GrowthCoverage:
        """Which cells are written, which are empty on purpose, and which are holes."""
        groups = self.groups()
        rows = tuple((_group_link(view.group), tuple(_count(row.cells) for row in view.rows)) for view in groups)
        gaps = [(view.group, one) for view in groups for row in view.rows for one in row.cells]
        everything = [one for _, one in gaps]
        return GrowthCoverage(
            strands=self.strands,
            rows=rows,
            holes=tuple(_gap(group, one) for group, one in gaps if one.hole),
            empty=tuple(_gap(group, one) for group, one in gaps if one.cell.empty),
            total=_count(everything),
        )

    def training_of(self, curriculum_ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to training, each once, as far as it exists."""
        table = self._index.tables["curriculum"]
        known = (table[one].record for one in dict.fromkeys(curriculum_ids) if one in table)
        return tuple(Link(course.title, f"curriculum:{course.id}") for course in known)

    def role_links(self, role_ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to roles, as far as they exist."""
        table = self._index.tables["role"]
        known = (table[one].record for one in dict.fromkeys(role_ids) if one in table)
        return tuple(Link(role.title, f"role:{role.id}") for role in known)

    def _coaching(self, group: GrowthGroup, level: GrowthLevel) -> CoachingRow:
        said = group.coaching.get(level.id)
        return CoachingRow(
            group=_group_link(group),
            level=level,
            looks_like=said.looks_like if said else "",
            how_often=said.how_often if said else "",
            who=self.role_links(said.who if said else ()),
            training=self.training_of(said.training if said else ()),
        )

    def _cells(self, group: GrowthGroup, strand: GrowthStrand) -> Iterator[CellView]:
        written = group.strands.get(strand.id, {})
        for level in self.levels:
            cell = written.get(level.id)
            at_level = group.coaching[level.id].training if level.id in group.coaching else ()
            training = self.training_of(one for one in (cell.training if cell else ()) if one not in at_level)
            yield CellView(strand, level, cell or _NOTHING, training, hole=cell is None or cell.hole)

    def _open_roles(self, group_id: str) -> Iterator[Link]:
        for entry in self._index.tables["role"].values():
            role = entry.record
            if not role.selection.ready.groups or group_id in role.selection.ready.groups:
                yield Link(role.title, f"role:{role.id}", role.purpose)

    def _terms(self, term_ids: Iterable[str]) -> Iterator[TermLink]:
        found = (self._index.terms[one].record for one in term_ids if one in self._index.terms)
        return (TermLink(term.id, term.term, term.definition) for term in found)


def _level_link(level: GrowthLevel) -> Link:
    return Link(level.title, f"level:{level.id}", level.description)


def _group_link(group: GrowthGroup) -> Link:
    return Link(group.title, f"growth:{group.id}", group.summary)


def _count(cells: Iterable[CellView]) -> Count:
    all_of_them = list(cells)
    holes = sum(one.hole for one in all_of_them)
    empty = sum(one.cell.empty is not None for one in all_of_them)
    return Count(len(all_of_them) - holes - empty, empty, holes)


def _gap(group: GrowthGroup, one: CellView) -> Gap:
    return Gap(_group_link(group), one.strand.title, one.level.title, one.cell.empty or "")
