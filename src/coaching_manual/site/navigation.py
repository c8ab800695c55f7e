"""The list of pages and the way from page to page, each in one language."""

from __future__ import annotations

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from coaching_manual.languages import SPANISH, Language, language_of


def in_one_language(nav: Navigation, language: Language) -> Navigation:
    """The navigation for pages in a language.

    In Spanish it holds the pages of the Spanish section, and in English all others and the way to that section.
    """
    spanish = [item for item in nav.items if _is_spanish(item)]
    if not spanish:
        return nav
    if language == SPANISH:
        items = [child for item in spanish for child in (item.children or [item])]
    else:
        starts = [page for item in spanish for page in _pages([item])[:1]]
        items = [item for item in nav.items if item not in spanish] + starts
    return Navigation(items, nav.pages)


def keep_apart(nav: Navigation) -> None:
    """The next page of the last one in English is not the first one in Spanish."""
    for page in nav.pages:
        following = page.next_page
        if following and language_of(page.file.src_uri) != language_of(following.file.src_uri):
            page.next_page = following.previous_page = None


def _is_spanish(item: StructureItem) -> bool:
    pages = _pages([item])
    return bool(pages) and all(language_of(page.file.src_uri) == SPANISH for page in pages)


def _pages(items: list[StructureItem]) -> list[Page]:
    found: list[Page] = []
    for item in items:
        if isinstance(item, Page):
            found.append(item)
        elif isinstance(item, Section):
            found += _pages(item.children)
    return found
