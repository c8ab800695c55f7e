"""Reading a PDF as a test needs it: words without running heads, tags, fields."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

_MARGINS, _FOOT = 120.0, 60.0  # points above and below the text together, and below it
_HEAD = re.compile(rb"\A.*?/Attached\[/Top\].*?EMC", re.DOTALL)
_FOOTER = re.compile(rb"/Artifact<</Attached\[/Bottom\]")
_DRAWN = re.compile(rb"\bq (?:-?[\d.]+ ){5}(?P<place>-?[\d.]+) cm(?P<inside>[^q]*)")
_DOWN = re.compile(rb"-?[\d.]+ (-?[\d.]+) l\b")
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


def filled(page: pikepdf.Page) -> float:
    """How much of a page is filled, from its top to the last line; running heads do not count."""
    content = _FOOTER.split(_HEAD.sub(b"", page.Contents.read_bytes()))[0]
    height = float(page.mediabox[3]) - float(page.mediabox[1])
    lowest = min(map(_bottom, _DRAWN.finditer(content)), default=height)
    return max(0.0, (height - _FOOT - lowest) / (height - _MARGINS))


def _bottom(drawn: re.Match[bytes]) -> float:
    """How far down something goes; a frame hangs from its place."""
    return float(drawn["place"]) - max((float(down) for down in _DOWN.findall(drawn["inside"])), default=0.0)


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


_PLACE = rb"\bq (?:-?[\d.]+ ){4}(?P<across>-?[\d.]+) (?P<up>-?[\d.]+) cm"
_CUT = re.compile(_PLACE + rb"[^q]*?\[[\d. ]+\]0 d (?P<left>0) (?P<down>0) m (?P<right>[\d.]+) 0 l\s+S")
_LINE = re.compile(
    _PLACE + rb"[^q\n]* (?P<right>[\d.]+) (?P<down>[\d.]+) m [\d. ]+ l (?P<left>0) [\d.]+ l [\d. ]+ l\s+h\s+f"
)
_TICK = re.compile(rb"/Alt\(To tick\)>>BDC\s+q (?P<left>[\d.]+) (?P<low>[\d.]+) m (?P<right>[\d.]+) [\d.]+ l")
_RUNNING = re.compile(rb"/Artifact<</Attached\[/(?:Top|Bottom)\].*?EMC", re.DOTALL)
_MARK = re.compile(rb"/MCID (\d+)")


def content(page: pikepdf.Page) -> bytes:
    """What is drawn on a page, without its running heads."""
    return _RUNNING.sub(b"", page.Contents.read_bytes())


def cuts(page: pikepdf.Page) -> list[tuple[float, float, float]]:
    """The level dashed lines of a page, as ``writing_lines``."""
    return _level(page, _CUT)


def writing_lines(page: pikepdf.Page) -> list[tuple[float, float, float]]:
    """The lines to write on, from the top: how high each lies, where it begins and where it ends."""
    return _level(page, _LINE)


def _level(page: pikepdf.Page, kind: re.Pattern[bytes]) -> list[tuple[float, float, float]]:
    found = (
        tuple(float(drawn[name]) for name in ("across", "up", "left", "down", "right"))
        for drawn in kind.finditer(content(page))
    )
    return sorted(((up - down, across + left, across + right) for across, up, left, down, right in found), reverse=True)


def boxes_to_tick(page: pikepdf.Page) -> list[float]:
    """How wide the boxes to tick are."""
    return [float(drawn["right"]) - float(drawn["left"]) for drawn in _TICK.finditer(content(page))]


def headings_at_the_foot(path: Path) -> list[int]:
    """The pages that end with a heading or a bold line: nothing is read after it, and there is no line to write on."""
    with pikepdf.open(path) as pdf:
        parents = dict(_numbered(pdf.Root.StructTreeRoot.ParentTree))
        return [number for number, page in enumerate(pdf.pages, 1) if _ends_with_a_heading(page, parents)]


def _ends_with_a_heading(page: pikepdf.Page, parents: dict[int, Any]) -> bool:
    drawn = content(page)
    marks = list(_MARK.finditer(drawn))
    if not marks or b"\nq " in drawn[drawn.index(b"EMC", marks[-1].end()) :]:
        return False
    last = parents[int(page.StructParents)][int(marks[-1][1])]
    return _is_label(last) or any(re.fullmatch("/H[1-6]", kind) for kind in _kinds(last))


def _is_label(element: Any) -> bool:
    """Whether it is all there is in a paragraph, and bold."""
    above = element.P
    kids = above.get("/K")
    return str(element.S) == "/Strong" and list(_kinds(element))[1:] == ["/P", "/Document"] and len(kids) == 1


def _kinds(element: Any) -> Iterator[str]:
    while element is not None and "/S" in element:
        yield str(element.S)
        element = element.get("/P")


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    flat = list(tree.get("/Nums", ()))
    yield from ((int(number), elements) for number, elements in zip(flat[::2], flat[1::2], strict=True))
    for kid in tree.get("/Kids", ()):
        yield from _numbered(kid)
