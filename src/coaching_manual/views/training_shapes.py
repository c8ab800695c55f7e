"""The shapes of what templates get of the training."""

from __future__ import annotations

from dataclasses import dataclass

from coaching_manual.model import Curriculum, Handout, Outcome, Session, Source
from coaching_manual.views.shapes import Link, TermLink


@dataclass(frozen=True)
class Clock:
    """A time of day: minutes ``after`` the start of the session."""

    after: int
    start: str

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

        >>> Clock(45, "12:30").words, Clock(0, "00:05").words
        ('1:15 p.m.', '12:05 a.m.')
        """
        hours, minutes = divmod(self._minutes, 60)
        return f"{hours % 12 or 12}:{minutes:02} {'p.m.' if hours >= 12 else 'a.m.'}"  # noqa: PLR2004 - noon


@dataclass(frozen=True)
class StepOfAgenda:
    """A step as everybody may see it, with its time. ``participants`` is what participants do."""

    number: int
    title: str
    minutes: int
    begins: Clock
    part: str
    grouping: str
    participants: str
    handouts: tuple[Link, ...]
    is_break: bool


@dataclass(frozen=True)
class StepToLead:
    """A step with what only its facilitator sees."""

    shown: StepOfAgenda
    do: str
    say: str
    handouts: tuple[Link, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class SessionLink:
    """The session before or after another one: its pages for participants and for the facilitator."""

    number: int
    title: str
    href: str
    facilitator_href: str


@dataclass(frozen=True)
class SessionView:
    """A session as participants may see it: nothing that is meant for the facilitator is in here."""

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


@dataclass(frozen=True)
class FacilitatorView:
    """A session as its facilitator sees it."""

    shown: SessionView
    session: Session
    steps: tuple[StepToLead, ...]
    handouts: tuple[Link, ...]
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
class HandoutView:
    """A handout, the course and the session that it comes from, and who gets it in words."""

    handout: Handout
    curriculum: Link
    session: Link
    readers: str
