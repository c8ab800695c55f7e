"""Courses that somebody began to write in Spanish: what participants read is there in Spanish, all of it."""

from __future__ import annotations

from coaching_manual.index import Index
from coaching_manual.model import Curriculum, Session, has_spanish, lacking_spanish
from coaching_manual.problems import Problems
from coaching_manual.structure import Entry

_LISTS = ("prerequisites", "outcomes")
_HINT = "Write it under  es:  below the English, or send it out:  coaching-manual translate export"


def check_spanish_of_courses(index: Index, problems: Problems) -> None:
    """Advice for what is there in English only, in courses of which some session is there in Spanish."""
    for entry in index.framework.curricula:
        sessions = index.sessions.get(entry.record.id, ())
        if any(has_spanish(session.record) for session in sessions):
            _check_course(entry, problems)
            for session in sessions:
                _check_session(session, problems)


def _check_course(entry: Entry[Curriculum], problems: Problems) -> None:
    course, path, message = entry.record, "title", ""
    if course.es is None:
        message = "This course has sessions in Spanish, and no Spanish itself."
    else:
        for path in _LISTS:
            there, said = len(getattr(course, path)), len(getattr(course.es, path))
            if there != said:
                message = f'"{path}" has {there} lines in English and {said} in Spanish.'
                break
    if message:
        problems.add("SPANISH-MISSING", message, entry.place(path), hint=_HINT, subject=course.title)


def _check_session(entry: Entry[Session], problems: Problems) -> None:
    lacks = list(lacking_spanish(entry.record))
    if not lacks:
        return
    if has_spanish(entry.record):
        message = f"Participants read this in English only: {', '.join(lack.en for lack in lacks)}."
    else:
        message = "This session has no Spanish, and others of its course have."
    problems.add("SPANISH-MISSING", message, entry.place(*lacks[0].path), hint=_HINT, subject=entry.record.title)
