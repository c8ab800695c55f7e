"""Packs of the measures: the report of each school year, and all definitions."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.addresses import MEASURES_PAGE, report_page
from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part

_GROUP = "Measures"


def measure_packs(manual: Manual) -> Iterator[Pack]:
    """A report for each school year that was reported."""
    for year in manual.views.accountability.years:
        src = report_page(year)
        page = manual.by_src.get(src)
        if page is not None and page.whole:
            yield Pack(
                record="measures",
                id=f"report-{year}",
                title=page.title,
                kind="sheet",
                edition="Yearly report",
                parts=(Part(src, address=True),),
                of=(src, MEASURES_PAGE),
                group=_GROUP,
                front="none",
            )
