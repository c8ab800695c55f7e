"""The shapes of what templates get of the communication plan."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coaching_manual.model import Activity, Channel, Message, PlanAudience, ReadyText, SchoolCalendar, Source
from coaching_manual.text_messages import TextMessage
from coaching_manual.views.shapes import Link


@dataclass(frozen=True)
class PlannedDay:
    """An activity on one of its days."""

    day: datetime.date
    short: str  # Tue, Sep 15
    long: str  # September 15, 2026
    time: str
    activity: Activity
    href: str
    audiences: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True)
class CalendarDay:
    """A day of a month on the year calendar; ``kind`` is school, break, weekend or outside."""

    day: datetime.date
    kind: str
    note: str
    planned: tuple[PlannedDay, ...]


@dataclass(frozen=True)
class MonthView:
    """A month: its weeks from Monday to Sunday (None: a day of another month), and what happens in it."""

    key: str
    title: str
    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    planned: tuple[PlannedDay, ...]
    breaks: tuple[str, ...]


@dataclass(frozen=True)
class YearView:
    """The school year with its months."""

    year: SchoolCalendar
    sample: bool
    months: tuple[MonthView, ...]
    semesters: tuple[tuple[str, str], ...]
    count: int


@dataclass(frozen=True)
class ActivityView:
    """An activity with everything that belongs to it, in words."""

    activity: Activity
    href: str
    phase: str
    when: str
    days: tuple[PlannedDay, ...]
    left_out: tuple[str, ...]
    audiences: tuple[Link, ...]
    messages: tuple[Link, ...]
    channels: tuple[str, ...]
    languages: str
    needs: tuple[Link, ...]
    needed_by: tuple[Link, ...]
    steps: tuple[Link, ...]
    feeds: Link | None
    reports: tuple[Link, ...]


@dataclass(frozen=True)
class MeasureInPlan:
    """The activities that feed an accountability measure, and those in which people hear its figures."""

    fed_by: tuple[ActivityView, ...]
    told_in: tuple[ActivityView, ...]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.fed_by or self.told_in)


@dataclass(frozen=True)
class TextView:
    """A text to copy, and how phones count it, in English and in Spanish, if it is a text message."""

    text: ReadyText
    kind: str
    key: str
    audiences: tuple[str, ...]
    counted: TextMessage
    counted_es: TextMessage | None


@dataclass(frozen=True)
class MessageView:
    """A key message: who hears it, through what, and the texts that carry it."""

    message: Message
    href: str
    audiences: tuple[Link, ...]
    activities: tuple[ActivityView, ...]
    proof: tuple[tuple[str, tuple[Source, ...]], ...]
    texts: tuple[TextView, ...]
    flyer_href: str | None
    spanish_draft: bool


@dataclass(frozen=True)
class PlanAudienceView:
    """An audience: what it will hear, from whom, when, and how it answers."""

    audience: PlanAudience
    href: str
    calendar_href: str
    side: str
    messages: tuple[MessageView, ...]
    activities: tuple[ActivityView, ...]
    days: tuple[PlannedDay, ...]
    spanish_draft: bool


@dataclass(frozen=True)
class PhaseView:
    """A phase of the plan, with the steps of RPIE that it is."""

    id: str
    title: str
    step: str
    about: str
    when: str
    activities: tuple[ActivityView, ...]
    silent: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MatrixCell:
    """How often an audience hears a message; ``kind`` is heard, gap or not-meant."""

    kind: str
    times: int
    message: str


@dataclass(frozen=True)
class MatrixView:
    """Audiences against messages, and what is not covered."""

    messages: tuple[MessageView, ...]
    rows: tuple[tuple[PlanAudienceView, tuple[MatrixCell, ...]], ...]
    gaps: tuple[tuple[Link, Link], ...]


@dataclass(frozen=True)
class ChannelView:
    """A channel, and how many activities use it."""

    channel: Channel
    used: int
