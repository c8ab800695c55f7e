"""Roles: what each kind of coach or mentor does and does not, and how people are chosen for it."""

from __future__ import annotations

from pydantic import Field

from coaching_manual.model.base import CurriculumId, Id, Line, Note, Record, Status, TermId, Text
from coaching_manual.model.curricula import ActionStep
from coaching_manual.model.growth import GroupId, RoleId


class NotTheSame(Record):
    """A role or word that people take for this one."""

    name: Line = Field(description="The other role or word.")
    difference: Text = Field(description="What sets the two apart.")


class Criterion(Record):
    """What a person brings to a role, and what shows it."""

    text: Text = Field(description="What the person brings.")
    shown_by: Text = Field(description="What shows it. Never an evaluation rating.")


class Ready(Record):
    """What a roster can be held against for a role.

    Growth levels are not among it, and neither are ratings: both would turn support into a judgment.
    """

    groups: tuple[GroupId, ...] = Field(default=(), description="Ids of the groups it is open to. Empty: to all.")
    years: int = Field(default=0, ge=0, le=40, description="Full years in the work, at least.")
    training: tuple[CurriculumId, ...] = Field(default=(), description="Ids of the training that must be finished.")
    holds: tuple[Line, ...] = Field(
        default=(), description="Credentials or clearances that a person must hold, as the roster names them."
    )
    volunteered: bool = Field(default=True, description="Whether a person must have said yes to being asked.")


class Selection(Record):
    """How people are chosen for a role."""

    profile: Text = Field(description="Who fits, in one to three sentences.")
    criteria: tuple[Criterion, ...] = Field(min_length=1, description="The published criteria.")
    nominated_by: tuple[Text, ...] = Field(min_length=1, description="Who may nominate. A person may always apply.")
    steps: tuple[Text, ...] = Field(min_length=1, description="The steps from the notice to the answer.")
    safeguards: tuple[Text, ...] = Field(min_length=1, description="What keeps favoritism out.")
    path: tuple[Text, ...] = Field(min_length=1, description="The way to readiness, step by step.")
    renewal: Text = Field(description="How long an assignment lasts, and how it is renewed or ended.")
    ready: Ready = Field(description="The least that the role asks for.")


class Role(Record):
    """A file in framework/roles/: a kind of coach or mentor."""

    id: Id = Field(description="Name in addresses and references: the name of its file.")
    title: Line = Field(description="What the role is called.")
    purpose: Text = Field(description="What the role is for, in one or two sentences.")
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of the terms that name it.")
    works_with: Text = Field(description="Who the person supports.")
    does: tuple[Text, ...] = Field(min_length=1, description="What a person in this role does.")
    does_not: tuple[Text, ...] = Field(min_length=1, description="What a person in this role does not do.")
    time: Text = Field(description="How much time it takes, and when.")
    training: tuple[CurriculumId, ...] = Field(default=(), description="Ids of the training that it requires.")
    reports_to: Text = Field(description="Whom the person answers to, and about what.")
    call: Text = Field(description="Whom to call with a question or when something goes wrong.")
    not_the_same: tuple[NotTheSame, ...] = Field(default=(), description="What it is not to be confused with.")
    selection: Selection = Field(description="How people are chosen for it.")
    action_steps: tuple[ActionStep, ...] = Field(default=(), description="Numbers of the action steps that it serves.")
    search_words: tuple[Line, ...] = Field(default=(), description="Other words people look for it with.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for the page.")
    status: Status = Field(default="draft", description="draft, adopted or retired.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    near: tuple[RoleId, ...] = Field(default=(), description="Ids of the roles that it works with most.")
