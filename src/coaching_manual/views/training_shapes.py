"""The shapes of what templates get of the training."""

from __future__ import annotations

from dataclasses import dataclass

from coaching_manual.languages import ENGLISH, Language, on_the_clock
from coaching_manual.model import Curriculum, Handout, Outcome, Session, Source, SpanishCurriculum
from coaching_manual.views.shapes import Link, TermLink


@dataclass(frozen=True)
class Clock:
    """A time of day: minutes ``after`` the start of the session."""

    after: int
    start: str
    language: Language = ENGLISH

    @property
    def _minutes(self) -> int:
        hours, minutes = map(int, self.start.split(":"))
        return (hours * 60 + minutes + self.after) % (24 * 60)

    @property
    def exact(self) -> str:
        """As programs read it.

        >>> Clock(45, "12:30").exact
        '13:15'
        """
        return f"{self._minutes // 60:02}:{self._minutes % 60:02}"

    @property
    def words(self) -> str:
        """As people write it.

        >>> Clock(45, "12:30").words
        '1:15 p.m.'
        """
        return on_the_clock(self._minutes, self.language)


@dataclass(frozen=True)
class StepOfAgenda:
    """A step as everybody may see it, with its time. ``participants`` is what participants do.

    ``language`` is that of its title: English on a page in Spanish for a step that has no Spanish yet.
    """

    number: int
    title: str
    minutes: int
    begins: Clock
    part: str
    grouping: str
    participants: str
    handouts: tuple[Link, ...]
    is_break: bool
    language: Language = ENGLISH


@dataclass(frozen=True)
class StepToLead:
    """A step with what only its facilitator sees."""

    shown: StepOfAgenda
    do: str
    say: str
    handouts: tuple[Link, ...]
    practices: str


@dataclass(frozen=True)
class SessionLink:
    """The session before or after another one: its pages for participants and for the facilitator."""

    number: int
    title: str
    href: str
    facilitator_href: str


@dataclass(frozen=True)
class SessionView:
    """A session as participants may see it: nothing that is meant for the facilitator is in here.

    ``missing`` names, in Spanish, what a session in Spanish does not say in Spanish yet.
    """

    id: str
    number: int
    title: str
    summary: str
    minutes: int
    duration: str
    href: str
    facilitator_href: str
    curriculum: Link
    count: int
    begins: Clock
    ends: Clock
    outcomes: tuple[str, ...]
    terms: tuple[TermLink, ...]
    pre_work: str | None
    follow_up: str | None
    steps: tuple[StepOfAgenda, ...]
    handouts: tuple[Link, ...]
    previous: SessionLink | None
    next: SessionLink | None
    language: Language = ENGLISH
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetToPrint:
    """A sheet in the print list of a session: ``copies`` says who gets it, and how many.

    ``id`` is that of the handout with its course; where PDFs are made, their pages are found by it.
    """

    id: str
    link: Link
    copies: str


@dataclass(frozen=True)
class FacilitatorView:
    """A session as its facilitator sees it.

    ``to_print`` are the sheets that are handed out here for the first time; ``again`` are those that participants
    have from an earlier session.
    """

    shown: SessionView
    session: Session
    steps: tuple[StepToLead, ...]
    to_print: tuple[SheetToPrint, ...]
    again: tuple[Link, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class StandardView:
    """A standard that a course serves, and which parts of it."""

    source: Source
    elements: str


@dataclass(frozen=True)
class CurriculumView:
    """A course with its sessions, and all that has to be prepared for it."""

    curriculum: Curriculum
    href: str
    audiences: tuple[str, ...]
    steps: tuple[Link, ...]
    levels: tuple[TermLink, ...]
    groups: tuple[TermLink, ...]
    sessions: tuple[FacilitatorView, ...]
    duration: str
    standards: tuple[StandardView, ...]
    sources: tuple[Source, ...]
    evaluation: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HandoutOrigin:
    """Where a handout is from, in a language: its course and session, and who gets it in words."""

    curriculum: Link
    session: Link
    readers: str


@dataclass(frozen=True)
class HandoutView:
    """A handout, and where it is from in both languages."""

    handout: Handout
    origin: HandoutOrigin
    origin_es: HandoutOrigin


@dataclass(frozen=True)
class SpanishCourseView:
    """A course as participants read it in Spanish. ``missing`` are the sessions that are there in English only."""

    curriculum: Curriculum
    es: SpanishCurriculum
    href: str
    audiences: tuple[str, ...]
    duration: str
    count: int
    sessions: tuple[SessionView, ...]
    missing: tuple[Link, ...]
