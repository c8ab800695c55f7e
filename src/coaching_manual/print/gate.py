"""Which PDFs may leave the house: PDF/UA-1 by a validator, and what that standard allows and readers would miss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf

from coaching_manual.print.finish import Tag
from coaching_manual.print.packs import PAPERS, Paper

try:
    import page as validator
except ImportError:  # the same machines that have no Typst
    validator = None  # type: ignore[assignment]

_A_FEW = 5
_RUNNING_LINES = 2  # under the running head, and above the foot
_LINE = re.compile(rb"\nS\b")
_LIKE_A_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|svg|gif|webp)", re.IGNORECASE)


def faults_of(made: bytes) -> list[str]:
    """Where a PDF breaks PDF/UA-1, in words; nothing if it does not."""
    report = validator.validate_pdf_bytes(made, profile="ua1")
    faults = [f"PDF/UA-1 rule {one.rule_id}: {one.message}" for one in report.failures[:_A_FEW]]
    if not report.is_compliant and not faults:
        faults.append("It does not pass PDF/UA-1.")
    return faults


@dataclass(frozen=True)
class Wanted:
    """What a PDF is meant to be."""

    language: str = "en"
    paper: Paper = "letter"
    landscape: bool = False
    backs: bool = False  # the back of a leaf that is handed out may stay empty


def faults_seen(pdf: Pdf, tags: Sequence[Tag], wanted: Wanted) -> Iterator[str]:
    """What is wrong with a PDF that the standard allows; ``tags`` stand in reading order."""
    if str(pdf.Root.get(Name.Lang, "")) != wanted.language:
        yield f"The file does not say that its language is {wanted.language}."
    if Name.Outlines not in pdf.Root or not int(pdf.Root.Outlines.get(Name.Count, 0)):
        yield "It has no bookmarks."
    for number, page in enumerate(pdf.pages, 1):
        yield from _faults_of_page(page, number, wanted)
    if not {"/H1", "/H"} & {kind for kind, _ in tags}:
        yield "It has no heading."
    for kind, element in tags:
        if kind == "/Figure":
            yield from _faults_of_picture(element)
        elif kind == "/Table" and not any(inner.S == Name.TH for inner in _inside(element)):
            yield "A table has no cell that heads a column or a row."
    yield from _faults_of_fields(pdf)


def _inside(element: Any) -> Iterator[Any]:  # noqa: ANN401
    children = element.get(Name.K)
    for child in children if isinstance(children, Array) else (children,):
        if isinstance(child, Dictionary) and Name.S in child:
            yield child
            yield from _inside(child)


def _faults_of_page(page: Page, number: int, wanted: Wanted) -> Iterator[str]:
    size = tuple(round(float(page.mediabox[at]) - float(page.mediabox[at - 2]), 1) for at in (2, 3))
    upright = PAPERS[wanted.paper]
    if size not in {upright, upright[::-1]}:
        yield f"Page {number} is not US {wanted.paper.capitalize()}."
    if wanted.landscape and size == upright:
        yield f"Page {number} is not turned."
    if not (_says_something(page) or (wanted.backs and number % 2 == 0)):
        yield f"Page {number} has nothing but its running heads."


def _says_something(page: Page) -> bool:
    """Whether a page has content that is tagged (text, a picture, a field), or rows to write in."""
    content = page.Contents.read_bytes()
    return b"/MCID" in content or Name.Annots in page or len(_LINE.findall(content)) > _RUNNING_LINES + _A_FEW


def _faults_of_picture(element: Any) -> Iterator[str]:  # noqa: ANN401
    words = str(element.get(Name.Alt, ""))
    if not words.strip():
        yield "A picture has no words."
    elif _LIKE_A_FILE_NAME.fullmatch(words.strip()):
        yield f"A picture is described by the name of its file: {words}."


def _faults_of_fields(pdf: Pdf) -> Iterator[str]:
    form = pdf.Root.get(Name.AcroForm)
    names: set[str] = set()
    for field in form.Fields if form is not None else ():
        name = str(field.get(Name.T, ""))
        if not name or name in names:
            yield f'A field has no name of its own: "{name}".'
        if not str(field.get(Name.TU, "")).strip():
            yield f'The field "{name}" does not say what it asks for.'
        names.add(name)
