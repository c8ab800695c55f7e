"""Growth: the levels, the strands, and what each employee group sees at each level of each strand."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coaching_manual.model.base import CurriculumId, Id, Keys, Line, Note, Record, Reference, Status, TermId, Text

LevelId = Annotated[Id, Reference("level")]
StrandId = Annotated[Id, Reference("strand")]
GroupId = Annotated[Id, Reference("growth")]
RoleId = Annotated[Id, Reference("role")]


class GrowthLevel(Record):
    """A growth level: a step for choosing support, never a rating."""

    id: TermId = Field(description="Id of the level, and of its term in the common language.")
    title: Line = Field(description="What the level is called.")
    description: Text = Field(description="The core idea of the level, in one or two sentences.")
    coaching: Text = Field(description="How coaching works at this level, whatever the job.")
    helps_others: Text = Field(description="What a person at this level may do for the growth of colleagues.")
    caution: Text = Field(
        description="Where a reader could take the level for a rating or a promise, and what is true."
    )


class GrowthLevelsFile(Record):
    """framework/growth/levels.yml."""

    levels: tuple[GrowthLevel, ...] = Field(description="The growth levels, from the first to the last.")


class GrowthStrand(Record):
    """A strand: one side of the work that grows by itself."""

    id: Id = Field(description="Name in references: small letters, digits and hyphens.")
    title: Line = Field(description="What the strand is called.")
    question: Text = Field(description="The question that you ask yourself in this strand.")
    description: Text = Field(description="What belongs to the strand, in one or two sentences.")


class GrowthStrandsFile(Record):
    """framework/growth/strands.yml."""

    strands: tuple[GrowthStrand, ...] = Field(description="The strands, in the order shown.")


class LevelCoaching(Record):
    """How coaching works for an employee group at one level."""

    looks_like: Text = Field(description="What happens between the two people at this level.")
    who: tuple[RoleId, ...] = Field(default=(), description="Ids of the roles that give this support.")
    how_often: Text = Field(description="How often they meet, and for how long.")
    training: tuple[CurriculumId, ...] = Field(default=(), description="Ids of the training that helps at this level.")


class JobExample(Record):
    """An indicator in the words of one job."""

    job: Line = Field(description="The job, as in the list of jobs of the group.")
    text: Text = Field(description="What this person does: You …")


class GrowthCell(Record):
    """What an employee group sees at one level of one strand."""

    indicators: tuple[Text, ...] = Field(default=(), description="What can be seen, one idea each: You …")
    examples: tuple[JobExample, ...] = Field(default=(), description="The same in the words of single jobs.")
    coaching: Text | None = Field(default=None, description="What coaching looks like here.")
    evidence: Text | None = Field(default=None, description="Evidence of growth that is not a rating.")
    next_step: Text | None = Field(default=None, description="One step toward the next level.")
    training: tuple[CurriculumId, ...] = Field(
        default=(), description="Ids of training that helps here, beyond that of the level."
    )
    empty: Text | None = Field(default=None, description="Why the cell is empty on purpose. Then nothing else.")

    @property
    def hole(self) -> bool:
        """Whether nothing can be seen here and nothing says why."""
        return not self.indicators and self.empty is None


class GrowthGroup(Record):
    """A file in framework/growth/groups/: the coaching strand of one employee group."""

    id: Id = Field(description="Name in addresses and references: the name of its file.")
    title: Line = Field(description="What the employee group is called.")
    summary: Text = Field(description="Who belongs to it and what their work is, in one or two sentences.")
    jobs: tuple[Line, ...] = Field(min_length=1, description="The jobs of the group, as people call them.")
    search_words: tuple[Line, ...] = Field(default=(), description="Other words people look for these jobs with.")
    terms: tuple[TermId, ...] = Field(default=(), description="Ids of the terms that name the group.")
    owner: Line | None = Field(default=None, description="The role (never a person) that answers for it.")
    status: Status = Field(default="draft", description="draft, adopted or retired.")
    to_confirm: tuple[Note, ...] = Field(default=(), description="Questions that the district must still answer.")
    coaching: Annotated[dict[Id, LevelCoaching], Keys("level")] = Field(
        description="How coaching works for the group, under the id of each level."
    )
    strands: Annotated[dict[Id, dict[Id, GrowthCell]], Keys("strand", "level")] = Field(
        description="The cells, under the id of each strand and then of each level."
    )

    @property
    def title_in_title(self) -> str:
        """Its title as part of a longer one, which has a colon already."""
        return self.title.replace(": ", ", ")
