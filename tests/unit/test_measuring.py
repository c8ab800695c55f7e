"""Arithmetic of figures against cases that were worked out by hand, and what is said of them."""

from __future__ import annotations

import pytest

from coaching_manual.measuring import (
    Figure,
    Pool,
    Reported,
    clear_change,
    clear_change_of_counts,
    percentage,
    pool_totals,
    wilson,
)
from coaching_manual.model import Measure, Target
from coaching_manual.views import measure_words as words

# half: 1/8 = 12.5, 3/8 = 37.5, 5/8 = 62.5, 1/200 = 0.5, 199/200 = 99.5 go up; 41/47 = 87.23; 2/3 = 66.67; 1/3 = 33.33
PERCENTAGES = [
    (0, 7, 0),
    (7, 7, 100),
    (1, 8, 13),
    (3, 8, 38),
    (5, 8, 63),
    (1, 200, 1),
    (199, 200, 100),
    (41, 47, 87),
    (1, 3, 33),
    (2, 3, 67),
    (49, 1000, 5),
    (44, 1000, 4),
]


@pytest.mark.parametrize(("numerator", "denominator", "wanted"), PERCENTAGES)
def test_percentages_round_halves_up(numerator: int, denominator: int, wanted: int) -> None:
    assert percentage(numerator, denominator) == wanted


# By hand with z = 1.96. 41/47: middle (0.8723 + 0.0409) / 1.0817 = 0.8443, half 0.0987: 74.6 to 94.3.
# 0/20: 0 to 3.8415/23.8415 = 16.1. 5/10: 0.5 -+ 0.2634: 23.7 to 76.3. 50/100: 0.5 -+ 0.0962: 40.4 to 59.6.
INTERVALS = [
    ((41, 47), (74, 95)),
    ((0, 20), (0, 17)),
    ((20, 20), (83, 100)),
    ((5, 10), (23, 77)),
    ((50, 100), (40, 60)),
]


@pytest.mark.parametrize(("pair", "interval"), INTERVALS)
def test_wilson_intervals(pair: tuple[int, int], interval: tuple[int, int]) -> None:
    assert wilson(*pair) == interval


CHANGES = [
    ((20, 40), (38, 40), 1),
    ((38, 40), (20, 40), -1),
    ((38, 40), (36, 40), 0),
    ((18, 20), (20, 20), 0),
    ((0, 12), (12, 12), 1),
]


@pytest.mark.parametrize(("before", "after", "wanted"), CHANGES)
def test_changes_within_noise_are_none(before: tuple[int, int], after: tuple[int, int], wanted: int) -> None:
    assert clear_change(before, after) == wanted


def test_changes_of_counts() -> None:
    """(b - a) squared against 3.84 (a + b): 20 against 84.5; 400 against 153.7."""
    assert [clear_change_of_counts(a, b) for a, b in [(10, 12), (10, 30), (30, 10), (0, 3), (0, 4)]] == [0, 1, -1, 0, 1]


def measure(show: str = "both", direction: str = "higher") -> Measure:
    return Measure.model_validate(
        {
            "id": "m",
            "title": "Trained coaches",
            "question": "How many?",
            "why": "To know.",
            "show": show,
            "counted": "staff",
            "numerator": {"label": "Trained", "counts": "Those trained."},
            "denominator": {"label": "All", "counts": "All."},
            "window": "A year.",
            "data_source": "Records.",
            "reported": "Yearly.",
            "direction": direction,
            "cautions": ["None."],
            "action_steps": [7],
        }
    )


def target(value: int) -> Target:
    return Target(year="2025-26", value=value, reason="Invented.")


FIGURES = [
    (Figure(41, 47), "41 of 47 (87%)", "With 47 people, chance alone could put it anywhere from 74% to 95%."),
    (Figure(410, 470), "410 of 470 (87%)", ""),
    (Figure(1041, 2047), "1,041 of 2,047 (51%)", ""),
    (Figure(4, hidden=True), "4", ""),
    (Figure(hidden=True), "Too few to report", ""),
    (Figure(), "Not yet reported", ""),
]


@pytest.mark.parametrize(("figure", "said", "chance"), FIGURES)
def test_figures_in_words(figure: Figure, said: str, chance: str) -> None:
    view = words.figure_view(figure, as_percentage=True)
    assert (view.words, view.chance) == (said, chance)


COMPARISONS = [
    (Figure(20, 40), Figure(38, 40), False, "That is clearly more than in 2024–25 (50%)."),
    (Figure(38, 40), Figure(20, 40), False, "That is clearly less than in 2024–25 (95%)."),
    (
        Figure(38, 40),
        Figure(36, 40),
        False,
        "There is no clear change from 2024–25 (95%): chance alone could make a difference of this size.",
    ),
    (Figure(38, 40), Figure(38, 40), False, "It is the same as in 2024–25."),
    (
        Figure(20, 40),
        Figure(38, 40),
        True,
        "The definition is new this year, so the figure is not compared with earlier ones.",
    ),
    (Figure(38, 40), Figure(hidden=True), False, ""),
    (Figure(38, 40), Figure(5, hidden=True), False, ""),
    (Figure(hidden=True), Figure(38, 40), False, "It cannot be compared with 2024–25, which is not shown."),
]


