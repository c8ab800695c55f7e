"""The resource directory: what families may need, and where it is found."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from coaching_manual.model.base import Id, Line, Note, Record, Reference, SourceId, Text

NeedId = Annotated[Id, Reference("need")]


class SpanishNeed(Record):
    """A need in Spanish."""

    title: Line = Field(description="The name in Spanish.")
    description: Text = Field(description="What belongs here, in Spanish.")


class Need(Record):
    """A kind of help that families look for."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What the need is called, in a family's words.")
    description: Text = Field(description="What belongs here.")
    ask_first: Line = Field(description="A question for the family before anything is offered.")
    es: SpanishNeed | None = Field(default=None, description="The need in Spanish.")


class NeedsFile(Record):
    """framework/outreach/needs.yml."""

    needs: tuple[Need, ...] = Field(description="The needs, in the order shown.")


class SpanishResource(Record):
    """A row of the directory in Spanish."""

    name: Line | None = Field(default=None, description="The name in Spanish, if there is one.")
    offers: Text = Field(description="What is offered, in Spanish.")
    how_to_reach: Text | None = Field(default=None, description="How a family gets there, in Spanish.")


class Resource(Record):
    """A place where families find help, or a row that still has to be filled."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    need: NeedId = Field(description="Id of the need it belongs to, from framework/outreach/needs.yml.")
    name: Line | None = Field(default=None, description="The name of the place. Empty while the row is to be filled.")
    offers: Text = Field(description="What a family gets there.")
    how_to_reach: Text | None = Field(default=None, description="How a family gets there: walk in, form, call.")
    phone: Line | None = Field(default=None, description="Public phone number.")
    address: Line | None = Field(default=None, description="Public address.")
    url: Line | None = Field(default=None, pattern=r"^https://\S+$", description="Its website.")
    languages: tuple[Line, ...] = Field(default=(), description="Languages spoken there, as somebody there told you.")
    cost: Line | None = Field(default=None, description="What it costs a family: free, sliding scale.")
    source: SourceId | None = Field(default=None, description="Id of the source that verifies the row.")
    checked: datetime.date | None = Field(default=None, description="The day somebody called and asked.")
    checked_by: Line | None = Field(default=None, description="The role that asked, never a person's name.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="What is still to be found out.")
    es: SpanishResource | None = Field(default=None, description="The row in Spanish.")


class ResourcesFile(Record):
    """framework/outreach/resources.yml."""

    resources: tuple[Resource, ...] = Field(description="The places, in the order shown.")
