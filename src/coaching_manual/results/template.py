"""The spreadsheet to fill: a row for each figure that the measures ask for, and a sheet that says what each means."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from coaching_manual.index import Index
from coaching_manual.model import Measure
from coaching_manual.source import spreadsheet_text

HEADER = (
    "School year",
    "Measure",
    "Line",
    "Breakdown",
    "Group",
    "Numerator",
    "Denominator",
    "Percentage",
    "What is counted",
)
_RULES = (
    "Write totals only: never a name, a number or an address of a person.",
    "Numerator: how many were counted. Denominator: out of how many. Whole numbers.",
    "Leave both empty, or write N/A, if there is no figure. Write * if your source hides it.",
    "Percentage: you may leave it empty. If it is there, it is compared with the two numbers.",
    "Everybody belongs to one group of a breakdown only. The row without a group is the total.",
    "Then:  coaching-manual results import FILE.xlsx",
)
_WIDTHS = (12, 42, 30, 22, 30, 12, 13, 12, 80)


def template_rows(index: Index, year: str) -> Iterator[tuple[str, ...]]:
    """The rows to fill, without the row of names."""
    for entry in index.tables["measure"].values():
        measure: Measure = entry.record
        meaning = _meaning(measure.numerator.counts, measure.denominator.counts if measure.denominator else None)
        yield (year, measure.title, "", "", "", "", "", "", meaning)
        for line in measure.companions:
            meaning = _meaning(line.numerator.counts, line.denominator.counts if line.denominator else None)
            yield (year, measure.title, line.title, "", "", "", "", "", meaning)
        for breakdown in measure.breakdowns:
            for group in breakdown.groups:
                yield (year, measure.title, "", breakdown.title, group.title, "", "", "", "Those of this group.")


def _meaning(numerator: str, denominator: str | None) -> str:
    return f"{numerator} Out of: {denominator}" if denominator else numerator


def write_template(path: Path, index: Index, year: str) -> int:
    """Write the spreadsheet to fill, as Excel or CSV by its ending. Returns the number of rows."""
    rows = list(template_rows(index, year))
    if path.suffix.lower() == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([map(spreadsheet_text, row) for row in (HEADER, *rows)])
    else:
        _write_excel(path, rows)
    return len(rows)


def _write_excel(path: Path, rows: Sequence[Sequence[str]]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Results"
    for row in (HEADER, *rows):
        sheet.append([spreadsheet_text(value) or None for value in row])
    _dress(sheet)
    rules = book.create_sheet("How to fill it")
    for rule in _RULES:
        rules.append([rule])
    rules.column_dimensions["A"].width = 100
    book.save(path)


def _dress(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows(min_row=2, min_col=len(HEADER)):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
