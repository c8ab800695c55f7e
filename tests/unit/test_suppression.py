"""No hidden figure of one year can be worked out: an attacker with linear programming tries, and fails.

Several years, and everything that is published of them, are attacked in test_recovery.

The attacker knows every published number, that groups add up to their total, that nobody is counted who is not there,
that a line is a part of another where that is said, and that a hidden total is that of a group of 10 or fewer. For each
hidden number the smallest and the largest value that fit all this are computed. If they are the same, it is recovered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from coaching_manual.measuring import SMALL, Counted, Figure, Reported, Table, publish_breakdown, publish_lines

Variable = tuple[str, str]  # whose number it is, and which of the two


@dataclass
class Attacker:
    """What can be known, as equations and inequalities over hidden numbers."""

    names: list[Variable] = field(default_factory=list)
    equal: list[tuple[dict[Variable, float], float]] = field(default_factory=list)
    at_most: list[tuple[dict[Variable, float], float]] = field(default_factory=list)

    def learn(self, whose: str, figure: Figure, *, has_denominator: bool = True) -> None:
        """A published figure, or that it is hidden."""
        columns = ("numerator", "denominator") if has_denominator else ("numerator",)
        for column in columns:
            self.names.append((whose, column))
            value = getattr(figure, column)
            if value is not None:
                self.equal.append(({(whose, column): 1}, value))
        if has_denominator:
            self.at_most.append(({(whose, "numerator"): 1, (whose, "denominator"): -1}, 0))

    def learn_sum(self, total: str, parts: list[str]) -> None:
        for column in ("numerator", "denominator"):
            row: dict[Variable, float] = {(part, column): 1.0 for part in parts}
            self.equal.append(({**row, (total, column): -1.0}, 0))

    def learn_limit(self, whose: str, limit: int) -> None:
        self.at_most.append(({(whose, "denominator"): 1}, limit))

    def bounds(self, wanted: Variable) -> tuple[float, float]:
        """The smallest and the largest value that a number can have."""
        ends = []
        for sign in (1, -1):
            found = linprog(
                [sign * float(name == wanted) for name in self.names],
                A_eq=[self._row(row) for row, _ in self.equal] or None,
                b_eq=[value for _, value in self.equal] or None,
                A_ub=[self._row(row) for row, _ in self.at_most] or None,
                b_ub=[value for _, value in self.at_most] or None,
                bounds=[(0, 10_000)] * len(self.names),
            )
            assert found.status == 0, found.message
            ends.append(sign * found.fun)
        return ends[0], ends[1]

    def _row(self, row: Mapping[Variable, float]) -> list[float]:
        return [row.get(name, 0.0) for name in self.names]


def recovered(attacker: Attacker, hidden: list[Variable]) -> list[tuple[Variable, float]]:
    """The hidden numbers that can have only one value (whole numbers lie at least one apart)."""
    found = []
    for wanted in hidden:
        low, high = attacker.bounds(wanted)
        if high - low < 1 - 1e-6:
            found.append((wanted, low))
    return found


def hidden_numbers(whose: str, figure: Figure, columns: tuple[str, ...]) -> Iterator[Variable]:
    if figure.hidden:
        yield from ((whose, column) for column in columns if getattr(figure, column) is None)


BOTH = ("numerator", "denominator")
pairs = st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
small_pairs = st.integers(0, 14).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
counted = st.sampled_from(["staff", "roles", "sites", "students"])
tables = st.lists(st.one_of(pairs, small_pairs), min_size=2, max_size=6)


def total_of(groups: list[tuple[int, int]]) -> Reported:
    return Reported(sum(number for number, _ in groups), sum(of for _, of in groups))


def published(kind: Counted, groups: list[tuple[int, int]]) -> tuple[Figure, Table]:
    total = publish_lines(kind, {"main": total_of(groups)})["main"]
    return total, publish_breakdown(kind, total, {f"g{at}": Reported(*one) for at, one in enumerate(groups)})


@settings(max_examples=40, deadline=None)
@given(kind=counted, tables=st.lists(tables, min_size=1, max_size=2))
@example(kind="staff", tables=[[(5, 8), (20, 30), (15, 22)]])
@example(kind="staff", tables=[[(5, 10), (5, 10), (20, 40)]])
@example(kind="staff", tables=[[(0, 5), (0, 9), (20, 40)]])
@example(kind="staff", tables=[[(5, 5), (9, 9), (20, 40)]])
@example(kind="roles", tables=[[(3, 4), (2, 3)]])
@example(kind="roles", tables=[[(10, 10), (0, 0)]])
@example(kind="students", tables=[[(15, 30), (29, 30), (20, 40)]])
@example(kind="students", tables=[[(3, 30), (4, 30), (0, 40)]])
def test_no_hidden_group_is_recovered(kind: Counted, tables: list[list[tuple[int, int]]]) -> None:
    """With one breakdown, and with a second one of the same people."""
    first = total_of(tables[0])
    same = [one for one in tables if total_of(one) == first]
    attacker = Attacker()
    hidden: list[Variable] = []
    total = published(kind, same[0])[0]
    attacker.learn("total", total)
    if total.hidden:
        hidden += hidden_numbers("total", total, BOTH)
        if kind != "students":
            attacker.learn_limit("total", SMALL)
    for at, groups in enumerate(same):
        table = published(kind, groups)[1]
        for name, figure in table.groups.items():
            attacker.learn(f"{at}{name}", figure)
            hidden += hidden_numbers(f"{at}{name}", figure, BOTH)
        attacker.learn_sum("total", [f"{at}{name}" for name in table.groups])
    # What is true of nobody, or of everybody, is true of each group: the total says so, and no table stands beside it.
    alike = total.numerator is not None and total.numerator in {0, total.denominator}
    found = recovered(attacker, hidden)
    assert [one for one in found if not (alike and one[0][1] == "numerator")] == []
    if alike and hidden:
        assert all(published(kind, groups)[1].withheld for groups in same if hides(kind, groups))


def hides(kind: Counted, groups: list[tuple[int, int]]) -> bool:
    return any(figure.hidden for figure in published(kind, groups)[1].groups.values())


@settings(max_examples=40, deadline=None)
@given(
    kind=counted,
    main=st.one_of(pairs, small_pairs),
    left=st.integers(0, 15),
    part=st.integers(0, 60),
)
@example(kind="staff", main=(7, 10), left=2, part=3)
@example(kind="staff", main=(9, 30), left=2, part=3)
@example(kind="roles", main=(9, 10), left=0, part=0)
def test_no_hidden_line_is_recovered(kind: Counted, main: tuple[int, int], left: int, part: int) -> None:
    """A line that counts some more people, one of those who are the difference, and one of a part of the first."""
    number, of = main
    lines = {
        "main": Reported(number, of),
        "with-leavers": Reported(number, of + left),
        "left": Reported(left),
        "part": Reported(min(part, number)),
    }
    shown = publish_lines(kind, lines, {"part": "main"})
    attacker = Attacker()
    hidden: list[Variable] = []
    for name, figure in shown.items():
        has_denominator = lines[name].denominator is not None
        attacker.learn(name, figure, has_denominator=has_denominator)
        hidden += hidden_numbers(name, figure, BOTH if has_denominator else BOTH[:1])
    attacker.equal.append(({("with-leavers", "numerator"): 1, ("main", "numerator"): -1}, 0))
    attacker.at_most.append(({("part", "numerator"): 1, ("main", "numerator"): -1}, 0))
    attacker.equal.append(
        ({("with-leavers", "denominator"): 1, ("main", "denominator"): -1, ("left", "numerator"): -1}, 0)
    )
    if shown["main"].hidden and kind != "students":
        attacker.learn_limit("main", SMALL)
    assert recovered(attacker, hidden) == []


RULES: list[tuple[Counted, Reported, Figure]] = [
    ("staff", Reported(7, 10), Figure(hidden=True)),
    ("staff", Reported(7, 11), Figure(7, 11)),
    ("staff", Reported(3), Figure(3)),
    ("sites", Reported(2, 9), Figure(hidden=True)),
    ("roles", Reported(4), Figure(4)),
    ("roles", Reported(4, 60), Figure(4, 60)),
    ("roles", Reported(4, 9), Figure(4, hidden=True)),
    ("roles", Reported(9, 10), Figure(hidden=True)),  # 9 or 10 people: too little room to hide in
    ("students", Reported(10, 200), Figure(hidden=True)),
    ("students", Reported(11, 200), Figure(11, 200)),
    ("students", Reported(195, 200), Figure(hidden=True)),
    ("students", Reported(200, 200), Figure(200, 200)),
    ("students", Reported(0, 200), Figure(0, 200)),
    ("students", Reported(4), Figure(hidden=True)),
    ("staff", Reported(None), Figure()),
    ("staff", Reported(None, None, hidden=True), Figure(hidden=True)),
]


@pytest.mark.parametrize(("kind", "line", "figure"), RULES)
def test_totals_follow_the_rules(kind: Counted, line: Reported, figure: Figure) -> None:
    assert publish_lines(kind, {"main": line})["main"] == figure


def shown_groups(kind: Counted, total: Figure, **groups: Reported) -> list[str]:
    table = publish_breakdown(kind, total, groups)
    return [name for name, figure in table.groups.items() if not figure.hidden]


def test_the_smallest_group_is_hidden_with_a_hidden_one() -> None:
    groups = {"a": Reported(5, 8), "b": Reported(20, 30), "c": Reported(15, 22)}
    assert shown_groups("staff", Figure(40, 60), **groups) == ["b"]


def test_two_hidden_groups_that_are_ten_together_take_a_third_one_along() -> None:
    groups = {"a": Reported(1, 4), "b": Reported(2, 6), "c": Reported(15, 20), "d": Reported(20, 30)}
    assert shown_groups("staff", Figure(38, 60), **groups) == ["d"]


def test_hidden_groups_of_which_all_were_counted_take_another_one_along() -> None:
    groups = {"a": Reported(6, 6), "b": Reported(7, 7), "c": Reported(15, 20), "d": Reported(20, 30)}
    assert shown_groups("staff", Figure(48, 63), **groups) == ["d"]


def test_people_without_a_group_are_a_group_too() -> None:
    """Of 60 people 57 are in the groups shown: the three that are left could be recognized."""
    groups = {"a": Reported(15, 27), "b": Reported(20, 30)}
    assert publish_breakdown("staff", Figure(37, 60), groups).withheld


def test_a_group_that_its_source_hides_is_not_worked_out_either() -> None:
    groups = {"a": Reported(None, hidden=True), "b": Reported(20, 30), "c": Reported(15, 22)}
    assert shown_groups("staff", Figure(50, 75), **groups) == ["b"]


def test_groups_that_do_not_fit_their_total_are_withheld() -> None:
    assert publish_breakdown("staff", Figure(10, 60), {"a": Reported(9, 30), "b": Reported(9, 30)}).withheld


def test_public_counts_of_roles_are_shown_by_group() -> None:
    groups = {"a": Reported(2), "b": Reported(1)}
    assert publish_breakdown("roles", Figure(3), groups) == Table({"a": Figure(2), "b": Figure(1)})
    assert publish_breakdown("staff", Figure(3), groups).withheld
