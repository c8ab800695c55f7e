"""Mentoring for students: programs, the standards they are held to, the life of a match, ideas for meetings."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from coaching_manual.model.base import AudienceId, Id, Line, Note, Record, SourceId, Status, TermId, Text

AnswerState = Literal["yes", "partly", "no"]


class SpanishProgram(Record):
    """What families and students read of a program, in Spanish."""

    title: Line = Field(description="The name in Spanish.")
    purpose: Text = Field(description="The purpose in Spanish.")
    grades: Line = Field(description="The grades in Spanish.")
    dose: Text = Field(description="How often and how long, in Spanish.")
    mentors: Text = Field(description="Who mentors, in Spanish.")
    together: tuple[Text, ...] = Field(min_length=1, description="What they do together, in Spanish.")
    fits: tuple[Line, ...] = Field(min_length=1, description="Who it fits, in Spanish, in the order of the English.")
    evidence: Text = Field(description="What studies found, in Spanish.")
    limits: Text = Field(description="What studies do not show, in Spanish.")
    how_to_ask: Text = Field(description="How a student or family asks, in Spanish.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class ChecklistAnswer(Record):
    """How a program answers one item of the checklist."""

    item: Id = Field(description="Id of the item, from framework/mentoring/standards.yml.")
    state: AnswerState = Field(description="yes: it is in place. partly: it is begun. no: not yet.")
    how: Note = Field(description="How the program does it, or by when it will, in a sentence. No names of persons.")


class Program(Record):
    """A mentoring program for students."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="What the program is called.")
    term: TermId | None = Field(default=None, description="Id of the term that explains this kind of mentoring.")
    purpose: Text = Field(description="The one purpose, in a sentence or two.")
    grades: Line = Field(description="The grades it is for.")
    dose: Text = Field(description="How often mentor and student meet, for how long, and for how many months.")
    mentors: Text = Field(description="Who mentors, and what they bring.")
    oversight: Text = Field(description="Who watches over the matches, and how closely.")
    together: tuple[Text, ...] = Field(min_length=1, description="What they do together, one thing each.")
    fits: tuple[Line, ...] = Field(min_length=1, description="Which student it fits, as the student would say it.")
    fits_not: Text = Field(description="When another program or another kind of help fits better.")
    eligibility: Text = Field(description="Who may take part, and what is never asked.")
    evidence: Text = Field(description="What studies found.")
    limits: Text = Field(description="What studies did not find or do not show.")
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Ids of the studies and standards it rests on.")
    how_to_ask: Text = Field(description="How a student or a family asks.")
    answers: tuple[ChecklistAnswer, ...] = Field(
        default=(), description="How the program answers the checklist. What is left out is shown as not answered yet."
    )
    audience: tuple[AudienceId, ...] = Field(min_length=1, description="Ids of the readers it is for.")
    search_words: tuple[Line, ...] = Field(default=(), description="Words people type when they look for it.")
    owner: Line | None = Field(default=None, description="The role that answers for it, never a person.")
    status: Status = Field(default="draft", description="How far it is decided.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="What the district must still decide.")
    es: SpanishProgram | None = Field(default=None, description="What families and students read, in Spanish.")


class ProgramsFile(Record):
    """framework/mentoring/programs.yml."""

    programs: tuple[Program, ...] = Field(description="The programs, in the order shown.")


class ChecklistItem(Record):
    """Something that a program does, or does not do yet."""

    id: Id = Field(description="Name in the answers of programs: small letters, digits and hyphens.")
    text: Text = Field(description="What is in place when the answer is yes.")
    proof: Note = Field(description="What somebody from outside would be shown.")


class Standard(Record):
    """One of the standards of good practice, with what a program checks."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What the standard is called.")
    meaning: Text = Field(description="What it is about, in a sentence or two, in our own words.")
    items: tuple[ChecklistItem, ...] = Field(min_length=1, description="What a program checks.")


class StandardsFile(Record):
    """framework/mentoring/standards.yml."""

    standards: tuple[Standard, ...] = Field(description="The standards, in the order of a match.")


class SpanishStage(Record):
    """A stage of a match as a family reads it, in Spanish."""

    title: Line = Field(description="The name of the stage in Spanish.")
    when: Line = Field(description="When it is, in Spanish.")
    family: Text = Field(description="What the student and the family notice, in Spanish.")


class MatchStage(Record):
    """A stage in the life of a match."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What the stage is called.")
    when: Line = Field(description="When it is, and how long it takes.")
    mentor: tuple[Text, ...] = Field(min_length=1, description="What the mentor does.")
    coordinator: tuple[Text, ...] = Field(min_length=1, description="What the coordinator does.")
    say: tuple[Line, ...] = Field(default=(), description="What somebody may say, word for word.")
    family: Text = Field(description="What the student and the family notice.")
    warning: Text | None = Field(default=None, description="The sign that something is wrong, and what to do then.")
    es: SpanishStage | None = Field(default=None, description="The stage as a family reads it, in Spanish.")


class StagesFile(Record):
    """framework/mentoring/stages.yml."""

    stages: tuple[MatchStage, ...] = Field(description="The stages, in their order.")


class Meeting(Record):
    """An idea for one meeting, for each grade band."""

    number: int = Field(ge=1, le=60, description="Which meeting it is. They count from 1 without a gap.")
    title: Line = Field(description="What the meeting is about.")
    aim: Text = Field(description="What it is good for, in a sentence.")
    elementary: Text = Field(description="What to do in grades TK to 5.")
    middle: Text = Field(description="What to do in grades 6 to 8.")
    high: Text = Field(description="What to do in grades 9 to 12.")


class MeetingsFile(Record):
    """framework/mentoring/meetings.yml."""

    meetings: tuple[Meeting, ...] = Field(description="The meetings, in their order.")
