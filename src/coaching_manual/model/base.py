"""What every record has in common, and the kinds of values that its fields hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
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
    many: bool


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
            found.append(_Marked(name, mark, nested, many="tuple[" in str(info.annotation)))
    return tuple(found)


def _marked_values(
    record: Record, mark_type: type, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any, str]]:
    for item in _marked_fields(type(record), mark_type):
        value = getattr(record, item.name)
        if not value:
            continue
        numbered = enumerate(value) if item.many else [(None, value)]
        for number, one in numbered:
            here = (*path, item.name) if number is None else (*path, item.name, number)
            if item.mark is not None:
                yield here, item.mark, one
            else:
                yield from _marked_values(one, mark_type, here)


def references(record: Record) -> Iterator[tuple[tuple[str | int, ...], Reference, str]]:
    """Every id in a record that names another record: path of the value, kind, id."""
    return _marked_values(record, Reference)


def prose(record: Record) -> Iterator[tuple[tuple[str | int, ...], Prose, str]]:
    """Every text of sentences in a record: path of the value, mark, text."""
    return _marked_values(record, Prose)
