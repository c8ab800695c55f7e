"""What may be shown of a measure. Figures as they were reported go in here; nothing that must stay hidden comes out.

Pages, charts, their texts, downloads and PDFs are made from ``Published`` alone. So whoever wants to know what can be
worked out from all of them needs to look at nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coaching_manual.measuring import (
    Figure,
    Pool,
    PooledTable,
    Reported,
    Table,
    pool_breakdowns,
    pool_totals,
    publish_breakdown,
    publish_lines,
)
from coaching_manual.measuring.suppression import MAIN
from coaching_manual.model import Breakdown, Measure, Result

_Lines = Mapping[str, Figure]
_Groups = Mapping[str, Reported]


@dataclass(frozen=True)
class Published:
    """The figures of a measure that may be shown: by year, and of years taken together."""

    lines: Mapping[str, _Lines]  # by year, then by line
    tables: Mapping[str, Mapping[str, Table]]  # by breakdown, then by year
    pools: tuple[Pool, ...]
    pooled: Mapping[str, tuple[PooledTable, ...]]  # by breakdown

    @property
    def totals(self) -> Mapping[str, Figure]:
        """The figure of the measure itself, by year."""
        return {year: lines[MAIN] for year, lines in self.lines.items()}


def published(measure: Measure, by_year: Mapping[str, Sequence[Result]], breaks: Collection[str] = ()) -> Published:
    """What may be shown of the figures of some years. What later years bring changes nothing of earlier ones."""
    in_order = {year: by_year[year] for year in sorted(by_year)}
    reported = {year: _reported_lines(rows) for year, rows in in_order.items()}
    lines = _lines(measure, reported)
    totals = {year: figures[MAIN] for year, figures in lines.items()}
    tables: dict[str, dict[str, Table]] = {}
    pooled: dict[str, tuple[PooledTable, ...]] = {}
    for one in measure.breakdowns:
        groups = {year: groups for year, rows in in_order.items() if (groups := _reported_groups(one, rows))}
        tables[one.id] = {
            year: publish_breakdown(measure.counted, totals[year], groups[year]) for year in in_order if year in groups
        }
        pooled[one.id] = tuple(pool_breakdowns(measure.counted, totals, tables[one.id], groups, breaks))
    main = {year: lines_of[MAIN] for year, lines_of in reported.items()}
    return Published(lines, tables, tuple(pool_totals(measure.counted, main, totals, breaks)), pooled)


def _lines(measure: Measure, reported: Mapping[str, Mapping[str, Reported]]) -> dict[str, _Lines]:
    """By year, the lines that may be shown; ``reported`` is in the order of the years."""
    among = {one.id: one.among for one in measure.companions if one.among}
    shown: dict[str, _Lines] = {}
    for year, lines in reported.items():
        earlier = {one.id: _before(year, one.follows_up, shown) for one in measure.companions if one.follows_up}
        shown[year] = publish_lines(measure.counted, lines, among, follow_ups=earlier)
    return shown


def _before(year: str, years: int, shown: Mapping[str, _Lines]) -> Figure:
    """The figure of the measure itself some years before."""
    wanted = int(year[:4]) - years
    return next((lines[MAIN] for one, lines in shown.items() if int(one[:4]) == wanted), Figure())


def _reported_lines(rows: Sequence[Result]) -> dict[str, Reported]:
    return {MAIN: Reported(None), **{row.line or MAIN: _reported(row) for row in rows if not row.breakdown}}


def _reported_groups(breakdown: Breakdown, rows: Sequence[Result]) -> _Groups:
    """The groups of a breakdown; empty if none was reported."""
    found = {row.group: _reported(row) for row in rows if row.breakdown == breakdown.id and row.group}
    return {group.id: found.get(group.id, Reported(None)) for group in breakdown.groups} if found else {}


def _reported(row: Result) -> Reported:
    number = int(row.numerator) if row.numerator.isdigit() else None
    of = int(row.denominator) if row.denominator.isdigit() else None
    if number is not None and of is not None and number > of:
        return Reported(None)  # it is reported as wrong, so nothing is made of it
    return Reported(number, of, hidden="*" in {row.numerator, row.denominator})
