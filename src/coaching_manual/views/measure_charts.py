"""The chart of a measure, drawn from what may be shown, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coaching_manual.figures import NARROW, WIDE, ChartPoint, draw_chart
from coaching_manual.model import Measure
from coaching_manual.views.measure_shapes import ChartView, FigureView, PoolView, TargetView, YearView
from coaching_manual.views.measure_words import shows_percentage, year_label

BANNER = "Illustrative figures: invented, not real"
_ABSENT = {"hidden": "too few", "not-reported": "no data", "reported": "nobody"}


def chart_view(
    measure: Measure,
    years: Sequence[YearView],
    targets: Sequence[TargetView],
    together: Sequence[PoolView],
    *,
    illustrative: bool,
    point: str,
) -> ChartView | None:
    """The chart of a measure; None as long as there is nothing to draw."""
    if not any(_value(measure, year.figure) is not None for year in years):
        return None
    percent = shows_percentage(measure)
    aims = {target.year: target for target in targets}
    points = [_point(measure, year, aims.get(year.year)) for year in years]
    banner = BANNER if illustrative else ""
    latest = years[-1]
    sentence = f"{measure.title}: {latest.figure.words} in {latest.label}. {point}".strip()
    return ChartView(
        name=measure.id,
        title=f"{measure.title}, {years[0].label} to {latest.label}" if len(years) > 1 else measure.title,
        point=f"{BANNER}. {sentence}" if illustrative else sentence,
        description=" ".join([*_described(years, aims), *_together(together)]),
        wide=draw_chart(points, percent=percent, width=WIDE, banner=banner),
        narrow=draw_chart(points, percent=percent, width=NARROW, banner=banner),
        illustrative=illustrative,
    )


def _value(measure: Measure, figure: FigureView) -> int | None:
    return figure.percent if shows_percentage(measure) else figure.number


def _point(measure: Measure, year: YearView, target: TargetView | None) -> ChartPoint:
    value = _value(measure, year.figure)
    unit = "%" if shows_percentage(measure) else ""
    return ChartPoint(
        year=year.label,
        value=value,
        text=_ABSENT[year.figure.standing] if value is None else f"{value:,}{unit}",
        chance=year.figure.interval,
        target=target.value if target else None,
        broken="new definition" if year.change else "",
    )


def _described(years: Sequence[YearView], targets: dict[str, TargetView]) -> Iterator[str]:
    for year in years:
        if year.change:
            yield f"From {year.label} on the definition is a new one, so the line is broken there."
        target = targets.get(year.year)
        aim = f", target {target.words}" if target else ""
        yield f"{year_label(year.year)}: {year.figure.words[:1].lower()}{year.figure.words[1:]}{aim}."


def _together(pools: Sequence[PoolView]) -> Iterator[str]:
    return (f"{pool.label} together: {pool.figure.words}." for pool in pools)
