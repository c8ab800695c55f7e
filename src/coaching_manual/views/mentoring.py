"""Mentoring for students and the resource directory, each in the language of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coaching_manual.addresses import program_page
from coaching_manual.index import Index
from coaching_manual.languages import SPANISH, Language, in_words, listed
from coaching_manual.model import (
    ChecklistAnswer,
    ChecklistItem,
    MatchStage,
    Meeting,
    Need,
    Program,
    Resource,
    Source,
    SpanishProgram,
    Standard,
)
from coaching_manual.views.shapes import Link
from coaching_manual.views.texts import cited_in

STATE_WORDS = {"yes": "In place", "partly": "Begun", "no": "Not yet", "": "Not answered yet"}


@dataclass(frozen=True)
class ProgramView:
    """A program; ``said`` is what readers get in their language, and ``language`` is the one it is in.

    ``page`` is the path of its page in English below docs/, for links to a part of it.
    """

    program: Program
    said: Program | SpanishProgram
    language: Language
    href: str
    page: str
    sources: tuple[Link, ...]


@dataclass(frozen=True)
class Answered:
    """An item of the checklist with what a program answers: the words for its state, and how."""

    item: ChecklistItem
    state: str
    words: str
    how: str


@dataclass(frozen=True)
class StandardView:
    """A standard with its items, as a program answers them."""

    standard: Standard
    items: tuple[Answered, ...]

    @property
    def in_place(self) -> int:
        """How many items are in place."""
        return sum(one.state == "yes" for one in self.items)


@dataclass(frozen=True)
class ChecklistView:
    """The standards as one program answers them; ``summary`` says how many items are in which state."""

    standards: tuple[StandardView, ...]
    summary: str
    answered: bool
    count: int


@dataclass(frozen=True)
class StageForFamilies:
    """A stage of a match as families read it; ``language`` differs from the page's where there is no translation."""

    title: str
    when: str
    text: str
    language: Language


@dataclass(frozen=True)
class ResourceView:
    """A row of the directory in the language of the page; a name that is empty is still to be found."""

    resource: Resource
    name: str
    offers: str
    how_to_reach: str
    source: Link | None
    checked: str


@dataclass(frozen=True)
class NeedView:
    """A need with the places for it."""

    need: Need
    title: str
    description: str
    resources: tuple[ResourceView, ...]


class Mentoring:
    """The views over mentoring programs and what belongs to them."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def programs(self, language: Language = "en") -> tuple[ProgramView, ...]:
        """All programs, in the order of their file."""
        return tuple(self.program(entry.record.id, language) for entry in self._index.tables["program"].values())

    def program(self, program_id: str, language: Language = "en") -> ProgramView:
        """A program; in English where it has no Spanish yet."""
        program: Program = self._index.find("program", program_id).record
        spanish = program.es if language == SPANISH else None
        return ProgramView(
            program=program,
            said=spanish or program,
            language=SPANISH if spanish else "en",
            href=f"program:{program.id}",
            page=program_page(program.id),
            sources=tuple(
                Link(cited_in(one.short, language), f"source:{one.id}") for one in self._sources(program.sources)
            ),
        )

    def checklist(self, program_id: str | None = None) -> ChecklistView:
        """The standards with their items, and what a program answers."""
        given: dict[str, ChecklistAnswer] = {}
        if program_id is not None:
            program: Program = self._index.find("program", program_id).record
            given = {answer.item: answer for answer in program.answers}
        records = [entry.record for entry in self._index.framework.standards]
        standards = tuple(StandardView(one, tuple(_answered(item, given) for item in one.items)) for one in records)
        states = [item.state for one in standards for item in one.items]
        return ChecklistView(standards, _summary(states), any(states), len(states))

    def answered(self) -> tuple[tuple[ProgramView, ChecklistView], ...]:
        """How each program answers the checklist."""
        return tuple((program, self.checklist(program.program.id)) for program in self.programs())

    def stages(self) -> tuple[MatchStage, ...]:
        """The life of a match, for mentors and coordinators."""
        return tuple(entry.record for entry in self._index.framework.stages)

    def stages_for_families(self, language: Language = "en") -> tuple[StageForFamilies, ...]:
        """The life of a match as families read it."""
        return tuple(_for_families(stage, language) for stage in self.stages())

    def meetings(self) -> tuple[Meeting, ...]:
        """Ideas for meetings."""
        return tuple(entry.record for entry in self._index.framework.meetings)

    def directory(self, language: Language = "en") -> tuple[NeedView, ...]:
        """The needs, each with its places."""
        rows = [entry.record for entry in self._index.framework.resources]
        return tuple(self._need(entry.record, rows, language) for entry in self._index.framework.needs)

    def _need(self, need: Need, rows: Sequence[Resource], language: Language) -> NeedView:
        said = need.es if language == SPANISH and need.es else need
        places = tuple(self._resource(row, language) for row in rows if row.need == need.id)
        return NeedView(need, said.title, said.description, places)

    def _resource(self, row: Resource, language: Language) -> ResourceView:
        spanish = row.es if language == SPANISH else None
        said = spanish or row
        return ResourceView(
            resource=row,
            name=(spanish.name if spanish else None) or row.name or "",
            offers=said.offers,
            how_to_reach=said.how_to_reach or "",
            source=next(
                (
                    Link(cited_in(one.short, language), f"source:{one.id}")
                    for one in self._sources([row.source] if row.source else [])
                ),
                None,
            ),
            checked=in_words(row.checked, language) if row.checked else "",
        )

    def _sources(self, source_ids: Sequence[str]) -> Iterator[Source]:
        table = self._index.tables["source"]
        return (table[source_id].record for source_id in source_ids if source_id in table)


def _answered(item: ChecklistItem, given: dict[str, ChecklistAnswer]) -> Answered:
    answer = given.get(item.id)
    state = answer.state if answer else ""
    return Answered(item, state, STATE_WORDS[state], answer.how if answer else "")


def _summary(states: Sequence[str]) -> str:
    """How many items are in which state, in words; an empty text where nothing is answered."""
    said = (("yes", "in place"), ("partly", "begun"), ("no", "not yet in place"), ("", "not answered yet"))
    counted = [f"{states.count(state)} {words}" for state, words in said if state in states]
    return f"Of {len(states)} points, {listed(counted)}." if any(states) else ""


def _for_families(stage: MatchStage, language: Language) -> StageForFamilies:
    if language == SPANISH and stage.es:
        return StageForFamilies(stage.es.title, stage.es.when, stage.es.family, SPANISH)
    return StageForFamilies(stage.title, stage.when, stage.family, "en")
