"""From files to records: which file holds what, and every fault on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from coaching_manual import model
from coaching_manual.explain import add_validation_problems
from coaching_manual.model import slug
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.source import Document, Key, KeyPath, file_name, parse_yaml, read_text

R = TypeVar("R", bound=model.Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record together with the place it came from."""

    record: R
    document: Document
    path: KeyPath

    def place(self, *steps: Key, key: bool = False) -> Place:
        """Where the record stands, or one of its values."""
        return self.document.place((*self.path, *steps), key=key)


@dataclass(frozen=True)
class FileKind:
    """A kind of framework file: how its records are read and where they go."""

    name: str
    header: type[model.Record]
    items: str | None = None
    item: type[model.Record] | None = None
    inherited: tuple[str, ...] = ()
    one: str = ""  # what references call one of its records

    def titles(self, data: dict[str, Any]) -> str:
        """What a person would call a record that may be half read."""
        said = data.get("term") or data.get("title") or data.get("acronym") or data.get("question") or data.get("id")
        return " ".join(said.split()) if isinstance(said, str) else ""


VOCABULARY = FileKind(
    "vocabulary", model.VocabularyFile, "terms", model.Term, ("category", "status", "owner", "updated"), "term"
)
ONE_FILE_KINDS = {
    "categories.yml": FileKind("categories", model.CategoriesFile, "categories", model.ListEntry, one="category"),
    "audiences.yml": FileKind("audiences", model.AudiencesFile, "audiences", model.ListEntry, one="audience"),
    "evidence.yml": FileKind("evidence", model.SourcesFile, "sources", model.Source, one="source"),
    "acronyms.yml": FileKind("acronyms", model.AcronymsFile, "clashes", model.AcronymClash),
    "decisions.yml": FileKind("decisions", model.DecisionsFile, "decisions", model.Decision, one="decision"),
    "district.yml": FileKind("district", model.District),
}
_NOT_RECORDS = {"schemas"}
_ID = re.compile(r"\bid:[ \t]*[\"']?([a-z0-9-]+)")
_ANY = ""


@dataclass(frozen=True)
class Framework:
    """Everything that framework/ says, as records with their places.

    Records with faults are left out; ``unread`` holds kind and id of each, as far as they can be told, so
    that nobody reports as missing what is only faulty.
    """

    terms: tuple[Entry[model.Term], ...] = ()
    categories: tuple[Entry[model.ListEntry], ...] = ()
    audiences: tuple[Entry[model.ListEntry], ...] = ()
    sources: tuple[Entry[model.Source], ...] = ()
    clashes: tuple[Entry[model.AcronymClash], ...] = ()
    decisions: tuple[Entry[model.Decision], ...] = ()
    district: Entry[model.District] | None = None
    documents: tuple[Document, ...] = field(default=(), repr=False)
    unread: frozenset[tuple[str, str]] = frozenset()

    def may_hold(self, kind: str, wanted: str) -> bool:
        """Whether a record that is not there may be one that could not be read."""
        return (kind, wanted) in self.unread or (kind, _ANY) in self.unread

    def entries(self) -> Iterator[Entry[Any]]:
        """Every record, kind by kind."""
        yield from self.terms
        yield from self.categories
        yield from self.audiences
        yield from self.sources
        yield from self.clashes
        yield from self.decisions
        if self.district:
            yield self.district


def read_framework(folder: Path, root: Path, problems: Problems) -> Framework:
    """Read every file of a framework folder. ``root`` is the project, which places are relative to."""
    found: dict[str, list[Entry[Any]]] = {}
    documents: list[Document] = []
    files = dict(_files(folder, root, problems))
    unread = {(kind.one, _ANY) for name, kind in ONE_FILE_KINDS.items() if folder / name not in files}
    if VOCABULARY not in files.values():
        place = Place(file_name(folder / "vocabulary", root))
        problems.add("FILE-MISSING", "There is no vocabulary file.", place, hint="Bring back at least one.")
        unread.add((VOCABULARY.one, _ANY))
    for path, kind in files.items():
        document = _document(path, root, kind, unread, problems)
        if document is None:
            continue
        documents.append(document)
        for entry in _records(document, kind, unread, problems):
            found.setdefault(kind.items or kind.name, []).append(entry)
    district = found.pop("district", [None])[0]
    lists: dict[str, tuple[Entry[Any], ...]] = {name: tuple(entries) for name, entries in found.items()}
    return Framework(**lists, district=district, documents=tuple(documents), unread=frozenset(unread))


