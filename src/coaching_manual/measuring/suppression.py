"""Which figures are hidden so that nobody can be recognized, also not by subtracting.

The rules (see docs/measures/how-we-count.md): a rate of a group of 10 people or fewer is never shown. For students
neither is a number from 1 to 10, or its complement. Public counts of roles are shown. A hidden group is never hidden
alone: others are hidden with it until what can be worked out by subtracting is itself a group of more than 10, of
which neither nobody nor everybody was counted. Whoever cannot tell a figure that is hidden for its own size from one
that is hidden for another's sake learns nothing from the marks either, so there is one mark for both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Counted = Literal["staff", "roles", "sites", "students"]
SMALL = 10
"""The largest group that is too small to be shown."""

_ROOM = 3  # how many sizes a hidden group must at least be able to have
_PAIR = 2
_REST = ""  # people of the total who are in no group that was reported


@dataclass(frozen=True)
class Reported:
    """A figure as it was reported: how many, out of how many; ``hidden`` by its source.

    None stands for what was not reported, and a denominator of None also for a line that has none.
    """

    numerator: int | None
    denominator: int | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Figure:
    """A figure as it is published. ``hidden``: there is more that is not shown."""

    numerator: int | None = None
    denominator: int | None = None
    hidden: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing was reported."""
        return self.numerator is None and not self.hidden

    @property
    def rate(self) -> tuple[int, int] | None:
        """Numerator and denominator, where both are shown and somebody could have been counted."""
        if self.numerator is None or not self.denominator:
            return None
        return self.numerator, self.denominator


HIDDEN = Figure(hidden=True)
Lines = Mapping[str, Figure]
MAIN = "main"


@dataclass(frozen=True)
class Table:
    """A published breakdown. ``withheld``: none of its groups can be shown."""

    groups: Mapping[str, Figure]
    withheld: bool = False


def publish_lines(
    counted: Counted,
    lines: Mapping[str, Reported],
    among: Mapping[str, str] | None = None,
    *,
    follow_ups: Mapping[str, Figure] | None = None,
) -> dict[str, Figure]:
    """The totals of a measure in a year: the measure itself (``main``) and the lines beside it.

    ``among`` says of which line's people a line is a part. Where the measure itself is hidden, so is everything that
    it could be worked out from. ``follow_ups`` are lines about people of an earlier year, each with the figure of that
    year: if it is hidden, so are they, and with this year's people they have nothing to do.
    """
    earlier = follow_ups or {}
    published = {name: _total(counted, line) for name, line in lines.items() if name not in earlier}
    main = published.get(MAIN, Figure())
    for name, figure in published.items():
        base = published.get((among or {}).get(name, ""))
        if figure.missing or name == MAIN:
            continue
        if (main.hidden and main.numerator is None) or (base is not None and _is_small_base(base)):
            published[name] = HIDDEN
        elif main.hidden and figure.denominator is not None:
            published[name] = Figure(figure.numerator, hidden=True)  # the two may be out of the same people
    if counted == "students" and any(figure.hidden for figure in published.values()):
        # one line may be what is left between two others, so all of them are shown or none
        published = {name: figure if figure.missing else HIDDEN for name, figure in published.items()}
    return published | {name: _followed(counted, lines[name], earlier[name]) for name in earlier if name in lines}


def _followed(counted: Counted, line: Reported, before: Figure) -> Figure:
    """A line about people of an earlier year; of students and public roles it is never shown."""
    figure = _total(counted, line)
    return HIDDEN if (before.hidden or counted in {"students", "roles"}) and not figure.missing else figure


def _is_small_base(base: Figure) -> bool:
    """Whether a part of these people may not be shown: they are too few, or hidden themselves."""
    return base.numerator is None or 0 < base.numerator <= SMALL


def _total(counted: Counted, line: Reported) -> Figure:
    if line.hidden:
        return HIDDEN
    if line.numerator is None:
        return Figure()
    if not _is_small(counted, line):
        return Figure(line.numerator, line.denominator)
    if counted == "roles" and line.numerator <= SMALL + 1 - _ROOM:
        return Figure(line.numerator, hidden=True)  # how many there are is public; out of how many is not told
    return HIDDEN


def _is_small(counted: Counted, line: Reported) -> bool:
    number, of = line.numerator or 0, line.denominator
    if counted == "students" and (0 < number <= SMALL or (of is not None and 0 < of - number <= SMALL)):
        return True
    return of is not None and of <= SMALL


def publish_breakdown(counted: Counted, total: Figure, groups: Mapping[str, Reported]) -> Table:
    """A breakdown of a published total, in which no hidden figure can be worked out from those that are shown."""
    known = {name: one for name, one in groups.items() if one.numerator is not None and not one.hidden}
    if total.numerator is None or total.hidden:
        return _withheld(groups)
    if total.denominator is None:
        return _counts_only(counted, total.numerator, groups, known)
    numbers = total.numerator - sum(one.numerator or 0 for one in known.values())
    people = total.denominator - sum(one.denominator or 0 for one in known.values())
    if not 0 <= numbers <= people or any(one.denominator is None for one in known.values()):
        return _withheld(groups)  # the groups do not fit the total, so nothing is known of what they give away
    others = len(groups) - len(known)
    units = {**known, _REST: Reported(numbers, people)} if people or others else known
    hidden = {name for name, one in units.items() if _is_small(counted, one)} | ({_REST} if others else set())
    everybody_alike = total.numerator in {0, total.denominator}
    if hidden and not everybody_alike:
        hidden = _with_others(counted, units, hidden, others)
    if hidden >= set(known) or (hidden and everybody_alike):
        return _withheld(groups)
    return Table({name: _shown(groups[name], hidden=name in hidden) for name in groups})


def _counts_only(counted: Counted, total: int, groups: Mapping[str, Reported], known: Mapping[str, Reported]) -> Table:
    """Groups of a line that has no denominator: only public counts of roles are shown so."""
    if counted != "roles" or len(known) < len(groups) or sum(one.numerator or 0 for one in known.values()) > total:
        return _withheld(groups)
    return Table({name: Figure(one.numerator) for name, one in known.items()})


def _with_others(counted: Counted, units: Mapping[str, Reported], hidden: set[str], others: int) -> set[str]:
    """The groups to hide so that those that must be are safe: the smallest ones go first.

    ``others`` are groups of which nothing was reported: the rest of the total stands for them.
    """
    hidden = set(hidden)
    by_size = sorted(units, key=lambda name: (units[name].denominator or 0, name))
    while len(hidden) < len(units):
        alone = others + len(hidden - {_REST}) < _PAIR
        if not alone and _is_safe(counted, [units[name] for name in hidden]):
            break
        hidden.add(next(name for name in by_size if name not in hidden))
    return hidden


def _is_safe(counted: Counted, hidden: Sequence[Reported]) -> bool:
    """Whether what subtracting gives, the hidden groups taken together, gives none of them away."""
    numbers = sum(one.numerator or 0 for one in hidden)
    people = sum(one.denominator or 0 for one in hidden)
    return 0 < numbers < people and not _is_small(counted, Reported(numbers, people))


def _shown(one: Reported, *, hidden: bool) -> Figure:
    if hidden or one.hidden:
        return HIDDEN
    return Figure(one.numerator, one.denominator)


def _withheld(groups: Mapping[str, Reported]) -> Table:
    return Table(dict.fromkeys(groups, HIDDEN), withheld=True)
