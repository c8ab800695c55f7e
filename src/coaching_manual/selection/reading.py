"""Reading a roster: every row becomes a person's facts, or a fault with its line and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coaching_manual.index import Index
from coaching_manual.model import Role, slug
from coaching_manual.problems import did_you_mean
from coaching_manual.selection.columns import Columns, Fault, criterion, find_columns

_MOST_BYTES = 5_000_000
_MOST_YEARS = 60
_ANSWERS = {"yes": True, "y": True, "si": True, "no": False, "n": False}
_WHOLE = re.compile(r"[0-9]{1,2}")


class RosterError(Exception):
    """A roster cannot be used; the text says all that must be mended."""


@dataclass(frozen=True)
class Person:
    """What a row says. ``wants`` is None where nobody asked yet; ``states`` has the criteria with a column."""

    label: str
    group: str
    site: str
    training: frozenset[str] = frozenset()
    years: int = 0
    wants: bool | None = None
    holds: frozenset[str] = frozenset()
    states: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class _Row:
    line: int
    cells: Sequence[str]


def read_roster(path: Path, role: Role, index: Index) -> tuple[Person, ...]:
    """The people of a roster; RosterError with every fault at once."""
    rows = _rows(path)
    header = rows[0] if rows else _Row(1, [])
    columns, faults = find_columns(header.cells, role)
    if faults:  # without its columns no row can be read
        raise RosterError(_told(path.name, faults))
    reader = _Reader(columns, role, index)
    people = tuple(reader.person(row) for row in rows[1:])
    if not people:
        reader.faults.append(Fault(1, "no row", "There is nobody below the names of the columns."))
    if reader.faults:
        raise RosterError(_told(path.name, reader.faults))
    return people


def _told(name: str, faults: Sequence[Fault]) -> str:
    lines = (f"{name}, line {fault.line}, {fault.column}: {fault.text}" for fault in faults)
    count = f"{len(faults)} thing{'s' if len(faults) > 1 else ''} to mend. Nothing was written."
    return "\n".join([*lines, "", count])


def _rows(path: Path) -> list[_Row]:
    if not path.is_file():
        raise RosterError(f"There is no file {path}.")
    if path.suffix.lower() != ".csv":
        raise RosterError(f"{path.name} is not a CSV file. Save the roster as CSV with the encoding UTF-8.")
    if path.stat().st_size > _MOST_BYTES:
        raise RosterError(f"{path.name} has more than {_MOST_BYTES // 1_000_000} MB. A roster is far smaller.")
    try:
        return list(_parsed(_decoded(path)))
    except csv.Error as fault:
        raise RosterError(f"{path.name} cannot be read as CSV ({fault}). Save it again from a spreadsheet.") from None


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-16" if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        hint = "In Excel choose “CSV UTF-8”."
        raise RosterError(f"{path.name} is not saved as UTF-8; line {line} cannot be read. {hint}") from None


def _parsed(text: str) -> Iterator[_Row]:
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count), strict=True)
    begins = 1
    for cells in reader:
        clean = [_one_line(cell) for cell in cells]
        if any(clean):
            yield _Row(begins, clean)
        begins = reader.line_num + 1


def _one_line(text: str) -> str:
    """A cell on one line, without signs that a terminal would obey."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


class _Reader:
    """Reads rows, and gathers what is wrong with them."""

    def __init__(self, columns: Columns, role: Role, index: Index) -> None:
        self.faults: list[Fault] = []
        self._columns = columns
        self._role = role
        self._seen: dict[str, int] = {}
        framework = index.framework
        self._groups = _by_name({entry.record.id: entry.record.title for entry in framework.growth_groups})
        self._training = _by_name({entry.record.id: entry.record.title for entry in framework.curricula})
        self._holds = {slug(name): name for name in role.selection.ready.holds}

    def person(self, row: _Row) -> Person:
        """What a row says; where it is faulty, something harmless stands instead."""
        self._width(row)
        ready = self._role.selection.ready
        return Person(
            label=self._label(row),
            group=self._named(row, "group", self._needed(row, "group"), self._groups),
            site=self._needed(row, "site"),
            training=frozenset(
                self._named(row, "training", one, self._training) for one in self._list(row, "training")
            ),
            years=self._years(row, needed=ready.years > 0),
            wants=self._answer(row, "wants"),
            holds=frozenset(self._holds.get(slug(one), one) for one in self._list(row, "holds")),
            states={
                number: bool(self._answer(row, criterion(number)))
                for number in range(1, len(self._role.selection.criteria) + 1)
                if criterion(number) in self._columns.at
            },
        )

    def _cell(self, row: _Row, name: str) -> str:
        number = self._columns.at.get(name)
        return row.cells[number] if number is not None and number < len(row.cells) else ""

    def _fault(self, row: _Row, name: str, text: str) -> None:
        self.faults.append(Fault(row.line, self._columns.where(self._columns.at[name]), text))

    def _width(self, row: _Row) -> None:
        width = len(self._columns.names)
        if any(row.cells[width:]):
            hint = 'Put a text with a comma in it in double quotes: "one, two".'
            self.faults.append(
                Fault(row.line, self._columns.where(width), f"This row has more cells than there are columns. {hint}")
            )

    def _label(self, row: _Row) -> str:
        label = self._needed(row, "person")
        first = self._seen.setdefault(label.lower(), row.line)
        if label and first != row.line:
            self._fault(row, "person", f'"{label}" is in line {first} already. Give each row a label of its own.')
        return label

    def _needed(self, row: _Row, name: str) -> str:
        text = self._cell(row, name)
        if not text:
            self._fault(row, name, "Nothing is written here.")
        return text

    def _list(self, row: _Row, name: str) -> list[str]:
        return [one.strip() for one in self._cell(row, name).split(";") if one.strip()]

    def _named(self, row: _Row, name: str, text: str, known: Mapping[str, str]) -> str:
        """The id that a text means; the text itself, and a fault, if it means none."""
        found = known.get(slug(text))
        if found is None and text:
            kind = "growth group" if name == "group" else "training"
            hint = (
                did_you_mean(slug(text), known)
                or f"Write its id or its title: {', '.join(sorted(set(known.values())))}."
            )
            self._fault(row, name, f'There is no {kind} "{text}". {hint}')
        return found or text

    def _years(self, row: _Row, *, needed: bool) -> int:
        text = self._cell(row, "years")
        if not text and not needed:
            return 0
        if not _WHOLE.fullmatch(text) or int(text) > _MOST_YEARS:
            said = f'"{text}" is no number of full years.' if text else "Nothing is written here."
            self._fault(row, "years", f"{said} Write it like this: 3")
            return 0
        return int(text)

    def _answer(self, row: _Row, name: str) -> bool | None:
        text = self._cell(row, name)
        answer = _ANSWERS.get(slug(text))
        if text and answer is None:
            self._fault(row, name, f'"{text}" is no answer. Write yes or no, or leave it empty. Ratings are not read.')
        return answer


def _by_name(titles: Mapping[str, str]) -> dict[str, str]:
    """Ids by what people may write: the id, or the title."""
    return {slug(title): one for one, title in titles.items()} | {one: one for one in titles}