@pytest.mark.parametrize(("before", "after", "changed", "said"), COMPARISONS)
def test_comparisons_in_words(before: Figure, after: Figure, changed: bool, said: str) -> None:
    assert words.comparison(measure(), before, after, "2024-25", changed=changed) == said


def test_a_count_moves_by_itself() -> None:
    assert words.comparison(measure("number"), Figure(9), Figure(12), "2024-25", changed=False) == (
        "There is no clear change from 2024–25 (9): a count of this size goes up and down by itself."
    )


def test_few_sites_are_not_called_people() -> None:
    few = measure("both", "higher").model_copy(update={"counted": "sites"})
    assert words.target_outcome(few, target(90), Figure(38, 40)) == (
        "The target of at least 90% was reached. With so few sites, that may be chance."
    )


def test_first_year_is_compared_with_nothing() -> None:
    assert words.comparison(measure(), None, Figure(3, 40), None, changed=False) == (
        "It is the first year that was reported."
    )


OUTCOMES = [
    ("both", "higher", 50, Figure(38, 40), "The target of at least 50% was reached."),
    ("both", "higher", 99, Figure(20, 40), "The target of at least 99% was not reached."),
    (
        "both",
        "higher",
        90,
        Figure(38, 40),
        "The target of at least 90% was reached. With so few people, that may be chance.",
    ),
    ("both", "lower", 10, Figure(2, 400), "The target of at most 10% was reached."),
    ("number", "higher", 12, Figure(12), "The target of at least 12 was reached."),
    ("number", "neither", 12, Figure(13), "The target of 12 was not reached."),
    ("both", "higher", 88, Figure(875, 1000), "The target of at least 88% was not reached."),  # 87.5 is not 88
    ("both", "higher", 50, Figure(hidden=True), ""),
]


@pytest.mark.parametrize(("show", "direction", "value", "figure", "said"), OUTCOMES)
def test_targets_in_words(show: str, direction: str, value: int, figure: Figure, said: str) -> None:
    assert words.target_outcome(measure(show, direction), target(value), figure) == said


def test_spanish_states() -> None:
    assert words.state_es(None, "", as_percentage=True) == "Todavía no hay datos."
    assert words.state_es(Figure(41, 47), "2025-26", as_percentage=True) == "En 2025–26: 41 de 47 (87%)."
    assert words.state_es(Figure(hidden=True), "2025-26", as_percentage=True) == (
        "En 2025–26 fueron muy pocas personas para publicar la cifra."
    )
    pools = [Pool(("2024-25", "2025-26"), Figure(13, 17))]
    assert words.state_es(Figure(hidden=True), "2025-26", pools, as_percentage=True) == (
        "En 2025–26 fueron muy pocas personas para publicar la cifra. "
        "Los años 2024–25 y 2025–26 juntos: 13 de 17 (76%)."
    )


# What each year has (all too small), and which years are shown together. The most that two years may have is 18: of 19,
# one has 9 and the other 10. Of one person counted, or of one who was not, nobody may ask in which year it was.
POOLS = [
    ([(7, 9), (6, 8)], [("a", "b")]),
    ([(3, 4), (2, 5)], []),  # 9 people
    ([(3, 4), (2, 5), (1, 2)], [("a", "b", "c")]),
    ([(7, 10), (6, 9)], []),
    ([(7, 10), (6, 9), (2, 4)], [("a", "b", "c")]),
    ([(0, 9), (1, 8)], []),
    ([(9, 9), (7, 8)], []),
    ([(7, 9), (6, 8), (5, 9), (6, 8)], [("a", "b"), ("c", "d")]),
    ([(3, 4), (1, 2), (1, 2), (5, 9)], [("b", "c", "d")]),  # the first one is too long ago
]


@pytest.mark.parametrize(("years", "together"), POOLS)
def test_years_that_are_shown_together(years: list[tuple[int, int]], together: list[tuple[str, ...]]) -> None:
    names = {letter: f"20{number}-{number + 1}" for letter, number in zip("abcd", range(21, 25), strict=True)}
    reported = {name: Reported(*pair) for name, pair in zip(names.values(), years, strict=False)}
    pools = list(pool_totals("staff", reported, dict.fromkeys(reported, Figure(hidden=True))))
    assert [pool.years for pool in pools] == [tuple(names[one] for one in pool) for pool in together]
    assert list(pool_totals("students", reported, dict.fromkeys(reported, Figure(hidden=True)))) == []
