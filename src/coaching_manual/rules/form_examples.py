"""The example of a form fits the form: its fields, its answers to choose, and its places to write."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from coaching_manual.model import Form, FormExample, FormField
from coaching_manual.problems import Problems, did_you_mean
from coaching_manual.source import KeyPath
from coaching_manual.structure import Entry

LETTERS_IN_A_LINE = 90
_LETTERS_IN_A_CELL = 60

_Fault = tuple[KeyPath, str, str]
"""Where in a value, what is wrong, what to write instead."""


def check_example(
    entry: Entry[Form], path: KeyPath, example: FormExample, problems: Problems, *, spanish: bool = False
) -> None:
    """Every answer belongs to a field and fits it, and no field that is required is left out."""
    fields = {field.id: field for section in entry.record.sections for field in section.fields}
    options = _spanish_options(entry.record) if spanish else {}

    def add(place: KeyPath, message: str, hint: str) -> None:
        problems.add("FORM-EXAMPLE", message, entry.place(*place), hint=hint, subject=entry.record.title)

    for name, value in example.values.items():
        field = fields.get(name)
        if field is None:
            hint = did_you_mean(name, fields) or f"The fields are: {', '.join(fields)}."
            add((*path, "values", name), f'The form has no field "{name}".', hint)
            continue
        for place, message, hint in _faults(field, value, options):
            add((*path, "values", name, *place), message, hint)
    for name, field in fields.items():
        if field.required and example.values.get(name) in (None, "", (), False):
            message = f'The example does not answer "{field.label}", which is required.'
            add((*path, "values"), message, f"Write  {name}: …  with an invented answer.")


def _spanish_options(form: Form) -> Mapping[str, Sequence[str]]:
    """The answers to choose in Spanish, by field and by field and column."""
    found: dict[str, Sequence[str]] = {}
    for section in form.es.sections if form.es else ():
        for field in section.fields:
            found[field.id] = field.options
            found.update({f"{field.id}.{column.id}": column.options for column in field.columns})
    return found


def _faults(field: FormField, value: object, options: Mapping[str, Sequence[str]]) -> Iterator[_Fault]:
    if field.kind == "table":
        yield from _faults_of_table(field, value, options)
    elif field.kind == "choices":
        if not isinstance(value, tuple):
            yield (), "Several answers are written as a list.", "Write them in square brackets: [one, two]."
            return
        for number, one in enumerate(value):
            yield from _at((number,), _choice(one, options.get(field.id) or field.options))
    else:
        yield from _at((), _fault_of(field.kind, value, options.get(field.id) or field.options, field.lines or 1))


def _at(path: KeyPath, fault: tuple[str, str] | None) -> Iterator[_Fault]:
    if fault:
        yield path, *fault


def _faults_of_table(field: FormField, value: object, options: Mapping[str, Sequence[str]]) -> Iterator[_Fault]:
    if not isinstance(value, tuple) or not all(isinstance(row, dict) for row in value):
        yield (), "The rows of a table are written as a list.", "Write each as  - {column: answer, …} ."
        return
    most = len(field.row_labels) or field.rows or 0
    if len(value) > most:
        yield (), f"The table has {most} rows, and the example has {len(value)}.", "Take rows out, or give it more."
    columns = {column.id: column for column in field.columns}
    for number, row in enumerate(value):
        for name, one in row.items():
            if name not in columns:
                hint = did_you_mean(name, columns) or f"The columns are: {', '.join(columns)}."
                yield (number, name), f'The table has no column "{name}".', hint
                continue
            answers = options.get(f"{field.id}.{name}") or columns[name].options
            yield from _at((number, name), _fault_of(columns[name].kind, one, answers, 0))


def _fault_of(kind: str, value: object, options: Sequence[str], lines: int) -> tuple[str, str] | None:
    """What is wrong with a single answer, and what to write instead; None if it fits."""
    if kind in {"line", "lines", "signature"}:
        return _text(value, lines)
    if kind == "choice":
        return _choice(value, options)
    fits, message, hint = _PLAIN[kind]
    return None if fits(value) else (message, hint)


_PLAIN: Mapping[str, tuple[Callable[[object], bool], str, str]] = {
    "date": (lambda value: isinstance(value, datetime.date), "This is not a day.", "Write it like 2026-10-05."),
    "number": (
        lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
        "This is not a number.",
        "Write digits only.",
    ),
    "check": (lambda value: isinstance(value, bool), "A box is ticked or not.", "Write true or false."),
}


def _text(value: object, lines: int) -> tuple[str, str] | None:
    """``lines`` is 0 for a cell of a table, and 1 for a field with a single line."""
    if not isinstance(value, str):
        return "This is not a text.", 'Write it in "double quotes".'
    letters = LETTERS_IN_A_LINE if lines else _LETTERS_IN_A_CELL
    needed = sum(max(1, math.ceil(len(line) / letters)) for line in value.strip().split("\n"))
    if needed > max(lines, 1):
        words = f"{max(lines, 1)} line{'s' if lines > 1 else ''}"
        return f"The answer takes {needed} lines, and there is room for {words}.", "Write less, or give it more room."
    return None


def _choice(value: object, options: Sequence[str]) -> tuple[str, str] | None:
    if value in options:
        return None
    return f'"{value}" is not one of the answers.', did_you_mean(
        str(value), options
    ) or f"They are: {'; '.join(options)}."
