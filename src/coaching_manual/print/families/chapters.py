"""Packs of the manual's chapters: all of them as a book, each by itself, and the six steps of the cycle together."""

from __future__ import annotations

from collections.abc import Iterator

from coaching_manual.manual import Manual
from coaching_manual.print.packs import Pack, Part

_CHAPTERS = "manual/"
_START = "manual/index.md"
_CYCLE = "manual/cycle/"
_GROUP = "The manual"


def chapter_packs(manual: Manual) -> Iterator[Pack]:
    """The packs of the chapters, which stand in the order of the navigation."""
    there = manual.by_src
    named = [item.src for item in manual.project.nav or () if item.src in there]
    chapters = [src for src in named if src.startswith(_CHAPTERS) and src != _START]
    if chapters and _START in there:
        yield _pack("manual-book", there[_START].title, "book", "All chapters", [_START, *chapters])
    steps = [src for src in chapters if src.startswith(_CYCLE)]
    if steps:
        yield _pack("manual-cycle", there[steps[0]].title, "sheet", "The six steps", steps)
    for src in chapters:
        inside = src.removeprefix(_CHAPTERS).removesuffix(".md")
        if "/" not in inside:  # pages for a reader and steps are not chapters of their own
            yield _pack(f"manual-{inside}", there[src].title, "sheet", "A chapter", [src])


def _pack(pack_id: str, title: str, kind: str, edition: str, pages: list[str]) -> Pack:
    return Pack(
        record="manual",
        id=pack_id,
        title=title,
        kind=kind,
        edition=edition,
        parts=tuple(Part(src, address=kind != "book") for src in pages),
        of=(pages[0],),
        group=_GROUP,
        front="cover" if kind == "book" else "list" if len(pages) > 1 else "none",
    )
