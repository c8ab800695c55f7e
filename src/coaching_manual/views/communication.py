"""The communication plan for those who show it: by phase, by audience, by message and by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from coaching_manual.addresses import WHOLE_CALENDAR, calendar_file, flyer_page
from coaching_manual.index import Index
from coaching_manual.languages import in_words, listed
from coaching_manual.model import Activity, Message, PlanAudience, Source
from coaching_manual.plan import PHASES, Plan
from coaching_manual.schedule import in_rule_words
from coaching_manual.text_messages import count
from coaching_manual.views.plan_shapes import (
    ActivityView,
    ChannelView,
    MatrixCell,
    MatrixView,
    MeasureInPlan,
    MessageView,
    PhaseView,
    PlanAudienceView,
    PlannedDay,
    TextView,
    YearView,
)
from coaching_manual.views.plan_spanish import SpanishPlan
from coaching_manual.views.plan_words import (
    LANGUAGE_WORDS,
    PHASE_WORDS,
    SIDE_WORDS,
    TEXT_WORDS,
    clock,
    short_day,
)
from coaching_manual.views.plan_year import year_view
from coaching_manual.views.shapes import Link
from coaching_manual.views.strategy import StrategyViews

_FEW_DAYS = 3


class Communication:
    """The views over the communication plan of an index."""

    def __init__(self, index: Index, strategy: StrategyViews) -> None:
        self._index = index
        self._strategy = strategy
        self._plan = Plan(index)
        self.spanish = SpanishPlan(index, self._plan)

    def __bool__(self) -> bool:
        """Whether there is a plan."""
        return bool(self._plan.audiences)

    # ---- Days ----

    def year(self) -> YearView | None:
        """The school year with its months and everything that happens; None if there is no calendar."""
        days = self._plan.days
        return year_view(days, self.planned) if days else None

    @cached_property
    def planned(self) -> tuple[PlannedDay, ...]:
        """Every day of every activity, in their order."""
        found = (day for entry in self._plan.activities for day in self._days_of[entry.record.id])
        return tuple(sorted(found, key=lambda one: (one.day, one.activity.at or "", one.activity.title)))

    @cached_property
    def _days_of(self) -> Mapping[str, tuple[PlannedDay, ...]]:
        """The days of each activity, by its id: pages of audiences, messages and the year all ask for them."""
        return {name: tuple(self._days(entry.record)) for name, entry in self._plan.all_activities.items()}

    def _days(self, activity: Activity) -> Iterator[PlannedDay]:
        titles = tuple(self._titles(activity.audiences))
        channels = tuple(self._channels(activity))
        for day in self._plan.schedule(activity).days:
            yield PlannedDay(
                day,
                short_day(day),
                in_words(day),
                clock(activity.at),
                activity,
                f"activity:{activity.id}",
                titles,
                channels,
            )

    # ---- Activities ----

    def activity(self, activity_id: str) -> ActivityView:
        """An activity."""
        activity: Activity = self._index.find("activity", activity_id).record
        schedule = self._plan.schedule(activity)
        return ActivityView(
            activity=activity,
            href=f"activity:{activity.id}",
            phase=PHASE_WORDS[activity.phase][0],
            when=self._when(activity),
            days=self._days_of[activity.id],
            left_out=tuple(in_words(day) for day in schedule.left_out),
            audiences=tuple(self._audience_links(activity.audiences)),
            messages=tuple(self._message_links(activity.messages)),
            channels=tuple(self._channels(activity)),
            languages=listed([LANGUAGE_WORDS[one] for one in activity.languages]),
            needs=tuple(self._activity_links(activity.needs)),
            needed_by=tuple(
                self._activity_links(e.record.id for e in self._plan.activities if activity.id in e.record.needs)
            ),
            steps=self._strategy.named_for(f"activity:{activity.id}"),
            feeds=next(self._measure_links(_fed_by(activity)), None),
            reports=tuple(self._measure_links(activity.reports)),
        )

    def of_measure(self, measure_id: str) -> MeasureInPlan:
        """What the plan has to do with an accountability measure."""
        activities = [entry.record for entry in self._plan.activities]
        return MeasureInPlan(
            fed_by=tuple(self.activity(one.id) for one in activities if measure_id in _fed_by(one)),
            told_in=tuple(self.activity(one.id) for one in activities if measure_id in one.reports),
        )

    def _when(self, activity: Activity) -> str:
        days = self._plan.schedule(activity).days
        at = f", {clock(activity.at)}" if activity.at else ""
        if activity.repeats:
            words = in_rule_words(activity.repeats)
            return f"{words[0].upper()}{words[1:]}{at}" if days else "not yet"
        if not days:
            return "not yet"
        if len(days) > _FEW_DAYS:
            return f"{len(days)} days from {in_words(days[0])} to {in_words(days[-1])}{at}"
        return listed([in_words(day) for day in days]) + at

    def _channels(self, activity: Activity) -> Iterator[str]:
        known = self._plan.channels
        return (known[one].record.title for one in activity.channels if one in known)

    # ---- Messages ----

    def messages(self) -> tuple[MessageView, ...]:
        """All key messages, in the order of their files."""
        return tuple(self.message(one) for one in self._plan.messages)

    def message(self, message_id: str) -> MessageView:
        """A key message."""
        message: Message = self._index.find("message", message_id).record
        carrying = [e.record.id for e in self._plan.activities if message.id in e.record.messages]
        has_flyer = any(text.kind == "flyer" for text in message.texts)
        return MessageView(
            message=message,
            href=f"message:{message.id}",
            audiences=tuple(self._audience_links(message.audiences)),
            activities=tuple(map(self.activity, carrying)),
            proof=tuple((one.text, tuple(self._sources(one.sources))) for one in message.proof),
            texts=tuple(self._texts(message)),
            flyer_href=f"page:{flyer_page(message.id)}" if has_flyer else None,
            spanish_draft=bool(message.es and message.es.reviewed is None),
        )

    def _texts(self, message: Message) -> Iterator[TextView]:
        for number, text in enumerate(message.texts, 1):
            audiences = tuple(self._titles(text.audiences or message.audiences))
            key = f"{text.kind.replace(' ', '-')}-{number}"
            counted = (count(text.body), count(text.es.body) if text.es else None)
            yield TextView(text, TEXT_WORDS[text.kind], key, audiences, *counted)

    # ---- Audiences ----

    def audiences(self) -> tuple[PlanAudienceView, ...]:
        """All audiences, in the order of their file."""
        return tuple(self.audience(one) for one in self._plan.audiences)

    def audience(self, audience_id: str) -> PlanAudienceView:
        """An audience."""
        audience: PlanAudience = self._index.find("plan-audience", audience_id).record
        reaching = [e.record.id for e in self._plan.activities if audience.id in e.record.audiences]
        meant = [one for one, e in self._plan.messages.items() if audience.id in e.record.audiences]
        return PlanAudienceView(
            audience=audience,
            href=f"plan-audience:{audience.id}",
            calendar_href=f"page:{calendar_file(audience.id)}",
            side=SIDE_WORDS[audience.side],
            messages=tuple(map(self.message, meant)),
            activities=tuple(map(self.activity, reaching)),
            days=tuple(day for day in self.planned if audience.id in day.activity.audiences),
            spanish_draft=bool(audience.es and audience.es.reviewed is None),
        )

    # ---- The whole ----

    @property
    def calendar_href(self) -> str:
        """The address of the calendar of everyone, for calendar programs."""
        return f"page:{calendar_file(WHOLE_CALENDAR)}"

    def phases(self) -> tuple[PhaseView, ...]:
        """The phases, with who hears nothing in them and why."""
        return tuple(map(self._phase, PHASES))

    def _phase(self, phase: str) -> PhaseView:
        entries = [entry.record for entry in self._plan.activities if entry.record.phase == phase]
        days = sorted(day for one in entries for day in self._plan.schedule(one).days)
        title, step, about = PHASE_WORDS[phase]
        silent = tuple(
            (entry.record.title, quiet.why)
            for entry in self._plan.audiences.values()
            for quiet in entry.record.quiet
            if quiet.when == phase
        )
        when = f"{in_words(days[0])} to {in_words(days[-1])}" if days else ""
        return PhaseView(phase, title, step, about, when, tuple(self.activity(one.id) for one in entries), silent)

    def matrix(self) -> MatrixView:
        """Audiences against messages: how often each hears each, and what is not covered."""
        messages = self.messages()
        rows = tuple(
            (view, tuple(self._cell(view.audience, one.message) for one in messages)) for view in self.audiences()
        )
        gaps = tuple(
            (Link(view.audience.title, view.href), Link(cell.message, f"message:{one.message.id}"))
            for view, cells in rows
            for cell, one in zip(cells, messages, strict=True)
            if cell.kind == "gap"
        )
        return MatrixView(messages, rows, gaps)

    def _cell(self, audience: PlanAudience, message: Message) -> MatrixCell:
        times = sum(
            len(self._plan.schedule(one.activity.record).days)
            for one in self._plan.heard
            if one.audience == audience.id and one.message == message.id
        )
        kind = "heard" if times else "gap" if audience.id in message.audiences else "not-meant"
        return MatrixCell(kind, times, message.title)

    def channels(self) -> tuple[ChannelView, ...]:
        """The channels, and how many activities use each."""
        used = [one for entry in self._plan.activities for one in entry.record.channels]
        return tuple(ChannelView(entry.record, used.count(name)) for name, entry in self._plan.channels.items())

    # ---- Links ----

    def _titles(self, audience_ids: Iterable[str]) -> Iterator[str]:
        return (link.text for link in self._audience_links(audience_ids))

    def _audience_links(self, audience_ids: Iterable[str]) -> Iterator[Link]:
        known = self._plan.audiences
        return (Link(known[one].record.title, f"plan-audience:{one}") for one in audience_ids if one in known)

    def _message_links(self, message_ids: Iterable[str]) -> Iterator[Link]:
        known = ((one, self._plan.messages[one].record) for one in message_ids if one in self._plan.messages)
        return (Link(message.title, f"message:{one}", message.text) for one, message in known)

    def _activity_links(self, activity_ids: Iterable[str]) -> Iterator[Link]:
        known = self._plan.all_activities
        return (Link(known[one].record.title, f"activity:{one}") for one in activity_ids if one in known)

    def _measure_links(self, measure_ids: Iterable[str]) -> Iterator[Link]:
        known = self._index.tables["measure"]
        return (Link(known[one].record.title, f"measure:{one}") for one in measure_ids if one in known)

    def _sources(self, source_ids: Iterable[str]) -> Iterator[Source]:
        table = self._index.tables["source"]
        return (table[one].record for one in source_ids if one in table)


def _fed_by(activity: Activity) -> tuple[str, ...]:
    """The accountability measure that an activity feeds, if any."""
    return (activity.measure.measure,) if activity.measure and activity.measure.measure else ()
