"""Training: courses, sessions with clock times, and what is handed out, each for those who read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from coaching_manual.addresses import session_page
from coaching_manual.index import Index, alphabetical
from coaching_manual.languages import in_hours, listed
from coaching_manual.model import AgendaStep, Curriculum, Evaluation, Handout, Session, Source
from coaching_manual.structure import Entry
from coaching_manual.views.shapes import Link, TermLink
from coaching_manual.views.strategy import StrategyViews
from coaching_manual.views.training_shapes import (
    Clock,
    CurriculumView,
    FacilitatorView,
    HandoutOrigin,
    HandoutView,
    SessionLink,
    SessionView,
    SheetToPrint,
    StandardView,
    StepOfAgenda,
    StepToLead,
)
from coaching_manual.views.training_words import PART_WORDS, READER_WORDS, copies_in_words

LEVELS_OF_EVALUATION = {
    "reaction": "What participants say",
    "learning": "What they can do at the end",
    "use": "What they use at work",
    "result": "What changes through it",
}


class Training:
    """The views over all curricula of an index."""

    def __init__(self, index: Index, strategy: StrategyViews) -> None:
        self._index = index
        self._strategy = strategy

    def curricula(self) -> tuple[CurriculumView, ...]:
        """All courses, in the order of the action steps that they serve, then of the alphabet."""
        courses: list[Curriculum] = [entry.record for entry in self._index.tables["curriculum"].values()]
        courses.sort(key=lambda course: (min(course.action_steps), alphabetical(course.title)))
        return tuple(self.curriculum(course.id) for course in courses)

    def curriculum(self, curriculum_id: str) -> CurriculumView:
        """A course."""
        course: Curriculum = self._index.find("curriculum", curriculum_id).record
        sessions = [entry.record for entry in self._index.sessions.get(course.id, ())]
        return CurriculumView(
            curriculum=course,
            href=f"curriculum:{course.id}",
            audiences=tuple(self._titles(course.audience)),
            steps=self._strategy.named_for(f"curriculum:{course.id}"),
            levels=tuple(self._terms(course.levels)),
            groups=tuple(self._terms(course.groups)),
            sessions=tuple(self.to_lead(session.id) for session in sessions),
            duration=in_hours(sum(session.minutes for session in sessions)),
            standards=tuple(
                StandardView(source, standard.elements)
                for standard in course.standards
                for source in self._sources([standard.source])
            ),
            sources=tuple(self._sources(course.sources)),
            evaluation=tuple(_evaluated(course.evaluation)),
        )

    def resting_on(self, source_id: str) -> tuple[Link, ...]:
        """The courses that rest on a source, or serve it as a standard."""
        courses = (entry.record for entry in self._index.tables["curriculum"].values())
        return tuple(
            _course_link(course)
            for course in courses
            if source_id in course.sources or any(source_id == one.source for one in course.standards)
        )

    def session(self, session_id: str) -> SessionView:
        """A session for its participants."""
        session: Session = self._index.find("session", session_id).record
        course: Curriculum = self._index.find("curriculum", session.curriculum).record
        numbers = [entry.record.number for entry in self._index.sessions[course.id]]
        at = numbers.index(session.number)
        return SessionView(
            id=session.id,
            number=session.number,
            title=session.title,
            summary=session.summary,
            minutes=session.minutes,
            duration=in_hours(session.minutes),
            href=f"session:{session.id}",
            facilitator_href=_facilitator(session.id),
            curriculum=_course_link(course),
            count=len(numbers),
            begins=Clock(0, course.start_time),
            ends=Clock(session.minutes, course.start_time),
            outcomes=tuple(outcome.text for outcome in session.outcomes),
            terms=tuple(self._terms(session.terms)),
            pre_work=session.pre_work,
            follow_up=session.follow_up,
            steps=tuple(self._steps(session, course.start_time)),
            handouts=self._handouts(session, _used(session), for_facilitator=False),
            previous=self._neighbour(course.id, numbers[at - 1] if at else None),
            next=self._neighbour(course.id, numbers[at + 1] if at + 1 < len(numbers) else None),
        )

    def to_lead(self, session_id: str) -> FacilitatorView:
        """A session for its facilitator."""
        session: Session = self._index.find("session", session_id).record
        shown = self.session(session_id)
        outcomes = [outcome.id for outcome in session.outcomes]
        steps = (
            StepToLead(
                public,
                step.do or "",
                step.say or "",
                self._handouts(session, step.handouts, for_facilitator=True),
                _practices([outcomes.index(name) + 1 for name in step.outcomes if name in outcomes]),
            )
            for public, step in zip(shown.steps, session.agenda, strict=True)
        )
        before = self._handed_out_before(session)
        return FacilitatorView(
            shown,
            session,
            tuple(steps),
            to_print=tuple(self._to_print(session, before)),
            again=tuple(self._again(session, before)),
            outcomes=session.outcomes,
        )

    def _to_print(self, session: Session, before: Mapping[str, int]) -> Iterator[SheetToPrint]:
        """The sheets that a session hands out for the first time, in the order of its steps."""
        for one, handout in self._known(session, _used(session)):
            if handout.id not in before:
                yield SheetToPrint(one, _handout_link(handout, session.curriculum), _copies(handout))

    def _again(self, session: Session, before: Mapping[str, int]) -> Iterator[Link]:
        """The sheets of earlier sessions that a session uses again, each with the session it is from."""
        for _, handout in self._known(session, _used(session)):
            if handout.id in before:
                note = f"from session {before[handout.id]}"
                yield replace(_handout_link(handout, session.curriculum), note=note)

    def _handed_out_before(self, session: Session) -> Mapping[str, int]:
        """The ids of the handouts that earlier sessions use, each with the number of the first of them."""
        found: dict[str, int] = {}
        for entry in self._index.sessions.get(session.curriculum, ()):
            if entry.record.number < session.number:
                for name in _used(entry.record):
                    found.setdefault(name, entry.record.number)
        return found

    def handout(self, handout_id: str) -> HandoutView:
        """A handout, by the id of its course and its own: coaching-foundations/request-cards."""
        entry: Entry[Handout] = self._index.find("handout", handout_id)
        handout = entry.record
        course: Curriculum = self._index.find("curriculum", handout_id.partition("/")[0]).record
        session = next(one.record for one in self._index.sessions[course.id] if one.document is entry.document)
        count = len(self._index.sessions[course.id])
        in_spanish = _origin_in_spanish(handout, session, course, count)
        return HandoutView(handout, _origin(handout, session, course), in_spanish)

    def _steps(self, session: Session, start: str) -> Iterator[StepOfAgenda]:
        begins = accumulate((step.minutes for step in session.agenda), initial=0)
        for number, (step, after) in enumerate(zip(session.agenda, begins, strict=False), 1):
            yield self._step(number, step, Clock(after, start), session)

    def _step(self, number: int, step: AgendaStep, begins: Clock, session: Session) -> StepOfAgenda:
        return StepOfAgenda(
            number,
            step.title,
            step.minutes,
            begins,
            PART_WORDS["en"][step.part],
            step.grouping or "",
            step.participants or "",
            self._handouts(session, step.handouts, for_facilitator=False),
            is_break=step.part == "break",
        )

    def _handouts(self, session: Session, names: Iterable[str], *, for_facilitator: bool) -> tuple[Link, ...]:
        """Links to handouts; participants are not told of those that are the facilitator's."""
        return tuple(
            _handout_link(handout, session.curriculum)
            for _, handout in self._known(session, names)
            if for_facilitator or not handout.is_key
        )

    def _known(self, session: Session, names: Iterable[str]) -> Iterator[tuple[str, Handout]]:
        """The handouts of a course with these ids, each with the id that links name it by."""
        table = self._index.tables["handout"]
        ids = (f"{session.curriculum}/{name}" for name in names)
        return ((one, table[one].record) for one in ids if one in table)

    def _neighbour(self, course_id: str, number: int | None) -> SessionLink | None:
        if number is None:
            return None
        session: Session = self._index.find("session", f"{course_id}/{number}").record
        return SessionLink(number, session.title, f"session:{session.id}", _facilitator(session.id))

    def _titles(self, audience_ids: Sequence[str]) -> Iterator[str]:
        table = self._index.tables["audience"]
        return (table[one].record.title for one in audience_ids if one in table)

    def _terms(self, term_ids: Iterable[str]) -> Iterator[TermLink]:
        found = (self._index.terms[one].record for one in term_ids if one in self._index.terms)
        return (TermLink(term.id, term.term, term.definition) for term in found)

    def _sources(self, source_ids: Iterable[str]) -> Iterator[Source]:
        table: dict[str, Entry[Source]] = dict(self._index.tables["source"])
        return (table[one].record for one in source_ids if one in table)


