"""The communication plan: who needs to know what, from whom, through which channel, and when."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from coaching_manual.model.base import AudienceId, Id, Line, MeasureId, Note, Record, Reference, SourceId, Status, Text
from coaching_manual.model.curricula import ActionStep, TimeOfDay

PlanAudienceId = Annotated[Id, Reference("plan-audience")]
MessageId = Annotated[Id, Reference("message")]
ChannelId = Annotated[Id, Reference("channel")]
ActivityId = Annotated[Id, Reference("activity")]

Phase = Literal["prepare", "launch", "sustain", "report"]
Side = Literal["staff", "public"]
Language = Literal["en", "es"]
TextKind = Literal["email", "slide", "text message", "flyer"]
ActivityStatus = Literal["planned", "under way", "done", "dropped"]
Rhythm = Literal["week", "two weeks", "month"]
WeekOfMonth = Literal["first", "second", "third", "fourth", "last"]
DayName = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MonthName = Literal[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_SPANISH_REVIEWED = "The day a translator approved the Spanish. Empty: it is shown as a draft."


class SchoolBreak(Record):
    """Days without school."""

    title: Line = Field(description="What the days are called.")
    first_day: datetime.date = Field(description="The first day without school.")
    last_day: datetime.date | None = Field(default=None, description="The last one. Empty: it is one day.")
    es: Line | None = Field(default=None, description="The name in Spanish.")


class Semester(Record):
    """A half of the school year."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")
    first_day: datetime.date = Field(description="Its first school day.")
    last_day: datetime.date = Field(description="Its last school day.")
    es: Line | None = Field(default=None, description="The name in Spanish.")


class SchoolCalendar(Record):
    """framework/communication/calendar.yml: the school year that the plan is made for."""

    title: Line = Field(description="How people call the year, in double quotes: 2026–27.")
    first_day: datetime.date = Field(description="The first school day.")
    last_day: datetime.date = Field(description="The last school day.")
    semesters: tuple[Semester, ...] = Field(min_length=1, description="The semesters, in their order.")
    breaks: tuple[SchoolBreak, ...] = Field(default=(), description="Breaks and holidays, in their order.")
    time_zone: Line = Field(default="America/Los_Angeles", description="The time zone, as calendar programs name it.")
    status: Status = Field(default="draft", description="draft: the days are samples. adopted: the district's own.")
    updated: datetime.date = Field(description="Day of the last change. Calendar programs take over newer days.")


class Quiet(Record):
    """A phase or semester in which an audience hears nothing, on purpose."""

    when: Line = Field(description="prepare, launch, sustain or report, or the id of a semester.")
    why: Note = Field(description="Why that is right.")


class UsualQuestion(Record):
    """A question that people ask, and what can be said."""

    question: Note = Field(description="The question, in the words of those who ask it.")
    answer: Text = Field(description="What you can say, in a few plain sentences.")


class SpanishPlanAudience(Record):
    """What the page of an audience says in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    who: Text = Field(description="Who belongs to it, in Spanish.")
    from_whom: Text = Field(description="From whom it hears, in Spanish.")
    answer: Text = Field(description="How people answer, in Spanish.")
    questions: tuple[UsualQuestion, ...] = Field(default=(), description="The questions and answers in Spanish.")
    reviewed: datetime.date | None = Field(default=None, description=_SPANISH_REVIEWED)


class PlanAudience(Record):
    """People whom the plan speaks to as one group."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")
    side: Side = Field(description="staff: they hear first. public: they hear when staff can answer questions.")
    readers: tuple[AudienceId, ...] = Field(
        default=(), description="Ids of the readers of the manual who belong to it."
    )
    languages: tuple[Language, ...] = Field(
        default=("en",), description="In which languages it must hear: en, es. Families and students need both."
    )
    who: Text = Field(description="Who belongs to it.")
    from_whom: Text = Field(description="From whom it hears: a voice that these people trust.")
    answer: Text = Field(description="How they ask and answer, and when they hear back.")
    questions: tuple[UsualQuestion, ...] = Field(default=(), description="What they ask, and what can be said.")
    quiet: tuple[Quiet, ...] = Field(default=(), description="When it hears nothing, on purpose, and why.")
    search_words: tuple[Line, ...] = Field(default=(), description="Other words under which people look for it.")
    es: SpanishPlanAudience | None = Field(default=None, description="The same in Spanish.")


class PlanAudiencesFile(Record):
    """framework/communication/audiences.yml."""

    audiences: tuple[PlanAudience, ...] = Field(description="The audiences, in the order shown.")


class Channel(Record):
    """A way in which messages travel."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What readers see.")
    good_for: Text = Field(description="What it is good for.")
    misses: Text = Field(description="Whom it does not reach, or what goes wrong with it.")
    two_way: bool = Field(default=False, description="true: people can answer at once, in the same place.")
    es: Line | None = Field(default=None, description="The title in Spanish.")


class ChannelsFile(Record):
    """framework/communication/channels.yml."""

    channels: tuple[Channel, ...] = Field(description="The channels, in the order shown.")


class SpanishProof(Record):
    """What a message rests on, in Spanish."""

    text: Text = Field(description="The same in Spanish.")


class MessageProof(Record):
    """What a message rests on."""

    text: Text = Field(description="What is so, or will be shown: a rule, a practice, a finding with its limits.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the evidence or law in evidence.yml.")
    es: SpanishProof | None = Field(default=None, description="The same in Spanish, if families or students read it.")


class SpanishReadyText(Record):
    """A ready text in Spanish."""

    title: Line | None = Field(default=None, description="Subject or heading in Spanish.")
    body: Text = Field(description="The text in Spanish.")


class ReadyText(Record):
    """A text to copy and send."""

    kind: TextKind = Field(description="email, slide (for a meeting), text message or flyer.")
    title: Line | None = Field(default=None, description="Subject of the e-mail, heading of the slide or flyer.")
    body: Text = Field(
        description="The text. What is filled in stands in square brackets; on a flyer, it is a blank of underscores."
    )
    audiences: tuple[PlanAudienceId, ...] = Field(
        default=(), description="Ids of the audiences it is for. Empty: all those of the message."
    )
    es: SpanishReadyText | None = Field(default=None, description="The text in Spanish.")


class SpanishMessage(Record):
    """A key message in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    text: Text = Field(description="The message in Spanish.")
    know: Text = Field(description="What people know afterwards, in Spanish.")
    feel: Text = Field(description="What they feel, in Spanish.")
    do: Text = Field(description="What they do, in Spanish.")
    reviewed: datetime.date | None = Field(default=None, description=_SPANISH_REVIEWED)


