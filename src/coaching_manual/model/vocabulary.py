"""The common language: terms, with all their names."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from coaching_manual.model.base import AudienceId, CategoryId, Id, Line, Note, Record, SourceId, Status, TermId, Text

Basis = Literal["seed", "law", "district", "practice", "draft"]


class Quotation(Record):
    """Words that are quoted exactly, and where they stand."""

    text: Note = Field(description="The quoted words, exactly as they stand in the source.")
    source: SourceId = Field(description="Id of the source in evidence.yml that the words are quoted from.")


class Acronym(Record):
    """A short form of a term, and what its letters stand for."""

    short: Line = Field(description="The letters, as people write them: PLC.")
    stands_for: Line | None = Field(
        default=None, description="What the letters stand for, if that is not the preferred term itself."
    )


class RetiredName(Record):
    """A name that was used before and is not used any more."""

    name: Line = Field(description="The old name, as people still say it.")
    changed: Note = Field(description="What changed, in a sentence or two.")
    when: Line | None = Field(default=None, description="When it changed, as far as is known: 2016.")


class DoNotSay(Record):
    """A wording that people should not use for this term, with the reason."""

    wording: Line = Field(description="The wording to avoid.")
    reason: Note = Field(description="Why it should not be said, in a sentence.")
    say: Line | None = Field(default=None, description="What to write instead, if it is not the preferred term.")
    check: bool = Field(
        default=True,
        description="true: texts are searched for this wording. false: an everyday word that is fine elsewhere; "
        "the term's page shows it, but texts are not searched for it.",
    )


class SpanishTerm(Record):
    """The term in Spanish."""

    term: Line = Field(description="The preferred term in Spanish.")
    definition: Text | None = Field(default=None, description="The definition in Spanish.")
    synonyms: tuple[Line, ...] = Field(default=(), description="Other Spanish names for the same idea.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Term(Record):
    """One entry of the common language."""

    id: Id = Field(description="Permanent name in addresses and references: small letters, digits and hyphens.")
    term: Line = Field(description="The preferred term: the one name that everybody uses.")
    definition: Text = Field(description="What it means, in one to three plain sentences.")
    basis: Basis = Field(
        description="Where the definition comes from: seed (the strategic plan), law, district (another district "
        "page), practice (common in the field), or draft (proposed here)."
    )
    official_wording: Quotation | None = Field(
        default=None, description="The official definition, word for word, if there is one."
    )
    synonyms: tuple[Line, ...] = Field(
        default=(), description="Other correct names. Search finds them and pages link them to this term."
    )
    search_words: tuple[Line, ...] = Field(
        default=(),
        description="Words people type when they look for this. Search finds them; pages do not link them.",
    )
    acronyms: tuple[Acronym, ...] = Field(default=(), description="Short forms.")
    in_prose: Literal["link", "capitals", "never"] = Field(
        default="link",
        description="How pages treat the preferred term. link: they link it. capitals: only when it is written with "
        "the same capitals, because it is an everyday word too. never: they do not link it by themselves.",
    )
    retired_names: tuple[RetiredName, ...] = Field(default=(), description="Names that were used before.")
    do_not_say: tuple[DoNotSay, ...] = Field(default=(), description="Wordings to avoid, with the reason.")
    broader: tuple[TermId, ...] = Field(
        default=(),
        description="Ids of terms that this one is a kind or a part of. Write it here only: the other term shows "
        "this one as narrower by itself.",
    )
    related: tuple[TermId, ...] = Field(
        default=(),
        description="Ids of other terms a reader may want next. Write it on one of the two terms only.",
    )
    audience: tuple[AudienceId, ...] = Field(min_length=1, description="Ids of the readers who meet this term.")
    scope_note: Text | None = Field(
        default=None, description="What it is not: terms it could be confused with, and the difference."
    )
    example: Text | None = Field(default=None, description="A sentence as somebody in the district would say it.")
    sources: tuple[SourceId, ...] = Field(
        default=(), description="Ids of the evidence or law in evidence.yml that the entry rests on."
    )
    es: SpanishTerm | None = Field(default=None, description="The term in Spanish.")
    status: Status = Field(default="draft", description="draft, adopted or retired. Empty: as the file says.")
    replaced_by: TermId | None = Field(default=None, description="For a retired term: the id of its successor.")
    former_ids: tuple[Id, ...] = Field(default=(), description="Ids it had before. Their addresses lead here.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for the entry.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change. Empty: as the file says.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    category: CategoryId = Field(default="", description="Written once, at the top of the file.")


class VocabularyFile(Record):
    """A file of framework/vocabulary/: the terms of one category."""

    category: CategoryId = Field(description="Id of the category (categories.yml) that all terms here belong to.")
    status: Status = Field(default="draft", description="For every term here that does not say otherwise.")
    owner: Line | None = Field(default=None, description="For every term here that does not say otherwise.")
    updated: datetime.date | None = Field(default=None, description="For every term here that does not say otherwise.")
    terms: tuple[Term, ...] = Field(description="The terms, in any order: the site sorts them.")
