"""The pages of forms and of conversation guides: each by itself, and what goes with it on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import CONVERSATIONS_PAGE, FORMS_PAGE, conversation_page, form_page
from coaching_manual.index import Index
from coaching_manual.languages import Language, in_language
from coaching_manual.model import Form, SpanishForm
from coaching_manual.pages import About, WrittenPage
from coaching_manual.record_pages.making import made_page
from coaching_manual.render import Renderer
from coaching_manual.structure import Entry

_FORM: dict[Language, str] = {"en": "form", "es": "formulario"}
"""What stands behind the title: many forms are called like the term that they belong to."""


def form_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """The page of each form and of its example, in each language that it is in."""
    for entry in index.tables["form"].values():
        form: Form = entry.record
        yield from _pages(entry, form, "en", renderer)
        if form.es:
            yield from _pages(entry, form.es, "es", renderer)


def _pages(
    entry: Entry[Form], said: Form | SpanishForm, language: Language, renderer: Renderer
) -> Iterator[WrittenPage]:
    form_id = entry.record.id
    src = form_page(form_id, language=language)
    markdown = renderer.render_template("pages/form.html.j2", id=form_id, language=language)
    page = made_page(entry, "form", src, f"{said.title} ({_FORM[language]})", said.purpose, markdown)
    within = in_language(FORMS_PAGE, language)
    about = replace(
        About.of(entry.record),
        reviewed=said.reviewed,
        owner=said.owner or entry.record.owner,
        translated=bool(said.owner),
    )
    yield replace(
        page, name=said.title, within=within, about=about, words=said.search_words, links_terms=language == "en"
    )
    if said.example:
        markdown = renderer.render_template("pages/form_example.html.j2", id=form_id, language=language)
        title = f"{said.title}: {'example' if language == 'en' else 'ejemplo'}"
        page = made_page(
            entry, "example", form_page(form_id, example=True, language=language), title, said.example.about, markdown
        )
        yield replace(page, within=within, about=about, above=((said.title, src),), links_terms=False)


def conversation_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """A page for each conversation guide, and one for its card."""
    for entry in index.tables["conversation"].values():
        guide, src = entry.record, conversation_page(entry.record.id)
        markdown = renderer.render_template("pages/conversation.html.j2", id=guide.id)
        page = made_page(entry, "conversation", src, f"{guide.title} (guide)", guide.purpose, markdown)
        yield replace(page, name=guide.title, within=CONVERSATIONS_PAGE, words=guide.search_words)
        markdown = renderer.render_template("pages/conversation_card.html.j2", id=guide.id)
        title, about = f"{guide.title}: card", f"The conversation guide “{guide.title}” on one page."
        page = made_page(entry, "card", conversation_page(guide.id, card=True), title, about, markdown)
        yield replace(page, within=CONVERSATIONS_PAGE, above=((guide.title, src),), links_terms=False)