class Message(Record):
    """A key message: one short sentence that people can repeat."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="A few words to call it by.")
    text: Text = Field(description="The message: one plain sentence, or two.")
    audiences: tuple[PlanAudienceId, ...] = Field(min_length=1, description="Ids of the audiences it is meant for.")
    know: Text = Field(description="What people know afterwards.")
    feel: Text = Field(description="What they feel.")
    do: Text = Field(description="What they do.")
    proof: tuple[MessageProof, ...] = Field(min_length=1, description="Why they can believe it.")
    texts: tuple[ReadyText, ...] = Field(default=(), description="Texts to copy and send.")
    search_words: tuple[Line, ...] = Field(default=(), description="Other words under which people look for it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    es: SpanishMessage | None = Field(default=None, description="The message in Spanish.")


class MessagesFile(Record):
    """A file of framework/communication/messages/."""

    messages: tuple[Message, ...] = Field(description="The messages, in the order shown.")


class Repeat(Record):
    """A rule for days that come again, within the school year; days in breaks are left out."""

    every: Rhythm = Field(description="week, two weeks or month.")
    week: WeekOfMonth | None = Field(default=None, description="For every month: first, second, third, fourth or last.")
    day: DayName = Field(description="The day of the week: Tuesday.")
    months: tuple[MonthName, ...] = Field(default=(), description="Only in these months. Empty: in all of them.")
    begins: datetime.date | None = Field(default=None, description="Not before this day. Empty: with the school year.")
    ends: datetime.date | None = Field(default=None, description="Not after this day. Empty: with the school year.")


class ActivityMeasure(Record):
    """How one sees whether an activity worked."""

    what: Text = Field(description="What is counted or asked: totals only, never a person.")
    target: Text = Field(description="What would be enough. A proposal until the district agrees.")
    measure: MeasureId | None = Field(
        default=None, description="Id of the accountability measure that it feeds, if any."
    )


class SpanishActivity(Record):
    """What families and students read of an activity in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    what: Text = Field(description="What happens, in Spanish.")
    two_way: Text = Field(description="How people answer, in Spanish.")
    reviewed: datetime.date | None = Field(default=None, description=_SPANISH_REVIEWED)


class Activity(Record):
    """Something that is done to reach people: a meeting, a letter, a training, a survey."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="What it is called.")
    what: Text = Field(description="What happens.")
    phase: Phase = Field(description="prepare, launch, sustain or report.")
    action_steps: tuple[ActionStep, ...] = Field(default=(), description="Numbers of the action steps that it serves.")
    audiences: tuple[PlanAudienceId, ...] = Field(min_length=1, description="Ids of the audiences it reaches.")
    messages: tuple[MessageId, ...] = Field(default=(), description="Ids of the messages it carries.")
    channels: tuple[ChannelId, ...] = Field(min_length=1, description="Ids of the channels it uses.")
    languages: tuple[Language, ...] = Field(default=(), description="In which languages: en, es.")
    owner: Line | None = Field(default=None, description="The role (never a person) that sees to it.")
    backup: Line | None = Field(default=None, description="The role that steps in.")
    date: datetime.date | None = Field(default=None, description="The day, if there is one.")
    dates: tuple[datetime.date, ...] = Field(default=(), description="The days, if there are several.")
    repeats: Repeat | None = Field(default=None, description="A rule for days that come again.")
    at: TimeOfDay | None = Field(
        default=None, description="When it begins, in double quotes, counted to 24 hours: 15:30. Empty: on that day."
    )
    minutes: int | None = Field(default=None, ge=5, le=480, description="How long it takes.")
    why_then: Note | None = Field(
        default=None, description="Why a day may lie outside the school year, in a break or on a weekend."
    )
    big: bool = Field(default=False, description="true: it asks much attention, so no other big one in the same week.")
    needs: tuple[ActivityId, ...] = Field(
        default=(), description="Ids of the activities, such as trainings, that must be over before it begins."
    )
    two_way: Text | None = Field(default=None, description="How people answer, and when they hear back.")
    reports: tuple[MeasureId, ...] = Field(
        default=(), description="Ids of the accountability measures whose figures people hear there."
    )
    measure: ActivityMeasure | None = Field(default=None, description="How one sees whether it worked.")
    status: ActivityStatus = Field(default="planned", description="planned, under way, done or dropped.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    es: SpanishActivity | None = Field(default=None, description="What families and students read of it.")


class ActivitiesFile(Record):
    """A file of framework/communication/activities/."""

    updated: datetime.date | None = Field(default=None, description="Day of the last change, for all its activities.")
    activities: tuple[Activity, ...] = Field(description="The activities.")
