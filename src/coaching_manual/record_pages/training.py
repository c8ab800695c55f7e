"""The pages of the training: a course, two for each session, and one for each handout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.addresses import TRAINING_PAGE, curriculum_page, handout_page, session_page
from coaching_manual.index import Index
from coaching_manual.languages import ENGLISH, SPANISH, Language, in_language
from coaching_manual.model import Curriculum, Session, SpanishSession
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
    about, sessions = About.of(course), index.sessions.get(course.id, ())
    above: dict[Language, tuple[str, str]] = {ENGLISH: (course.title, src)}
    if course.es and any(session.record.es for session in sessions):
        text = renderer.render_template("pages/curriculum_es.html.j2", id=course.id)
        spanish = spanish_page(page, course.es.title, course.es.purpose, text, reviewed=course.es.reviewed)
        above[SPANISH] = (course.es.title, spanish.src)
        yield replace(spanish, within=in_language(TRAINING_PAGE, SPANISH))
    for session in sessions:
        for made in (*_session_pages(session, course, renderer), *_handout_pages(session, course, renderer)):
            reviewed = made.about.reviewed if made.about and made.language == SPANISH else about.reviewed
            way = (above[made.language],) if made.language in above else ()
            within = in_language(TRAINING_PAGE, made.language) if way else None
            yield replace(made, about=replace(about, reviewed=reviewed), within=within, above=(*way, *made.above))


def _session_pages(entry: Entry[Session], course: Curriculum, renderer: Renderer) -> Iterator[WrittenPage]:
    session = entry.record
    title = f"Session {session.number}: {session.title} · {course.title}"
    src = session_page(session.id)
    markdown = renderer.render_template("pages/session.html.j2", id=session.id)
    page = replace(made_page(entry, "session", src, title, session.summary, markdown), name=session.title)
    yield replace(page, words=(session.es.title,) if session.es else ())
    if session.es:
        yield _session_in_spanish(page, session, session.es, course, renderer)
    title = f"Lead session {session.number}: {session.title} · {course.title}"
    markdown = renderer.render_template("pages/facilitator.html.j2", id=session.id)
    src_to_lead = session_page(session.id, facilitator=True)
    page = made_page(entry, "facilitator", src_to_lead, title, session.summary, markdown)
    yield replace(page, above=((f"Session {session.number}", src),))


def _session_in_spanish(
    page: WrittenPage, session: Session, es: SpanishSession, course: Curriculum, renderer: Renderer
) -> WrittenPage:
    title = f"Sesión {session.number}: {es.title} · {course.es.title if course.es else course.title}"
    text = renderer.render_template("pages/session_es.html.j2", id=session.id)
    return replace(spanish_page(page, title, es.summary, text, reviewed=es.reviewed), name=es.title)


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
