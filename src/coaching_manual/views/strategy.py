"""The strategy and where it lives: each piece with what carries it out, and how far that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coaching_manual.addresses import LINK_KINDS
from coaching_manual.index import Index, kind_in_words, name_of
from coaching_manual.model import Part, Record, Statement, StrategyStep
from coaching_manual.pages import Page
from coaching_manual.structure import Entry
from coaching_manual.views.shapes import Link, Question

STATES = {
    "works": "Works: adopted and in use",
    "draft": "Draft: written, not adopted yet",
    "to confirm": "To confirm: written, with questions that the district must answer",
    "missing": "Missing: not there yet",
}

_GONE = ("retired", "dropped")
_NOT_YET = ("draft", "planned")


@dataclass(frozen=True)
class PartView:
    """Something that carries out a piece of the strategy. ``href`` is empty if it is missing."""

    title: str
    kind: str
    href: str
    what: str
    state: str

    @property
    def activity(self) -> bool:
        """Whether it belongs to the communication plan."""
        return self.href.startswith("activity:")


@dataclass(frozen=True)
class Piece:
    """A piece of the strategy: its own words, and what carries it out."""

    id: str
    title: str
    text: str
    points: tuple[str, ...]
    parts: tuple[PartView, ...]

    @property
    def told(self) -> tuple[PartView, ...]:
        """The parts that belong to the communication plan; there are many, so they stand together."""
        return tuple(part for part in self.parts if part.activity)

    @property
    def own(self) -> tuple[PartView, ...]:
        """The other parts."""
        return tuple(part for part in self.parts if not part.activity)

    @property
    def states(self) -> tuple[tuple[str, int], ...]:
        """How many parts are in each state, as far as there are any."""
        counts = ((state, sum(part.state == state for part in self.parts)) for state in STATES)
        return tuple((state, count) for state, count in counts if count)


@dataclass(frozen=True)
class StrategyView:
    """The whole strategy."""

    title: str
    source: str
    statements: tuple[Piece, ...]
    steps: tuple[Piece, ...]
    measures: tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece, in order."""
        return (*self.statements, *self.steps, *self.measures)


class StrategyViews:
    """The views over the strategy of an index; ``pages`` are the pages written by hand, by their paths."""

    def __init__(self, index: Index, pages: Mapping[str, Page], questions: Sequence[Question]) -> None:
        self._index = index
        self._pages = pages
        self._asked = {question.href.partition("#")[0] for question in questions}

    def whole(self) -> StrategyView | None:
        """The strategy; None if nobody wrote it down."""
        entry = self._index.framework.strategy
        if entry is None:
            return None
        strategy = entry.record
        return StrategyView(
            title=strategy.title,
            source=strategy.source,
            statements=tuple(self._piece(one, f"part-{one.id}") for one in strategy.statements),
            steps=tuple(self._step(one) for one in strategy.action_steps),
            measures=tuple(self._piece(one, f"measure-{one.id}") for one in strategy.measures),
        )

    def steps_of(self, numbers: Iterable[int]) -> tuple[Link, ...]:
        """The action steps that a record serves; the link is empty where the strategy is not written down."""
        table = self._index.tables["step"]
        return tuple(
            Link(f"Action step {number}", f"step:{number}", table[str(number)].record.text)
            if str(number) in table
            else Link(f"Action step {number}", "")
            for number in numbers
        )

    def named_for(self, link: str) -> tuple[Link, ...]:
        """The action steps that name a record, or that a record itself says it serves."""
        steps = (entry.record for entry in self._index.tables["step"].values())
        found = [step.number for step in steps if link in {part.link for part in step.carried_by}]
        kind, _, wanted = link.partition(":")
        entry = self._index.tables.get(kind, {}).get(wanted)
        found += getattr(entry.record, "action_steps", ()) if entry else ()
        return self.steps_of(sorted(set(found)))

    def _piece(self, one: Statement, anchor: str) -> Piece:
        return Piece(anchor, one.title, one.text, (), tuple(map(self._part, one.carried_by)))

    def _step(self, step: StrategyStep) -> Piece:
        named = {part.link for part in step.carried_by}
        more = (part for part in self._serving(step.number) if part.link not in named)
        parts = tuple(map(self._part, (*step.carried_by, *more)))
        return Piece(f"step-{step.number}", step.title, step.text, step.points, parts)

    def _serving(self, number: int) -> Iterator[Part]:
        """The records that say themselves that they serve a step."""
        for kind in LINK_KINDS:
            for entry in self._index.tables.get(kind, {}).values():
                if number in getattr(entry.record, "action_steps", ()) and is_alive(entry.record):
                    yield Part(link=f"{kind}:{entry.record.id}", what=_said(entry.record))

    def _part(self, part: Part) -> PartView:
        if part.link is None:
            return PartView("Not there yet", "", "", part.what, "missing")
        kind, _, wanted = part.link.partition(":")
        if kind == "page":
            return self._page_part(part, wanted.partition("#")[0])
        entry = self._index.tables.get(kind, {}).get(wanted)
        if entry is None:
            return PartView(wanted, kind_in_words(kind), "", part.what, "missing")
        return PartView(name_of(entry.record), kind_in_words(kind), part.link, part.what, self._state(part.link, entry))

    def _page_part(self, part: Part, src: str) -> PartView:
        page = self._pages.get(src)
        if page is None or part.link is None:
            return PartView(src, "page", "", part.what, "missing")
        state = _state(page.settings.status, asks=f"page:{src}" in self._asked)
        return PartView(page.title, "page", part.link, part.what, state)

    def _state(self, link: str, entry: Entry[Any]) -> str:
        asks = link in self._asked or bool(getattr(entry.record, "to_confirm", ()))
        return _state(self._status(entry.record), asks=asks)

    def _status(self, record: Record) -> str:
        """How far a record is decided; a growth level is as far as the term that names it."""
        named = self._index.terms.get(getattr(record, "id", ""))
        says = record if hasattr(record, "status") or named is None else named.record
        return str(getattr(says, "status", "draft"))


def is_alive(record: Record) -> bool:
    """Whether a record still carries anything out."""
    return getattr(record, "status", None) not in _GONE


def _said(record: Record) -> str:
    """What a record says that it brings."""
    return str(getattr(record, "purpose", "") or getattr(record, "what", "") or name_of(record))


def _state(status: str, *, asks: bool) -> str:
    if status in _GONE:
        return "missing"
    if asks:
        return "to confirm"
    return "draft" if status in _NOT_YET else "works"
