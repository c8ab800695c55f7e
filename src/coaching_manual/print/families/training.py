"""Packs of the training: for whoever leads a course, for participants, and the handouts to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coaching_manual.addresses import curriculum_page, handout_page, session_page
from coaching_manual.languages import ENGLISH, SPANISH, Language, in_language
from coaching_manual.manual import Manual
from coaching_manual.model import Curriculum, Handout, Session, lacking_spanish
from coaching_manual.print.packs import Pack, Part
from coaching_manual.print.words import WORDS
from coaching_manual.views.training_words import READER_WORDS

_GROUP = "Training"


def training_packs(manual: Manual) -> Iterator[Pack]:
    """The packs of every course."""
    for entry in manual.index.framework.curricula:
        course = entry.record
        sessions = [one.record for one in manual.index.sessions.get(course.id, ())]
        if sessions:
            english, spanish = tuple(_handouts(course, sessions)), tuple(_handouts_in_spanish(course, sessions))
            yield _facilitator(course, sessions, lists=(*english, *spanish))
            yield _participant(course, sessions)
            yield from english
            yield from _participant_in_spanish(course, sessions)
            yield from spanish


def handout_packs(manual: Manual, handout_id: str) -> Iterator[Pack]:
    """A handout by itself, by the ids of its course and its own: in English, and in Spanish if it is there."""
    course: Curriculum = manual.index.tables["curriculum"][handout_id.partition("/")[0]].record
    sessions = [one.record for one in manual.index.sessions[course.id]]
    found = ((sheet, session) for session in sessions for sheet in session.handouts)
    sheet, session = next((sheet, one) for sheet, one in found if f"{course.id}/{sheet.id}" == handout_id)
    for language in (ENGLISH, SPANISH):
        if language == ENGLISH or sheet.es:
            yield Pack(
                record=handout_id,
                id=f"{course.id}-handout-{sheet.id}" + ("-es" if language == SPANISH else ""),
                title=sheet.es.title if sheet.es and language == SPANISH else sheet.title,
                kind="facilitator" if sheet.is_key else "handouts",
                edition=_edition(sheet, course, language),
                language=language,
                parts=(_sheet(course, sheet, session, sessions, level=1, language=language),),
                of=(),
                group=_GROUP,
                front="none",
                fillable=True,
            )


def _edition(sheet: Handout, course: Curriculum, language: Language) -> str:
    """For whom a sheet is, or of which course: families and students are told nothing of a course."""
    if sheet.is_handed_on:
        return READER_WORDS[language][sheet.readers]
    return WORDS[language]["handout_of"].format(course=_title(course, language))


def _title(course: Curriculum, language: Language) -> str:
    """What a course is called in a language; in English, if it has no Spanish."""
    return course.es.title if course.es and language == SPANISH else course.title


def _facilitator(course: Curriculum, sessions: Sequence[Session], lists: tuple[Pack, ...]) -> Pack:
    parts = [Part(curriculum_page(course.id), running="The course at a glance", right=True)]
    for session in sessions:
        parts.append(_session(session, sessions, facilitator=True))
        parts += [_sheet(course, sheet, session, sessions) for sheet in session.handouts if sheet.is_key]
    return Pack(
        record=course.id,
        id=f"{course.id}-facilitator",
        title=course.title,
        kind="facilitator",
        edition="Facilitator edition",
        parts=tuple(parts),
        of=(curriculum_page(course.id),),
        group=_GROUP,
        about=(course.purpose,),
        lists=lists,
    )


def _participant(course: Curriculum, sessions: Sequence[Session]) -> Pack:
    return Pack(
        record=course.id,
        id=f"{course.id}-participant",
        title=course.title,
        kind="participant",
        edition="Participant edition",
        parts=tuple(_for_participants(course, sessions, "en")),
        of=(curriculum_page(course.id),),
        group=_GROUP,
        about=(course.purpose,),
        fillable=True,
        copies=True,
    )


def _participant_in_spanish(course: Curriculum, sessions: Sequence[Session]) -> Iterator[Pack]:
    """The sessions that are there in Spanish, with their handouts; what is not there is listed."""
    if course.es and any(session.es for session in sessions):
        yield Pack(
            record=course.id,
            id=f"{course.id}-participant-es",
            title=course.es.title,
            kind="participant",
            edition="Edición para participantes",
            language=SPANISH,
            parts=tuple(_for_participants(course, sessions, SPANISH)),
            of=_pages_in_spanish(course),
            group=_GROUP,
            about=(course.es.purpose,),
            missing=tuple(_missing(sessions)),
            fillable=True,
            copies=True,
        )


def _for_participants(course: Curriculum, sessions: Sequence[Session], language: Language) -> Iterator[Part]:
    for session in sessions:
        if language == ENGLISH or session.es:
            yield _session(session, sessions, facilitator=False, language=language)
        for sheet in session.handouts:
            if not sheet.is_key and (language == ENGLISH or sheet.es):
                yield _sheet(course, sheet, session, sessions, language=language)


def _missing(sessions: Sequence[Session]) -> Iterator[str]:
    """What participants of a course do not get in Spanish, by its name in English."""
    for session in sessions:
        lacks = [lack.en for lack in lacking_spanish(session)]
        if lacks:
            parts = f": {', '.join(lacks)}" if session.es else ""
            yield f"Session {session.number}, {session.title}{parts}"
        yield from (sheet.title for sheet in session.handouts if not (sheet.es or sheet.is_key))


def _pages_in_spanish(course: Curriculum) -> tuple[str, ...]:
    """The pages that offer what is printed in Spanish: those of the course in both languages."""
    page = curriculum_page(course.id)
    return (page, in_language(page, SPANISH))


def _handouts(course: Curriculum, sessions: Sequence[Session]) -> Iterator[Pack]:
    sheets = _copied(sessions)
    if sheets:
        yield Pack(
            record=course.id,
            id=f"{course.id}-handouts",
            title=course.title,
            kind="handouts",
            edition="Handouts, one sheet after the other",
            parts=tuple(_sheet(course, sheet, session, sessions, level=1) for sheet, session in sheets),
            of=(curriculum_page(course.id),),
            group=_GROUP,
            front="list",
            fillable=True,
            copies=True,
        )


def _handouts_in_spanish(course: Curriculum, sessions: Sequence[Session]) -> Iterator[Pack]:
    """The handouts that are there in Spanish; what is not there is listed."""
    sheets = _copied(sessions)
    spanish = [(sheet, session) for sheet, session in sheets if sheet.es]
    if spanish:
        yield Pack(
            record=course.id,
            id=f"{course.id}-handouts-es",
            title=_title(course, SPANISH),
            kind="handouts",
            edition="Hojas de trabajo, una tras otra",
            language=SPANISH,
            parts=tuple(
                _sheet(course, sheet, session, sessions, level=1, language=SPANISH) for sheet, session in spanish
            ),
            of=_pages_in_spanish(course),
            group=_GROUP,
            front="list",
            missing=tuple(sheet.title for sheet, _ in sheets if not sheet.es),
            fillable=True,
            copies=True,
        )


def _copied(sessions: Sequence[Session]) -> list[tuple[Handout, Session]]:
    """The handouts that are copied for others than the facilitator, each with its session."""
    return [(sheet, session) for session in sessions for sheet in session.handouts if not sheet.is_key]


def _session(session: Session, sessions: Sequence[Session], *, facilitator: bool, language: Language = ENGLISH) -> Part:
    words = WORDS[language]
    return Part(
        in_language(session_page(session.id, facilitator=facilitator), language),
        numbered="" if facilitator else words["session_short"].format(number=session.number),
        running=words["session"].format(number=session.number, count=len(sessions)),
        right=True,
    )


def _sheet(
    course: Curriculum,
    sheet: Handout,
    session: Session,
    sessions: Sequence[Session],
    *,
    level: int = 2,
    language: Language = ENGLISH,
) -> Part:
    words = WORDS[language]
    title = sheet.es.title if sheet.es and language == SPANISH else sheet.title
    session_of = words["session"].format(number=session.number, count=len(sessions))
    return Part(
        handout_page(f"{course.id}/{sheet.id}"),
        level=level,
        numbered=words["session_short"].format(number=session.number) if level == 1 else "",
        running=f"{session_of} · {title}",
        leaf=level == 1 or sheet.leaves_the_pack,
        address=True,
        copies=sheet.needed,
    )
