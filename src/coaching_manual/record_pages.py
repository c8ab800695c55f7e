"""The pages that are made from records: entries of the common language, and the training."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from coaching_manual.addresses import curriculum_page, handout_page, session_page, term_page
from coaching_manual.index import Index
from coaching_manual.model import Curriculum, Session
from coaching_manual.pages import PageKind, WrittenPage
from coaching_manual.render import Renderer
from coaching_manual.structure import Entry

_LONG = frozenset({"curriculum", "session", "facilitator"})


def record_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """Every page that nobody wrote as a page."""
    yield from _term_pages(index, renderer)
    yield from _moved_pages(index, renderer)
    for entry in index.framework.curricula:
        yield from _training_pages(entry, index, renderer)


def front_matter(page: WrittenPage) -> str:
    """The settings of a page that was made from records, as the top of a Markdown file."""
    settings: dict[str, Any] = {"title": page.title, "description": page.description}
    if page.kind not in _LONG:
        # no long list of contents; its width goes to the two languages side by side, and to sheets of paper
        settings["hide"] = ["toc"]
    return "---\n" + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=10_000) + "---\n\n"


def _term_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for term_id, entry in index.terms.items():
        term = entry.record
        template = "pages/retired.html.j2" if term.status == "retired" else "pages/term.html.j2"
        markdown = renderer.render_template(template, id=term_id)
        page = _made(entry, "term", term_page(term_id), term.term, term.definition, markdown)
        yield replace(page, term=term_id)


def _moved_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    for old, entry in index.former_ids.items():
        term = entry.record
        markdown = renderer.render_template("pages/moved.html.j2", id=term.id, old=old)
        title = f"{term.term} (moved from {old})"
        yield _made(entry, "moved", term_page(old), title, f"This entry is now called {term.term}.", markdown)


def _training_pages(entry: Entry[Curriculum], index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """The page of a course, two for each session, and one for each handout."""
    course, src = entry.record, curriculum_page(entry.record.id)
    markdown = renderer.render_template("pages/curriculum.html.j2", id=course.id)
    page = _made(entry, "curriculum", src, course.title, course.purpose, markdown)
    yield replace(page, curriculum=course.id, words=(course.es.title,) if course.es else ())
    for session in index.sessions.get(course.id, ()):
        for made in (*_session_pages(session, course, renderer), *_handout_pages(session, course, renderer)):
            yield replace(made, curriculum=course.id, above=((course.title, src), *made.above))


def _session_pages(entry: Entry[Session], course: Curriculum, renderer: Renderer) -> Iterator[WrittenPage]:
    session = entry.record
    title = f"Session {session.number}: {session.title} · {course.title}"
    src = session_page(session.id)
    markdown = renderer.render_template("pages/session.html.j2", id=session.id)
    yield replace(_made(entry, "session", src, title, session.summary, markdown), name=session.title)
    title = f"Lead session {session.number}: {session.title} · {course.title}"
    markdown = renderer.render_template("pages/facilitator.html.j2", id=session.id)
    page = _made(entry, "facilitator", session_page(session.id, facilitator=True), title, session.summary, markdown)
    yield replace(page, above=((f"Session {session.number}", src),))


def _handout_pages(entry: Entry[Session], course: Curriculum, renderer: Renderer) -> Iterator[WrittenPage]:
    for number, handout in enumerate(entry.record.handouts):
        name = f"{course.id}/{handout.id}"
        title = f"{handout.title} · {course.title}, session {entry.record.number}"
        about = f"A handout of the course “{course.title}”, session {entry.record.number}: {entry.record.title}."
        markdown = renderer.render_template("pages/handout.html.j2", id=name)
        place = Entry(handout, entry.document, (*entry.path, "handouts", number))
        words = (handout.es.title,) if handout.es else ()
        page = _made(place, "handout", handout_page(name), title, about, markdown)
        yield replace(page, name=handout.title, words=words)


def _made(
    entry: Entry[Any], kind: PageKind, src: str, title: str, description: str, markdown: str | None
) -> WrittenPage:
    """A page made from a record; its text is changed where the record stands."""
    place = entry.place() if kind in {"session", "facilitator"} else entry.place("id")
    return WrittenPage(
        src=src,
        title=title,
        description=" ".join(description.split()),
        markdown=markdown or "",
        source=None,
        origin=place.file,
        origin_line=place.line,
        kind=kind,
        whole=markdown is not None,
    )
