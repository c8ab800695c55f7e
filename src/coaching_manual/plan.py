"""The communication plan as a whole: who hears what on which days.

Rules, views and calendar files ask the same questions; here they are answered once.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from coaching_manual.index import Index
from coaching_manual.model import Activity, Channel, Message, PlanAudience, SchoolCalendar, TextKind
from coaching_manual.schedule import Schedule, SchoolDays
from coaching_manual.structure import Entry

PHASES = ("prepare", "launch", "sustain", "report")
TEXT_MESSAGE: TextKind = "text message"


@dataclass(frozen=True)
class Heard:
    """An audience hears a message through an activity, for the first time on a day."""

    audience: str
    message: str
    activity: Entry[Activity]
    first: datetime.date


class Plan:
    """The communication plan of an index."""

    def __init__(self, index: Index) -> None:
        self.audiences: Mapping[str, Entry[PlanAudience]] = index.tables["plan-audience"]
        self.messages: Mapping[str, Entry[Message]] = index.tables["message"]
        self.channels: Mapping[str, Entry[Channel]] = index.tables["channel"]
        self.all_activities: Mapping[str, Entry[Activity]] = index.tables["activity"]
        self.year_entry: Entry[SchoolCalendar] | None = index.framework.school_year

    @cached_property
    def days(self) -> SchoolDays | None:
        """The school year, if there is one."""
        return SchoolDays(self.year_entry.record) if self.year_entry else None

    @cached_property
    def activities(self) -> tuple[Entry[Activity], ...]:
        """The activities that are not dropped, by their first day; those without a day come last."""
        alive = [entry for entry in self.all_activities.values() if entry.record.status != "dropped"]
        return tuple(sorted(alive, key=lambda entry: (self.first_day(entry.record), entry.record.id)))

    @cached_property
    def _schedules(self) -> dict[str, Schedule]:
        days = self.days
        return {name: days.schedule(one.record) for name, one in self.all_activities.items()} if days else {}

    def schedule(self, activity: Activity) -> Schedule:
        """The days of an activity; none without a school year."""
        return self._schedules.get(activity.id, Schedule(()))

    def first_day(self, activity: Activity) -> datetime.date:
        """The first day of an activity; the end of time if it has none."""
        return next(iter(self.schedule(activity).days), datetime.date.max)

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """Which audience hears which message through which activity."""
        return tuple(self._heard())

    def _heard(self) -> Iterator[Heard]:
        for entry in self.activities:
            days = self.schedule(entry.record).days
            for message_id in entry.record.messages if days else ():
                meant = self.messages[message_id].record.audiences if message_id in self.messages else ()
                for audience in entry.record.audiences:
                    if audience in meant:
                        yield Heard(audience, message_id, entry, days[0])

    def first_heard(self, message: str, audience: str) -> Heard | None:
        """When an audience hears a message for the first time."""
        found = (one for one in self.heard if one.message == message and one.audience == audience)
        return min(found, key=lambda one: one.first, default=None)

    def needs_spanish(self, audience_ids: tuple[str, ...]) -> list[PlanAudience]:
        """Those of some audiences that must hear in Spanish."""
        known = (self.audiences[one].record for one in audience_ids if one in self.audiences)
        return [one for one in known if "es" in one.languages]
