"""How full pages are: a part whose last page holds a few lines only is set closer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pikepdf import Page, Pdf

A_FEW_LINES = 0.12
"""The last page of a part holds at least this share of a page, or the part is set closer."""
HALF_EMPTY = 0.3
"""Every other page of a part is fuller than this, or the part is set closer."""
_LITTLE = 0.25  # of a page: worth to be saved where a part has more pages to save it on
_MARGINS = 120.0  # points above and below the text, together
_FOOT = 60.0
_LONG = 3
_HEAD = re.compile(rb"\A.*?/Attached\[/Top\].*?EMC", re.DOTALL)
_FOOTER = re.compile(rb"/Artifact<</Attached\[/Bottom\]")
_DRAWN = re.compile(rb"\bq (?:-?[\d.]+ ){5}(?P<place>-?[\d.]+) cm(?P<inside>[^q]*)")
_DOWN = re.compile(rb"-?[\d.]+ (-?[\d.]+) l\b")


def filled(page: Page) -> float:
    """How much of a page is filled, from its top to the last line; running heads do not count."""
    content = _FOOTER.split(_HEAD.sub(b"", page.Contents.read_bytes()))[0]
    height = float(page.mediabox[3]) - float(page.mediabox[1])
    lowest = min(map(_bottom, _DRAWN.finditer(content)), default=height)
    return max(0.0, (height - _FOOT - lowest) / (height - _MARGINS))


def _bottom(drawn: re.Match[bytes]) -> float:
    """How far down something goes; a frame hangs from its place."""
    return float(drawn["place"]) - max((float(down) for down in _DOWN.findall(drawn["inside"])), default=0.0)


def closer_looks(pdf: Pdf, first: Sequence[int]) -> Mapping[int, int]:
    """Which parts are set closer, by their numbers: 1 is a little, 2 is more. ``first`` are their first pages."""
    return dict(_closer(pdf, first))


def _closer(pdf: Pdf, first: Sequence[int]) -> Iterator[tuple[int, int]]:
    for number, (begin, after) in enumerate(pairwise((*first, len(pdf.pages) + 1))):
        last = after - 1 - is_empty(pdf.pages[after - 2])
        pages = last - begin + 1
        if pages > 1 and filled(pdf.pages[last - 1]) < _LITTLE:
            yield number, 1 if pages >= _LONG else 2
        elif pages > 1 and filled(pdf.pages[begin - 1]) < HALF_EMPTY:  # what follows the title went to the next page
            yield number, 2


def is_empty(page: Page) -> bool:
    """Whether a page holds nothing that is read."""
    return b"/MCID" not in page.Contents.read_bytes()


def empty_backs(pdf: Pdf) -> list[int]:
    """The numbers of the pages that stay empty, because they are the back of something."""
    return [number for number, page in enumerate(pdf.pages, 1) if number % 2 == 0 and is_empty(page)]
