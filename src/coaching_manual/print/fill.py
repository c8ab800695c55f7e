"""How full pages are: a part whose last page holds a few lines only is set closer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from pikepdf import Page, Pdf

from coaching_manual.print.closer import can_save
from coaching_manual.print.heights import lines_of
from coaching_manual.print.packs import PAPERS, Paper

A_FEW_LINES = 0.12
"""The last page of a part holds at least this share of a page, or the part is set closer."""
HALF_EMPTY = 0.3
"""Every other page of a part is fuller than this, or the part is set closer."""
MARKED = 6
"""So many blocks at the start of a part tell where they stand: more do not fit on a page that is half empty."""
LITTLE, MORE, OWN_END, LONGER_END = 1, 2, 3, 4
"""How a part is set another way: closer, with what is filled in on its last page as a whole, or with more on it."""
SMALLER_FROM = 11.0
"""Letters of this size get smaller where a part is set closer; others stay as they are."""
_LITTLE = 0.25  # of a page: worth to be saved where a part has more pages to save it on
_TOP_OF_PAGE = 0.05
_MARGIN = 60.0  # points, above and below the text
_LONG = 3
_TITLE = -1
_PAGES = frozenset({"turned", "leaf"})  # what is a page of its own, however much room is left before it


class Mark(NamedTuple):
    """Where something came to stand: of which part, its block (-1 is its title), the page, and points from its top."""

    part: int
    block: int
    page: int
    down: float


def looks(marks: Sequence[Mark], parts: Sequence[Mapping[str, Any]], paper: Paper, letters: float) -> Mapping[int, int]:
    """Which parts are set another way, by their numbers: a little closer (1), more so (2), or with another end.

    Of each part, ``marks`` tell where its title, its first blocks and its end stand. Letters get smaller only if
    that saves a page. ``letters`` is their size in points.
    """
    return dict(_looks(marks, parts, paper, letters))


def _looks(
    marks: Sequence[Mark], parts: Sequence[Mapping[str, Any]], paper: Paper, letters: float
) -> Iterator[tuple[int, int]]:
    for number, found in groupby(marks, key=lambda mark: mark.part):
        part, (title, *inside) = parts[number], found
        end = inside[-1]
        pages = end.page - title.page + 1
        if pages == 1:
            continue
        share, look = _share(end, paper, turned=part["turned"]), LITTLE if pages >= _LONG else MORE
        if share < _LITTLE and not _ends_turned(part):
            as_large = look == LITTLE or letters != SMALLER_FROM or can_save(part, share, pages - 1)
            yield number, look if as_large else LONGER_END
        elif _is_half_empty([title, *inside], part, paper):
            yield number, MORE
        elif part["sheet"]:
            yield number, OWN_END


def _ends_turned(part: Mapping[str, Any]) -> bool:
    """Whether the last page of an upright part is turned: its end stands behind it, and does not tell how full."""
    return bool(part["c"]) and bool(part["c"][-1]["t"] == "turned")


def _is_half_empty(marks: Sequence[Mark], part: Mapping[str, Any], paper: Paper) -> bool:
    """Whether what follows the first lines of a part went to the next page as a whole."""
    last = max(at for at, mark in enumerate(marks) if mark.page == marks[0].page)
    mark, following = marks[last], marks[last + 1]
    if following.block < len(part["c"]) and part["c"][following.block]["t"] in _PAGES:
        return False
    if mark.block == MARKED - 1 or _share(following, paper, turned=part["turned"]) > _TOP_OF_PAGE:
        return False  # it goes on beyond what is marked, or its last block goes on over the page
    width, lines = part["room"]
    tall = lines_of([part["c"][mark.block]], width) / lines if mark.block != _TITLE else 0.0
    return _share(mark, paper, turned=part["turned"]) + tall < HALF_EMPTY


def _share(mark: Mark, paper: Paper, *, turned: bool) -> float:
    """How much of the page is above a mark."""
    height = PAPERS[paper][0 if turned else 1]
    return max(0.0, (mark.down - _MARGIN) / (height - 2 * _MARGIN))


def is_empty(page: Page) -> bool:
    """Whether a page holds nothing that is read."""
    return b"/MCID" not in page.Contents.read_bytes()


def empty_backs(pdf: Pdf) -> list[int]:
    """The numbers of the pages that stay empty, because they are the back of something."""
    return [number for number, page in enumerate(pdf.pages, 1) if number % 2 == 0 and is_empty(page)]
