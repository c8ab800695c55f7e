"""Arithmetic of yearly figures: percentages, what chance alone may do, and which figures must be hidden.

Numbers in, numbers out: it knows neither records nor files nor pages.
"""

from coaching_manual.measuring.pooling import Pool, PooledTable, pool_breakdowns, pool_totals
from coaching_manual.measuring.rates import clear_change, clear_change_of_counts, percentage, wilson
from coaching_manual.measuring.suppression import (
    SMALL,
    Counted,
    Figure,
    Lines,
    Reported,
    Table,
    publish_breakdown,
    publish_lines,
)

__all__ = [
    "SMALL",
    "Counted",
    "Figure",
    "Lines",
    "Pool",
    "PooledTable",
    "Reported",
    "Table",
    "clear_change",
    "clear_change_of_counts",
    "percentage",
    "pool_breakdowns",
    "pool_totals",
    "publish_breakdown",
    "publish_lines",
    "wilson",
]
