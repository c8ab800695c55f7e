"""Years that are too small to be shown alone, taken together.

Only years that are hidden are taken together, each of them once, and what was taken together stays so when later years
come. So no sum can be subtracted from another one, nor a shown year from a sum. What is left to guess is how a sum is
spread over its years, and to that there are always several answers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from coaching_manual.measuring.suppression import SMALL, Counted, Figure, Reported, Table, publish_breakdown

Sum = TypeVar("Sum")

_TOGETHER = 3  # school years; what was longer ago says little of what is done today
_ROOM = 2  # the smallest and the largest value that a hidden number can have are at least so far apart
_POOLED = ("staff", "sites")  # students and public roles are hidden by other rules, which leave less room to hide in


@dataclass(frozen=True)
class Pool:
    """A figure of some years together."""

    years: tuple[str, ...]
    figure: Figure


@dataclass(frozen=True)
class PooledTable:
    """A breakdown of some years together."""

    years: tuple[str, ...]
    table: Table


def pool_totals(
    counted: Counted, reported: Mapping[str, Reported], published: Mapping[str, Figure], breaks: Collection[str] = ()
) -> Iterator[Pool]:
    """The totals of hidden years together, where they can be shown so.

    ``breaks`` are years from which another definition holds: nothing is taken together across them.
    """
    if counted in _POOLED:
        hidden = [year for year, one in reported.items() if published[year].hidden and _is_whole(one)]
        for years, figure in _blocks(hidden, breaks, lambda years: _total([reported[one] for one in years])):
            yield Pool(years, figure)


def pool_breakdowns(
    counted: Counted,
    totals: Mapping[str, Figure],
    tables: Mapping[str, Table],
    groups: Mapping[str, Mapping[str, Reported]],
    breaks: Collection[str] = (),
) -> Iterator[PooledTable]:
    """Three years of a breakdown together, if none of its groups is shown in any of them."""
    if counted in _POOLED:
        hidden = [year for year, table in tables.items() if table.withheld and _adds_up(totals[year], groups[year])]
        for years, table in _blocks(hidden, breaks, lambda years: _table(counted, [groups[one] for one in years])):
            yield PooledTable(years, table)


def _blocks(
    years: Iterable[str], breaks: Collection[str], together: Callable[[Sequence[str]], Sum | None]
) -> Iterator[tuple[tuple[str, ...], Sum]]:
    """Neighbouring years, from the first one on: as soon as some can be shown together they are, and begin anew."""
    waiting: tuple[str, ...] = ()
    for year in sorted(years):
        waiting = (*(one for one in waiting if _belong_together(one, year, breaks)), year)
        made = together(waiting)
        if made is not None:
            yield waiting, made
            waiting = ()


def _belong_together(early: str, late: str, breaks: Collection[str]) -> bool:
    return int(late[:4]) - int(early[:4]) < _TOGETHER and not any(early < one <= late for one in breaks)


def _is_whole(one: Reported) -> bool:
    return not one.hidden and one.numerator is not None and one.denominator is not None


def _added(parts: Iterable[Reported]) -> Reported:
    both = [(one.numerator or 0, one.denominator or 0) for one in parts]
    return Reported(sum(number for number, _ in both), sum(of for _, of in both))


def _total(years: Sequence[Reported]) -> Figure | None:
    """The figure of some years of at most ``SMALL`` people each; None if a year could be worked out from it."""
    whole = _added(years)
    number, of = whole.numerator or 0, whole.denominator or 0
    fits = SMALL < of <= SMALL * len(years) - _ROOM
    return Figure(number, of) if fits and _ROOM <= number <= of - _ROOM else None


def _adds_up(total: Figure, groups: Mapping[str, Reported]) -> bool:
    """Whether a year's groups are known and make up its total, of which some were counted and some were not."""
    if total.rate is None or not all(map(_is_whole, groups.values())):
        return False
    whole = _added(groups.values())
    return (whole.numerator, whole.denominator) == total.rate and 0 < total.rate[0] < total.rate[1]


def _table(counted: Counted, years: Sequence[Mapping[str, Reported]]) -> Table | None:
    """A breakdown of some years together; None if a group of one year could be worked out from it.

    Known are the totals of each year and the sums of each group. What a group had in a year lies between bounds (after
    Fréchet) that are apart, as long as some are left in the other groups: of those counted, and of those not counted.
    """
    if len(years) < _TOGETHER:
        return None
    sums = {name: _added(groups[name] for groups in years) for name in years[0]}
    whole = _added(sums.values())
    number, of = whole.numerator or 0, whole.denominator or 0
    table = publish_breakdown(counted, Figure(number, of), sums)
    shown = [figure.rate for figure in table.groups.values() if figure.rate]
    roomy = all(_has_room(part, number) and _has_room(people - part, of - number) for part, people in shown)
    return table if shown and roomy else None


def _has_room(part: int, whole: int) -> bool:
    return _ROOM <= part <= whole - _ROOM
