"""What all pages that are made from records have in common."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import yaml

from coaching_manual.languages import twin_of
from coaching_manual.pages import About, WrittenPage
from coaching_manual.structure import Entry
from coaching_manual.typography import curled

_LONG = frozenset({"curriculum", "session", "facilitator", "conversation", "role", "measure", "report"})


def front_matter(page: WrittenPage) -> str:
    """The settings of a page that was made from records, as the top of a Markdown file."""
    settings: dict[str, Any] = {"title": page.title, "description": page.description}
    if page.kind not in _LONG:
        # no long list of contents; its width goes to the two languages side by side, and to sheets of paper
        settings["hide"] = ["toc"]
    return "---\n" + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=10_000) + "---\n\n"


def made_page(
    entry: Entry[Any], kind: str, src: str, title: str, description: str, markdown: str | None
) -> WrittenPage:
    """A page made from a record; its text is changed where the record stands.

    ``markdown`` is what its template gave, or None where the template has a fault.
    """
    place = entry.place("id") if "id" in type(entry.record).model_fields else entry.place()
    return WrittenPage(
        src=src,
        title=curled(title),
        description=curled(" ".join(description.split())),
        markdown=markdown or "",
        source=None,
        about=About.of(entry.record),
        origin=place.file,
        origin_line=place.line,
        kind=kind,
        whole=markdown is not None,
    )


def spanish_page(
    page: WrittenPage, title: str, description: str, markdown: str | None, *, reviewed: datetime.date | None
) -> WrittenPage:
    """The same page in Spanish, for a record that carries ``es:``; ``reviewed`` is what stands there.

    ``page`` is the English one as it is handed on, ``markdown`` what the template gave in Spanish.
    """
    return replace(
        page,
        src=twin_of(page.src),
        title=curled(title),
        description=curled(" ".join(description.split())),
        markdown=markdown or "",
        about=replace(page.about or About(), reviewed=reviewed),
        within=twin_of(page.within) if page.within else None,
        above=(),
        name="",
        words=(),
        whole=markdown is not None,
    )
