"""The shapes of what macros and page templates get."""

from __future__ import annotations

from dataclasses import dataclass

from coaching_manual.figures import Drawing
from coaching_manual.model import AcronymClash, ListEntry, RetiredName, Source, Term
from coaching_manual.problems import Place


@dataclass(frozen=True)
class Link:
    """A link to a page, with what is said about it. ``lang`` is that of its text, if it is not that of the page."""

    text: str
    href: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class TermLink:
    """A link to a term. ``href`` is resolved when the page is written: term:coaching."""

    id: str
    text: str
    definition: str

    @property
    def href(self) -> str:
        """The address, independent of the page that the link stands on."""
        return f"term:{self.id}"


@dataclass(frozen=True)
class PageUse:
    """A page on which a term is used."""

    src: str
    title: str


@dataclass(frozen=True)
class Question:
    """Something to confirm: what it belongs to (with its address) and where it is written."""

    text: str
    subject: str
    href: str
    place: Place


@dataclass(frozen=True)
class GlossaryEntry:
    """A term as the A–Z shows it."""

    id: str
    term: str
    definition: str
    also: tuple[str, ...]
    spanish: str | None
    category: ListEntry
    audiences: tuple[str, ...]
    draft: bool


@dataclass(frozen=True)
class Glossary:
    """Terms by first letter, with the categories and audiences that occur among them."""

    letters: tuple[tuple[str, tuple[GlossaryEntry, ...]], ...]
    categories: tuple[ListEntry, ...]
    audiences: tuple[ListEntry, ...]
    count: int


@dataclass(frozen=True)
class Said:
    """A row of "say this, not that"."""

    avoid: str
    say: str
    reason: str
    retired: bool
    term: TermLink


@dataclass(frozen=True)
class AcronymRow:
    """An acronym, what it stands for, and whether others read it differently."""

    short: str
    stands_for: str
    term: TermLink
    clash: AcronymClash | None


@dataclass(frozen=True)
class SourceView:
    """A source with its words for kind, tier and certainty, and the training that rests on it."""

    source: Source
    kind: str
    tier: str | None
    checked: str
    training: tuple[Link, ...]


@dataclass(frozen=True)
class TermView:
    """Everything that a term's page shows."""

    term: Term
    category: ListEntry | None
    audiences: tuple[str, ...]
    basis: str
    broader: tuple[TermLink, ...]
    narrower: tuple[TermLink, ...]
    related: tuple[TermLink, ...]
    said: tuple[Said, ...]
    retired_names: tuple[RetiredName, ...]
    official_source: Source | None
    sources: tuple[Source, ...]
    replaced_by: TermLink | None
    clashes: tuple[AcronymClash, ...]
    uses: tuple[PageUse, ...]


@dataclass(frozen=True)
class StepView:
    """A step of a figure in one language; ``href`` leads to its term."""

    title: str
    text: str
    parts: tuple[str, ...]
    href: str | None


@dataclass(frozen=True)
class FigureView:
    """A figure in one language: the drawing, and the steps that say the same in words.

    ``name`` is unique for figure and language; ``numbered`` says whether the steps have an order.
    """

    name: str
    kind: str
    language: str
    title: str
    summary: str
    draft: bool
    numbered: bool
    steps: tuple[StepView, ...]
    drawing: Drawing
