"""The pages that nobody wrote as pages: they are made from records, one file a family of records."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coaching_manual.index import Index
from coaching_manual.pages import WrittenPage
from coaching_manual.record_pages.communication import communication_pages
from coaching_manual.record_pages.forms import conversation_pages, form_pages
from coaching_manual.record_pages.growth import growth_pages
from coaching_manual.record_pages.making import front_matter, spanish_page
from coaching_manual.record_pages.measures import measure_pages
from coaching_manual.record_pages.mentoring import program_pages
from coaching_manual.record_pages.roles import role_pages
from coaching_manual.record_pages.terms import term_pages
from coaching_manual.record_pages.training import training_pages
from coaching_manual.render import Renderer

__all__ = ["front_matter", "record_pages", "spanish_page"]

_FAMILIES: tuple[Callable[[Index, Renderer], Iterator[WrittenPage]], ...] = (
    term_pages,
    training_pages,
    form_pages,
    program_pages,
    conversation_pages,
    growth_pages,
    role_pages,
    measure_pages,
    communication_pages,
)


def record_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """Every page that is made from records."""
    for pages_of in _FAMILIES:
        yield from pages_of(index, renderer)
