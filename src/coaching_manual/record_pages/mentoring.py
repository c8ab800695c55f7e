"""The pages of mentoring programs, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import MENTORING_PAGE, program_page
from coaching_manual.index import Index
from coaching_manual.model import Program
from coaching_manual.pages import WrittenPage
from coaching_manual.record_pages.making import made_page, spanish_page
from coaching_manual.render import Renderer


def program_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """The page of each program."""
    for entry in index.tables["program"].values():
        program: Program = entry.record
        text = renderer.render_template("pages/program.html.j2", id=program.id, language="en")
        page = made_page(entry, "program", program_page(program.id), program.title, program.purpose, text)
        yield replace(page, within=MENTORING_PAGE, words=program.search_words)
        if program.es:
            text = renderer.render_template("pages/program.html.j2", id=program.id, language="es")
            page = replace(page, within=MENTORING_PAGE)
            yield spanish_page(page, program.es.title, program.es.purpose, text, reviewed=program.es.reviewed)
