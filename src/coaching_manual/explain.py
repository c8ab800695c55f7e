"""The validator's words, translated into an editor's.

pydantic says *what rule* a value broke; this module says what a coordinator should do about it. It is
the only place where such faults are worded, so their texts can be changed or translated in one go.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError

from coaching_manual.model import slug
from coaching_manual.problems import Fix, Place, Problems, did_you_mean
from coaching_manual.source import Document, KeyPath

_HINTS_FOR_UNKNOWN = {
    "narrower": "Write  broader: [this term's id]  on the narrower term; this page then shows it by itself.",
    "category": "The category stands once, at the top of the file, and holds for all its terms.",
    "old_names": "Old names are written under  retired_names:  as  - name: …  with  changed: …",
    "spanish": "The Spanish is written under  es:  with  term:  and  definition:",
    "do_not_use": "Wordings to avoid are written under  do_not_say:  as  - wording: …  with  reason: …",
}

_AT_MOST = 100
"""Faults reported of one record: whoever pasted a whole other file into it need not read more."""

_KINDS: dict[str, tuple[str, str]] = {
    "string_type": ("a text", 'Write a text, in "double quotes" if YAML misreads it.'),
    "tuple_type": ("a list", "Write a list: [one, two], or one entry a line, each after a hyphen."),
    "model_type": ("a group of fields", "Write the fields below this one, indented by two spaces."),
    "model_attributes_type": ("a group of fields", "Write the fields below this one, indented by two spaces."),
    "int_type": ("a whole number", "Write digits only, without quotation marks."),
    "int_parsing": ("a whole number", "Write digits only, without quotation marks."),
    "int_from_float": ("a whole number", "Write digits only, without a decimal point."),
    "bool_type": ("true or false", "Write true or false, without quotation marks."),
    "bool_parsing": ("true or false", "Write true or false, without quotation marks."),
    "date_type": ("a day", "Write year-month-day with two digits each: 2026-11-22."),
    "date_parsing": ("a day", "Write year-month-day with two digits each: 2026-11-22."),
    "date_from_datetime_parsing": ("a day", "Write year-month-day with two digits each: 2026-11-22."),
    "date_from_datetime_inexact": ("a day", "Write year-month-day with two digits each: 2026-11-22."),
}


def add_validation_problems(
    fault: ValidationError,
    model: type[BaseModel],
    document: Document,
    base: KeyPath,
    problems: Problems,
    subject: str,
) -> None:
    """Report every fault that pydantic found in the record that stands at ``base`` of a document."""
    errors = fault.errors(include_url=False)[:_AT_MOST]
    misspelt = set(_misspelt(errors, model))
    for error in errors:
        path = (*base, *(step for step in error["loc"] if step != "[key]"))
        known = problems.has_one_at(document.place(path)) and error["type"] not in {"missing", "extra_forbidden"}
        if error["loc"] not in misspelt and not known:
            _add(error["type"], error, model, document, path, problems, subject)


def _misspelt(errors: Iterable[Mapping[str, Any]], model: type[BaseModel]) -> Iterator[KeyPath]:
    """Paths of the fields that are not missing, because they are there under a misspelt name."""
    for error in errors:
        if error["type"] == "extra_forbidden":
            *group, name = error["loc"]
            owner = _model_at(model, tuple(group)) or model
            yield from ((*group, field) for field in _closest(str(name), owner))


def _closest(name: str, owner: type[BaseModel]) -> list[str]:
    return [field for field in owner.model_fields if did_you_mean(name, [field])]


def _add(  # noqa: PLR0913 - what went wrong, where, and for whom
    kind: str,
    error: Mapping[str, Any],
    model: type[BaseModel],
    document: Document,
    path: KeyPath,
    problems: Problems,
    subject: str,
) -> None:
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    value, context = error["input"], error.get("ctx", {})
    if kind == "missing":
        problems.add(
            "FIELD-MISSING",
            f'The field "{name}" is missing.',
            document.place(path[:-1], key=True),
            hint=_missing_hint(model, path, name),
            subject=subject,
        )
    elif kind == "extra_forbidden":
        _add_unknown_field(name, model, document, path, problems, subject)
    elif value is None:
        in_list = isinstance(path[-1], int)
        problems.add(
            "FIELD-VALUE",
            f'An entry of "{name}" is empty.' if in_list else f'The field "{name}" is empty.',
            document.place(path, key=True),
            hint=_empty_hint(kind, model, path),
            subject=subject,
        )
    elif kind in _KINDS:
        _add_wrong_kind(kind, name, value, model, document, path, problems, subject)
    elif kind != "too_short" or len(value) < context["min_length"]:  # entries with faults do count
        message, hint = _value_words(kind, name, value, context)
        problems.add("FIELD-VALUE", message, document.place(path), hint=hint, subject=subject)


def _empty_hint(kind: str, model: type[BaseModel], path: KeyPath) -> str:
    owner = _model_at(model, path[:-1])
    info = owner.model_fields.get(str(path[-1])) if owner else None
    if kind == "tuple_type":
        return "Write its entries, or  []  if there are none yet."
    return "Write its value." if info and info.is_required() else "Write its value, or take the line out."


def _missing_hint(model: type[BaseModel], path: KeyPath, name: str) -> str:
    owner = _model_at(model, path[:-1])
    info = owner.model_fields.get(name) if owner else None
    return f"Add  {name}: …  {info.description}" if info and info.description else f"Add  {name}: …"


def _add_unknown_field(  # noqa: PLR0913
    name: str, model: type[BaseModel], document: Document, path: KeyPath, problems: Problems, subject: str
) -> None:
    owner = _model_at(model, path[:-1]) or model
    allowed = [field for field in owner.model_fields if field not in _HINTS_FOR_UNKNOWN]
    hint = _HINTS_FOR_UNKNOWN.get(name) or did_you_mean(name, allowed)
    if " " in name and not hint:
        hint = "If this belongs to the text before the comma, put that whole text in double quotes."
    home = None if hint else _home_of(name, model)
    if home:
        hint = f'"{name}" belongs {home}.'
    problems.add(
        "FIELD-UNKNOWN",
        f'There is no field "{name}" here.',
        document.place(path, key=True),
        hint=hint or "The fields are: " + ", ".join(allowed) + ".",
        subject=subject,
    )


def _add_wrong_kind(  # noqa: PLR0913
    kind: str,
    name: str,
    value: object,
    model: type[BaseModel],
    document: Document,
    path: KeyPath,
    problems: Problems,
    subject: str,
) -> None:
    expected, hint = _KINDS[kind]
    place = document.place(path)
    if kind == "string_type" and isinstance(value, bool | int | float | datetime.date):
        node, _ = document.node(path)
        written = node.value if isinstance(node, yaml.ScalarNode) else str(value)
        problems.add(
            "YAML-TRAP",
            f"Without quotation marks YAML reads {written} as {_read_as(value)}; \"{name}\" needs a text.",
            place,
            hint=f'Write "{written}" in double quotes.',
            subject=subject,
            fix=Fix(place, f'"{written}"'),
        )
        return
    if kind == "tuple_type" and isinstance(value, str) and value.startswith("-"):
        hint = "Put a space after the hyphen."
    elif kind.startswith("model"):
        hint = _group_hint(model, path) or hint
    problems.add(
        "FIELD-KIND",
        f'{"An entry of " * isinstance(path[-1], int)}"{name}" should be {expected}, and this is {_read_as(value)}.',
        place,
        hint=hint,
        subject=subject,
    )


def _group_hint(model: type[BaseModel], path: KeyPath) -> str:
    owner = _model_at(model, path)
    first = next((field for field, info in owner.model_fields.items() if info.is_required()), "") if owner else ""
    if isinstance(path[-1], int):
        return f"Write  - {first}: …  and the other fields of the entry below it."
    return f"Write  {first}: …  and the other fields of the group below this line, indented by two spaces."


def _read_as(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, datetime.date):
        return "a day"
    if isinstance(value, tuple):
        return "a list"
    if isinstance(value, dict):
        return "a group of fields"
    return "a text"


def _value_words(kind: str, name: str, value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    if kind == "literal_error":
        allowed = [part.strip("' ") for part in str(context["expected"]).replace(" or ", ",").split(",")]
        near = did_you_mean(str(value), allowed)
        return f'"{value}" is not a value of "{name}".', f"{near} Choose from: {', '.join(allowed)}.".strip()
    if kind == "string_pattern_mismatch":
        return _pattern_words(name, str(value), str(context["pattern"]))
    if kind == "string_too_short":
        return f'The field "{name}" is empty.', "Write its value, or take the line out."
    if kind == "too_short":
        entries = "one entry" if context["min_length"] == 1 else f"{context['min_length']} entries"
        return f'"{name}" needs at least {entries}.', "Add what is missing."
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = context.get("ge", context.get("le"))
        side = "small" if kind == "greater_than_equal" else "large"
        return f'{value} is too {side} for "{name}".', f"The limit is {limit}."
    return f'This value does not fit "{name}".', "Compare it with another entry of the file."


def _pattern_words(name: str, value: str, pattern: str) -> tuple[str, str]:
    if "\\n" in pattern:
        return f'"{name}" must stand on one line.', "Take the line break out."
    if pattern.startswith("^10"):
        return f'"{value}" is not a DOI.', "Write it from 10. onwards, without https://doi.org/."
    if pattern.startswith("^https"):
        return f'"{value}" is not a web address.', "Write the whole address, beginning with https://."
    suggestion = slug(value)
    hint = "Use small letters, digits and single hyphens."
    return f'"{value}" cannot be an id.', f"{hint} For example: {suggestion}." if suggestion else hint


def _nested_models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) is Literal:
        return []
    return [model for argument in get_args(annotation) for model in _nested_models(argument)]


def _model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model of the record at a path that ends somewhere inside ``model``."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int) or current is None or step not in current.model_fields:
            continue
        nested = _nested_models(current.model_fields[step].annotation)
        current = nested[0] if nested else current
    return current


def _home_of(name: str, model: type[BaseModel]) -> str | None:
    """Where a misplaced field belongs, in words, if some other group of the same record has it."""
    for field, info in model.model_fields.items():
        for nested in _nested_models(info.annotation):
            if name in nested.model_fields:
                return f"under  {field}:"
    return None


def place_of_file(document: Document) -> Place:
    """The first line of a document."""
    return Place(document.file, document.first_line)
