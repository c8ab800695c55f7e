"""Opening a spreadsheet, whatever somebody may have done to it: CSV in several dialects, and Excel."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_MOST_BYTES = 5_000_000
_MOST_UNPACKED = 60_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 60
_TITLES = 15  # lines that may stand above the table
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Signs that nobody sees: they hide in names that were copied from web pages, and may steer a terminal."""


class SheetError(Exception):
    """A spreadsheet cannot be read; the text says why, and what to do."""


@dataclass(frozen=True)
class Cell:
    """A cell as its program keeps it; ``formula`` if it holds one that has no value."""

    value: object
    where: str  # B5
    percent: bool = False
    formula: bool = False

    @property
    def text(self) -> str:
        """What can be seen in it, on one line."""
        return "" if self.value is None else " ".join(_UNSEEN.sub("", str(self.value)).split())


@dataclass(frozen=True)
class Sheet:
    """The rows of one sheet, without those that are empty; ``hidden`` are the numbers of those that nobody sees."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: frozenset[int] = frozenset()


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file, by its ending; SheetError with what is wrong."""
    if not path.is_file():
        raise SheetError(f"There is no file {path}.")
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise SheetError(
            f"{path.name} has {size / 1_000_000:.1f} MB; {_MOST_BYTES // 1_000_000} MB is the most. A year of totals "
            "is far smaller: is this the list of people behind them?"
        )
    ending = path.suffix.lower()
    if ending in {".csv", ".txt", ".tsv"}:
        return (_csv_sheet(path),)
    if ending in {".xlsx", ".xlsm"}:
        return tuple(_excel_sheets(path))
    raise SheetError(f'"{ending or path.name}" cannot be read. Save it as .xlsx, or as CSV with the encoding UTF-8.')


def _csv_sheet(path: Path) -> Sheet:
    text = _decoded(path.read_bytes(), path.name)
    delimiter = _delimiter(text)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise SheetError(f"{path.name} cannot be read as CSV ({fault}). Save it again from a spreadsheet.") from None
    _refuse_huge(path.name, len(lines), max(map(len, lines), default=0))
    rows = (
        tuple(Cell(value, f"{get_column_letter(at)}{number}") for at, value in enumerate(line, 1))
        for number, line in enumerate(lines, 1)
    )
    return Sheet(path.name, tuple(row for row in rows if any(cell.text for cell in row)))


def _delimiter(text: str) -> str:
    """The sign that parts the columns: it stands in most of the first lines, and most often in one of them."""
    first = [line for line in text.splitlines() if line.strip()][:_TITLES]
    return max(
        ",;\t|",
        key=lambda sign: (sum(sign in line for line in first), max((line.count(sign) for line in first), default=0)),
    )


def _decoded(raw: bytes, name: str) -> str:
    encoding = "utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        hint = "In Excel choose “CSV UTF-8”, or save it as .xlsx."
        raise SheetError(f"{name} is not saved as UTF-8; line {line} cannot be read. {hint}") from None
    if "\x00" in text:
        raise SheetError(f"{name} is not a text. If it comes from Excel, its name should end in .xlsx.")
    return text


def _excel_sheets(path: Path) -> Iterator[Sheet]:
    _refuse_bomb(path)
    try:
        values = load_workbook(path, data_only=True)
        formulas = load_workbook(path)
    except Exception as fault:  # noqa: BLE001 - whatever a damaged file does to its reader is a fault of the file
        reason = " ".join(_UNSEEN.sub("", str(fault)).split())
        raise SheetError(f"{path.name} cannot be read as an Excel file: {reason}. Save it again.") from None
    for sheet in values.worksheets:
        if sheet.sheet_state == "visible":
            yield _excel_sheet(sheet, formulas[sheet.title], path.name)


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        hint = "If it has a password, save a copy without one. If it is an old .xls, save it as .xlsx."
        raise SheetError(f"{path.name} is not an Excel file that can be opened. {hint}") from None
    if unpacked > _MOST_UNPACKED:
        raise SheetError(f"{path.name} is far larger inside than a year of totals can be, and was not opened.")


def _excel_sheet(sheet: Worksheet, formulas: Worksheet, name: str) -> Sheet:
    _refuse_huge(name, sheet.max_row, sheet.max_column)
    rows = []
    for row, sources in zip(sheet.iter_rows(), formulas.iter_rows(), strict=False):
        cells = tuple(
            Cell(
                cell.value,
                cell.coordinate,
                percent="%" in str(cell.number_format or ""),
                formula=source.data_type == "f" and cell.value is None,
            )
            for cell, source in zip(row, sources, strict=False)
        )
        if any(cell.text or cell.formula for cell in cells):
            rows.append(cells)
    _refuse_merged(sheet, rows)
    hidden = (number for number, row in sheet.row_dimensions.items() if row.hidden)
    return Sheet(sheet.title, tuple(rows), frozenset(hidden))


def _refuse_merged(sheet: Worksheet, rows: Sequence[Sequence[Cell]]) -> None:
    """Merged cells leave all but one of their places empty. A title across the columns does no harm."""
    for merged in sheet.merged_cells.ranges:
        if merged.min_row != merged.max_row and len(rows) > 1:
            raise SheetError(
                f'On the sheet "{sheet.title}" the cells {merged.coord} are merged, so it is not clear to which rows '
                "they belong. Unmerge them, and write the value into each row."
            )


def _refuse_huge(name: str, rows: int, columns: int) -> None:
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        raise SheetError(
            f"{name} has {rows:,} rows and {columns:,} columns. Figures are totals, and need a few hundred rows and "
            "ten columns at most: is this the list of people behind them? If nearly all are empty, copy the rows with "
            "figures into a new file."
        )
