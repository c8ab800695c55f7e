"""What every record has in common, and the kinds of values that its fields hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def slug(name: str) -> str:
    """The id that a name gets.

    >>> slug("Coach–principal agreement"), slug("Check & Connect"), slug("Évaluation")
    ('coach-principal-agreement', 'check-and-connect', 'evaluation')
    """
    parts = unicodedata.normalize("NFKD", name.lower().replace("&", " and "))
    plain = "".join(char for char in parts if char not in "'’" and not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


@dataclass(frozen=True)
class Reference:
    """Marks a field whose value is the id of another record of the given kind."""

    kind: str


@dataclass(frozen=True)
class Keys:
    """Marks a field that holds groups under ids of other records: the kind of the ids, for each step inward."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True)
class Prose:
    """Marks a field that holds sentences: wording is checked in it and terms are counted in it."""


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Prose()]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
TermId = Annotated[Id, Reference("term")]
SourceId = Annotated[Id, Reference("source")]
CategoryId = Annotated[Id, Reference("category")]
AudienceId = Annotated[Id, Reference("audience")]
CurriculumId = Annotated[Id, Reference("curriculum")]
MeasureId = Annotated[Id, Reference("measure")]

Status = Literal["draft", "adopted", "retired"]


class Record(BaseModel):
    """What every record has in common: it cannot be changed, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", title=None)


@dataclass(frozen=True)
class _Marked:
    """A field that carries a mark itself, or whose records have fields that do."""

    name: str
    mark: Reference | Prose | None
    nested: type[Record] | None


def _inside(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


@cache
def _marked_fields(kind: type[Record], mark_type: type) -> tuple[_Marked, ...]:
    found = []
    for name, info in kind.model_fields.items():
        parts = [*info.metadata, *_inside(info.annotation)]
        mark: Any = next((part for part in parts if isinstance(part, mark_type)), None)
        nested = next((part for part in parts if isinstance(part, type) and issubclass(part, Record)), None)
        if mark or (nested and _marked_fields(nested, mark_type)):
            found.append(_Marked(name, mark, nested))
    return tuple(found)


def _marked_values(
    record: Record, mark_type: type, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any, str]]:
    for item in _marked_fields(type(record), mark_type):
        for here, one in _single_values(getattr(record, item.name), (*path, item.name)):
            if item.mark is not None:
                yield here, item.mark, one
            else:
                yield from _marked_values(one, mark_type, here)


def _single_values(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:  # noqa: ANN401 - what a field holds
    """What a field holds, one by one, whether it is a list, groups under ids, or a value alone."""
    if isinstance(value, tuple | dict):
        for step, inside in enumerate(value) if isinstance(value, tuple) else value.items():
            yield from _single_values(inside, (*path, step))
    elif value:
        yield path, value


def keys(record: Record) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every id in a record that groups stand under: path of the key, kind, id."""
    for name, info in type(record).model_fields.items():
        mark = next((part for part in info.metadata if isinstance(part, Keys)), None)
        if mark:
            yield from _keys_of(getattr(record, name), mark.kinds, (name,))


def _keys_of(
    groups: Mapping[str, Any], kinds: tuple[str, ...], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for key, inside in groups.items():
        yield (*path, key), kinds[0], key
        if kinds[1:]:
            yield from _keys_of(inside, kinds[1:], (*path, key))


def references(record: Record) -> Iterator[tuple[tuple[str | int, ...], Reference, str]]:
    """Every id in a record that names another record: path of the value, kind, id."""
    return _marked_values(record, Reference)


def prose(record: Record) -> Iterator[tuple[tuple[str | int, ...], Prose, str]]:
    """Every text of sentences in a record: path of the value, mark, text."""
    return _marked_values(record, Prose)
