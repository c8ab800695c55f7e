"""What there is to translate: every text of a record that can carry Spanish, with its place in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from coaching_manual.index import name_of
from coaching_manual.model import Record, Session, has_spanish
from coaching_manual.source import Document, Key, KeyPath
from coaching_manual.structure import Entry, Framework

SPANISH = "es"
_NOT_TRANSLATED = frozenset({"id", "reviewed", "synonyms", "search_words"})
"""Fields of Spanish records that are no translation of the English field of the same name."""

_STAFF_ONLY = frozenset({"participants", "facilitator"})
"""Readers of handouts who work in English: what is handed to them is translated where somebody began to."""

_NO_WORDS = re.compile(r"[\W\d_]*")
"""An answer in an example that is the same in every language: a day, a number."""


@dataclass(frozen=True)
class Text:
    """A text in both languages. ``key`` stays the same when records change their order.

    ``spanish_path`` is where the Spanish stands, or has to be written; ``spanish`` is empty where there is none.
    ``about`` is what a person calls the record. A text may belong to a record in Spanish that is not there yet:
    ``whole`` is the path of that record, which is written with all of its texts or not at all, and ``beside`` are
    the values that stand in it beside the text and need no translator: ids, days, numbers.
    """

    key: str
    about: str
    english: str
    spanish: str
    document: Document
    path: KeyPath
    spanish_path: KeyPath
    whole: KeyPath | None = None
    beside: tuple[tuple[KeyPath, Any], ...] = ()


@dataclass(frozen=True)
class _Spot:
    """A place on the way down, in English and in Spanish, with the words that keys and people use for it."""

    document: Document
    path: KeyPath
    key: str
    about: str
    there: KeyPath = ()
    whole: KeyPath | None = None
    beside: tuple[tuple[KeyPath, Any], ...] = ()

    def deeper(self, *steps: Key, name: str) -> _Spot:
        return replace(self, path=(*self.path, *steps), key=f"{self.key}/{name}")

    def both(self, step: Key, name: str, there: Key | None = None) -> _Spot:
        """A step inward that both languages take, to the same field or to another place in a list."""
        return replace(self.deeper(step, name=name), there=(*self.there, step if there is None else there))

    def missing(self) -> _Spot:
        """The same place, where the Spanish is not there yet."""
        return self if self.whole else replace(self, whole=self.there)


def texts_of(framework: Framework, *, everything: bool = False) -> Iterator[Text]:
    """Every text that is, or should be, there in Spanish, in the order of the files.

    What is handed to staff, and the sessions of courses for staff, are among them where somebody began to write
    them in Spanish; with ``everything``, always.
    """
    begun = {entry.record.curriculum for entry in framework.sessions if has_spanish(entry.record)}
    for entry in sorted(framework.entries(), key=lambda one: (one.document.file, one.place())):
        record = entry.record
        left_out = isinstance(record, Session) and not everything and record.curriculum not in begun
        yield from _in_record(record, _start(entry), everything=everything, itself=not left_out)


def _start(entry: Entry[Any]) -> _Spot:
    record = entry.record
    stem = entry.document.file.partition("/")[2].removesuffix(".yml")
    named = getattr(record, "id", "") if entry.path else ""
    return _Spot(entry.document, entry.path, f"{stem}:{named}" if named else stem, name_of(record) or named or stem)


def _in_record(record: Record, spot: _Spot, *, everything: bool, itself: bool = True) -> Iterator[Text]:
    """The texts of a record and of those in it; without ``itself``, only those of its handouts."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name == SPANISH:
            yield from _spanish_of(record, info.annotation, spot, everything=everything) if itself else ()
        elif isinstance(value, Record) and itself:
            yield from _in_record(value, spot.deeper(name, name=name), everything=everything)
        elif isinstance(value, tuple) and (itself or name == "handouts"):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    inside = spot.deeper(name, number, name=f"{name}/{_named(item, number)}")
                    yield from _in_record(item, inside, everything=everything)


