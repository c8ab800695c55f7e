"""From files to records: every file of the framework is read, with every fault on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from coaching_manual import model
from coaching_manual.explain import add_validation_problems
from coaching_manual.model import slug
from coaching_manual.problems import Place, Problems, did_you_mean
from coaching_manual.source import Document, KeyPath, file_name, parse_csv, parse_yaml, read_text
from coaching_manual.structure.kinds import (
    CURRICULA,
    ONE_FILE_KINDS,
    ONLY_ONES,
    SESSIONS,
    VOCABULARY,
    WHERE_FILES_STAND,
    WHERE_TERMS_STAND,
    FileKind,
    kind_of,
    told_by,
)
from coaching_manual.structure.records import ANY, Entry, Framework

R = TypeVar("R", bound=model.Record)

_NOT_RECORDS = {"schemas"}
_ID = re.compile(r"\bid:[ \t]*[\"']?([a-z0-9-]+)")


def read_framework(folder: Path, root: Path, problems: Problems) -> Framework:
    """Read every file of a framework folder. ``root`` is the project, which places are relative to."""
    return _FrameworkReader(folder, root, problems).read()


class _FrameworkReader:
    """Reads the files of one folder, remembering what it could not read."""

    def __init__(self, folder: Path, root: Path, problems: Problems) -> None:
        self._folder = folder
        self._root = root
        self._problems = problems
        self._unread: set[tuple[str, str]] = set()

    def read(self) -> Framework:
        found: dict[str, list[Entry[Any]]] = {}
        documents: list[Document] = []
        for path, kind in self._files().items():
            document = self._document(path, kind)
            told = told_by(path.relative_to(self._folder))
            entries = [] if document is None else list(self._records(document, kind, told))
            if document is not None:
                documents.append(document)
            if told and not entries and not kind.table:
                self._remember_lost(kind, told)
            found.setdefault(kind.field, []).extend(entries)
        kept: dict[str, Any] = {
            name: next(iter(entries), None) if name in ONLY_ONES else tuple(entries) for name, entries in found.items()
        }
        return Framework(**kept, documents=tuple(documents), unread=frozenset(self._unread))

    def _files(self) -> dict[Path, FileKind]:
        """The files to read, each with its kind; files that are missing or unknown are reported."""
        files: dict[Path, FileKind] = {}
        for path in sorted(self._folder.rglob("*")) if self._folder.is_dir() else ():
            inside = path.relative_to(self._folder)
            if path.is_dir() or inside.parts[0] in _NOT_RECORDS or path.name.startswith("."):
                continue
            kind = kind_of(inside)
            if kind is None:
                self._add_unknown_file(path, inside.as_posix())
            else:
                files[path] = kind
        self._report_missing(files)
        return files

    def _add_unknown_file(self, path: Path, inside: str) -> None:
        where = WHERE_FILES_STAND.get(inside.partition("/")[0], WHERE_TERMS_STAND)
        self._problems.add(
            "FILE-UNKNOWN",
            f'"{inside}" is not a file that the manual reads, so nothing in it is shown.',
            Place(file_name(path, self._root)),
            hint=did_you_mean(inside, ONE_FILE_KINDS) or where,
        )

    def _report_missing(self, files: Mapping[Path, FileKind]) -> None:
        for name, kind in ONE_FILE_KINDS.items():
            if not kind.optional and self._folder / name not in files:
                empty = f" If there is nothing to say in it yet, write  {kind.items}: []  in it." if kind.items else ""
                self._add_missing(name, "The manual needs this file.", f"Bring it back.{empty}", kind)
        if VOCABULARY not in files.values():
            self._add_missing("vocabulary", "There is no vocabulary file.", "Bring back at least one.", VOCABULARY)
        for folder in sorted({path.parent for path, kind in files.items() if kind is SESSIONS}):
            if folder / "curriculum.yml" not in files:
                name = f"{folder.relative_to(self._folder).as_posix()}/curriculum.yml"
                hint = "Write it: the sessions in this folder belong to no curriculum."
                self._add_missing(name, "This file says what the curriculum is, and is not there.", hint, CURRICULA)

    def _add_missing(self, name: str, message: str, hint: str, kind: FileKind) -> None:
        self._unread.add((kind.one, ANY))
        self._problems.add("FILE-MISSING", message, Place(file_name(self._folder / name, self._root)), hint=hint)

    def _document(self, path: Path, kind: FileKind) -> Document | None:
        """A file that was read; of one with faults in its YAML, the ids that it seems to hold are remembered."""
        file = file_name(path, self._root)
        text = read_text(path, file, self._problems)
        before = len(self._problems)
        parse = parse_csv if kind.table else parse_yaml
        document = None if text is None else parse(text, file, self._problems)
        if document is None or len(self._problems) > before:
            self._unread.update((kind.one, wanted) for wanted in (_ID.findall(text) if text else [ANY]))
        return document

    def _records(self, document: Document, kind: FileKind, told: Mapping[str, str]) -> Iterator[Entry[Any]]:
        """The records of a file; ``told`` is what its path says of its only one."""
        data = document.data
        if not isinstance(data, dict):
            self._unread.add((kind.one, ANY))
            self._problems.add(
                "FIELD-KIND",
                "The file should hold fields (name: value), and holds something else.",
                document.place(()),
                hint="Compare it with another file of the same folder.",
            )
            return
        if not kind.items:
            record = self._validated(kind.header, data, document, (), kind.titles(data))
            if record is None:
                self._remember_unread(kind, data)
            else:
                placed = kind.placed.model_validate({**data, **told}) if kind.placed else record
                yield Entry(placed, document, ())
            return
        items = data.get(kind.items)
        if not isinstance(items, tuple):
            self._validated(kind.header, data, document, ())
            self._unread.add((kind.one, ANY))
            return
        header = self._validated(kind.header, {**data, kind.items: ()}, document, ())
        given = {name: getattr(header, name) for name in kind.inherited} if header else {}
        for number, item in enumerate(items):
            for entry in self._item(kind, item, given, document, (kind.items, number)):
                told_more = kind.placed and kind.placed.model_validate({**item, **told})
                yield replace(entry, record=told_more) if told_more else entry

    def _item(
        self, kind: FileKind, item: object, given: dict[str, Any], document: Document, path: KeyPath
    ) -> Iterator[Entry[Any]]:
        """One entry of a list, if it can be read. ``given`` are the values that the file gives to all its entries."""
        if not isinstance(item, dict):
            first = next(iter(kind.item.model_fields))
            self._problems.add(
                "FIELD-KIND",
                "An entry of this list should be a group of fields.",
                document.place(path),
                hint=f"Write  - {first}: …  and the other fields below it, in the column of {first}.",
            )
            return
        subject = kind.titles(item)
        if kind.inherited and "category" in item:
            self._problems.add(
                "FIELD-UNKNOWN",
                "A term does not name its category.",
                document.place((*path, "category"), key=True),
                hint="The category stands once, at the top of the file. Move the term to the file of its category.",
                subject=subject,
            )
        record = self._validated(kind.item, {**given, **item}, document, path, subject)
        if record is not None:
            yield Entry(record, document, path)
        else:
            self._remember_unread(kind, item)

    def _remember_lost(self, kind: FileKind, told: Mapping[str, str]) -> None:
        """A file that cannot be read is known by its path, and anything may be handed out in a session."""
        self._unread.add((kind.one, "/".join(told.values())))
        if kind is SESSIONS:
            self._unread.add(("handout", ANY))

    def _remember_unread(self, kind: FileKind, data: dict[str, Any]) -> None:
        ids = (data.get("id"), slug(kind.titles(data)))
        self._unread.update((kind.one, wanted) for wanted in ids if isinstance(wanted, str))

    def _validated(
        self, record_type: type[R], data: dict[str, Any], document: Document, path: KeyPath, subject: str = ""
    ) -> R | None:
        try:
            return record_type.model_validate(data)
        except ValidationError as fault:
            add_validation_problems(fault, record_type, document, self._problems, base=path, subject=subject)
            return None
