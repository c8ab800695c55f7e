"""Reading a CSV file of the framework so that every value knows its place, as in YAML.

The rows become a list of groups of fields, named by the first line. So one validator, one index of places and one
wording serve both kinds of file. Empty cells are fields that are not there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from coaching_manual.problems import Problems
from coaching_manual.source.document import Document
from coaching_manual.source.loader import TAG

ROWS = "rows"
"""The field under which the rows of a CSV file stand."""


def spreadsheet_text(text: str) -> str:
    """A text for a cell of a spreadsheet, so that no program takes it for a formula and carries it out.

    >>> spreadsheet_text("=1+1"), spreadsheet_text("Coaches")
    ("'=1+1", 'Coaches')
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@dataclass(frozen=True)
class _Cell:
    text: str
    line: int
    column: int


def parse_csv(text: str, file: str, problems: Problems) -> Document | None:
    """A CSV file as a document with one list, ``rows``; None if it has no line of names that can be read."""
    try:
        lines = list(_lines(text))
    except csv.Error as fault:
        hint = "Open it in a spreadsheet program, and save it again as CSV with the encoding UTF-8."
        problems.add("TABLE-SYNTAX", f"This file cannot be read as CSV: {fault}.", _start(file).place(()), hint=hint)
        return None
    header = lines[0] if lines else []
    names = [cell.text.strip() for cell in header]
    if not _names_are_whole(names, file, problems):
        return None
    rows = [_row(names, cells, file, problems) for cells in lines[1:] if any(cell.text.strip() for cell in cells)]
    first = _mark(1, 1)
    listed = yaml.SequenceNode(TAG + "seq", [node for node, _ in rows], first, first)
    key = yaml.ScalarNode(TAG + "str", ROWS, first, first)
    root = yaml.MappingNode(TAG + "map", [(key, listed)], first, first)
    return Document(file, text, root, {ROWS: tuple(data for _, data in rows)})


def _lines(text: str) -> Iterator[list[_Cell]]:
    """The cells of each line. Columns are exact where a line holds no quoted cell with a line break in it."""
    reader = csv.reader(io.StringIO(text), strict=True)
    begins = 1
    for cells in reader:
        source = text.split("\n", begins)[begins - 1] if cells else ""
        column, placed = 1, []
        for cell in cells:
            quoted = source[column - 1 : column] == '"'
            placed.append(_Cell(cell, begins, column + quoted))
            column += len(cell) + cell.count('"') * quoted + 2 * quoted + 1
        begins = reader.line_num + 1
        yield placed


def _names_are_whole(names: list[str], file: str, problems: Problems) -> bool:
    hint = "Write the names of the columns in the first line, separated by commas."
    place = _start(file).place(())
    if not any(names):
        problems.add("TABLE-SYNTAX", "The first line holds no names of columns.", place, hint=hint)
    elif len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        problems.add("TABLE-SYNTAX", f'Two columns are called "{twice}".', place, hint="Take one of them out.")
    else:
        return True
    return False


def _row(
    names: list[str], cells: list[_Cell], file: str, problems: Problems
) -> tuple[yaml.MappingNode, dict[str, str]]:
    start = _mark(cells[0].line, 1)
    pairs, data = [], {}
    for name, cell in zip(names, cells, strict=False):
        value = cell.text.strip()
        if name and value:
            mark, end = _mark(cell.line, cell.column), _mark(cell.line, cell.column + len(cell.text))
            pairs.append(
                (yaml.ScalarNode(TAG + "str", name, mark, end), yaml.ScalarNode(TAG + "str", value, mark, end))
            )
            data[name] = value
    if any(cell.text.strip() for cell in cells[len(names) :]):
        place = Document(file, "", yaml.MappingNode(TAG + "map", pairs, start, start), None).place(())
        hint = 'A text with a comma in it stands in double quotes: "one, two".'
        problems.add("TABLE-SYNTAX", "This line has more values than there are columns.", place, hint=hint)
    return yaml.MappingNode(TAG + "map", pairs, start, start), data


def _start(file: str) -> Document:
    mark = _mark(1, 1)
    return Document(file, "", yaml.MappingNode(TAG + "map", [], mark, mark), None)


def _mark(line: int, column: int) -> yaml.Mark:
    return yaml.Mark("", 0, line - 1, column - 1, "", 0)
