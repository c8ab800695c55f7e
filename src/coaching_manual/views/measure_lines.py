"""The lines of a measure in words: those beside it, the groups of its breakdowns, and years taken together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coaching_manual.measuring import Figure, PooledTable, Table
from coaching_manual.model import Breakdown, Measure
from coaching_manual.views import measure_words as words
from coaching_manual.views.measure_published import Published
from coaching_manual.views.measure_shapes import BreakdownView, LineView, PooledTableView, PoolView


def line_views(measure: Measure, lines: Mapping[str, Figure]) -> Iterator[LineView]:
    """The lines beside a measure in a year."""
    for one in measure.companions:
        figure = lines.get(one.id, Figure())
        yield LineView(one.id, one.title, words.figure_view(figure, as_percentage=one.denominator is not None))


def pool_views(measure: Measure, shown: Published) -> Iterator[PoolView]:
    """Years taken together, because each of them is too small."""
    for pool in shown.pools:
        figure = words.figure_view(
            pool.figure, as_percentage=words.shows_percentage(measure), counted=words.counted(measure)
        )
        yield PoolView(pool.years, words.years_label(pool.years), figure)


def breakdown_views(measure: Measure, shown: Published, year: str) -> Iterator[BreakdownView]:
    """The breakdowns that were reported in a year; each with the last years that are shown together."""
    for one in measure.breakdowns:
        table = shown.tables[one.id].get(year)
        if table is not None:
            pools = [pool for pool in shown.pooled[one.id] if pool.years[-1] <= year]
            together = _table(measure, one, pools[-1]) if pools else None
            groups = tuple(_groups(measure, one, table))
            yield BreakdownView(one.id, one.title, groups, table.withheld, _note(table), together)


def pooled_tables(measure: Measure, shown: Published) -> Iterator[PooledTableView]:
    """Every breakdown of years taken together."""
    for one in measure.breakdowns:
        yield from (_table(measure, one, pool) for pool in shown.pooled[one.id])


def _table(measure: Measure, breakdown: Breakdown, pool: PooledTable) -> PooledTableView:
    groups = tuple(_groups(measure, breakdown, pool.table))
    title = f"{breakdown.title}, {words.years_label(pool.years)}"
    return PooledTableView(breakdown.id, title, pool.years, groups, _note(pool.table))


def _groups(measure: Measure, breakdown: Breakdown, table: Table) -> Iterator[LineView]:
    for group in breakdown.groups:
        figure = words.figure_view(table.groups[group.id], as_percentage=words.shows_percentage(measure))
        yield LineView(group.id, group.title, figure)


def _note(table: Table) -> str:
    if table.withheld:
        return words.WITHHELD
    return words.WHY_HIDDEN if any(figure.hidden for figure in table.groups.values()) else ""
