"""Forms: sheets that can be read, filled in and printed, with an invented example of each."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from coaching_manual.model.base import AudienceId, Id, Line, Note, Prose, Record, Status, Text

FieldKind = Literal["line", "lines", "date", "number", "choice", "choices", "check", "signature", "table"]
CellKind = Literal["line", "date", "number", "choice", "check"]
MOST_LINES = 30
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$"), Prose()]


class FormColumn(Record):
    """A column of a table to fill in."""

    id: Id = Field(description="Name within the table: small letters, digits and hyphens.")
    label: Sentence = Field(description="What stands at the top of the column.")
    kind: CellKind = Field(default="line", description="What goes into it: line, date, number, choice or check.")
    options: tuple[Line, ...] = Field(
        default=(),
        description="For a choice: the answers there are. Up to five are columns to tick, if rows have names.",
    )


class FormField(Record):
    """Something that a form asks for."""

    id: Id = Field(description="Name within the form: small letters, digits and hyphens. Saved files know it by this.")
    label: Sentence = Field(description="The question, in the words of the person who answers.")
    kind: FieldKind = Field(
        description="line, lines (several), date, number, choice (one answer), choices (several answers), check (a box "
        "to tick), signature (a line to sign on with a pen) or table."
    )
    hint: Text | None = Field(default=None, description="A sentence that helps to answer.")
    lines: int | None = Field(default=None, ge=2, le=MOST_LINES, description="For lines: how many there are.")
    options: tuple[Line, ...] = Field(default=(), description="For a choice or choices: the answers there are.")
    columns: tuple[FormColumn, ...] = Field(default=(), description="For a table: its columns.")
    rows: int | None = Field(default=None, ge=1, le=MOST_LINES, description="For a table: how many empty rows.")
    row_labels: tuple[Line, ...] = Field(
        default=(), description="For a table with rows that have names: the names, instead of rows."
    )
    required: bool = Field(default=False, description="true: the form is of no use without it.")
    reason: Text | None = Field(
        default=None, description="Why it asks for a student's name, for health or for a rating, if it must."
    )


class FormSection(Record):
    """A part of a form."""

    title: Line = Field(description="What the part is about.")
    text: Text | None = Field(default=None, description="What people read there, as Markdown.")
    fields: tuple[FormField, ...] = Field(default=(), description="What the part asks for, in its order.")


class FormExample(Record):
    """A form as somebody might fill it in. All of it is invented, and the page says so."""

    about: Text = Field(description="Who fills it in, in which situation. Invented.")
    values: dict[Id, Any] = Field(description="The answer to each field, by the id of the field.")


class SpanishColumn(Record):
    """A column in Spanish."""

    id: Id = Field(description="The id of the column in English.")
    label: Line = Field(description="What stands at its top, in Spanish.")
    options: tuple[Line, ...] = Field(default=(), description="The answers in Spanish, in the same order.")


class SpanishField(Record):
    """A field in Spanish."""

    id: Id = Field(description="The id of the field in English.")
    label: Line = Field(description="The question in Spanish.")
    hint: Text | None = Field(default=None, description="The help in Spanish.")
    options: tuple[Line, ...] = Field(default=(), description="The answers in Spanish, in the same order.")
    columns: tuple[SpanishColumn, ...] = Field(default=(), description="The columns in Spanish.")
    row_labels: tuple[Line, ...] = Field(default=(), description="The names of the rows in Spanish, in the same order.")
    reason: Text | None = Field(default=None, description="The reason in Spanish.")


class SpanishSection(Record):
    """A part of a form in Spanish."""

    title: Line = Field(description="Its title in Spanish.")
    text: Text | None = Field(default=None, description="Its text in Spanish.")
    fields: tuple[SpanishField, ...] = Field(default=(), description="Its fields in Spanish.")


class SpanishForm(Record):
    """A whole form in Spanish: its parts in the same order, its fields by the same ids."""

    title: Line = Field(description="The title in Spanish.")
    purpose: Text = Field(description="The purpose in Spanish.")
    filled_by: Text = Field(description="Who fills it in, in Spanish.")
    seen_by: Text = Field(description="Who sees it, in Spanish.")
    kept: Text | None = Field(default=None, description="How long it is kept, in Spanish.")
    when: Text = Field(description="When it is used, in Spanish.")
    hand_in: Text | None = Field(default=None, description="What to do with it once it is filled in, in Spanish.")
    sections: tuple[SpanishSection, ...] = Field(description="The parts in Spanish, in the same order.")
    example: FormExample | None = Field(default=None, description="The example in Spanish.")
    search_words: tuple[Line, ...] = Field(default=(), description="Words that people look for it with, in Spanish.")
    owner: Line | None = Field(default=None, description="The role that answers for it, in Spanish.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="The open questions in Spanish, in the same order.")
    reviewed: datetime.date | None = Field(
        default=None, description="The day a translator approved the Spanish. Empty: it is shown as a draft."
    )


class Form(Record):
    """A file of framework/forms/: a form."""

    id: Id = Field(description="Name in addresses and references: small letters, digits and hyphens.")
    title: Line = Field(description="What the form is called.")
    purpose: Text = Field(description="What it is for, in one to three sentences.")
    audience: tuple[AudienceId, ...] = Field(min_length=1, description="Ids of the readers it is for.")
    when: Text = Field(description="When in the work it is used.")
    minutes: int | None = Field(default=None, ge=1, le=120, description="How long it takes to fill in.")
    filled_by: Text = Field(description="Who fills it in: roles, never names.")
    seen_by: Text = Field(description="Who sees it, and who does not.")
    kept: Text | None = Field(
        default=None, description="How long it is kept, and where. Not decided yet: ask it under to_confirm."
    )
    hand_in: Text | None = Field(
        default=None,
        description="For a form that is signed on paper and handed in: what to do with it once it is filled in. "
        "Print is then its main button.",
    )
    sections: tuple[FormSection, ...] = Field(min_length=1, description="The parts of the form, in their order.")
    example: FormExample = Field(description="The form as somebody might fill it in. Invented.")
    search_words: tuple[Line, ...] = Field(default=(), description="Words that people look for it with.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for it.")
    status: Status = Field(default="draft", description="draft, adopted or retired.")
    updated: datetime.date | None = Field(default=None, description="Day of the last change.")
    reviewed: datetime.date | None = Field(default=None, description="The day its owner last approved it.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    es: SpanishForm | None = Field(default=None, description="The form in Spanish.")