def _spanish_of(record: Record, annotation: object, spot: _Spot, *, everything: bool) -> Iterator[Text]:
    kind, spanish = _record_in(annotation), getattr(record, SPANISH)
    if spanish is None and getattr(record, "readers", None) in _STAFF_ONLY and not everything:
        return
    there = replace(spot, there=(*spot.path, SPANISH))
    if kind is None:  # one text alone: "es: Asesores" is the Spanish of the title, or of the text
        name = "title" if hasattr(record, "title") else "text"
        yield _text(str(getattr(record, name, "")), spanish, there.deeper(name, name=name))
    else:
        yield from _pairs(record, spanish, kind, there)


def _pairs(english: Record, spanish: Record | None, kind: type[Record], spot: _Spot) -> Iterator[Text]:
    """The fields of a Spanish record, each with the English field of the same name."""
    if spanish is None:
        spot = spot.missing()
    for name, info in kind.model_fields.items():
        value = getattr(english, name, None)
        if name in _NOT_TRANSLATED or not value:
            continue
        said, here = getattr(spanish, name, None), spot.both(name, name)
        if isinstance(value, str):
            yield _text(value, said, here)
        elif isinstance(value, Record):
            nested = _record_in(info.annotation)
            if nested:
                yield from _pairs(value, said, nested, here)
        elif isinstance(value, tuple):
            yield from _listed(value, said or (), _record_in(info.annotation), here)
        elif isinstance(value, Mapping):
            yield from _answers(value, said, here)


def _listed(
    english: tuple[Any, ...], spanish: tuple[Any, ...], nested: type[Record] | None, spot: _Spot
) -> Iterator[Text]:
    added = len(spanish)
    for number, item in enumerate(english):
        name = _named(item, number)
        if isinstance(item, str) and nested is None:
            yield _text(item, spanish[number] if number < len(spanish) else None, spot.both(number, name))
        elif isinstance(item, Record) and nested is not None:
            at = _same(item, number, spanish)
            here = spot.both(number, name, added if at is None else at)
            if at is None:  # it gets a place behind those that are there, with the id that the English has
                added += 1
                here = here.missing()
                here = replace(here, beside=(*here.beside, *_id_of(item, nested, here.there)))
            yield from _pairs(item, None if at is None else spanish[at], nested, here)


def _same(item: Record, number: int, spanish: tuple[Record, ...]) -> int | None:
    """Where the Spanish of an item stands: under the same id, or at the same place."""
    if hasattr(item, "id"):
        return next((at for at, one in enumerate(spanish) if getattr(one, "id", None) == item.id), None)
    return number if number < len(spanish) else None


def _id_of(item: Record, nested: type[Record], there: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if "id" in nested.model_fields:
        yield (*there, "id"), getattr(item, "id", None)


def _answers(english: Mapping[str, Any], spanish: Mapping[str, Any] | None, spot: _Spot) -> Iterator[Text]:
    """The invented answers of an example. What is no text is the same in both languages."""
    if spanish is None:
        spot = spot.missing()
        same = (((*spot.there, *path), value) for path, value in _leaves(english) if not _has_words(value))
        spot = replace(spot, beside=(*spot.beside, *same))
    for path, value in _leaves(english):
        if _has_words(value):
            here = spot
            for step in path:
                here = here.both(step, str(step + 1) if isinstance(step, int) else step)
            said = None if spanish is None else _at(spanish, path)
            if said is not None or spanish is None:  # an answer that the Spanish leaves out is left out for a reason
                yield _text(value.strip(), said.strip() if isinstance(said, str) else None, here)


def _leaves(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:  # noqa: ANN401 - what an example holds
    if isinstance(value, Mapping | tuple):
        for step, inside in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _leaves(inside, (*path, step))
    else:
        yield path, value


def _has_words(value: object) -> bool:
    return isinstance(value, str) and _NO_WORDS.fullmatch(value) is None


def _at(value: Any, path: KeyPath) -> Any:  # noqa: ANN401 - what an example holds
    for step in path:
        known = isinstance(value, Mapping) and step in value
        known = known or (isinstance(value, tuple) and isinstance(step, int) and step < len(value))
        if not known:
            return None
        value = value[step]
    return value


def _text(english: str, spanish: str | None, spot: _Spot) -> Text:
    return Text(
        spot.key, spot.about, english, spanish or "", spot.document, spot.path, spot.there, spot.whole, spot.beside
    )


def _named(item: object, number: int) -> str:
    return str(getattr(item, "id", number + 1))


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)
