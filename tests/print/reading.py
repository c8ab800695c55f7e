"""Reading a PDF as a test needs it: words without running heads, tags, fields."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

_JOINTS = str.maketrans({"\u200b": None, "\u00ad": None, "\u00a0": " "})


def words_of(text: str) -> list[str]:
    """The words of a text; where a line or a long word is broken does not matter."""
    return re.findall(r"[^\W_]+", text.translate(_JOINTS))


def body_text(path: Path, first: int = 1, last: int | None = None) -> str:
    """What the pages say, without running heads, page numbers and lines (artifacts)."""
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(_without_artifacts(page))))
        out = io.BytesIO()
        pdf.save(out)
    pages = PdfReader(out).pages[first - 1 : last]
    return "\n".join(page.extract_text() for page in pages)


def _without_artifacts(page: pikepdf.Page) -> Iterator[Any]:
    hidden = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        begins = operator in {"BDC", "BMC"}
        if hidden:
            hidden += begins - (operator == "EMC")
            continue
        if begins and str(instruction.operands[0]) == "/Artifact":
            hidden = 1
            continue
        yield instruction


def whole_text(path: Path) -> str:
    """Everything that is drawn."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every tag in reading order."""
    yield from _elements(pdf.Root.StructTreeRoot)


def _elements(element: Any) -> Iterator[Any]:
    children = element.get("/K")
    for child in children if isinstance(children, pikepdf.Array) else (children,):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def bookmarks(path: Path) -> list[tuple[str, int]]:
    """Titles of the bookmarks with the page that each leads to, in their order."""
    reader = PdfReader(path)

    def walk(items: list[Any]) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item)
            else:
                number = reader.get_destination_page_number(item)
                assert number is not None
                yield str(item.title), number + 1

    return list(walk(reader.outline))
