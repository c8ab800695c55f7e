"""What figures say, in sentences: English, and Spanish for families."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coaching_manual.measuring import Figure, Pool, clear_change, clear_change_of_counts, percentage, wilson
from coaching_manual.model import Measure, Target
from coaching_manual.views.measure_shapes import FigureView, MeasureView, Movement, PoolView, YearView

FEW = 100
"""Below this many people, what chance alone may do is said with each percentage."""

NOT_REPORTED = "Not yet reported"
HIDDEN = "Too few to report"
WHY_HIDDEN = (
    "Groups of 10 or fewer are not shown, so that nobody can be recognized. Others are hidden with them, so that no "
    "hidden figure can be worked out by subtracting."
)
WITHHELD = "This breakdown is not shown for this year: its groups are too small, or they were not reported in full."


def year_label(year: str) -> str:
    """A school year as readers see it.

    >>> year_label("2025-26")
    '2025–26'
    """
    return year.replace("-", "–")


def years_label(years: Sequence[str], last: str = "and") -> str:
    """Some school years as readers see them.

    >>> years_label(["2023-24", "2024-25", "2025-26"]), years_label(["2023-24", "2024-25"], "y")
    ('2023–24, 2024–25 and 2025–26', '2023–24 y 2024–25')
    """
    *before, latest = map(year_label, years)
    return f"{', '.join(before)} {last} {latest}" if before else latest


def shows_percentage(measure: Measure) -> bool:
    """Whether a measure is looked at as a percentage."""
    return measure.show != "number"


def figure_view(figure: Figure, *, as_percentage: bool, counted: str = "people") -> FigureView:
    """A published figure in words."""
    if figure.numerator is None:
        return FigureView("hidden", HIDDEN) if figure.hidden else FigureView("not-reported", NOT_REPORTED)
    if figure.rate is None or not as_percentage:
        return FigureView("reported", _plain(figure), figure.numerator, figure.denominator)
    number, of = figure.rate
    percent, interval = percentage(number, of), wilson(number, of) if of < FEW else None
    chance = ""
    if interval:
        chance = f"With {of} {counted}, chance alone could put it anywhere from {interval[0]}% to {interval[1]}%."
    return FigureView("reported", f"{number:,} of {of:,} ({percent}%)", number, of, percent, interval, chance)


def _plain(figure: Figure) -> str:
    return f"{figure.numerator:,} of {figure.denominator:,}" if figure.denominator else f"{figure.numerator:,}"


def movement(measure: Measure, before: Figure, after: Figure) -> Movement:
    """1, -1, or 0 wherever a change may be chance alone or cannot be known."""
    if before.numerator is None or after.numerator is None:
        return 0
    if shows_percentage(measure):
        return clear_change(before.rate, after.rate) if before.rate and after.rate else 0
    return clear_change_of_counts(before.numerator, after.numerator)


def comparison(measure: Measure, before: Figure | None, after: Figure, year: str | None, *, changed: bool) -> str:
    """A sentence that compares a figure with the year before; ``changed``: the definition is a new one.

    It is empty where the figure itself is not shown, for then nothing can be said of it.
    """
    if not _is_comparable(measure, after):
        return ""
    if changed:
        return "The definition is new this year, so the figure is not compared with earlier ones."
    if before is None or year is None:
        return "It is the first year that was reported."
    if not _is_comparable(measure, before):
        return f"It cannot be compared with {year_label(year)}, which is not shown."
    return _change(measure, before, after, year_label(year))


def _change(measure: Measure, before: Figure, after: Figure, year: str) -> str:
    moved = movement(measure, before, after)
    if moved:
        return f"That is clearly {'more' if moved > 0 else 'less'} than in {year} ({_brief(measure, before)})."
    if (before.numerator, before.denominator) == (after.numerator, after.denominator):
        return f"It is the same as in {year}."
    chance = "chance alone could make a difference of this size"
    return f"There is no clear change from {year} ({_brief(measure, before)}): {chance}."


def _is_comparable(measure: Measure, figure: Figure) -> bool:
    return figure.rate is not None if shows_percentage(measure) else figure.numerator is not None


def _brief(measure: Measure, figure: Figure) -> str:
    if shows_percentage(measure) and figure.rate:
        return f"{percentage(*figure.rate)}%"
    return f"{figure.numerator:,}"


def target_words(measure: Measure, target: Target) -> str:
    """What a target asks for."""
    unit = "%" if shows_percentage(measure) else ""
    bound = {"higher": "at least ", "lower": "at most ", "neither": ""}[measure.direction]
    return f"{bound}{target.value:,}{unit}"


def target_outcome(measure: Measure, target: Target, figure: Figure) -> str:
    """Whether a target was reached, in a sentence; empty where that cannot be said."""
    if figure.numerator is None:
        return ""
    if shows_percentage(measure):
        if figure.rate is None:
            return ""
        number, of = figure.rate
        reached = _reaches(measure, 100 * number, target.value * of)
        low, high = wilson(number, of)
        close = of < FEW and low <= target.value <= high
    else:
        reached, close = _reaches(measure, figure.numerator, target.value), False
    words = f"The target of {target_words(measure, target)} was {'reached' if reached else 'not reached'}"
    return f"{words}, but so few people decide it that chance alone could have." if close else f"{words}."


def _reaches(measure: Measure, value: int, wanted: int) -> bool:
    if measure.direction == "neither":
        return value == wanted
    return value >= wanted if measure.direction == "higher" else value <= wanted


def state(latest: YearView | None, together: Sequence[PoolView]) -> str:
    """How a measure stands, in words."""
    if latest is None or latest.figure.standing == "not-reported":
        return f"{NOT_REPORTED}."
    if latest.figure.standing == "reported":
        return f"{latest.figure.words} in {latest.label}."
    hidden = f"{HIDDEN} in {latest.label}"
    pools = [pool for pool in together if latest.year in pool.years]
    return f"{hidden} alone. {pools[-1].label} together: {pools[-1].figure.words}." if pools else f"{hidden}."


def pooling_note(measure: Measure, figures: Iterable[Figure]) -> str:
    """What becomes of years that are too small; empty if there is none."""
    if not any(figure.hidden for figure in figures):
        return ""
    if measure.counted in {"students", "roles"}:
        return "Years that are hidden are not taken together either: what is left over could give one of them away."
    return (
        "A year of 10 or fewer is not shown alone. Up to three of them are shown together, as soon as none of them can "
        "be worked out from the sum. No year is in two sums."
    )


def state_es(figure: Figure | None, year: str, pools: Sequence[Pool] = (), *, as_percentage: bool) -> str:
    """The same in Spanish."""
    if figure is None or figure.missing:
        return "Todavía no hay datos."
    if figure.numerator is not None:
        return f"En {year_label(year)}: {_figure_es(figure, as_percentage=as_percentage)}."
    hidden = f"En {year_label(year)} fueron muy pocas personas para publicar la cifra."
    pool = next((pool for pool in pools if year in pool.years), None)
    if pool is None:
        return hidden
    both = years_label(pool.years, "y")
    return f"{hidden} Los años {both} juntos: {_figure_es(pool.figure, as_percentage=as_percentage)}."


def _figure_es(figure: Figure, *, as_percentage: bool) -> str:
    out_of = f" de {figure.denominator:,}" if figure.denominator else ""
    percent = f" ({percentage(*figure.rate)}%)" if as_percentage and figure.rate else ""
    return f"{figure.numerator:,}{out_of}{percent}"


def summary(views: Sequence[MeasureView], latest: str | None) -> Iterator[str]:
    """How all measures stand, in a few sentences."""
    if not views:
        return
    if latest is None:
        yield f"None of the {len(views)} measures has been reported yet."
        return
    now = [view for view in views if view.latest and view.latest.year == latest]
    shown = [view for view in now if view.standing == "reported"]
    share = f"All {len(views)} measures are" if len(shown) == len(views) else _of(len(shown), len(views))
    yield f"{share} shown for {year_label(latest)}."
    hidden = sum(view.standing == "hidden" for view in now)
    if hidden:
        yield f"{_number(hidden)} {'is' if hidden == 1 else 'are'} too small to be shown."
    aimed = [view.latest.target for view in shown if view.latest and view.latest.target]
    if aimed:
        reached = sum("was reached" in target.outcome for target in aimed)
        yield f"{_number(reached)} of {len(aimed)} with a target reached it."
    up, down = (sum(view.movement == way for view in shown) for way in (1, -1))
    yield (
        f"Clearly more than the year before: {up}. Clearly less: {down}. For the others, chance alone could make the "
        "difference, or there is nothing to compare with."
    )


def summary_es(views: Sequence[MeasureView], latest: str | None) -> str:
    """The same in Spanish, in a sentence."""
    if latest is None:
        return f"Todavía no se ha informado ninguna de las {len(views)} medidas."
    shown = sum(
        view.latest is not None and view.latest.year == latest and view.standing == "reported" for view in views
    )
    year = f"para el año escolar {year_label(latest)}"
    if shown == len(views):
        return f"Aquí están las {shown} medidas {year}."
    return f"De las {len(views)} medidas, {shown} se {'publica' if shown == 1 else 'publican'} {year}."


def _of(count: int, whole: int) -> str:
    return f"{_number(count)} of the {whole} measures {'is' if count == 1 else 'are'}"


def _number(count: int) -> str:
    named = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    return named[count] if count < len(named) else f"{count}"
