"""Training in Spanish: what participants read of a course and its sessions, and what is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coaching_manual.index import Index
from coaching_manual.languages import SPANISH, in_hours
from coaching_manual.model import AgendaStep, Curriculum, Handout, Session, lacking_spanish
from coaching_manual.views.curricula import Training
from coaching_manual.views.shapes import Link, TermLink
from coaching_manual.views.spanish import InSpanish
from coaching_manual.views.training_shapes import SessionLink, SessionView, SpanishCourseView, StepOfAgenda
from coaching_manual.views.training_words import GROUPING_IN_SPANISH, PART_WORDS, READER_WORDS


class TrainingInSpanish:
    """The views over the curricula of an index for pages in Spanish: the English ones, said in Spanish."""

    def __init__(self, index: Index, training: Training, words: InSpanish) -> None:
        self._index = index
        self._training = training
        self._words = words

    def curricula(self) -> tuple[SpanishCourseView, ...]:
        """The courses of which a session is there in Spanish, in the order that they have in English."""
        ids = (view.curriculum.id for view in self._training.curricula())
        return tuple(self.curriculum(one) for one in ids if self._is_there(one))

    def curriculum(self, curriculum_id: str) -> SpanishCourseView:
        """A course that carries Spanish."""
        course: Curriculum = self._index.find("curriculum", curriculum_id).record
        if course.es is None:
            raise ValueError(f"{curriculum_id} has no Spanish")
        sessions = [entry.record for entry in self._index.sessions.get(course.id, ())]
        return SpanishCourseView(
            curriculum=course,
            es=course.es,
            href=f"curriculum:{course.id}",
            audiences=self._words.audience_titles(course.audience),
            duration=in_hours(sum(session.minutes for session in sessions), SPANISH),
            count=len(sessions),
            sessions=tuple(self.session(session.id) for session in sessions if session.es),
            missing=tuple(
                Link(session.title, f"session:{session.id}", f"Sesión {session.number}", lang="en")
                for session in sessions
                if session.es is None
            ),
        )

    def session(self, session_id: str) -> SessionView:
        """A session that carries Spanish, for its participants."""
        session: Session = self._index.find("session", session_id).record
        course: Curriculum = self._index.find("curriculum", session.curriculum).record
        shown, es = self._training.session(session_id), session.es
        if es is None:
            raise ValueError(f"{session_id} has no Spanish")
        pairs = zip(shown.steps, session.agenda, strict=True)
        return replace(
            shown,
            language=SPANISH,
            title=es.title,
            summary=es.summary,
            duration=in_hours(session.minutes, SPANISH),
            curriculum=replace(shown.curriculum, text=course.es.title if course.es else course.title),
            begins=replace(shown.begins, language=SPANISH),
            ends=replace(shown.ends, language=SPANISH),
            outcomes=tuple(outcome.es for outcome in session.outcomes if outcome.es),
            terms=tuple(TermLink(one.id, one.name, one.definition) for one in self._words.names(session.terms)),
            pre_work=es.pre_work,
            follow_up=es.follow_up,
            steps=tuple(self._step(step, said) for step, said in pairs),
            handouts=tuple(self._sheets(shown.handouts)),
            previous=self._neighbour(course.id, shown.previous),
            next=self._neighbour(course.id, shown.next),
            missing=tuple(lack.es for lack in lacking_spanish(session)),
        )

    def _is_there(self, curriculum_id: str) -> bool:
        course: Curriculum = self._index.find("curriculum", curriculum_id).record
        return course.es is not None and any(one.record.es for one in self._index.sessions.get(curriculum_id, ()))

    def _step(self, step: StepOfAgenda, said: AgendaStep) -> StepOfAgenda:
        return replace(
            step,
            title=said.es.title if said.es else said.title,
            language=SPANISH if said.es else step.language,
            begins=replace(step.begins, language=SPANISH),
            part=PART_WORDS[SPANISH][said.part],
            grouping=GROUPING_IN_SPANISH.get(said.grouping or "", ""),
            participants=(said.es.participants or "") if said.es else "",
            handouts=tuple(self._sheets(step.handouts)),
        )

    def _sheets(self, links: tuple[Link, ...]) -> Iterator[Link]:
        for link in links:
            sheet: Handout = self._index.find("handout", link.href.partition(":")[2]).record
            note = READER_WORDS[SPANISH][sheet.readers] if link.note else ""
            yield replace(link, text=sheet.es.title, note=note) if sheet.es else replace(link, note=note, lang="en")

    def _neighbour(self, course_id: str, link: SessionLink | None) -> SessionLink | None:
        """The session before or after, if it is there in Spanish."""
        if link is None:
            return None
        session: Session = self._index.find("session", f"{course_id}/{link.number}").record
        return replace(link, title=session.es.title) if session.es else None
