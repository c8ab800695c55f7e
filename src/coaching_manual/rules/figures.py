"""Yearly figures hold together: they belong to something, add up, and stand in a row of years.

``faults`` is used twice: for the files of the framework, and for what is about to be imported into them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coaching_manual.index import Index
from coaching_manual.measuring import clear_change, clear_change_of_counts
from coaching_manual.measuring.suppression import MAIN
from coaching_manual.model import Breakdown, Companion, Measure, Result
from coaching_manual.problems import did_you_mean

Row = tuple[int, Result]
"""A line of figures, with a number by which whoever asks finds it again."""

_JUMP = 2  # a number that doubles or halves, clearly, is looked at again


@dataclass(frozen=True)
class Fault:
    """Something that is wrong with a line of figures: the line and the column of it."""

    code: str
    row: int
    column: str
    message: str
    hint: str


def faults(index: Index, rows: Sequence[Row]) -> Iterator[Fault]:
    """Everything that is wrong with some figures, of one year or of several."""
    years: set[str] = set()
    good: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for number, row in rows:
        entry = index.tables["measure"].get(row.measure)
        if entry is None:
            continue  # an unknown measure is reported as such
        if row.year not in years:
            yield from _year_faults(number, row)
        years.add(row.year)
        found = [*_place_faults(number, row, entry.record)]
        found += () if found else _number_faults(number, row, entry.record)
        yield from found
        if not found:
            good[row.measure][row.year].append((number, row))
    for measure_id, by_year in good.items():
        measure: Measure = index.tables["measure"][measure_id].record
        for year_rows in by_year.values():
            twice = list(_twice(year_rows))
            yield from twice or _parts_faults(measure, year_rows)
            yield from _among_faults(measure, year_rows)
        yield from _odd_years(measure, by_year)


def _year_faults(number: int, row: Result) -> Iterator[Fault]:
    first, second = row.year.split("-")
    if (int(first) + 1) % 100 != int(second):
        right = f"{first}-{(int(first) + 1) % 100:02}"
        yield Fault("MEASURE-YEAR", number, "year", f'"{row.year}" is not a school year.', f"Did you mean {right}?")


def _place_faults(number: int, row: Result, measure: Measure) -> Iterator[Fault]:
    """The line, the breakdown and the group are there, and stand together as they may."""
    lines = [one.id for one in measure.companions]
    breakdowns = {one.id: [group.id for group in one.groups] for one in measure.breakdowns}
    if row.line and row.line != MAIN and row.line not in lines:
        yield _unknown(number, "line", row.line, lines, measure)
    if row.breakdown and row.breakdown not in breakdowns:
        yield _unknown(number, "breakdown", row.breakdown, breakdowns, measure)
    elif row.group and row.breakdown and row.group not in breakdowns[row.breakdown]:
        yield _unknown(number, "group", row.group, breakdowns[row.breakdown], measure)
    elif bool(row.group) != bool(row.breakdown):
        there, lacking = ("group", "breakdown") if row.group else ("breakdown", "group")
        hint = f"Write both, or neither. The breakdowns are: {', '.join(breakdowns) or 'none'}."
        yield Fault("MEASURE-LINE", number, there, f"A {there} is named without its {lacking}.", hint)
    elif row.line and row.line != MAIN and row.breakdown:
        hint = (
            "Take the breakdown out: lines beside a measure are for the whole district, so that nobody is recognized."
        )
        yield Fault("MEASURE-LINE", number, "breakdown", "Only the measure itself is broken down.", hint)


def _unknown(number: int, column: str, wrong: str, known: Iterable[str], measure: Measure) -> Fault:
    message = f'"{measure.title}" has no {column} with the id "{wrong}".'
    hint = did_you_mean(wrong, known) or f"There are: {', '.join(known) or 'none'}."
    return Fault("MEASURE-LINE", number, column, message, hint)


def _number_faults(number: int, row: Result, measure: Measure) -> Iterator[Fault]:
    companion = next((one for one in measure.companions if one.id == row.line), None)
    has_denominator = (companion or measure).denominator is not None
    if has_denominator and row.numerator.isdigit() and not row.denominator:
        hint = "Write out of how many, or leave both empty."
        yield Fault("MEASURE-FIGURES", number, "numerator", "A number stands here without its denominator.", hint)
    if not has_denominator and row.denominator:
        hint = "Leave it empty, or give the line a denominator in measures.yml."
        yield Fault("MEASURE-FIGURES", number, "denominator", "This line has no denominator.", hint)
    pair = _pair(row)
    if pair and pair[0] > pair[1]:
        message = f"{pair[0]} of {pair[1]} cannot be: more were counted than there are."
        yield Fault("MEASURE-FIGURES", number, "numerator", message, "Look the two numbers up, and mend the wrong one.")


def _pair(row: Result) -> tuple[int, int] | None:
    both = row.numerator.isdigit() and row.denominator.isdigit()
    return (int(row.numerator), int(row.denominator)) if both else None


def _twice(rows: Iterable[Row]) -> Iterator[Fault]:
    seen: dict[tuple[str | None, ...], int] = {}
    for number, row in rows:
        key = (None if row.line == MAIN else row.line, row.breakdown, row.group)
        if key in seen:
            what = " ".join(part for part in key if part) or "the measure itself"
            message = f"{row.measure}: {what} is written twice for {row.year}."
            yield Fault("MEASURE-TWICE", number, "measure", message, "Take one of the two lines out.")
        seen.setdefault(key, number)


def _parts_faults(measure: Measure, rows: Sequence[Row]) -> Iterator[Fault]:
    """Groups are never more than the total; where they are fewer, somebody may have been forgotten."""
    total = next((row for _, row in rows if not row.breakdown and row.line in {None, MAIN}), None)
    for breakdown in measure.breakdowns:
        parts = [(number, row) for number, row in rows if row.breakdown == breakdown.id]
        if not parts:
            continue
        number = parts[-1][0]
        if total is None:
            message = f'"{breakdown.title}" stands without its total.'
            hint = "Write a line for the measure itself, without breakdown and group."
            yield Fault("MEASURE-FIGURES", number, "breakdown", message, hint)
            continue
        sums = [one for column in ("denominator", "numerator") for one in _sum_faults(column, breakdown, parts, total)]
        wrong = [one for one in sums if one.code == "MEASURE-FIGURES"]
        yield from wrong or sums[:1]


def _sum_faults(column: str, breakdown: Breakdown, parts: Sequence[Row], total: Result) -> Iterator[Fault]:
    values = [getattr(row, column) for _, row in parts]
    whole = getattr(total, column)
    if not whole.isdigit():
        return
    known = sum(int(value) for value in values if value.isdigit())
    said = f"{breakdown.title}: the groups have {known} together as {column}, and the total {whole}."
    if known > int(whole):
        hint = "Everybody belongs to one group only. Look for somebody who was counted twice."
        yield Fault("MEASURE-FIGURES", parts[-1][0], column, said, hint)
    elif known < int(whole) and all(value.isdigit() for value in values):
        hint = "If some people belong to no group, all is well. Otherwise a group is missing."
        yield Fault("MEASURE-ODD", parts[-1][0], column, said, hint)


def _among_faults(measure: Measure, rows: Sequence[Row]) -> Iterator[Fault]:
    totals = {row.line or MAIN: (number, row) for number, row in rows if not row.breakdown}
    for one in measure.companions:
        if one.among and one.id in totals and one.among in totals:
            yield from _among(one, totals[one.id], totals[one.among][1])


def _among(one: Companion, line: Row, base: Result) -> Iterator[Fault]:
    number, row = line
    if row.numerator.isdigit() and base.numerator.isdigit() and int(row.numerator) > int(base.numerator):
        message = f"{one.title}: {row.numerator} cannot be a part of {base.numerator}."
        yield Fault("MEASURE-FIGURES", number, "numerator", message, "Look the two numbers up, and mend the wrong one.")


def _odd_years(measure: Measure, by_year: Mapping[str, Sequence[Row]]) -> Iterator[Fault]:
    """Years that were left out, and numbers that jump."""
    changed = {change.year for change in measure.changes}
    for before, after in pairwise(sorted(by_year)):
        number = by_year[after][0][0]
        if int(after[:4]) - int(before[:4]) > 1:
            message = f"{measure.title}: nothing stands between {before} and {after}."
            yield Fault("MEASURE-ODD", number, "measure", message, "Bring the missing year in, if there is one.")
        totals = [_total(by_year[year]) for year in (before, after)]
        if after not in changed and totals[0] and totals[1] and _jumps(measure, totals[0], totals[1]):
            message = f"{measure.title}: {totals[0].numerator} in {before}, and {totals[1].numerator} in {after}."
            hint = "If that is right, all is well. If the definition changed, say so under  changes:  in measures.yml."
            yield Fault("MEASURE-ODD", number, "numerator", message, hint)


def _total(rows: Iterable[Row]) -> Result | None:
    return next((row for _, row in rows if not row.breakdown and row.line in {None, MAIN}), None)


def _jumps(measure: Measure, before: Result, after: Result) -> bool:
    if not (before.numerator.isdigit() and after.numerator.isdigit()):
        return False
    old, new = int(before.numerator), int(after.numerator)
    if max(old, new) < _JUMP * max(1, min(old, new)):
        return False
    pairs = _pair(before), _pair(after)
    if measure.show != "number" and pairs[0] and pairs[1] and pairs[0][1] and pairs[1][1]:
        return clear_change(pairs[0], pairs[1]) != 0
    return clear_change_of_counts(old, new) != 0
