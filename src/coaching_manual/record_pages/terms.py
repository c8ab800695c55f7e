"""The entries of the common language, and where the entries of former names lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import A_TO_Z, term_page
from coaching_manual.index import Index
from coaching_manual.model import ListEntry, Term
from coaching_manual.pages import About, WrittenPage
from coaching_manual.record_pages.making import made_page, spanish_page
from coaching_manual.render import Renderer


def term_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """A page for each term, and one for each id that a term had before."""
    yield from _entries(index, renderer)
    yield from _moved(index, renderer)


def _entries(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for term_id, entry in index.terms.items():
        term = entry.record
        template = "pages/retired.html.j2" if term.status == "retired" else "pages/term.html.j2"
        markdown = renderer.render_template(template, id=term_id)
        page = made_page(entry, "term", term_page(term_id), term.term, term.definition, markdown)
        category = index.tables["category"].get(term.category)
        above = ((category.record.title, None),) if category else ()
        page = replace(page, term=term_id, within=A_TO_Z, above=above)
        yield page
        yield _in_spanish(page, term, category.record if category else None, renderer)


def _in_spanish(page: WrittenPage, term: Term, category: ListEntry | None, renderer: Renderer) -> WrittenPage:
    """The entry in Spanish; where it has no definition yet, it says so and gives the English one."""
    markdown = renderer.render_template("pages/term_es.html.j2", id=term.id)
    name, about = (term.es.term, term.es.definition) if term.es else (term.term, None)
    reviewed = term.es.reviewed if term.es else None
    spanish = spanish_page(page, name[:1].upper() + name[1:], about or term.definition, markdown, reviewed=reviewed)
    return replace(spanish, above=((category.es, None),) if category and category.es else ())


def _moved(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for old, entry in index.former_ids.items():
        term = entry.record
        markdown = renderer.render_template("pages/moved.html.j2", id=term.id, old=old)
        title = f"{term.term} (moved from {old})"
        text = f"This entry is now called {term.term}."
        page = made_page(entry, "moved", term_page(old), title, text, markdown)
        yield replace(page, about=About(), within=A_TO_Z)  # it is no entry, so it is neither draft nor reviewed