def _document(
    path: Path, root: Path, kind: FileKind, unread: set[tuple[str, str]], problems: Problems
) -> Document | None:
    """A file that was read; of one with faults in its YAML, the ids that it seems to hold are remembered."""
    file = file_name(path, root)
    text = read_text(path, file, problems)
    before = len(problems)
    document = None if text is None else parse_yaml(text, file, problems)
    if document is None or len(problems) > before:
        unread.update((kind.one, wanted) for wanted in (_ID.findall(text) if text else [_ANY]))
    return document


def _files(folder: Path, root: Path, problems: Problems) -> Iterator[tuple[Path, FileKind]]:
    for name in ONE_FILE_KINDS:
        if not (folder / name).is_file():
            place = Place(file_name(folder / name, root))
            items = ONE_FILE_KINDS[name].items
            empty = f" If there is nothing to say in it yet, write  {items}: []  in it." if items else ""
            problems.add("FILE-MISSING", "The manual needs this file.", place, hint=f"Bring it back.{empty}")
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_dir() or inside.parts[0] in _NOT_RECORDS or path.name.startswith("."):
            continue
        kind = VOCABULARY if _is_vocabulary(inside) else ONE_FILE_KINDS.get(inside.as_posix())
        if kind is not None:
            yield path, kind
            continue
        problems.add(
            "FILE-UNKNOWN",
            f'"{inside.as_posix()}" is not a file that the manual reads, so nothing in it is shown.',
            Place(file_name(path, root)),
            hint=did_you_mean(inside.as_posix(), ONE_FILE_KINDS)
            or "Vocabulary files stand in framework/vocabulary/ and end in .yml.",
        )


def _is_vocabulary(inside: Path) -> bool:
    return len(inside.parts) == 2 and inside.parts[0] == "vocabulary" and inside.suffix == ".yml"  # noqa: PLR2004


def _records(
    document: Document, kind: FileKind, unread: set[tuple[str, str]], problems: Problems
) -> Iterator[Entry[Any]]:
    data = document.data
    if not isinstance(data, dict):
        unread.add((kind.one, _ANY))
        problems.add(
            "FIELD-KIND",
            "The file should hold fields (name: value), and holds something else.",
            document.place(()),
            hint="Compare it with another file of the same folder.",
        )
        return
    if kind.items is None or kind.item is None:
        record = _validated(kind.header, data, document, (), problems, "")
        if record is not None:
            yield Entry(record, document, ())
        return
    items = data.get(kind.items)
    whole_list = isinstance(items, tuple)
    header = _validated(kind.header, {**data, kind.items: ()} if whole_list else data, document, (), problems, "")
    if not isinstance(items, tuple):
        unread.add((kind.one, _ANY))
        return
    given = {name: getattr(header, name) for name in kind.inherited} if header else {}
    for number, item in enumerate(items):
        path: KeyPath = (kind.items, number)
        record = _item(kind, item, given, document, path, problems)
        if record is not None:
            yield Entry(record, document, path)
        elif isinstance(item, dict):
            ids = (item.get("id"), slug(kind.titles(item)))
            unread.update((kind.one, wanted) for wanted in ids if isinstance(wanted, str))


def _item(  # noqa: PLR0913
    kind: FileKind,
    item: object,
    given: dict[str, Any],
    document: Document,
    path: KeyPath,
    problems: Problems,
) -> model.Record | None:
    assert kind.item is not None  # noqa: S101 - only called for files that hold lists
    if not isinstance(item, dict):
        first = next(iter(kind.item.model_fields))
        problems.add(
            "FIELD-KIND",
            "An entry of this list should be a group of fields.",
            document.place(path),
            hint=f"Write  - {first}: …  and the other fields below it, in the column of {first}.",
        )
        return None
    subject = kind.titles(item)
    if kind.inherited and "category" in item:
        problems.add(
            "FIELD-UNKNOWN",
            "A term does not name its category.",
            document.place((*path, "category"), key=True),
            hint="The category stands once, at the top of the file. Move the term to the file of its category.",
            subject=subject,
        )
    return _validated(kind.item, {**given, **item}, document, path, problems, subject)


def _validated(  # noqa: PLR0913
    record_type: type[BaseModel],
    data: dict[str, Any],
    document: Document,
    path: KeyPath,
    problems: Problems,
    subject: str,
) -> Any:  # noqa: ANN401 - a record of the given type, or None
    try:
        return record_type.model_validate(data)
    except ValidationError as fault:
        add_validation_problems(fault, record_type, document, path, problems, subject)
        return None


def by_id(entries: Iterable[Entry[Any]], key: Callable[[Any], str] = lambda record: record.id) -> dict[str, Entry[Any]]:
    """Entries by id; of two with the same id the first one counts (``rules`` reports the second)."""
    table: dict[str, Entry[Any]] = {}
    for entry in entries:
        table.setdefault(key(entry.record), entry)
    return table
