"""Taking a catalog back: only what a translator changed goes into the files, where it belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib

from coaching_manual.fixes import replace_file
from coaching_manual.source import Document, KeyPath
from coaching_manual.translate.strings import Text
from coaching_manual.translate.writing import NoPlaceError, with_texts


class TranslationError(ValueError):
    """The catalog cannot be taken back; the message says why."""


@dataclass(frozen=True)
class Imported:
    """What became of a catalog: keys of the texts that were written, and those that were not, by the reason.

    ``fresh`` are the keys of all that the translator calls finished: their Spanish fits the English of today.
    """

    files: tuple[str, ...]
    written: tuple[str, ...]
    fresh: frozenset[str]
    changed_since: tuple[str, ...]
    unknown: tuple[str, ...]
    by_hand: tuple[str, ...]
    not_whole: tuple[str, ...]


def import_catalog(path: Path, texts: Iterable[Text], root: Path) -> Imported:
    """Write what a translator changed into the framework's files. Whole files are swapped in, or nothing is."""
    try:
        catalog = polib.pofile(str(path), wrapwidth=0)
    except (OSError, UnicodeDecodeError) as fault:
        raise TranslationError(f"{path} cannot be read as a PO file: {fault}") from None
    every = tuple(texts)
    order = {text.key: number for number, text in enumerate(every)}
    known = {text.key: text for text in every}
    done = [entry for entry in catalog if entry.msgstr and not entry.fuzzy and not entry.obsolete]
    unknown = tuple(str(entry.msgctxt) for entry in done if entry.msgctxt not in known)
    pairs = [(known[entry.msgctxt], entry) for entry in done if entry.msgctxt in known]
    changed_since = tuple(text.key for text, entry in pairs if entry.msgid != text.english)
    said = {text.key: (text, entry.msgstr.strip()) for text, entry in pairs if entry.msgid == text.english}
    lacking = {_record(text) for text in every if text.whole and text.key not in said}
    not_whole = tuple(key for key, (text, _) in said.items() if text.whole and _record(text) in lacking)
    finished = [said[key] for key in sorted(said.keys() - set(not_whole), key=lambda key: order[key])]
    written, by_hand, files = _write([(text, spanish) for text, spanish in finished if spanish != text.spanish], root)
    fresh = frozenset(text.key for text, _ in finished) - set(by_hand)
    return Imported(files, written, fresh, changed_since, unknown, by_hand, not_whole)


def _record(text: Text) -> tuple[str, KeyPath | None]:
    """The record in Spanish that a text belongs to: its file and its path there."""
    return text.document.file, text.whole


def _write(wanted: Sequence[tuple[Text, str]], root: Path) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    by_file: dict[str, list[tuple[Text, str]]] = defaultdict(list)
    for text, spanish in wanted:
        by_file[text.document.file].append((text, spanish))
    ready: dict[str, str] = {}
    written: list[str] = []
    by_hand: list[str] = []
    for file, changes in by_file.items():
        document = changes[0][0].document
        values: dict[KeyPath, Any] = {}
        for text, spanish in changes:
            values.update(text.beside)
            values[text.spanish_path] = spanish
        try:
            made, left = with_texts(document, values)
        except NoPlaceError as fault:
            raise TranslationError(f"{file} cannot be changed safely: {fault}. Nothing was written.") from None
        by_hand += [text.key for text, _ in changes if text.spanish_path in left]
        written += [text.key for text, _ in changes if text.spanish_path not in left]
        if made != document.text:
            ready[file] = made
    for file, made in ready.items():
        replace_file(root / file, _with_line_ends(root / file, made, document_of=by_file[file][0][0].document))
    return tuple(written), tuple(by_hand), tuple(ready)


def _with_line_ends(path: Path, made: str, *, document_of: Document) -> str:
    """The new text with the byte order mark and the line ends that the file has."""
    raw = path.read_bytes().decode("utf-8")
    mark = raw[: len(raw) - len(raw.lstrip("\ufeff"))]
    windows = "\r\n" in raw and "\r\n" not in document_of.text
    return mark + (made.replace("\n", "\r\n") if windows else made)


def report_import(done: Imported) -> str:
    """What became of a catalog, in words."""
    files = f" in {', '.join(done.files)}" if done.files else ""
    lines = [f"{len(done.written)} texts were written{files}."]
    for keys, what in (
        (done.changed_since, "The English was changed after the file was made. Export again, and translate:"),
        (done.unknown, "There is no such text any more:"),
        (done.not_whole, "This belongs to a record that is not in Spanish yet. It is written when all of it is there:"),
        (done.by_hand, "There is no place for it yet. Write its Spanish by hand:"),
    ):
        lines += [what, *(f"  {key}" for key in keys)] if keys else []
    return "\n".join(lines) + "\n"
