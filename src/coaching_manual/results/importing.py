"""Understanding a spreadsheet: each row becomes a line of figures, or a fault with its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from coaching_manual.index import Index
from coaching_manual.measuring.suppression import MAIN
from coaching_manual.model import ImportColumns, ImportSettings, Measure, Result
from coaching_manual.problems import did_you_mean
from coaching_manual.results.columns import Columns, find_columns, key
from coaching_manual.results.sheets import Cell, read_sheets
from coaching_manual.results.values import ValueFaultError, Words, count, percentage_fits, school_year
from coaching_manual.rules.figures import faults

Thing = TypeVar("Thing")

_NAMES = ("year", "measure", "line", "breakdown", "group")

_AS_IN_THE_FILES = ImportSettings(
    columns=ImportColumns(
        measure=("measure",),
        line=("line",),
        breakdown=("breakdown",),
        group=("group",),
        numerator=("numerator",),
        denominator=("denominator",),
        percentage=("percentage",),
        year=("school year",),
    ),
    hidden=("*",),
)
"""How a framework without import.yml reads spreadsheets: as its own files are written."""


@dataclass(frozen=True)
class Finding:
    """Something about a place of the spreadsheet; ``stops`` the import, or is only to be looked at."""

    where: str
    text: str
    stops: bool = True


@dataclass(frozen=True)
class Import:
    """What was understood of a spreadsheet."""

    file: str
    sheet: str
    columns: Mapping[str, str]
    rows: tuple[Result, ...]
    before: Mapping[str, tuple[Result, ...]]  # by year, what the framework holds now
    findings: tuple[Finding, ...]

    @property
    def stopped(self) -> bool:
        """Whether something must be mended before it can be imported."""
        return any(finding.stops for finding in self.findings) or not self.rows

    @property
    def after(self) -> dict[str, tuple[Result, ...]]:
        """By year, what the framework holds afterwards: measures in the spreadsheet replace what was there of them."""
        years: dict[str, tuple[Result, ...]] = {}
        for year in sorted({row.year for row in self.rows}):
            new = tuple(row for row in self.rows if row.year == year)
            replaced = {row.measure for row in new}
            kept = (row for row in self.before.get(year, ()) if row.measure not in replaced)
            years[year] = (*kept, *new)
        return years


def read_import(path: Path, index: Index, year: str | None = None, sheet: str | None = None) -> Import:
    """Read a spreadsheet; SheetError if it cannot be read at all.

    ``year`` is that of all rows, if no column says it.
    """
    entry = index.framework.import_settings
    settings = entry.record if entry else _AS_IN_THE_FILES
    columns = find_columns(read_sheets(path), settings, sheet)
    reader = _Reader(index, settings, columns, year)
    rows = tuple(reader.rows())
    before: dict[str, tuple[Result, ...]] = {}
    for result in index.framework.results:
        before[result.record.year] = (*before.get(result.record.year, ()), result.record)
    found = Import(path.name, columns.sheet.name, columns.names, tuple(row for _, row in rows), before, ())
    findings = (*reader.findings, *_checked(index, found, [where for where, _ in rows]))
    return Import(found.file, found.sheet, found.columns, found.rows, before, findings)


def _checked(index: Index, found: Import, places: Sequence[str]) -> Iterator[Finding]:
    """What the rules for figures say of everything that there would be afterwards, as far as it is new."""
    after = found.after
    untouched = [row for year, rows in found.before.items() if year not in after for row in rows]
    kept = [row for rows in after.values() for row in rows if not any(row is new for new in found.rows)]
    numbered = [*enumerate(found.rows), *enumerate((*kept, *untouched), len(found.rows))]
    for fault in faults(index, numbered):
        if fault.row < len(places):
            yield Finding(places[fault.row], f"{fault.message} {fault.hint}", stops=fault.code != "MEASURE-ODD")


class _Reader:
    """Turns the rows of a sheet into lines of figures."""

    def __init__(self, index: Index, settings: ImportSettings, columns: Columns, year: str | None) -> None:
        self.findings: list[Finding] = []
        self._columns = columns
        self._year = year
        self._everybody = {key(word) for word in settings.everybody}
        self._words = Words({w.lower() for w in settings.missing}, {w.lower() for w in settings.hidden})
        self._measures: list[Measure] = [entry.record for entry in index.tables["measure"].values()]

    def rows(self) -> Iterator[tuple[str, Result]]:
        """Each line of figures with the place of its first cell; rows with faults are left out and noted."""
        for cells in self._columns.rows:
            number = cells[0].where.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            where = f"{self._columns.sheet.name}, row {number}"
            before = len(self.findings)
            self._refuse_formulas(cells)
            row = self._row(cells) if len(self.findings) == before else None
            if row is not None and len(self.findings) == before:
                if int(number) in self._columns.sheet.hidden:
                    text = "This row is hidden in the spreadsheet, perhaps by a filter, and was read like the others."
                    self.findings.append(Finding(where, text, stops=False))
                yield where, row

    def _refuse_formulas(self, cells: Sequence[Cell]) -> None:
        """A formula that was never worked out looks like an empty cell, and an empty group means everybody."""
        for field in _NAMES:
            cell = self._columns.cell(cells, field)
            if cell is not None and cell.formula:
                self._note(cells, field, "A formula stands here, and no text. Copy the cell and paste its value.")

    def _row(self, cells: Sequence[Cell]) -> Result | None:
        measure = self._measure(cells)
        year = self._school_year(cells)
        numerator, denominator = self._count(cells, "numerator"), self._count(cells, "denominator")
        self._compare(cells, numerator, denominator)
        if measure is None or year is None or not (numerator or denominator):
            return None
        breakdown, group = self._group(cells, measure)
        return Result(
            year=year,
            measure=measure.id,
            line=self._line(cells, measure),
            breakdown=breakdown,
            group=group,
            numerator=numerator,
            denominator=denominator,
        )

    def _text(self, cells: Sequence[Cell], field: str) -> str:
        cell = self._columns.cell(cells, field)
        return cell.text if cell else ""

    def _note(self, cells: Sequence[Cell], field: str, text: str) -> None:
        cell = self._columns.cell(cells, field) or cells[0]
        self.findings.append(Finding(f"{self._columns.sheet.name}, {cell.where}", text))

    def _measure(self, cells: Sequence[Cell]) -> Measure | None:
        text = self._text(cells, "measure")
        if not text:
            self._note(cells, "measure", "No measure stands here. Write its name into each row.")
            return None
        return self._named(cells, "measure", text, self._measures, _names_of_measure)

    def _line(self, cells: Sequence[Cell], measure: Measure) -> str | None:
        text = self._text(cells, "line")
        if not text or key(text) in {*self._everybody, MAIN, key(measure.numerator.label)}:
            return None
        line = self._named(cells, "line", text, measure.companions, lambda one: (one.id, one.title))
        return line.id if line else None

    def _group(self, cells: Sequence[Cell], measure: Measure) -> tuple[str | None, str | None]:
        """The breakdown and the group; a group alone is enough if only one breakdown has it."""
        wanted, text = self._text(cells, "breakdown"), self._text(cells, "group")
        if key(text) in self._everybody or (not text and key(wanted) in self._everybody):
            return None, None
        if not text and not wanted:
            return None, None
        breakdowns = measure.breakdowns
        if wanted:
            chosen = self._named(cells, "breakdown", wanted, breakdowns, lambda one: (one.id, one.title))
            breakdowns = (chosen,) if chosen else ()
        having = [one for one in breakdowns if any(key(text) in _keys((group.id, group.title)) for group in one.groups)]
        if len(having) > 1:
            self._note(cells, "group", f'"{text}" is a group of several breakdowns. Name the breakdown too.')
        elif breakdowns and not having:
            known = [group.title for one in breakdowns for group in one.groups]
            hint = did_you_mean(text, known) or f"There are: {', '.join(known)}."
            self._note(cells, "group", f"This is no group of {measure.title}. {hint}")
        elif having:
            group = next(one for one in having[0].groups if key(text) in _keys((one.id, one.title)))
            return having[0].id, group.id
        elif text and not wanted:
            self._note(cells, "group", f"{measure.title} has no breakdowns.")
        return None, None

    def _named(
        self,
        cells: Sequence[Cell],
        field: str,
        text: str,
        things: Iterable[Thing],
        names: Callable[[Thing], Iterable[str]],
    ) -> Thing | None:
        """The thing that a text names."""
        by_name = {key(name): thing for thing in things for name in names(thing)}
        if key(text) not in by_name:
            hint = did_you_mean(key(text), by_name) or "Its names stand in measures.yml."
            self._note(cells, field, f"There is no {field} of this name. {hint}")
        return by_name.get(key(text))

    def _school_year(self, cells: Sequence[Cell]) -> str | None:
        cell = self._columns.cell(cells, "year")
        if cell is None or not cell.text:
            if self._year is None:
                self._note(cells, "year", "No school year stands here. Say it for all rows:  --year 2025-26")
            return self._year
        try:
            return school_year(cell)
        except ValueFaultError as fault:
            self._note(cells, "year", f"{fault}.")
            return None

    def _count(self, cells: Sequence[Cell], field: str) -> str:
        cell = self._columns.cell(cells, field)
        try:
            return count(cell, self._words) if cell else ""
        except ValueFaultError as fault:
            self._note(cells, field, f"{_capital(str(fault))}.")
            return ""

    def _compare(self, cells: Sequence[Cell], numerator: str, denominator: str) -> None:
        cell = self._columns.cell(cells, "percentage")
        try:
            if cell is not None:
                percentage_fits(cell, numerator, denominator, self._words)
        except ValueFaultError as fault:
            self._note(cells, "percentage", f"{_capital(str(fault))}.")


def _names_of_measure(measure: Measure) -> tuple[str, ...]:
    return (measure.id, measure.title, *measure.names, *((measure.es.title,) if measure.es else ()))


def _keys(names: Iterable[str]) -> set[str]:
    return {key(name) for name in names}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