def _used(session: Session) -> tuple[str, ...]:
    """The ids of the handouts that the steps of a session use, each once, in the order of the steps."""
    return tuple(dict.fromkeys(name for step in session.agenda for name in step.handouts))


def _facilitator(session_id: str) -> str:
    return f"page:{session_page(session_id, facilitator=True)}"


def _course_link(course: Curriculum) -> Link:
    return Link(course.title, f"curriculum:{course.id}", course.purpose)


def _handout_link(handout: Handout, course_id: str) -> Link:
    """A link to a handout; that it is for participants, as most of them are, is not said."""
    note = "" if handout.readers == "participants" else READER_WORDS["en"][handout.readers]
    return Link(handout.title, f"handout:{course_id}/{handout.id}", note)


def _copies(handout: Handout) -> str:
    """Who gets a sheet and how many copies are needed, in as few words as will do."""
    if handout.is_key and handout.copies_for is None:
        return READER_WORDS["en"][handout.readers]
    copies = copies_in_words(handout.needed)
    if handout.readers == "participants":
        return copies[0].upper() + copies[1:]
    return f"{READER_WORDS['en'][handout.readers]}, {copies}"


def _origin(handout: Handout, session: Session, course: Curriculum) -> HandoutOrigin:
    href = _facilitator(session.id) if handout.is_key else f"session:{session.id}"
    link = Link(f"Session {session.number}: {session.title}", href)
    return HandoutOrigin(_course_link(course), link, READER_WORDS["en"][handout.readers])


def _origin_in_spanish(handout: Handout, session: Session, course: Curriculum, count: int) -> HandoutOrigin:
    """The same in Spanish. A course without Spanish keeps its English name, marked as such; a session, its number."""
    english = _origin(handout, session, course)
    from_course, from_session = english.curriculum, english.session
    title = f"Sesión {session.number}" + (f": {session.es.title}" if session.es else f" de {count}")
    return HandoutOrigin(
        replace(from_course, text=course.es.title if course.es else course.title, lang="" if course.es else "en"),
        replace(from_session, text=title),
        READER_WORDS["es"][handout.readers],
    )


def _evaluated(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    return ((words, getattr(evaluation, level)) for level, words in LEVELS_OF_EVALUATION.items())


def _practices(outcomes: Sequence[int]) -> str:
    """The outcomes that a step practices, by their numbers in the list of the session."""
    name = "outcome" if len(outcomes) == 1 else "outcomes"
    return f"{name} {listed([str(number) for number in outcomes])}" if outcomes else ""
