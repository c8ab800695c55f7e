"""The validator's words, translated into an editor's.

pydantic says *what rule* a value broke; this module says what a coordinator should do about it. It is
the only place where such faults are worded, so their texts can be changed or translated in one go.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from coaching_manual.model import slug
from coaching_manual.problems import Fix, Problems, did_you_mean
from coaching_manual.source import Document, KeyPath

_HINTS_FOR_UNKNOWN = {
    "narrower": "Write  broader: [this term's id]  on the narrower term; this page then shows it by itself.",
    "category": "The category stands once, at the top of the file, and holds for all its terms.",
    "old_names": "Old names are written under  retired_names:  as  - name: …  with  changed: …",
    "spanish": "The Spanish is written under  es:  with  term:  and  definition:",
    "do_not_use": "Wordings to avoid are written under  do_not_say:  as  - wording: …  with  reason: …",
}

_PATTERNS: dict[str, tuple[str, str]] = {
    "^(term|": (
        '"{value}" does not say what kind of answer it is.',
        "Write term: and an id, acronym: and letters, page: and a path, or nothing. For example: term:{value}",
    ),
    r"^(\*|": ('"{value}" is not a number of people.', "Write digits only, or * if its source hides it, or nothing."),
    "^20": ('"{value}" is not a school year.', "Write the year it begins and two digits of its end: 2025-26."),
    "^10": ('"{value}" is not a DOI.', "Write it from 10. onwards, without https://doi.org/."),
    "^([01]": ('"{value}" is not a time of day.', 'Write hours and minutes, counted to 24 hours: "15:30".'),
    "^https": ('"{value}" is not a web address.', "Write the whole address, beginning with https://."),
}
"""What a value should be, by how its pattern begins."""

_AT_MOST = 100
"""Faults reported of one record: whoever pasted a whole other file into it need not read more."""

_KINDS: dict[str, tuple[str, str]] = {
    "string_type": ("a text", 'Write a text, in "double quotes" if YAML misreads it.'),
    "tuple_type": ("a list", "Write a list: [one, two], or one entry a line, each after a hyphen."),
    "dict_type": ("a group of fields", "Write the ids below this one, indented by two spaces, each with a colon."),
    "model_type": ("a group of fields", "Write the fields below this one, indented by two spaces."),
    "model_attributes_type": (
        "a group of fields",
        "Write the fields below this one, indented by two spaces.",
    ),
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
    problems: Problems,
    *,
    base: KeyPath,
    subject: str,
) -> None:
    """Report every fault that pydantic found in the record that stands at ``base`` of a document."""
    _Explainer(model, document, problems, base, subject).explain(fault)


@dataclass(frozen=True)
class _Explainer:
    """Words the faults of one record: of which kind it should be, where it stands, and what people call it."""

    model: type[BaseModel]
    document: Document
    problems: Problems
    base: KeyPath
    subject: str

    def explain(self, fault: ValidationError) -> None:
        errors = fault.errors(include_url=False)[:_AT_MOST]
        misspelt = set(self._misspelt(errors))
        for error in errors:
            path = (*self.base, *(step for step in error["loc"] if step != "[key]"))
            at_field = error["type"] in {"missing", "extra_forbidden"}
            known = not at_field and self.problems.has_one_at(self.document.place(path))
            if error["loc"] not in misspelt and not known:
                self._explain_one(error, path)

    def _misspelt(self, errors: Iterable[Mapping[str, Any]]) -> Iterator[KeyPath]:
        """Paths of the fields that are not missing, because they are there under a misspelt name."""
        for error in errors:
            if error["type"] == "extra_forbidden":
                *group, name = error["loc"]
                owner = self._owner(tuple(group))
                yield from ((*group, field) for field in _fields(owner) if did_you_mean(str(name), [field]))

    def _owner(self, path: KeyPath) -> type[BaseModel]:
        """The model of the group of fields at a path."""
        return _model_at(self.model, path) or self.model

    def _add(
        self, code: str, message: str, path: KeyPath, hint: str, *, key: bool = False, fix: Fix | None = None
    ) -> None:
        self.problems.add(code, message, self.document.place(path, key=key), hint=hint, subject=self.subject, fix=fix)

    def _explain_one(self, error: Mapping[str, Any], path: KeyPath) -> None:
        kind, value, context = error["type"], error["input"], error.get("ctx", {})
        name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        if kind == "missing":
            info = _fields(self._owner(path[:-1])).get(name)
            about = f"  {info.description}" if info and info.description else ""
            self._add(
                "FIELD-MISSING",
                f'The field "{name}" is missing.',
                path[:-1],
                f"Add  {name}: …{about}",
                key=True,
            )
        elif kind == "extra_forbidden":
            self._explain_unknown_field(name, path)
        elif value is None:
            whole = f'An entry of "{name}"' if isinstance(path[-1], int) else f'The field "{name}"'
            self._add("FIELD-VALUE", f"{whole} is empty.", path, self._empty_hint(kind, path), key=True)
        elif kind == "string_type" and isinstance(value, bool | int | float | datetime.date):
            self._explain_trap(name, value, path)
        elif kind in _KINDS:
            self._explain_wrong_kind(kind, name, value, path)
        elif kind != "too_short" or len(value) < context["min_length"]:  # entries with faults do count
            message, hint = _value_words(kind, name, value, context)
            self._add("FIELD-VALUE", message, path, hint)

    def _empty_hint(self, kind: str, path: KeyPath) -> str:
        if kind == "tuple_type":
            return "Write its entries, or  []  if there are none yet."
        info = _fields(self._owner(path[:-1])).get(str(path[-1]))
        return "Write its value." if info and info.is_required() else "Write its value, or take the line out."

    def _explain_unknown_field(self, name: str, path: KeyPath) -> None:
        allowed = [field for field in _fields(self._owner(path[:-1])) if field not in _HINTS_FOR_UNKNOWN]
        hint = _HINTS_FOR_UNKNOWN.get(name) or did_you_mean(name, allowed)
        if not hint and " " in name:
            hint = "If this belongs to the text before the comma, put that whole text in double quotes."
        if not hint:
            home = _home_of(name, self.model)
            hint = f'"{name}" belongs {home}.' if home else "The fields are: " + ", ".join(allowed) + "."
        self._add("FIELD-UNKNOWN", f'There is no field "{name}" here.', path, hint, key=True)

    def _explain_trap(self, name: str, value: object, path: KeyPath) -> None:
        node, _ = self.document.node(path)
        written = node.value if isinstance(node, yaml.ScalarNode) else str(value)
        message = f'Without quotation marks YAML reads {written} as {_read_as(value)}; "{name}" needs a text.'
        fix = Fix(self.document.place(path), f'"{written}"')
        self._add("YAML-TRAP", message, path, f'Write "{written}" in double quotes.', fix=fix)

    def _explain_wrong_kind(self, kind: str, name: str, value: object, path: KeyPath) -> None:
        expected, hint = _KINDS[kind]
        if kind == "tuple_type" and isinstance(value, str) and value.startswith("-"):
            hint = "Put a space after the hyphen."
        elif kind.startswith("model"):
            hint = _group_hint(self.model, path) or hint
        entry = "An entry of " if isinstance(path[-1], int) else ""
        message = f'{entry}"{name}" should be {expected}, and this is {_read_as(value)}.'
        self._add("FIELD-KIND", message, path, hint)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that editors write."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


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
    if kind in {"too_short", "too_long"}:
        return _number_words(name, context)
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = context.get("ge", context.get("le"))
        side = "small" if kind == "greater_than_equal" else "large"
        return f'{value} is too {side} for "{name}".', f"The limit is {limit}."
    return f'This value does not fit "{name}".', "Compare it with another entry of the file."


def _number_words(name: str, context: Mapping[str, Any]) -> tuple[str, str]:
    if "max_length" in context:
        return f'"{name}" takes at most {context["max_length"]} entries.', "Join two of them, or take one out."
    entries = "one entry" if context["min_length"] == 1 else f"{context['min_length']} entries"
    return f'"{name}" needs at least {entries}.', "Add what is missing."


def _pattern_words(name: str, value: str, pattern: str) -> tuple[str, str]:
    if "\\n" in pattern:
        return f'"{name}" must stand on one line.', "Take the line break out."
    known = next((words for begin, words in _PATTERNS.items() if pattern.startswith(begin)), None)
    if known:
        return tuple(text.format(value=value) for text in known)  # type: ignore[return-value]
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
