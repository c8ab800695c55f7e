"""The shapes of forms and conversation guides, as templates get them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coaching_manual.model import Conversation
from coaching_manual.views.form_words import SAID_BY_SCRIPT
from coaching_manual.views.shapes import Link, TermLink


@dataclass(frozen=True)
class OptionView:
    """An answer to choose; ``id`` is that of its control, and ``value`` what a saved file holds in any language."""

    id: str
    text: str
    value: str
    chosen: bool = False


@dataclass(frozen=True)
class CellView:
    """A cell of a table to fill in. ``says`` names it for those who do not see the table.

    One of ``kind`` tick is one of several answers of its row: they share a ``name``, and each has its ``value``.
    """

    id: str
    kind: str
    says: str
    column: str
    options: tuple[OptionView, ...] = ()
    answer: str = ""
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class RowView:
    """A row of a table to fill in; ``label`` is empty where rows have no names."""

    label: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class FieldView:
    """A field with the ids of its controls. ``answer`` and chosen options are those of the example."""

    id: str
    label: str
    kind: str
    hint: str | None
    reason: str | None
    required: bool
    lines: int
    options: tuple[OptionView, ...] = ()
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rows: tuple[RowView, ...] = ()
    answer: str = ""

    @property
    def described_by(self) -> str:
        """The ids of the texts that help to answer it, with spaces between."""
        helps = (("hint", self.hint), ("reason", self.reason))
        return " ".join(f"{self.id}-{name}" for name, text in helps if text)


@dataclass(frozen=True)
class SectionView:
    """A part of a form."""

    id: str
    title: str
    text: str | None
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class FormView:
    """A form in one language, blank or filled in as the example; ``words`` are those of the page around it."""

    id: str
    language: str
    title: str
    purpose: str
    when: str
    minutes: int | None
    filled_by: str
    seen_by: str
    kept: str | None
    hand_in: str | None
    sections: tuple[SectionView, ...]
    example_of: str | None
    to_confirm: tuple[str, ...]
    used_on: tuple[Link, ...]
    words: Mapping[str, str]
    href: str
    example_href: str | None
    other_href: str | None  # the same form in the other language

    @property
    def said_by_script(self) -> tuple[tuple[str, str], ...]:
        """The words that the script of the page says, with their names."""
        return tuple((name.replace("_", "-"), self.words[name]) for name in SAID_BY_SCRIPT)

    @property
    def time(self) -> str:
        """How long it takes to fill in, in words."""
        return self.words["minute"] if self.minutes == 1 else self.words["minutes"].format(count=self.minutes)

    @property
    def asks(self) -> bool:
        """Whether there is something to fill in."""
        return any(section.fields for section in self.sections)


@dataclass(frozen=True)
class FormRow:
    """A form in the list of all forms."""

    id: str
    title: str
    purpose: str
    filled_by: str
    minutes: int | None
    href: str
    example_href: str
    spanish_href: str | None
    spanish_title: str | None


@dataclass(frozen=True)
class CardPhase:
    """A part of a conversation, as short as on the card."""

    title: str
    minutes: int | None
    questions: tuple[str, ...]


@dataclass(frozen=True)
class ConversationView:
    """A conversation guide, with what stands on its card."""

    guide: Conversation
    href: str
    card_href: str
    forms: tuple[Link, ...]
    terms: tuple[TermLink, ...]
    sources: tuple[Link, ...]
    used_on: tuple[Link, ...]
    card: tuple[CardPhase, ...]
