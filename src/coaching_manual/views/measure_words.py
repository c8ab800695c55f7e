"""What figures say, in sentences: English, and Spanish for families."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coaching_manual.languages import Language, listed
from coaching_manual.measuring import SMALL, Figure, Pool, clear_change, clear_change_of_counts, percentage, wilson
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
LINES_HIDDEN = (
    "A line out of 10 people or fewer is not shown, and neither is one from which a hidden figure could be worked out."
)
_FEW_SHOWN = {
    "roles": "How many people hold a role, or are on the way to it, is public and shown however few they are.",
    "staff": "A small number is shown where it is a part of more than 10 people, as those who left are.",
}
WITHHELD = "This breakdown is not shown for this year: its groups are too small, or they were not reported in full."


def year_label(year: str) -> str:
    """A school year as readers see it.

    >>> year_label("2025-26")
    '2025–26'
    """
    return year.replace("-", "–")


def years_label(years: Sequence[str], language: Language = "en") -> str:
    """Some school years as readers see them.

    >>> years_label(["2023-24", "2024-25", "2025-26"]), years_label(["2023-24", "2024-25"], "es")
    ('2023–24, 2024–25, and 2025–26', '2023–24 y 2024–25')
    """
    return listed([year_label(year) for year in years], language)


def shows_percentage(measure: Measure) -> bool:
    """Whether a measure is looked at as a percentage."""
    return measure.show != "number"


def counted(measure: Measure) -> str:
    """What a measure counts, in a word."""
    return "sites" if measure.counted == "sites" else "people"


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
    chance = (
        "chance alone could make a difference of this size"
        if shows_percentage(measure)
        else "a count of this size goes up and down by itself"
    )
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


def reaches(measure: Measure, target: Target, figure: Figure) -> bool | None:
    """Whether a figure reaches a target; None where that cannot be said."""
    if figure.numerator is None:
        return None
    if not shows_percentage(measure):
        return _reaches(measure, figure.numerator, target.value)
    return _reaches(measure, 100 * figure.rate[0], target.value * figure.rate[1]) if figure.rate else None


def target_outcome(measure: Measure, target: Target, figure: Figure) -> str:
    """Whether a target was reached, in a sentence or two; empty where that cannot be said."""
    reached = reaches(measure, target, figure)
    if reached is None:
        return ""
    said = f"The target of {target_words(measure, target)} was {'reached' if reached else 'not reached'}."
    return f"{said} With so few {counted(measure)}, that may be chance." if _is_close(measure, target, figure) else said


def _is_close(measure: Measure, target: Target, figure: Figure) -> bool:
    """Whether chance alone could have put a percentage on the other side of its target."""
    if not shows_percentage(measure) or figure.rate is None or figure.rate[1] >= FEW:
        return False
    low, high = wilson(*figure.rate)
    return low <= target.value <= high


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
    """What becomes of years that are too small, or why they are shown; empty if there is none."""
    shown = tuple(figures)
    if not any(figure.hidden for figure in shown):
        return few_shown(measure, shown) if measure.counted == "roles" else ""
    if measure.counted in {"students", "roles"}:
        return "Years that are hidden are not taken together either: what is left over could give one of them away."
    return (
        "A year of 10 or fewer is not shown alone. Up to three of them are shown together, as soon as none of them can "
        "be worked out from the sum. No year is in two sums."
    )


def few_shown(measure: Measure, figures: Iterable[Figure]) -> str:
    """Why numbers of 10 or fewer are shown; empty if there are none."""
    few = any(figure.numerator is not None and 0 < figure.numerator <= SMALL for figure in figures)
    return _FEW_SHOWN.get(measure.counted, "") if few else ""


def lines_note(measure: Measure, lines: Mapping[str, Figure]) -> str:
    """Why some of the lines beside a measure are hidden, and why small numbers are not."""
    hidden = LINES_HIDDEN if any(figure.numerator is None and figure.hidden for figure in lines.values()) else ""
    return " ".join(filter(None, (hidden, few_shown(measure, lines.values()))))


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
    both = years_label(pool.years, "es")
    return f"{hidden} Los años {both} juntos: {_figure_es(pool.figure, as_percentage=as_percentage)}."


def _figure_es(figure: Figure, *, as_percentage: bool) -> str:
    out_of = f" de {figure.denominator:,}" if figure.denominator else ""
    percent = f" ({percentage(*figure.rate)}%)" if as_percentage and figure.rate else ""
    return f"{figure.numerator:,}{out_of}{percent}"


def headline(latest: YearView | None, movement: Movement) -> str:
    """How a measure stands in the fewest words; empty where its state says it all."""
    if latest is None or latest.figure.standing != "reported":
        return ""
    reached = latest.target.reached if latest.target else None
    aim = "" if reached is None else "target reached" if reached else "target not reached"
    change = {1: "clearly more than the year before", -1: "clearly less than the year before", 0: ""}[movement]
    said = ", ".join(part for part in (aim, change) if part) or "no clear change"
    if not latest.has_before and said == "no clear change":
        return "First figure."
    return f"{said[:1].upper()}{said[1:]}."


def summary(views: Sequence[MeasureView], latest: str | None) -> Iterator[str]:
    """How all measures stand, in a few sentences that name them."""
    if not views:
        return
    if latest is None:
        yield f"None of the {len(views)} measures has been reported yet."
        return
    now = [view for view in views if view.latest and view.latest.year == latest]
    shown = [view for view in now if view.standing == "reported"]
    share = _all(len(views)) if len(shown) == len(views) else _of(len(shown), len(views))
    yield f"{share} shown for {year_label(latest)}."
    hidden = [view for view in now if view.standing == "hidden"]
    if hidden:
        yield f"Too small to be shown: {_names(hidden)}."
    if shown:
        yield from _targets(shown)
    for way, words in ((1, "more"), (-1, "less")):
        moved = [view for view in shown if view.movement == way]
        if moved:
            yield f"Clearly {words} than the year before: {_names(moved)}."
    if any(view.latest and view.latest.has_before for view in shown) and not any(view.movement for view in shown):
        yield "None has clearly changed since the year before."


def _targets(views: Sequence[MeasureView]) -> Iterator[str]:
    aimed = [view for view in views if view.latest and view.latest.target and view.latest.target.reached is not None]
    missed = [view for view in aimed if view.latest and view.latest.target and not view.latest.target.reached]
    if not aimed:
        yield "None has a target yet."
    elif missed:
        yield f"Of {len(aimed)} with a target, {len(aimed) - len(missed)} reached it. Not reached: {_names(missed)}."
    else:
        yield f"Target reached: {_names(aimed)}."


def _names(views: Sequence[MeasureView]) -> str:
    return listed([f"{view.measure.title[:1].lower()}{view.measure.title[1:]}" for view in views])


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


def _all(count: int) -> str:
    return "The measure is" if count == 1 else f"All {_number(count).lower()} measures are"


def _of(count: int, whole: int) -> str:
    return f"{_number(count)} of the {_number(whole).lower()} measures {'is' if count == 1 else 'are'}"


def _number(count: int) -> str:
    named = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    return named[count] if count < len(named) else f"{count}"
