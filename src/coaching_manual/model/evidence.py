"""What statements rest on, and what the district must still decide."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from coaching_manual.model.base import Id, Line, Note, Record, TermId, Text

SourceKind = Literal[
    "meta-analysis", "trial", "study", "review", "report", "book", "framework", "standard", "law", "district"
]


class Source(Record):
    """A study, book, law or page that a statement rests on."""

    id: Id = Field(description="Permanent name in references: kraft-2018.")
    kind: SourceKind = Field(description="What kind of source it is.")
    authors: Line | None = Field(default=None, description="Authors as cited: Kraft, M. A., & Blazar, D.")
    short: Line = Field(description="How the text names it: Kraft and others, 2018.")
    year: int | None = Field(default=None, ge=1800, le=2100, description="Year of publication.")
    title: Line = Field(description="Title.")
    published_in: Line | None = Field(default=None, description="Journal with volume and pages, or publisher.")
    doi: Line | None = Field(default=None, pattern=r"^10\.\S+$", description="DOI, without https://doi.org/.")
    url: Line | None = Field(default=None, pattern=r"^https://\S+$", description="Web address, if known for sure.")
    setting: Text | None = Field(default=None, description="Who and where: how many people, which schools.")
    design: Text | None = Field(default=None, description="How it was studied: random assignment, comparison, survey.")
    finding: Text | None = Field(default=None, description="What it found, with numbers and units, or what it says.")
    limits: Text | None = Field(default=None, description="What it does not show, null results included.")
    use: Text | None = Field(default=None, description="What the manual uses it for.")
    essa_tier: Literal[1, 2, 3, 4] | None = Field(
        default=None, description="Suggested ESSA tier, 1 (strong) to 4 (rationale). Empty: carries no tier."
    )
    tier_reason: Text | None = Field(default=None, description="Why this tier, or why none.")
    checked: Literal["seen", "partly-seen", "general-knowledge"] = Field(
        description="How sure the entry is: seen in a stored copy, partly seen, or from general knowledge."
    )
    to_confirm: tuple[Note, ...] = Field(default=(), description="What a person must still check.")


class SourcesFile(Record):
    """framework/evidence.yml."""

    sources: tuple[Source, ...] = Field(description="The sources, in any order: the site sorts them.")


class Decision(Record):
    """A question that the district must answer before the manual can be called ready."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    question: Line = Field(description="The question, in one sentence.")
    why: Text = Field(description="Why it matters, and what waits for it.")
    options: tuple[Note, ...] = Field(default=(), description="The answers to choose from, as far as known.")
    proposal: Text | None = Field(default=None, description="What this draft does until it is decided.")
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of terms that depend on it.")
    decided: Text | None = Field(default=None, description="The answer, once there is one.")
    decided_on: datetime.date | None = Field(default=None, description="The day it was decided.")


class DecisionsFile(Record):
    """framework/decisions.yml."""

    decisions: tuple[Decision, ...] = Field(description="The open decisions, most urgent first.")
