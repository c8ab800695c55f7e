"""Which pages are there in Spanish, which should be, and what stands in for those that are missing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching_manual.index import Index, alphabetical
from coaching_manual.languages import ENGLISH, SPANISH, SPANISH_START, twin_of
from coaching_manual.pages import About, WrittenPage
from coaching_manual.render import Renderer

LIST_OF_TRANSLATIONS = "editing/translations.md"
State = Literal["missing", "older", "draft", "reviewed"]
_NOT_FOR_FAMILIES = frozenset({"term", "moved", "curriculum", "session", "facilitator"})


@dataclass(frozen=True)
class Translation:
    """A page that is, or should be, there in Spanish: both are paths below docs/, for links (``page:…``)."""

    title: str
    english: str
    spanish: str
    spanish_title: str
    state: State


def is_bilingual(pages: Sequence[WrittenPage]) -> bool:
    """Whether a manual has pages in Spanish: it has a first page in Spanish."""
    return any(page.src == SPANISH_START for page in pages)


def readers_of_spanish(index: Index) -> frozenset[str]:
    """Ids of the audiences that get every page in Spanish too."""
    return frozenset(name for name, entry in index.tables["audience"].items() if entry.record.in_spanish)


def without_spanish(pages: Sequence[WrittenPage], index: Index) -> Iterator[WrittenPage]:
    """The pages for readers of Spanish that are there in English only."""
    if not is_bilingual(pages):
        return
    readers, there = readers_of_spanish(index), {page.src for page in pages if page.kind != "untranslated"}
    for page in pages:
        if page.language != ENGLISH or page.kind in _NOT_FOR_FAMILIES or twin_of(page.src) in there:
            continue
        if page.about is not None and not readers.isdisjoint(page.about.audience):
            yield page


def is_older(spanish: WrittenPage, english: WrittenPage) -> bool:
    """Whether the English text was changed after the Spanish one: its page says so, or a text of its record does."""
    return spanish.behind or changed_since(spanish, english) is not None


def changed_since(spanish: WrittenPage, english: WrittenPage) -> datetime.date | None:
    """The day on which the English page was changed, if that was after the Spanish one, and the two tell their days."""
    changed, followed = (page.about.updated if page.about else None for page in (english, spanish))
    return changed if changed and followed and followed < changed else None


def translations(pages: Sequence[WrittenPage], index: Index) -> tuple[Translation, ...]:
    """Every page but the entries of the common language, what is missing first, then by title."""
    by_src = {page.src: page for page in pages}
    found = [_translation(page, None) for page in without_spanish(pages, index)]
    for page in pages:
        english = by_src.get(twin_of(page.src))
        if page.language == SPANISH and page.kind != "term" and english:
            found.append(_translation(english, page))
    order = ("missing", "older", "draft", "reviewed")
    return tuple(sorted(found, key=lambda one: (order.index(one.state), alphabetical(one.title))))


def _translation(english: WrittenPage, spanish: WrittenPage | None) -> Translation:
    state: State = "missing"
    if spanish is not None:
        reviewed = spanish.about is not None and spanish.about.reviewed is not None
        state = "older" if is_older(spanish, english) else "reviewed" if reviewed else "draft"
    return Translation(english.title, english.src, twin_of(english.src), spanish.title if spanish else "", state)


def pages_about_spanish(pages: Sequence[WrittenPage], index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """What stands in for each page whose Spanish is missing, and the list of all translations for coordinators."""
    first = next((page for page in pages if page.src == SPANISH_START), None)
    if first is None:
        return
    for page in without_spanish(pages, index):
        text = renderer.render_template("pages/untranslated.html.j2", title=page.title, href=f"page:{page.src}")
        yield WrittenPage(
            src=twin_of(page.src),
            title=f"Todavía no está en español: {page.title}",
            description=f"{page.title} todavía no está en español.",
            markdown=text or "",
            source=None,
            about=About(),
            origin=page.origin,
            origin_line=page.origin_line,
            kind="untranslated",
            links_terms=False,
            whole=text is not None,
        )
    if not any(page.src == LIST_OF_TRANSLATIONS for page in pages):
        yield _list_of_translations(pages, index, renderer, first)


def _list_of_translations(
    pages: Sequence[WrittenPage], index: Index, renderer: Renderer, first: WrittenPage
) -> WrittenPage:
    terms = [entry.record for entry in index.current_terms]
    words = {
        "there": sum(1 for term in terms if term.es and term.es.definition),
        "reviewed": sum(1 for term in terms if term.es and term.es.reviewed),
        "all": len(terms),
    }
    behind = sorted((page for page in pages if page.behind and page.kind == "term"), key=lambda page: page.title)
    values = {"translations": translations(pages, index), "words": words, "behind": behind}
    return WrittenPage(
        src=LIST_OF_TRANSLATIONS,
        title="What is there in Spanish",
        description="Every page that is, or should be, there in Spanish, and how far it is.",
        markdown=renderer.render_template("pages/translations.html.j2", **values) or "",
        source=None,
        about=About(),
        origin=first.origin,
        kind="translations",
        links_terms=False,
    )
