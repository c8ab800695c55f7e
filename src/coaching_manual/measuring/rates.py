"""Percentages, the interval around each, and whether a change is more than chance alone would make."""

from __future__ import annotations

from math import ceil, floor, sqrt
from typing import Literal

_Z = 1.959964
"""How many standard deviations hold 95 of 100 results of chance."""


def percentage(numerator: int, denominator: int) -> int:
    """A percentage, halves rounded up. Of nobody there is none: ZeroDivisionError.

    >>> percentage(41, 47), percentage(1, 8), percentage(3, 8)
    (87, 13, 38)
    """
    return (200 * numerator + denominator) // (2 * denominator)


def _wilson(numerator: int, denominator: int) -> tuple[float, float]:
    share, z2 = numerator / denominator, _Z * _Z
    middle = (share + z2 / (2 * denominator)) / (1 + z2 / denominator)
    spread = sqrt(share * (1 - share) / denominator + z2 / (4 * denominator * denominator))
    half = _Z * spread / (1 + z2 / denominator)
    return max(0.0, middle - half), min(1.0, middle + half)


def wilson(numerator: int, denominator: int) -> tuple[int, int]:
    """The 95% interval of a percentage after Wilson, in whole percent: down at its low end, up at its high end.

    >>> wilson(41, 47), wilson(0, 20), wilson(20, 20)
    ((74, 95), (0, 17), (83, 100))
    """
    low, high = _wilson(numerator, denominator)
    return floor(round(100 * low, 6)), ceil(round(100 * high, 6))


def clear_change(before: tuple[int, int], after: tuple[int, int]) -> Literal[-1, 0, 1]:
    """1 or -1 if a percentage has clearly risen or fallen, 0 if chance alone could have done it.

    After Newcombe: the interval of the difference is made from the two Wilson intervals, and must leave out zero.

    >>> clear_change((20, 40), (38, 40)), clear_change((38, 40), (36, 40))
    (1, 0)
    """
    p, q = before[0] / before[1], after[0] / after[1]
    (p_low, p_high), (q_low, q_high) = _wilson(*before), _wilson(*after)
    low = q - p - sqrt((q - q_low) ** 2 + (p_high - p) ** 2)
    high = q - p + sqrt((q_high - q) ** 2 + (p - p_low) ** 2)
    return 1 if low > 0 else -1 if high < 0 else 0


def clear_change_of_counts(before: int, after: int) -> Literal[-1, 0, 1]:
    """The same for a number of people that is not out of anything, taken as a count of chance events.

    >>> clear_change_of_counts(10, 12), clear_change_of_counts(10, 30), clear_change_of_counts(0, 0)
    (0, 1, 0)
    """
    if (after - before) ** 2 <= _Z * _Z * (after + before):
        return 0
    return 1 if after > before else -1
