"""Invented figures of a measure over some years, and other figures that they could just as well be.

A world holds every number that somebody could have counted. What a reader of the site knows of it are equations over
these numbers. ``other`` looks for the nearest world in which all equations hold and one number is different.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from coaching_manual.measuring import Counted
from coaching_manual.model import Measure, Result

YEARS = ("2022-23", "2023-24", "2024-25", "2025-26")
LEVELS, WAYS = ("one", "two", "three"), ("here", "there")
_MOST = 2_000
_TRIES = 20

Name = tuple[str, str, str]  # school year, what ("main", a line, or breakdown/group), and n or d
Terms = Mapping[Name, int]
Fact = tuple[tuple[Name, ...], int]
"""Some numbers, and their sum. A single number is a sum of one."""


def measure(counted: Counted) -> Measure:
    """A measure with every kind of link between its figures: parts, sums, and people looked at again a year later."""
    count = {"label": "Counted", "counts": "Those counted."}
    lines = [
        {"id": "with-leavers", "title": "With leavers", "numerator": count, "denominator": count},
        {"id": "left", "title": "Left", "numerator": count},
        {"id": "part", "title": "Part", "numerator": count, "among": "main"},
        {"id": "later", "title": "Later", "numerator": count, "denominator": count, "follows_up": 1},
    ]
    breakdowns = [
        {"id": name, "title": name.capitalize(), "groups": [{"id": one, "title": one.capitalize()} for one in groups]}
        for name, groups in (("level", LEVELS), ("way", WAYS))
    ]
    return Measure.model_validate(
        {
            "id": "measured",
            "title": "Measured",
            "question": "How many?",
            "why": "To know.",
            "show": "both",
            "counted": counted,
            "numerator": count,
            "denominator": count,
            "window": "A year.",
            "data_source": "Records.",
            "reported": "Yearly.",
            "direction": "higher",
            "cautions": ["None."],
            "action_steps": [7],
            "companions": lines,
            "breakdowns": breakdowns,
        }
    )


PLACES = (
    *("main", "with-leavers", "later"),
    *(f"level/{one}" for one in LEVELS),
    *(f"way/{one}" for one in WAYS),
)
"""What has both a numerator and a denominator."""


@dataclass(frozen=True)
class World:
    """Every number of some years."""

    years: tuple[str, ...]
    numbers: Mapping[Name, int]
    followed: bool = True  # the people of each year are looked at again a year later

    def value(self, name: Name) -> int:
        """A number that is counted, or follows from those."""
        return sum(times * self.numbers[one] for one, times in _terms(name).items())

    def results(self) -> Iterator[Result]:
        """The figures as a district reports them."""
        for year in self.years:
            for place in (*PLACES, "left", "part"):
                breakdown, _, group = place.rpartition("/")
                number = str(self.value((year, place, "n")))
                of = str(self.value((year, place, "d"))) if place in PLACES else ""
                line = None if breakdown or place == "main" else place
                yield Result(
                    year=year,
                    measure="measured",
                    line=line,
                    breakdown=breakdown or None,
                    group=group if breakdown else None,
                    numerator=number,
                    denominator=of,
                )

    def names(self) -> Iterator[Name]:
        """Every number that is reported."""
        for year in self.years:
            yield from ((year, place, column) for place in PLACES for column in ("n", "d"))
            yield from ((year, place, "n") for place in ("left", "part"))

    def others(self, facts: Sequence[Fact], changed: Name) -> Iterator[World]:
        """Worlds in which all facts hold and one number is different: the nearest ones first, then farther ones."""
        searches = _Search(self, facts), _Search(self, [*facts, *self._sums()])
        for costs in range(_TRIES):
            for by in (1, -1, 2, -2, 3):
                found = (search.nearest(changed, by, costs) for search in searches)
                yield from (world for world in found if world is not None)

    def _sums(self) -> Iterator[Fact]:
        """All years together: nobody knows them, but where they stay the same, so do sums that are not shown."""
        for column in ("n", "d"):
            names = tuple((year, "main", column) for year in self.years)
            yield names, sum(map(self.value, names))


def _terms(name: Name) -> Terms:
    """A number that follows from others as their sum."""
    year, place, column = name
    if place == "main" or (place == "with-leavers" and column == "n"):
        return {(year, f"level/{one}", column): 1 for one in LEVELS}
    if place == "with-leavers":
        return {**_terms((year, "main", "d")), (year, "left", "n"): 1}
    return {name: 1}


def _less(left: Terms, right: Terms) -> Terms:
    return {name: left.get(name, 0) - right.get(name, 0) for name in {*left, *right}}


class _Search:
    """Whole numbers that fit, as few of them different from those of a world as can be."""

    def __init__(self, world: World, facts: Sequence[Fact]) -> None:
        self._world = world
        self._at = {name: at for at, name in enumerate(world.numbers)}
        self._rows: list[np.ndarray] = []
        self._low: list[float] = []
        self._high: list[float] = []
        for terms, kind in self._rules():
            self._add(terms, 0, 0 if kind == "equal" else np.inf)
        for names, value in facts:
            summed: dict[Name, int] = {}
            for one in names:
                for name, times in _terms(one).items():
                    summed[name] = summed.get(name, 0) + times
            self._add(summed, value, value)

    def _rules(self) -> Iterator[tuple[Terms, Literal["equal", "less"]]]:
        """What is true of every world: nobody is counted who is not there, groups are everybody, and so on."""
        for before, year in zip((None, *self._world.years), self._world.years, strict=False):
            for place in PLACES:
                yield _less(_terms((year, place, "d")), _terms((year, place, "n"))), "less"
            yield _less(_terms((year, "main", "n")), {(year, "part", "n"): 1}), "less"
            for column in ("n", "d"):
                ways: Terms = {(year, f"way/{one}", column): 1 for one in WAYS}
                yield _less(_terms((year, "main", column)), ways), "equal"
            if before and self._world.followed:
                yield _less(_terms((year, "later", "d")), _terms((before, "with-leavers", "d"))), "equal"
                yield _less(_terms((year, "later", "n")), _terms((before, "main", "n"))), "less"

    def _add(self, terms: Terms, low: float, high: float) -> None:
        row = np.zeros(2 * len(self._at))
        for name, times in terms.items():
            row[self._at[name]] += times
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)

    def nearest(self, changed: Name, by: int, costs: int) -> World | None:
        """The nearest world in which a number is larger by so much; ``costs`` chooses among several of them.

        Beside each number stands how far it is from what it was, and that is kept small.
        """
        count = len(self._at)
        was = np.array([float(number) for number in self._world.numbers.values()])
        row = np.zeros(2 * count)
        for name, times in _terms(changed).items():
            row[self._at[name]] = times
        wanted = self._world.value(changed) + by
        apart = [np.hstack([sign * np.eye(count), np.eye(count)]) for sign in (1, -1)]
        chance = np.random.default_rng(costs)
        weights = chance.integers(1, 9, count) if costs else np.ones(count)
        was = np.maximum(0, was + chance.integers(-2, 3, count)) if costs > 1 else was
        found = milp(
            np.hstack([np.zeros(count), weights]),
            integrality=np.ones(2 * count),
            bounds=Bounds(0, _MOST),
            constraints=[
                LinearConstraint(np.array(self._rows), np.array(self._low), np.array(self._high)),
                LinearConstraint(apart[0], was, np.inf),
                LinearConstraint(apart[1], -was, np.inf),
                LinearConstraint(row, wanted, wanted),
            ],
        )
        if found.x is None:
            return None
        numbers = {name: round(found.x[at]) for name, at in self._at.items()}
        return World(self._world.years, numbers, self._world.followed)


_pairs = st.integers(0, 30).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
_small = st.integers(0, 5).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))

_middling = st.integers(3, 9).flatmap(lambda of: st.tuples(st.integers(1, of - 1), st.just(of)))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Worlds of two to four years, most with small groups in them."""
    years = YEARS[: draw(st.integers(2, len(YEARS)))]
    sizes = draw(st.sampled_from([(_small,), (_middling,), (_small, _pairs), (_small, _middling, _pairs)]))
    numbers: dict[Name, int] = {}
    before: tuple[int, int] | None = None
    for year in years:
        pair = draw(st.sampled_from(sizes))
        groups = [draw(pair) for _ in LEVELS]
        number, of = (sum(group[at] for group in groups) for at in (0, 1))
        for name, group in zip(LEVELS, groups, strict=True):
            numbers |= dict(zip([(year, f"level/{name}", "n"), (year, f"level/{name}", "d")], group, strict=True))
        counted = draw(st.integers(0, number))
        not_counted = draw(st.integers(0, of - number))
        left = draw(st.integers(0, 4))
        later_of = before[1] if before else draw(st.integers(0, 30))
        later = draw(st.integers(before[0] if before else 0, later_of))
        numbers |= {
            (year, "way/here", "n"): counted,
            (year, "way/here", "d"): counted + not_counted,
            (year, "way/there", "n"): number - counted,
            (year, "way/there", "d"): of - counted - not_counted,
            (year, "left", "n"): left,
            (year, "part", "n"): draw(st.integers(0, number)),
            (year, "later", "n"): later,
            (year, "later", "d"): later_of,
        }
        before = (number, of + left)
    return World(years, numbers)
