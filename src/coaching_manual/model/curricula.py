"""Training: curricula, their sessions, and what is handed out in them."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from coaching_manual.model.base import AudienceId, Id, Line, Note, Record, SourceId, Status, TermId, Text
from coaching_manual.model.copies import PEOPLE, Copies, CopiesFor

LAST_ACTION_STEP = 7
_MOST_COPIES = 20
_HANDED_ON = frozenset({"families", "students"})
ActionStep = Annotated[int, Field(ge=1, le=LAST_ACTION_STEP)]
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
PartKind = Literal[
    "opening", "theory", "demonstration", "practice", "feedback", "coaching", "check", "break", "closing"
]
Grouping = Literal["everyone", "pairs", "trios", "small groups", "alone"]
Readers = Literal["participants", "facilitator", "families", "students"]


class StandardServed(Record):
    """A standard that a curriculum serves, and which parts of it."""

    source: SourceId = Field(description="Id of the standard in evidence.yml.")
    elements: Text = Field(description="Which of its parts the curriculum serves.")


class Evaluation(Record):
    """How the district looks at what a curriculum brings, at four levels. Totals only, never a rating of a person."""

    reaction: Text = Field(description="How participants say what helped them and what did not.")
    learning: Text = Field(description="How it is seen what people can do at the end.")
    use: Text = Field(description="How it is seen what people use in their work later.")
    result: Text = Field(description="What may change for students, families or colleagues, and how it is looked at.")


class SpanishCurriculum(Record):
    """What a curriculum says of itself in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    purpose: Text = Field(description="The purpose in Spanish.")
    prerequisites: tuple[Text, ...] = Field(
        default=(), description="What participants need before they begin, in Spanish, in the order of the English."
    )
    outcomes: tuple[Text, ...] = Field(
        default=(), description="What people can do after the course, in Spanish, in the order of the English."
    )
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Curriculum(Record):
    """curriculum.yml in a folder of framework/curricula/: a course as a whole."""

    id: Id = Field(description="Name in addresses and references: the name of its folder.")
    title: Line = Field(description="What the course is called.")
    purpose: Text = Field(description="What changes through it, in one to three sentences.")
    audience: tuple[AudienceId, ...] = Field(min_length=1, description="Ids of the readers it is for.")
    levels: tuple[TermId, ...] = Field(min_length=1, description="Ids of the growth levels it is for.")
    groups: tuple[TermId, ...] = Field(min_length=1, description="Ids of the employee groups it is for.")
    leads: Text = Field(description="Who may lead it: roles, and how many people.")
    group_size: Line = Field(description="How many participants: 8 to 24.")
    prerequisites: tuple[Text, ...] = Field(default=(), description="What participants need before they begin.")
    outcomes: tuple[Text, ...] = Field(
        min_length=3, max_length=6, description="What you can see people do after the whole course: You …"
    )
    standards: tuple[StandardServed, ...] = Field(default=(), description="The standards it serves.")
    action_steps: tuple[ActionStep, ...] = Field(
        min_length=1, description="Numbers of the action steps of the plan that it serves, 1 to 7."
    )
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="Ids of the evidence or law in evidence.yml that it rests on."
    )
    materials: tuple[Text, ...] = Field(default=(), description="What is needed in all sessions.")
    evaluation: Evaluation = Field(description="How the four levels are looked at.")
    follow_up: Text = Field(description="What happens in the 30 days after the last session: coaching, not a test.")
    start_time: TimeOfDay = Field(
        description="When sessions usually begin, in double quotes, counted to 24 hours: 15:30."
    )
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for it.")
    status: Status = Field(default="draft", description="draft, adopted or retired.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    es: SpanishCurriculum | None = Field(default=None, description="What participants read of it, in Spanish.")


class Outcome(Record):
    """What participants can do at the end of a session."""

    id: Id = Field(description="Name within the session: small letters, digits and hyphens.")
    text: Text = Field(description="What you can see a person do: You …")
    not_practised: Text | None = Field(default=None, description="Why no step practices it, if none does.")
    not_checked: Text | None = Field(default=None, description="Why the exit ticket does not check it, if so.")
    es: Text | None = Field(default=None, description="The text in Spanish.")


class SpanishAgendaStep(Record):
    """What participants read of a step, in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    participants: Text | None = Field(default=None, description="What participants do, in Spanish.")


class AgendaStep(Record):
    """A step of a session."""

    title: Line = Field(description="What the step is called. Participants see it.")
    minutes: int = Field(ge=1, le=120, description="How long it takes.")
    part: PartKind = Field(description="What it is for. Training goes from theory to practice and feedback.")
    grouping: Grouping | None = Field(default=None, description="Who works with whom. Empty: a break.")
    do: Text | None = Field(default=None, description="What the facilitator does. Participants do not see it.")
    say: Text | None = Field(default=None, description="The facilitator's words, as they are said aloud.")
    participants: Text | None = Field(default=None, description="What participants do. They see it.")
    handouts: tuple[Id, ...] = Field(default=(), description="Ids of the handouts used, from this course.")
    outcomes: tuple[Id, ...] = Field(default=(), description="Ids of the outcomes practiced, from this session.")
    es: SpanishAgendaStep | None = Field(default=None, description="What participants read of it, in Spanish.")


class SpanishHandout(Record):
    """A handout in Spanish."""

    title: Line = Field(description="The title in Spanish.")
    body: Text = Field(description="The whole handout in Spanish, as Markdown.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Handout(Record):
    """A sheet of paper that a step uses."""

    id: Id = Field(description="Name in the whole course: small letters, digits and hyphens.")
    title: Line = Field(description="What it is called.")
    readers: Readers = Field(
        alias="for", description="Who gets it: participants, facilitator (nobody else), families or students."
    )
    copies: int = Field(
        default=1, ge=1, le=_MOST_COPIES, description="How many copies each of copies_for gets. Usually 1."
    )
    copies_for: CopiesFor | None = Field(
        default=None,
        description="Who shares them: participant (if it is empty), pair, trio, group of four, or the whole room.",
    )
    own_paper: bool = Field(
        default=False,
        description="true: somebody else gets it in the end, or nobody else sees it. Nothing is printed on its back. "
        "So it is for all sheets for families and students.",
    )
    body: Text = Field(
        description="The handout as Markdown. A line [[lines 3]] gives lines to write on, [[box 6]] an empty frame."
    )
    es: SpanishHandout | None = Field(default=None, description="The handout in Spanish.")

    @property
    def leaves_the_pack(self) -> bool:
        """Whether it is torn out of what participants get, and so has paper of its own."""
        return self.own_paper or self.is_handed_on

    @property
    def is_handed_on(self) -> bool:
        """Whether participants give it to families or students."""
        return self.readers in _HANDED_ON

    @property
    def is_key(self) -> bool:
        """Whether only the facilitator gets it."""
        return self.readers == "facilitator"

    @property
    def needed(self) -> Copies:
        """How many copies a group needs. What is the facilitator's own is needed once."""
        return Copies(self.copies, PEOPLE[self.copies_for or ("room" if self.is_key else "participant")])


class TicketQuestion(Record):
    """A question of the exit ticket, which participants answer at the end of a session."""

    text: Text = Field(description="What participants answer or do.")
    outcomes: tuple[Id, ...] = Field(default=(), description="Ids of the outcomes that the answer shows.")
    es: Text | None = Field(default=None, description="The text in Spanish.")


class SpanishSession(Record):
    """What participants read of a session in Spanish; its outcomes, steps and questions carry their own."""

    title: Line = Field(description="The title in Spanish.")
    summary: Text = Field(description="The summary in Spanish.")
    pre_work: Text | None = Field(default=None, description="What participants do before they come, in Spanish.")
    follow_up: Text | None = Field(default=None, description="What participants try afterwards, in Spanish.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class SessionFile(Record):
    """session-1.yml, session-2.yml, … in a folder of framework/curricula/: a meeting of a course."""

    title: Line = Field(description="What the session is called.")
    summary: Text = Field(description="What it is about, in a sentence.")
    minutes: int = Field(ge=60, le=120, description="How long it takes: the minutes of its steps together.")
    outcomes: tuple[Outcome, ...] = Field(
        min_length=1, max_length=3, description="What people can do at the end. Three at most."
    )
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of the terms of the common language it uses.")
    materials: tuple[Text, ...] = Field(default=(), description="What is needed in this session.")
    room: Text | None = Field(default=None, description="How the room is set up.")
    technology: Text | None = Field(default=None, description="Devices and programs that are needed.")
    pre_work: Text | None = Field(default=None, description="What participants do before they come.")
    agenda: tuple[AgendaStep, ...] = Field(min_length=1, description="The steps, in their order.")
    handouts: tuple[Handout, ...] = Field(default=(), description="What is handed out for the first time here.")
    exit_ticket: tuple[TicketQuestion, ...] = Field(
        min_length=1, description="What participants answer at the end, so that each outcome is checked."
    )
    remote: Text | None = Field(default=None, description="How to lead it by video.")
    access: Text | None = Field(default=None, description="How everybody can take part: access and languages.")
    follow_up: Text | None = Field(default=None, description="What participants try before the next session.")
    es: SpanishSession | None = Field(default=None, description="What participants read of it, in Spanish.")


class Session(SessionFile):
    """A session, with what its file name and folder say."""

    curriculum: Id = Field(description="The folder of the file.")
    number: int = Field(ge=1, description="The number in the name of the file.")

    @property
    def id(self) -> str:
        """What links name it by: coaching-foundations/1."""
        return f"{self.curriculum}/{self.number}"
