"""The strategy that the manual carries out, word for word, and what carries out each part of it."""

from __future__ import annotations

from pydantic import Field

from coaching_manual.model.base import Id, Line, Note, Record, SourceId, Text
from coaching_manual.model.curricula import ActionStep


class Part(Record):
    """What carries out a piece of the strategy, or what is missing for it."""

    link: Line | None = Field(
        default=None,
        pattern=r"^[a-z]+:\S+$",
        description="What carries it out: curriculum: and an id, page: and a path, and so on. Empty: it is missing.",
    )
    what: Text = Field(description="What it brings, in a sentence. Without a link: what is missing.")


class Statement(Record):
    """A sentence of the strategy."""

    id: Id = Field(description="Name in addresses: small letters, digits and hyphens.")
    title: Line = Field(description="What it is called.")
    text: Note = Field(description="The words of the strategy, unchanged.")
    carried_by: tuple[Part, ...] = Field(default=(), description="What carries it out.")


class StrategyStep(Record):
    """An action step of the strategy."""

    number: ActionStep = Field(description="Its number in the strategy.")
    text: Note = Field(description="The words of the strategy, unchanged.")
    points: tuple[Note, ...] = Field(default=(), description="What stands below it in the strategy, unchanged.")
    carried_by: tuple[Part, ...] = Field(default=(), description="What carries it out.")

    @property
    def id(self) -> str:
        """What links name it by: step:4."""
        return str(self.number)

    @property
    def title(self) -> str:
        """What people call it."""
        return f"Action step {self.number}"


class Strategy(Record):
    """framework/strategy.yml: the strategy word for word, and where it lives."""

    title: Line = Field(description="What the strategy is called.")
    source: SourceId = Field(description="Id of the source in evidence.yml that the words come from.")
    statements: tuple[Statement, ...] = Field(
        min_length=1, description="Goal, definitions, expectations and success, in the order of the strategy."
    )
    action_steps: tuple[StrategyStep, ...] = Field(min_length=1, description="The action steps.")
    measures: tuple[Statement, ...] = Field(default=(), description="The measures that the strategy names.")
