"""Conversation guides: what to say, to ask and to leave out, on a page and on a card."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from coaching_manual.model.base import (
    AudienceId,
    Id,
    Line,
    Note,
    Record,
    Reference,
    SourceId,
    Status,
    TermId,
    Text,
)

FormId = Annotated[Id, Reference("form")]


class ConversationPhase(Record):
    """A part of a conversation, with its questions."""

    title: Line = Field(description="What the part is called.")
    minutes: int | None = Field(default=None, ge=1, le=60, description="How long it takes, about.")
    aim: Text = Field(description="What the part is there for, in a sentence.")
    questions: tuple[Text, ...] = Field(
        min_length=2, description="What you may ask, the most useful first: the first two stand on the card."
    )


class InsteadSay(Record):
    """A sentence that closes a conversation, and one that keeps it open."""

    instead_of: Note = Field(description="What people often say, and should not.")
    say: Text = Field(description="What you say instead.")
    why: Text | None = Field(default=None, description="Why, in a few words.")


class Trouble(Record):
    """Something that often happens in a conversation, and what to do about it."""

    happens: Text = Field(description="What happens.")
    do: Text = Field(description="What you do or say then.")


class Conversation(Record):
    """A file of framework/conversations/: a guide to a conversation."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="What the conversation is called.")
    purpose: Text = Field(description="What is different after it, in one to three sentences.")
    audience: tuple[AudienceId, ...] = Field(min_length=1, description="Ids of the readers it is for.")
    when: Text = Field(description="When in the work you have it, and when not.")
    minutes: int = Field(ge=5, le=120, description="How long it takes.")
    order: int | None = Field(
        default=None, ge=1, description="Its place among the guides, as they come up in the work. Empty: at the end."
    )
    before: tuple[Text, ...] = Field(min_length=1, description="What you do before it.")
    opening: tuple[Text, ...] = Field(
        min_length=1, description="Lines to open with, as they are said. The first one stands on the card."
    )
    phases: tuple[ConversationPhase, ...] = Field(min_length=2, description="Its parts, in their order.")
    listening: tuple[Text, ...] = Field(
        min_length=1, description="What you do while you listen. The first two stand on the card."
    )
    instead: tuple[InsteadSay, ...] = Field(
        min_length=2, description="What to say instead of what. The first two stand on the card."
    )
    trouble: tuple[Trouble, ...] = Field(default=(), description="What often happens, and what to do then.")
    ending: tuple[Text, ...] = Field(min_length=1, description="How you end it. The first one stands on the card.")
    write_down: tuple[Text, ...] = Field(min_length=1, description="What you write down afterwards.")
    leave_out: tuple[Text, ...] = Field(min_length=1, description="What you do not write down.")
    forms: tuple[FormId, ...] = Field(default=(), description="Ids of the forms that go with it.")
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of the terms of the common language it uses.")
    sources: tuple[SourceId, ...] = Field(default=(), description="Ids of the sources it rests on.")
    search_words: tuple[Line, ...] = Field(default=(), description="Words that people look for it with.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for it.")
    status: Status = Field(default="draft", description="draft, adopted or retired.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")

    @property
    def place(self) -> tuple[bool, int]:
        """Its place among the guides, to sort them by: those without one come last."""
        return self.order is None, self.order or 0
