"""What there is to translate: every text of a record that can carry Spanish, with its place in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from coaching_manual.index import name_of
from coaching_manual.model import Record
from coaching_manual.source import Document, Key, KeyPath
from coaching_manual.structure import Entry, Framework

SPANISH = "es"
_NOT_TRANSLATED = frozenset({"id", "reviewed", "synonyms", "search_words"})
"""Fields of Spanish records that are no translation of the English field of the same name."""

_STAFF_ONLY = frozenset({"participants", "facilitator"})
"""Readers of handouts who work in English: what is handed to them is translated only where somebody began to."""


@dataclass(frozen=True)
class Text:
    """A text in both languages. ``key`` stays the same when records change their order.

    ``spanish_path`` is where the Spanish stands, or has to be written; ``spanish`` is empty where there is none.
    ``about`` is what a person calls the record.
    """

    key: str
    about: str
    english: str
    spanish: str
    document: Document
    path: KeyPath
    spanish_path: KeyPath


@dataclass(frozen=True)
class _Spot:
    """A record on the way down: its document, its path, and the words that keys and people use for it."""

    document: Document
    path: KeyPath
    key: str
    about: str

    def deeper(self, *steps: Key, name: str) -> _Spot:
        return _Spot(self.document, (*self.path, *steps), f"{self.key}/{name}", self.about)


def texts_of(framework: Framework) -> Iterator[Text]:
    """Every text that is, or could be, there in Spanish, in the order of the files."""
    for entry in sorted(framework.entries(), key=lambda one: (one.document.file, one.place())):
        yield from _in_record(entry.record, _start(entry))


def _start(entry: Entry[Any]) -> _Spot:
    record = entry.record
    stem = entry.document.file.partition("/")[2].removesuffix(".yml")
    named = getattr(record, "id", "") if entry.path else ""
    return _Spot(entry.document, entry.path, f"{stem}:{named}" if named else stem, name_of(record) or named or stem)


def _in_record(record: Record, spot: _Spot) -> Iterator[Text]:
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name == SPANISH:
            yield from _spanish_of(record, info.annotation, spot)
        elif isinstance(value, Record):
            yield from _in_record(value, spot.deeper(name, name=name))
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    yield from _in_record(item, spot.deeper(name, number, name=f"{name}/{_named(item, number)}"))


def _spanish_of(record: Record, annotation: object, spot: _Spot) -> Iterator[Text]:
    kind = _record_in(annotation)
    spanish = getattr(record, SPANISH)
    if spanish is None and getattr(record, "readers", None) in _STAFF_ONLY:
        return
    if kind is None:  # a title alone: "es: Asesores"
        title = str(getattr(record, "title", ""))
        yield _text(title, spanish, spot.deeper("title", name="title"), (*spot.path, SPANISH))
    else:
        yield from _pairs(record, spanish, kind, spot, (*spot.path, SPANISH))


def _pairs(
    english: Record, spanish: Record | None, kind: type[Record], spot: _Spot, spanish_path: KeyPath
) -> Iterator[Text]:
    """The fields of a Spanish record, each with the English field of the same name."""
    for name, info in kind.model_fields.items():
        value = getattr(english, name, None)
        if name in _NOT_TRANSLATED or not value:
            continue
        said = getattr(spanish, name, None)
        here, there = spot.deeper(name, name=name), (*spanish_path, name)
        if isinstance(value, str):
            yield _text(value, said, here, there)
        elif isinstance(value, Record):
            nested = _record_in(info.annotation)
            if nested:
                yield from _pairs(value, said, nested, here, there)
        elif isinstance(value, tuple):
            yield from _listed(value, said or (), info.annotation, here, there)


def _listed(
    english: tuple[Any, ...], spanish: tuple[Any, ...], annotation: object, spot: _Spot, spanish_path: KeyPath
) -> Iterator[Text]:
    nested = _record_in(annotation)
    for number, item in enumerate(english):
        here = spot.deeper(number, name=_named(item, number))
        if isinstance(item, str) and nested is None:
            said = spanish[number] if number < len(spanish) else None
            yield _text(item, said, here, (*spanish_path, number))
        elif isinstance(item, Record) and nested is not None:
            at = _same(item, number, spanish)
            if at is not None:  # a part without Spanish is written by hand: it is more than a text
                yield from _pairs(item, spanish[at], nested, here, (*spanish_path, at))


def _same(item: Record, number: int, spanish: tuple[Record, ...]) -> int | None:
    """Where the Spanish of an item stands: under the same id, or at the same place."""
    if hasattr(item, "id"):
        return next((at for at, one in enumerate(spanish) if getattr(one, "id", None) == item.id), None)
    return number if number < len(spanish) else None


def _text(english: str, spanish: str | None, spot: _Spot, spanish_path: KeyPath) -> Text:
    return Text(spot.key, spot.about, english, spanish or "", spot.document, spot.path, spanish_path)


def _named(item: object, number: int) -> str:
    return str(getattr(item, "id", number + 1))


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)
