"""Which column of a sheet is which, as framework/measures/import.yml says; columns about persons are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coaching_manual.model import ImportSettings, slug
from coaching_manual.problems import did_you_mean
from coaching_manual.results.sheets import Cell, Sheet, SheetError

FIELDS = ("measure", "line", "breakdown", "group", "numerator", "denominator", "percentage", "year")
_NEEDED = ("measure", "numerator")
_LOOKED_AT = 15
"""Rows at the top of a sheet among which the names of the columns are looked for."""

_MOST = 20
"""Faults that are told at once."""

_OF_PERSONS = (
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),  # an e-mail address
    re.compile(r"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b"),  # a social security number
    re.compile(r"(?<![\w.-])\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[ .-][0-9]{4}(?![\w-])"),  # a phone number
)


@dataclass(frozen=True)
class Columns:
    """A sheet whose columns are known: by field the number of the column, and the rows below the names."""

    sheet: Sheet
    at: Mapping[str, int]
    names: Mapping[str, str]
    rows: Sequence[Sequence[Cell]]

    def cell(self, row: Sequence[Cell], field: str) -> Cell | None:
        """The cell of a field in a row."""
        number = self.at.get(field)
        return row[number] if number is not None and number < len(row) else None


def key(text: str) -> str:
    """What names are compared by: capitals, accents, spaces and signs do not matter; a name of signs is itself."""
    return slug(text) or text.strip().lower()


def find_columns(sheets: Sequence[Sheet], settings: ImportSettings, wanted: str | None) -> Columns:
    """The sheet to read and its columns; SheetError if there is none, or if it is about persons."""
    _raise([fault for sheet in sheets for fault in _about_persons(sheet, settings)])
    sheet = _chosen(sheets, settings, wanted)
    if not sheet.rows:
        raise SheetError(f'There is nothing on the sheet "{sheet.name}".')
    header = _header_row(sheet, settings)
    if header is None:
        known = ", ".join(f'"{one.name}"' for one in sheets)
        needed = f"{settings.columns.measure[0]} and {settings.columns.numerator[0]}"
        raise SheetError(
            f'The sheet "{sheet.name}" has no row with the names of the columns (at least {needed}). Sheets of this '
            f"file: {known}. Choose one with --sheet, or add the names of your columns to import.yml."
        )
    at, names = _mapped(sheet.rows[header], settings, sheet)
    return Columns(sheet, at, names, sheet.rows[header + 1 :])


def _known(settings: ImportSettings) -> dict[str, str]:
    """The field of each name that a column may have."""
    found = {key(name): field for field in FIELDS for name in getattr(settings.columns, field)}
    return found | {key(name): "" for name in settings.columns.ignored}


def _chosen(sheets: Sequence[Sheet], settings: ImportSettings, wanted: str | None) -> Sheet:
    if wanted is not None:
        found = next((sheet for sheet in sheets if key(sheet.name) == key(wanted)), None)
        if found is None:
            known = ", ".join(f'"{sheet.name}"' for sheet in sheets)
            raise SheetError(f'There is no sheet "{wanted}". The sheets of this file: {known}.')
        return found
    named = [sheet for sheet in sheets if key(sheet.name) in map(key, settings.sheets)]
    fitting = [sheet for sheet in sheets if _header_row(sheet, settings) is not None]
    if not named and len(fitting) > 1:
        known = ", ".join(f'"{sheet.name}"' for sheet in fitting)
        raise SheetError(f"Several sheets could be meant: {known}. Choose one with --sheet.")
    if not sheets:
        raise SheetError("The file has no sheet that can be seen.")
    return next(iter([*named, *fitting]), sheets[0])


def _header_row(sheet: Sheet, settings: ImportSettings) -> int | None:
    known = _known(settings)
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        fields = {known.get(key(cell.text)) for cell in row}
        if fields.issuperset(_NEEDED):
            return number
    return None


def _mapped(row: Sequence[Cell], settings: ImportSettings, sheet: Sheet) -> tuple[dict[str, int], dict[str, str]]:
    known = _known(settings)
    at: dict[str, int] = {}
    names: dict[str, str] = {}
    faults = []
    for number, cell in enumerate(row):
        if not cell.text:
            continue
        field = known.get(key(cell.text))
        if field is None:
            hint = (
                did_you_mean(key(cell.text), known) or "Add its name to import.yml, under its field or under ignored."
            )
            faults.append(f'{sheet.name}, {cell.where}: the column "{cell.text}" is not known. {hint}')
        elif field in at:
            faults.append(f'{sheet.name}: the columns "{names[field]}" and "{cell.text}" both mean {field}.')
        elif field:
            at[field], names[field] = number, cell.text
    _raise(faults)
    return at, names


def _raise(faults: Sequence[str]) -> None:
    """Say all at once what keeps a file from being read."""
    if faults:
        raise SheetError(
            "\n".join([*faults[:_MOST], *([f"… and {len(faults) - _MOST} more."] * (len(faults) > _MOST))])
        )


def _about_persons(sheet: Sheet, settings: ImportSettings) -> Iterator[str]:
    """What tells that a sheet is about persons: a column of theirs, or what only a person has."""
    personal = set(map(key, settings.personal))
    for row in sheet.rows[:_LOOKED_AT]:
        for cell in row:
            if cell.text and key(cell.text) in personal and _is_name_of_column(row, settings, personal):
                yield (
                    f'{sheet.name}, {cell.where}: the column "{cell.text}" is about persons. Only totals are imported. '
                    "Delete the column in a copy of the file, or export totals."
                )
    for cell in _cells(sheet.rows):
        if any(shape.search(cell.text) for shape in _OF_PERSONS):
            yield (
                f"{sheet.name}, {cell.where}: this looks like the e-mail address or number of a person. Only "
                "totals are imported, so nothing was read."
            )


def _is_name_of_column(row: Sequence[Cell], settings: ImportSettings, personal: Iterable[str]) -> bool:
    """Whether a row names columns: at least two of its cells do. A group may well be called as a person is."""
    names = {*_known(settings), *personal}
    return sum(key(cell.text) in names for cell in row if cell.text) > 1


def _cells(rows: Sequence[Sequence[Cell]]) -> Iterable[Cell]:
    return (cell for row in rows for cell in row)
