"""The one place that knows Typst: data and templates in, PDF out. Nothing but this package's fonts is used."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from coaching_manual.print.document import Document, in_json
from coaching_manual.print.faults import Fault
from coaching_manual.print.fill import Mark

try:
    import typst
except ImportError:  # there is no Typst for a few machines; the manual is built there without PDFs
    typst = None  # type: ignore[assignment]

_LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
MAIN = "pack.typ"
_MARKS = "<places>"
_NO_LETTER = re.compile(r'the text `"(?P<text>.*)"` could not be displayed')


class TypesetError(ValueError):
    """A document that cannot be set."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def available() -> bool:
    """Whether PDFs can be made on this machine."""
    return typst is not None


@cache
def _fonts() -> Any:  # noqa: ANN401 - the type is only there where Typst is
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts_folder())])


def fonts_folder() -> Path:
    """Where the letters are."""
    return Path(str(files("coaching_manual"))) / "print" / "fonts"


def templates_in(macro_folders: Sequence[Path]) -> Mapping[str, Path]:
    """The templates by their names; of two with one name, the first counts."""
    return {path.name: path for folder in reversed(macro_folders) for path in sorted((folder / "print").glob("*.typ"))}


@contextmanager
def laid_out(templates: Mapping[str, Path]) -> Iterator[Path]:
    """The templates in one folder, which is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="coaching-manual-print-") as folder:
        for name, template in templates.items():
            shutil.copyfile(template, Path(folder) / name)
        yield Path(folder)


class Typesetter:
    """Sets documents with some templates. Pages can be laid out, to see where things come to stand, and then drawn."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._data, self._changed = (templates / f"{name}-{os.getpid()}.json" for name in ("pack", "changed"))
        self._typst = typst.Compiler(
            str(templates / MAIN),
            root=str(templates),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"pack": self._data.name, "changed": self._changed.name},
        )

    def marks(self, document: Document) -> list[Mark]:
        """Where the marks of a document stand. Raises TypesetError."""
        self._hand_over(document)
        with _faults_in_words():
            return [Mark(*mark) for mark in json.loads(self._typst.query(_MARKS, field="value", one=True))]

    def pdf(self, document: Document) -> bytes:
        """The PDF of a document. The same document gives the same bytes. Raises TypesetError."""
        self._hand_over(document)
        moment = datetime.datetime.combine(document.day, datetime.time(), datetime.UTC) if document.day else _LONG_AGO
        with _faults_in_words():
            made, said = self._typst.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1"], timestamp=int(moment.timestamp())
            )
        if said:
            raise TypesetError(Fault("PRINT-FAILED", "; ".join(one.message for one in said)))
        return cast("bytes", made)

    def _hand_over(self, document: Document) -> None:
        for name, path in document.pictures.items():
            if not (self._templates / name).exists():
                shutil.copyfile(path, self._templates / name)
        self._data.write_text(document.text, encoding="utf-8")
        self._changed.write_text(in_json(document.changed), encoding="utf-8")


@contextmanager
def _faults_in_words() -> Iterator[None]:
    try:
        yield
    except typst.TypstError as fault:
        raise TypesetError(_in_words(fault.message, fault.hints)) from fault


def _in_words(message: str, hints: Iterable[str]) -> Fault:
    """What Typst says; a picture without words and a sign that cannot be drawn are the faults that editors make."""
    if "missing alt text" in message:
        return Fault(
            "PRINT-PICTURE",
            "A picture has no words that say what it shows.",
            "Write the words in the brackets: ![What the picture shows](picture.png)",
            "![](",
        )
    sign = _NO_LETTER.search(message)
    if sign is None:
        return Fault("PRINT-FAILED", "; ".join(filter(None, (message, *hints))))
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), sign["text"])
    codes = ", ".join(f"U+{ord(char):04X}" for char in text)
    said = f'No letters of ours have the sign "{text}" ({codes}).'
    return Fault("PRINT-SIGN", said, "Write it in words, or leave it out.", text)
