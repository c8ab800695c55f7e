"""The pages of the training: a course, two for each session, and one for each handout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import TRAINING_PAGE, curriculum_page, handout_page, session_page
from coaching_manual.index import Index
from coaching_manual.languages import SPANISH
from coaching_manual.model import Curriculum, Session
from coaching_manual.pages import About, WrittenPage
from coaching_manual.record_pages.making import made_page, spanish_page
from coaching_manual.render import Renderer
from coaching_manual.structure import Entry


def training_pages(index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    """The pages of every course."""
    for entry in index.framework.curricula:
        yield from _course_pages(entry, index, renderer)


def _course_pages(entry: Entry[Curriculum], index: Index, renderer: Renderer) -> Iterator[WrittenPage]:
    course, src = entry.record, curriculum_page(entry.record.id)
    markdown = renderer.render_template("pages/curriculum.html.j2", id=course.id)
    page = made_page(entry, "curriculum", src, course.title, course.purpose, markdown)
    yield replace(page, within=TRAINING_PAGE, words=(course.es.title,) if course.es else ())
    about = About.of(course)
    for session in index.sessions.get(course.id, ()):
        for made in (*_session_pages(session, course, renderer), *_handout_pages(session, course, renderer)):
            if made.language == SPANISH:  # the course itself is there in English only
                yield replace(made, about=replace(about, reviewed=made.about.reviewed if made.about else None))
            else:
                yield replace(made, about=about, within=TRAINING_PAGE, above=((course.title, src), *made.above))


def _session_pages(entry: Entry[Session], course: Curriculum, renderer: Renderer) -> Iterator[WrittenPage]:
    session = entry.record
    title = f"Session {session.number}: {session.title} · {course.title}"
    src = session_page(session.id)
    markdown = renderer.render_template("pages/session.html.j2", id=session.id)
    yield replace(made_page(entry, "session", src, title, session.summary, markdown), name=session.title)
    title = f"Lead session {session.number}: {session.title} · {course.title}"
    markdown = renderer.render_template("pages/facilitator.html.j2", id=session.id)
    src_to_lead = session_page(session.id, facilitator=True)
    page = made_page(entry, "facilitator", src_to_lead, title, session.summary, markdown)
    yield replace(page, above=((f"Session {session.number}", src),))


def _handout_pages(entry: Entry[Session], course: Curriculum, renderer: Renderer) -> Iterator[WrittenPage]:
    for number, handout in enumerate(entry.record.handouts):
        name = f"{course.id}/{handout.id}"
        title = f"{handout.title} · {course.title}, session {entry.record.number}"
        about = f"A handout of the course “{course.title}”, session {entry.record.number}: {entry.record.title}."
        markdown = renderer.render_template("pages/handout.html.j2", id=name)
        place = Entry(handout, entry.document, (*entry.path, "handouts", number))
        words = (handout.es.title,) if handout.es else ()
        page = made_page(place, "handout", handout_page(name), title, about, markdown)
        yield replace(page, name=handout.title, words=words)
        if handout.es:
            text = renderer.render_template("pages/handout_es.html.j2", id=name)
            title = f"{handout.es.title} · {course.es.title if course.es else course.title}"
            about = f"Hoja de trabajo: {handout.es.title}."
            spanish = spanish_page(page, title, about, text, reviewed=handout.es.reviewed)
            yield replace(spanish, name=handout.es.title)
